import Foundation
import Listening
import Music

/// Whether beats are the same whatever rate and channels a song comes in: each song is converted by FFmpeg and
/// heard as the performance hears it.
enum Rates {
  private struct Version {
    let rate: Int
    let isStereo: Bool

    var name: String { "\(rate) Hz, \(isStereo ? "stereo" : "mono")" }

    /// FFmpeg's filters: so fine a conversion that it is the same sound, and two channels as loud as the one.
    var filters: String {
      "aresample=\(rate):filter_size=256:cutoff=0.99,aformat=channel_layouts=mono"
        + (isStereo ? ",pan=stereo|c0=c0|c1=c0" : "")
    }
  }

  /// The first is what the others are held against.
  private static let versions = [
    Version(rate: 48_000, isStereo: true), Version(rate: 44_100, isStereo: false),
    Version(rate: 44_100, isStereo: true), Version(rate: 48_000, isStereo: false),
    Version(rate: 96_000, isStereo: true),
  ]
  private static let toleranceSeconds = 0.005

  /// Prints for each version how many beats have a counterpart within 5 ms.
  ///
  /// - Returns: whether all have, in every version.
  static func run(corpus: String) throws -> Bool {
    let folder = NSTemporaryDirectory() + "kinora-rates-\(getpid())"
    try Folder.make(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var same = [Int](repeating: 0, count: versions.count)
    var all = same
    for name in Folder.names(in: corpus, ending: ".wav") {
      var first: [Double] = []
      for (index, version) in versions.enumerated() {
        let path = folder + "/a.wav"
        try convert(corpus + "/" + name, to: path, version)
        let beats = try self.beats(path)
        if index == 0 { first = beats }
        let found = first.filter { beat in beats.contains { abs($0 - beat) < toleranceSeconds } }.count
        same[index] += found
        all[index] += max(first.count, beats.count)
        if found < max(first.count, beats.count) {
          print("\(name) \(version.name): \(found) of \(first.count) and \(beats.count)")
        }
      }
    }
    for (index, version) in versions.enumerated() {
      print("\(version.name): \(same[index]) of \(all[index]) beats within 5 ms")
    }
    return same == all
  }

  private static func convert(_ song: String, to path: String, _ version: Version) throws {
    let ffmpeg = Process()
    ffmpeg.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    ffmpeg.arguments = [
      "ffmpeg", "-v", "error", "-y", "-i", song, "-c:a", "pcm_f32le", "-ar", "\(version.rate)", "-af",
      version.filters, path,
    ]
    try ffmpeg.run()
    ffmpeg.waitUntilExit()
    guard ffmpeg.terminationStatus == 0 else { throw BenchError("FFmpeg could not convert \(song).") }
  }

  private static func beats(_ path: String) throws -> [Double] {
    let sound = try Sound.mono(path)
    var listener = Listener()
    var beats: [Double] = []
    Sound.play(sound) { hop in
      if let beat = listener.hear(hop).announcement { beats.append(beat.seconds) }
    }
    return beats
  }
}
