/// Why a media file could not be read, in one sentence a performer can act on.
public enum MediaError: Error, Equatable, Sendable, CustomStringConvertible {
  case missing(file: String)
  case unreadable(file: String, why: String)
  case empty(file: String)
  case notAudio(file: String)
  /// The file ends before its own header says, seconds.
  case truncated(file: String, heardSeconds: Double, promisedSeconds: Double)
  case damaged(file: String, why: String)
  case cannotSeek(file: String, seconds: Double, why: String)
  case cannotResample(sampleRate: Int, channels: Int)
  case notAPicture(file: String, why: String)
  case notAClip(file: String, why: String)
  /// Pictures end before the file's header says, seconds.
  case clipEnds(file: String, seconds: Double, promisedSeconds: Double)

  public var description: String {
    switch self {
    case .missing(let file):
      "There is no file “\(file)”. Check the name and the folder."
    case .unreadable(let file, let why):
      "The file “\(file)” can't be opened: \(why)."
    case .empty(let file):
      "The file “\(file)” holds no sound at all. Choose another or copy it again."
    case .notAudio(let file):
      "The file “\(file)” is not a sound file Kinora knows. Use WAV, FLAC, Ogg, Opus, MP3, M4A or AIFF."
    case .truncated(let file, let heard, let promised):
      "The file “\(file)” is cut off: it ends after \(Self.tenths(heard)) s of the "
        + "\(Self.tenths(promised)) s it promises. Copy it again."
    case .damaged(let file, let why):
      "The file “\(file)” is damaged (\(why)). Copy it again or choose another."
    case .cannotSeek(let file, let seconds, let why):
      "Can't go to \(Self.tenths(seconds)) s in “\(file)”: \(why)."
    case .cannotResample(let rate, let channels):
      "Sound with \(channels) channels at \(rate) Hz can't be converted to stereo at 48 kHz."
    case .notAPicture(let file, let why):
      "The picture “\(file)” can't be read: \(why)."
    case .notAClip(let file, let why):
      "The clip “\(file)” can't be shown: \(why)."
    case .clipEnds(let file, let seconds, let promised):
      "The clip “\(file)” is cut off: its pictures end after \(Self.tenths(seconds)) s of the "
        + "\(Self.tenths(promised)) s it promises. What is there is shown."
    }
  }

  /// Seconds as a performer reads them; also says what a sick header promised without trapping.
  private static func tenths(_ seconds: Double) -> String {
    guard seconds.isFinite, abs(seconds) < 1e9 else { return "\(seconds)" }
    let tenths = Int((abs(seconds) * 10).rounded())
    return "\(seconds < 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
  }
}
