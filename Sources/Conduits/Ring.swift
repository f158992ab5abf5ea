import Synchronization

/// A wait-free ring between exactly one writing and one reading thread.
///
/// Memory is taken once, at `init`. Elements must hold no reference.
public final class Ring<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let storage: UnsafeMutablePointer<Element>
  private let mask: Int
  private let written = Atomic<Int>(0)
  private let read = Atomic<Int>(0)

  /// - Parameter capacity: elements held at most; rounded up to a power of two.
  public init(capacity: Int, filledWith blank: Element) {
    precondition(capacity > 0, "a ring holds at least one element")
    var size = 1
    while size < capacity { size *= 2 }
    storage = .allocate(capacity: size)
    storage.initialize(repeating: blank, count: size)
    mask = size - 1
  }

  deinit { storage.deallocate() }

  public var capacity: Int { mask + 1 }

  /// Elements waiting to be read.
  public var count: Int { written.load(ordering: .acquiring) - read.load(ordering: .acquiring) }

  /// Writes all of `source` or nothing. Call on the writing thread only. Real-time safe.
  @discardableResult
  public func write(_ source: UnsafeBufferPointer<Element>) -> Bool {
    let end = written.load(ordering: .relaxed)
    guard source.count <= capacity - (end - read.load(ordering: .acquiring)) else { return false }
    for i in 0..<source.count { storage[(end + i) & mask] = source[i] }
    written.store(end + source.count, ordering: .releasing)
    return true
  }

  @discardableResult
  public func write(_ element: Element) -> Bool {
    withUnsafePointer(to: element) { write(UnsafeBufferPointer(start: $0, count: 1)) }
  }

  /// Fills all of `target` or takes nothing. Call on the reading thread only. Real-time safe.
  @discardableResult
  public func read(into target: UnsafeMutableBufferPointer<Element>) -> Bool {
    let start = read.load(ordering: .relaxed)
    guard target.count <= written.load(ordering: .acquiring) - start else { return false }
    for i in 0..<target.count { target[i] = storage[(start + i) & mask] }
    read.store(start + target.count, ordering: .releasing)
    return true
  }

  /// The oldest element, or nil when nothing waits. Call on the reading thread only.
  public func next() -> Element? {
    let start = read.load(ordering: .relaxed)
    guard written.load(ordering: .acquiring) > start else { return nil }
    let element = storage[start & mask]
    read.store(start + 1, ordering: .releasing)
    return element
  }
}
