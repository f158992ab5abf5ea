import Glibc
import Music

/// What makes one song's show unlike another's: a number drawn from its first seconds of sound, and its key.
///
/// The number picks the song's own few among all presets, the key the colour that its palette is at home in. Neither
/// depends on the seed: the same song has the same favourites whatever chance does with them.
struct SongCharacter: Sendable {
  /// nil until the song was heard for a few seconds. Stays until the next song is known.
  private(set) var value: UInt64?
  /// Where the key stands on the circle of fifths, 0..<1, minor between the majors; by the number where no key is sure;
  /// nil until that is known.
  private(set) var home: Double?
  /// In this hop a song became known.
  private(set) var isNews = false
  /// The song that is known or listened to comes after another and a pause: no guess that a mix has gone on.
  private(set) var followsAnother = false
  private var digest = HeardDigest()
  private var heardSeconds = 0.0
  private var silentSeconds = 0.0
  private var isKnown = false
  private var key: Key?
  private var keySeconds = 0.0

  private static let listeningSeconds = 5.0
  /// Songs are apart by at least so much silence; a general pause is shorter.
  private static let pauseSeconds = 3.0
  private static let keySeconds = 4.0
  /// Music without a pause, such as a DJ's, is taken for another song at the first section after so long, or at last
  /// after so long.
  private static let usualSeconds = 240.0
  private static let longestSeconds = 420.0
  /// How steeply the favourites are preferred: each preset is wanted e to this power less than the one before it.
  private static let steepness = 1.2
  /// Among so few every one has its turn: a cast chosen by hand, or the world of a brief.
  private static let few = 10
  /// A key that isn't sure by then is none that a palette could be at home in.
  private static let keyPatienceSeconds = 12.0

  mutating func advance(_ moment: Moment) {
    isNews = false
    silentSeconds = moment.isSilent ? silentSeconds + Hop.seconds : 0
    guard !moment.isSilent else {
      if silentSeconds >= Self.pauseSeconds, heardSeconds > 0 { begin(afterPause: true) }
      return
    }
    heardSeconds += Hop.seconds
    if heardSeconds > (moment.beginsSection ? Self.usualSeconds : Self.longestSeconds) {
      begin(afterPause: false)
    }
    if !isKnown {
      digest.add(moment)
      if heardSeconds >= Self.listeningSeconds {
        (value, isKnown, isNews) = (digest.value, true, true)
      }
    }
    hearKey(moment)
  }

  /// How much the song wants a preset: 1 for its favourite, next to nothing for most; 1 among few, and while
  /// no song is known.
  ///
  /// - Parameters:
  ///   - count: how many there are to choose among.
  ///   - wanted: how much the show wants it, 1 as usual: what is wanted more depends less on the song.
  func favour(of name: String, among count: Int, wanted: Double = 1) -> Double {
    guard let value else { return 1 }
    let ordinal = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    var chance = SeededGenerator(seed: value, purpose: "favourite", ordinal: ordinal)
    return exp(-Self.steepness * Double(max(0, count - Self.few)) * chance.unit() / max(1, wanted))
  }

  private mutating func begin(afterPause: Bool) {
    digest = HeardDigest()
    followsAnother = value != nil && afterPause
    heardSeconds = 0
    isKnown = false
    (key, keySeconds, home) = (nil, 0, nil)
  }

  private mutating func hearKey(_ moment: Moment) {
    guard home == nil else { return }
    keySeconds = moment.key != nil && moment.key == key ? keySeconds + Hop.seconds : 0
    key = moment.key
    if let value, heardSeconds >= Self.keyPatienceSeconds {
      var chance = SeededGenerator(seed: value, purpose: "home")
      home = chance.unit()
    }
    guard let key, keySeconds >= Self.keySeconds else { return }
    let fifths = Int(key.tonic) * 7 % 12
    home = (Double(fifths) + (key.isMinor ? 0.5 : 0)) / 12
  }
}
