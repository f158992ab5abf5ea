import Foundation

/// The user's own folder for what Kinora keeps between performances.
enum UserFolder {
  /// `~/.local/share/kinora`, or where `XDG_DATA_HOME` says.
  static var path: String {
    let named = ProcessInfo.processInfo.environment["XDG_DATA_HOME"]
    return (named.flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory() + "/.local/share") + "/kinora"
  }
}
