import Directing
import Scenery

/// Which key does what: a table, so that it can be listed, tested and changed without code.
public struct KeyMap: Sendable {
  public struct Row: Sendable, Equatable {
    public var key: KeyPress
    public var command: Command
    /// What it does, in one line.
    public var purpose: String

    init(_ key: String, shift: Bool = false, control: Bool = false, _ command: Command, _ purpose: String) {
      self.key = KeyPress(name: key, isShifted: shift, isControlled: control)
      self.command = command
      self.purpose = purpose
    }
  }

  public var rows: [Row]

  public init(rows: [Row] = KeyMap.standard) { self.rows = rows }

  /// The command of a key; nil for a key that does nothing.
  public func command(for key: KeyPress) -> Command? { rows.first { $0.key == key }?.command }

  public static let standard: [Row] =
    [
      Row("N", .cue(.nextScene), "next scene at the next bar line"),
      Row("P", .cue(.previousScene), "back to the scene before, at the next bar line"),
      Row("H", .cue(.toggleHold), "hold the scene on stage; again: release it"),
      Row("Backspace", .release(input: ""), "give every input that a hand holds back to the music"),
      Row("T", .cue(.tap), "tap the beat"),
      Row("D", .cue(.downbeat), "this is the first beat of a bar"),
      Row("Up", .cue(.doubleTempo), "the tempo is twice as fast"),
      Row("Down", .cue(.halveTempo), "the tempo is half as fast"),
      Row("C", .cue(.credits), "show the credits from the next bar line on"),
      Row(",", .cue(.nudgeLyrics(-50)), "the words of the song come 50 ms sooner"),
      Row(".", .cue(.nudgeLyrics(50)), "the words of the song come 50 ms later"),
    ] + scenes + filters + [
      Row("0", shift: true, .cue(.clearFilters), "take all filters off"),
      Row("G", .toggleGrade, "colour correction by mood on or off"),
      Row("L", .cue(.nextLook(bars: 4)), "fade to the next look over four bars; after the last: none"),
      Row("L", shift: true, .cue(.look(.nothing, bars: 4)), "fade to no look over four bars"),
      Row("I", .stage(.inventScene), "invent a scene for this mood; it comes at a bar line when it is ready"),
      Row("B", .stage(.breedScene), "breed a scene from the invented one on stage"),
      Row("S", control: true, .stage(.saveScene), "save the invented scene on stage as a preset"),
      Row("F", .stage(.toggleFullScreen), "full screen, or a window"),
      Row("R", control: true, .stage(.toggleRecording), "start or stop recording"),
      Row("F1", .stage(.toggleHelp), "show or hide this list"),
      Row("S", .stage(.toggleStatusLine), "show or hide the status line"),
      Row("Space", .stage(.togglePause), "pause or go on (rehearsal)"),
      Row("Left", .stage(.seekBack), "5 seconds back (rehearsal)"),
      Row("Right", .stage(.seekForward), "5 seconds on (rehearsal)"),
      Row("Left", shift: true, .stage(.seekFarBack), "30 seconds back (rehearsal)"),
      Row("Right", shift: true, .stage(.seekFarForward), "30 seconds on (rehearsal)"),
      Row("[", .stage(.loopStart), "the loop begins here (rehearsal)"),
      Row("]", .stage(.loopEnd), "the loop ends here (rehearsal)"),
      Row("\\", .stage(.clearLoop), "no loop any more (rehearsal)"),
      Row("Return", .stage(.nextPart), "on to the next part of the set list"),
      Row("Q", .stage(.quit), "finish the show and its files; press twice"),
      Row("Escape", .stage(.quit), "finish the show and its files; press twice"),
    ]

  private static let filters: [Row] = (1...9).map { number in
    Row("\(number)", shift: true, .toggleFilter(number: number), "put filter \(number) on, or take it off")
  }

  /// 1…9 and 0 for the tenth.
  private static let scenes: [Row] = (1...10).map { number in
    Row("\(number % 10)", .scene(number: number), "scene \(number) at the next bar line")
  }
}

extension KeyPress {
  /// As users write it: “Ctrl-R”, “Shift-Left”.
  public var label: String { (isControlled ? "Ctrl-" : "") + (isShifted ? "Shift-" : "") + name }
}

extension KeyMap: CustomStringConvertible {
  /// One line a key.
  public var description: String {
    let width = rows.map(\.key.label.count).max() ?? 0
    return rows.map { row in
      let label = row.key.label
      return label + String(repeating: " ", count: width - label.count + 2) + row.purpose
    }.joined(separator: "\n")
  }
}
