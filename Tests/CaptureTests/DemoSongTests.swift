import Foundation
import Music
import Testing

@testable import Capture

@Suite("The demo song") struct DemoSongTests {
  /// The whole song, rendered once for all tests, and the processor seconds it took.
  private static let whole = try? render(from: 0, seconds: .infinity)

  private struct Sound {
    var left: [Float] = []
    var right: [Float] = []
    var processorSeconds = 0.0

    /// Mono from one time to another.
    func mono(_ begin: Double, _ end: Double) -> [Double] {
      (Int(begin * 48_000)..<min(left.count, Int(end * 48_000))).map {
        (Double(left[$0]) + Double(right[$0])) / 2
      }
    }

    /// dB below full scale.
    func level(_ begin: Double, _ end: Double) -> Double {
      let part = mono(begin, end)
      return 10 * log10(part.reduce(0) { $0 + $1 * $1 } / Double(max(1, part.count)) + 1e-12)
    }
  }

  private static func render(from seconds: Double, seconds length: Double) throws -> Sound {
    let song = DemoSong()
    if seconds > 0 { try song.seek(toSeconds: seconds) }
    let hop = UnsafeMutableBufferPointer<Float>.allocate(capacity: 512)
    defer { hop.deallocate() }
    var sound = Sound()
    let begin = clock()
    while Double(sound.left.count) / 48_000 < length, try song.next(hop) {
      for i in 0..<256 {
        sound.left.append(hop[2 * i])
        sound.right.append(hop[2 * i + 1])
      }
    }
    sound.processorSeconds = Double(clock() - begin) / Double(CLOCKS_PER_SEC)
    return sound
  }

  @Test("lasts as long as it says, on the 24-bit grid, and never clips")
  func whole() throws {
    let song = try #require(Self.whole)
    let promised = try #require(DemoSong().durationSeconds)
    #expect(abs(Double(song.left.count) / 48_000 - promised) < Hop.seconds)
    let all = song.left + song.right
    #expect(all.allSatisfy { abs($0) < 0.95 && ($0 * 8_388_608).rounded() == $0 * 8_388_608 })
    #expect(abs(song.left.reduce(0, +) / Float(song.left.count)) < 0.001)
    print("demo song: \(promised / song.processorSeconds) × real time (processor time of all threads)")
    #expect(abs(song.level(0, promised) + 16) < 2, "\(song.level(0, promised)) dB")
  }

  @Test("has parts that differ in level as its form says")
  func form() throws {
    let song = try #require(Self.whole)
    #expect(DemoSong.sections.map(\.name).count == 8)
    let ends = DemoSong.sections.dropFirst().map(\.seconds) + [128]
    let levels = zip(DemoSong.sections, ends).map { song.level($0.seconds, $1) }
    print("levels:", zip(DemoSong.sections.map(\.name), levels).map { "\($0) \(($1 * 10).rounded() / 10)" })
    let (intro, groove, build, drop, pause) = (levels[0], levels[1], levels[2], levels[3], levels[4])
    #expect(drop > groove && groove > intro && drop > pause + 3 && drop > build + 2)
    #expect(levels[6] > levels[5] + 2 && levels[6] > levels[7] + 2)
    #expect(song.level(39.6, 39.98) < drop - 8, "no breath before the drop")
  }

  @Test("strikes its kick on every beat of groove and drop, to the millisecond")
  func beats() throws {
    let song = try #require(Self.whole)
    #expect(DemoSong.beats.count == 256 && DemoSong.downbeats.count == 64)
    let pulses = DemoSong.beats.filter { ($0 >= 16 && $0 < 31) || ($0 >= 40 && $0 < 54) }
    var errors: [Double] = []
    for beat in pulses {
      // The click of the beater: the first steep step in the neighbourhood.
      let part = song.mono(beat - 0.01, beat + 0.02)
      let steps = zip(part, part.dropFirst()).map { abs($1 - $0) }
      let quiet = steps[..<400].max() ?? 0
      let onset = steps.indices.first { $0 >= 400 && steps[$0] > max(0.02, quiet * 1.2) }
      errors.append(onset.map { Double($0 - 480) / 48 } ?? 99)
    }
    let good = errors.filter { abs($0) < 2 }
    #expect(Double(good.count) > 0.9 * Double(errors.count), "ms: \(errors)")
  }

  @Test("is the same every time, and after a seek")
  func same() throws {
    let song = try #require(Self.whole)
    let again = try Self.render(from: 0, seconds: 12)
    #expect(again.left.elementsEqual(song.left[..<again.left.count]))
    for start in [41.3, 100.0] {
      let sought = try Self.render(from: start, seconds: 2)
      let frame = Int((start * 48_000).rounded())
      let differences = zip(sought.left, song.left[frame...]).map { abs($0 - $1) }
      #expect((differences.max() ?? 1) < 1e-4, "at \(start) s: \(differences.max() ?? 1)")
    }
    let late = DemoSong()
    try late.seek(toSeconds: 1_000)
    let hop = UnsafeMutableBufferPointer<Float>.allocate(capacity: 512)
    defer { hop.deallocate() }
    #expect(try !late.next(hop))
  }
}
