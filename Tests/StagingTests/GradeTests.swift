import Foundation
import Music
import Scenery
import Testing

@testable import Staging

/// Colours of a chart: greys, primaries and tints, laid out in columns of one row.
private let chart: [Colour] = {
  let greys = (0..<8).map { Colour(red: Float($0) / 7, green: Float($0) / 7, blue: Float($0) / 7) }
  let others: [(Float, Float, Float)] = [
    (1, 0, 0), (0, 1, 0), (0, 0, 1), (0.8, 0.5, 0.3), (0.2, 0.35, 0.6), (0.9, 0.85, 0.4), (0.1, 0.4, 0.25),
    (0.55, 0.2, 0.5),
  ]
  return (greys + others.map { Colour(red: $0.0, green: $0.1, blue: $0.2) }).map { colour in
    // Colours that eight bits hold exactly.
    func whole(_ x: Float) -> Float { (x * 255).rounded() / 255 }
    return Colour(red: whole(colour.red), green: whole(colour.green), blue: whole(colour.blue))
  }
}()

private func shader(of colours: [Colour]) -> String {
  let list = colours.map { "vec3(\($0.red), \($0.green), \($0.blue))" }.joined(separator: ", ")
  return """
    void main() {
      vec3 chart[\(colours.count)] = vec3[\(colours.count)](\(list));
      gl_FragColor = vec4(chart[int(isf_FragNormCoord.x * \(colours.count).0)], 1.0);
    }
    """
}

/// A colour as three numbers, to reckon with.
private typealias Channels = [Float]
private func channels(_ c: Colour) -> Channels { [c.red, c.green, c.blue] }
private func luma(_ c: Channels) -> Float { 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] }

@MainActor @Suite("A grade") struct GradeTests {
  /// Draws the chart; the middle pixel of each column.
  private func drawn(_ grade: Grade, looks: LookMix = LookMix(), on test: TestStage) throws -> [Channels] {
    try test.prepare(0, shader(of: chart))
    var plan = TestStage.plan(0)
    plan.finishing.grade = grade
    plan.finishing.looks = looks
    let picture = test.draw(plan)
    #expect(test.stage.faults().isEmpty)
    return chart.indices.map { column in
      picture.colour((Double(column) + 0.5) / Double(chart.count), 0.5).map { Float($0) / 255 }
    }
  }

