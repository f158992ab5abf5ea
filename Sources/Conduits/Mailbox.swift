import Synchronization

/// A bounded post box between threads of which none is real-time: a mutex is fine here.
public final class Mailbox<Letter: Sendable>: Sendable {
  private let letters = Mutex<[Letter]>([])
  private let limit: Int

  public init(limit: Int = 64) { self.limit = limit }

  /// False when the box is full: the oldest letters are kept, this one is refused.
  @discardableResult
  public func post(_ letter: Letter) -> Bool {
    letters.withLock {
      guard $0.count < limit else { return false }
      $0.append(letter)
      return true
    }
  }

  /// Takes everything out, oldest first.
  public func empty() -> [Letter] {
    letters.withLock { waiting in
      defer { waiting.removeAll(keepingCapacity: true) }
      return waiting
    }
  }
}
