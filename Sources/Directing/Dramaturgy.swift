import Music
import Scenery

/// What a show follows beyond the next change: acts, drops, the song's idea, motifs, stillness.
struct Dramaturgy: Sendable {
  var acts = ActFollower()
  var drop = DropCatcher()
  var carrier = IdeaCarrier()
  var motifs = Motifs()
  var stillness: Stillness
  /// A section came back, and its world is on the way.
  var homecoming: Motifs.Return?
  /// What else in the music asks for another scene.
  var occasions = Occasions()
  /// The transition that brought on the scene on stage.
  var lastTransition = PresetIndex.nothing
  /// The scene on stage was asked for by a hand: it has its whole stay.
  var isHandsScene = false
  /// A hand has chosen the look, if only none: no song changes it.
  var isLookInHand = false
  /// How far the energy master is open, eased; and where a hand holds it.
  var master = 1.0
  var heldMaster: Float?

  init(seed: UInt64) {
    stillness = Stillness(seed: seed)
  }

  mutating func follow(_ intent: Intent) {
    acts.planned = intent.acts
    acts.songSeconds = Double(max(0, intent.songSeconds))
    carrier.weights = intent.ideaWeights
  }
}

/// Handles that a hand may take from the director, by the names that `Cue.set` knows.
enum Fader: String, CaseIterable {
  /// The palette's leading hue, OKLCh degrees; factor of its chroma.
  case hue = "palette.hue"
  case chroma = "palette.chroma"
  /// How much of strikes, pulses and flow is let through, 0…1.
  case energy = "master.energy"
  /// The colour table; only given back by this name: `Cue.look` takes it.
  case look = "picture.look"
}

extension Director {
  /// Heights of the master's way each second.
  private static var masterHalfLife: Double { 0.7 }
  /// A scene is on stage at least this long before a drop takes it off.
  private static var leastBeforeDrop: Double { 2 }

  /// Follows the music's form: act, idea, motifs, stillness; tells what is new.
  mutating func followStory(_ moment: Moment, _ direction: inout Direction) {
    let drops = story.drop.hear(moment)
    let news = story.acts.advance(
      moment, bar: bar(moment), drops: drops, builds: story.drop.isPreparing)
    for item in news { tell(item, moment, &direction) }
    let line = story.carrier.advance(
      moment, songStart: story.acts.songStart, songSeconds: story.acts.songSeconds,
      sections: story.acts.sections, digest: heard.value)
    if let line {
      casting.lean(to: story.carrier.idea, station: story.carrier.station)
      say(.idea, located(line, moment), moment, &direction)
    }
    listenForMotifs(moment)
    keepStill(moment, &direction)
    if story.drop.isPreparing || drops, planned?.isCommitted == false, planned?.reason != .hand {
      planned = nil  // restraint: nothing stands in the drop's way
    }
    if moment.isSilent { story.occasions.end(.act) }
  }

  private mutating func tell(_ news: ActFollower.News, _ moment: Moment, _ direction: inout Direction) {
    let now = moment.hop.end.seconds
    switch news {
    case .song:
      bars.begin()
      story.carrier.begin()
      story.motifs.forget()
      story.homecoming = nil
      casting.lean(to: nil, station: 0)
    case .formUnknown:
      say(.form, "the form is unknown so far: acts follow the energy", moment, &direction)
    case .formKnown: say(.form, "sections are heard: acts follow them", moment, &direction)
    case .act(let why):
      let act = story.acts.act
      if let place = story.acts.place { casting.actWeights = story.acts.planned[place].weights }
      if story.acts.place != nil {
        story.occasions.give(.act, until: now + ceilings.shortestStaySeconds + 2 * barSeconds(moment.grid))
        booking = nil
      } else if why == "energy", act == .peak || act == .release {
        story.occasions.give(.act, until: now + 2 * barSeconds(moment.grid))
      }
      say(.act, located("\(act.rawValue) (\(why))", moment), moment, &direction)
    }
  }

  private func located(_ line: String, _ moment: Moment) -> String {
    bar(moment).map { "bar \($0): \(line)" } ?? line
  }

  // MARK: Motifs

