extension CarriedIdea {
  private typealias S = Station

  /// The ideas there are.
  static let all: [CarriedIdea] = [
    journey, zoom, nightfall, daybreak, growth, storm, chase, metamorphosis,
  ]

  private static let journey = CarriedIdea(
    name: "a journey",
    words: ["journey", "travel", "road", "path", "walk", "ride", "train", "river", "trail", "slow"],
    valence: 0.3, arousal: 0,
    stations: [
      S(
        name: "setting out", at: 0, words: ["path", "village", "walk", "train", "garden", "piano"],
        tint: Tint(hue: 80, pull: 0.4, warmth: 0.2)),
      S(
        name: "on the way", at: 0.5,
        words: ["road", "plain", "dune", "horse", "cyclist", "skier", "mountain", "river", "fish"],
        tint: Tint(hue: 150, pull: 0.35)),
      S(
        name: "far away", at: 1, words: ["sea", "sail", "planet", "star", "aurora", "whale", "moon"],
        tint: Tint(hue: 250, pull: 0.5, light: -0.02, exposure: 0.95, warmth: -0.3)),
    ],
    transitions: [
      "passing-train": 4, "page-turn": 3, "sand-blown": 3, "bird-flock": 2, "wave-wash": 2, "whip-pan": 2,
      "door-of-light": 2,
    ])

  private static let zoom = CarriedIdea(
    name: "an infinite zoom",
    words: ["dream", "space", "wonder", "floating", "tunnel", "zoom", "endless", "deep", "star"],
    valence: 0.2, arousal: 0.1,
    stations: [
      S(
        name: "the first window", at: 0, words: ["window", "lamp", "moon", "stage", "disc"],
        tint: Tint(vignette: 0.08)),
      S(
        name: "deeper", at: 0.5, words: ["ring", "well", "disc", "hole", "groove", "planet", "mirror"],
        tint: Tint(turn: 70, chroma: 1.1, vignette: 0.16, motion: 1.1)),
      S(
        name: "the last light", at: 1, words: ["star", "light", "rose", "aurora", "planet", "sun"],
        tint: Tint(turn: 140, light: 0.03, chroma: 1.2, exposure: 1.05, motion: 1.2)),
    ],
    transitions: ["mirror-fan": 3, "silent-iris": 3, "focus-pull": 2, "door-of-light": 2, "vinyl-spin": 2],
    zoomShare: 0.8)

  private static let nightfall = CarriedIdea(
    name: "day into night", words: ["night", "evening", "dusk", "sunset", "moon", "twilight", "loneliness"],
    valence: 0, arousal: -0.3,
    stations: [
      S(
        name: "day", at: 0, words: ["morning", "summer", "garden", "meadow", "sunlit", "sun", "pool"],
        tint: Tint(hue: 95, pull: 0.5, light: 0.03, exposure: 1.04, warmth: 0.2)),
      S(
        name: "dusk", at: 0.45, words: ["dusk", "low", "setting", "autumn", "golden", "evening"],
        tint: Tint(hue: 40, pull: 0.7, light: -0.02, exposure: 0.94, warmth: 0.6, vignette: 0.08)),
      S(
        name: "night", at: 0.8, words: ["night", "moon", "star", "aurora", "lamp", "lamplight", "lamps"],
        tint: Tint(
          hue: 268, pull: 0.8, light: -0.08, chroma: 0.9, exposure: 0.78, warmth: -0.7, vignette: 0.18)),
      S(
        name: "deep night", at: 1, words: ["night", "moon", "star", "aurora", "dark"],
        tint: Tint(
          hue: 275, pull: 0.85, light: -0.1, chroma: 0.8, exposure: 0.7, warmth: -0.8, vignette: 0.24)),
    ],
    transitions: ["dusk-and-dawn": 5, "shadow-crossing": 3, "light-fall": 2, "spotlight-search": 2],
    runsThroughHours: true)

  private static let daybreak = CarriedIdea(
    name: "night into dawn", words: ["dawn", "morning", "sunrise", "hope", "light", "joy", "day"],
    valence: 0.5, arousal: 0,
    stations: [
      S(
        name: "night", at: 0, words: ["night", "moon", "star", "aurora", "dark", "lamp"],
        tint: Tint(
          hue: 270, pull: 0.8, light: -0.08, chroma: 0.8, exposure: 0.76, warmth: -0.7, vignette: 0.18)),
      S(
        name: "first light", at: 0.5, words: ["dawn", "mist", "mountain", "window", "valley", "dusk"],
        tint: Tint(hue: 330, pull: 0.6, exposure: 0.94, warmth: 0.1, vignette: 0.06)),
      S(
        name: "day", at: 1, words: ["sun", "morning", "summer", "garden", "meadow", "sunlit", "flower"],
        tint: Tint(hue: 88, pull: 0.6, light: 0.04, chroma: 1.1, exposure: 1.06, warmth: 0.5)),
    ],
    transitions: ["dusk-and-dawn": 5, "door-of-light": 3, "light-blinds": 2, "snow-and-thaw": 2],
    runsThroughHours: true)

