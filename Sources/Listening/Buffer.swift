/// Memory of one size, owned by one value and taken once: what the ear's inner loops run over.
struct Buffer<Element: BitwiseCopyable>: ~Copyable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ count: Int, filledWith blank: Element) {
    precondition(count > 0, "a buffer holds at least one element")
    self.count = count
    // 64 bytes: one cache line, and the widest vector in use.
    let raw = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Element>.stride, alignment: 64)
    base = raw.bindMemory(to: Element.self, capacity: count)
    base.initialize(repeating: blank, count: count)
  }

  deinit { base.deallocate() }

  subscript(i: Int) -> Element {
    @inline(__always) get { base[i] }
    @inline(__always) nonmutating set { base[i] = newValue }
  }

  func fill(_ value: Element) {
    for i in 0..<count { base[i] = value }
  }
}

extension Buffer where Element == Float {
  init(_ count: Int) { self.init(count, filledWith: 0) }
}
