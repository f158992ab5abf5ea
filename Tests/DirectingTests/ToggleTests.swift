import Music
import Scenery
import Testing

@testable import Directing

@Suite("A hand that toggles") struct ToggleTests {
  /// Three scenes, a transition; looks 4 to 6, filters 7 and 8.
  private let repertoire: Repertoire = {
    var repertoire = Repertoire.told(scenes: 3, transitions: 1)
    for name in ["warm", "cold", "grey"] { repertoire.add(.told(name, .look)) }
    for name in ["a", "b"] { repertoire.add(.told(name, .filter)) }
    return repertoire
  }()

  private func finishing(untilSeconds end: Double, _ cues: [(Double, Cue)]) -> Finishing {
    var show = Show(repertoire)
    var last: Finishing?
    show.play(ToldMusic(), untilSeconds: end, cues: cues) { last = $0.score.finishing }
    return last!
  }

  @Test("the grade, twice within a fade, has what it had")
  func grade() {
    #expect(finishing(untilSeconds: 12, [(1, .grade(1)), (6, .toggleGrade(1))]).gradeAmount < 0.01)
    let twice = finishing(
      untilSeconds: 12, [(1, .grade(1)), (6, .toggleGrade(1)), (6.1, .toggleGrade(1))])
    #expect(twice.gradeAmount > 0.99)
  }

  @Test("a filter, twice within a fade, has what it had; all of them go at once")
  func filter() {
    let filter = PresetIndex(7)
    #expect(finishing(untilSeconds: 8, [(1, .toggleFilter(filter))]).filters.contains(filter))
    let twice = finishing(untilSeconds: 8, [(1, .toggleFilter(filter)), (1.2, .toggleFilter(filter))])
    #expect(!twice.filters.contains(filter))
    let thrice = finishing(
      untilSeconds: 12,
      [(1, .toggleFilter(filter)), (5, .toggleFilter(filter)), (5.1, .toggleFilter(filter))])
    #expect(thrice.filters.contains(filter) && thrice.filters[0].amount == 1)
    let none = finishing(
      untilSeconds: 12, [(1, .toggleFilter(filter)), (2, .toggleFilter(PresetIndex(8))), (5, .clearFilters)])
    #expect(none.filters.count == 0)
  }

  @Test("the next look is the one after the last that was asked for, and none comes after the last")
  func look() {
    func look(_ presses: Int) -> PresetIndex {
      let cues =
        [(1.0, Cue.look(.nothing, bars: 0))]
        + (0..<presses).map { (2 + 0.2 * Double($0), Cue.nextLook(bars: 4)) }
      return finishing(untilSeconds: 30, cues).looks.incoming
    }
    #expect((0...4).map(look) == [.nothing, PresetIndex(4), PresetIndex(5), PresetIndex(6), .nothing])
  }

  @Test("the hold, twice, has what it had")
  func hold() {
    var show = Show(repertoire)
    show.play(ToldMusic(), untilSeconds: 3, cues: [(1, .toggleHold)])
    #expect(show.director.score.isHeld)
    show.play(ToldMusic(), untilSeconds: 5, cues: [(4, .toggleHold)])
    #expect(!show.director.score.isHeld)
  }
}
