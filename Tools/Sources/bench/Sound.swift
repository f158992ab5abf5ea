import Capture
import Media
import Music

/// What a bench could not do, in one sentence.
struct BenchError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

/// A song as the performance hears it.
enum Sound {
  /// Left and right in turn at 48 kHz.
  static func stereo(_ path: String) throws -> [Float] {
    let reader = try SongReader(path: path)
    var sound: [Float] = []
    let piece = UnsafeMutableBufferPointer<Float>.allocate(capacity: 2 * Hop.sampleRate)
    defer { piece.deallocate() }
    while case let frames = try reader.read(into: piece), frames > 0 {
      sound.append(contentsOf: piece[..<(2 * frames)])
    }
    return sound
  }

  /// Writes the demo song as raw samples: 48 kHz, left and right in turn, 32-bit floating point.
  static func writeDemo(to path: String) throws { try Folder.write(demo(), to: path) }

  /// The song that Kinora brings along.
  static func demo() -> [Float] {
    let song = DemoSong()
    var sound: [Float] = []
    let hop = UnsafeMutableBufferPointer<Float>.allocate(capacity: 2 * Hop.length)
    defer { hop.deallocate() }
    while (try? song.next(hop)) == true { sound.append(contentsOf: hop) }
    return sound
  }

  /// Hop by hop; what is left over is dropped.
  static func play(_ mono: [Float], _ each: (UnsafeBufferPointer<Float>) -> Void) {
    mono.withUnsafeBufferPointer { samples in
      for start in stride(from: 0, through: samples.count - Hop.length, by: Hop.length) {
        each(UnsafeBufferPointer(rebasing: samples[start..<start + Hop.length]))
      }
    }
  }

  /// The middle of left and right.
  static func mono(_ path: String) throws -> [Float] {
    let both = try stereo(path)
    return (0..<(both.count / 2)).map { (both[2 * $0] + both[2 * $0 + 1]) / 2 }
  }
}
