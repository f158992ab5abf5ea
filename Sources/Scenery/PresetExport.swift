/// A preset as a file that stands alone.
public struct ExportedPreset: Sendable, Equatable {
  /// The `.fs` file: the header without what only Kinora's folders can give, library functions, the shader.
  public var fragment: String
  /// The `.vs` file, where there is one.
  public var vertex: String?
  /// Images to lay beside it, relative paths.
  public var images: [String]
}

extension Preset {
  /// The preset with its library functions written in: an ISF 2 file for any host.
  public func exported() throws(PresetError) -> ExportedPreset {
    guard kind != .look else {
      throw PresetError(path: path, reason: "is a look; a .cube file stands alone as it is. Copy it.")
    }
    guard header.dialect == .isf, let parts = try PresetParser.split(source, path: path) else {
      throw PresetError(path: path, reason: "is no ISF file and uses nothing of Kinora's; copy it as it is.")
    }
    let json: JSONNode
    do {
      json = try JSONReader.read(parts.json, line: parts.jsonLine)
    } catch {
      throw PresetError(path: path, line: error.line, reason: "The header is not JSON: \(error.reason).")
    }
    // A comment ends at the first star and slash, wherever they stand.
    let text = JSONWriter.text(of: Self.withoutUses(json)).replacing("*/", with: "*\\/")
    var fragment = "/*\(text)*/\n"
    for file in library {
      fragment += "\n// From Kinora's shader library, \(file.name).glsl:\n" + file.source
      if !file.source.hasSuffix("\n") { fragment += "\n" }
    }
    let shader = parts.shader.drop { $0 == "\n" }
    fragment += "\n" + shader + (shader.hasSuffix("\n") ? "" : "\n")
    return ExportedPreset(fragment: fragment, vertex: vertexSource, images: header.imports.map(\.path))
  }

  private static func withoutUses(_ json: JSONNode) -> JSONNode {
    var json = json
    json.value = .object(
      json.members.map { member in
        guard member.name == "KINORA" else { return member }
        var member = member
        member.node.value = .object(member.node.members.filter { $0.name != "uses" })
        return member
      })
    return json
  }
}

/// JSON for people: short values on one line, the rest indented.
enum JSONWriter {
  private static let lineLength = 100

  static func text(of node: JSONNode, indent: String = "") -> String {
    let short = line(of: node)
    if indent.utf8.count + short.utf8.count <= lineLength { return short }
    let inner = indent + "  "
    switch node.value {
    case .object(let members):
      let lines = members.map { inner + quoted($0.name) + ": " + text(of: $0.node, indent: inner) }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    case .list(let nodes):
      let lines = nodes.map { inner + text(of: $0, indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + indent + "]"
    default: return short
    }
  }

  private static func line(of node: JSONNode) -> String {
    switch node.value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): text(of: number)
    case .text(let text): quoted(text)
    case .list(let nodes): "[" + nodes.map(line).joined(separator: ", ") + "]"
    case .object(let members):
      members.isEmpty
        ? "{}"
        : "{ " + members.map { quoted($0.name) + ": " + line(of: $0.node) }.joined(separator: ", ") + " }"
    }
  }

  private static func text(of number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.value < 32 {
          let hex = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
