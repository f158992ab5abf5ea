/// Values as little-endian bytes.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ isSet: Bool) { bytes.append(isSet ? 1 : 0) }

  /// UTF-8, its length before it.
  mutating func put(_ text: String) {
    put(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func put<Element>(_ list: [Element], _ element: (inout ByteWriter, Element) -> Void) {
    put(UInt32(list.count))
    for item in list { element(&self, item) }
  }

  mutating func put(raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }
}

/// Little-endian bytes as values; a value that the bytes can't hold is an error, never a crash.
struct ByteReader {
  struct Malformed: Error {}

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var remaining: Int { bytes.endIndex - position }

  mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type = Value.self) throws(Malformed) -> Value
  {
    let size = MemoryLayout<Value>.size
    guard remaining >= size else { throw Malformed() }
    var value: Value = 0
    withUnsafeMutableBytes(of: &value) { target in
      for i in 0..<size { target[i] = bytes[position + i] }
    }
    position += size
    return Value(littleEndian: value)
  }

  mutating func bool() throws(Malformed) -> Bool { try integer(UInt8.self) != 0 }

  mutating func text() throws(Malformed) -> String {
    let count = try integer(UInt32.self)
    guard Int(count) <= remaining else { throw Malformed() }
    defer { position += Int(count) }
    return String(decoding: bytes[position..<position + Int(count)], as: UTF8.self)
  }

  /// - Parameter minimumSize: bytes that each element takes at least, which bounds the count before memory
  ///   is taken for it.
  mutating func list<Element>(
    minimumSize: Int, _ element: (inout ByteReader) throws(Malformed) -> Element
  ) throws(Malformed) -> [Element] {
    let count = try integer(UInt32.self)
    guard Int(count) <= remaining / minimumSize else { throw Malformed() }
    var items: [Element] = []
    items.reserveCapacity(Int(count))
    for _ in 0..<count { items.append(try element(&self)) }
    return items
  }

  mutating func rest() -> [UInt8] {
    defer { position = bytes.endIndex }
    return Array(bytes[position...])
  }
}
