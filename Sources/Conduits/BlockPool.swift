/// Equal blocks of memory, taken once, lent by one writing thread to one reading thread and given back.
///
/// The writer borrows a block, fills it and sends it with a tag; the reader takes it, uses it and returns it.
public final class BlockPool<Tag: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// A block on loan.
  public struct Loan {
    public let bytes: UnsafeMutableRawBufferPointer
    fileprivate let index: Int32
  }

  private struct Letter: BitwiseCopyable, Sendable {
    var index: Int32
    var tag: Tag
  }

  private let memory: UnsafeMutableRawBufferPointer
  private let blockLength: Int
  private let free: Ring<Int32>
  private let sent: Ring<Letter>
  public let count: Int

  /// - Parameters:
  ///   - count: blocks, ≥ 1.
  ///   - length: bytes in each.
  public init(count: Int, length: Int, blankTag: Tag) {
    precondition(count >= 1 && length >= 1, "a pool has a block, and a block has a byte")
    self.count = count
    blockLength = length
    memory = .allocate(byteCount: count * length, alignment: 64)
    free = Ring(capacity: count, filledWith: 0)
    sent = Ring(capacity: count, filledWith: Letter(index: 0, tag: blankTag))
    for index in 0..<count { free.write(Int32(index)) }
  }

  deinit { memory.deallocate() }

  /// Blocks sent and not yet taken.
  public var waiting: Int { sent.count }

  /// A free block, or nil when all are on loan. Call on the writing thread only; send what was borrowed.
  public func borrow() -> Loan? { free.next().map(loan) }

  /// Hands a filled block over. Call on the writing thread only.
  public func send(_ loan: Loan, tag: Tag) { sent.write(Letter(index: loan.index, tag: tag)) }

  /// The oldest block sent, or nil. Call on the reading thread only; give it back.
  public func take() -> (Loan, Tag)? { sent.next().map { (loan($0.index), $0.tag) } }

  /// Ends a loan. Call on the reading thread only.
  public func giveBack(_ loan: Loan) { free.write(loan.index) }

  private func loan(_ index: Int32) -> Loan {
    let start = Int(index) * blockLength
    return Loan(
      bytes: UnsafeMutableRawBufferPointer(rebasing: memory[start..<start + blockLength]), index: index)
  }
}
