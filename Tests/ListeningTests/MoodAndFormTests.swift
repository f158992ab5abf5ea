import Glibc
import Music
import TestSignals
import Testing

@testable import Listening

/// Chords in turn, each for a second, of bright or dull tones, or nothing.
private struct Chords: TestSignal {
  /// For each second: tonic in semitones over 220 Hz and the third above it; nil is silence.
  var seconds: [(root: Double, third: Double)?]
  var overtones = 4

  func sample(at index: Int) -> Float {
    let time = Double(index) / Double(Hop.sampleRate)
    guard let chord = seconds[min(Int(time), seconds.count - 1)] else { return 0 }
    var sum = 0.0
    for step in [-12, 0, chord.third, 7] {
      let hertz: Double = 220 * exp2((chord.root + step) / 12)
      for overtone in 1...overtones {
        let share = 1 / Double(overtone * overtone)
        sum += share * sin(2 * Double.pi * hertz * Double(overtone) * time)
      }
    }
    let decay: Double = exp(-2 * (time - time.rounded(.down)))
    return Float(0.06 * sum * decay)
  }
}

/// Hiss of one loudness, the same every time.
private struct Hiss: TestSignal {
  func sample(at index: Int) -> Float {
    var bits = UInt64(truncatingIfNeeded: index) &* 0x9e37_79b9_7f4a_7c15
    bits ^= bits >> 29
    bits = bits &* 0xbf58_476d_1ce4_e5b9
    return 0.2 * (Float(bits >> 40) / Float(1 << 23) - 1)
  }
}

/// A signal as a telephone has it: a sample frame in six, held.
private struct Telephone<Base: TestSignal>: TestSignal {
  var base: Base
  func sample(at index: Int) -> Float { base.sample(at: index / 6 * 6) }
}

@Suite("The filter that waits for changes") struct ChangeFilterTests {
  @Test("hardly follows what wavers, and follows a change within 2 s")
  func waits() {
    var filter = ChangeFilter()
    var (heard, highest, lowest): (Float, Float, Float) = (0, -9, 9)
    for step in 0..<600 {
      heard += Float(SongCues.stepSeconds)
      filter.hear(step / 12 % 2 == 0 ? 0.3 : -0.3, heardSeconds: heard)
      if step > 200 { (highest, lowest) = (max(highest, filter.value), min(lowest, filter.value)) }
    }
    #expect(highest - lowest < 0.1)
    for _ in 0..<Int(2 / SongCues.stepSeconds) {
      heard += Float(SongCues.stepSeconds)
      filter.hear(2, heardSeconds: heard)
    }
    #expect(filter.value > 0.63 * 2)
  }
}

@Suite("Mood, key and form") struct MoodAndFormTests {
  /// I–IV–V–I of four seconds, so many times.
  private func cadence(_ tonic: Double, minor: Bool, times: Int) -> [(root: Double, third: Double)?] {
    let third = minor ? 3.0 : 4.0
    let once: [(root: Double, third: Double)?] = [
      (tonic, third), (tonic + 5, third), (tonic - 5, 4), (tonic, third),
    ]
    return (0..<times).flatMap { _ in once }
  }

  @Test("goes with a key into its parallel, and the valence with it")
  func parallelKeys() {
    let seconds = cadence(0, minor: false, times: 4) + cadence(0, minor: true, times: 3)
    var listener = Listener()
    var hearing = Hearing()
    hearing.play(Chords(seconds: seconds), seconds: 15.5, to: &listener)
    #expect(hearing.last.key == Key(tonic: 9, isMinor: false))
    #expect(hearing.last.mood.valence > 0.3)
    hearing.play(Chords(seconds: seconds), seconds: 12, to: &listener)
    #expect(hearing.last.key == Key(tonic: 9, isMinor: true))
    #expect(hearing.last.mood.valence < -0.3)
  }

  @Test("knows a section that comes back, three semitones higher too", arguments: [0.0, 3])
  func recurrence(transposition: Double) {
    let third: [(root: Double, third: Double)?] = [
      (0, 4), (-3, 3), (5, 4), (-5, 4), (2, 3), (-5, 4), (0, 4), (5, 3),
    ]
    let other: [(root: Double, third: Double)?] = [
      (1, 3), (1, 3), (6, 3), (8, 4), (-4, 4), (3, 3), (-1, 3), (1, 4),
    ]
    let back = third.map { $0.map { (root: $0.root + transposition, third: $0.third) } }
    let signal = Chords(seconds: third + other + other + back)
    var listener = Listener()
    var hearing = Hearing()
    listener.hearsBoundaries = false
    hearing.play(signal, seconds: 8.2, to: &listener)
    #expect(hearing.last.form.label == 0 && hearing.last.form.name == "A")
    listener.beginSection(atSeconds: 8)
    hearing.play(signal, seconds: 16, to: &listener)
    #expect(hearing.last.form.label == 1 && !hearing.last.form.isReturn)
    listener.beginSection(atSeconds: 24)
    hearing.play(signal, seconds: 7, to: &listener)
    #expect(hearing.last.form.label == 0 && hearing.last.form.isReturn)
    #expect(hearing.last.form.transposition == Int8(transposition))
    #expect(hearing.last.form.isVaried == (transposition != 0))
  }

