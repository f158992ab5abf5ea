import Scenery

/// Counts pictures shown and grid steps skipped, how far apart pictures were, and how large they were drawn.
struct FrameTally: Sendable {
  private(set) var shown: Int64 = 0
  private(set) var skipped: Int64 = 0
  private var windowStart: Int64 = 0
  private var windowShown: Int64 = 0
  private var rate = 0.0
  private var last: Int64?
  /// How many pictures came so many steps of `step` after the one before; the last place is for all beyond.
  private var intervals = [Int64](repeating: 0, count: Self.places)
  private var worst: Int64 = 0
  private var smallest: PixelSize?
  private var width = 0.0
  private var height = 0.0

  /// Nanoseconds between the steps in which intervals are counted: 0.1 ms, up to 0.5 s.
  private static let step: Int64 = 100_000
  private static let places = 5_000

  /// Told of each picture when it has been shown.
  ///
  /// - Parameters:
  ///   - skipped: steps of the frame grid since the last picture that had none.
  ///   - now: CLOCK_MONOTONIC.
  ///   - size: of the picture as drawn, before it is fitted to window and film.
  mutating func count(skipped: Int64, atNanoseconds now: Int64, size: PixelSize) {
    shown += 1
    windowShown += 1
    self.skipped += max(0, skipped)
    if let last {
      let interval = max(0, now - last)
      intervals[min(Self.places - 1, Int((interval + Self.step / 2) / Self.step))] += 1
      worst = max(worst, interval)
    }
    last = now
    width += Double(size.width)
    height += Double(size.height)
    if let least = smallest, least.width * least.height <= size.width * size.height { return }
    smallest = size
  }

  /// Pictures a second since the last call that was at least a second ago.
  mutating func framesPerSecond(atNanoseconds now: Int64) -> Double {
    let seconds = Double(now - windowStart) * 1e-9
    guard seconds >= 1 else { return rate }
    rate = windowStart == 0 ? 0 : Double(windowShown) / seconds
    windowStart = now
    windowShown = 0
    return rate
  }

  /// Milliseconds from picture to picture that so large a share of them kept within.
  func milliseconds(withinShare share: Double) -> Double {
    let wanted = share * Double(max(0, shown - 1))
    var counted: Int64 = 0
    for (place, count) in intervals.enumerated() where count > 0 {
      counted += count
      if Double(counted) >= wanted, place < Self.places - 1 { return Double(Int64(place) * Self.step) * 1e-6 }
    }
    return Double(worst) * 1e-6
  }

  /// As `perform` closes; Tools/prove-live reads it.
  var sentence: String {
    let counts = "\(shown) pictures shown, \(skipped) grid steps skipped"
    guard shown > 1, let smallest else { return counts }
    let apart = [0.5, 0.95, 0.99].map { Reports.decimal(milliseconds(withinShare: $0)) }
    let mean = "\(Int((width / Double(shown)).rounded()))×\(Int((height / Double(shown)).rounded()))"
    return counts + ", p50 \(apart[0]) p95 \(apart[1]) p99 \(apart[2]) worst "
      + "\(Reports.decimal(Double(worst) * 1e-6)) ms apart, drawn at \(mean) on average, "
      + "\(smallest.width)×\(smallest.height) at the smallest"
  }
}
