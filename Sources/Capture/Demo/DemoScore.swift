/// A chord of the demo song: a bass note and five upper voices, as MIDI notes.
struct DemoChord {
  var bass: Int
  var voices: [Int]
}

/// A note of a melody: when in the phrase (sixteenths), which, and how long (sixteenths).
struct DemoNote {
  var step: Int
  var note: Int
  var length: Int
}

/// The demo song on paper: 64 bars of four at 120 beats per minute, from A minor over a break to B minor.
enum DemoScore {
  static let bars = 64
  static let stepsPerBar = 16
  /// A sixteenth at 120 beats per minute is a whole number of sample frames.
  static let framesPerStep = 6_000
  /// The last chord rings out.
  static let tailSteps = 32

  enum Part { case intro, groove, build, drop, pause, outro }

  /// First bar, part, and its name for people.
  static let plan: [(bar: Int, part: Part, name: String)] = [
    (0, .intro, "intro"), (8, .groove, "groove"), (16, .build, "build"), (20, .drop, "drop"),
    (36, .pause, "break"), (44, .build, "second build"), (48, .drop, "second drop"), (56, .outro, "outro"),
  ]

  static func part(ofBar bar: Int) -> Part { plan.last { $0.bar <= bar }?.part ?? .intro }
  static func firstBar(ofPartAt bar: Int) -> Int { plan.last { $0.bar <= bar }?.bar ?? 0 }
  static func endBar(ofPartAt bar: Int) -> Int { plan.first { $0.bar > bar }?.bar ?? bars }

  // A minor, its major subdominant (the F sharp of the Dorian mode) climbing back through the bass.
  private static let am9 = DemoChord(bass: 33, voices: [57, 60, 64, 67, 71])
  private static let fLydian = DemoChord(bass: 29, voices: [53, 57, 60, 64, 71])
  private static let cOverE = DemoChord(bass: 28, voices: [55, 60, 62, 64, 71])
  private static let d9OverFsharp = DemoChord(bass: 30, voices: [54, 57, 60, 64, 69])
  private static let g6 = DemoChord(bass: 31, voices: [55, 59, 62, 64, 71])
  private static let em7 = DemoChord(bass: 28, voices: [55, 59, 62, 64, 71])
  private static let eSuspended = DemoChord(bass: 28, voices: [52, 57, 59, 62, 71])
  private static let e7 = DemoChord(bass: 28, voices: [52, 56, 59, 62, 71])
  // The break: F major's side, then over E minor towards B minor.
  private static let fmaj9 = DemoChord(bass: 29, voices: [53, 57, 60, 64, 67])
  private static let dm9 = DemoChord(bass: 38, voices: [53, 57, 60, 62, 64])
  private static let g13 = DemoChord(bass: 31, voices: [53, 57, 59, 62, 64])
  private static let em9 = DemoChord(bass: 28, voices: [55, 59, 62, 64, 66])
  private static let a6 = DemoChord(bass: 33, voices: [57, 61, 64, 66, 69])
  private static let gmaj9 = DemoChord(bass: 31, voices: [55, 59, 62, 66, 69])
  private static let a69 = DemoChord(bass: 33, voices: [57, 59, 61, 64, 66])
  private static let fSharpSuspended = DemoChord(bass: 30, voices: [54, 59, 61, 64, 66])
  private static let fSharp7 = DemoChord(bass: 30, voices: [54, 58, 61, 64, 66])
  private static let bMajor = DemoChord(bass: 35, voices: [59, 63, 66, 71, 73])

  private static let circle = [am9, fLydian, cOverE, d9OverFsharp]
  private static let answer = [am9, fLydian, g6, em7]

  private static func up(_ chords: [DemoChord], by steps: Int) -> [DemoChord] {
    chords.map { DemoChord(bass: $0.bass + steps, voices: $0.voices.map { $0 + steps }) }
  }

