/// One idea that runs through a song's show from the first bar to the last.
struct CarriedIdea: Sendable {
  var name: String
  /// Words of a brief that ask for it.
  var words: [String]
  /// Where in the mood plane it is at home.
  var valence: Float
  var arousal: Float
  /// From the first to the last, by the song's progress.
  var stations: [Station]
  /// How much transitions are wanted, by name; 1 where nothing is said.
  var transitions: [String: Double]
  /// Share of changes made with the infinite zoom.
  var zoomShare = 0.3
  /// It leads from one hour to another.
  var runsThroughHours = false

  /// Where the idea stands at one time.
  struct Station: Sendable {
    /// What it is called: “dusk”.
    var name: String
    /// Progress through the song, 0…1.
    var at: Double
    /// Scenes whose subject, domain or description has one of these words are wanted more.
    var words: [String]
    var tint: Tint
  }

  /// What an idea does to colours and motion; between stations it is mixed.
  struct Tint: Sendable, Equatable {
    /// OKLCh hue that the palette is drawn to, degrees, and how strongly, 0…1.
    var hue = 0.0
    var pull = 0.0
    /// Degrees by which the palette is turned.
    var turn = 0.0
    /// Added to the palette's lightness; factor of its chroma.
    var light = 0.0
    var chroma = 1.0
    /// Factor of the picture's light; added to the grade's temperature, contrast and vignette.
    var exposure = 1.0
    var warmth = 0.0
    var contrast = 0.0
    var vignette = 0.0
    /// Factor of the motion.
    var motion = 1.0

    static let none = Tint()

    /// In equal parts from this one (0) to the other (1); hues the short way round.
    func mixed(with other: Tint, by share: Double) -> Tint {
      func mix(_ one: Double, _ two: Double) -> Double { one + (two - one) * share }
      let way = (other.hue - hue + 540).truncatingRemainder(dividingBy: 360) - 180
      let isColourless = pull == 0
      return Tint(
        hue: isColourless ? other.hue : other.pull == 0 ? hue : hue + way * share,
        pull: mix(pull, other.pull), turn: mix(turn, other.turn), light: mix(light, other.light),
        chroma: mix(chroma, other.chroma), exposure: mix(exposure, other.exposure),
        warmth: mix(warmth, other.warmth), contrast: mix(contrast, other.contrast),
        vignette: mix(vignette, other.vignette), motion: mix(motion, other.motion))
    }
  }

  /// Mixed between the stations before and after.
  func tint(at progress: Double) -> Tint {
    guard let last = stations.last(where: { $0.at <= progress }) else {
      return stations.first?.tint ?? .none
    }
    guard let next = stations.first(where: { $0.at > progress }) else { return last.tint }
    return last.tint.mixed(with: next.tint, by: (progress - last.at) / (next.at - last.at))
  }

  /// The station whose words count: the nearest.
  func station(at progress: Double) -> Int {
    stations.indices.min { abs(stations[$0].at - progress) < abs(stations[$1].at - progress) } ?? 0
  }
}
