import Foundation
import Scenery

/// How far a rendering is, how fast it goes, and how long it will still take.
struct Progress {
  private let total: Int64?
  private var status = StatusLine()
  private let clock = WallClock()
  private let begin: Int64
  private var nextShow: Int64 = 0
  private static let intervalNanoseconds: Int64 = 200_000_000
  private static let width = 30

  init(of length: (seconds: Double?, framesPerSecond: Int)) {
    total = length.seconds.map { max(1, Int64(($0 * Double(length.framesPerSecond)).rounded(.up))) }
    begin = clock.now()
  }

  mutating func show(frame: Int64, size: PixelSize) {
    let now = clock.now()
    guard now >= nextShow else { return }
    nextShow = now + Self.intervalNanoseconds
    let seconds = max(Double(now - begin) * 1e-9, 1e-3)
    let rate = Double(frame) / seconds
    guard let total else {
      status.show(String(format: "%d pictures, %.0f a second", Int(frame), rate), atSeconds: seconds)
      return
    }
    let share = min(1, Double(frame) / Double(total))
    let filled = Int(share * Double(Self.width))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    let left = Double(max(0, total - frame)) / max(rate, 1e-3)
    status.show(
      "\(bar) \(Int(share * 100)) % · \(Int(rate.rounded())) pictures a second · \(clockText(left)) left",
      atSeconds: seconds)
  }

  mutating func close() { status.close() }
}
