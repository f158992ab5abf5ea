import Music
import Scenery
import Testing

@testable import Staging

@Suite("Bound inputs") struct BoundInputsTests {
  private func inputs(_ input: PresetInput, _ binding: Binding) -> BoundInputs {
    var header = PresetHeader()
    header.inputs = [input]
    header.kinora.bindings = [binding]
    return BoundInputs(header)
  }

  private func float(_ low: Float = 0, _ high: Float = 1) -> PresetInput {
    PresetInput(name: "x", initial: .float(0.5), minimum: low, maximum: high)
  }

  /// Values of the input for a row of signal values, a frame of `seconds` apart.
  private func values(
    _ input: PresetInput, _ binding: Binding, _ row: [Float], seconds: Float = 0.1
  ) -> [InputValue] {
    var bound = inputs(input, binding)
    return row.map { value in
      var signals = Signals()
      signals[binding.signal] = value
      bound.step(signals, seconds: seconds)
      return bound.values[0]
    }
  }

  @Test("map a level from low to high, and a mood from −1…1")
  func ranges() {
    #expect(
      values(float(2, 6), Binding(input: "x", signal: .bass), [0, 0.5, 1])
        == [.float(2), .float(4), .float(6)])
    #expect(
      values(float(), Binding(input: "x", signal: .bass, low: 1, high: -1), [0, 1]) == [
        .float(1), .float(-1),
      ])
    #expect(
      values(float(), Binding(input: "x", signal: .arousal), [-1, 0, 1]) == [
        .float(0), .float(0.5), .float(1),
      ])
  }

  @Test("let clocks run past the input's range, scaled")
  func unbounded() {
    let row = values(float(), Binding(input: "x", signal: .flow, scale: 0.5), [0, 3, 700])
    #expect(row == [.float(0), .float(1.5), .float(350)])
  }

  @Test("go half of the way in a half-life, whatever the frame rate")
  func halfLife() throws {
    let slow = Binding(input: "x", signal: .bass, halfLifeSeconds: 0.4)
    for frames in [4, 8, 40] {
      let row = [0] + [Float](repeating: 1, count: frames)
      let last = try #require(values(float(), slow, row, seconds: 0.4 / Float(frames)).last)
      guard case .float(let value) = last else {
        Issue.record("not a float")
        return
      }
      #expect(abs(value - 0.5) < 1e-4)
    }
  }

  @Test("strike at once and fall by half-lives")
  func strike() throws {
    let row = values(
      float(), Binding(input: "x", signal: .kick, halfLifeSeconds: 0.1), [0, 1, 0, 0, 0.9])
    #expect(row[1] == .float(1))
    guard case .float(let half) = row[2], case .float(let quarter) = row[3] else { return }
    #expect(abs(half - 0.5) < 1e-5 && abs(quarter - 0.25) < 1e-5)
    #expect(row[4] == .float(0.9))
  }

  @Test("halve as the mathematics does", arguments: [Float(0), 0.25, 1, 1.5, 7.75, 30])
  func halving(x: Float) {
    var exact: Float = 1
    for _ in 0..<Int(x * 4) { exact *= 0.840_896_4 }  // 2^(−1/4)
    #expect(abs(BoundInputs.halved(x) / exact - 1) < 1e-4)
  }

  @Test("fire events for one frame, on strikes, counts and new beats")
  func events() {
    let event = PresetInput(name: "x", initial: .event)
    func firing(_ signal: Signal, _ row: [Float]) -> [Bool] {
      var bound = inputs(event, Binding(input: "x", signal: signal))
      return row.map { value in
        var signals = Signals()
        signals[signal] = value
        bound.step(signals, seconds: 0.1)
        return bound.firing[0]
      }
    }
    #expect(firing(.kick, [0, 1, 0.8, 0.5, 0.9]) == [false, true, false, false, true])
    #expect(firing(.beats, [0.5, 0.9, 1.1, 1.2, 2]) == [false, false, true, false, true])
    #expect(firing(.beat, [0.2, 0.9, 0.1, 0.3]) == [false, false, true, false])
    #expect(firing(.energy, [0.2, 0.6, 0.7, 0.1]) == [false, true, false, false])
  }

  @Test("choose among a pop-up's values")
  func long() {
    let menu = PresetInput(name: "x", initial: .long(7), values: [7, 8, 9])
    #expect(
      values(menu, Binding(input: "x", signal: .chapter), [0, 1, 2, 3])
        == [.long(7), .long(8), .long(9), .long(7)])
    #expect(values(menu, Binding(input: "x", signal: .bass), [0, 0.5, 1]) == [.long(7), .long(8), .long(9)])
  }

  @Test("take colours from the palette and keep their own alpha")
  func colour() {
    let input = PresetInput(name: "x", initial: .color(0, 0, 0, 0.25))
    let accent = Palette.neutral.accent
    #expect(
      values(input, Binding(input: "x", signal: .paletteAccent), [0])
        == [.color(accent.red, accent.green, accent.blue, 0.25)])
  }

  @Test("go to and fro, or round, by a clock between two values, from the default on")
  func ways() {
    let swing = Binding(input: "x", signal: .flow, low: 0, high: 1, scale: 0.25)
    #expect(
      values(float(), swing, [0, 1, 2, 4, 8]) == [
        .float(0.5), .float(0.75), .float(1), .float(0.5), .float(0.5),
      ])
    var round = swing
    round.wraps = true
    #expect(values(float(), round, [0, 1, 2, 3]) == [.float(0.5), .float(0.75), .float(0), .float(0.25)])
  }

  @Test("stand where a hand puts them, and go back to the music, or to their default, when it lets go")
  func hand() {
    var header = PresetHeader()
    header.inputs = [float(), PresetInput(name: "y", initial: .float(0.25))]
    header.kinora.bindings = [Binding(input: "x", signal: .bass)]
    var bound = BoundInputs(header, of: "sea")
    var signals = Signals()
    signals[.bass] = 0.75
    signals.overrides.set("sea.x", to: SIMD4(0.1, 0, 0, 0))
    signals.overrides.set("y", to: SIMD4(0.9, 0, 0, 0))
    signals.overrides.set("other.x", to: SIMD4(1, 0, 0, 0))
    bound.step(signals, seconds: 0.1)
    #expect(bound.values == [.float(0.1), .float(0.9)])
    signals.overrides.release("")
    bound.step(signals, seconds: 0.1)
    #expect(bound.values == [.float(0.75), .float(0.25)])
  }

  @Test("never let what is no number in")
  func notANumber() {
    let row = values(
      float(), Binding(input: "x", signal: .bass, halfLifeSeconds: 0.2), [.nan, .infinity, 1, 1])
    #expect(row.allSatisfy { if case .float(let value) = $0 { value.isFinite } else { false } })
  }
}

