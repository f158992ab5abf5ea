import Foundation
import Testing

@testable import Conduits

/// An event as the capture thread has it: numbers, and now and then a text.
private enum News: Sendable, Equatable {
  case gap(first: Int64, frames: Int64)
  case lost(String)
}

/// Counts its living copies, so that a test sees what is never let go of.
private final class Witness: Sendable {
  private let living: LivingCount
  init(_ living: LivingCount) {
    self.living = living
    living.add(1)
  }
  deinit { living.add(-1) }
}

private final class LivingCount: @unchecked Sendable {
  private let lock = NSLock()
  private var living = 0
  func add(_ step: Int) { lock.withLock { living += step } }
  var value: Int { lock.withLock { living } }
}

@Suite("An event ring") struct EventRingTests {
  @Test("hands events over in order, once each")
  func order() {
    let ring = EventRing<News>(capacity: 4)
    #expect(ring.next() == nil && ring.empty().isEmpty)
    ring.post(.gap(first: 1, frames: 2))
    ring.post(.lost("unplugged"))
    #expect(ring.empty() == [.gap(first: 1, frames: 2), .lost("unplugged")])
    #expect(ring.empty().isEmpty)
  }

  @Test("keeps the oldest when nobody reads, says so, and takes events again afterwards")
  func full() {
    let ring = EventRing<News>(capacity: 3)
    #expect(ring.capacity == 4)
    let taken = (0..<10).map { ring.post(.gap(first: $0, frames: 1)) }
    #expect(taken == [true, true, true, true] + Array(repeating: false, count: 6))
    #expect(ring.next() == .gap(first: 0, frames: 1))
    #expect(ring.post(.lost("later")))
    #expect(ring.empty().last == .lost("later"))
  }

  @Test("lets go of what an event refers to: when it is read, and when the ring goes")
  func release() {
    let living = LivingCount()
    var ring: EventRing<Witness>? = EventRing(capacity: 8)
    for _ in 0..<5 { ring?.post(Witness(living)) }
    _ = ring?.next()
    #expect(living.value == 4)
    ring = nil
    #expect(living.value == 0)
  }

  @Test("loses and doubles nothing between two threads that run at once")
  func threads() {
    let ring = EventRing<News>(capacity: 16)
    let count: Int64 = 20_000
    let writer = Thread {
      var next: Int64 = 0
      while next < count {
        let event: News = next % 1_000 == 0 ? .lost("\(next)") : .gap(first: next, frames: next)
        if ring.post(event) { next += 1 } else { Thread.sleep(forTimeInterval: 0) }
      }
    }
    writer.start()
    var expected: Int64 = 0
    let deadline = Date(timeIntervalSinceNow: 60)
    while expected < count, Date() < deadline {
      guard let event = ring.next() else {
        Thread.sleep(forTimeInterval: 0)
        continue
      }
      let right: News = expected % 1_000 == 0 ? .lost("\(expected)") : .gap(first: expected, frames: expected)
      guard event == right else {
        Issue.record("\(event) came where \(right) belongs")
        return
      }
      expected += 1
    }
    #expect(expected == count)
  }
}
