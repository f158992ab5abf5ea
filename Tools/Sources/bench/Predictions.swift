import Listening
import Music

/// Runs the ear over every sound of a folder and writes what it said as lines of JSON.
struct Predictions {
  var corpus: String
  var output: String

  private(set) var cpuSeconds = 0.0
  private(set) var streamSeconds = 0.0

  init(corpus: String, output: String) {
    self.corpus = corpus
    self.output = output
  }

  mutating func write(line: (Moment) -> String?) throws {
    try Folder.make(output)
    let names = Folder.names(in: corpus, ending: ".wav")
    guard !names.isEmpty else { throw BenchError("No .wav file in \(corpus).") }
    for name in names {
      let sound = try Sound.mono(corpus + "/" + name)
      let text = hear(sound, line: line)
      try Folder.write(text, to: output + "/" + name.dropLast(4) + ".jsonl")
    }
  }

  private mutating func hear(_ sound: [Float], line: (Moment) -> String?) -> String {
    var listener = Listener()
    var text = ""
    let start = Folder.cpuSeconds()
    sound.withUnsafeBufferPointer { samples in
      var at = 0
      while at + Hop.length <= samples.count {
        let moment = listener.hear(UnsafeBufferPointer(rebasing: samples[at..<at + Hop.length]))
        if let said = line(moment) { text += said + "\n" }
        at += Hop.length
      }
    }
    cpuSeconds += Folder.cpuSeconds() - start
    streamSeconds += Double(sound.count) / Double(Hop.sampleRate)
    return text
  }

  var cpuShare: Double { cpuSeconds / max(streamSeconds, 1e-9) }
}

/// Lines as the benches' scorers read them.
enum Lines {
  static func beat(_ moment: Moment) -> String? {
    guard let beat = moment.announcement else { return nil }
    let downbeat = beat.knowsBar ? (beat.isDownbeat ? "true" : "false") : "null"
    let announced = moment.hop.end.seconds
    return #"{"t": \#(beat.seconds), "beat": true, "downbeat": \#(downbeat), "announced": \#(announced)}"#
  }

  /// One line in 16 hops (85 ms), and whenever a section begins.
  static func mood(_ moment: Moment) -> String? {
    guard moment.hop.value % 16 == 15 || moment.beginsSection || moment.drops else { return nil }
    let key = moment.key.map { "\"\($0.name)\"" } ?? "null"
    return #"{"t": \#(moment.hop.end.seconds), "arousal": \#(moment.mood.arousal), "#
      + #""valence": \#(moment.mood.valence), "key": \#(key), "#
      + #""section": \#(moment.beginsSection), "drop": \#(moment.drops), "tension": \#(moment.tension)}"#
  }
}

/// What the onset detector heard, as raw numbers for fitting the beat model.
enum OnsetRecords {
  /// For every sound a file of 32-bit floats in machine order: per hop five regions and the strength.
  static func write(corpus: String, output: String) throws {
    try Folder.make(output)
    for name in Folder.names(in: corpus, ending: ".wav") {
      let sound = try Sound.mono(corpus + "/" + name)
      try Folder.write(records(of: sound), to: output + "/" + name.dropLast(4) + ".onsets")
    }
  }

  private static func records(of sound: [Float]) -> [Float] {
    var listener = Listener()
    var records: [Float] = []
    sound.withUnsafeBufferPointer { samples in
      var at = 0
      while at + Hop.length <= samples.count {
        _ = listener.hear(UnsafeBufferPointer(rebasing: samples[at..<at + Hop.length]))
        let onsets = listener.lastOnsets
        for region in 0..<Onsets.regionCount { records.append(onsets.regions[region]) }
        records.append(onsets.strength)
        at += Hop.length
      }
    }
    return records
  }
}

/// What the mood and form models read, as raw numbers for fitting them.
enum CueRecords {
  /// For every sound a file of 32-bit floats in machine order: one record in eight hops.
  static func write(corpus: String, output: String) throws {
    try Folder.make(output)
    for name in Folder.names(in: corpus, ending: ".wav") {
      let sound = try Sound.mono(corpus + "/" + name)
      var listener = Listener()
      var records: [Float] = []
      sound.withUnsafeBufferPointer { samples in
        for hop in 0..<samples.count / Hop.length {
          let range = hop * Hop.length..<(hop + 1) * Hop.length
          _ = listener.hear(UnsafeBufferPointer(rebasing: samples[range]))
          if hop % 8 == 7 { listener.writeCues(into: &records) }
        }
      }
      try Folder.write(records, to: output + "/" + name.dropLast(4) + ".cues")
    }
  }
}
