import Glibc
import Music
import Scenery

/// Filters, grade and looks through a show: what hands ask for, eased in musical time.
struct Finisher: Sendable {
  private(set) var finishing = Finishing()

  private struct Filter: Sendable {
    var appearance: Appearance
    var amount: Float
    var goal: Float
    /// On stage; before that it waits to be ready.
    var isIn = false
  }

  private struct Look: Sendable {
    var index: PresetIndex
    var bars: Int32
    var strength: Float
    var isSongs = false
  }

  private var filters: [Filter] = []
  private var mood = Mood()
  private var tension = 0.0
  private var gradeGoal: Float = 0
  private var nextLook: Look?
  /// Beats covered when the fade began, and its length in beats.
  private var fade: (start: Double, beats: Double)?
  /// The fade brings the song's own look, which a hand's doesn't wait for.
  private var isSongsFade = false
  private var hasBegun = false
  /// What the song's idea does to the grade.
  var tint = CarriedIdea.Tint.none
  /// What the song's harmony does to it.
  var harmony = SongHarmony(accentTurn: 0)
  /// The grade's contrast goes no higher; 0: no ceiling.
  var contrastCeiling: Float = 0

  private static let moodHalfLifeSeconds = 2.0
  private static let tensionHalfLifeSeconds = 0.8
  private static let hurryBeats = 0.5
  /// A grade comes and goes in a second.
  private static let gradePerSecond = 1.0

  init(seed: UInt64) {
    var chance = SeededGenerator(seed: seed, purpose: "grain")
    finishing.grainSeed = UInt32(truncatingIfNeeded: chance.next())
  }

  // MARK: Asked for

  /// Some colour correction is wanted.
  var isGrading: Bool { gradeGoal > 0 }

  mutating func setGrade(_ amount: Float) { gradeGoal = amount }

  /// Filters that are on, come or go.
  var filtersInUse: [PresetIndex] { filters.map(\.appearance.scene) }

  /// Filters that shall be on, in order; those that only still fade out are not among them.
  var filtersWanted: [PresetIndex] { filters.filter { $0.goal > 0 }.map(\.appearance.scene) }

  /// The look that shall be on, `.nothing` for none, however far the fade to it has come.
  var lookWanted: PresetIndex { nextLook?.index ?? finishing.looks.incoming }

  /// A fade on its way is finished first; the song's own hurries when a hand asks for another look.
  mutating func askLook(_ index: PresetIndex, bars: Int32, strength: Float = 1, isSongs: Bool = false) {
    // None at all is none at any strength: no fade for that, which others would have to wait for.
    nextLook = Look(index: index, bars: bars, strength: index == .nothing ? 1 : strength, isSongs: isSongs)
  }

  /// - Returns: false when all places are taken.
  mutating func askFilter(_ index: PresetIndex, amount: Float, variation: Float) -> Bool {
    if let place = filters.firstIndex(where: { $0.appearance.scene == index }) {
      filters[place].goal = amount
      return true
    }
    guard amount > 0 else { return true }
    guard filters.count < FilterChain.limit else { return false }
    let appearance = Appearance(scene: index, entrance: .zero, entranceBeats: 0, variation: variation)
    filters.append(Filter(appearance: appearance, amount: 0, goal: amount))
    return true
  }

  /// A preset failed: the picture goes on without it.
  mutating func drop(_ index: PresetIndex) {
    filters.removeAll { $0.appearance.scene == index }
    finishing.filters = FilterChain(
      (0..<finishing.filters.count).map { finishing.filters[$0] }.filter { $0.appearance.scene != index })
    if nextLook?.index == index { nextLook = nil }
    if finishing.looks.outgoing == index { finishing.looks.outgoing = .nothing }
    if finishing.looks.incoming == index { finishing.looks.incoming = .nothing }
  }

  // MARK: Hop by hop

  mutating func advance(_ moment: Moment, _ motion: Motion, isReady: (PresetIndex) -> Bool) {
    advanceGrade(moment)
    advanceLook(moment, motion, isReady)
    if !filters.isEmpty { advanceFilters(moment, motion, isReady) }
    hasBegun = true
  }

  private mutating func advanceFilters(
    _ moment: Moment, _ motion: Motion, _ isReady: (PresetIndex) -> Bool
  ) {
    for i in filters.indices { advance(&filters[i], moment, motion, isReady) }
    filters.removeAll { $0.goal <= 0 && ($0.amount <= 0 || !$0.isIn) }
    finishing.filters = FilterChain(
      filters.filter { $0.isIn && $0.amount > 0 }.map {
        FilterSlot(appearance: $0.appearance, amount: $0.amount)
      })
  }

