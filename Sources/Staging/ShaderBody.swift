import Scenery

/// A file's own GLSL, made fit for a core profile without moving a line.
struct ShaderBody {
  /// `#extension` lines, which must stand before everything else.
  private(set) var extensions: [String] = []
  /// Names from other hosts that the file uses without declaring them.
  private(set) var aliases = ""
  private var words: ShaderWords
  private let rung: ShaderRung
  private let speeds: [String]

  /// - Parameter speeds: inputs whose product with TIME must not jump.
  init(_ shader: String, rung: ShaderRung, speeds: [String] = []) {
    self.rung = rung
    self.speeds = speeds
    var lines = shader.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for i in lines.indices {
      let line = String(lines[i].drop { $0 == " " || $0 == "\t" })
      guard line.hasPrefix("#") else { continue }
      let directive = line.dropFirst().drop { $0 == " " || $0 == "\t" }
      if directive.hasPrefix("extension") {
        // Those of ES are part of the core profile; none is worth failing for.
        if !line.contains("_OES_") {
          extensions.append(line.split(separator: ":")[0] + ": enable")
        }
        lines[i] = ""
      } else if directive.hasPrefix("version") {
        lines[i] = ""
      }
    }
    words = ShaderWords(lines.joined(separator: "\n"))
    if rung == .renamed { aliases = foreignNames() }
  }

  var text: String {
    let writes = writesFragCoord
    let factors = speeds.isEmpty ? [:] : SpeedFactors(words, inputs: speeds).places
    return words.replacing { word, next in
      if let speed = factors[word.range.lowerBound] { return SpeedFactors.uniform(of: speed) }
      return switch word.text {
      case "gl_FragColor": "isf_FragColor"
      case "gl_FragData": "isf_FragData"
      case "gl_FragCoord" where writes: "isf_FragCoord"
      default: rung == .renamed ? Self.renamed(word.text, next: next) : nil
      }
    }
  }

  /// Some conversions reuse the pixel's own place as a variable; it is read-only now.
  var writesFragCoord: Bool {
    let list = words.words
    func text(_ at: Int) -> String { list.indices.contains(at) ? list[at].text : "" }
    return list.indices.contains { at in
      guard list[at].text == "gl_FragCoord" else { return false }
      let next = text(at + 1) == "." ? at + 3 : at + 1
      if text(next) == "=" { return text(next + 1) != "=" }
      return !text(next).isEmpty && "+-*/".contains(text(next)) && text(next + 1) == "="
    }
  }

  /// Removes global `out vec4 name;` declarations and tells the names: the host makes them plain variables.
  mutating func takeOutputs() -> [String] {
    var names: [String] = []
    while let at = words.words.indices.first(where: isOutput) {
      let list = words.words
      names.append(list[at + 2].text)
      var first = at
      // `layout(location = 0)` before it goes, too.
      if at >= 6, list[at - 6].text == "layout", list[at - 1].text == ")" { first = at - 6 }
      words.blank(list[first].range.lowerBound..<list[at + 3].range.upperBound)
    }
    if words.has("gl_FragData") { names.append("isf_FragData") }
    return names
  }

  /// Removes global declarations of names that the host declares: compilers refuse a second one.
  mutating func takeBack(_ names: Set<String>) {
    let qualifiers: Set<String> = ["uniform", "varying", "in", "out"]
    let precisions: Set<String> = ["highp", "mediump", "lowp"]
    var ranges: [Range<Int>] = []
    let list = words.words
    for at in list.indices where list[at].depth == 0 && qualifiers.contains(list[at].text) {
      var type = at + 1
      if type < list.count, precisions.contains(list[type].text) { type += 1 }
      guard type + 2 < list.count, names.contains(list[type + 1].text), list[type + 2].text == ";" else {
        continue
      }
      ranges.append(list[at].range.lowerBound..<list[type + 2].range.upperBound)
    }
    for range in ranges { words.blank(range) }
  }

  private func isOutput(_ at: Int) -> Bool {
    let list = words.words
    return list[at].text == "out" && list[at].depth == 0 && at + 3 < list.count && list[at + 1].text == "vec4"
      && list[at + 3].text == ";"
  }

  /// Words that were names when the file was written and are keywords now.
  private static let newKeywords: Set<String> = [
    "sample", "smooth", "flat", "active", "filter", "common", "input", "output", "half", "precise", "patch",
    "shared", "buffer", "resource", "partition", "noise", "superp", "centroid", "noperspective", "subroutine",
    "fixed", "template", "this", "interface", "external", "using", "namespace", "class", "union", "enum",
  ]

  /// Stands before names that became keywords.
  static let wordMark = "isf_word_"

  /// What a name becomes on the ladder's last rung; nil where it can stay.
  static func renamed(_ word: String, next: String) -> String? {
    if newKeywords.contains(word) { return wordMark + word }
    return word == "texture" && next != "(" ? wordMark + word : nil
  }

  private func foreignNames() -> String {
    var text = ""
    for (name, meaning) in [
      ("iTime", "TIME"), ("iResolution", "vec3(RENDERSIZE, 1.0)"), ("iFrame", "FRAMEINDEX"),
    ]
    where words.has(name) && !isDeclared(name) {
      text += "#define \(name) \(meaning)\n"
    }
    return text
  }

  private func isDeclared(_ name: String) -> Bool {
    let list = words.words
    return list.indices.contains { i in
      list[i].text == name && i >= 1
        && (list[i - 1].text == "define" || (i >= 2 && list[i - 2].text == "uniform"))
    }
  }
}
