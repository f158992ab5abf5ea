import Music

/// Where the music stands in its form: which section, and which bar of the phrase.
struct FormFollower: ~Copyable {
  /// Whether sections begin where the model hears them; benches that know better say no.
  var hearsBoundaries = true
  private(set) var form = SongForm()
  var watch: DropWatch { drop.watch }
  private var drop = DropWatcher()
  private var memory = SectionMemory()
  private var lastBegan = 0.0
  private var isSounding = false
  /// How often a section's length was a multiple of 16, of 8 and of 4 bars, leaky.
  private var lengths: InlineArray<3, Float> = [0, 1, 0.5]

  /// Odds under which a return counts as changed.
  private static var exactOdds: Float { 2.5 }
  /// A boundary goes to the bar line if that is this near, in bars.
  private static var snapBars: Double { 0.3 }
  /// Belief in the bar below which nothing is said of bars.
  static var barGate: Float { 0.3 }

  /// How like the present section is to each one remembered, as log-odds: for benches.
  func odds(of section: Int) -> Float { memory.odds[section] }
  var sectionsBegun: Int { memory.begun }

  /// One step of `SongCues`.
  mutating func hear(
    cues: borrowing SongCues, chroma: InlineArray<12, Float>, model: borrowing FormModel, grid: BeatGrid,
    nowSeconds: Double
  ) {
    memory.hear(cues: cues.cues, bands: cues.bands, chroma: chroma)
    if !isSounding { begin(at: nowSeconds, grid: grid, nowSeconds: nowSeconds) }
    isSounding = true
    if model.beginsSection, hearsBoundaries {
      begin(at: nowSeconds - model.lateness, grid: grid, nowSeconds: nowSeconds)
    }
    name()
    count(grid, nowSeconds)
    drop.hear(
      tension: model.tension, drops: model.drops, grid: grid, sectionSeconds: form.beganSeconds,
      nowSeconds: nowSeconds)
  }

  /// Silence ends the section and every expectation.
  mutating func rest() {
    guard isSounding else { return }
    isSounding = false
    memory.rest()
    drop.disarm()
    form.bar = 0
    form.phraseConfidence = 0
  }

  /// Begins a section at a stream time, for benches that know it.
  mutating func begin(at seconds: Double, grid: BeatGrid, nowSeconds: Double) {
    var began = seconds
    if grid.downbeatConfidence > Self.barGate {
      let bars = grid.bars(atSeconds: seconds)
      let line = bars.rounded()
      if abs(bars - line) < Self.snapBars {
        began = grid.seconds(atBeats: Double(grid.downbeat) + line * Double(grid.beatsPerBar))
      }
      learnLength(bars: line - grid.bars(atSeconds: lastBegan))
    }
    memory.begin(secondsAgo: nowSeconds - began)
    lastBegan = began
    form.beganSeconds = began
  }

  private mutating func learnLength(bars: Double) {
    let whole = Int(bars.rounded())
    guard memory.begun > 0, whole >= 4, abs(bars - Double(whole)) < Self.snapBars else { return }
    let units: InlineArray<3, Int> = [16, 8, 4]
    for i in 0..<3 { lengths[i] = 0.7 * lengths[i] + (whole % units[i] == 0 ? 1 : 0) }
  }

  private mutating func name() {
    form.label = memory.label
    guard let best = memory.best else {
      form.isReturn = false
      form.isVaried = false
      form.transposition = 0
      form.confidence = memory.begun == 1 ? 1 : 0
      return
    }
    form.isReturn = best.odds > 0
    form.isVaried = form.isReturn && (best.odds < Self.exactOdds || best.transposition != 0)
    form.transposition = form.isReturn ? best.transposition : 0
    form.confidence = Maths.chance(logOdds: abs(best.odds))
  }

  private mutating func count(_ grid: BeatGrid, _ now: Double) {
    // The longest phrase that nearly every section so far was made of.
    var total: Float = 0
    for i in 0..<3 { total = max(total, lengths[i]) }
    form.barsInPhrase = lengths[0] > 0.8 * total ? 16 : lengths[1] > 0.8 * total ? 8 : 4
    guard grid.downbeatConfidence > Self.barGate else {
      form.bar = 0
      form.phraseConfidence = 0
      return
    }
    let since = (grid.bars(atSeconds: now) - grid.bars(atSeconds: form.beganSeconds) + 0.05).rounded(.down)
    let bar = Int(max(since, 0)) % Int(form.barsInPhrase)
    form.bar = Int32(bar + 1)
    form.phraseConfidence = grid.downbeatConfidence * min(0.5 + 0.1 * total, 1)
  }
}
