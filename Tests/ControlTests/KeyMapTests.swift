import Directing
import Scenery
import Testing

@testable import Control

@Suite("The keys") struct KeyMapTests {
  let rows = KeyMap.standard

  @Test("mean one thing each")
  func unique() {
    #expect(Set(rows.map(\.key)).count == rows.count)
  }

  @Test("reach every command")
  func complete() {
    for command in StageCommand.allCases {
      #expect(rows.contains { $0.command == .stage(command) }, "\(command)")
    }
    let cues: [Cue] = [
      .nextScene, .previousScene, .toggleHold, .tap, .downbeat, .doubleTempo, .halveTempo, .nextLook(bars: 4),
      .clearFilters,
    ]
    for cue in cues { #expect(rows.contains { $0.command == .cue(cue) }, "\(cue)") }
    for number in 1...10 { #expect(rows.contains { $0.command == .scene(number: number) }) }
    #expect(rows.contains { $0.command == .toggleGrade })
  }

  @Test("are found as they are pressed")
  func lookUp() {
    let keys = KeyMap()
    #expect(keys.command(for: KeyPress(name: "N")) == .cue(.nextScene))
    #expect(keys.command(for: KeyPress(name: "0")) == .scene(number: 10))
    #expect(keys.command(for: KeyPress(name: "R", isControlled: true)) == .stage(.toggleRecording))
    #expect(keys.command(for: KeyPress(name: "R")) == nil)
    #expect(keys.command(for: KeyPress(name: "Left", isShifted: true)) == .stage(.seekFarBack))
  }

  @Test("forgive a slip: only leaving the show asks twice")
  func confirmation() {
    #expect(rows.filter { $0.command.needsConfirmation }.map(\.key.name).sorted() == ["Escape", "Q"])
  }

  @Test("explain themselves, one line each")
  func printed() {
    let lines = KeyMap().description.split(separator: "\n")
    #expect(lines.count == rows.count)
    #expect(lines.contains("Ctrl-R       start or stop recording"))
    #expect(rows.allSatisfy { !$0.purpose.isEmpty && $0.purpose.count < 80 })
  }
}
