import Music
import Testing

@testable import Scenery

@Suite("A palette from a mood") struct PaletteTests {
  static let moods: [Mood] = stride(from: -1, through: 1, by: 0.25).flatMap { valence in
    stride(from: -1, through: 1, by: 0.25).map {
      Mood(valence: Float(valence), arousal: Float($0), confidence: 1)
    }
  }

  static func palette(_ mood: Mood, home: Double = 0.4) -> Palette {
    Palette(mood: mood, hue: MoodHue(home: home).target(of: mood, atSeconds: 0))
  }

  @Test("goes from dark to light inside the gamut", arguments: moods)
  func ordered(mood: Mood) {
    for home in stride(from: 0.0, to: 1, by: 0.1) {
      let palette = Self.palette(mood, home: home)
      let colours = [palette.shade, palette.deep, palette.base, palette.light]
      let lightness = colours.map { OKLCh($0).lightness }
      for (a, b) in zip(lightness, lightness.dropFirst()) { #expect(b - a > 0.1) }
      for colour in colours + [palette.accent] {
        for value in [colour.red, colour.green, colour.blue] { #expect((0...1).contains(value)) }
      }
    }
  }

  @Test("is more saturated the more aroused, and lighter the happier")
  func follows() {
    func base(_ valence: Float, _ arousal: Float) -> OKLCh {
      OKLCh(Palette(mood: Mood(valence: valence, arousal: arousal, confidence: 1), hue: 250).base)
    }
    for a in [-1, -0.5, 0, 0.5] as [Float] {
      let b = a + 0.5
      #expect(base(0.1, b).chroma > base(0.1, a).chroma)
      #expect(base(b, -0.2).lightness > base(a, -0.2).lightness)
    }
    #expect(base(-0.8, 1).lightness < base(-0.8, 0).lightness)
  }

  @Test(
    "has the hue of its corner of the mood plane",
    arguments: [
      (Float(0.7), Float(0.7), 50.0...110.0), (-0.7, 0.7, -20...40), (-0.7, -0.7, 245...300),
      (0.7, -0.7, 140...200),
    ])
  func corners(valence: Float, arousal: Float, hues: ClosedRange<Double>) {
    for home in stride(from: 0.0, to: 1, by: 0.05) {
      let base = OKLCh(Self.palette(Mood(valence: valence, arousal: arousal, confidence: 1), home: home).base)
      let isInside = [-360.0, 0, 360].contains { hues.contains(base.hue + $0) }
      #expect(isInside, "hue \(base.hue)")
    }
  }

  @Test("sets its accent across the circle", arguments: moods)
  func accent(mood: Mood) {
    let palette = Self.palette(mood)
    let apart = abs(OKLCh(palette.accent).hue - OKLCh(palette.base).hue)
    #expect(min(apart, 360 - apart) > 135)
  }

  @Test("turns at most 30° a second, the short way, and arrives")
  func turning() {
    var hue = MoodHue(home: 0.3)
    let happy = Mood(valence: 0.7, arousal: 0.7, confidence: 1)
    let sad = Mood(valence: -0.7, arousal: -0.7, confidence: 1)
    for step in 0..<6_000 {
      let before = hue.degrees
      let mood = step < 3_000 ? happy : sad
      hue.follow(mood, atSeconds: Double(step) / 100, forSeconds: 0.01)
      let turn = abs(hue.degrees - before)
      #expect(min(turn, 360 - turn) <= 0.3 + 1e-9)
    }
    let left = abs(hue.degrees - hue.target(of: sad, atSeconds: 60))
    #expect(min(left, 360 - left) < 3)
  }

  @Test("comes back from sRGB as it went")
  func roundTrip() {
    for red in stride(from: Float(0), through: 1, by: 0.125) {
      for green in stride(from: Float(0), through: 1, by: 0.125) {
        for blue in stride(from: Float(0), through: 1, by: 0.125) {
          let colour = Colour(red: red, green: green, blue: blue)
          let back = OKLCh(colour).colour
          #expect(
            abs(back.red - red) < 0.004 && abs(back.green - green) < 0.004 && abs(back.blue - blue) < 0.004)
        }
      }
    }
  }

  @Test("knows red, green and blue as Ottosson gives them")
  func knownColours() {
    let known: [(Colour, Double, Double, Double)] = [
      (Colour(red: 1, green: 0, blue: 0), 0.628, 0.2577, 29.23),
      (Colour(red: 0, green: 1, blue: 0), 0.8664, 0.2948, 142.5),
      (Colour(red: 0, green: 0, blue: 1), 0.452, 0.3132, -95.95),
    ]
    for (colour, lightness, chroma, hue) in known {
      let found = OKLCh(colour)
      #expect(abs(found.lightness - lightness) < 1e-3)
      #expect(abs(found.chroma - chroma) < 1e-3)
      #expect(abs(found.hue - hue) < 0.1)
    }
  }
}
