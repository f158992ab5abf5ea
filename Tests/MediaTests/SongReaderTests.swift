import Foundation
import Media
import Testing

/// What a song amounts to.
private struct Listening {
  var left: [Float] = []
  var right: [Float] = []
  var frames: Int { left.count }

  init(_ reader: SongReader) throws {
    let room = UnsafeMutableBufferPointer<Float>.allocate(capacity: 2000)
    defer { room.deallocate() }
    while true {
      let got = try reader.read(into: room)
      for i in 0..<got {
        left.append(room[2 * i])
        right.append(room[2 * i + 1])
      }
      if got < 1000 { return }
    }
  }

  /// Root mean square of the middle half, where no fade of a filter reaches.
  static func level(_ side: [Float]) -> Double {
    let middle = side[side.count / 4..<side.count * 3 / 4]
    let sum = middle.reduce(0.0) { $0 + Double($1) * Double($1) }
    return (sum / Double(max(1, middle.count))).squareRoot()
  }

  var isOnGrid: Bool {
    (left + right).allSatisfy { abs($0) <= 1 && ($0 * 8_388_608).rounded() == $0 * 8_388_608 }
  }
}

@Suite("A song reader") struct SongReaderTests {
  /// A sine of this peak.
  private static let peak = 0.5

  @Test(
    "gives every format at 48 kHz stereo, whole and at its level",
    arguments: [
      ("a.wav", ["-b", "16", "-r", "48000", "-c", "2"], 0),
      ("b.wav", ["-b", "24", "-r", "44100", "-c", "2"], 2),
      ("c.wav", ["-b", "8", "-r", "8000", "-c", "1"], 12),
      ("d.flac", ["-b", "24", "-r", "96000", "-c", "2"], 2),
      ("e.ogg", ["-r", "44100", "-c", "2"], 200), ("f.mp3", ["-r", "44100", "-c", "2"], 3000),
      ("g.aiff", ["-b", "32", "-r", "22050", "-c", "1"], 4),
      ("h.wav", ["-b", "24", "-r", "192000", "-c", "8"], 2),
    ])
  func format(name: String, options: [String], slack: Int) throws {
    let bench = try Workbench()
    let file = bench.path(name)
    try sox(bench, file, options)
    let reader = try SongReader(path: file)
    let song = try Listening(reader)
    #expect(abs(song.frames - 96_000) <= slack, "\(name): \(song.frames) sample frames")
    #expect(song.isOnGrid)
    let expected = Self.peak / 2.0.squareRoot()
    // LAME quietens by 5 % of its own accord.
    let tolerance = name.hasSuffix("mp3") ? 0.06 : 0.02
    for side in [song.left, song.right] {
      let level = Listening.level(side)
      #expect(abs(level / expected - 1) < tolerance, "\(name): \(level)")
    }
    let promised = try #require(reader.durationSeconds)
    #expect(abs(promised - 2) < 0.1)
    #expect(reader.complaint == nil)
  }

  private func sox(_ bench: Workbench, _ file: String, _ options: [String]) throws {
    let synth = ["synth", "2", "sine", "441", "vol", "\(Self.peak)"]
    try bench.run(["sox", "-n"] + options + [file] + synth)
  }

  @Test("mixes 8 channels so that full scale in all of them does not overload")
  func downmix() throws {
    let bench = try Workbench()
    let loud = (0..<8 * 9600).map { Float(($0 / 8) % 200 < 100 ? 1 : -1) }
    let file = try bench.writeFloatWAV(loud, channels: 8, sampleRate: 48_000, to: "loud.wav")
    let song = try Listening(try SongReader(path: file))
    #expect(song.frames == 9600)
    #expect(song.left.allSatisfy { abs($0) <= 1 })
    #expect(Listening.level(song.left) > 0.9)
  }

