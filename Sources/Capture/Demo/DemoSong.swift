import Media
import Music

/// “First Light”, Kinora's own song: two minutes of music made by code, the same on every machine.
///
/// 120 beats per minute; A minor with a Dorian turn, over a break to B minor. What is played when is known
/// to the sample (`beats`, `downbeats`, `sections`), so that ears can be tested with it.
public final class DemoSong: HopSource {
  /// A part of the song.
  public struct Section: Sendable, Equatable {
    public var name: String
    public var seconds: Double
  }

  public static let beatsPerMinute = 120.0
  /// Every beat from the first bar to the last, seconds; also where no drum marks it.
  public static let beats = (0..<DemoScore.bars * 4).map { Double($0) * 0.5 }
  /// The first beat of every bar, seconds.
  public static let downbeats = (0..<DemoScore.bars).map { Double($0) * 2 }
  /// Where each part begins.
  public static let sections = DemoScore.plan.map { Section(name: $0.name, seconds: Double($0.bar) * 2) }

  public let title = "First Light"
  public let durationSeconds: Double?

  private var studio = DemoStudio()
  private var step = 0
  /// The sixteenth being read, and how much of it has been.
  private var block: UnsafeMutableBufferPointer<Float>
  private var taken = DemoScore.framesPerStep

  private static let steps = DemoScore.bars * DemoScore.stepsPerBar + DemoScore.tailSteps
  /// Sixteenths played unheard before a place that is sought, for what still sounds there: 8 bars.
  private static let runUp = 128

  public init() {
    durationSeconds = Double(Self.steps * DemoScore.framesPerStep) / Double(Hop.sampleRate)
    block = .allocate(capacity: DemoScore.framesPerStep * 2)
    block.initialize(repeating: 0)
  }

  deinit { block.deallocate() }

  public func next(_ hop: UnsafeMutableBufferPointer<Float>) throws -> Bool {
    var written = 0
    while written < hop.count / 2 {
      if taken == DemoScore.framesPerStep {
        guard step < Self.steps else { break }
        studio.play(step: step, into: block)
        step += 1
        taken = 0
      }
      let count = min(hop.count / 2 - written, DemoScore.framesPerStep - taken)
      for i in 0..<count * 2 { hop[written * 2 + i] = block[taken * 2 + i] }
      written += count
      taken += count
    }
    for i in written * 2..<hop.count { hop[i] = 0 }
    return written > 0
  }

  /// Goes to a time; what was struck before it is heard ringing, as if played through.
  public func seek(toSeconds seconds: Double) throws {
    let frame = Int(SampleTime(seconds: max(0, seconds.isFinite ? seconds : 0)).frames)
    let target = min(frame / DemoScore.framesPerStep, Self.steps)
    studio = DemoStudio()
    // Begin where a bar does, so that chords that last the bar are struck.
    step = max(0, target - Self.runUp) / DemoScore.stepsPerBar * DemoScore.stepsPerBar
    while step < target {
      studio.play(step: step, into: block)
      step += 1
    }
    taken = DemoScore.framesPerStep
    guard target < Self.steps, frame % DemoScore.framesPerStep > 0 else { return }
    studio.play(step: step, into: block)
    step += 1
    taken = frame % DemoScore.framesPerStep
  }
}

/// Band, desk and limiter: one sixteenth after another.
struct DemoStudio {
  private var band = DemoBand()
  private let desk = SynthDesk(frames: DemoScore.framesPerStep)
  private var limiter = SynthLimiter()
  /// The limiter looks ahead; what it holds back of the next sixteenth is fetched by rendering one ahead.
  private var ahead: [Float] = []

  /// Level of the whole, set so that the song lies near −16 dB below full scale.
  private static let level: Float = 0.56

  /// Renders a sixteenth; ask for them in order.
  mutating func play(step: Int, into target: UnsafeMutableBufferPointer<Float>) {
    if ahead.isEmpty {
      ahead.reserveCapacity((DemoScore.framesPerStep + SynthLimiter.ahead) * 2)
      render(step)
      ahead.removeFirst(SynthLimiter.ahead * 2)
    }
    render(step + 1)
    for i in 0..<target.count { target[i] = SampleGrid.nearest(ahead[i]) }
    ahead.removeFirst(target.count)
  }

  private mutating func render(_ step: Int) {
    band.strike(step: step)
    desk.begin(withKick: band.hasKick)
    band.play(desk, frames: DemoScore.framesPerStep)
    desk.finish()
    for i in 0..<DemoScore.framesPerStep {
      let out = limiter.next(desk.left[i] * Self.level, desk.right[i] * Self.level)
      ahead.append(out.left)
      ahead.append(out.right)
    }
  }
}