  /// Every column within one step of 8 bits of the formula.
  private func check(
    _ grade: Grade, is formula: (Channels) -> Channels, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let drawn = try drawn(grade, on: TestStage())
    for (colour, found) in zip(chart, drawn) {
      let wanted = formula(channels(colour)).map { min(max($0, 0), 1) }
      for (a, b) in zip(wanted, found) {
        #expect(abs(a - b) <= 1.0 / 255, "\(colour): \(wanted), not \(found)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test("that changes nothing leaves every byte as it is")
  func identity() throws {
    let test = try TestStage()
    try test.prepare(0, Shader.corners)
    let plain = test.draw(TestStage.plan(0))
    var plan = TestStage.plan(0)
    plan.finishing.grade = Grade(mood: Mood(valence: 1, arousal: 1, confidence: 1), tension: 1, amount: 0)
    plan.finishing.grain = 99
    #expect(test.draw(plan).pixels == plain.pixels)
    plan.finishing.grade.saturation = 0
    #expect(test.draw(plan).pixels != plain.pixels)
  }

  @Test("lifts, gains and bends as the formula says")
  func liftGammaGain() throws {
    var grade = Grade()
    grade.lift = Colour(red: 0.06, green: 0.02, blue: 0.1)
    try check(grade) { c in zip(c, [0.06, 0.02, 0.1]).map { $0 * (1 - $1) + $1 } }
    grade = Grade()
    grade.gain = Colour(red: 0.9, green: 1.05, blue: 0.8)
    try check(grade) { c in zip(c, [0.9, 1.05, 0.8]).map { $0 * $1 } }
    grade = Grade()
    grade.gamma = Colour(red: 1.3, green: 0.8, blue: 1)
    try check(grade) { c in zip(c, [1.3, 0.8, 1]).map { pow($0, 1 / Float($1)) } }
  }

  @Test("warms, contrasts and saturates as the formula says")
  func colour() throws {
    var grade = Grade()
    grade.temperature = -0.7
    try check(grade) { c in
      let gains: Channels = [1 - 0.084, 1, 1 + 0.084]
      return zip(c, gains).map { $0 * $1 / luma(gains) }
    }
    grade = Grade()
    grade.contrast = 1.25
    try check(grade) { c in c.map { ($0 - 0.46) * 1.25 + 0.46 } }
    grade = Grade()
    grade.saturation = 0.4
    try check(grade) { c in c.map { luma(c) + ($0 - luma(c)) * 0.4 } }
  }

  @Test("closes in from the corners as the formula says")
  func vignette() throws {
    let test = try TestStage()
    try test.prepare(0, "void main() { gl_FragColor = vec4(0.8, 0.6, 0.4, 1.0); }")
    var plan = TestStage.plan(0)
    plan.finishing.grade.vignette = 0.5
    let picture = test.draw(plan)
    for (column, row) in [(0, 0), (159, 89), (80, 45), (30, 70), (159, 45)] {
      let x = 2 * (Float(column) + 0.5) / 160 - 1
      let y = 2 * (Float(row) + 0.5) / 90 - 1
      let square = (x * x + y * y) / 2
      let left = 1 - 0.5 * square * square
      let at = 4 * (row * 160 + column)
      for (channel, value) in [Float(0.8), 0.6, 0.4].enumerated() {
        #expect(abs(Float(picture.pixels[at + channel]) / 255 - value * left) <= 1.0 / 255)
      }
    }
  }

  @Test("blooms as the formula says, and only where light is")
  func bloom() throws {
    for colour in [Channels([1, 0.9, 0.7]), [0.8, 0.8, 0.8], [0.55, 0.5, 0.2], [0.02, 0.04, 0.06]] {
      let test = try TestStage()
      let colour = colour.map { ($0 * 255).rounded() / 255 }
      try test.prepare(0, shader(of: [Colour(red: colour[0], green: colour[1], blue: colour[2])]))
      var plan = TestStage.plan(0)
      plan.finishing.grade.bloom = 0.5
      let found = test.draw(plan).colour(0.5, 0.5)
      let peak = min(max((colour.max()! - 0.6) / 0.4, 0), 1)
      let bright = peak * peak * (3 - 2 * peak)
      for (channel, tint) in [Float(1), 0.82, 0.66].enumerated() {
        let c = colour[channel]
        let wanted = c + 0.5 * c * bright * tint * (1 - c)
        #expect(abs(Float(found[channel]) / 255 - wanted) <= 1.0 / 255, "\(colour): \(found)")
      }
    }
    // A lamp in the dark: light around it, none far away.
    let test = try TestStage(320, 180)
    try test.prepare(
      0,
      """
      void main() {
        vec2 p = (isf_FragNormCoord - vec2(0.25, 0.5)) * vec2(16.0 / 9.0, 1.0);
        gl_FragColor = vec4(vec3(length(p) < 0.06 ? 1.0 : 0.0), 1.0);
      }
      """)
    var plan = TestStage.plan(0)
    plan.finishing.grade.bloom = 1
    let picture = test.draw(plan)
    #expect(picture.colour(0.25, 0.42)[0] > 20)
    #expect(picture.colour(0.25, 0.42)[0] > picture.colour(0.25, 0.42)[2])
    #expect(picture.colour(0.8, 0.5) == [0, 0, 0])
  }

  @Test("has grain of mean 0, the same for the same film frame, another for the next")
  func grain() throws {
    let test = try TestStage()
    try test.prepare(0, "void main() { gl_FragColor = vec4(vec3(128.0 / 255.0), 1.0); }")
    func picture(_ grain: UInt32) -> [UInt8] {
      var plan = TestStage.plan(0)
      plan.finishing.grade.grain = 1
      plan.finishing.grain = grain
      return test.draw(plan).pixels
    }
    let first = picture(7)
    #expect(picture(7) == first)
    #expect(picture(8) != first)
    let values = stride(from: 0, to: first.count, by: 4).map { Float(first[$0]) }
    let mean = values.reduce(0, +) / Float(values.count)
    let spread = (values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Float(values.count)).squareRoot()
    #expect(abs(mean - 128) < 0.5)
    // n is the sum of two uniform numbers, −1…1: its deviation is 1/√6; times 0.05 and the weight of middle grey.
    let wanted: Float = 255 * 0.05 * (0.3 + 2.8 * 0.25) / Float(6).squareRoot()
    #expect(abs(spread / wanted - 1) < 0.05, "\(spread), not \(wanted)")
  }

  @Test("of a mood is restrained, warm when happy and cool when sad, and nothing at amount 0")
  func moods() {
    #expect(Grade(mood: Mood(valence: 1, arousal: 1, confidence: 1), tension: 1, amount: 0) == .identity)
    let happy = Grade(mood: Mood(valence: 0.8, arousal: 0.6, confidence: 1), tension: 0, amount: 1)
    let sad = Grade(mood: Mood(valence: -0.8, arousal: -0.6, confidence: 1), tension: 0, amount: 1)
    #expect(happy.temperature > 0 && sad.temperature < 0)
    #expect(happy.saturation > 1 && sad.saturation < 1)
    for grade in [happy, sad] {
      #expect((0.85...1.15).contains(grade.saturation) && (0.9...1.15).contains(grade.contrast))
      #expect(abs(grade.balance.red - 1) < 0.06 && grade.lift.blue < 0.04)
    }
    let unsure = Grade(mood: Mood(valence: 1, arousal: 1, confidence: 0), tension: 0, amount: 1)
    #expect(unsure.temperature == 0 && unsure.saturation == 1)
  }

  // MARK: Looks

  /// A cube of a function, `size` entries a side.
  private func cube(_ size: Int, _ function: (Channels) -> Channels) -> String {
    var lines = ["TITLE \"test\"", "LUT_3D_SIZE \(size)"]
    let steps = (0..<size).map { Float($0) / Float(size - 1) }
    for b in steps {
      for g in steps {
        for r in steps { lines.append(function([r, g, b]).map { "\($0)" }.joined(separator: " ")) }
      }
    }
    return lines.joined(separator: "\n")
  }

  private func checkLook(
    _ text: String, within steps: Float = 1, is formula: (Channels) -> Channels,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let test = try TestStage()
    try test.stage.prepare(try PresetParser.parseLook(text: text, path: "x.cube"), as: PresetIndex(5))
    let found = try drawn(
      .identity, looks: LookMix(outgoing: PresetIndex(5), incoming: PresetIndex(5)), on: test)
    for (colour, column) in zip(chart, found) {
      let wanted = formula(channels(colour)).map { min(max($0, 0), 1) }
      for (a, b) in zip(wanted, column) {
        #expect(
          abs(a - b) <= steps / 255, "\(colour): \(wanted), not \(column)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test("with a known look gives the known colours", arguments: [2, 17, 33])
  func knownCubes(size: Int) throws {
    try checkLook(cube(size) { $0 }, within: 0.01) { $0 }
    try checkLook(cube(size) { $0.map { 1 - $0 } }) { $0.map { 1 - $0 } }
    try checkLook(cube(size) { [$0[2], $0[0], $0[1]] }) { [$0[2], $0[0], $0[1]] }
  }

  @Test("with a gamma in a cube of 65 or in curves gives that gamma")
  func gamma() throws {
    // 65 entries are needed for a curve this steep at its foot: x^1.8 bends by less than 1/255 in one step.
    try checkLook(cube(65) { $0.map { pow($0, 1.8) } }) { $0.map { pow($0, 1.8) } }
    let curves = (0..<4096).map { i in
      let x = Float(i) / 4095
      return "\(pow(x, 1.8)) \(x) \(1 - x)"
    }
    let text = "LUT_1D_SIZE 4096\n" + curves.joined(separator: "\n")
    try checkLook(text) { [pow($0[0], 1.8), $0[1], 1 - $0[2]] }
  }

  @Test("reads a cube's domain: colours below and above take its ends")
  func domain() throws {
    let text = "DOMAIN_MIN 0.25 0.25 0.25\nDOMAIN_MAX 0.75 0.75 0.75\n" + cube(2) { $0 }
    try checkLook(text) { $0.map { ($0 - 0.25) / 0.5 } }
  }

  @Test("reads a cell between the four entries of a tetrahedron, not between eight")
  func tetrahedra() throws {
    // One corner is lit: along the grey diagonal it has share min(r, g, b).
    let text = cube(2) { $0 == [1, 1, 1] ? [1, 1, 1] : [0, 0, 0] }
    try checkLook(text) { c in Array(repeating: c.min()!, count: 3) }
  }

  @Test("fades from one look to another, and from none")
  func fades() throws {
    let test = try TestStage()
    let invert = cube(3) { $0.map { 1 - $0 } }
    let swap = "LUT_1D_SIZE 2\n0 0 0\n0.5 0.5 0.5"
    try test.stage.prepare(try PresetParser.parseLook(text: invert, path: "a.cube"), as: PresetIndex(5))
    try test.stage.prepare(try PresetParser.parseLook(text: swap, path: "b.cube"), as: PresetIndex(6))
    let both = try drawn(
      .identity, looks: LookMix(outgoing: PresetIndex(5), incoming: PresetIndex(6), progress: 0.25), on: test)
    let one = try drawn(.identity, looks: LookMix(incoming: PresetIndex(5), progress: 0.5), on: test)
    for (place, colour) in chart.enumerated() {
      for (channel, c) in channels(colour).enumerated() {
        #expect(abs(both[place][channel] - (0.75 * (1 - c) + 0.25 * 0.5 * c)) <= 1.0 / 255)
        #expect(abs(one[place][channel] - 0.5) <= 1.0 / 255)
      }
    }
    // A look that was taken away leaves the picture as it is.
    test.stage.forget(PresetIndex(5))
    let gone = try drawn(
      .identity, looks: LookMix(outgoing: PresetIndex(5), incoming: PresetIndex(5)), on: test)
    for (colour, found) in zip(chart, gone) { #expect(channels(colour) == found) }
  }

  @Test("works in OpenGL ES, too")
  func embedded() throws {
    let test = try TestStage(dialect: .embedded)
    let invert = cube(3) { $0.map { 1 - $0 } }
    try test.stage.prepare(try PresetParser.parseLook(text: invert, path: "a.cube"), as: PresetIndex(5))
    var grade = Grade()
    grade.gain = Colour(red: 0.5, green: 0.5, blue: 0.5)
    grade.bloom = 0.01
    let found = try drawn(
      grade, looks: LookMix(outgoing: PresetIndex(5), incoming: PresetIndex(5)), on: test)
    #expect(abs(found[0][0] - 1) <= 1.0 / 255 && abs(found[7][0] - 0.5) <= 1.5 / 255)
  }
}
