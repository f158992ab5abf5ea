import FoundationEssentials
import Scenery

/// Writes a genome as an ISF 2 file: an ordinary preset that runs anywhere, with the genome in its header.
public struct SceneWriter {
  private let genome: Genome
  private let grammar: Grammar
  /// Ordinal of a node → its GLSL function, children first.
  private var functions: [String] = []
  private var written: Set<String> = []
  private var knobs: [String] = []
  private var signals: Set<Signal> = []
  private var uses: [String] = ["noise", "colour", "shape", "ease"]
  private var licences: Set<String> = []
  private var nodes = 0
  private var stateFunction: String?
  private var costs: [Float] = []

  /// - Parameter costs: what its looks were measured to cost, the full one first.
  /// - Throws: why the genome can't become a scene: the ingredients have changed since.
  public static func text(
    of genome: Genome, by grammar: Grammar, costs: [Float] = []
  ) throws(FileFault) -> String {
    if let complaint = grammar.complaint(about: genome.root, giving: genome.family.root) {
      throw FileFault(path: "a genome", reason: complaint)
    }
    var writer = SceneWriter(genome: genome, grammar: grammar)
    writer.costs = costs
    let root = writer.write(genome.root)
    return writer.text(root: root)
  }

  private init(genome: Genome, grammar: Grammar) {
    self.genome = genome
    self.grammar = grammar
  }

  // MARK: Nodes

  /// Writes a node's function, those of its children before it.
  ///
  /// - Returns: the function's name; empty for the place itself.
  private mutating func write(_ node: Genome.Node) -> String {
    guard let ingredient = grammar[node.use] else { return "" }
    let ordinal = nodes
    nodes += 1
    var arguments: [String] = ingredient.wantsPlace ? ["p"] : []
    var asked: [String: String] = [:]
    for (type, child) in zip(ingredient.takes, node.from) {
      let name = write(child)
      switch type {
      case .field: asked[asked["FIELD"] == nil ? "FIELD" : "FIELD2"] = name
      case .picture: asked[asked["PICTURE"] == nil ? "PICTURE" : "PICTURE2"] = name
      case .state: arguments.append("STATE(p)")
      default: arguments.append(name.isEmpty ? "p" : "\(name)(p)")
      }
    }
    let calls = add(ingredient, asked: asked, ordinal: ordinal)
    for (slot, gene) in zip(ingredient.slots, node.genes) {
      arguments.append(value(of: slot, gene, name: "\(ingredient.name)\(ordinal)_\(slot.name)"))
    }
    let name = "node\(ordinal)"
    let type = ingredient.gives.glsl ?? "vec3"
    functions.append("\(type) \(name)(vec2 p) { return \(calls)(\(arguments.joined(separator: ", "))); }")
    if ingredient.gives == .state { stateFunction = name }
    return name
  }

  /// Writes an ingredient's own text, once, or once a use where it asks functions.
  ///
  /// - Returns: what its function is called.
  private mutating func add(_ ingredient: Ingredient, asked: [String: String], ordinal: Int) -> String {
    for file in ingredient.uses where !uses.contains(file) { uses.append(file) }
    licences.insert(ingredient.licence)
    guard ingredient.isTemplate else {
      if written.insert(ingredient.name).inserted { functions.append(ingredient.body) }
      return ingredient.name
    }
    functions.append(
      Self.renamed(ingredient.body) { word in
        asked[word] ?? (word.hasPrefix(ingredient.name) ? "\(word)_\(ordinal)" : word)
      })
    return "\(ingredient.name)_\(ordinal)"
  }

