import Glibc
import Music

/// Sounds whose truth is known by construction, as functions of stream time.
public protocol TestSignal {
  /// The mono sample frame at `index`, counted from the start at `Hop.sampleRate`.
  func sample(at index: Int) -> Float
}

extension TestSignal {
  /// One hop of the signal.
  public func hop(_ index: Int) -> [Float] {
    (0..<Hop.length).map { sample(at: index * Hop.length + $0) }
  }
}

/// Short clicks of noise at a steady tempo, the first at `offsetSeconds`.
public struct Metronome: TestSignal {
  public var beatsPerMinute: Double
  public var offsetSeconds: Double
  /// Peak, 1 being full scale.
  public var amplitude: Float

  public init(beatsPerMinute: Double, offsetSeconds: Double = 0.1, amplitude: Float = 0.5) {
    self.beatsPerMinute = beatsPerMinute
    self.offsetSeconds = offsetSeconds
    self.amplitude = amplitude
  }

  public func sample(at index: Int) -> Float {
    let period = 60 / beatsPerMinute
    let seconds = Double(index) / Double(Hop.sampleRate) - offsetSeconds
    guard seconds >= 0 else { return 0 }
    let since = seconds - (seconds / period).rounded(.down) * period
    let envelope = exp(-since / 0.012)
    guard envelope > 1e-4 else { return 0 }
    // The same noise for every click: hashed from the time within it.
    var noise = SeededGenerator(seed: UInt64((since * Double(Hop.sampleRate)).rounded()))
    return amplitude * Float(envelope * (noise.unit() * 2 - 1))
  }

  /// Distance in seconds from the nearest click.
  public func distance(fromSeconds seconds: Double) -> Double {
    let period = 60 / beatsPerMinute
    let beats = (seconds - offsetSeconds) / period
    return (beats - beats.rounded()) * period
  }
}

/// A sum of steady sines.
public struct Tone: TestSignal {
  public var hertz: [Double]
  public var amplitude: Float

  public init(hertz: [Double], amplitude: Float = 0.2) {
    self.hertz = hertz
    self.amplitude = amplitude
  }

  public func sample(at index: Int) -> Float {
    let seconds = Double(index) / Double(Hop.sampleRate)
    return amplitude * hertz.reduce(0) { $0 + Float(sin(2 * .pi * $1 * seconds)) }
  }
}

/// The same number for ever: silence, a constant offset, or something that is no number.
public struct Constant: TestSignal {
  public var value: Float
  public init(_ value: Float) { self.value = value }
  public func sample(at index: Int) -> Float { value }
}

/// Another signal, louder or softer.
public struct Scaled<Base: TestSignal>: TestSignal {
  public var base: Base
  public var gain: Float

  public init(_ base: Base, decibels: Double) {
    self.base = base
    gain = Float(pow(10, decibels / 20))
  }

  public func sample(at index: Int) -> Float { gain * base.sample(at: index) }
}

/// White noise from a seed.
public struct Noise: TestSignal {
  public var amplitude: Float
  public init(amplitude: Float) { self.amplitude = amplitude }
  public func sample(at index: Int) -> Float {
    var generator = SeededGenerator(seed: UInt64(index), purpose: "noise")
    return amplitude * Float(generator.unit() * 2 - 1)
  }
}

/// A signal driven into the rails of a converter, over a bed of hiss.
public struct Clipped<Base: TestSignal>: TestSignal {
  public var base: Base
  public var hiss: Noise

  public init(_ base: Base, hiss: Float) {
    self.base = base
    self.hiss = Noise(amplitude: hiss)
  }

  public func sample(at index: Int) -> Float {
    min(max(base.sample(at: index) + hiss.sample(at: index), -1), 1)
  }
}

/// A drum set in four: a low thump on every beat, and a short hiss on the beat and on its swung off-beat.
public struct SwungDrums: TestSignal {
  public var beatsPerMinute: Double
  /// First part of the beat against the second: 1 straight, 2 a triplet's.
  public var ratio: Double

  public init(beatsPerMinute: Double, ratio: Double) {
    self.beatsPerMinute = beatsPerMinute
    self.ratio = ratio
  }

  public func sample(at index: Int) -> Float {
    let period = 60 / beatsPerMinute
    let seconds = Double(index) / Double(Hop.sampleRate)
    let since = seconds.truncatingRemainder(dividingBy: period)
    let off = since - period * ratio / (1 + ratio)
    var noise = SeededGenerator(seed: UInt64(index), purpose: "hat")
    let hiss = (noise.unit() - 0.5) * (exp(-since / 0.02) + (off >= 0 ? exp(-off / 0.02) : 0))
    return Float(0.5 * sin(2 * .pi * 60 * since) * exp(-since / 0.08) + 0.25 * hiss)
  }
}
