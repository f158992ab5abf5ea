import Listening
import Media
import Music
import TestSignals
import Testing

@Suite("Beats of a song") struct SameBeatsTests {
  @Test(
    "are the same within 5 ms at every rate, in mono and stereo",
    arguments: [44_100, 48_000, 96_000], [1, 2])
  func same(rate: Int, channels: Int) throws {
    let bench = try Workbench()
    let drums = SwungDrums(beatsPerMinute: 104, ratio: 1.8)
    let sound = (0..<(20 * Hop.sampleRate)).map { drums.sample(at: $0) }
    let plain = try bench.writeFloatWAV(sound, channels: 1, sampleRate: Hop.sampleRate, to: "a.wav")
    // Both channels as loud as the one.
    let mix = channels == 1 ? "pan=mono|c0=c0" : "pan=stereo|c0=c0|c1=c0"
    try bench.run(
      "ffmpeg", "-v", "error", "-i", plain, "-af", mix, "-ar", "\(rate)", "-c:a", "pcm_f32le", "b.wav")
    let wanted = Self.beats(in: sound)
    let found = Self.beats(in: try Self.middle(of: bench.path("b.wav")))
    try #require(wanted.count > 20 && found.count == wanted.count)
    #expect(zip(wanted, found).allSatisfy { abs($0 - $1) < 0.005 })
  }

  private static func middle(of path: String) throws -> [Float] {
    let reader = try SongReader(path: path)
    let piece = UnsafeMutableBufferPointer<Float>.allocate(capacity: 2 * Hop.sampleRate)
    defer { piece.deallocate() }
    var middle: [Float] = []
    while case let frames = try reader.read(into: piece), frames > 0 {
      for frame in 0..<frames { middle.append((piece[2 * frame] + piece[2 * frame + 1]) / 2) }
    }
    return middle
  }

  /// When the ear says that beats are, in seconds.
  private static func beats(in sound: [Float]) -> [Double] {
    var listener = Listener()
    var beats: [Double] = []
    sound.withUnsafeBufferPointer { samples in
      for start in stride(from: 0, through: samples.count - Hop.length, by: Hop.length) {
        let hop = UnsafeBufferPointer(rebasing: samples[start..<start + Hop.length])
        if let beat = listener.hear(hop).announcement { beats.append(beat.seconds) }
      }
    }
    return beats
  }
}
