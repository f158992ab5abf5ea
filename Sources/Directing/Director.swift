import Music
import Scenery

/// Decides which scene is on stage, which comes next, when and how: one moment of music in, one score out.
///
/// Changes begin on bar lines. The same seed, sound and cues give the same show, bit for bit; another song gives
/// another order. Whatever a performer asks comes first.
public struct Director: Sendable {
  public internal(set) var score = Score(onStage: .nobody)
  /// Nothing stops for long where it isn't sure of the beat, but all goes slowly.
  public private(set) var isResting = true

  var casting: Casting
  var planned: PlannedChange?
  /// Who comes next, being prepared; nil just after a change.
  var booking: Booking?
  /// What a hand asked for and hasn't got yet.
  var wish: Wish?
  private(set) var pace: Pace
  private(set) var heard = HeardDigest()
  private(set) var ceilings: Ceilings
  /// Acts, drops, the song's idea, motifs and stillness.
  var story: Dramaturgy
  private(set) var intent = Intent()
  /// Understood, and not said yet.
  private var untold: String?
  var colouring: Colouring
  private var captions: Captions
  var finisher: Finisher
  var bars = BarCount()
  private var isOpen = false
  /// Scenes before the one on stage, for going back.
  private var past: [PresetIndex] = []
  private var unsureSinceSeconds: Double?
  /// A released scene begins its stay again.
  private var releasedSeconds = 0.0
  private var releasedTravel = 0.0

  private static let unsureSeconds = 2.0
  private static let longestPast = 64

  public init(
    repertoire: Repertoire, seed: UInt64, ceilings: Ceilings = Ceilings(),
    captions: CaptionList = CaptionList()
  ) {
    self.ceilings = ceilings
    self.captions = Captions(captions)
    casting = Casting(repertoire: repertoire, seed: seed)
    pace = Pace(ceilings: ceilings)
    story = Dramaturgy(seed: seed)
    colouring = Colouring(seed: seed)
    finisher = Finisher(seed: seed)
  }

  /// A preset came into the repertoire, or was edited. What is on stage or on its way stays.
  public mutating func admit(_ index: PresetIndex, kind: Preset.Kind, name: String) {
    casting.admit(index, kind: kind, name: name)
  }

  /// What the show wants; takes effect at the next hop.
  public mutating func follow(_ intent: Intent) {
    self.intent = intent
    casting.intent = intent
    colouring.intent = intent
    finisher.contrastCeiling = intent.contrastCeiling.kept(in: 0...4)
    story.follow(intent)
    if intent.cutsPerMinute > 0 {
      ceilings.shortestStaySeconds = max(Double(60 / intent.cutsPerMinute.kept(in: 0.05...60)), 1)
      ceilings.longestStaySeconds = max(ceilings.longestStaySeconds, 2 * ceilings.shortestStaySeconds)
    }
    if !intent.understood.isEmpty { untold = intent.understood }
  }

  /// A preset was taken away. If it is on stage it stays until the next change.
  public mutating func dismiss(_ index: PresetIndex) { casting.set(index, .gone) }

  /// Takes the show one hop on.
  public mutating func direct(_ heardMoment: Moment, following cues: [Cue]) -> Direction {
    var moment = heardMoment.sober
    var direction = Direction(score: score)
    let drive = story.carrier.tint.motion
    pace.advance(
      moment, master: story.master, factor: intent.motionCeiling < 1 ? min(drive, 1) : drive)
    heard.add(moment)
    bars.advance(moment)
    hearSong(moment, &direction)
    moment.mood = intent.mood(over: moment.mood)
    if let sentence = untold { say(.brief, sentence, moment, &direction) }
    untold = nil
    noteSections(moment)
    followStory(moment, &direction)
    colouring.tint = story.carrier.tint
    finisher.tint = story.carrier.tint
    colouring.advance(moment)
    finisher.harmony = colouring.harmony
    for cue in cues { take(cue, at: moment, &direction) }
    captions.advance(moment)
    open(at: moment, &direction)
    if planned != nil { carryOn(moment, &direction) }
    if planned == nil && isOpen { lookAhead(moment, &direction) }
    score.change = planned?.change
    score.palette = colouring.palette
    score.motion = pace.motion
    score.captions = captions.state
    finish(moment, &direction)
    direction.score = score
    return direction
  }

