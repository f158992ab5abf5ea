import Glibc
import Music
import Scenery

/// Who may come on: what the director knows of each preset, and the choice among them.
struct Casting: Sendable {
  /// Where a preset stands with the stage.
  enum Standing: Sendable { case unasked, asked, ready, failed, gone }

  private struct Player: Sendable {
    var kind: Preset.Kind
    var name: String
    var header: KinoraHeader
    var wantsPicture: Bool
    var standing = Standing.unasked
    var timesShown = 0
    var words: PresetWords
    /// How well it fits most music.
    var usualFit: Double

    init(
      kind: Preset.Kind, name: String, header: KinoraHeader = KinoraHeader(), wantsPicture: Bool = false,
      words: PresetWords = PresetWords()
    ) {
      self.kind = kind
      self.name = name
      self.header = header
      self.wantsPicture = wantsPicture
      self.words = words
      usualFit = Casting.usualFit(of: header)
    }
  }

  private var players: [Player?]
  private let seed: UInt64
  /// What the show wants of each preset.
  var intent = Intent()
  /// How much the act by hand wants each preset, by its index; empty: all alike.
  var actWeights: [Float] = []
  /// Share of changes made with the infinite zoom, where there is one.
  var zoomShare = Casting.usualZoomShare
  /// What the song's idea makes of each preset, by its index; empty without an idea.
  private var leanings: [Double] = []
  /// The song that is played, and its favourites.
  var song = SongCharacter()
  private var shown = ShownScenes()
  private var lastTransition: PresetIndex?
  private var choices: UInt64 = 0
  /// Who is to be chosen next, as soon as it can be.
  private var suggestion: PresetIndex?

  /// The transition that a third of all changes are made with, where there is one of this name.
  static let signature = "infinite-zoom"
  static let usualZoomShare = 1.0 / 3
  /// How far in the mood plane a preset still feels at home.
  private static let homeReach = 0.7
  /// Even the least fitting has this chance against the best fitting.
  private static let leastFit = 0.03
  /// A scene of the same domain as the one on stage is a smaller change.
  private static let sameWorldShare = 0.6
  /// Each time it was shown makes a preset less likely by this share of what it is at first.
  private static let weariness = 0.5
  /// Clips that clash follow each other this rarely.
  private static let leastKinship = 0.15
  /// An index beyond it comes from a damaged log.
  private static let mostPresets: Int32 = 1 << 16

  init(repertoire: Repertoire, seed: UInt64) {
    self.seed = seed
    players = repertoire.presets.map { preset in
      preset.map {
        Player(
          kind: $0.kind, name: $0.name, header: $0.header.kinora,
          wantsPicture: $0.kind == .scene && !$0.header.openImages.isEmpty, words: PresetWords($0))
      }
    }
  }

  func name(of index: PresetIndex) -> String { self[index]?.name ?? "nothing" }

  func standing(of index: PresetIndex) -> Standing { self[index]?.standing ?? .gone }

  /// Ready, or not known to be unusable.
  func isUsable(_ index: PresetIndex) -> Bool {
    let standing = standing(of: index)
    return standing != .failed && standing != .gone
  }

  func isScene(_ index: PresetIndex) -> Bool { self[index]?.kind == .scene }

  func isUsable(_ index: PresetIndex, as kind: Preset.Kind) -> Bool {
    isUsable(index) && self[index]?.kind == kind
  }

  /// A preset is new, or was edited: an edited one keeps its place, and a failed one gets another chance.
  mutating func admit(_ index: PresetIndex, kind: Preset.Kind, name: String) {
    guard 0..<Self.mostPresets ~= index.value else { return }
    while players.count <= Int(index.value) { players.append(nil) }
    guard let known = players[Int(index.value)], known.name == name, known.kind == kind else {
      players[Int(index.value)] = Player(kind: kind, name: name)
      return
    }
    if known.standing == .failed || known.standing == .gone { set(index, .unasked) }
  }

