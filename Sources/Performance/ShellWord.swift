/// A word of a command that a user may paste into a shell.
enum ShellWord {
  private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+:,@%=")

  /// The text as one word of a POSIX shell: as it is where it can be, else between single quotes.
  static func quoted(_ text: String) -> String {
    if !text.isEmpty, text.allSatisfy({ plain.contains($0) }) { return text }
    return "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
