/// The mixing desk: buses of one block, and the room around them.
///
/// Owns its memory; everything is a plain loop over floats.
final class SynthDesk {
  let scratchLeft: UnsafeMutablePointer<Float>
  let scratchRight: UnsafeMutablePointer<Float>
  /// 1 just after a kick, falling to 0.
  let duck: UnsafeMutablePointer<Float>
  let left: UnsafeMutablePointer<Float>
  let right: UnsafeMutablePointer<Float>
  private let reverbLeft: UnsafeMutablePointer<Float>
  private let reverbRight: UnsafeMutablePointer<Float>
  private let echoLeft: UnsafeMutablePointer<Float>
  private let echoRight: UnsafeMutablePointer<Float>
  private let memory: UnsafeMutableBufferPointer<Float>
  private let frames: Int

  private var ducking: Float = 0
  private var duckTarget: Float = 0
  private var room = SynthRoom()
  private var echo = SynthEcho()

  /// How long the kick's push lasts, seconds.
  private static let duckSeconds: Float = 0.11

  init(frames: Int) {
    self.frames = frames
    memory = .allocate(capacity: frames * 9)
    memory.initialize(repeating: 0)
    guard let base = memory.baseAddress else { preconditionFailure("a desk has at least one frame") }
    (scratchLeft, scratchRight, duck) = (base, base + frames, base + 2 * frames)
    (left, right, reverbLeft) = (base + 3 * frames, base + 4 * frames, base + 5 * frames)
    (reverbRight, echoLeft, echoRight) = (base + 6 * frames, base + 7 * frames, base + 8 * frames)
  }

  deinit { memory.deallocate() }

  /// Begins a block; with a kick on its first frame or without.
  func begin(withKick: Bool) {
    for i in 3 * frames..<9 * frames { memory[i] = 0 }
    let keep = SynthMath.keep(seconds: Self.duckSeconds)
    if withKick { duckTarget = 1 }
    for i in 0..<frames {
      duckTarget *= keep
      // Two milliseconds down, so that the push does not click.
      ducking += (duckTarget - ducking) * (duckTarget > ducking ? 0.012 : 0.2)
      duck[i] = ducking
    }
  }

  func clearScratch(_ count: Int) {
    for i in 0..<count {
      scratchLeft[i] = 0
      scratchRight[i] = 0
    }
  }

  @inline(__always)
  func add(_ i: Int, _ l: Float, _ r: Float, reverb: Float, echo: Float) {
    left[i] += l
    right[i] += r
    reverbLeft[i] += l * reverb
    reverbRight[i] += r * reverb
    echoLeft[i] += l * echo
    echoRight[i] += r * echo
  }

  /// Adds echo and room to `left` and `right`.
  func finish() {
    for i in 0..<frames {
      let repeated = echo.next(echoLeft[i], echoRight[i])
      let around = room.next(reverbLeft[i] + 0.25 * repeated.left, reverbRight[i] + 0.25 * repeated.right)
      // The room gives way to the kick, too: that is what makes it breathe.
      let push = 1 - 0.5 * duck[i]
      left[i] += (repeated.left + around.left) * push
      right[i] += (repeated.right + around.right) * push
    }
  }
}

/// A room: eight delay lines feeding each other through a Householder matrix.
///
/// Source: J.-M. Jot, A. Chaigne, “Digital delay networks for designing artificial reverberators”, AES 1991.
struct SynthRoom {
  private static let lengths = [1_427, 1_637, 1_871, 2_137, 2_377, 2_683, 3_023, 3_461]
  /// Seconds to fall by 60 dB.
  private static let seconds: Float = 2.2
  private static let before = 1_100
  private static let size = 4_096

  private var lines = [Float](repeating: 0, count: 8 * size)
  private var wait = [Float](repeating: 0, count: 2 * 2_048)
  private var damp = [Float](repeating: 0, count: 8)
  private let gains = lengths.map { SynthMath.exp2(-9.965_784 * Float($0) / (seconds * 48_000)) }
  private var at = 0

