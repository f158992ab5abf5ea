import Music

/// One struck drum, cymbal or sweep of noise.
struct SynthDrum {
  enum Kind { case kick, clap, snare, closedHat, openHat, ride, crash, tom, riser, impact }

  private let kind: Kind
  private let velocity: Float
  private let pan: Float
  /// Half-tones for toms and rolls; sixteenths a riser lasts.
  private let tune: Float
  private var age = 0
  private var noise: UInt32
  private var phase: Float = 0
  private var filters = (a: Float(0), b: Float(0), c: Float(0), d: Float(0))
  private(set) var isOver = false

  /// A second of struck metal: six squares, no two in a simple ratio.
  private static let metal: [Float] = (0..<48_000).map { frame in
    let hertz: [Float] = [2_053, 3_011, 3_697, 4_409, 5_413, 6_299]
    return hertz.reduce(0) { sum, h in
      let turns = Float(frame) / 48_000 * h
      return sum + (turns - turns.rounded(.down) < 0.5 ? 0.16 : -0.16)
    }
  }

  init(_ kind: Kind, velocity: Float = 1, pan: Float = 0, tune: Float = 0, seed: UInt64) {
    self.kind = kind
    self.velocity = velocity
    self.pan = pan
    self.tune = tune
    var chance = SeededGenerator(seed: seed, purpose: "noise")
    noise = UInt32(truncatingIfNeeded: chance.next()) | 1
  }

  /// Adds the next frames to the buses.
  mutating func play(_ desk: SynthDesk, frames: Int) {
    switch kind {
    case .kick: kick(desk, frames)
    case .tom: tom(desk, frames)
    case .clap: clap(desk, frames)
    case .snare: snare(desk, frames)
    case .closedHat: cymbal(desk, frames, decay: 0.03, gain: 0.42, low: 0.62, ring: 0.4)
    case .openHat: cymbal(desk, frames, decay: 0.13, gain: 0.40, low: 0.55, ring: 0.5)
    case .ride: cymbal(desk, frames, decay: 0.35, gain: 0.24, low: 0.5, ring: 0.9)
    case .crash: cymbal(desk, frames, decay: 1.1, gain: 0.40, low: 0.3, ring: 0.25)
    case .riser: riser(desk, frames)
    case .impact: impact(desk, frames)
    }
    age += frames
  }

  @inline(__always)
  private mutating func hiss() -> Float {
    noise ^= noise << 13
    noise ^= noise >> 17
    noise ^= noise << 5
    return Float(Int32(bitPattern: noise)) * 0x1p-31
  }

  /// An exponential fall, one frame after another.
  private struct Fall {
    private var value: Float
    private let keep: Float

    init(_ seconds: Float, at frame: Int) {
      keep = SynthMath.keep(seconds: seconds)
      value = SynthMath.exp2(Float(frame) * -1.442_695 / (seconds * 48_000))
    }

    @inline(__always)
    mutating func next() -> Float {
      defer { value *= keep }
      return value
    }
  }

  /// e to the −t/τ.
  @inline(__always)
  private static func fall(_ t: Float, _ tau: Float) -> Float { SynthMath.exp2(-1.442_695 * t / tau) }

  private mutating func kick(_ desk: SynthDesk, _ frames: Int) {
    var drop = Fall(0.032, at: age)
    var snap = Fall(0.004, at: age)
    var weight = Fall(0.17, at: age)
    var tick = Fall(0.002, at: age)
    for i in 0..<frames {
      let t = Float(age + i) / 48_000
      let hertz = 47 + 150 * drop.next() + 700 * snap.next()
      phase += hertz / 48_000
      if phase >= 1 { phase -= 1 }
      let body = SynthMath.sine(phase) * weight.next() * min(1, t * 2_000)
      let click = hiss() * tick.next() * 0.25
      let driven = (body + click) * 1.5
      let value = driven / (1 + abs(driven) * 0.35) * 0.72 * velocity
      desk.add(i, value, value, reverb: 0.01, echo: 0)
    }
    if age > 40_000 { isOver = true }
  }

  private mutating func tom(_ desk: SynthDesk, _ frames: Int) {
    let base = SynthMath.hertz(43 + tune)
    var drop = Fall(0.05, at: age)
    var weight = Fall(0.16, at: age)
    var tick = Fall(0.02, at: age)
    for i in 0..<frames {
      let t = Float(age + i) / 48_000
      phase += base * (1 + 0.7 * drop.next()) / 48_000
      if phase >= 1 { phase -= 1 }
      let skin = SynthMath.sine(phase) * weight.next() + hiss() * 0.2 * tick.next()
      let value = skin * 0.4 * velocity * min(1, t * 2_000)
      desk.add(i, value * (1 - 0.5 * pan), value * (1 + 0.5 * pan), reverb: 0.2, echo: 0)
    }
    if age > 40_000 { isOver = true }
  }

