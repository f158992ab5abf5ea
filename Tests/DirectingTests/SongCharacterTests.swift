import Music
import Testing

@testable import Directing
@testable import Scenery

@Suite("A song's own") struct SongCharacterTests {
  let repertoire = Repertoire.told(scenes: 40, transitions: 4)

  private func shown(_ texture: UInt64, seed: UInt64) -> Set<PresetIndex> {
    var show = Show(repertoire, seed: seed)
    show.play(ToldMusic(energy: { _ in 0.9 }, texture: texture), untilSeconds: 120)
    return Set(show.order.dropFirst())
  }

  /// How much of two casts is the same, 0…1.
  private func likeness(_ one: Set<PresetIndex>, _ other: Set<PresetIndex>) -> Double {
    Double(one.intersection(other).count) / Double(max(1, one.union(other).count))
  }

  @Test("scenes come with the song, whatever the seed; another song has others")
  func favourites() {
    let songs = (1...6).map { texture in
      (1...2).map { shown(UInt64(texture), seed: UInt64(10 * texture + $0)) }
    }
    let same = songs.map { likeness($0[0], $0[1]) }.reduce(0, +) / 6
    let pairs = songs.indices.flatMap { i in (0..<i).map { likeness(songs[i][0], songs[$0][0]) } }
    let other = pairs.reduce(0, +) / Double(pairs.count)
    #expect(same > 0.35 && same > 2.5 * other, "same song \(same), other songs \(other)")
  }

  @Test("a small cast is all seen, whatever the song likes")
  func smallCast() {
    let cast = Repertoire.told(scenes: 10, transitions: 4)
    for texture in 1...3 as ClosedRange<UInt64> {
      var show = Show(cast, seed: texture)
      show.play(ToldMusic(energy: { _ in 0.9 }, texture: texture), untilSeconds: 180)
      #expect(Set(show.order).count >= 8, "\(show.order)")
    }
  }

  @Test("the next song after a silence is another; a general pause is none")
  func nextSong() {
    var song = SongCharacter()
    func hear(_ texture: UInt64, from: Double, to: Double, isSilent: Bool = false) {
      var music = ToldMusic(texture: texture)
      music.isSilent = { _ in isSilent }
      for hop in Int64(from / Hop.seconds)..<Int64(to / Hop.seconds) { song.advance(music.moment(hop)) }
    }
    hear(1, from: 0, to: 4.9)
    #expect(song.value == nil && song.favour(of: "wolf", among: 40) == 1)
    hear(1, from: 4.9, to: 10)
    let first = song.value
    hear(1, from: 10, to: 12, isSilent: true)
    hear(2, from: 12, to: 20)
    #expect(first != nil && song.value == first)
    hear(2, from: 20, to: 24, isSilent: true)
    #expect(song.value == first, "what is known stays until the next song is known")
    hear(2, from: 24, to: 30)
    #expect(song.value != first)
  }

  @Test(
    "a song's colours stand to each other in its own way, whatever the seed; what a show asks for comes first"
  )
  func harmony() {
    func palette(_ texture: UInt64, seed: UInt64, colourfulness: Float = 1) -> Palette {
      var show = Show(repertoire, seed: seed)
      var intent = Intent()
      intent.colourfulness = colourfulness
      show.director.follow(intent)
      var last = Palette.neutral
      show.play(ToldMusic(texture: texture), untilSeconds: 40) { last = $0.score.palette }
      return last
    }
    /// From the leading hue to the accent's, degrees.
    func turn(_ palette: Palette) -> Double {
      let way = OKLCh(palette.accent).hue - OKLCh(palette.base).hue
      return (way + 720).truncatingRemainder(dividingBy: 360)
    }
    let turns = (1...8).map { turn(palette(UInt64($0), seed: UInt64($0))) }
    #expect(Set(turns.map { ($0 / 20).rounded() }).count >= 4, "\(turns)")
    for texture in 1...3 as ClosedRange<UInt64> {
      let (one, other) = (turn(palette(texture, seed: 5)), turn(palette(texture, seed: 6)))
      #expect(abs(one - other) < 12, "\(one), \(other)")
    }
    let grey = palette(2, seed: 5, colourfulness: 0)
    #expect(OKLCh(grey.base).chroma < 0.01)
  }

  @Test("a show opens with what it is about")
  func opening() {
    var intent = Intent()
    intent.weights = [Float](repeating: 1, count: repertoire.presets.count)
    let subject = repertoire.indices(of: .scene)[7]
    intent.weights[Int(subject.value)] = 12
    let openings = (1...12).map { seed in
      var show = Show(repertoire, seed: UInt64(seed))
      show.director.follow(intent)
      var first = PresetIndex.nothing
      show.play(ToldMusic(), untilSeconds: 0.5) { if first == .nothing { first = $0.score.onStage.scene } }
      return first
    }
    #expect(openings.count { $0 == subject } >= 8, "by weight alone one in four: \(openings)")
  }

  @Test("a stranger that the song likes does not come before what the show asks for")
  func strangers() {
    var intent = Intent()
    intent.weights = repertoire.presets.map { _ in 0.02 }
    let wanted = repertoire.indices(of: .scene).prefix(8)
    for index in wanted { intent.weights[Int(index.value)] = 3 }
    var (hits, all) = (0, 0)
    for texture in 1...6 as ClosedRange<UInt64> {
      var show = Show(repertoire, seed: texture)
      show.director.follow(intent)
      show.play(ToldMusic(energy: { _ in 0.9 }, texture: texture), untilSeconds: 180)
      hits += show.order.dropFirst().count { wanted.contains($0) }
      all += show.order.count - 1
    }
    #expect(Double(hits) >= 0.95 * Double(all), "\(hits) of \(all)")
  }

  @Test("a show's own wishes outweigh it")
  func wishes() {
    var intent = Intent()
    intent.weights = [Float](repeating: 1, count: repertoire.presets.count)
    let wanted = repertoire.indices(of: .scene).prefix(6)
    for index in wanted { intent.weights[Int(index.value)] = 20 }
    for texture in 1...4 as ClosedRange<UInt64> {
      var show = Show(repertoire, seed: texture)
      show.director.follow(intent)
      show.play(ToldMusic(energy: { _ in 0.9 }, texture: texture), untilSeconds: 180)
      let hits = show.order.count { wanted.contains($0) }
      #expect(Double(hits) > 0.7 * Double(show.order.count), "\(hits) of \(show.order.count)")
    }
  }
}
