import Music
import Testing

@testable import Scenery

/// Parses a header (JSON without its braces' comment) in front of a minimal shader.
private func parse(
  _ json: String, kind: Preset.Kind? = nil, library: [String: String] = [:],
  shader: String = "void main() { gl_FragColor = vec4(1.0); }"
) throws(PresetError) -> Preset {
  try PresetParser.parse(
    text: "/*\(json)*/\n\(shader)\n", path: "Presets/Scenes/try-out.fs", kind: kind, library: library)
}

/// The error that a text is refused with.
private func refusal(of text: String, kind: Preset.Kind? = nil) -> PresetError? {
  do {
    _ = try PresetParser.parse(text: text, path: "a/b.fs", kind: kind)
    return nil
  } catch {
    return error
  }
}

@Suite("A preset parser") struct PresetParserTests {
  private static let moonlitSea = """
    /*{
      "ISFVSN": "2",
      "DESCRIPTION": "Moonlit sea.", "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
      "INPUTS": [
        { "NAME": "swell", "TYPE": "float", "MIN": 0.0, "MAX": 1.0, "DEFAULT": 0.3 },
        { "NAME": "skyColour", "TYPE": "color", "DEFAULT": [0.05, 0.08, 0.16, 1.0] }
      ],
      "KINORA": {
        "subject": "sea", "domain": "nature", "licence": "MIT", "uses": ["noise"],
        "mood": { "valence": 0.1, "arousal": -0.4, "reach": 0.8 },
        "bindings": [
          { "input": "swell", "signal": "bass", "low": 0.2, "halfLifeSeconds": 0.5 },
          { "input": "skyColour", "signal": "palette.deep" } ]
      }
    }*/
    void main() { gl_FragColor = vec4(noise()); }
    """

