import AllocCount
import Glibc
import Listening
import Music
import Performance

/// What Tools/bench and its fellows run.
@main
enum Bench {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    do {
      switch (words.first, words.count) {
      case ("beats", 3): try predict(Array(words), line: Lines.beat)
      case ("mood", 3): try predict(Array(words), line: Lines.mood)
      case ("baseline", 3):
        try predict(Array(words), parts: EarParts.all.subtracting(.network), line: Lines.beat)
      case ("onsets", 3):
        try Records.write("onsets", corpus: Array(words)[1], output: Array(words)[2], Records.onsets)
      case ("features", 3):
        try Records.write("features", corpus: Array(words)[1], output: Array(words)[2], Records.features)
      case ("cues", 3):
        try Records.write("cues", corpus: Array(words)[1], output: Array(words)[2], Records.cues)
      case ("form-features", 3):
        try Records.write("form", corpus: Array(words)[1], output: Array(words)[2], Records.formFeatures)
      case ("mood-ablation", 3): try MoodAblation.run(corpus: Array(words)[1], output: Array(words)[2])
      case ("recurrence", 2): try Recurrence.run(corpus: Array(words)[1])
      case ("ablation", 3): try Ablation.run(corpus: Array(words)[1], output: Array(words)[2])
      case ("rates", 2): exit(try Rates.run(corpus: Array(words)[1]) ? 0 : 1)
      case ("trust", 3):
        try Records.write("trust", corpus: Array(words)[1], output: Array(words)[2], Records.trust)
      case ("ear", 2): try EarTrace.print(Array(words)[1])
      case ("presets", 1...):
        exit(try CostVerification.run(names: Array(words.dropFirst()), folder: nil) ? 0 : 1)
      case ("looks", 1...):
        exit(try LookCosts.run(names: Array(words.dropFirst()), folder: nil) ? 0 : 1)
      case ("finish", 2): exit(try FinishCost.run(presets: Array(words)[1]) ? 0 : 1)
      case ("scenes", 2): try SceneServer.run(presets: Array(words)[1])
      case ("demo", 2): try Sound.writeDemo(to: Array(words)[1])
      case ("cast", 2): exit(try CastBench.run(presets: Array(words)[1]) ? 0 : 1)
      case ("diversity", 3...4):
        let words = Array(words)
        let holds = try InventionDiversity.run(
          presets: words[1], seed: UInt64(words[2]) ?? 1, output: words.count > 3 ? words[3] : nil)
        exit(holds ? 0 : 1)
      case ("diversity-public", 5...):
        let words = Array(words)
        try InventionDiversity.compare(
          presets: words[1], with: Array(words[4...]), seed: UInt64(words[2]) ?? 1,
          output: words[3] == "-" ? nil : words[3])
      case ("sameness", 5...):
        let words = Array(words)
        let holds = try SamenessBench.run(
          presets: words[1], seeds: Int(words[2]) ?? 2, seconds: Double(words[3]) ?? 75,
          songs: Array(words[4...]))
        exit(holds ? 0 : 1)
      case ("brief", 3...4):
        try BriefScore.run(
          briefs: Array(words)[1], lexicon: Array(words)[2], told: words.last == "told")
      case ("hop", 1): exit(hop() ? 0 : 1)
      case ("changes", 2): try ChangeLog.run(corpus: Array(words)[1], framesPerSecond: 30)
      case ("drama", 2...):
        try DramaReport.run(corpora: Array(words.dropFirst(2)), presets: Array(words)[1])
      case ("take", 3):
        var report = try TakeReport(folder: Array(words)[1])
        try report.run(framesPerSecond: Double(Array(words)[2]) ?? 30)
      default:
        throw BenchError(
          "“\(words.joined(separator: " "))” isn't a bench; see Tools/bench --help.")
      }
    } catch {
      print("kinora-bench: \(error)")
      exit(2)
    }
  }

  private static func predict(
    _ words: [String], parts: EarParts = .all, line: (Moment) -> String?
  ) throws {
    var predictions = Predictions(corpus: words[1], output: words[2])
    predictions.parts = parts
    try predictions.write(line: line)
    let percent = (predictions.cpuShare * 1000).rounded() / 10
    print("ear: \(percent) % of a core over \(Int(predictions.streamSeconds)) s of sound")
  }

  /// Time and allocations of one hop, over a minute of clicks, noise and silence.
  ///
  /// - Returns: whether the ear allocated nothing.
  private static func hop() -> Bool {
    let hops = 11_250
    let sound = BenchSound.minute()
    var listener = Listener()
    var beats = 0
    var slowest = 0.0
    let requests = alloc_count()
    let start = Folder.cpuSeconds()
    sound.withUnsafeBufferPointer { samples in
      for hop in 0..<hops {
        let before = Folder.cpuSeconds()
        let range = hop * Hop.length..<(hop + 1) * Hop.length
        let moment = listener.hear(UnsafeBufferPointer(rebasing: samples[range]))
        if moment.announcement != nil { beats += 1 }
        if hop % 1000 == 0 { listener.weigh(.tap) }
        slowest = max(slowest, Folder.cpuSeconds() - before)
      }
    }
    let seconds = Folder.cpuSeconds() - start
    let made = alloc_count() - requests
    let mean = (seconds / Double(hops) * 1e7).rounded() / 10
    let share = (seconds / (Double(hops) * Hop.seconds) * 1000).rounded() / 10
    print("hop: \(mean) µs on average, \((slowest * 1e6).rounded()) µs at worst, \(share) % of a core")
    print("allocations: \(made) in \(hops) hops (\(beats) beats announced)")
    return made == 0
  }
}

/// A sound with everything in it that takes another path through the ear.
enum BenchSound {
  /// 60 s: clicks over a chord and noise, ending in silence.
  static func minute() -> [Float] {
    var noise = SeededGenerator(seed: 1, purpose: "bench")
    return (0..<60 * Hop.sampleRate).map { i in
      let seconds = Double(i) / Double(Hop.sampleRate)
      guard seconds < 50 else { return 0 }
      let since = seconds.truncatingRemainder(dividingBy: 0.5)
      let hiss = Float(noise.unit() - 0.5)
      let chord = sin(1382 * seconds) + sin(1742 * seconds) + sin(2073 * seconds)
      return 0.1 * Float(chord) + 0.01 * hiss + 0.8 * hiss * Float(exp(-since * 60))
    }
  }
}