@Suite("Sound textures") struct SoundTexturesTests {
  @Test("shrink by means and grow by straight lines")
  func resampling() {
    #expect(SoundTextures.resampled([1, 3, 5, 7], to: 2) == [2, 6])
    #expect(SoundTextures.resampled([1, 3, 5, 7], to: 1) == [4])
    #expect(SoundTextures.resampled([0, 1], to: 5) == [0, 0.25, 0.5, 0.75, 1])
  }
}

@Suite("A preset's clocks") struct PresetClocksTests {
  @Test("are the time itself, bit for bit, while the speeds stay")
  func constant() {
    var clocks = PresetClocks(speeds: 1)
    for frame in 0..<500 {
      let time = Double(frame) / 30 + 0.013
      clocks.step(to: time, rate: 1, speeds: [0.37])
      #expect(clocks.time == time && clocks.times[0] == time)
    }
  }

  @Test("never let the product with a speed jump, whatever the speed does late in the night")
  func changing() {
    var clocks = PresetClocks(speeds: 1)
    var last: Double?
    for frame in 0..<3000 {
      let speed = Float([0.2, 3, 0.01, 1.5][frame / 7 % 4])
      clocks.step(to: 7200 + Double(frame) / 30, rate: 1, speeds: [speed])
      let phase = clocks.times[0] * Double(speed)
      if let last { #expect(abs(phase - last - Double(speed) / 30) < 1e-6) }
      last = phase
    }
  }
}