  /// The text with other words for some.
  private static func renamed(_ text: String, _ name: (String) -> String) -> String {
    var result = ""
    var word = ""
    for character in text + "\n" {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        result += name(word)
        word = ""
        result.append(character)
      }
    }
    return result
  }

  /// A slot's value in GLSL: a knob, or what the music makes of it.
  private mutating func value(of slot: IngredientSlot, _ gene: Double, name: String) -> String {
    guard let signal = slot.signal else {
      if slot.isWhole || slot.name == "seed" { return Self.glsl(gene) }
      knobs.append(
        "{ \"NAME\": \"\(name)\", \"TYPE\": \"float\", \"MIN\": \(slot.low), \"MAX\": \(slot.high), \"DEFAULT\": \(gene) }"
      )
      return name
    }
    signals.insert(signal)
    return signal.range == .unbounded
      ? "\(Self.glsl(gene)) * \(Self.input(signal))"
      : "mix(\(Self.glsl(slot.low)), \(Self.glsl(gene)), \(Self.input(signal)))"
  }

  private static func glsl(_ number: Double) -> String { "\(number)" }

  private static func input(_ signal: Signal) -> String { "music_\(signal.rawValue)" }

  // MARK: The file

  /// Strikes fall with weight, levels glide, moods take their time.
  private static func halfLife(_ signal: Signal) -> Double {
    switch signal {
    case .kick, .snare, .onset: 0.22
    case .hat, .treble: 0.15
    case .bass, .mid, .level: 0.28
    case .energy, .tension: 1
    case .arousal, .valence: 4
    default: 0
    }
  }

  private static let colours: [(name: String, signal: Signal, rest: String)] = [
    ("shade", .paletteShade, "0.04, 0.05, 0.10"), ("deep", .paletteDeep, "0.10, 0.16, 0.30"),
    ("base", .paletteBase, "0.32, 0.42, 0.58"), ("light", .paletteLight, "0.90, 0.88, 0.80"),
    ("accent", .paletteAccent, "0.95, 0.62, 0.35"),
  ]

  private var hearsSpectrum: Bool { functions.contains { $0.contains("SPECTRUM(") } }
  private var hearsWave: Bool { functions.contains { $0.contains("WAVE(") } }

  private func text(root: String) -> String {
    let isImage = genome.family.root == .image
    return "/*{\n" + header(isImage: isImage) + "\n}*/\n" + globals(isImage: isImage) + "\n"
      + functions.joined(separator: "\n") + "\n" + main(root: root, isImage: isImage)
  }

  private func header(isImage: Bool) -> String {
    let driven = signals.union([.bass]).sorted { $0.rawValue < $1.rawValue }
    var inputs = driven.map { signal in
      let top = signal.range == .unbounded ? "100000.0" : "1.0"
      return
        "{ \"NAME\": \"\(Self.input(signal))\", \"TYPE\": \"float\", \"MIN\": 0.0, \"MAX\": \(top), \"DEFAULT\": 0.4 }"
    }
    inputs += Self.colours.map {
      "{ \"NAME\": \"\($0.name)Colour\", \"TYPE\": \"color\", \"DEFAULT\": [\($0.rest), 1.0] }"
    }
    if hearsSpectrum { inputs.append("{ \"NAME\": \"soundBands\", \"TYPE\": \"audioFFT\", \"MAX\": 256 }") }
    if hearsWave { inputs.append("{ \"NAME\": \"soundWave\", \"TYPE\": \"audio\", \"MAX\": 512 }") }
    inputs += knobs
    var bindings = driven.map { signal in
      let half = Self.halfLife(signal)
      return
        "{ \"input\": \"\(Self.input(signal))\", \"signal\": \"\(signal.rawValue)\"\(half > 0 ? ", \"halfLifeSeconds\": \(half)" : "") }"
    }
    bindings += Self.colours.map {
      "{ \"input\": \"\($0.name)Colour\", \"signal\": \"\($0.signal.rawValue)\" }"
    }
    let list = { (items: [String]) in items.map { "    " + $0 }.joined(separator: ",\n") }
    return """
        "ISFVSN": "2", "CREDIT": "Kinora", "CATEGORIES": ["Generator"],
        "DESCRIPTION": "\(description)",
        "INPUTS": [
      \(list(inputs))
        ],
        "PASSES": [ \(passes(isImage: isImage).joined(separator: ", ")) ],
        "KINORA": {
          "steps": 2,\(costs.isEmpty ? "" : " \"cost\": [\(costs.map { "\(Self.short(Double($0)))" }.joined(separator: ", "))],")
          "subject": "\(subject)", "domain": "\(domain)", "licence": "\(licences.sorted().joined(separator: " AND "))",
          "uses": [\(uses.map { "\"\($0)\"" }.joined(separator: ", "))],
          "mood": { "valence": \(Self.short(genome.valence)), "arousal": \(Self.short(genome.arousal)), "reach": 0.9 },
          "bindings": [
      \(list(bindings)) ],
          "genome": \(json)
        }
      """
  }

  private static func short(_ number: Double) -> Double { (number * 100).rounded() / 100 }

  private var subjects: [Ingredient] {
    genome.ingredients.compactMap { grammar[$0] }.filter { !$0.subject.isEmpty }
  }
  /// The nearest thing in the picture gives it its name.
  private var subject: String { subjects.first?.subject ?? genome.family.rawValue }
  private var domain: String { subjects.first { !$0.domain.isEmpty }?.domain ?? "abstract" }

  private var description: String {
    let things = subjects.isEmpty ? genome.ingredients : subjects.map(\.subject)
    return "Invented (\(genome.family.rawValue), seed \(genome.seed)): \(things.joined(separator: ", "))."
  }

  private var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(genome)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }

  /// The chemicals take several steps a picture, each in a buffer of its own, on a small square lattice.
  private static let stateBuffers = ["stateA", "stateB", "stateC", "stateD"]

  private func passes(isImage: Bool) -> [String] {
    var passes: [String] = []
    if stateFunction != nil {
      passes += Self.stateBuffers.map {
        "{ \"TARGET\": \"\($0)\", \"PERSISTENT\": true, \"FLOAT\": true, \"WIDTH\": \"floor(110*$WIDTH/min($WIDTH,$HEIGHT))\", \"HEIGHT\": \"floor(110*$HEIGHT/min($WIDTH,$HEIGHT))\" }"
      }
    }
    if isImage { passes.append("{ \"TARGET\": \"trail\", \"PERSISTENT\": true, \"FLOAT\": true }") }
    return passes + ["{}"]
  }

  private func globals(isImage: Bool) -> String {
    var text = """

      vec3 SHADE, DEEP, BASE, LIGHT, ACCENT;
      const vec2 SUN = vec2(\(genome.light[0]), \(genome.horizon + genome.light[1]));
      const float HORIZON = \(genome.horizon);
      float PIXEL;
      mat2 turnBy(float a) { return rotation(a); }
      vec3 toneRamp(float f) {
          vec3 c = mix(SHADE, DEEP, smoothstep(0.0, 0.3, f));
          return mix(mix(c, BASE, smoothstep(0.25, 0.65, f)), LIGHT, smoothstep(0.65, 1.0, f));
      }

      """
    if hearsSpectrum {
      text +=
        "float SPECTRUM(float x) { return IMG_NORM_PIXEL(soundBands, vec2(clamp(x, 0.01, 0.99), 0.5)).r; }\n"
    }
    if hearsWave {
      text +=
        "float WAVE(float x) { return IMG_NORM_PIXEL(soundWave, vec2(clamp(x, 0.01, 0.99), 0.5)).r - 0.5; }\n"
    }
    if isImage {
      text += """
        vec3 LAST(vec2 p) {
            vec2 uv = p * min(RENDERSIZE.x, RENDERSIZE.y) / RENDERSIZE + 0.5;
            return IMG_NORM_PIXEL(trail, 1.0 - abs(1.0 - mod(uv, 2.0))).rgb;
        }

        """
    }
    if stateFunction != nil {
      text += """
        vec4 STATE(vec2 p) {
            vec2 uv = p * min(RENDERSIZE.x, RENDERSIZE.y) / RENDERSIZE + 0.5;
            uv = 1.0 - abs(1.0 - mod(uv, 2.0));
            return PASSINDEX == 1 ? IMG_NORM_PIXEL(stateA, uv) : PASSINDEX == 2 ? IMG_NORM_PIXEL(stateB, uv)
                : PASSINDEX == 3 ? IMG_NORM_PIXEL(stateC, uv) : IMG_NORM_PIXEL(stateD, uv);
        }

        """
    }
    return text
  }

  private func main(root: String, isImage: Bool) -> String {
    var text = """

      void main() {
          float side = min(RENDERSIZE.x, RENDERSIZE.y);
          PIXEL = 1.0 / side;
          SHADE = quickLinear(shadeColour.rgb); DEEP = quickLinear(deepColour.rgb); BASE = quickLinear(baseColour.rgb);
          LIGHT = quickLinear(lightColour.rgb); ACCENT = quickLinear(accentColour.rgb);
          vec2 p = (isf_FragNormCoord - 0.5) * RENDERSIZE / side;

      """
    var pass = 0
    if let stateFunction {
      pass = Self.stateBuffers.count
      text += "    if (PASSINDEX < \(pass)) { gl_FragColor = \(stateFunction)(p); return; }\n"
    }
    if isImage {
      text +=
        "    if (PASSINDEX == \(pass)) { gl_FragColor = vec4(min(\(root)(p), vec3(8.0)), 1.0); return; }\n"
    }
    let picture = isImage ? "IMG_NORM_PIXEL(trail, isf_FragNormCoord).rgb" : "\(root)(p)"
    return text + """
          vec3 colour = \(picture) * (0.92 + 0.22 * music_bass);
          gl_FragColor = vec4(finish(colour, gl_FragCoord.xy, TIME, 0.4), 1.0);
      }

      """
  }
}

extension Genome {
  /// The genome that a preset's header keeps; nil where there is none, or none that can be read.
  public init?(of preset: Preset) {
    guard !preset.header.kinora.genome.isEmpty,
      let genome = try? JSONDecoder().decode(Genome.self, from: Data(preset.header.kinora.genome.utf8)),
      genome.light.count == 2
    else { return nil }
    self = genome
  }
}
