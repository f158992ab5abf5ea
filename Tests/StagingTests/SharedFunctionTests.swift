import Foundation
import Testing

@Suite("Functions of presets") struct SharedFunctionTests {
  /// A function's body with its parameters numbered and its blanks left out: the same for a copy under other names.
  private struct Function: Hashable {
    var body: String
  }

  private func functions(of text: String) -> [(name: String, function: Function)] {
    let plain = text.replacing(/\/\/[^\n]*/, with: "")
    let head = /(?m)^\s*(?:float|vec[234]|mat[234]|int|void|bool|ivec\d)\s+(\w+)\s*\(([^)]*)\)\s*\{/
    return plain.matches(of: head).map { match in
      var depth = 1
      var body = String(
        plain[match.range.upperBound...].prefix {
          depth += $0 == "{" ? 1 : $0 == "}" ? -1 : 0
          return depth > 0
        })
      for (place, parameter) in match.2.split(separator: ",").enumerated() {
        guard let name = parameter.split(separator: " ").last,
          let word = try? Regex("\\b\(name.prefix { $0 != "[" })\\b")
        else { continue }
        body = body.replacing(word, with: "$\(place)")
      }
      return (String(match.1), Function(body: body.filter { !$0.isWhitespace }))
    }
  }

  @Test("stand in the library where two of them are the same: no preset copies another's, or the library's")
  func noCopies() throws {
    let root = BundledPresets.root
    var places: [Function: [String]] = [:]
    for folder in ["Library", "Scenes", "Filters", "Transitions", "Ingredients"] {
      for file in try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").sorted()
      where ["fs", "vs", "glsl"].contains((file as NSString).pathExtension) {
        let text = try String(contentsOfFile: "\(root)/\(folder)/\(file)", encoding: .utf8)
        for (name, function) in functions(of: text) where name != "main" {
          places[function, default: []].append("\(folder)/\(file): \(name)")
        }
      }
    }
    #expect(places.count > 300, "the presets' functions were read")
    for copies in places.values where copies.count > 1 { Issue.record("\(copies.sorted())") }
  }
}