  private static let growth = CarriedIdea(
    name: "growth",
    words: ["growth", "spring", "flower", "garden", "forest", "bloom", "hope", "joy", "tree"],
    valence: 0.6, arousal: 0.1,
    stations: [
      S(
        name: "bare ground", at: 0, words: ["snow", "winter", "dune", "snowed", "desert", "pencil"],
        tint: Tint(hue: 245, pull: 0.4, chroma: 0.55, exposure: 0.95, warmth: -0.3)),
      S(
        name: "green", at: 0.45,
        words: ["fern", "reed", "wheat", "wood", "spruce", "field", "leaf", "leave"],
        tint: Tint(hue: 145, pull: 0.7, chroma: 1)),
      S(
        name: "full bloom", at: 0.85,
        words: ["flower", "butterfly", "hummingbird", "poppie", "poppy", "petal", "garden", "bird", "coral"],
        tint: Tint(hue: 70, pull: 0.4, light: 0.03, chroma: 1.3, exposure: 1.05, warmth: 0.3)),
    ],
    transitions: ["snow-and-thaw": 4, "brush-strokes": 3, "ink-in-water": 2, "letter-fold": 2])

  private static let storm = CarriedIdea(
    name: "a storm", words: ["storm", "thunder", "rain", "wind", "anger", "fear", "tension", "wild"],
    valence: -0.4, arousal: 0.5,
    stations: [
      S(
        name: "the calm before", at: 0, words: ["heron", "sea", "field", "horizon", "still", "lake"],
        tint: Tint(hue: 200, pull: 0.3, chroma: 0.8, motion: 0.85)),
      S(
        name: "the wind rises", at: 0.3, words: ["wind", "cloud", "sand", "wave", "leave", "gust"],
        tint: Tint(hue: 225, pull: 0.5, chroma: 0.75, exposure: 0.9, warmth: -0.3, vignette: 0.1)),
      S(
        name: "the storm", at: 0.65,
        words: ["storm", "thunderstorm", "lightning", "blizzard", "wolf", "surfer", "waterfall", "whale"],
        tint: Tint(
          hue: 262, pull: 0.7, light: -0.06, chroma: 0.9, exposure: 0.78, warmth: -0.5, contrast: 0.12,
          vignette: 0.22, motion: 1.3)),
      S(
        name: "it clears", at: 1, words: ["light", "bow", "dawn", "sun", "mist", "meadow"],
        tint: Tint(hue: 90, pull: 0.5, light: 0.03, exposure: 1.03, warmth: 0.35, motion: 0.8)),
    ],
    transitions: [
      "shattered-glass": 3, "sand-blown": 3, "wave-wash": 3, "light-fall": 2, "torn-paper": 2, "film-burn": 2,
    ])

  private static let chase = CarriedIdea(
    name: "a chase",
    words: ["run", "race", "hunt", "fast", "gallop", "escape", "excitement", "chase", "dance"],
    valence: 0.1, arousal: 0.75,
    stations: [
      S(
        name: "the start", at: 0, words: ["horse", "runner", "walk", "dog", "train", "step"],
        tint: Tint(hue: 60, pull: 0.3, motion: 0.9)),
      S(
        name: "the chase", at: 0.4,
        words: ["horse", "wolf", "dog", "runner", "sprinter", "cyclist", "skier", "hunter", "ball", "herd"],
        tint: Tint(hue: 25, pull: 0.5, chroma: 1.15, contrast: 0.06, vignette: 0.1, motion: 1.15)),
      S(
        name: "the last stretch", at: 0.85,
        words: ["gallop", "sprint", "surfer", "football", "wolf", "pack", "horse", "shoal"],
        tint: Tint(
          hue: 0, pull: 0.6, chroma: 1.25, exposure: 0.97, warmth: 0.2, contrast: 0.1, vignette: 0.16,
          motion: 1.35)),
    ],
    transitions: ["whip-pan": 5, "passing-train": 4, "bird-flock": 2, "torn-paper": 2, "shutter": 2],
    zoomShare: 0.12)

  private static let metamorphosis = CarriedIdea(
    name: "a metamorphosis",
    words: ["abstract", "magic", "dream", "paint", "ink", "paper", "change", "wonder"],
    valence: 0.1, arousal: 0,
    stations: [
      S(
        name: "the drawing", at: 0, words: ["paper", "pencil", "drawn", "print", "printed", "ink", "book"],
        tint: Tint(chroma: 0.7)),
      S(
        name: "it moves", at: 0.4, words: ["paint", "thick", "glass", "grid", "felt", "disc", "mirror"],
        tint: Tint(turn: 100, chroma: 1.1, motion: 1.05)),
      S(
        name: "it lives", at: 0.85,
        words: ["butterfly", "bird", "jellyfish", "fish", "horse", "whale", "koi"],
        tint: Tint(turn: 220, light: 0.02, chroma: 1.25, exposure: 1.03, motion: 1.1)),
    ],
    transitions: ["ink-in-water": 4, "light-melt": 3, "mirror-fan": 3, "jigsaw": 2, "brush-strokes": 2])
}