  mutating func set(_ index: PresetIndex, _ standing: Standing) {
    guard self[index] != nil else { return }
    players[Int(index.value)]?.standing = standing
  }

  /// The next choice falls on this scene; a later suggestion takes its place.
  mutating func suggest(_ index: PresetIndex) { suggestion = index }

  /// - Parameter seconds: stream time at which the scene comes on.
  mutating func noteShown(scene: PresetIndex, by transition: PresetIndex, atSeconds seconds: Double) {
    if scene == suggestion { suggestion = nil }
    shown.note(scene, atSeconds: seconds)
    lastTransition = transition
    for index in [scene, transition] where self[index] != nil { players[Int(index.value)]?.timesShown += 1 }
  }

  /// What a scene is chosen for.
  struct Call {
    var mood: Mood
    /// What the music was so far.
    var heard: UInt64
    /// Stream time.
    var seconds: Double
    /// The scene on stage, which isn't chosen.
    var present: PresetIndex
    /// Choose among those that the stage has ready.
    var onlyReady = false
    /// Where every scene that can come is one that rests, choose the one that has rested longest, rather than none.
    var mayReturn = true
    /// Choose none where the present scene is the only one that is wanted.
    var mayStay = false
  }

  /// The scene that fits best by weighted chance: rested, near the mood, liked by the song, of another world.
  mutating func chooseScene(for call: Call) -> PresetIndex? {
    let present = call.present
    if let next = suggestion, next != present, isUsable(next, as: .scene),
      !call.onlyReady || standing(of: next) == .ready
    {
      return next
    }
    func isWanted(_ index: PresetIndex) -> Bool { wanted(index) > 0 }
    let others = usable(.scene, onlyReady: call.onlyReady).filter { $0 != present }
    // Where nothing that is wanted can come, anything is better than nothing.
    let welcome = others.filter(isWanted)
    if call.mayStay, welcome.isEmpty, isUsable(present), isWanted(present) { return nil }
    let candidates = welcome.isEmpty ? others : welcome
    let cast = usable(.scene).map(wanted).filter { $0 > 0 }
    let resting = shown.resting(atSeconds: call.seconds, cast: cast)
    let rested = candidates.filter { !resting.contains($0) }
    guard !rested.isEmpty else { return call.mayReturn ? shown.longestAgo(among: candidates) : nil }
    let world = self[present]?.header.domain ?? ""
    // All that could have come: what the song likes doesn't depend on who rests.
    let peers = peers(among: usable(.scene).filter { isWanted($0) == !welcome.isEmpty })
    let weights = rested.map { index in
      let isOfSameWorld = !world.isEmpty && self[index]?.header.domain == world
      return weight(of: index, in: call.mood, among: peers[intent.weight(of: Int(index.value)), default: 1])
        * (isOfSameWorld ? Self.sameWorldShare : 1)
        * kinship(of: index, with: present) * (shown.isEmpty ? opening(index) : 1)
    }
    return draw(from: rested, weights, heard: call.heard, purpose: "scene")
  }

  /// A transition for the moment; nil where none can be used.
  ///
  /// - Parameters:
  ///   - from, to: the pictures it stands between: what it has in common with them counts.
  ///   - isStrong: a blow rather than a passage.
  mutating func chooseTransition(
    for mood: Mood, heard: UInt64, isResting: Bool, from: PresetIndex, to: PresetIndex,
    isStrong: Bool = false, onlyReady: Bool = false
  ) -> PresetIndex? {
    let candidates = usable(.transition, onlyReady: onlyReady)
    var others = candidates.filter { self[$0]?.name != Self.signature }
    var chance = generator("signature", heard: heard)
    if let signature = candidates.first(where: { self[$0]?.name == Self.signature }) {
      if others.isEmpty || (!isResting && !isStrong && chance.unit() < zoomShare) { return signature }
    }
    if others.count > 2 { others.removeAll { $0 == lastTransition } }
    let weights = others.map {
      weight(of: $0, in: mood, among: others.count) * meaning(of: $0, from, to).factor
    }
    return draw(from: others, weights, heard: heard, purpose: "transition")
  }

