import Media

/// A song file, hop by hop.
public struct SongSource: HopSource {
  private let reader: SongReader

  public init(path: String) throws(MediaError) { reader = try SongReader(path: path) }

  public var title: String { reader.title }
  public var artist: String? { reader.artist }
  public var durationSeconds: Double? { reader.durationSeconds }
  public var complaint: String? { reader.complaint?.description }

  public mutating func next(_ hop: UnsafeMutableBufferPointer<Float>) throws -> Bool {
    let frames = try reader.read(into: hop)
    for i in frames * 2..<hop.count { hop[i] = 0 }
    return frames > 0
  }

  public mutating func seek(toSeconds seconds: Double) throws { try reader.seek(toSeconds: seconds) }
}