  @Test("reads what an artist writes")
  func artist() throws {
    let preset = try PresetParser.parse(
      text: Self.moonlitSea, path: "Presets/Scenes/moonlit-sea.fs", kind: .scene,
      library: ["noise": "float noise() { return 0.5; }"])
    #expect(preset.name == "moonlit-sea")
    #expect(preset.kind == .scene)
    #expect(preset.header.inputs.map(\.initial) == [.float(0.3), .color(0.05, 0.08, 0.16, 1)])
    let kinora = preset.header.kinora
    #expect(kinora.subject == "sea" && kinora.licence == "MIT")
    #expect(kinora.valence == 0.1 && kinora.arousal == -0.4 && kinora.reach == 0.8)
    #expect(
      kinora.bindings == [
        Binding(input: "swell", signal: .bass, low: 0.2, halfLifeSeconds: 0.5),
        Binding(input: "skyColour", signal: .paletteDeep),
      ])
    #expect(preset.library.map(\.path) == ["Library/noise.glsl"])
    #expect(preset.header.shaderLine == 15)
    #expect(preset.digest.count == 64)
  }

  @Test("gives each picture its own digest: text, vertex text and library count")
  func digest() throws {
    func digest(_ text: String, _ vertex: String?, _ library: String) throws -> String {
      try PresetParser.parse(
        text: text, vertexText: vertex, path: "x.fs", library: ["noise": library]
      ).digest
    }
    let vertex = "void main() { isf_vertShaderInit(); }"
    let all = [
      try digest(Self.moonlitSea, nil, "float noise() { return 0.5; }"),
      try digest(Self.moonlitSea + " ", nil, "float noise() { return 0.5; }"),
      try digest(Self.moonlitSea, vertex, "float noise() { return 0.5; }"),
      try digest(Self.moonlitSea, nil, "float noise() { return 0.6; }"),
    ]
    #expect(Set(all).count == 4)
    #expect(try digest(Self.moonlitSea, nil, "float noise() { return 0.5; }") == all[0])
  }

  @Test("tells the kind from the inputs")
  func kinds() throws {
    let image = #"{ "NAME": "inputImage", "TYPE": "image" }"#
    #expect(try parse(#"{ "INPUTS": [\#(image)] }"#).kind == .filter)
    let ends = #"{ "NAME": "startImage", "TYPE": "image" }, { "NAME": "endImage", "TYPE": "image" }"#
    let progress = #"{ "NAME": "progress", "TYPE": "float" }"#
    #expect(try parse(#"{ "INPUTS": [\#(ends), \#(progress)] }"#).kind == .transition)
    #expect(try parse(#"{ "INPUTS": [\#(ends)] }"#).kind == .scene)
    #expect(try parse("{}").kind == .scene)
    #expect(refusal(of: "/*{}*/ void main() {}", kind: .transition)?.reason.contains("startImage") == true)
  }

  // MARK: Dialects

  @Test("forgives trailing commas, raw line ends in strings, comments and a byte-order mark")
  func sloppy() throws {
    let text =
      "\u{FEFF}\r\n/*{\r\n \"DESCRIPTION\": \"two\nlines\tand a tab\", // why\r\n \"INPUTS\": [ "
      + "{ \"NAME\": \"a\", \"TYPE\": \"float\", \"MAX\": \"4.0\", \"MIN\": \"2\", }, ],\r\n}*/"
      + "\r\nvoid main() {}\r\n"
    let preset = try PresetParser.parse(text: text, path: "x.fs")
    #expect(preset.header.description == "two\nlines\tand a tab")
    #expect(preset.header.inputs.first?.initial == .float(3))
    #expect(preset.header.shaderLine == 6)
    #expect(!preset.header.shader.contains("\r"))
  }

  @Test("skips a licence comment before the header")
  func licenceFirst() throws {
    let preset = try PresetParser.parse(
      text: "/* MIT */\n/*{ \"CREDIT\": \"someone\" }*/ void main() {}", path: "x.fs")
    #expect(preset.header.credit == "someone")
    #expect(preset.header.shaderLine == 2)
  }

  @Test("fills in what an input leaves out, as other hosts do")
  func defaults() throws {
    let preset = try parse(
      """
      { "INPUTS": [
        { "NAME": "a", "TYPE": "float" }, { "NAME": "b", "TYPE": "float", "MIN": 5, "DEFAULT": 7 },
        { "NAME": "c", "TYPE": "float", "MIN": 0, "MAX": 1, "DEFAULT": 3 },
        { "NAME": "d", "TYPE": "float", "MIN": 9, "MAX": 1, "DEFAULT": 30 },
        { "NAME": "e", "TYPE": "bool" }, { "NAME": "f", "TYPE": "bool", "DEFAULT": 0 },
        { "NAME": "g", "TYPE": "long", "VALUES": [4, 8], "LABELS": ["x", "y"] },
        { "NAME": "h", "TYPE": "int", "DEFAULT": 1e30 }, { "NAME": "i", "TYPE": "event" },
        { "NAME": "j", "TYPE": "point2D" }, { "NAME": "k", "TYPE": "color", "DEFAULT": [1, 0.5, 0] },
        { "NAME": "l", "TYPE": "color" }, { "NAME": "m", "TYPE": "audio" },
        { "NAME": "n", "TYPE": "audioFFT", "MAX": 16 }, { "NAME": "a", "TYPE": "bool" } ] }
      """)
    #expect(
      preset.header.inputs.map(\.initial) == [
        .float(0.5), .float(7), .float(1), .float(30), .bool(true), .bool(false), .long(4),
        .long(2_147_483_520), .event, .point(0, 0), .color(1, 0.5, 0, 1), .color(0, 0, 0, 1),
        .audio(width: 512), .audioFFT(width: 16),
      ])
  }

  @Test("reads passes with sizes, and version 1's persistent buffers in both forms")
  func passes() throws {
    let two = try parse(
      """
      { "INPUTS": [{ "NAME": "q", "TYPE": "float" }], "PASSES": [
        { "TARGET": "a", "WIDTH": "max(8, floor($WIDTH*$q))", "HEIGHT": 16, "PERSISTENT": true, "FLOAT": 1 },
        {} ] }
      """)
    #expect(
      two.header.passes == [
        PresetPass(
          target: "a", isPersistent: true, isFloat: true, width: "max(8, floor($WIDTH*$q))", height: "16.0"),
        PresetPass(),
      ])
    let list = try parse(#"{ "PERSISTENT_BUFFERS": ["a"], "PASSES": [{ "TARGET": "a" }, {}] }"#)
    #expect(list.header.passes[0].isPersistent)
    let object = try parse(
      #"{ "PERSISTENT_BUFFERS": { "a": { "WIDTH": "1", "FLOAT": true } }, "PASSES": [{ "TARGET": "a" }] }"#)
    #expect(object.header.passes[0] == PresetPass(target: "a", isPersistent: true, isFloat: true, width: "1"))
  }

  @Test("reads imported images in both forms")
  func imports() throws {
    let wanted = [PresetImport(name: "mask", path: "img/mask.png")]
    #expect(try parse(#"{ "IMPORTED": { "mask": { "PATH": "img/mask.png" } } }"#).header.imports == wanted)
    #expect(
      try parse(#"{ "IMPORTED": [{ "NAME": "mask", "PATH": "img/mask.png" }] }"#).header.imports == wanted)
  }

  // MARK: Refusals

  @Test(
    "names file, line and reason of a mistake",
    arguments: [
      ("void main() {}", 1, "No ISF header"),
      ("/*{ \"A\": 1 \"B\": 2 }*/ void main() {}", 1, "a comma"),
      ("/*{\n\n\"A\": wrong }*/ void main() {}", 3, "wrong"),
      ("/*{\n\"A\": \"open }*/ void main() {}", 2, "never closed"),
      ("/*{\n\"A\": 1e999 }*/ void main() {}", 2, "out of range"),
      ("/*{\n\"A\": [1, 2 }*/ void main() {}", 2, "wanted"),
      ("/*{}*/\n\n", 1, "No GLSL"),
      ("/*{ \"INPUTS\": [\n{ \"NAME\": \"a\",\n\"TYPE\": \"flot\" }] }*/ void main() {}", 3, "flot"),
      ("/*{ \"INPUTS\": [\n{ \"NAME\": \"a b\", \"TYPE\": \"bool\" }] }*/ void main() {}", 2, "identifier"),
      ("/*{ \"INPUTS\": [\n{ \"TYPE\": \"bool\" }] }*/ void main() {}", 2, "no NAME"),
      ("/*{ \"PASSES\": [{\n\"WIDTH\": \"$WIDTH/(2\" }] }*/ void main() {}", 2, "ends too early"),
      ("/*{ \"PASSES\": [{\n\"WIDTH\": \"$nobody\" }] }*/ void main() {}", 2, "$nobody"),
      ("/*{ \"IMPORTED\": { \"m\":\n{ \"PATH\": \"../../etc/passwd\" } } }*/ void main() {}", 2, "inside"),
      ("/*{ \"IMPORTED\": { \"m\":\n{ \"PATH\": \"/etc/passwd\" } } }*/ void main() {}", 2, "inside"),
      ("/*{ \"IMPORTED\": { \"m\":\n{ \"PATH\": \"%2e%2e/x\" } } }*/ void main() {}", 2, "inside"),
      ("/*{ \"KINORA\": {\n\"uses\": [\"nothing\"] } }*/ void main() {}", 2, "nothing"),
      ("/*{ \"KINORA\": { \"bindings\": [\n{ \"input\": \"x\" }] } }*/ void main() {}", 2, "“x”"),
      ("/*{ \"KINORA\": { \"mood\": {\n\"valence\": 3 } } }*/ void main() {}", 2, "valence"),
      ("/*{}*/\nvoid main() {\n  while (true) { }\n}", 3, "no end"),
    ])
  func refusals(text: String, line: Int, words: String) throws {
    let error = try #require(refusal(of: text))
    #expect(error.line == line)
    #expect(error.reason.contains(words))
    #expect(error.description.hasPrefix("a/b.fs:\(line): "))
  }

  @Test("refuses a binding to a signal that isn't there, and one that mixes colours with numbers")
  func bindings() {
    let inputs = #""INPUTS": [{ "NAME": "a", "TYPE": "float" }, { "NAME": "t", "TYPE": "image" }]"#
    func complaint(_ input: String, _ signal: String) -> String {
      refusal(
        of: """
          /*{ \(inputs), "KINORA": { "bindings": [
          { "input": "\(input)", "signal": "\(signal)" } ] } }*/ void main() {}
          """)?.reason ?? ""
    }
    #expect(complaint("a", "bas").contains("Known: beat, bar"))
    #expect(complaint("a", "palette.deep").contains("colour"))
    #expect(complaint("t", "bass").contains("texture"))
    #expect(complaint("a", "bass").isEmpty)
  }

  @Test("refuses bombs in less than a tenth of a second")
  func bombs() {
    let deep = "/*{ \"A\": " + String(repeating: "[", count: 400_000) + "}*/ void main() {}"
    let large = "/*{ \"A\": \"" + String(repeating: "x", count: 1 << 21) + "\" }*/ void main() {}"
    let long = "/*{}*/ void main() {" + String(repeating: "      ", count: 100_000) + "}"
    let brackets = "/*{}*/ void main() { " + String(repeating: "(", count: 100_000) + " }"
    let macros =
      "/*{}*/\n#define A0 x x x x x x x x x x\n"
      + (1...30).map { "#define A\($0) A\($0 - 1) A\($0 - 1) A\($0 - 1) A\($0 - 1)\n" }.joined()
      + "void main() { A30 }"
    let loops = "/*{}*/ void main() {" + String(repeating: "for(i;i;i)", count: 20_000)
    let ring =
      "/*{}*/\n" + (0..<4_000).map { "#define R\($0) R\(($0 + 1) % 4_000) + 1\n" }.joined()
      + "void main() { R0; }"
    for (bomb, words) in [
      (deep, "nested deeper"), (large, "1 MiB"), (long, "256 KiB"), (brackets, "Brackets"), (macros, "macro"),
      (loops, "Loops"), (ring, "without end"),
    ] {
      let clock = ContinuousClock()
      let start = clock.now
      #expect(refusal(of: bomb)?.reason.contains(words) == true, "\(words)")
      #expect(clock.now - start < .milliseconds(100), "\(words)")
    }
  }

  @Test("survives three thousand damaged files")
  func damage() {
    var chance = SeededGenerator(seed: 7)
    let good = Array(Self.moonlitSea.utf8)
    var refused = 0
    for _ in 0..<3_000 {
      var bytes = good
      for _ in 0..<(1 + Int(chance.next() % 6)) {
        let place = Int(chance.next() % UInt64(bytes.count))
        switch chance.next() % 3 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: chance.next())
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: bytes[(place / 2)..<place], at: place)
        }
      }
      if refusal(of: String(decoding: bytes, as: UTF8.self)) != nil { refused += 1 }
    }
    #expect(refused > 1_000)
  }
}
