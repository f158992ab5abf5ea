import Glibc
import Music
import Scenery

/// What a performer asked for.
enum Wish: Sendable, Equatable {
  case another
  case scene(PresetIndex)
  case back(PresetIndex)
}

/// Who comes next and how; prepared by the stage before it is needed.
struct Booking: Sendable {
  var scene: PresetIndex
  /// `.nothing` for a cut.
  var transition: PresetIndex
  /// Gives the scene its picture; `.nothing` where it wants none.
  var feeder: PresetIndex
  /// Stream time at which it was booked.
  var seconds: Double
  var mood: Mood
  /// A strong change for a drop that is due.
  var isForDrop = false
  /// The section that comes back with it.
  var homecoming: Motifs.Return?
}

extension Director {
  /// The next change is thought of when the scene has been on stage this long: it is heard what the music does
  /// now, and there is time to prepare.
  private static var thoughtSeconds: Double { 4 }
  /// If the stage hasn't answered by then, whatever is ready will do.
  private static var patienceSeconds: Double { 4 }
  /// And by then even a scene that should still rest, seconds.
  private static var enduranceSeconds: Double { 12 }
  /// A booking no longer fits when the mood has moved this far and the booking is this old.
  private static var moodDrift: Float { 0.45 }
  private static var bookingSeconds: Double { 6 }
  /// Taken into account when it is decided whether a bar line comes too soon.
  private static var breathSeconds: Double { 0.25 }
  private static var longestTransitionSeconds: Double { 6 }
  /// Drops that are cuts; the others are changes of one beat.
  private static var cutShare: Double { 0.5 }

  /// Books the next scene in good time, and plans the change when there is a reason and all is ready.
  mutating func lookAhead(_ moment: Moment, _ direction: inout Direction) {
    let now = moment.hop.end.seconds
    if catchDrop(moment, &direction) { return }
    if wish != nil {
      bookWish(moment, &direction)
    } else if story.drop.isPreparing {
      if booking?.isForDrop != true { bookDrop(moment, &direction) }
    } else if let back = story.homecoming {
      if booking?.homecoming != back { book(back, moment, &direction) }
    } else if staySeconds(at: now) >= Self.thoughtSeconds {
      if let old = booking, now - old.seconds > Self.bookingSeconds,
        old.mood.distance(to: moment.mood) > Self.moodDrift
      {
        booking = nil
      }
      if booking == nil { book(nil, moment, &direction) }
    }
    let reason = wish != nil ? .hand : reasonToChange(moment)
    guard let reason, let ready = bookingThatIsReady(moment, &direction) else { return }
    if reason == .motif && ready.homecoming == nil { return }
    var goesBack = false
    if case .back = wish { goesBack = true }
    let earliest = score.onStage.entrance.seconds + ceilings.shortestStaySeconds + Self.breathSeconds
    planned = PlannedChange(
      to: ready.scene, by: ready.transition, beats: transitionBeats(moment.grid),
      variation: ready.homecoming?.variation ?? casting.variation(heard: heard.value),
      feeder: ready.feeder, reason: reason, goesBack: goesBack,
      earliestSeconds: reason == .hand ? now : earliest, at: moment, motion: pace.motion,
      why: ready.homecoming.map { "\($0.name) returns" }, turn: ready.homecoming?.turn ?? 0)
  }

  /// The world of a section that comes back, by the transition that brought it on the first time.
  private mutating func book(_ back: Motifs.Return, _ moment: Moment, _ direction: inout Direction) {
    let first = back.world.transition
    let isThere = first != .nothing && casting.isUsable(first, as: .transition)
    book(back.world.scene, by: isThere ? first : nil, moment, &direction)
    booking?.homecoming = back
  }

  /// One strong change, ready for the drop: a scene for a peak, by a blow of one beat or a cut.
  private mutating func bookDrop(_ moment: Moment, _ direction: inout Direction) {
    guard let scene = chooseScene(moment, mayStay: wish == nil) else { return }
    var chance = SeededGenerator(seed: heard.value, purpose: "drop")
    let blow = Mood(valence: moment.mood.valence, arousal: 0.8, confidence: 1)
    let transition =
      chance.unit() < Self.cutShare
      ? .nothing
      : casting.chooseTransition(
        for: blow, heard: heard.value, isResting: false, from: score.onStage.scene, to: scene, isStrong: true)
    book(scene, by: transition ?? .nothing, moment, &direction)
    booking?.isForDrop = true
  }

  private mutating func bookWish(_ moment: Moment, _ direction: inout Direction) {
    switch wish {
    case .scene(let scene), .back(let scene):
      if scene == score.onStage.scene || !casting.isUsable(scene) {
        wish = nil
        story.isHandsScene = story.isHandsScene || scene == score.onStage.scene
      } else if booking?.scene != scene {
        book(scene, moment, &direction)
      }
    case .another, nil:
      if booking == nil { book(nil, moment, &direction) }
      if booking == nil { wish = nil }  // there is no other scene
    }
  }

