import Foundation
import Scenery

/// Where a preset's side file stands: beside it, or in the user's own folder when that may not be written.
enum SidePlace {
  /// Where to look, in this order.
  static func files(of preset: String) -> [String] { [SideFile.path(of: preset), userFile(of: preset)] }

  /// `~/.local/share/kinora/side/NAME-DIGEST.kinora.json`, the digest that of the preset's whole path.
  static func userFile(of preset: String) -> String {
    let whole = URL(fileURLWithPath: preset).standardizedFileURL.path
    let name = ((preset as NSString).lastPathComponent as NSString).deletingPathExtension
    let digest = SHA256.hex(of: Array(whole.utf8)).prefix(12)
    return "\(UserFolder.path)/side/\(name)-\(digest)\(SideFile.ending)"
  }

  /// Writes a side file where it may be written.
  ///
  /// - Returns: the path it has now.
  static func write(_ text: String, for preset: String) throws(PerformanceError) -> String {
    var reason = ""
    for path in files(of: preset) {
      do {
        try FileManager.default.createDirectory(
          atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
      } catch {
        reason = error.localizedDescription
      }
    }
    throw .cannotWrite(path: SideFile.path(of: preset), reason: reason)
  }
}
