import Foundation
import Media

/// Why there is no recording, or why one can't be read, in a sentence a performer can act on.
public enum RecordingError: Error, Sendable, Equatable, CustomStringConvertible {
  case encode(EncodeError)
  case exists(path: String)
  case noFolder(path: String, reason: String)
  case lowDisk(path: String, freeBytes: Int64)
  case cannotWrite(path: String, reason: String)
  case noTake(path: String, reason: String)
  case changedFile(path: String, expected: String, found: String)
  case missingFile(path: String)

  public var description: String {
    switch self {
    case .encode(let error): error.description
    case .exists(let path):
      "“\(path)” exists already and is left alone. Choose another name, or say --force to replace it."
    case .noFolder(let path, let reason):
      "Nothing can be recorded in “\(path)”: \(reason). Choose another folder."
    case .lowDisk(let path, let free):
      "Only \(free >> 20) MiB are free for “\(path)”: free some space, or record to another disk."
    case .cannotWrite(let path, let reason): "“\(path)” can't be written: \(reason)."
    case .noTake(let path, let reason): "“\(path)” is no take: \(reason)."
    case .changedFile(let path, let expected, let found):
      "“\(path)” has changed since the take: its digest was \(expected.prefix(12))… and is "
        + "\(found.prefix(12))…. Use --force to go on with what is there."
    case .missingFile(let path):
      "“\(path)” is missing from the take. Use --force to go on without it."
    }
  }
}

/// Something that went wrong with a recording while the performance goes on.
public struct RecordingFault: Sendable, Equatable, CustomStringConvertible {
  /// One sentence for the performer and the log.
  public var sentence: String
  /// Nothing more is recorded.
  public var endsRecording: Bool

  public init(_ sentence: String, endsRecording: Bool = false) {
    self.sentence = sentence
    self.endsRecording = endsRecording
  }

  public var description: String { sentence }
}

/// A place for a new file: looked at before anything is begun.
public enum RecordingPlace {
  /// Bytes that stay free on the disk: a recording ends before it takes them.
  public static let usualReserve: Int64 = 256 << 20

  /// Checks that a file can be made there.
  public static func check(
    _ path: String, force: Bool, reserve: Int64 = usualReserve
  ) throws(RecordingError) {
    let folder = folder(of: path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw .noFolder(path: folder, reason: "there is no such folder")
    }
    guard isFolder.boolValue else { throw .noFolder(path: folder, reason: "it is a file") }
    guard access(folder, W_OK | X_OK) == 0 else {
      throw .noFolder(path: folder, reason: String(cString: strerror(errno)))
    }
    if !force && FileManager.default.fileExists(atPath: path) { throw .exists(path: path) }
    if let free = DiskSpace.free(at: folder), free < reserve { throw .lowDisk(path: path, freeBytes: free) }
  }

  /// Makes a folder, and those above it, unless it is there.
  static func makeFolder(_ path: String) throws(RecordingError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      // Once more by hand, for the system's own reason.
      guard mkdir(path, 0o755) != 0 else { return }
      throw .noFolder(path: path, reason: "it can't be made (\(String(cString: strerror(errno))))")
    }
  }

  /// `path`, or the first of `NAME 2.mp4`, `NAME 3.mp4`… that is not taken.
  public static func freeName(_ path: String) -> String {
    numbered(path) { !FileManager.default.fileExists(atPath: $0) }
  }

  static func numbered(_ path: String, where isFit: (String) -> Bool) -> String {
    let url = path as NSString
    let (stem, suffix) = (url.deletingPathExtension, url.pathExtension)
    var candidate = path
    var number = 1
    while !isFit(candidate) {
      number += 1
      candidate = "\(stem) \(number)" + (suffix.isEmpty ? "" : ".\(suffix)")
    }
    return candidate
  }

  static func folder(of path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }
}