  /// Books a scene, or the one that fits best, with a transition and whoever gives it its picture, and asks the stage for
  /// them.
  ///
  /// - Parameter transition: nil for the one that fits best.
  private mutating func book(
    _ scene: PresetIndex?, by transition: PresetIndex? = nil, _ moment: Moment, _ direction: inout Direction
  ) {
    guard let scene = scene ?? chooseScene(moment, mayStay: wish == nil) else { return }
    let transition =
      transition
      ?? casting.chooseTransition(
        for: moment.mood, heard: heard.value, isResting: isResting, from: score.onStage.scene, to: scene)
      ?? .nothing
    let feeder = casting.feeder(of: scene, after: score.onStage.scene, heard: heard.value)
    booking = Booking(
      scene: scene, transition: transition, feeder: feeder, seconds: moment.hop.end.seconds,
      mood: moment.mood)
    for index in [scene, transition, feeder] { request(index, &direction) }
  }

  /// The scene that fits best now.
  mutating func chooseScene(
    _ moment: Moment, onlyReady: Bool = false, mayReturn: Bool = true, mayStay: Bool = false
  ) -> PresetIndex? {
    casting.chooseScene(
      for: Casting.Call(
        mood: lifted(moment.mood), heard: heard.value, seconds: moment.hop.end.seconds,
        present: score.onStage.scene, onlyReady: onlyReady, mayReturn: mayReturn, mayStay: mayStay))
  }

  /// The booking if the stage has all of it; if it takes too long, one of what the stage has.
  private mutating func bookingThatIsReady(_ moment: Moment, _ direction: inout Direction) -> Booking? {
    guard var next = booking else { return nil }
    let waited = moment.hop.end.seconds - next.seconds
    if waited >= Self.patienceSeconds { makeDo(&next, waited: waited, moment) }
    booking = next
    guard isReady(next.scene) else {
      // A request may have been lost; asked again, it costs nothing.
      if waited >= Self.enduranceSeconds { booking = nil }
      return nil
    }
    let company = [next.transition, next.feeder] + casting.fellows(of: next.scene)
    return waited >= Self.patienceSeconds || company.allSatisfy(isReady) ? next : nil
  }

  /// Puts what the stage has ready in the place of what it hasn't. A scene that should still rest comes only where none
  /// has come for long.
  private mutating func makeDo(_ booking: inout Booking, waited: Double, _ moment: Moment) {
    if !isReady(booking.scene), wish == nil || wish == .another,
      let other = chooseScene(moment, onlyReady: true, mayReturn: waited >= Self.enduranceSeconds)
    {
      booking.scene = other
      booking.feeder = casting.feeder(of: other, after: score.onStage.scene, heard: heard.value)
      booking.homecoming = nil
    }
    if !isReady(booking.transition) {
      booking.transition =
        casting.chooseTransition(
          for: moment.mood, heard: heard.value, isResting: isResting, from: score.onStage.scene,
          to: booking.scene, onlyReady: true) ?? .nothing
    }
    if !isReady(booking.feeder) {
      booking.feeder = casting.feeder(
        of: booking.scene, after: score.onStage.scene, heard: heard.value, onlyReady: true)
    }
  }

  /// Whether the stage has a preset, or none is meant.
  private func isReady(_ index: PresetIndex) -> Bool {
    index == .nothing || casting.standing(of: index) == .ready
  }

  /// Length of a change in beats: short when the music is wild, long when it rests, never a long wait.
  private func transitionBeats(_ grid: BeatGrid) -> Int {
    var beats =
      switch pace.drive {
      case _ where isResting: 8
      case ..<0.3: 8
      case ..<0.5: 4
      case ..<0.75: 2
      default: 1
      }
    beats = min(beats, story.acts.act.longestChange)
    while beats > 1 && Double(beats) * grid.period > Self.longestTransitionSeconds { beats /= 2 }
    return beats
  }
}

extension Appearance {
  /// An empty stage.
  public static let nobody = Appearance(scene: .nothing, entrance: .zero, entranceBeats: 0, variation: 0)
}

extension Mood {
  func distance(to other: Mood) -> Float {
    let valence = valence - other.valence
    let arousal = arousal - other.arousal
    return (valence * valence + arousal * arousal).squareRoot()
  }
}

extension Double {
  func power(_ exponent: Double) -> Double { pow(self, exponent) }

  /// Written with one decimal.
  var tenths: String {
    let count = Int((self * 10).rounded())
    return "\(count / 10).\(abs(count % 10))"
  }
}
