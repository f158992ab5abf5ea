import Capture
import Dispatch
import Foundation
import Music
import Synchronization

/// Reads a line as the conductor does, on a thread of its own, and keeps everything.
final class Ear: Sendable {
  struct Heard: Sendable {
    var stamp: HopStamp
    /// CLOCK_MONOTONIC when the hop was in hand.
    var takenAt: Int64
    var left: [Float]
    var right: [Float]
  }

  let line = CaptureLine()
  private let hops = Mutex<[Heard]>([])
  private let told = Mutex<[CaptureEvent]>([])
  private let isDone = Atomic<Bool>(false)
  private let hasEnded = DispatchSemaphore(value: 0)

  init() {
    let thread = Thread { [self] in
      listen()
      hasEnded.signal()
    }
    thread.start()
  }

  private func listen() {
    var reader = LineReader(line)
    let room = UnsafeMutableBufferPointer<Float>.allocate(capacity: Hop.length * 2)
    defer { room.deallocate() }
    while !isDone.load(ordering: .acquiring) {
      line.wait(atMostMilliseconds: 20)
      while let stamp = reader.next(room) {
        let now = MonotonicClock.nanoseconds()
        let left = stride(from: 0, to: room.count, by: 2).map { room[$0] }
        let right = stride(from: 1, to: room.count, by: 2).map { room[$0] }
        hops.withLock { $0.append(Heard(stamp: stamp, takenAt: now, left: left, right: right)) }
      }
      let news = line.events.empty()
      told.withLock { $0 += news }
    }
  }

  func finish() {
    isDone.store(true, ordering: .releasing)
    hasEnded.wait()
  }

  var heard: [Heard] { hops.withLock { $0 } }
  var events: [CaptureEvent] { told.withLock { $0 } }
  var left: [Float] { heard.flatMap(\.left) }
  var right: [Float] { heard.flatMap(\.right) }

  /// Waits for an event, at most so long; nil when it did not come.
  func wait(seconds: Double, for isIt: (CaptureEvent) -> Bool) -> CaptureEvent? {
    let end = MonotonicClock.nanoseconds() + Int64(seconds * 1e9)
    while MonotonicClock.nanoseconds() < end {
      if let event = events.first(where: isIt) { return event }
      usleep(2_000)
    }
    return nil
  }

  /// Stream frames minus what the clock says, seconds: how far the line has come away from real time.
  func clockError(between a: Heard, and b: Heard) -> Double {
    let frames = Double(b.stamp.firstFrame - a.stamp.firstFrame) / Double(Hop.sampleRate)
    return frames - Double(b.stamp.nanoseconds - a.stamp.nanoseconds) * 1e-9
  }

  /// Where the stamps leap by more than 2 ms against the count of frames: seconds on the line, and ms.
  var leaps: [String] {
    let all = heard
    return zip(all, all.dropFirst()).compactMap { a, b in
      let leap = Double(b.stamp.nanoseconds - a.stamp.nanoseconds) * 1e-6 - Hop.seconds * 1e3
      let at = Double(b.stamp.firstFrame) / Double(Hop.sampleRate)
      return abs(leap) > 2 ? "\((at * 1e3).rounded() / 1e3) s: \((leap * 100).rounded() / 100) ms" : nil
    }
  }

  /// Whether hop followed hop without a hole in the count.
  var isWhole: Bool {
    let all = heard
    return zip(all, all.dropFirst()).allSatisfy {
      $1.stamp.firstFrame - $0.stamp.firstFrame == Int64(Hop.length)
    }
  }
}

extension CaptureEvent {
  var isLost: Bool { if case .lost = self { true } else { false } }
  var isFound: Bool { if case .found = self { true } else { false } }
  var gapFrames: Int64? { if case .gap(_, let frames, _) = self { frames } else { nil } }
}

extension Ear {
  /// How far heard sound, on the left, lies behind what was played, wherever that changes and stays for a tenth of a second.
  func lags(behind played: [Int16]) -> [(frames: Int, seconds: Double)] {
    func key(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> [Int] { [a, b, c, d] }
    var places: [[Int]: Int] = [:]
    for i in 0..<played.count - 3 {
      places[key(Int(played[i]), Int(played[i + 1]), Int(played[i + 2]), Int(played[i + 3]))] = i
    }
    let whole = left.map { Int(($0 * 32_768).rounded()) }
    var lags: [(frames: Int, seconds: Double)] = []
    var (last, since) = (Int.min, 0)
    for i in stride(from: 0, to: whole.count - 3, by: 16) {
      guard let place = places[key(whole[i], whole[i + 1], whole[i + 2], whole[i + 3])] else { continue }
      if i - place != last { (last, since) = (i - place, i) }
      if i - since >= 4_800, lags.last?.frames != last { lags.append((last, Double(since) / 48_000)) }
    }
    return lags
  }
}