  /// The song's own look; `.nothing` for the picture as it is.
  func songLook(for mood: Mood) -> PresetIndex {
    let looks = usable(.look)
    guard let value = song.value,
      let place = SongLook.choice(among: looks.map(name(of:)), song: value, mood: mood)
    else { return .nothing }
    return looks[place]
  }

  /// The next look that can be used, in the repertoire's order; after the last: none.
  func look(after look: PresetIndex) -> PresetIndex { usable(.look).first { $0 > look } ?? .nothing }

  /// What a transition has in common with the pictures before and after it.
  func meaning(of transition: PresetIndex, _ from: PresetIndex, _ to: PresetIndex) -> (
    factor: Double, word: String
  ) {
    guard let fits = self[transition]?.words.fits, !fits.isEmpty else { return (1, "") }
    return PresetWords.meaning(of: fits, self[from]?.words ?? PresetWords(), self[to]?.words ?? PresetWords())
  }

  /// The song's idea, or another station of it.
  mutating func lean(to idea: CarriedIdea?, station: Int) {
    zoomShare = idea?.zoomShare ?? Self.usualZoomShare
    guard let idea else {
      leanings = []
      return
    }
    leanings = players.map { player in
      guard let player else { return 1 }
      return switch player.kind {
      case .scene: player.words.leaning(to: idea.stations[station].words)
      case .transition: idea.transitions[player.name] ?? 1
      default: 1
      }
    }
  }

  /// The scene whose picture another is given to work on: the one on stage before it, or else one that is ready, or
  /// else any, which the stage has to be asked for; `.nothing` where none is wanted, or none can be had.
  ///
  /// - Parameter onlyReady: choose among those that the stage has ready.
  func feeder(
    of scene: PresetIndex, after present: PresetIndex, heard: UInt64, onlyReady: Bool = false
  ) -> PresetIndex {
    guard self[scene]?.wantsPicture == true else { return .nothing }
    func canFeed(_ index: PresetIndex) -> Bool { index != scene && self[index]?.wantsPicture == false }
    if isScene(present), standing(of: present) == .ready, canFeed(present) { return present }
    func isWelcome(_ index: PresetIndex) -> Bool { canFeed(index) && wanted(index) > 0 }
    var others = usable(.scene, onlyReady: true).filter(isWelcome)
    if others.isEmpty, !onlyReady { others = usable(.scene).filter(isWelcome) }
    if others.isEmpty { others = usable(.scene, onlyReady: onlyReady).filter(canFeed) }
    guard !others.isEmpty else { return .nothing }
    var chance = generator("feeder", heard: heard)
    return others[chance.index(below: others.count)]
  }

  /// The scenes that a preset's file names to feed it, and those that feed them.
  func fellows(of index: PresetIndex) -> [PresetIndex] {
    var found: [PresetIndex] = []
    var next = [index]
    while let one = next.popLast() {
      for feed in self[one]?.header.feeds ?? [] {
        let named = usable(.scene).first { self[$0]?.name == feed.scene }
        guard let named, named != index, !found.contains(named) else { continue }
        found.append(named)
        next.append(named)
      }
    }
    return found
  }

  /// A seeded number, 0..<1, for how this stay differs from others of the same scene.
  func variation(heard: UInt64) -> Float {
    var chance = generator("variation", heard: heard)
    return min(Float(chance.unit()), 1 - Float.ulpOfOne)
  }

  private subscript(index: PresetIndex) -> Player? {
    players.indices.contains(Int(index.value)) ? players[Int(index.value)] : nil
  }

