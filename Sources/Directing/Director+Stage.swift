import Music
import Scenery

/// What the director asks of the stage: presets that are wanted ready.
extension Director {
  /// A preset is booked: the stage is asked for it, and for the scenes that its file names to feed it, unless it has
  /// them.
  mutating func request(_ index: PresetIndex, _ direction: inout Direction) {
    for wanted in [index] + casting.fellows(of: index) {
      let standing = casting.standing(of: wanted)
      guard standing == .unasked || standing == .asked else { continue }
      casting.set(wanted, .asked)
      direction.requests.append(wanted)
    }
  }

  /// The stage let a preset's program go: whoever is booked, comes on or feeds a scene is asked for again at once.
  mutating func letGo(_ index: PresetIndex, _ direction: inout Direction) {
    guard casting.standing(of: index) == .ready else { return }
    casting.set(index, .unasked)
    let isOnStage = score.onStage.scene == index || score.onStage.feeder == index
    let isWanted =
      isOnStage || planned?.change.uses(index) == true || booking?.uses(index) == true
      || finisher.filtersInUse.contains(index)
    if isWanted { request(index, &direction) }
  }

  /// The stage can't use a preset: the show goes on without it.
  mutating func leaveOut(_ index: PresetIndex, _ moment: Moment, _ direction: inout Direction) {
    casting.set(index, .failed)
    say(.failure, "\(casting.name(of: index)) failed and is left out", moment, &direction)
    if planned?.isCommitted == false, planned?.change.uses(index) == true { planned = nil }
    if booking?.uses(index) == true { booking = nil }
    if score.onStage.feeder == index {
      score.onStage.feeder = casting.feeder(of: score.onStage.scene, after: .nothing, heard: heard.value)
      request(score.onStage.feeder, &direction)
    }
    finisher.drop(index)
  }
}

extension Booking {
  func uses(_ index: PresetIndex) -> Bool { [scene, transition, feeder].contains(index) }
}

extension Change {
  func uses(_ index: PresetIndex) -> Bool {
    [transition, incoming.scene, incoming.feeder].contains(index)
  }
}
