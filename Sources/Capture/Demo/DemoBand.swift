/// The players: what each instrument does at each sixteenth.
struct DemoBand {
  private(set) var tones: [(tone: SynthTone, brightness: Float)] = []
  private(set) var drums: [SynthDrum] = []
  private(set) var hasKick = false

  private static let pad = SynthPatch(
    wave: .saw, oscillators: 3, detune: 11, width: 0.9, attack: 0.5, decay: 2, sustain: 0.85, release: 0.5,
    cutoff: 420, sweep: 0.4, sweepDecay: 1.5, resonance: 0.15, drift: 0.5, driftHertz: 0.13, gain: 0.30,
    reverb: 0.35, duck: 0.75)
  private static let bass = SynthPatch(
    wave: .saw, oscillators: 2, detune: 6, attack: 0.002, decay: 0.22, sustain: 0.35, release: 0.04,
    cutoff: 190, sweep: 2.6, sweepDecay: 0.09, resonance: 0.45, gain: 0.42, duck: 0.8)
  private static let sub = SynthPatch(
    wave: .sine, attack: 0.006, decay: 0.5, sustain: 0.8, release: 0.05, cutoff: 900, gain: 0.34, duck: 0.9)
  private static let pluck = SynthPatch(
    wave: .saw, oscillators: 2, detune: 7, width: 0.5, attack: 0.001, decay: 0.16, sustain: 0, release: 0.08,
    cutoff: 640, sweep: 3, sweepDecay: 0.07, resonance: 0.4, gain: 0.20, reverb: 0.22, echo: 0.38,
    duck: 0.45)
  private static let stab = SynthPatch(
    wave: .saw, oscillators: 4, detune: 16, width: 1, attack: 0.003, decay: 0.25, sustain: 0.4, release: 0.12,
    cutoff: 1_300, sweep: 1.9, sweepDecay: 0.16, resonance: 0.2, gain: 0.42, reverb: 0.25, echo: 0.1,
    duck: 0.7)
  private static let lead = SynthPatch(
    wave: .pulse, oscillators: 3, detune: 9, width: 0.35, attack: 0.008, decay: 0.4, sustain: 0.7,
    release: 0.12, cutoff: 2_400, sweep: 1.2, sweepDecay: 0.2, resonance: 0.25, vibrato: 0.004, gain: 0.17,
    reverb: 0.28, echo: 0.35, duck: 0.35)
  private static let bell = SynthPatch(
    wave: .bell, attack: 0.002, decay: 0.7, sustain: 0.12, release: 0.9, cutoff: 6_000, sweep: 0.5,
    sweepDecay: 0.25, gain: 0.24, reverb: 0.5, echo: 0.4, duck: 0.2)

  mutating func strike(step: Int) {
    hasKick = false
    tones.removeAll { $0.tone.isOver }
    drums.removeAll(where: \.isOver)
    let (bar, s) = (step / DemoScore.stepsPerBar, step % DemoScore.stepsPerBar)
    guard bar < DemoScore.bars else { return }
    beat(bar, s)
    chords(bar, s)
    lowEnd(bar, s)
    arpeggio(bar, s)
    melody(bar, s)
    sweeps(bar, s)
  }

  mutating func play(_ desk: SynthDesk, frames: Int) {
    for i in tones.indices { tones[i].tone.play(desk, frames: frames, brightness: tones[i].brightness) }
    for i in drums.indices { drums[i].play(desk, frames: frames) }
  }

  private mutating func tone(
    _ patch: SynthPatch, _ notes: [Int], _ bar: Int, _ s: Int, length: Float, velocity: Float = 1,
    pan: Float = 0, brightness: Float = 0
  ) {
    let seed = UInt64(bar * 1_000 + s * 50 + (notes.first ?? 0))
    let frames = Int(length * Float(DemoScore.framesPerStep))
    let tone = SynthTone(patch, notes: notes, frames: frames, velocity: velocity, pan: pan, seed: seed)
    tones.append((tone, brightness))
  }

  private mutating func drum(
    _ kind: SynthDrum.Kind, _ bar: Int, _ s: Int, velocity: Float = 1, pan: Float = 0, tune: Float = 0
  ) {
    let seed = UInt64(bar * 16 + s) &* 31 &+ UInt64(drums.count)
    drums.append(SynthDrum(kind, velocity: velocity, pan: pan, tune: tune, seed: seed))
    if kind == .kick { hasKick = true }
  }

  /// How far a part has come, 0 ..< 1.
  private func progress(_ bar: Int, _ s: Int) -> Float {
    let first = DemoScore.firstBar(ofPartAt: bar)
    let bars = DemoScore.endBar(ofPartAt: bar) - first
    return (Float(bar - first) + Float(s) / 16) / Float(bars)
  }

  /// The held breath before a drop.
  private func isBreath(_ bar: Int, _ s: Int) -> Bool { (bar == 19 || bar == 47) && s >= 12 }

  // MARK: Drums

