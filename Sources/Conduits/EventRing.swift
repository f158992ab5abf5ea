import Synchronization

/// A wait-free post box from one writing to one reading thread: a real-time thread may post to it.
///
/// Memory is taken once, at `init`; posting copies a value of fixed size. What an event refers to, such as a text,
/// is made by the writer, outside its real-time path, and let go of by the reader.
public final class EventRing<Event: Sendable>: @unchecked Sendable {
  private let slots: UnsafeMutablePointer<Event>
  private let mask: Int
  private let written = Atomic<Int>(0)
  private let read = Atomic<Int>(0)

  /// - Parameter capacity: events that wait at most; rounded up to a power of two.
  public init(capacity: Int) {
    precondition(capacity > 0, "a ring holds at least one event")
    var size = 1
    while size < capacity { size *= 2 }
    slots = .allocate(capacity: size)
    mask = size - 1
  }

  deinit {
    while next() != nil {}
    slots.deallocate()
  }

  public var capacity: Int { mask + 1 }

  /// False when the ring is full: the oldest events are kept, this one is refused. Call on the writing thread only.
  @discardableResult
  public func post(_ event: Event) -> Bool {
    let end = written.load(ordering: .relaxed)
    guard end - read.load(ordering: .acquiring) < capacity else { return false }
    (slots + (end & mask)).initialize(to: event)
    written.store(end + 1, ordering: .releasing)
    return true
  }

  /// The oldest event, or nil when none waits. Call on the reading thread only.
  public func next() -> Event? {
    let start = read.load(ordering: .relaxed)
    guard written.load(ordering: .acquiring) > start else { return nil }
    let event = (slots + (start & mask)).move()
    read.store(start + 1, ordering: .releasing)
    return event
  }

  /// Takes everything out, oldest first. Call on the reading thread only.
  public func empty() -> [Event] {
    var events: [Event] = []
    while let event = next() { events.append(event) }
    return events
  }
}