  private mutating func advanceGrade(_ moment: Moment) {
    mood.valence = eased(mood.valence, moment.mood.valence)
    mood.arousal = eased(mood.arousal, moment.mood.arousal)
    mood.confidence = eased(mood.confidence, moment.mood.confidence)
    tension = Pace.eased(
      tension, to: Double(moment.tension), halfLifeSeconds: Self.tensionHalfLifeSeconds)
    let step = Float(Self.gradePerSecond * Hop.seconds)
    let way = gradeGoal - finishing.gradeAmount
    // What a show begins with is there at once.
    finishing.gradeAmount = hasBegun ? finishing.gradeAmount + min(max(way, -step), step) : gradeGoal
    if abs(gradeGoal - finishing.gradeAmount) < step / 2 { finishing.gradeAmount = gradeGoal }
    var grade = Grade(mood: mood, tension: Float(tension), amount: finishing.gradeAmount)
    grade.lean(to: harmony, by: finishing.gradeAmount)
    grade.lean(to: tint, by: finishing.gradeAmount)
    if contrastCeiling > 0 { grade.contrast = min(grade.contrast, contrastCeiling) }
    finishing.grade = grade
  }

  private func eased(_ value: Float, _ goal: Float) -> Float {
    Float(Pace.eased(Double(value), to: Double(goal), halfLifeSeconds: Self.moodHalfLifeSeconds))
  }

  private mutating func advanceLook(
    _ moment: Moment, _ motion: Motion, _ isReady: (PresetIndex) -> Bool
  ) {
    if isSongsFade, nextLook?.isSongs == false { makeWay(at: motion.travel) }
    if let fade {
      finishing.looks.progress = Float(min(max((motion.travel - fade.start) / fade.beats, 0), 1))
      if finishing.looks.progress >= 1 {
        finishing.looks = finishing.looks.settled
        self.fade = nil
      }
    }
    guard fade == nil, let next = nextLook, next.index == .nothing || isReady(next.index) else { return }
    nextLook = nil
    let now = finishing.looks
    guard next.index != now.incoming || next.strength != now.incomingStrength else { return }
    finishing.looks = LookMix(
      outgoing: now.incoming, incoming: next.index, progress: 0, outgoingStrength: now.incomingStrength,
      incomingStrength: next.strength)
    guard next.bars > 0 else {
      finishing.looks = finishing.looks.settled
      return
    }
    fade = (motion.travel, Double(next.bars) * Double(moment.grid.beatsPerBar))
    isSongsFade = next.isSongs
  }

  /// What is left of the song's own fade takes half a beat.
  private mutating func makeWay(at travel: Double) {
    isSongsFade = false
    guard let fade else { return }
    let progress = min(max((travel - fade.start) / fade.beats, 0), 1)
    guard progress < 1, (1 - progress) * fade.beats > Self.hurryBeats else { return }
    let beats = Self.hurryBeats / (1 - progress)
    self.fade = (travel - progress * beats, beats)
  }

  /// Comes and goes within a beat.
  private func advance(
    _ filter: inout Filter, _ moment: Moment, _ motion: Motion, _ isReady: (PresetIndex) -> Bool
  ) {
    if !filter.isIn {
      guard isReady(filter.appearance.scene) else { return }
      filter.isIn = true
      filter.appearance.entrance = moment.hop.end
      filter.appearance.entranceBeats = moment.grid.beats(atSeconds: moment.hop.end.seconds)
      filter.appearance.beatsPerBar = moment.grid.beatsPerBar
      filter.appearance.entranceMotion = motion
      if !hasBegun { filter.amount = filter.goal }
    }
    let step = Float(max(motion.travelRate, 0.5) * Hop.seconds)
    filter.amount += min(max(filter.goal - filter.amount, -step), step)
  }
}

extension Grade {
  /// Adds what an idea wants, as far as a grade is wanted.
  mutating func lean(to tint: CarriedIdea.Tint, by amount: Float) {
    guard amount > 0, tint != .none else { return }
    let share = min(amount, 1)
    let light = 1 + share * (Float(tint.exposure) - 1)
    gain = Colour(red: gain.red * light, green: gain.green * light, blue: gain.blue * light)
    temperature = min(max(temperature + amount * Float(tint.warmth), -1), 1)
    contrast += amount * Float(tint.contrast)
    vignette = min(max(vignette + amount * Float(tint.vignette), 0), 1)
  }
}