  private mutating func beat(_ bar: Int, _ s: Int) {
    switch DemoScore.part(ofBar: bar) {
    case .intro: if bar >= 4 { hats(bar, s, level: 0.25 + 0.12 * Float(bar - 4), isOpen: false) }
    case .groove:
      pulse(bar, s)
      hats(bar, s, level: 0.7, isOpen: bar >= 12)
      fill(bar, s)
    case .build: roll(bar, s)
    case .drop:
      pulse(bar, s)
      hats(bar, s, level: 1, isOpen: true)
      if bar >= 28, s % 2 == 0 { drum(.ride, bar, s, velocity: s % 4 == 2 ? 1 : 0.6, pan: 0.5) }
      if s == 7, bar % 2 == 1 { drum(.snare, bar, s, velocity: 0.35) }
      fill(bar, s)
    case .pause: if bar >= 40, s % 4 == 2 { drum(.closedHat, bar, s, velocity: 0.35, pan: -0.4) }
    case .outro:
      if bar < 60 {
        pulse(bar, s)
        hats(bar, s, level: 0.8 - 0.15 * Float(bar - 56), isOpen: bar < 58)
      }
    }
  }

  private mutating func pulse(_ bar: Int, _ s: Int) {
    let isFillBeat = bar % 8 == 7 && s >= 12 && DemoScore.part(ofBar: bar) != .groove
    if s % 4 == 0, !isFillBeat { drum(.kick, bar, s) }
    if s == 4 || s == 12, bar != 8 { drum(.clap, bar, s, velocity: 0.9) }
  }

  private mutating func hats(_ bar: Int, _ s: Int, level: Float, isOpen: Bool) {
    let accents: [Float] = [0.55, 0.3, 0.85, 0.4]
    let sways: Float = s % 2 == 0 ? 0.25 : -0.3
    if !(isOpen && s % 4 == 2) { drum(.closedHat, bar, s, velocity: level * accents[s % 4], pan: sways) }
    if isOpen, s % 4 == 2 { drum(.openHat, bar, s, velocity: level * 0.9, pan: 0.15) }
  }

  private mutating func fill(_ bar: Int, _ s: Int) {
    guard bar % 8 == 7, s >= 10 else { return }
    let tunes: [Int: Float] = [10: 12, 11: 12, 12: 9, 13: 7, 14: 4, 15: 0]
    if let tune = tunes[s] {
      drum(.tom, bar, s, velocity: 0.7 + 0.05 * Float(s - 10), pan: Float(s - 12) * 0.3, tune: tune)
    }
    if s >= 12 { drum(.snare, bar, s, velocity: 0.3 + 0.15 * Float(s - 12)) }
  }

  private mutating func roll(_ bar: Int, _ s: Int) {
    guard !isBreath(bar, s) else { return }
    let x = progress(bar, s)
    let every = x < 0.25 ? 4 : x < 0.5 ? 2 : 1
    if bar < 46, s % 4 == 0, x < 0.5 { drum(.kick, bar, s, velocity: 0.9) }
    if s % every == 0 { drum(.snare, bar, s, velocity: 0.25 + 0.6 * x, tune: 9 * x) }
    if s % 4 == 2 { drum(.openHat, bar, s, velocity: 0.4 + 0.4 * x) }
  }

  private mutating func sweeps(_ bar: Int, _ s: Int) {
    guard s == 0 else { return }
    switch bar {
    case 6: drum(.riser, bar, s, velocity: 0.5, tune: 32)
    case 16, 44: drum(.riser, bar, s, velocity: 1, tune: 60)
    case 34: drum(.riser, bar, s, velocity: 0.4, tune: 32)
    case 20, 48: drum(.impact, bar, s)
    case 36, 56: drum(.impact, bar, s, velocity: 0.7)
    default: break
    }
    if [8, 20, 28, 36, 48, 52, 56].contains(bar) {
      drum(.crash, bar, s, velocity: bar == 8 ? 0.6 : 1, pan: bar % 3 == 0 ? -0.3 : 0.3)
    }
  }

  // MARK: Harmony

  private mutating func chords(_ bar: Int, _ s: Int) {
    let part = DemoScore.part(ofBar: bar)
    let voices = DemoScore.chord(bar: bar, step: s).voices
    let changes = s == 0 || (bar == 19 && s == 8)
    if changes {
      let length: Float = bar == 63 ? 20 : bar == 19 ? (s == 0 ? 8 : 4) : bar == 47 ? 12 : 16
      let x = progress(bar, s)
      let (level, brightness): (Float, Float) =
        switch part {
        case .intro: (0.75 + 0.35 * x, -0.6 + 1.8 * x)
        case .groove: (0.5, 0.5)
        case .build: (0.9, 0.3 + 2.4 * x)
        case .drop: (0.62, 1.2)
        case .pause: (0.75 + 0.2 * x, 0.2 + 1.2 * x)
        case .outro: (0.75, 0.9 - 1.4 * x)
        }
      tone(Self.pad, voices, bar, s, length: length, velocity: level, brightness: brightness)
    }
    guard part == .drop else { return }
    // Chords that push against the beat: three, three, two, and again three, three, two.
    let pushes: [Int: Float] = [0: 1, 3: 0.8, 6: 0.95, 8: 0.7, 11: 0.85, 14: 1]
    if let velocity = pushes[s] {
      let bright: Float = bar >= 48 ? 0.7 : bar >= 28 ? 0.4 : 0
      tone(
        Self.stab, voices.map { $0 + 12 }, bar, s, length: 1.7, velocity: velocity * 0.8, brightness: bright)
    }
  }

