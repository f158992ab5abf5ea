import Media

/// Where a recorder writes: the next picture, the next sound. Used on the recorder's thread alone.
protocol PictureSink: AnyObject {
  var path: String { get }
  /// What writes it, for the performer.
  var encoderName: String { get }
  /// What had to be done otherwise than asked.
  var notices: [String] { get }
  var bytes: Int64 { get }
  func write(_ picture: UnsafeRawBufferPointer) throws(EncodeError)
  func repeatPicture() throws(EncodeError)
  func write(sound samples: UnsafeBufferPointer<Float>) throws(EncodeError)
  func requestSync()
  func finish(chapters: [Chapter], tidily: Bool) throws(EncodeError) -> MovieTotals
}

/// A film.
final class MovieSink: PictureSink {
  private let writer: MovieWriter

  init(_ writer: MovieWriter) { self.writer = writer }

  var path: String { writer.path }
  var encoderName: String { writer.encoderName }
  var notices: [String] { writer.notices }
  var bytes: Int64 { writer.bytes }
  func write(_ picture: UnsafeRawBufferPointer) throws(EncodeError) { try writer.write(picture) }
  func repeatPicture() throws(EncodeError) { try writer.repeatPicture() }
  func write(sound samples: UnsafeBufferPointer<Float>) throws(EncodeError) {
    try writer.write(sound: samples)
  }
  func requestSync() { writer.requestSync() }
  func finish(chapters: [Chapter], tidily: Bool) throws(EncodeError) -> MovieTotals {
    try writer.finish(chapters: chapters, tidily: tidily)
  }
}

/// A folder of numbered PNG files, and the sound beside them as FLAC.
final class SequenceSink: PictureSink {
  let path: String
  private let pattern: FramePattern
  private let writer: PNGWriter
  private let sound: FLACWriter?
  private let force: Bool
  private let pixelBytes: Int
  private var last: [UInt8] = []
  private var frames: Int64 = 0
  private(set) var bytes: Int64 = 0

  init(pattern: FramePattern, width: Int, height: Int, withSound: Bool, force: Bool) throws(EncodeError) {
    path = pattern.folder
    self.pattern = pattern
    self.force = force
    pixelBytes = width * height * 4
    writer = try PNGWriter(width: width, height: height)
    sound = withSound ? try FLACWriter(path: pattern.folder + "/sound.flac", force: force) : nil
  }

  var encoderName: String { "png" }
  var notices: [String] { [] }

  func write(_ picture: UnsafeRawBufferPointer) throws(EncodeError) {
    last = try writer.bytes(of: picture)
    try repeatPicture()
  }

  func repeatPicture() throws(EncodeError) {
    if last.isEmpty {
      let black = UnsafeMutableRawBufferPointer.allocate(byteCount: pixelBytes, alignment: 16)
      defer { black.deallocate() }
      black.initializeMemory(as: UInt8.self, repeating: 0)
      last = try writer.bytes(of: UnsafeRawBufferPointer(black))
    }
    let file = try OutputFile(path: pattern.path(ofFrame: frames), force: force)
    try file.write(last)
    frames += 1
    bytes += Int64(last.count)
  }

  func write(sound samples: UnsafeBufferPointer<Float>) throws(EncodeError) { try sound?.write(samples) }
  func requestSync() { sound?.requestSync() }

  func finish(chapters: [Chapter], tidily: Bool) throws(EncodeError) -> MovieTotals {
    try sound?.finish()
    return MovieTotals(
      path: path, frames: frames, sampleFrames: sound?.sampleFrames ?? 0, encoder: "png", isTidy: true,
      notices: [])
  }
}

/// How the files of a sequence are named: a folder, or a path with one `%06d` in its last part.
public struct FramePattern: Sendable, Equatable {
  public let folder: String
  private let prefix: String
  private let digits: Int
  private let suffix: String

  /// - Parameter path: `DIR` (files `000000.png`, …) or `DIR/before%04dafter.png`.
  public init(_ path: String) {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let name = path[slash...]
    guard let match = name.firstMatch(of: /%0?(\d*)d/) else {
      folder = path.hasSuffix("/") ? String(path.dropLast()) : path
      (prefix, digits, suffix) = ("", 6, ".png")
      return
    }
    let before = String(path[..<slash].dropLast())
    folder = before.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : before
    prefix = String(name[..<match.range.lowerBound])
    digits = min(Int(match.output.1) ?? 1, 18)
    suffix = String(name[match.range.upperBound...])
  }

  public func path(ofFrame frame: Int64) -> String {
    let number = String(frame)
    let zeros = String(repeating: "0", count: max(0, digits - number.count))
    return "\(folder)/\(prefix)\(zeros)\(number)\(suffix)"
  }
}
