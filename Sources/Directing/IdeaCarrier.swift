import Glibc
import Music

/// Chooses the idea of a song and carries it on by heard time and sections.
///
/// The idea belongs to the song, like its favourite scenes: another seed tells the same idea otherwise.
struct IdeaCarrier: Sendable {
  private(set) var idea: CarriedIdea?
  /// How far the song has come, 0…1; never back.
  private(set) var progress = 0.0
  private(set) var station = 0
  /// What the idea does to colours and motion now, eased.
  private(set) var tint = CarriedIdea.Tint.none
  /// How much each idea is wanted, in the table's order; empty: all alike.
  var weights: [Float] = []
  private var songs: UInt64 = 0
  private var heard = 0.0

  /// Without a mood that is believed, chance chooses alone after this long, seconds of sound.
  private static let patienceSeconds = 3.0
  private static let believed: Float = 0.25
  /// Before that much sound all songs are one.
  private static let leastSeconds = 1.5
  /// A song of unknown length is thought to be three quarters over after this long, seconds, and each section counts.
  private static let usualSeconds = 150.0
  private static let sectionShare = 0.05
  private static let tintHalfLife = 2.0
  private static let progressHalfLife = 2.0
  /// How far from its home in the mood plane an idea is still itself.
  private static let reach: Float = 0.7
  private static let leastFit = 0.08

  /// Another song begins: another idea.
  mutating func begin() {
    idea = nil
    heard = 0
    progress = 0
    station = 0
    songs += 1
  }

  /// - Parameter songSeconds: the song's length; 0: unknown.
  /// - Returns: what is worth telling: the idea when it is chosen, and each station.
  mutating func advance(
    _ moment: Moment, songStart: Double, songSeconds: Double, sections: Int, digest: UInt64
  ) -> String? {
    guard songs > 0 else { return nil }
    if !moment.isSilent { heard += Hop.seconds }
    var news: String?
    let isBelieved = moment.mood.confidence >= Self.believed && heard >= Self.leastSeconds
    if idea == nil, isBelieved || heard >= Self.patienceSeconds {
      let chosen = choose(moment.mood, digest: digest)
      idea = chosen
      news = "the idea it carries is \(chosen.name), from \(chosen.stations[0].name) on"
    }
    guard let idea else { return nil }
    let now = moment.hop.end.seconds - songStart
    let goal =
      songSeconds > 0
      ? now / songSeconds
      : 1 - exp(-heard / Self.usualSeconds * 1.4 - Self.sectionShare * Double(sections))
    let eased = Pace.eased(progress, to: min(max(goal, 0), 1), halfLifeSeconds: Self.progressHalfLife)
    progress = max(progress, eased)
    tint = tint.mixed(
      with: idea.tint(at: progress), by: 1 - exp2(-Hop.seconds / Self.tintHalfLife))
    let here = idea.station(at: progress)
    if here > station {
      station = here
      news = "\(idea.name): \(idea.stations[here].name)"
    }
    return news
  }

  private func choose(_ mood: Mood, digest: UInt64) -> CarriedIdea {
    let all = CarriedIdea.all
    let shares = all.indices.map { place in
      let wanted = weights.count == all.count ? Double(weights[place].kept(in: 0...1000)) : 1
      let home = Mood(valence: all[place].valence, arousal: all[place].arousal)
      return wanted * mood.fit(to: home, reach: Self.reach, least: Self.leastFit)
    }
    var chance = SeededGenerator(seed: digest, purpose: "idea", ordinal: songs)
    return all[chance.index(by: shares)]
  }
}