  private mutating func lowEnd(_ bar: Int, _ s: Int) {
    let part = DemoScore.part(ofBar: bar)
    let root = DemoScore.chord(bar: bar, step: s).bass
    switch part {
    case .groove, .outro:
      guard bar < 60 else {
        if s == 0 { tone(Self.sub, [root + 12], bar, s, length: bar == 63 ? 24 : 16, velocity: 0.7) }
        return
      }
      if s % 4 == 2 { tone(Self.bass, [root + 12], bar, s, length: 1.7, velocity: 0.75) }
      if s == 15 || s == 7 { tone(Self.bass, [root + 24], bar, s, length: 0.8, velocity: 0.5) }
      if s % 4 == 2 { tone(Self.sub, [root], bar, s, length: 1.8, velocity: 0.65) }
    case .drop:
      let line: [Int: (Int, Float)] = [
        1: (12, 0.5), 2: (12, 1), 3: (24, 0.6), 5: (12, 0.5), 6: (12, 1), 7: (24, 0.7), 9: (12, 0.5),
        10: (12, 1), 11: (19, 0.7), 13: (12, 0.5), 14: (24, 1), 15: (22, 0.7),
      ]
      if let (offset, velocity) = line[s] {
        tone(
          Self.bass, [root + offset], bar, s, length: 0.9, velocity: velocity,
          brightness: bar >= 28 ? 0.5 : 0.2)
      }
      if s % 4 == 0 { tone(Self.sub, [root + (root < 31 ? 12 : 0)], bar, s, length: 3.9) }
    case .build:
      if s % 2 == 0, !isBreath(bar, s) {
        tone(Self.bass, [root + 12], bar, s, length: 1.2, velocity: 0.7, brightness: 1.5 * progress(bar, s))
      }
    case .intro: if bar >= 4, s == 0 { tone(Self.sub, [root + 12], bar, s, length: 15, velocity: 0.55) }
    case .pause: if s == 0 { tone(Self.sub, [root + 12], bar, s, length: 15, velocity: 0.45) }
    }
  }

  // MARK: Melody

  private mutating func arpeggio(_ bar: Int, _ s: Int) {
    let part = DemoScore.part(ofBar: bar)
    guard !isBreath(bar, s), bar < 62 else { return }
    let path = [0, 2, 1, 3, 2, 4, 3, 1, 0, 2, 4, 3, 2, 4, 1, 3]
    let isAccent = [0, 3, 6, 8, 11, 14].contains(s)
    let sparse = part == .intro && bar < 4 || part == .pause || bar >= 60
    guard isAccent || !sparse else { return }
    let x = progress(bar, s)
    let (level, brightness): (Float, Float) =
      switch part {
      case .intro: (0.55 + 0.3 * x, -0.9 + 1.2 * x)
      case .groove: (0.85, 0.1 + 0.5 * x)
      case .build: (0.9 + 0.2 * x, 0.5 + 1.5 * x)
      case .drop: (0.75, 0.7)
      case .pause: (0.6, -0.4 + 0.8 * x)
      case .outro: (0.8 - 0.4 * x, 0.5 - 1.2 * x)
      }
    let voices = DemoScore.chord(bar: bar, step: s).voices
    let lift = part == .build && s % 2 == 1 ? 24 : 12
    tone(
      Self.pluck, [voices[path[s]] + lift], bar, s, length: 1, velocity: level * (isAccent ? 1 : 0.55),
      pan: s % 2 == 0 ? -0.45 : 0.45, brightness: brightness)
  }

  private mutating func melody(_ bar: Int, _ s: Int) {
    for note in DemoScore.bell[bar] ?? [] where note.step == s {
      tone(Self.bell, [note.note + 12], bar, s, length: Float(note.length), velocity: 0.7, pan: 0.2)
      if bar >= 36 {
        tone(Self.bell, [note.note], bar, s, length: Float(note.length), velocity: 0.45, pan: -0.2)
      }
    }
    guard DemoScore.part(ofBar: bar) == .drop, bar >= 24 || bar < 22 else { return }
    let up = DemoScore.transposition(bar: bar)
    let phrase = DemoScore.melody[(bar - DemoScore.firstBar(ofPartAt: bar)) % 8]
    for note in phrase where note.step == s {
      let length = Float(note.length) - 0.2
      tone(
        Self.lead, [note.note + up], bar, s, length: length, velocity: 1, brightness: bar >= 28 ? 0.5 : 0.1)
      if bar >= 28 {
        tone(Self.bell, [note.note + up + 12], bar, s, length: length, velocity: 0.55, pan: 0.3)
      }
      if bar >= 48 {
        tone(Self.lead, [note.note + up + 12], bar, s, length: length, velocity: 0.45, brightness: 0.6)
      }
    }
  }
}
