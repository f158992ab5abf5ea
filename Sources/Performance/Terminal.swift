import Foundation
import Glibc
import Logging

/// What the performer reads while the audience looks at the picture: one status line, and notes above it.
public enum Terminal {
  /// Whether somebody watches standard error.
  static let isWatched = isatty(STDERR_FILENO) == 1

  /// One sentence on standard error, from a command that can't go on.
  public static func complain(_ sentence: String) { write("kinora: \(sentence)\n") }

  static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

/// A line that is written over itself; notes scroll past above it.
struct StatusLine {
  private var shown = ""
  private var lastPlain = -Double.infinity
  /// Where nobody watches (a log file), a status is written this often.
  private static let plainIntervalSeconds = 10.0

  init() {}

  /// - Parameter seconds: stream time, which decides how often a log file gets a line.
  mutating func show(_ text: String, atSeconds seconds: Double) {
    guard Terminal.isWatched else {
      guard seconds - lastPlain >= Self.plainIntervalSeconds else { return }
      lastPlain = seconds
      Terminal.write(text + "\n")
      return
    }
    guard text != shown else { return }
    shown = text
    Terminal.write("\r\u{1B}[2K" + text)
  }

  mutating func note(_ sentence: String) {
    guard Terminal.isWatched else {
      Terminal.write(sentence + "\n")
      return
    }
    Terminal.write("\r\u{1B}[2K" + sentence + "\n" + shown)
  }

  mutating func close() {
    if Terminal.isWatched, !shown.isEmpty { Terminal.write("\n") }
    shown = ""
  }
}

/// Minutes and seconds as musicians read them: 3:07.
func clockText(_ seconds: Double) -> String {
  let whole = Int(max(0, seconds))
  let tail = String(format: "%02d", whole % 60)
  return whole >= 3600
    ? "\(whole / 3600):\(String(format: "%02d", whole / 60 % 60)):\(tail)" : "\(whole / 60):\(tail)"
}
