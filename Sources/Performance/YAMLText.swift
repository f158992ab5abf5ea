import Yams

/// Reads YAML; what isn't YAML is told with its line.
enum YAMLText {
  /// - Returns: nil for an empty text.
  static func compose(_ text: String, path: String) throws(PerformanceError) -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw .badShow(path: path, line: line(of: error), reason: "isn't YAML: \(reason(of: error))")
    } catch {
      throw .badShow(path: path, line: nil, reason: "isn't YAML: \(error)")
    }
  }

  private static func line(of error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: nil
    }
  }

  private static func reason(of error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
      problem
    default: "\(error)"
    }
  }
}