  @Test("hears zeros where a file holds NaN, infinities or absurd numbers")
  func poison() throws {
    let bench = try Workbench()
    var samples = [Float](repeating: 0.25, count: 2 * 48_000)
    for (i, bad) in [Float.nan, .infinity, -.infinity, 1e38, -3e38, .leastNonzeroMagnitude].enumerated() {
      samples[1000 + 2 * i] = bad
    }
    for rate in [48_000, 44_100] {
      let file = try bench.writeFloatWAV(samples, channels: 2, sampleRate: rate, to: "poison\(rate).wav")
      let song = try Listening(try SongReader(path: file))
      #expect(song.isOnGrid)
      // A hundred samples on, the filter has forgotten.
      #expect(song.left[2000...40_000].allSatisfy { abs($0 - 0.25) < 1e-4 })
      if rate == 48_000 { #expect(song.left[500...502] == [0, 0, 0]) }
    }
  }

  @Test("reads sample for sample what a 48 kHz file holds")
  func exact() throws {
    let bench = try Workbench()
    let samples = (0..<20_000).map { Float($0 - 10_000) / 16_384 }
    let file = try bench.writeFloatWAV(samples, channels: 2, sampleRate: 48_000, to: "exact.wav")
    let song = try Listening(try SongReader(path: file))
    #expect(song.left == stride(from: 0, to: 20_000, by: 2).map { samples[$0] })
    #expect(song.right == stride(from: 1, to: 20_000, by: 2).map { samples[$0] })
  }

  @Test("goes to any time to the sample", arguments: ["wav", "flac", "ogg"])
  func seek(format: String) throws {
    let bench = try Workbench()
    try bench.run("sox", "-n", "-r", "48000", "-c", "2", "-b", "24", "s.\(format)", "synth", "4", "pinknoise")
    let whole = try Listening(try SongReader(path: bench.path("s.\(format)")))
    let reader = try SongReader(path: bench.path("s.\(format)"))
    for seconds in [2.5, 0, 3.9, 1.000_02, 3.7, 0.3, 3.99] {
      try reader.seek(toSeconds: seconds)
      let start = Int((seconds * 48_000).rounded())
      let rest = try Listening(reader)
      // Vorbis cuts its last block by a count that only a decoder that came the whole way knows.
      let slack = format == "ogg" && seconds > 3.95 ? 1_024 : 0
      #expect(abs(rest.frames - (whole.frames - start)) <= slack, "\(format) at \(seconds) s")
      let differences = zip(rest.left, whole.left[start...]).map { abs($0 - $1) }
      // A lossy decoder needs a block to remember what it said before.
      #expect((differences.dropFirst(4096).max() ?? 0) < 1e-5, "\(format) at \(seconds) s")
    }
    try reader.seek(toSeconds: 60)
    #expect(try Listening(reader).frames == 0)
    #expect(throws: MediaError.self) { try reader.seek(toSeconds: -1) }
    #expect(throws: MediaError.self) { try reader.seek(toSeconds: .nan) }
  }

  @Test("knows title and artist, and else the file's name")
  func tags() throws {
    let bench = try Workbench()
    try bench.run("sox", "-n", "-r", "48000", "-c", "2", "plain ünïcode.wav", "synth", "0.2", "sine", "300")
    try bench.run(
      "ffmpeg", "-v", "error", "-i", "plain ünïcode.wav", "-metadata", "title=Night Train", "-metadata",
      "artist=Nobody", "tagged.flac")
    let tagged = try SongReader(path: bench.path("tagged.flac"))
    #expect(tagged.title == "Night Train")
    #expect(tagged.artist == "Nobody")
    let plain = try SongReader(path: bench.path("plain ünïcode.wav"))
    #expect(plain.title == "plain ünïcode")
    #expect(plain.artist == nil)
  }

  @Test("says in one sentence, with the file's name, why it can't read")
  func refusals() throws {
    let bench = try Workbench()
    let text = try bench.write(Data("This is a letter, not a song.\n".utf8), to: "letter.wav")
    let empty = try bench.write(Data(), to: "empty.wav")
    let noise = try bench.write(
      Data((0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }), to: "x.mp3")
    let list = try bench.write(Data("#EXTM3U\n/etc/passwd\nhttp://localhost/a.mp3\n".utf8), to: "list.m3u8")
    let silent = try bench.writeFloatWAV([], channels: 2, sampleRate: 48_000, to: "silent.wav")
    try bench.run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=s=16x16:d=0.2", "film.mp4")
    try bench.run("mkfifo", "pipe.wav")
    #expect(refusal(text) == .notAudio(file: text))
    #expect(refusal(empty) == .empty(file: empty))
    #expect(refusal(list) == .notAudio(file: list))
    #expect(refusal(silent) == .empty(file: silent))
    #expect(refusal(bench.path("film.mp4")) == .notAudio(file: bench.path("film.mp4")))
    #expect(refusal(bench.path("gone.ogg")) == .missing(file: bench.path("gone.ogg")))
    #expect(refusal(bench.folder.path) == .unreadable(file: bench.folder.path, why: "it is a folder"))
    #expect(refusal(bench.path("pipe.wav")) != nil)
    #expect(refusal(noise) != nil)
    for file in [text, empty, noise, list, silent, bench.path("film.mp4"), bench.path("gone.ogg")] {
      let sentence = refusal(file)?.description ?? ""
      #expect(sentence.contains(file) && !sentence.contains("\n"), "\(sentence)")
    }
  }

  private func refusal(_ path: String) -> MediaError? {
    do throws(MediaError) {
      _ = try SongReader(path: path)
      return nil
    } catch {
      return error
    }
  }

  @Test("plays a truncated file to where it ends, then says so", arguments: ["wav", "flac", "mp3"])
  func truncated(format: String) throws {
    let bench = try Workbench()
    try bench.run("sox", "-n", "-r", "48000", "-c", "2", "source.wav", "synth", "6", "pinknoise")
    try bench.run("ffmpeg", "-v", "error", "-i", "source.wav", "t.\(format)")
    let whole = try Data(contentsOf: bench.folder.appendingPathComponent("t.\(format)"))
    let file = try bench.write(whole.prefix(whole.count / 2), to: "half.\(format)")
    let reader = try SongReader(path: file)
    let song = try Listening(reader)
    #expect(abs(Double(song.frames) / 48_000 - 3) < 0.2)
    guard case .truncated(file, let heard, let promised) = reader.complaint else {
      Issue.record("no complaint: \(String(describing: reader.complaint))")
      return
    }
    #expect(abs(heard - 3) < 0.2 && abs(promised - 6) < 0.1)
  }

  @Test("works on a WAV whose header lies about its length")
  func lyingHeader() throws {
    let bench = try Workbench()
    try bench.run("sox", "-n", "-r", "48000", "-c", "2", "-b", "16", "l.wav", "synth", "1", "sine", "300")
    var bytes = try Data(contentsOf: bench.folder.appendingPathComponent("l.wav"))
    for lie in [UInt32.max, 0x7fff_ffff, 0] {
      withUnsafeBytes(of: lie.littleEndian) { bytes.replaceSubrange(40..<44, with: $0) }
      let file = try bench.write(bytes, to: "lie\(lie).wav")
      if let reader = try? SongReader(path: file) {
        #expect(try Listening(reader).frames <= 48_000)
      } else {
        #expect(refusal(file)?.description.contains(file) == true)
      }
    }
  }

  @Test("survives damage anywhere in a file", arguments: ["wav", "flac", "ogg", "mp3"])
  func damage(format: String) throws {
    let bench = try Workbench()
    try bench.run("sox", "-n", "-r", "44100", "-c", "2", "d.\(format)", "synth", "1", "pinknoise")
    let whole = [UInt8](try Data(contentsOf: bench.folder.appendingPathComponent("d.\(format)")))
    var state: UInt64 = 7
    for round in 0..<25 {
      var bytes = whole
      for _ in 0..<(1 + round * 4) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Int((state >> 33) % UInt64(round % 2 == 0 ? bytes.count : min(200, bytes.count)))
        bytes[place] = UInt8(truncatingIfNeeded: state >> 20)
      }
      let file = try bench.write(Data(bytes), to: "damaged.\(format)")
      if let reader = try? SongReader(path: file), let song = try? Listening(reader) {
        #expect(song.isOnGrid)
      }
    }
  }
}