  @Test("believes less in the mood of hiss than in that of chords, and calls it noise")
  func hiss() {
    var listener = Listener()
    var hearing = Hearing()
    hearing.play(Chords(seconds: cadence(0, minor: false, times: 3)), seconds: 11, to: &listener)
    let music = hearing.last
    #expect(music.texture.kind == .music)
    var other = Listener()
    var noise = Hearing()
    noise.play(Hiss(), seconds: 11, to: &other)
    #expect(noise.last.texture.kind != .music)
    #expect(noise.last.mood.confidence < 0.5 * music.mood.confidence)
  }

  @Test("stays finite and in range whatever comes", arguments: [0.5, 4, .nan, .infinity])
  func badInput(value: Float) {
    var listener = Listener()
    var hearing = Hearing()
    let signals: [any TestSignal] = [
      Hiss(), Constant(value), Tone(hertz: [900], amplitude: 3), Constant(0),
      Telephone(base: Chords(seconds: [(0, 4), (5, 3)])), Chords(seconds: [(0, 4), nil], overtones: 9),
    ]
    for signal in signals {
      hearing.play(signal, seconds: 4, to: &listener) { moment in
        let (mood, watch, texture) = (moment.mood, moment.dropWatch, moment.texture)
        #expect(abs(mood.arousal) <= 1 && abs(mood.valence) <= 1)
        for share in [
          mood.confidence, moment.tension, watch.probability, moment.form.confidence,
          moment.form.phraseConfidence,
          texture.percussive, texture.dense, texture.bright, texture.steady, texture.vocal,
          texture.kindConfidence,
        ] {
          #expect(share >= 0 && share <= 1)
        }
        #expect(
          watch.barsLeft.isFinite && watch.expectedSeconds.isFinite && moment.form.beganSeconds.isFinite)
      }
    }
  }
}

@Suite("The watch for a drop") struct DropWatcherTests {
  private let grid = BeatGrid(
    anchorSeconds: 0, anchorBeats: 0, period: 0.5, confidence: 1, downbeatConfidence: 1)

  /// Steps through a tension; returns what was watched at each.
  private func follow(
    _ watcher: inout DropWatcher, from: Double, to: Double, tension: Float, dropAt: Double = .infinity
  ) -> [DropWatch] {
    stride(from: from, to: to, by: SongCues.stepSeconds).map { now in
      watcher.hear(
        tension: tension, drops: now >= dropAt && now < dropAt + SongCues.stepSeconds, grid: grid,
        sectionSeconds: 0,
        nowSeconds: now)
      return watcher.watch
    }
  }

  @Test("counts down to the fourth bar line with rising probability, and fires")
  func fires() {
    var watcher = DropWatcher()
    #expect(follow(&watcher, from: 0, to: 12, tension: 0.1).allSatisfy { !$0.isArmed && $0.probability == 0 })
    let build = follow(&watcher, from: 12, to: 15.9, tension: 0.95)
    #expect(build.allSatisfy { $0.isArmed && abs($0.expectedSeconds - 16) < 0.01 })
    #expect(
      zip(build, build.dropFirst()).allSatisfy {
        $0.probability <= $1.probability && $0.barsLeft > $1.barsLeft
      })
    #expect(build.last.map { $0.probability > 0.7 } ?? false)
    let after = follow(&watcher, from: 16, to: 17, tension: 0.1, dropAt: 16)
    #expect(!watcher.watch.isArmed && after.last?.probability == 0)
  }

  @Test("takes it back when no drop comes")
  func disarms() {
    var watcher = DropWatcher()
    _ = follow(&watcher, from: 12, to: 16, tension: 0.95)
    let after = follow(&watcher, from: 16, to: 18, tension: 0.1)
    #expect(after.first?.isArmed == true)
    #expect(zip(after, after.dropFirst()).allSatisfy { $0.probability >= $1.probability })
    #expect(!watcher.watch.isArmed && watcher.watch.barsLeft == -1)
  }
}