  mutating func next(_ left: Float, _ right: Float) -> (left: Float, right: Float) {
    let delayed = (at &- Self.before) & 2_047
    let (l, r) = (wait[delayed], wait[2_048 + delayed])
    wait[at & 2_047] = left
    wait[2_048 + (at & 2_047)] = right
    return lines.withUnsafeMutableBufferPointer { lines in
      var sum: Float = 0
      for n in 0..<8 {
        let out = lines[n * Self.size + ((at &- Self.lengths[n]) & (Self.size - 1))]
        damp[n] += 0.62 * (out - damp[n])
        sum += damp[n]
      }
      let share = sum * 0.25
      var (outLeft, outRight): (Float, Float) = (0, 0)
      for n in 0..<8 {
        let value = damp[n]
        lines[n * Self.size + (at & (Self.size - 1))] =
          (value - share) * gains[n] + (n % 2 == 0 ? l : r) + 1e-18
        if n % 2 == 0 {
          outLeft += n % 4 == 0 ? value : -value
        } else {
          outRight += n % 4 == 1 ? value : -value
        }
      }
      at &+= 1
      return (outLeft * 0.5, outRight * 0.5)
    }
  }
}

/// Echoes of three sixteenths that cross from side to side and grow dark.
struct SynthEcho {
  private static let length = 3 * DemoScore.framesPerStep
  private static let feedback: Float = 0.42

  private var left = [Float](repeating: 0, count: length)
  private var right = [Float](repeating: 0, count: length)
  private var dark = (left: Float(0), right: Float(0))
  private var thin = (left: Float(0), right: Float(0))
  private var at = 0

  mutating func next(_ l: Float, _ r: Float) -> (left: Float, right: Float) {
    let (outLeft, outRight) = (left[at], right[at])
    dark.left += 0.42 * (outLeft - dark.left)
    dark.right += 0.42 * (outRight - dark.right)
    thin.left += 0.03 * (dark.left - thin.left)
    thin.right += 0.03 * (dark.right - thin.right)
    left[at] = 0.5 * (l + r) + Self.feedback * (dark.right - thin.right) + 1e-18
    right[at] = Self.feedback * (dark.left - thin.left) + 1e-18
    at = at + 1 == Self.length ? 0 : at + 1
    return (outLeft, outRight)
  }
}

/// The last stage: never above the ceiling, seen 5 ms ahead so that nothing is bent.
struct SynthLimiter {
  static let ahead = 240
  /// −0.9 dB.
  private static let ceiling: Float = 0.9

  private var waiting = [Float](repeating: 0, count: 2 * ahead)
  private var held: Float = 1
  private var holdLeft = 0
  private var smooth = [Float](repeating: 1, count: ahead)
  private var sum = Double(ahead)
  private var at = 0
  private var direct = (left: Float(0), right: Float(0))

  /// One frame in, the one 5 ms earlier out.
  mutating func next(_ left: Float, _ right: Float) -> (left: Float, right: Float) {
    // Below 20 Hz there is nothing to hear and much to lose.
    direct.left += 0.002 * (left - direct.left)
    direct.right += 0.002 * (right - direct.right)
    let (l, r) = (left - direct.left, right - direct.right)
    let need = min(1, Self.ceiling / max(Self.ceiling, max(abs(l), abs(r))))
    // Hold the lowest need for as long as we look ahead, then let go within 60 ms.
    if need <= held {
      held = need
      holdLeft = Self.ahead
    } else if holdLeft > 0 {
      holdLeft -= 1
    } else {
      held = min(need, held + (1 - held) * 0.000_35 + 1e-7)
    }
    sum += Double(held) - Double(smooth[at])
    smooth[at] = held
    let gain = min(1, Float(sum / Double(Self.ahead)))
    let out = (waiting[2 * at] * gain, waiting[2 * at + 1] * gain)
    waiting[2 * at] = l
    waiting[2 * at + 1] = r
    at = at + 1 == Self.ahead ? 0 : at + 1
    return out
  }
}
