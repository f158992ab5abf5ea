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

  /// The seed of a song for which nobody names one: its own, drawn from its first seconds of sound. The same song, the
  /// same show.
  static func seed(of name: String) throws(PerformanceError) -> UInt64 {
    var source = try open(name)
    let hop = UnsafeMutableBufferPointer<Float>.allocate(capacity: Hop.length * 2)
    defer { hop.deallocate() }
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a, 64 bit
    for _ in 0..<seedHops {
      do { guard try source.next(hop) else { break } } catch { throw .other(error) }
      for sample in hop {
        digest = (digest ^ UInt64(sample.bitPattern)) &* 0x100_0000_01b3
      }
    }
    // Numbers that people can type again.
    return digest % 1_000_000
  }

  /// 10.7 s.
  private static let seedHops = 2000

  static let demo = "demo"

  /// Whether a path is a take: a folder with a session log in it.
  static func isTake(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/session.klog")
  }
}
