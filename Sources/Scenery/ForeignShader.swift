/// Shaders of other ecosystems that say by their functions what they are, without a JSON header.
///
/// - gl-transitions (specification 1): `vec4 transition(vec2 uv)`, parameters as plain uniforms whose defaults
///   stand in comments. https://github.com/gl-transitions/gl-transitions
/// - Shadertoy's single pass: `void mainImage(out vec4 fragColor, in vec2 fragCoord)`.
struct ForeignShader {
  let dialect: PresetHeader.Dialect
  private let words: ShaderWords
  private let text: String

  /// nil for a text that is neither.
  init?(_ text: String) {
    words = ShaderWords(text)
    self.text = text
    if words.definesFunction("transition") {
      dialect = .glTransition
    } else if words.definesFunction("mainImage") {
      dialect = .shadertoy
    } else {
      return nil
    }
  }

  /// The header that an ISF file of the same shader would have.
  func header(path: String) throws(PresetError) -> PresetHeader {
    var header = PresetHeader()
    header.dialect = dialect
    header.credit = comment("Author:") ?? ""
    header.kinora.licence = comment("License:") ?? header.kinora.licence
    switch dialect {
    case .isf: break
    case .glTransition:
      header.inputs = [
        PresetInput(name: "startImage", initial: .image), PresetInput(name: "endImage", initial: .image),
        PresetInput(name: "progress", initial: .float(0)),
      ]
      header.inputs += parameters()
    case .shadertoy: header.inputs = channels()
    }
    return header
  }

  /// What follows a mark such as “Author:” in a comment of the file's first lines.
  private func comment(_ mark: String) -> String? {
    for line in text.split(separator: "\n").prefix(40) {
      guard let place = line.lowercased().firstRange(of: mark.lowercased()) else { continue }
      let rest = String(line.lowercased()[place.upperBound...])
      let found = line.suffix(rest.count).drop { $0 == " " }.prefix(80)
      if !found.isEmpty { return String(found) }
    }
    return nil
  }

  // MARK: gl-transitions

  private static let given: Set<String> = ["progress", "ratio", "from", "to"]

  /// The file's own uniforms, with the defaults from the comments beside them.
  private func parameters() -> [PresetInput] {
    var inputs: [PresetInput] = []
    let list = words.words
    for at in list.indices where list[at].text == "uniform" && list[at].depth == 0 {
      guard at + 2 < list.count, let end = list[at...].firstIndex(where: { $0.text == ";" }) else { continue }
      // `uniform float a /* = 1 */, b;` or `uniform float a = 1.0;`
      let names = (at + 2..<end).filter { $0 == at + 2 || list[$0 - 1].text == "," }.map { list[$0] }
      for (place, name) in names.enumerated() where !Self.given.contains(name.text) {
        let last = place + 1 < names.count ? names[place + 1].range.lowerBound : list[end].range.lowerBound
        let beside = words.comment(from: name.range.upperBound, to: last)
        let behind = words.restOfLine(after: list[end].range.upperBound)
        let numbers = Self.numbers(in: beside.contains("=") ? beside : behind)
        if let input = Self.input(name.text, type: list[at + 1].text, numbers) { inputs.append(input) }
      }
    }
    return inputs
  }

  /// The numbers behind the first “=”; true and false are 1 and 0.
  private static func numbers(in comment: String) -> [Float] {
    guard let sign = comment.firstIndex(of: "=") else { return [] }
    var numbers: [Float] = []
    let value = comment[comment.index(after: sign)...]
    for word in value.split(whereSeparator: { !($0.isLetter || $0.isNumber || ".-_".contains($0)) }) {
      switch word {
      case "true": numbers.append(1)
      case "false": numbers.append(0)
      default:
        // `vec3` is a word, not the number 3.
        if let number = Float(word), number.isFinite { numbers.append(number) }
      }
    }
    return numbers
  }

  private static func input(_ name: String, type: String, _ numbers: [Float]) -> PresetInput? {
    let first = numbers.first ?? 0
    func number(_ place: Int) -> Float { numbers.indices.contains(place) ? numbers[place] : first }
    let reach = max(1, 2 * abs(first))
    var input = PresetInput(
      name: name, initial: .float(first), minimum: first < 0 ? -reach : 0, maximum: reach)
    switch type {
    case "float": break
    case "bool": input.initial = .bool(first != 0)
    case "int": input.initial = .long(Int32(max(-1e6, min(1e6, first))))
    case "vec2": input.initial = .point(number(0), number(1))
    case "ivec2": input.initial = .wholes(Int32(number(0)), Int32(number(1)))
    case "vec3": input.initial = .triple(number(0), number(1), number(2))
    case "vec4": input.initial = .color(number(0), number(1), number(2), number(3))
    case "sampler2D": input.initial = .image
    default: return nil
    }
    return input
  }

  // MARK: Shadertoy

  /// The channels that the shader reads: sound where it reads like sound, else a picture.
  private func channels() -> [PresetInput] {
    (0..<4).compactMap { number in
      let name = "iChannel\(number)"
      guard words.has(name) else { return nil }
      return PresetInput(name: name, initial: readsSound(name) ? .soundRows : .image)
    }
  }

  /// Spectrum and wave lie in rows 0 and 1: samplers of sound name them, or say so in a comment.
  private func readsSound(_ name: String) -> Bool {
    let lower = text.lowercased()
    if ["fft", "spectrum", "soundwave", "waveform", "microphone", "music", "audio"].contains(where: {
      lower.contains($0)
    }) {
      return true
    }
    let list = words.words
    for at in list.indices where list[at].text == name {
      let call = list[at...].prefix(16).map(\.text).joined()
      let rows = [",0.25)", ",.25)", ",0.75)", ",.75)", ",0),0)", ",1),0)"]
      if rows.contains(where: { call.contains($0) }) { return true }
    }
    return false
  }
}
