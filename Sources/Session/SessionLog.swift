import Music

/// The file format of a session: a file header, then records that each stand alone.
///
/// A record is `"KREC"`, payload length (u32), type (u16), flags (u16, 0), sequence (u64), time in sample
/// frames (u64), CRC-32 of all that and of the payload (u32), payload; little endian. A reader that meets
/// damage looks for the next record, so damage costs the records it touches and no others.
public enum SessionLog {
  /// `KINORA`, 0, version 1.
  public static let fileHeader: [UInt8] = Array("KINORA".utf8) + [0, 1]
  static let magic: [UInt8] = Array("KREC".utf8)
  static let headerLength = 32
  /// No payload is longer; a length beyond it is damage, known before memory is taken.
  public static let longestPayload = 1 << 20

  /// The bytes of one record.
  ///
  /// - Returns: nil when the event is longer than a record may be.
  public static func bytes(of record: SessionRecord) -> [UInt8]? {
    let payload = record.event.payload
    guard payload.count <= longestPayload else { return nil }
    var out = ByteWriter()
    out.put(raw: magic)
    out.put(UInt32(payload.count))
    out.put(record.event.type)
    out.put(UInt16(0))
    out.put(record.sequence)
    out.put(UInt64(bitPattern: record.time.frames))
    var crc = CRC32()
    crc.update(out.bytes)
    crc.update(payload)
    out.put(crc.value)
    out.put(raw: payload)
    return out.bytes
  }

  /// A stretch of a log that can't be read.
  public struct Damage: Sendable, Equatable, CustomStringConvertible {
    public var offset: Int
    public var length: Int
    /// Records known to be missing, by the numbers of their neighbours.
    public var missingRecords: UInt64

    public init(offset: Int, length: Int, missingRecords: UInt64) {
      self.offset = offset
      self.length = length
      self.missingRecords = missingRecords
    }

    public var description: String {
      "\(length) bytes at \(offset) of the session log can't be read; \(missingRecords) records are missing."
    }
  }

  /// All that could be read of a log.
  public struct Contents: Sendable {
    public var records: [SessionRecord] = []
    public var damage: [Damage] = []
  }

  /// Reads as much as there is; stops at nothing.
  public static func read(_ bytes: [UInt8]) -> Contents {
    var contents = Contents()
    var position = 0
    var damageStart: Int?
    if bytes.starts(with: fileHeader) { position = fileHeader.count } else { damageStart = 0 }
    while position < bytes.count {
      guard let (record, length) = record(in: bytes, at: position) else {
        if damageStart == nil { damageStart = position }
        position = nextMagic(in: bytes, from: position + 1)
        continue
      }
      let expected = contents.records.last.map { $0.sequence &+ 1 } ?? 0
      let missing = record.sequence > expected ? record.sequence - expected : 0
      if damageStart != nil || missing > 0 {
        let start = damageStart ?? position
        contents.damage.append(Damage(offset: start, length: position - start, missingRecords: missing))
        damageStart = nil
      }
      contents.records.append(record)
      position += length
    }
    if let start = damageStart {
      contents.damage.append(Damage(offset: start, length: bytes.count - start, missingRecords: 0))
    }
    return contents
  }

  /// The record that begins at `offset`, whole and unharmed, with its length in the file.
  private static func record(in bytes: [UInt8], at offset: Int) -> (SessionRecord, Int)? {
    guard bytes.count - offset >= headerLength, bytes[offset..<offset + 4].elementsEqual(magic) else {
      return nil
    }
    var reader = ByteReader(bytes[(offset + 4)..<(offset + headerLength)])
    guard let length = try? reader.integer(UInt32.self), Int(length) <= longestPayload,
      let type = try? reader.integer(UInt16.self), (try? reader.integer(UInt16.self)) != nil,
      let sequence = try? reader.integer(UInt64.self), let time = try? reader.integer(UInt64.self),
      let sum = try? reader.integer(UInt32.self), bytes.count - offset - headerLength >= Int(length)
    else { return nil }
    let payload = bytes[(offset + headerLength)..<(offset + headerLength + Int(length))]
    var crc = CRC32()
    crc.update(bytes[offset..<offset + headerLength - 4])
    crc.update(payload)
    guard crc.value == sum else { return nil }
    let event =
      (try? SessionEvent(type: type, payload: payload)) ?? .unknown(type: type, payload: Array(payload))
    let record = SessionRecord(
      sequence: sequence, time: SampleTime(Int64(bitPattern: time)), event: event)
    return (record, headerLength + Int(length))
  }

  private static func nextMagic(in bytes: [UInt8], from start: Int) -> Int {
    var position = start
    while position + 4 <= bytes.count {
      if bytes[position] == magic[0], bytes[position..<position + 4].elementsEqual(magic) { return position }
      position += 1
    }
    return bytes.count
  }
}