  private mutating func clap(_ desk: SynthDesk, _ frames: Int) {
    for i in 0..<frames {
      let t = Float(age + i) / 48_000
      // Three hands that don't quite meet, and the room behind them.
      let hand = t < 0.009 ? t : t < 0.019 ? t - 0.009 : t - 0.019
      let envelope = t < 0.019 ? Self.fall(hand, 0.004) : Self.fall(hand, 0.075)
      let left = band(hiss(), 0.21, &filters.a, &filters.b)
      let right = band(hiss(), 0.23, &filters.c, &filters.d)
      let gain = envelope * 0.85 * velocity
      desk.add(i, left * gain, right * gain, reverb: 0.28, echo: 0)
    }
    if age > 30_000 { isOver = true }
  }

  private mutating func snare(_ desk: SynthDesk, _ frames: Int) {
    let hertz = 185 * SynthMath.exp2(tune / 12)
    var drop = Fall(0.012, at: age)
    var wire = Fall(0.07, at: age)
    var weight = Fall(0.06, at: age)
    for i in 0..<frames {
      phase += hertz * (1 + 0.4 * drop.next()) / 48_000
      if phase >= 1 { phase -= 1 }
      let wires = high(hiss(), 0.18, &filters.a) * wire.next()
      let value = (wires * 0.5 + SynthMath.sine(phase) * weight.next() * 0.5) * 0.5 * velocity
      desk.add(i, value, value, reverb: 0.18, echo: 0)
    }
    if age > 24_000 { isOver = true }
  }

  private mutating func cymbal(
    _ desk: SynthDesk, _ frames: Int, decay: Float, gain: Float, low: Float, ring: Float
  ) {
    let (left, right) = ((1 - 0.6 * pan) * gain * velocity, (1 + 0.6 * pan) * gain * velocity)
    let keep = SynthMath.keep(seconds: decay)
    var envelope = Self.fall(Float(age) / 48_000, decay)
    Self.metal.withUnsafeBufferPointer { metal in
      for i in 0..<frames {
        let clang = metal[(age + i) % 48_000] * ring
        envelope *= keep
        let now = envelope * min(1, Float(age + i) * (1 / 12))
        let a = high(hiss() * (1 - ring) + clang, low, &filters.a)
        let b = high(hiss() * (1 - ring) + clang, low, &filters.b)
        let (l, r) = (high(a, low, &filters.c), high(b, low, &filters.d))
        desk.add(i, l * now * left, r * now * right, reverb: 0.06, echo: 0)
      }
    }
    if Float(age) > decay * 48_000 * 7 { isOver = true }
  }

  /// Noise that opens and swells for `tune` sixteenths.
  private mutating func riser(_ desk: SynthDesk, _ frames: Int) {
    let length = tune * Float(DemoScore.framesPerStep)
    for i in 0..<frames {
      let x = min(1, Float(age + i) / length)
      let opening = 0.02 + 0.5 * x * x
      let gain = 0.30 * x * x * velocity
      let left = band(hiss(), opening, &filters.a, &filters.b) * gain
      let right = band(hiss(), opening, &filters.c, &filters.d) * gain
      desk.add(i, left, right, reverb: 0.3, echo: 0)
    }
    if Float(age + frames) >= length { isOver = true }
  }

  /// The weight that falls on the first beat of a drop.
  private mutating func impact(_ desk: SynthDesk, _ frames: Int) {
    var drop = Fall(0.35, at: age)
    var weight = Fall(0.6, at: age)
    var closing = Fall(0.5, at: age)
    var breath = Fall(0.8, at: age)
    for i in 0..<frames {
      let t = Float(age + i) / 48_000
      phase += (30 + 45 * drop.next()) / 48_000
      if phase >= 1 { phase -= 1 }
      let boom = SynthMath.sine(phase) * weight.next() * 0.3 * min(1, t * 400)
      let opening = 0.02 + 0.3 * closing.next()
      let air = band(hiss(), opening, &filters.a, &filters.b) * breath.next() * 0.22
      desk.add(i, (boom + air) * velocity, (boom - air) * velocity, reverb: 0.35, echo: 0)
    }
    if age > 200_000 { isOver = true }
  }

  @inline(__always)
  private func band(_ x: Float, _ f: Float, _ low: inout Float, _ mid: inout Float) -> Float {
    // Chamberlin's filter: good below a sixth of the rate, which is all that noise needs here.
    low += f * mid
    mid += f * (x - low - 0.7 * mid)
    return mid
  }

  @inline(__always)
  private func high(_ x: Float, _ share: Float, _ low: inout Float) -> Float {
    low += (1 - share) * 0.6 * (x - low)
    return x - low
  }
}
