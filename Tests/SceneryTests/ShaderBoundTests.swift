import Testing

@testable import Scenery

@Suite("What a shader's text proves of its end") struct ShaderBoundTests {
  static let proven: [(shader: String, steps: Double)] = [
    ("void main() { gl_FragColor = vec4(1.0); }", 0),
    ("void main() { for (int i = 0; i < 7; i++) { x += 1.0; } }", 8),
    (
      "#define N 4\nvoid main() { for (int i = 0; i < N; ++i) for (float f = 1.0; f > 0.0; f -= 0.5) g(); }",
      5 + 15
    ),
    (
      "float f() { for (int i = 0; i < 9; i++) {} return 1.0; }\nvoid main() { for (int i = 0; i < 9; i++) f(); }",
      10 + 100
    ),
    (
      "float f() { for (int i = 0; i < 9; i++) {} return 1.0; }\n#define F (f() + f())\nvoid main() { F; }",
      20
    ),
    ("void main() { for (int i = 0; i < 5; i++) { if (i == 3) break; a[i] = i + 1; b = i <= 2; } }", 6),
    (
      "void f(inout int k) { k = 0; }\nvoid main() { int k; f(k); for (int i = 0; i < 6; i++) { g(i, 1); f(k); } }",
      7
    ),
    (
      "void main() { int n = near ? 12 / 2 : 0; n = far ? 3 : 4; for (int i = 0; i < n; i++) { } }", 7
    ),
  ]

  @Test("is counted where loops count, through functions and macros", arguments: proven.indices)
  func counted(number: Int) {
    #expect(ShaderBound.steps(of: Self.proven[number].shader) == Self.proven[number].steps)
  }

  @Test(
    "is nothing where the end can't be seen",
    arguments: [
      "void main() { while (x < 1.0) { x += y; } }",
      "void main() { do { x += y; } while (x < 1.0); }",
      "void main() { for (int i = 0; i < steps; i++) { } }",
      "void main() { int n = a ? 900000 : b ? 2 : 1; for (int i = 0; i < n; i++) { } }",
      "void main() { int n = 3; n += other; for (int i = 0; i < n; i++) { } }",
      "void f(int n) { for (int i = 0; i < n; i++) { } }\nvoid main() { int n = 3; f(9); }",
      "void main() { for (int i = 0; i < 9; i++) { i -= 1; } }",
      "void main() { for (int i = 0; i < 9; i++) { --i; } }",
      "void f(inout int k) { k = 0; }\nvoid main() { for (int i = 0; i < 9; i++) { f(i); } }",
      "void f(out int k) { k = 0; }\n#define F(x) f(x)\nvoid main() { for (int i = 0; i < 9; i++) { F(i); } }",
      "#define LOOP for(;;)\nvoid main() { LOOP { } }",
      "#define N 4\n#undef N\n#define N 400000\nvoid main() { for (int i = 0; i < N; i++) {} }",
      "void main() { for (float f = 1e8; f < 100000010.0; f += 1.0) {} }",
      "float f() { return f(); }\nvoid main() { f(); }",
    ])
  func unseen(shader: String) { #expect(ShaderBound.steps(of: shader) == nil) }

  @Test("makes a preset harmless or not, its library and vertex shader included")
  func presets() throws {
    func preset(_ glsl: String, vertex: String? = nil, library: String = "") throws -> Preset {
      try PresetParser.parse(
        text: "/*{ \"KINORA\": { \"uses\": [\"l\"] } }*/\n" + glsl, vertexText: vertex, path: "a.fs",
        library: ["l": library])
    }
    #expect(try preset("void main() { }").isProvenToEnd)
    #expect(try !preset("void main() { f(); }", library: "void f() { while (x < y) x += z; }").isProvenToEnd)
    #expect(try !preset("void main() { }", vertex: "void main() { while (x < y) x += z; }").isProvenToEnd)
    let nested = "for (int i = 0; i < 200; i++) "
    #expect(try !preset("void main() { \(nested)\(nested) g(); }").isProvenToEnd)
  }

  @Test("MadMapper's includes and cube maps are refused in a sentence with the line")
  func foreign() {
    for (text, line, said) in [
      ("/*{}*/\n\n#include \"MadNoise.glsl\"\nvoid main() {}", 3, "MadNoise.glsl"),
      (
        "/*{\n\"IMPORTED\": { \"sky\": { \"TYPE\": \"cube\", \"PATH\": [\"a.png\"] } } }*/\nvoid main() {}",
        2, "wants a PATH of six files"
      ),
      (
        "/*{\n\"IMPORTED\": { \"sky\": { \"PATH\": [\"a.png\", \"b.png\"] } } }*/\nvoid main() {}", 2,
        "only a cube map"
      ),
    ] {
      do {
        _ = try PresetParser.parse(text: text, path: "a.fs")
        Issue.record("accepted: \(text)")
      } catch {
        #expect(error.line == line && error.reason.contains(said), "\(error)")
      }
    }
  }
}
