/// The check sum of zip and PNG files (IEEE 802.3, reflected polynomial EDB88320).
public struct CRC32: Sendable {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? 0xedb8_8320 ^ (crc >> 1) : crc >> 1 }
  }
  private var state: UInt32 = 0xffff_ffff

  public init() {}

  public mutating func update(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = Self.table[Int((state ^ UInt32(byte)) & 0xff)] ^ (state >> 8) }
  }

  public var value: UInt32 { state ^ 0xffff_ffff }

  public static func value(of bytes: some Sequence<UInt8>) -> UInt32 {
    var crc = CRC32()
    crc.update(bytes)
    return crc.value
  }
}
