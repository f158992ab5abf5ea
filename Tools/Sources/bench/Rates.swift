import Foundation
import Listening
import Music

/// Whether beats are the same whatever rate and channels a song comes in: each song is converted by FFmpeg and
/// heard as the performance hears it.
enum Rates {
  /// FFmpeg's words for each version but the first, against which the others are held: 48 kHz in stereo.
  private static let versions = [
    ["-ar", "48000", "-af", both], ["-ar", "44100", "-ac", "1"], ["-ar", "44100", "-af", both],
    ["-ar", "48000", "-ac", "1"], ["-ar", "96000", "-af", both],
  ]
  /// Two channels as loud as the one.
  private static let both = "aformat=channel_layouts=mono,pan=stereo|c0=c0|c1=c0"
  private static let toleranceSeconds = 0.005

  /// Prints for each version how many beats have a counterpart within 5 ms.
  ///
  /// - Returns: whether at least 99 in 100 have, in every version.
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
          print("\(name) \(label(version)): \(found) of \(first.count) and \(beats.count)")
        }
      }
    }
    for (index, version) in versions.enumerated() {
      print("\(label(version)): \(same[index]) of \(all[index]) beats within 5 ms")
    }
    return zip(same, all).allSatisfy { Double($0) >= 0.99 * Double($1) }
  }

  private static func label(_ version: [String]) -> String {
    version[1] + " Hz, " + (version[3] == both ? "stereo" : "mono")
  }

  private static func convert(_ song: String, to path: String, _ version: [String]) throws {
    let ffmpeg = Process()
    ffmpeg.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    ffmpeg.arguments = ["ffmpeg", "-v", "error", "-y", "-i", song, "-c:a", "pcm_f32le"] + version + [path]
    try ffmpeg.run()
    ffmpeg.waitUntilExit()
    guard ffmpeg.terminationStatus == 0 else { throw BenchError("FFmpeg could not convert \(song).") }
  }

  private static func beats(_ path: String) throws -> [Double] {
    let sound = try Sound.mono(path)
    var listener = Listener()
    var beats: [Double] = []
    sound.withUnsafeBufferPointer { samples in
      for start in stride(from: 0, through: samples.count - Hop.length, by: Hop.length) {
        let moment = listener.hear(UnsafeBufferPointer(rebasing: samples[start..<start + Hop.length]))
        if let beat = moment.announcement { beats.append(beat.seconds) }
      }
    }
    return beats
  }
}
