import Capture
import Foundation
import Music

/// Where a rendered or rehearsed performance takes its sound from.
enum SoundSource {
  /// “demo”, or the path of whatever FFmpeg reads.
  static func open(_ name: String) throws(PerformanceError) -> any HopSource {
    if name == demo { return DemoSong() }
    do {
      return try SongSource(path: name)
    } catch {
      throw .other(error)
    }
  }

  static let demo = "demo"

  /// Whether a path is a take: a folder with a session log in it.
  static func isTake(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/session.klog")
  }
}
