import Testing

@testable import Scenery

@Suite("Products of TIME and an input") struct SpeedFactorsTests {
  /// The shader with every time that a speed has for itself written as `<speed>`.
  private func marked(_ shader: String, _ inputs: [String] = ["speed"]) -> String {
    let words = ShaderWords(shader)
    let factors = SpeedFactors(words, inputs: inputs)
    return words.replacing { word, _ in factors.places[word.range.lowerBound].map { "<\($0)>" } }
  }

  @Test(
    "are found in every order and behind brackets",
    arguments: [
      ("float t = TIME*speed;", "float t = <speed>*speed;"),
      ("sin(0.5 * TIME * (speed) + x)", "sin(0.5 * <speed> * (speed) + x)"),
      ("a = speed * f(x).y * TIME;", "a = speed * f(x).y * <speed>;"),
      ("b = (TIME / 0.75) * speed;", "b = (<speed> / 0.75) * speed;"),
      ("c = (TIME - 3311.) * speed;", "c = (<speed> - 3311.) * speed;"),
      ("d = TIME * (speed / 2.);", "d = <speed> * (speed / 2.);"),
      (
        "#define T TIME\nfloat f() { return T * speed; }",
        "#define T TIME\nfloat f() { return <speed> * speed; }"
      ),
      ("float t = TIME;\nx = sin(t * speed);", "float t = TIME;\nx = sin(<speed> * speed);"),
    ])
  func found(shader: String, expected: String) { #expect(marked(shader) == expected) }

  @Test(
    "are left alone where they are none, or time is changed on the way",
    arguments: [
      "x = TIME + speed;", "x = speed / TIME;", "x = a * sin(TIME) * speed;", "x = TIME / speed;",
      "float speed = 2.0; x = TIME * speed;", "float t = TIME; t += 1.0; x = t * speed;",
      "x = mod(TIME, 4.0) * speed;", "x = TIME < 2.0 * speed ? 0.0 : 1.0;", "x = TIME * speed.x;",
      "float f(float TIME) { return TIME * speed; }",
    ])
  func none(shader: String) { #expect(marked(shader) == shader) }

  @Test("that hold more than a product entangle the speed")
  func entangled() {
    let factors = SpeedFactors(ShaderWords("x = TIME * (1.0 + speed);"), inputs: ["speed"])
    #expect(factors.entangled == ["speed"] && factors.inputs.isEmpty)
  }
}

@Suite("Modulation by names") struct NameRulesTests {
  private static let inputs = """
    { "NAME": "dotSize", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },
    { "NAME": "hueShift", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
    { "NAME": "speed", "TYPE": "float", "MIN": 0.0, "MAX": 4.0, "DEFAULT": 1.0 }
    """

  private func preset(
    _ inputs: String = inputs, kinora: String = "", side: String? = nil,
    glsl: String = "void main() { gl_FragColor = vec4(sin(TIME * speed) * dotSize); }"
  ) throws(PresetError) -> Preset {
    try PresetParser.parse(
      text: "/*{ \"INPUTS\": [\(inputs)]\(kinora) }*/\n\(glsl)\n", sideText: side, path: "P/some.fs")
  }

  private func bound(_ preset: Preset) -> [String: Binding] {
    Dictionary(uniqueKeysWithValues: preset.header.kinora.bindings.map { ($0.input, $0) })
  }

  @Test("drives sizes fast, colours slowly and speeds through the clock; silence shows the default")
  func rules() throws {
    let preset = try preset()
    let bound = bound(preset)
    #expect(bound["dotSize"]?.signal == .bass && bound["dotSize"]?.low == 0.2)
    #expect(bound["hueShift"]?.signal == .arousal && (bound["hueShift"]?.halfLifeSeconds ?? 0) >= 1)
    #expect(bound["speed"]?.signal == .energy && bound["speed"]?.low == 1)
    #expect(preset.header.speeds == ["speed"])
  }

  @Test("leaves presets with bindings of their own as they are")
  func ownBindings() throws {
    let preset = try preset(
      kinora: #", "KINORA": { "bindings": [{ "input": "dotSize", "signal": "kick" }] }"#)
    #expect(preset.header.kinora.bindings == [Binding(input: "dotSize", signal: .kick)])
  }

  @Test("drives the clock of a preset that has nothing else to answer with")
  func pace() throws {
    let preset = try preset("", glsl: "void main() { gl_FragColor = vec4(fract(TIME)); }")
    #expect(preset.header.kinora.bindings.map(\.input) == [Binding.clock])
  }

  @Test("draws what a seed places anew on every fourth bar, never between; cells too")
  func lots() throws {
    let inputs = """
      { "NAME": "width", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.5 },
      { "NAME": "shift", "TYPE": "point2D", "MIN": [0, 0], "MAX": [1, 1], "DEFAULT": [0.5, 0.5] },
      { "NAME": "cell_size", "TYPE": "float", "MIN": 0.0, "MAX": 20.0, "DEFAULT": 10.0 }
      """
    let seed = #"{ "NAME": "rSeed", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.2 },"#
    let (free, placed) = (bound(try preset(inputs)), bound(try preset(seed + inputs)))
    #expect(free["width"]?.signal == .bass && free["shift"]?.signal == .flow)
    #expect(free["cell_size"]?.signal == .chapter)
    #expect(Set(placed.values.map(\.signal)) == [.chapter], "\(placed)")
    let lot = try #require(placed["rSeed"])
    #expect(lot.low == 0 && lot.high == 1)
  }

  @Test(
    "reads names by their words",
    arguments: [
      ("blurAmount", NameRules.Role.amount), ("rot_speed", .speed), ("lineHeight2", .size),
      ("noiseSeed", .seed), ("MASK_alpha", .still), ("fooBar", .other),
    ])
  func names(name: String, role: NameRules.Role) { #expect(NameRules.role(of: name) == role) }

  @Test("yields to a side file: a hand first, then what was measured of this very text")
  func sideFile() throws {
    let plain = try preset()
    let hand =
      #""bindings": [{ "input": "dotSize", "signal": "none" }, { "input": "speed", "signal": "bass" }]"#
    func measured(_ digest: String) -> String {
      """
      { \(hand), "measured": { "of": "\(digest)", "cost": [2.5],
        "bindings": [{ "input": "hueShift", "signal": "flow", "low": 0, "high": 1, "wraps": true },
          { "input": "dotSize", "signal": "mid" }] } }
      """
    }
    let fresh = try preset(side: measured(plain.digest))
    #expect(bound(fresh).mapValues(\.signal) == ["hueShift": .flow, "speed": .bass])
    #expect(fresh.header.kinora.costs == [2.5] && fresh.digest != plain.digest)
    let stale = try preset(side: measured("0000"))
    #expect(bound(stale)["hueShift"]?.origin == .name)
  }

  @Test("names the side file and the line of a mistake")
  func badSideFile() {
    #expect(
      throws: PresetError(
        path: "P/some.kinora.json", line: 2,
        reason: "A binding names the input “nix”, which INPUTS doesn't have.")
    ) { try preset(side: "{ \"bindings\": [\n{ \"input\": \"nix\", \"signal\": \"bass\" }] }") }
  }

  @Test("keeps a hand's part of a side file when a measurement is written into it")
  func rewriting() throws {
    var measurement = SideFile.Measurement()
    measurement.digest = "abc"
    measurement.costs = [3.25, 1.5]
    measurement.bindings = [Binding(input: "hueShift", signal: .arousal, low: 0.25, high: 0.75, curve: .soft)]
    let text = SideFile.text(
      measurement, keeping: #"{ "bindings": [{ "input": "dotSize", "signal": "kick" }], "measured": 1 }"#)
    let read = try SideFile(text, path: "x", header: preset().header)
    #expect(read.bindings.map(\.input) == ["dotSize"] && read.measured?.costs == [3.25, 1.5])
    #expect(read.measured?.bindings.first?.curve == .soft && read.measured?.bindings.first?.high == 0.75)
  }
}

@Suite("A performer's hand on inputs") struct OverridesTests {
  @Test("holds what it took last, and lets go")
  func hand() {
    var hand = Overrides()
    hand.set("zoom", to: SIMD4(2, 0, 0, 0))
    hand.set("zoom", to: SIMD4(3, 0, 0, 0))
    #expect(hand.value(of: Overrides.key(of: "zoom"))?.x == 3 && hand.count == 1)
    for i in 0..<Overrides.limit - 1 { hand.set("i\(i)", to: .zero) }
    let isTaken = hand.set("one more", to: .zero)
    #expect(!isTaken)
    hand.release("zoom")
    #expect(
      hand.value(of: Overrides.key(of: "zoom")) == nil && hand.value(of: Overrides.key(of: "i9")) != nil)
    hand.release("")
    #expect(hand == Overrides())
  }
}
