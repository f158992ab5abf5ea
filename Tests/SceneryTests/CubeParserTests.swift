import Scenery
import Testing

@Suite("A .cube file") struct CubeParserTests {
  private static let corners = (0..<8).map { "\($0 & 1) \($0 >> 1 & 1) \($0 >> 2)" }.joined(separator: "\n")

  @Test("is read with title, comments, domain, and any line ends")
  func good() throws {
    let text =
      "\u{FEFF}# made by hand\r\nTITLE \"A look\"\r\n\r\nLUT_3D_SIZE 2\r\nDOMAIN_MIN 0 0 -0.5\r\nDOMAIN_MAX 1 1 2\r\n"
      + Self.corners.split(separator: "\n").joined(separator: "\r\n") + "\r\n"
    let table = try CubeParser.parse(text: text, path: "a.cube")
    #expect(table.title == "A look" && table.shape == .cube && table.size == 2)
    #expect(table.low.blue == -0.5 && table.high.blue == 2)
    #expect(table.values.count == 24 && table.values[3] == 1 && table.values[4] == 0)
    let curves = try CubeParser.parse(text: "LUT_1D_SIZE 3\n0 0 0\n.5 5e-1 +0.25\n1 1 1\n", path: "b.cube")
    #expect(curves.shape == .curves && curves.values[3...5] == [0.5, 0.5, 0.25])
    let ranged = try CubeParser.parse(
      text: "LUT_1D_SIZE 2\nLUT_1D_INPUT_RANGE 0.1 0.9\n0 0 0\n1 1 1", path: "c.cube")
    #expect(ranged.low.green == 0.1 && ranged.high.red == 0.9)
  }

  /// Each text, the line that is at fault, and what must be said.
  static let wrong: [(text: String, line: Int?, said: String)] = [
    (
      "LUT_3D_SIZE 2\n" + corners.split(separator: "\n").dropLast().joined(separator: "\n"), 8,
      "7 colours of the 8"
    ),
    ("LUT_3D_SIZE 2\n" + corners + "\n1 1 1", 10, "more than the 8 colours"),
    ("LUT_3D_SIZE 1\n0 0 0", 1, "from 2 to 128"),
    ("TITLE \"x\"\nLUT_3D_SIZE 300\n0 0 0", 2, "“300”; it goes from 2 to 128"),
    ("LUT_3D_SIZE\n0 0 0", 1, "from 2 to 128"),
    ("LUT_1D_SIZE 2\n0 0 0\nnan 1 1", 3, "“nan” is no number"),
    ("LUT_1D_SIZE 2\n0 0 0\n1 1e999 1", 3, "“1e999” is no number"),
    ("LUT_1D_SIZE 2\n0 0 0\n1 1", 3, "three numbers, not 2"),
    ("LUT_1D_SIZE 2\n0 0 0\nhello world", 3, "“hello” is neither a keyword"),
    ("0 0 0\nLUT_1D_SIZE 2", 1, "before LUT_1D_SIZE or LUT_3D_SIZE"),
    ("LUT_1D_SIZE 2\nLUT_3D_SIZE 2", 2, "second size"),
    ("LUT_1D_SIZE 2\nDOMAIN_MIN 1 1 1\nDOMAIN_MAX 0 1 1\n0 0 0\n1 1 1", 5, "DOMAIN_MIN must be below"),
    ("# nothing\n", 1, "neither LUT_1D_SIZE nor LUT_3D_SIZE"),
    ("", nil, "neither LUT_1D_SIZE nor LUT_3D_SIZE"),
    ("GIF89a\u{0}\u{1}", 1, "neither a keyword"),
  ]

  @Test("that is wrong gives one sentence with file and line", arguments: wrong.indices)
  func bad(number: Int) {
    let (text, line, said) = Self.wrong[number]
    do {
      _ = try CubeParser.parse(text: text, path: "bad.cube")
      Issue.record("“\(text.prefix(40))” was read")
    } catch {
      #expect(error.path == "bad.cube")
      if let line { #expect(error.line == line) }
      #expect(error.reason.contains(said), "\(error)")
      #expect(!error.reason.contains("\n") && error.reason.hasSuffix("."))
    }
  }
}
