import Listening
import Music

/// Runs the ear over every sound of a folder and writes what it said as lines of JSON.
struct Predictions {
  var corpus: String
  var output: String

  /// What is left in of the beat's ear.
  var parts = EarParts.all
  private(set) var cpuSeconds = 0.0
  private(set) var streamSeconds = 0.0

  init(corpus: String, output: String) {
    self.corpus = corpus
    self.output = output
  }

  mutating func write(line: (Moment) -> String?) throws {
    try writeEach { (_, moment) in line(moment) }
  }

  /// The same for beats taken from the network without the filter.
  mutating func writePeaks() throws {
    var peaks = NetworkPeaks()
    try writeEach { (listener, moment) in
      if moment.hop.value == 0 { peaks = NetworkPeaks() }
      return peaks.line(listener, moment)
    }
  }

  private mutating func writeEach(line: (borrowing Listener, Moment) -> String?) throws {
    try Folder.make(output)
    let names = Folder.names(in: corpus, ending: ".wav")
    guard !names.isEmpty else { throw BenchError("No .wav file in \(corpus).") }
    for name in names {
      let sound = try Sound.mono(corpus + "/" + name)
      let text = hear(sound, line: line)
      try Folder.write(text, to: output + "/" + name.dropLast(4) + ".jsonl")
    }
  }

  private mutating func hear(_ sound: [Float], line: (borrowing Listener, Moment) -> String?) -> String {
    var listener = Listener(parts: parts)
    var text = ""
    let start = Folder.cpuSeconds()
    sound.withUnsafeBufferPointer { samples in
      var at = 0
      while at + Hop.length <= samples.count {
        let moment = listener.hear(UnsafeBufferPointer(rebasing: samples[at..<at + Hop.length]))
        if let said = line(listener, moment) { text += said + "\n" }
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

/// What the ear sees of a sound, as raw numbers from which its tables are made.
enum Records {
  /// For every sound a file of 32-bit floats in machine order, named by `kind`: what each hop adds.
  static func write(
    _ kind: String, corpus: String, output: String, _ row: (borrowing Listener, Moment) -> [Float]
  ) throws {
    try Folder.make(output)
    for name in Folder.names(in: corpus, ending: ".wav") {
      let sound = try Sound.mono(corpus + "/" + name)
      try Folder.write(records(of: sound, row), to: output + "/" + name.dropLast(4) + "." + kind)
    }
  }

  private static func records(of sound: [Float], _ row: (borrowing Listener, Moment) -> [Float]) -> [Float] {
    var listener = Listener()
    var records: [Float] = []
    sound.withUnsafeBufferPointer { samples in
      var at = 0
      while at + Hop.length <= samples.count {
        let moment = listener.hear(UnsafeBufferPointer(rebasing: samples[at..<at + Hop.length]))
        records += row(listener, moment)
        at += Hop.length
      }
    }
    return records
  }

  /// Five regions and the strength, every hop: for fitting the beat model.
  static func onsets(_ listener: borrowing Listener, _: Moment) -> [Float] {
    let onsets = listener.lastOnsets
    return (0..<Onsets.regionCount).map { onsets.regions[$0] } + [onsets.strength]
  }

  /// A frame of the beat network's features, where a hop completes one: for training it.
  static func features(_ listener: borrowing Listener, _: Moment) -> [Float] {
    listener.completedFrame ? listener.beatFeatures() : []
  }

  /// When a beat was said, and what trust in it is made of: for fitting that trust.
  static func trust(_ listener: borrowing Listener, _ moment: Moment) -> [Float] {
    guard let beat = moment.announcement else { return [] }
    return [Float(beat.seconds)] + listener.trustCues
  }

  /// What the form model reads, and whether it is silent, once in eight hops: for fitting the model.
  static func cues(_ listener: borrowing Listener, _: Moment) -> [Float] {
    guard listener.heardHops % 8 == 0 else { return [] }
    var record: [Float] = []
    listener.writeCues(into: &record)
    return record
  }
}
