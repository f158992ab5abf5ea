import Music

/// How an instrument sounds. Levels are amplitudes, times are seconds.
struct SynthPatch {
  enum Wave { case saw, pulse, sine, bell }
  var wave = Wave.saw
  /// Oscillators per note, how far they lie apart (cents) and how wide (0 ... 1).
  var oscillators = 1
  var detune: Float = 0
  var width: Float = 0
  var attack: Float = 0.002
  var decay: Float = 0.3
  var sustain: Float = 0
  var release: Float = 0.1
  /// Low-pass: where it rests, how far its envelope opens it (octaves) and how fast that falls.
  var cutoff: Float = 1_000
  var sweep: Float = 0
  var sweepDecay: Float = 0.2
  var resonance: Float = 0.1
  /// A slow wave on the low-pass: octaves, hertz.
  var drift: Float = 0
  var driftHertz: Float = 0.1
  var vibrato: Float = 0
  var gain: Float = 0.2
  var reverb: Float = 0
  var echo: Float = 0
  /// 0 ... 1: how far the kick pushes it down.
  var duck: Float = 0
}

/// One struck note or chord: oscillators → low-pass → envelope → buses.
struct SynthTone {
  private struct Oscillator {
    var phase: Float
    var step: Float
    var left: Float
    var right: Float
    var modulator: Float = 0
  }

  private let patch: SynthPatch
  private var oscillators: [Oscillator] = []
  private var age = 0
  private let gate: Int
  private let velocity: Float
  private var level: Float = 0
  private var sweep: Float = 1
  private var isFalling = false
  private var low = (a: Float(0), b: Float(0))
  private var high = (a: Float(0), b: Float(0))
  private(set) var isOver = false

  /// Frames per change of the low-pass.
  private static let control = 32

  init(_ patch: SynthPatch, notes: [Int], frames: Int, velocity: Float, pan: Float = 0, seed: UInt64) {
    self.patch = patch
    self.velocity = velocity
    gate = frames
    var chance = SeededGenerator(seed: seed, purpose: "phase")
    let share = 1 / Float(notes.count * patch.oscillators).squareRoot()
    for (n, note) in notes.enumerated() {
      for i in 0..<patch.oscillators {
        let place = patch.oscillators > 1 ? Float(i) / Float(patch.oscillators - 1) * 2 - 1 : 0
        let cents = place * patch.detune
        let side = min(1, max(-1, pan + (n % 2 == 0 ? place : -place) * patch.width))
        let start = patch.wave == .bell || patch.oscillators == 1 ? 0 : Float(chance.unit())
        oscillators.append(
          Oscillator(
            phase: start, step: SynthMath.hertz(Float(note) + cents / 100) / 48_000,
            left: share * (0.5 * (1 - side)).squareRoot() * 1.414,
            right: share * (0.5 * (1 + side)).squareRoot() * 1.414))
      }
    }
  }

  /// Adds the next frames to the buses.
  ///
  /// - Parameter brightness: octaves by which the part of the song opens the low-pass.
  mutating func play(_ desk: SynthDesk, frames: Int, brightness: Float) {
    desk.clearScratch(frames)
    for i in oscillators.indices { sound(&oscillators[i], desk, frames) }
    shape(desk, frames, brightness)
    age += frames
  }

  private func sound(_ o: inout Oscillator, _ desk: SynthDesk, _ frames: Int) {
    var first = 0
    while first < frames {
      let count = min(Self.control, frames - first)
      let step = o.step * bend(atFrame: age + first)
      let (left, right) = (desk.scratchLeft + first, desk.scratchRight + first)
      switch patch.wave {
      case .saw: Self.run(&o, count, step, left, right) { Self.saw($0, step) }
      case .pulse:
        Self.run(&o, count, step, left, right) { phase in
          Self.saw(phase, step) - Self.saw(phase >= 0.5 ? phase - 0.5 : phase + 0.5, step)
        }
      case .sine: Self.run(&o, count, step, left, right) { SynthMath.sine($0) }
      case .bell:
        let depth = 0.35 * sweepAt(first)
        var modulator = o.modulator
        Self.run(&o, count, step, left, right) { phase in
          let value = SynthMath.sine(phase + depth * SynthMath.sine(modulator))
          modulator += step * 3.5
          if modulator >= 1 { modulator -= SynthMath.floor(modulator) }
          return value
        }
        o.modulator = modulator
      }
      first += count
    }
  }

