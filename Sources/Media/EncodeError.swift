import CFFmpeg
import Glibc

/// Why something can't be written, in a sentence a performer can act on.
public enum EncodeError: Error, Sendable, Equatable, CustomStringConvertible {
  case exists(path: String)
  case cannotOpen(path: String, reason: String)
  case diskFull(path: String)
  case fileTooLarge(path: String)
  case cannotWrite(path: String, reason: String)
  case unfitSize(width: Int, height: Int)
  case unfitFrameRate(Int)
  case unknownContainer(path: String)
  case noEncoder(tried: [String])
  case encoder(name: String, reason: String)
  case unreadable(path: String, reason: String)
  case unequalCopy(path: String, reason: String)
  case noRoomToTidy(path: String)

  public var description: String {
    switch self {
    case .exists(let path):
      "“\(path)” exists already and is left alone. Choose another name, or say --force to replace it."
    case .cannotOpen(let path, let reason):
      "“\(path)” can't be opened for writing: \(reason). Choose another folder."
    case .diskFull(let path):
      "The disk is full: “\(path)” ends here and plays up to now. Free some space before recording again."
    case .fileTooLarge(let path):
      "“\(path)” has reached the largest size that files may have here; it plays up to now."
    case .cannotWrite(let path, let reason):
      "“\(path)” can't be written any further: \(reason). It plays up to now."
    case .unfitSize(let width, let height):
      "No film can be \(width) × \(height) pixels; each side is 16 to 16384."
    case .unfitFrameRate(let rate):
      "No film can have \(rate) frames a second; choose 1 to 240."
    case .unknownContainer(let path):
      "“\(path)” ends in no known film format. Name it .mp4 or .mkv."
    case .noEncoder(let tried):
      "No video encoder works here (tried \(tried.joined(separator: ", "))). Install libx264 for FFmpeg."
    case .encoder(let name, let reason):
      "The encoder \(name) gave up: \(reason)."
    case .unreadable(let path, let reason):
      "“\(path)” can't be read: \(reason)."
    case .unequalCopy(let path, let reason):
      "The tidy copy of “\(path)” differs (\(reason)); the recording itself is kept as it was and plays."
    case .noRoomToTidy(let path):
      "No room on the disk for a tidy copy of “\(path)”; it stays in fragments, and plays."
    }
  }

  /// True when the fault is the disk's, so that another file there would fare no better.
  public var isOfDisk: Bool {
    switch self {
    case .diskFull, .cannotWrite, .cannotOpen, .exists: true
    default: false
    }
  }

  /// What the system calls an error of its own.
  static func sentence(errno number: Int32) -> String { String(cString: strerror(number)) }

  /// What libav calls one of its error codes.
  static func sentence(code: Int32) -> String {
    var text = [CChar](repeating: 0, count: 128)
    guard av_strerror(code, &text, text.count) == 0 else { return "error \(code)" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The sentence for a failed system call on a file.
  static func writing(_ path: String, errno number: Int32) -> EncodeError {
    switch number {
    case ENOSPC, EDQUOT: .diskFull(path: path)
    case EFBIG: .fileTooLarge(path: path)
    default: .cannotWrite(path: path, reason: sentence(errno: number))
    }
  }
}