  // MARK: What the music says

  private mutating func noteSections(_ moment: Moment) {
    let now = moment.hop.end.seconds
    let isUnsure = moment.isSilent || !moment.grid.hasBeat
    unsureSinceSeconds = isUnsure ? unsureSinceSeconds ?? now : nil
    isResting = unsureSinceSeconds.map { now - $0 >= Self.unsureSeconds || !isOpen } ?? false
    if moment.beginsSection && staySeconds(at: now) >= ceilings.shortestStaySeconds {
      // As long as it may take until the next scene is ready and a bar begins.
      story.occasions.give(.section, until: now + 2 * barSeconds(moment.grid))
    }
  }

  /// Why the scene should change now without being asked, if it should.
  func reasonToChange(_ moment: Moment) -> Decision.Reason? {
    guard !score.isHeld, !story.drop.isPreparing else { return nil }
    let now = moment.hop.end.seconds
    let bar = barSeconds(moment.grid)
    let stay = min(staySeconds(at: now), now - releasedSeconds)
    guard stay + bar >= ceilings.shortestStaySeconds else { return nil }
    if !story.isHandsScene {
      if story.homecoming != nil { return .motif }
      if let occasion = story.occasions.standing(at: now) { return occasion }
    }
    if stay + bar >= ceilings.longestStaySeconds { return isResting ? .rest : .length }
    guard !isResting else { return nil }
    // Half a beat early is early enough for the bar line that ends the stay.
    return stayedBeats + Double(moment.grid.beatsPerBar) >= stayBeats(moment.grid) + 0.5 ? .length : nil
  }

  private var stayedBeats: Double {
    pace.motion.travel - max(score.onStage.entranceMotion.travel, releasedTravel)
  }

  /// How long the scene would still stay if nothing happened, seconds.
  func stayLeftSeconds(_ moment: Moment) -> Double {
    let now = moment.hop.end.seconds
    let longest = ceilings.longestStaySeconds - staySeconds(at: now) - barSeconds(moment.grid)
    if isResting || score.isHeld { return longest }
    return min(longest, (stayBeats(moment.grid) - stayedBeats) * moment.grid.period)
  }

  /// How long a scene stays at this drive: whole phrases of four bars.
  func stayBeats(_ grid: BeatGrid) -> Double {
    let shortening = (ceilings.wildStayBeats / ceilings.calmStayBeats).power(min(max(pace.drive, 0), 1))
    let beats = ceilings.calmStayBeats * shortening * story.acts.act.stay
    let phrase = 4 * Double(grid.beatsPerBar)
    return max(1, (beats / phrase).rounded()) * phrase
  }

  func staySeconds(at now: Double) -> Double { now - score.onStage.entrance.seconds }

  func barSeconds(_ grid: BeatGrid) -> Double { grid.period * Double(grid.beatsPerBar) }

  // MARK: What hands and the stage say