  /// What vibrato does to the pitch at a frame.
  private func bend(atFrame frame: Int) -> Float {
    guard patch.vibrato > 0 else { return 1 }
    let seconds = Float(frame) / 48_000
    return 1 + patch.vibrato * min(1, seconds * 3) * SynthMath.sine(seconds * 5.2)
  }

  @inline(__always)
  private static func run(
    _ o: inout Oscillator, _ count: Int, _ step: Float, _ left: UnsafeMutablePointer<Float>,
    _ right: UnsafeMutablePointer<Float>, _ wave: (Float) -> Float
  ) {
    var phase = o.phase
    let (toLeft, toRight) = (o.left, o.right)
    for i in 0..<count {
      let value = wave(phase)
      left[i] += value * toLeft
      right[i] += value * toRight
      phase += step
      if phase >= 1 { phase -= 1 }
    }
    o.phase = phase
  }

  /// The sweep within a block, near enough for a bell's overtones.
  @inline(__always)
  private func sweepAt(_ i: Int) -> Float {
    sweep / (1 + Float(i) / (48_000 * patch.sweepDecay))
  }

  /// A saw with its corner rounded off over two samples (PolyBLEP), so that it does not alias.
  @inline(__always)
  private static func saw(_ phase: Float, _ step: Float) -> Float {
    var value = 2 * phase - 1
    if phase < step {
      let t = phase / step
      value -= t + t - t * t - 1
    } else if phase > 1 - step {
      let t = (phase - 1) / step
      value -= t * t + t + t + 1
    }
    return value
  }

  /// Low-pass (V. Zavalishin's trapezoidal state-variable filter), envelope, and out.
  private mutating func shape(_ desk: SynthDesk, _ frames: Int, _ brightness: Float) {
    let rise = 1 / max(1, patch.attack * 48_000)
    let fall = 1 - SynthMath.keep(seconds: patch.decay)
    let away = 1 - SynthMath.keep(seconds: patch.release)
    let sweepKeep = SynthMath.exp2(Float(Self.control) * -1.442_695 / (patch.sweepDecay * 48_000))
    let k = 2 - 1.9 * patch.resonance
    var (g, a1): (Float, Float) = (0, 0)
    let amplitude = patch.gain * velocity
    for i in 0..<frames {
      if i % Self.control == 0 {
        g = lowPass(atFrame: age + i, brightness)
        a1 = 1 / (1 + g * (g + k))
        sweep *= sweepKeep
      }
      if age + i >= gate {
        level -= level * away
      } else if isFalling {
        level += (patch.sustain - level) * fall
      } else {
        level += rise
        if level >= 1 { isFalling = true }
      }
      let left = Self.filter(&low, desk.scratchLeft[i], g, k, a1) * level * amplitude
      let right = Self.filter(&high, desk.scratchRight[i], g, k, a1) * level * amplitude
      let push = 1 - patch.duck * desk.duck[i]
      desk.add(i, left * push, right * push, reverb: patch.reverb, echo: patch.echo)
    }
    if age + frames >= gate || patch.sustain == 0, isFalling || age + frames >= gate, level < 1e-4 {
      isOver = true
    }
  }

  private func lowPass(atFrame frame: Int, _ brightness: Float) -> Float {
    let turns = Float(frame % (48_000 * 60)) / 48_000 * patch.driftHertz
    let drift = patch.drift * SynthMath.sine(turns)
    let octaves = brightness + patch.sweep * sweep + drift
    let hertz = min(max(patch.cutoff * SynthMath.exp2(octaves), 40), 18_000)
    return SynthMath.tangent(hertz / 96_000)
  }

  @inline(__always)
  private static func filter(
    _ state: inout (a: Float, b: Float), _ x: Float, _ g: Float, _ k: Float, _ a1: Float
  ) -> Float {
    let v3 = x - state.b
    let v1 = a1 * (state.a + g * v3)
    let v2 = state.b + g * v1
    state.a = 2 * v1 - state.a
    state.b = 2 * v2 - state.b
    return v2
  }
}