  private func usable(_ kind: Preset.Kind, onlyReady: Bool = false) -> [PresetIndex] {
    players.indices.filter { index in
      guard let player = players[index], player.kind == kind else { return false }
      return switch player.standing {
      case .ready: true
      case .unasked, .asked: !onlyReady
      case .failed, .gone: false
      }
    }.map { PresetIndex(Int32($0)) }
  }

  private func generator(_ purpose: StaticString, heard: UInt64) -> SeededGenerator {
    SeededGenerator(seed: seed, purpose: purpose, ordinal: heard ^ (choices &* 0xd6e8_feb8_6659_fd93))
  }

  /// Near the mood, and not shown as often as others.
  private func weight(of index: PresetIndex, in mood: Mood, among count: Int) -> Double {
    guard let player = self[index] else { return 0 }
    // What is wanted comes back sooner; what nobody asks for takes its turn.
    let leaning = leanings.indices.contains(Int(index.value)) ? leanings[Int(index.value)] : 1
    let own = song.favour(of: player.name, among: count, wanted: intent.weight(of: Int(index.value)))
    let weariness = 1 + Self.weariness * Double(player.timesShown)
    return wanted(index) * leaning * own * fit(of: player, to: mood) / weariness
  }

  /// How much the show and its act want a preset; 0: never.
  private func wanted(_ index: PresetIndex) -> Double {
    let place = Int(index.value)
    let now = actWeights.indices.contains(place) ? Double(actWeights[place].kept(in: 0...1000)) : 1
    return intent.weight(of: place) * now
  }

  /// A show begins with what it is about.
  private func opening(_ index: PresetIndex) -> Double {
    let wanted = intent.weight(of: Int(index.value))
    return wanted * wanted
  }

  /// How many of a list are wanted at least as much, by how much that is: the song has its favourites among them, so
  /// that what it likes doesn't come before what the show asks for.
  private func peers(among list: [PresetIndex]) -> [Double: Int] {
    let wanted = list.map { intent.weight(of: Int($0.value)) }.sorted(by: >)
    return Dictionary(wanted.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: max)
  }

  /// Clips whose colours and motion follow well on each other are chosen before those that clash.
  private func kinship(of index: PresetIndex, with other: PresetIndex) -> Double {
    guard let one = self[index]?.header.clip?.look, let two = self[other]?.header.clip?.look else { return 1 }
    let distance = one.distance(to: two)
    return Self.leastKinship + (1 - Self.leastKinship) * exp(-distance * distance)
  }

  private mutating func draw(
    from candidates: [PresetIndex], _ weights: [Double], heard: UInt64, purpose: StaticString
  ) -> PresetIndex? {
    choices += 1
    var chance = generator(purpose, heard: heard)
    guard !candidates.isEmpty else { return nil }
    return candidates[chance.index(by: weights)]
  }

  /// How much better than usual a preset fits a mood: what fits most music says little about this one.
  private func fit(of player: Player, to mood: Mood) -> Double {
    let fit = Self.fit(of: player.header, to: mood) / player.usualFit
    let certainty = Double(min(max(mood.confidence, 0), 1))
    return 1 + (fit - 1) * certainty
  }

  /// 1 where a preset is at home, falling with distance; out of its reach hardly ever.
  private static func fit(of header: KinoraHeader, to mood: Mood) -> Double {
    let valence = Double(mood.valence - header.valence)
    let arousal = Double(mood.arousal - header.arousal)
    let square = valence * valence + arousal * arousal
    let beyond = square.squareRoot() > Double(header.reach) ? 0.1 : 1
    return max(leastFit, beyond * exp(-square / (homeReach * homeReach)))
  }

  /// Mean fit over the moods of most music.
  private static func usualFit(of header: KinoraHeader) -> Double {
    let moods = usualMoods.flatMap { valence in usualMoods.map { Mood(valence: valence, arousal: $0) } }
    return moods.reduce(0) { $0 + fit(of: header, to: $1) } / Double(moods.count)
  }
  private static let usualMoods: [Float] = [-0.6, -0.3, 0, 0.3, 0.6]
}