  private static let chords: [DemoChord] = {
    let first = circle + circle + circle + [am9, fLydian, cOverE, em7] + [fLydian, g6, am9, eSuspended]
    let drop = circle + answer + circle + answer
    let pause = [fmaj9, cOverE, dm9, g13, em9, a6, gmaj9, fSharpSuspended]
    let build = [gmaj9, a69, fSharpSuspended, fSharp7]
    let secondDrop = up(circle + answer, by: 2)
    let b = up(circle, by: 2)
    let outro = [gmaj9, b[2], b[3], b[0], gmaj9, b[2], em9, bMajor]
    return first + drop + pause + build + secondDrop + outro
  }()

  static func chord(bar: Int, step: Int) -> DemoChord {
    if bar == 19, step >= 8 { return e7 }
    return chords[min(bar, chords.count - 1)]
  }

  /// Half-tones by which the second drop lies above the first.
  static func transposition(bar: Int) -> Int { bar >= 48 ? 2 : 0 }

  /// The motif: a leap of a fifth or more, and a step back. Eight bars, call and answer.
  static let melody: [[DemoNote]] = [
    notes([(0, 69, 3), (3, 76, 3), (6, 74, 2), (8, 71, 5), (14, 72, 2)]),
    notes([(0, 72, 3), (3, 76, 3), (6, 74, 2), (8, 69, 5), (14, 71, 2)]),
    notes([(0, 67, 3), (3, 76, 3), (6, 74, 2), (8, 72, 4), (12, 71, 4)]),
    notes([(0, 69, 3), (3, 78, 3), (6, 76, 2), (8, 72, 4), (12, 71, 2), (14, 67, 2)]),
    notes([(0, 69, 3), (3, 76, 3), (6, 74, 2), (8, 71, 5), (14, 72, 2)]),
    notes([(0, 72, 3), (3, 76, 3), (6, 77, 2), (8, 76, 6)]),
    notes([(0, 74, 3), (3, 79, 3), (6, 76, 2), (8, 74, 4), (12, 71, 4)]),
    notes([(0, 71, 3), (3, 79, 3), (6, 78, 2), (8, 76, 8)]),
  ]

  /// What the bell plays, by bar: the motif remembered, slowed down, and taken leave of.
  static let bell: [Int: [DemoNote]] = [
    4: notes([(0, 69, 3), (3, 76, 6)]), 6: notes([(0, 67, 3), (3, 76, 6), (12, 71, 4)]),
    12: notes([(0, 69, 3), (3, 76, 3), (6, 74, 2), (8, 71, 6)]),
    14: notes([(0, 67, 3), (3, 76, 3), (6, 74, 2), (8, 72, 6)]),
    36: notes([(0, 69, 6), (6, 76, 6), (12, 74, 4)]), 37: notes([(0, 71, 10), (12, 72, 4)]),
    38: notes([(0, 69, 6), (6, 77, 6), (12, 76, 4)]), 39: notes([(0, 74, 10), (12, 76, 4)]),
    40: notes([(0, 71, 6), (6, 78, 6), (12, 76, 4)]), 41: notes([(0, 73, 10), (12, 74, 4)]),
    42: notes([(0, 71, 6), (6, 78, 6), (12, 76, 4)]), 43: notes([(0, 71, 8), (8, 73, 8)]),
    56: notes([(0, 71, 3), (3, 78, 3), (6, 76, 2), (8, 73, 6)]),
    58: notes([(0, 71, 3), (3, 78, 3), (6, 76, 2), (8, 74, 6)]),
    60: notes([(0, 71, 6), (6, 78, 6), (12, 76, 4)]), 62: notes([(0, 71, 8), (8, 73, 8)]),
    63: notes([(0, 75, 16)]),
  ]

  private static func notes(_ list: [(Int, Int, Int)]) -> [DemoNote] {
    list.map { DemoNote(step: $0.0, note: $0.1, length: $0.2) }
  }
}
