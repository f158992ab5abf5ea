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
    let text = Self.withoutUses(json).text(indent: 0).replacing("*/", with: "*\\/")
    var fragment = "/*\(text)*/\n" + Self.text(of: library)
    let shader = parts.shader.drop { $0 == "\n" }
    fragment += "\n" + shader + (shader.hasSuffix("\n") ? "" : "\n")
    let vertex = vertexSource.map { Self.text(of: library.filter(\.isForAnyStage)) + $0 }
    return ExportedPreset(fragment: fragment, vertex: vertex, images: header.imports.flatMap(\.paths))
  }

  private static func text(of library: [LibraryFile]) -> String {
    library.map { file in
      "\n// From Kinora's shader library, \(file.name).glsl:\n" + file.source
        + (file.source.hasSuffix("\n") ? "" : "\n")
    }.joined()
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
