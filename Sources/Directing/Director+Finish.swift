import Music
import Scenery

/// What hands ask of grade, looks and filters. A wish to toggle, or to have the next, is decided by what was asked for
/// last, not by how far a fade to it has come.
extension Director {
  mutating func takeFinish(_ cue: Cue, at moment: Moment, _ direction: inout Direction) {
    switch cue {
    case .grade(let amount): finisher.setGrade(amount.kept(in: 0...2))
    case .toggleGrade(let amount): finisher.setGrade(finisher.isGrading ? 0 : amount.kept(in: 0...2))
    case .look(let index, let bars): askByHand(forLook: index, bars: bars, at: moment, &direction)
    case .nextLook(let bars):
      askByHand(forLook: casting.look(after: finisher.lookWanted), bars: bars, at: moment, &direction)
    case .filter(let index, let amount):
      ask(forFilter: index, amount: amount.kept(in: 0...1), at: moment, &direction)
    case .toggleFilter(let index):
      let isOn = finisher.filtersWanted.contains(index)
      ask(forFilter: index, amount: isOn ? 0 : 1, at: moment, &direction)
    case .clearFilters:
      for index in finisher.filtersWanted { ask(forFilter: index, amount: 0, at: moment, &direction) }
    default: break
    }
  }

  private mutating func askByHand(
    forLook index: PresetIndex, bars: Int32, at moment: Moment, _ direction: inout Direction
  ) {
    story.isLookInHand = true
    guard index == .nothing || casting.isUsable(index, as: .look) else {
      return say(.hand, "look \(index.value) can't come: it failed or isn't there", moment, &direction)
    }
    finisher.askLook(index, bars: min(max(bars, 0), 64))
    request(index, &direction)
    let name = index == .nothing ? "no look" : "look \(casting.name(of: index))"
    say(.hand, "\(name)\(bars > 0 ? " over \(bars) bars" : "")", moment, &direction)
  }

  private mutating func ask(
    forFilter index: PresetIndex, amount: Float, at moment: Moment, _ direction: inout Direction
  ) {
    guard casting.isUsable(index, as: .filter) else {
      return say(.hand, "filter \(index.value) can't come: it failed or isn't there", moment, &direction)
    }
    guard finisher.askFilter(index, amount: amount, variation: casting.variation(heard: heard.value)) else {
      return say(.hand, "\(FilterChain.limit) filters are on already", moment, &direction)
    }
    if amount > 0 { request(index, &direction) }
    say(.hand, "filter \(casting.name(of: index))\(amount > 0 ? "" : " off")", moment, &direction)
  }
}