  private mutating func take(_ cue: Cue, at moment: Moment, _ direction: inout Direction) {
    switch cue {
    case .nextScene: ask(for: .another)
    case .previousScene:
      guard let before = past.last else { return say(.hand, "there is no scene before", moment, &direction) }
      ask(for: .back(before))
    case .scene(let index):
      guard casting.isUsable(index), casting.isScene(index) else {
        return say(.hand, "scene \(index.value) can't come: it failed or isn't there", moment, &direction)
      }
      ask(for: .scene(index))
    case .suggest(let index):
      casting.suggest(index)
      if wish == nil && planned == nil { booking = nil }
    case .hold(let isHeld): hold(isHeld, at: moment)
    case .toggleHold: hold(!score.isHeld, at: moment)
    case .set(let input, let value):
      hold(input, value.x, moment, &direction)
      if !score.overrides.set(input, to: value) {
        say(
          .hand, "“\(input)” isn't taken: a hand holds at most \(Overrides.limit) inputs", moment, &direction)
      }
    case .release(let input):
      hold(input, nil, moment, &direction)
      score.overrides.release(input)
    case .ready(let index): casting.set(index, .ready)
    case .released(let index): letGo(index, &direction)
    case .failed(let index): leaveOut(index, moment, &direction)
    case .credits: captions.askForCredits(atSeconds: moment.hop.end.seconds)
    case .nudgeLyrics(let milliseconds): captions.nudge(byMilliseconds: milliseconds)
    case .grade, .toggleGrade, .look, .nextLook, .filter, .toggleFilter, .clearFilters:
      takeFinish(cue, at: moment, &direction)
    case .tap, .downbeat, .doubleTempo, .halveTempo: break  // for the ear
    }
  }

  /// A hand takes a handle of the director's own, or gives it back.
  private mutating func hold(_ name: String, _ value: Float?, _ moment: Moment, _ direction: inout Direction)
  {
    for fader in Fader.allCases where name == fader.rawValue || (name.isEmpty && value == nil) {
      switch fader {
      case .hue: colouring.heldHue = value.map { Double($0.kept(in: -3600...3600)) }
      case .chroma: colouring.heldChroma = value.map { $0.kept(in: 0...4) }
      case .energy: story.heldMaster = value.map { $0.kept(in: 0...1) }
      case .look: if value == nil { giveBackLook(moment, &direction) }
      }
    }
  }

  private mutating func finish(_ moment: Moment, _ direction: inout Direction) {
    finisher.advance(moment, pace.motion) { casting.standing(of: $0) == .ready }
    score.finishing = finisher.finishing
  }

  private mutating func ask(for wish: Wish) {
    self.wish = wish
    if planned?.isCommitted == false { planned = nil }
  }

  private mutating func hold(_ isHeld: Bool, at moment: Moment) {
    guard isHeld != score.isHeld else { return }
    score.isHeld = isHeld
    if isHeld {
      if planned?.isCommitted == false && planned?.reason != .hand { planned = nil }
    } else {
      releasedSeconds = moment.hop.end.seconds
      releasedTravel = pace.motion.travel
    }
  }

  // MARK: Changes

  /// Puts a first scene on stage, and another as long as none has worked.
  private mutating func open(at moment: Moment, _ direction: inout Direction) {
    guard !isOpen else { return }
    let present = score.onStage.scene
    switch casting.standing(of: present) {
    case .ready: isOpen = true
    case .asked: break
    case .unasked, .failed, .gone:
      guard let scene = chooseScene(moment) else { return }
      score.onStage = Appearance(
        scene: scene, entrance: moment.hop.start,
        entranceBeats: moment.grid.beats(atSeconds: moment.hop.end.seconds),
        beatsPerBar: moment.grid.beatsPerBar, entranceMotion: pace.motion,
        variation: casting.variation(heard: heard.value),
        feeder: casting.feeder(of: scene, after: .nothing, heard: heard.value))
      request(scene, &direction)
      request(score.onStage.feeder, &direction)
      let seconds = moment.hop.start.seconds
      casting.noteShown(scene: scene, by: .nothing, atSeconds: seconds)
      let name = casting.name(of: scene)
      let change = DecidedChange(bar: 1, seconds: seconds, from: "", to: name)
      say(.opening, "\(name) opens", moment, &direction, change)
    }
  }

