import CFFmpeg

/// A picture of a clip as pixels.
public struct ClipPicture: Sendable {
  public var width: Int
  public var height: Int
  /// RGBA, 8 bits each, bottom row first.
  public var pixels: [UInt8]
  /// When it is shown, seconds of the clip: `start ..< end`; the last one is shown for ever.
  public var start: Double
  public var end: Double
}

/// Any picture of a film or still by its time, exactly: the last one that begins at or before it.
///
/// Decodes on where that is near, else goes to the key picture before; pictures just shown are kept, so that a
/// film also runs backwards. Not for several threads at once.
public final class ClipReader {
  public let path: String
  /// What went wrong so far, such as a film that ends before its time.
  public private(set) var complaint: MediaError?
  private var file: ClipFile
  private let converter: ClipConverter
  /// Decoded pictures, in order; the last one's end isn't known until the one after it is there.
  private var recent: [ClipFile.Frame] = []
  private var isAtEnd = false
  private var converted: ClipPicture?

  /// Kept for running backwards.
  private static let mostRecent = 16
  private static let mostRecentBytes = 96 << 20
  /// Nearer than this it is quicker to decode on than to seek.
  private static let nearSeconds = 2.0

  /// - Parameters:
  ///   - covering: pictures are made no larger than covers this size; nil = as they are.
  ///   - hardware: lets the graphics card decode where it can.
  public init(
    path: String, covering size: (width: Int, height: Int)? = nil, hardware: Bool = false
  ) throws(MediaError) {
    self.path = path
    file = try ClipFile(path: path, hardware: hardware)
    converter = ClipConverter(turns: file.turns, covering: size)
    guard let first = file.next() else {
      throw .notAClip(file: path, why: "not one picture in it can be decoded; copy it again")
    }
    recent = [first]
  }

  /// Whether the graphics card decodes.
  public var isHardware: Bool { file.isHardware }

  /// The picture shown at a time; nil only where the file can no longer be read and none was shown.
  public func picture(atSeconds seconds: Double) -> ClipPicture? {
    let wanted = seconds.isFinite ? max(0, seconds) : 0
    if let converted, converted.start <= wanted, wanted < converted.end { return converted }
    guard let place = locate(wanted) else { return converted }
    let frame = recent[place]
    let end = place + 1 < recent.count ? recent[place + 1].start : .infinity
    guard let picture = converter.picture(of: frame.frame, start: frame.start, end: end) else {
      return converted
    }
    converted = picture
    return picture
  }

  /// Where in `recent` the picture of a time is, after decoding what that takes.
  private func locate(_ wanted: Double) -> Int? {
    // A still ends after its first picture: that is found out before anything is sought.
    if recent.count == 1 && !isAtEnd { decodeOne() }
    if let found = place(of: wanted) { return found }
    let isNear = (recent.last?.start).map { wanted >= $0 && wanted - $0 < Self.nearSeconds } ?? false
    if !isNear || recent.isEmpty { goBack(to: wanted) }
    while place(of: wanted) == nil && !isAtEnd { decodeOne() }
    return place(of: wanted)
  }

  /// The last one that begins at or before the time, if it is known that no other does.
  private func place(of wanted: Double) -> Int? {
    guard let place = recent.lastIndex(where: { $0.start <= wanted }) else { return nil }
    return place + 1 < recent.count || isAtEnd ? place : nil
  }

  private func decodeOne() {
    guard let frame = file.next() else {
      isAtEnd = true
      let end = recent.last?.start ?? 0
      if let promised = file.promisedSeconds, end < promised - 0.5, complaint == nil, promised < 86_400 {
        complaint = .clipEnds(file: path, seconds: end, promisedSeconds: promised)
      }
      return
    }
    recent.append(frame)
    let pixels = Int(frame.frame.pointee.width) * Int(frame.frame.pointee.height)
    let most = min(max(3, Self.mostRecentBytes / max(1, 2 * pixels)), Self.mostRecent)
    if recent.count > most { recent.removeFirst() }
  }

  /// Goes to a key picture whose time isn't after the one wanted; a bad index is gone round further back.
  private func goBack(to wanted: Double) {
    var back = 0.0
    while true {
      let target = max(0, wanted - back)
      let hasSought = file.seek(toSeconds: target) || reopen()
      guard hasSought else { return }
      recent.removeAll(keepingCapacity: true)
      isAtEnd = false
      decodeOne()
      let hasFound = recent.first.map { $0.start <= wanted } ?? false
      if hasFound || target == 0 { return }
      back = back == 0 ? 1 : back * 2
    }
  }

  /// For files that can't be sought: from the beginning again.
  private func reopen() -> Bool {
    guard let again = try? ClipFile(path: path) else { return false }  // what was shown last stays
    file = again
    return true
  }
}