@Suite("A resampler") struct ResamplerTests {
  @Test("keeps a tone's pitch and level", arguments: [8_000, 22_050, 44_100, 96_000, 192_000])
  func tone(rate: Int) throws {
    let resampler = try Resampler(sampleRate: rate, channels: 2)
    let block = rate / 50
    var output: [Float] = []
    let room = UnsafeMutableBufferPointer<Float>.allocate(capacity: 4000)
    defer { room.deallocate() }
    for n in 0..<50 {
      let input = (0..<block * 2).map { i in
        Float(0.5 * sin(2 * .pi * 1000 * Double(n * block + i / 2) / Double(rate)))
      }
      let got = resampler.convert(input, frames: block, into: room)
      output += room[..<(got * 2)]
    }
    #expect(abs(output.count / 2 + resampler.delayFrames - 48_000) <= 2)
    let left = stride(from: 4000, to: output.count, by: 2).map { output[$0] }
    let crossings = zip(left, left.dropFirst()).filter { $0 < 0 && $1 >= 0 }.count
    #expect(abs(Double(crossings) / (Double(left.count) / 48_000) - 1000) < 3)
    #expect(abs(Listening.level(left) - 0.353_55) < 0.002)
  }

  @Test("refuses what makes no sense")
  func nonsense() {
    #expect(throws: MediaError.self) { try Resampler(sampleRate: 0, channels: 2) }
    #expect(throws: MediaError.self) { try Resampler(sampleRate: 48_000, channels: 0) }
    #expect(throws: MediaError.self) { try Resampler(sampleRate: 48_000, channels: 1000) }
  }
}