  private mutating func carryOn(_ moment: Moment, _ direction: inout Direction) {
    guard var change = planned else { return }
    let wasCommitted = change.isCommitted
    change.follow(moment, pace.motion)
    planned = change
    if change.isCommitted && !wasCommitted { commit(change, moment, &direction) }
    guard change.isOver else { return }
    score.onStage = change.change.incoming
    planned = nil
  }

  /// The change is certain: it counts as shown, and it is told.
  mutating func commit(
    _ planned: PlannedChange, _ moment: Moment, _ direction: inout Direction
  ) {
    let change = planned.change
    if planned.goesBack { _ = past.popLast() } else { past.append(score.onStage.scene) }
    if past.count > Self.longestPast { past.removeFirst() }
    casting.noteShown(
      scene: change.incoming.scene, by: change.transition, atSeconds: change.incoming.entrance.seconds)
    booking = nil
    for index in [change.incoming.scene, change.transition, change.incoming.feeder] {
      request(index, &direction)
    }
    story.homecoming = nil
    story.occasions.clear()
    story.lastTransition = change.transition
    story.isHandsScene = planned.reason == .hand
    colouring.turn = planned.turn
    if planned.reason == .hand { wish = nil }
    let beats = Int(change.endBeats - change.startBeats)
    let isCut = change.transition == .nothing
    let told = DecidedChange(
      bar: bars.bar(atSeconds: change.incoming.entrance.seconds, now: moment.hop.end.seconds),
      seconds: change.incoming.entrance.seconds,
      lengthSeconds: isCut ? 0 : Double(beats) * moment.grid.period, beats: isCut ? 0 : beats,
      from: casting.name(of: score.onStage.scene), to: casting.name(of: change.incoming.scene),
      transition: isCut ? "" : casting.name(of: change.transition),
      meaning: casting.meaning(of: change.transition, score.onStage.scene, change.incoming.scene).word)
    let why = planned.why ?? (planned.reason == .length ? nil : planned.reason.rawValue)
    let place = "bar \(told.bar)\(why.map { ", \($0)" } ?? ""), \(story.acts.act.rawValue)"
    let line = "\(place): \(told), energy \(pace.energy.tenths)"
    say(planned.reason, line, moment, &direction, told)
  }

  /// The bar that is heard; nil without a beat.
  func bar(_ moment: Moment) -> Int? {
    let now = moment.hop.end.seconds
    return moment.grid.hasBeat ? bars.bar(atSeconds: now, now: now) : nil
  }

  func say(
    _ reason: Decision.Reason, _ text: String, _ moment: Moment, _ direction: inout Direction,
    _ change: DecidedChange? = nil
  ) {
    direction.decisions.append(
      Decision(hop: moment.hop, reason: reason, description: text, bar: bar(moment), change: change))
  }
}

extension Moment {
  /// The same with every number the director looks at in its range, so that one that isn't a number does no harm.
  var sober: Moment {
    var sober = self
    sober.energy = energy.kept(in: 0...1)
    sober.tension = tension.kept(in: 0...1)
    sober.onsetStrength = onsetStrength.kept(in: 0...8)
    sober.bands.bass = bands.bass.kept(in: 0...1)
    sober.bands.mid = bands.mid.kept(in: 0...1)
    sober.bands.treble = bands.treble.kept(in: 0...1)
    sober.mood = Mood(
      valence: mood.valence.kept(in: -1...1), arousal: mood.arousal.kept(in: -1...1),
      confidence: mood.confidence.kept(in: 0...1))
    let isGridSound =
      abs(grid.anchorSeconds) < 1e9 && abs(grid.anchorBeats) < 1e9 && (0.1...10).contains(grid.period)
      && (1...64).contains(grid.beatsPerBar)
    if !isGridSound { sober.grid = .unheard }
    sober.grid.confidence = sober.grid.confidence.kept(in: 0...1)
    return sober
  }
}

extension Float {
  /// The nearest value of a range; what isn't a number is taken as 0.
  func kept(in range: ClosedRange<Float>) -> Float {
    isNaN ? 0 : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