  private mutating func listenForMotifs(_ moment: Moment) {
    if moment.beginsSection { story.homecoming = nil }
    let back = story.motifs.hear(
      moment.form, atSeconds: moment.hop.end.seconds, onStage: score.onStage, by: story.lastTransition)
    guard let back, back.world.scene != score.onStage.scene, casting.isUsable(back.world.scene),
      !story.isHandsScene
    else { return }
    story.homecoming = back
    booking = nil
  }

  // MARK: Energy

  private mutating func keepStill(_ moment: Moment, _ direction: inout Direction) {
    let bars = Double(Stillness.bars)
    let left = stayLeftSeconds(moment)
    let begins = story.stillness.advance(
      moment, drive: pace.drive,
      mayBegin: planned == nil && left > Stillness.seconds(moment.grid) && story.acts.act != .peak,
      isDisturbed: story.drop.isPreparing || moment.beginsSection || wish != nil)
    if begins {
      say(.stillness, located("stillness for \(Int(bars)) bars", moment), moment, &direction)
    }
    let goal = story.heldMaster ?? min(intent.motionCeiling, story.stillness.isOn ? Stillness.master : 1)
    story.master = Pace.eased(
      story.master, to: Double(goal.kept(in: 0...1)), halfLifeSeconds: Self.masterHalfLife)
    if abs(story.master - Double(goal)) < 1e-3 { story.master = Double(goal) }
    score.energyMaster = Float(story.master)
  }

  // MARK: Drops

  /// One strong change on the beat of the drop, if the show and the hands allow it.
  ///
  /// - Returns: whether a change was made.
  mutating func catchDrop(_ moment: Moment, _ direction: inout Direction) -> Bool {
    guard let drop = story.drop.waiting, !score.isHeld, wish == nil, !story.isHandsScene else {
      return false
    }
    let now = moment.hop.end.seconds
    let name = "drop \(drop.strength.hundredths)"
    let least = intent.cutsPerMinute > 0 ? ceilings.shortestStaySeconds : Self.leastBeforeDrop
    guard staySeconds(at: now) >= least else {
      story.drop.settle()
      say(.ceiling, located("\(name) gets no change: the last is too near", moment), moment, &direction)
      return false
    }
    if booking.map({ casting.standing(of: $0.scene) != .ready }) ?? true {
      guard let scene = chooseScene(moment, onlyReady: true, mayReturn: false, mayStay: true) else {
        return false
      }
      booking = Booking(
        scene: scene, transition: .nothing, feeder: .nothing, seconds: now, mood: moment.mood)
    }
    guard let next = booking else { return false }
    func isReady(_ index: PresetIndex) -> Bool { casting.standing(of: index) == .ready }
    let present = score.onStage.scene
    planned = PlannedChange(
      to: next.scene, by: next.isForDrop && isReady(next.transition) ? next.transition : .nothing, beats: 1,
      variation: casting.variation(heard: heard.value),
      feeder: isReady(next.feeder)
        ? next.feeder
        : casting.feeder(of: next.scene, after: present, heard: heard.value, onlyReady: true),
      reason: .drop, goesBack: false, earliestSeconds: now, at: moment, motion: pace.motion,
      onBeat: beat(of: drop, moment), why: name)
    story.drop.settle()
    story.homecoming = nil
    if let change = planned, change.isCommitted { commit(change, moment, &direction) }
    return true
  }

  /// The beat on which a drop fell; where none is near, now.
  private func beat(of drop: DropCatcher.Drop, _ moment: Moment) -> Double {
    let grid = moment.grid
    let now = grid.beats(atSeconds: moment.hop.end.seconds)
    let nearest = grid.beats(atSeconds: drop.seconds).rounded()
    let isNear = abs(grid.seconds(atBeats: nearest) - drop.seconds) < 0.3 * grid.period
    return grid.hasBeat && isNear ? nearest : now
  }

  /// The mood by which the scene of an act is chosen: a peak wants wilder ones, a close calmer ones.
  func lifted(_ mood: Mood) -> Mood {
    var mood = mood
    let lift = story.drop.isPreparing || story.drop.waiting != nil ? Act.peak.lift : story.acts.act.lift
    mood.arousal = (mood.arousal + lift).kept(in: -1...1)
    return mood
  }
}

extension Float {
  /// Written with two decimals.
  var hundredths: String {
    let count = Int((self * 100).rounded())
    return "\(count / 100).\(count % 100 < 10 ? "0" : "")\(count % 100)"
  }
}
