import Testing

@testable import Scenery

@Suite("A shader lint") struct ShaderLintTests {
  private func complaint(_ body: String) -> ShaderLint.Complaint? {
    ShaderLint.complaint(about: "void main() {\n\(body)\n}", firstLine: 10)
  }

  @Test(
    "refuses loops without an end",
    arguments: [
      "while (true) { x += 1.0; }", "while(1) x++;", "while (1 == 1) {}", "for (;;) { }",
      "for (int i = 0; ; i++) {}",
      "for (int i = 0; true; i++) {}", "for (int i = 0; i < 5; i--) {}",
      "for (float t = 9.0; t > 1.0; t += 0.5) {}",
      "do { x++; } while (true);",
    ])
  func endless(body: String) throws {
    let found = try #require(complaint(body))
    #expect(found.line == 11)
    #expect(found.reason.contains("no end"))
  }

  @Test(
    "refuses absurd bounds, alone, nested or behind a name",
    arguments: [
      "for (int i = 0; i < 1000000000; i++) {}", "for (float t = 0.0; t < 1.0; t += 0.0000001) {}",
      "for (int i = 0; i < 2000; i++) { for (int j = 0; j < 2000; j++) { x += 1.0; } }",
      "for (int i = 0; i < 2000; ++i) for (int j = 2000; j >= 0; --j) x += 1.0;",
      "const int N = 5000000;\nfor (int i = 0; i < N; i++) {}",
      "#define N (5000000)\nfor (int i = 0; i < N; i++) {}",
    ])
  func absurd(body: String) throws {
    let found = try #require(complaint(body))
    #expect(found.reason.contains("steps for every pixel"))
  }

  @Test(
    "lets usual loops pass",
    arguments: [
      "for (int i = 0; i < 64; i++) { }", "for (float t = 0.0; t <= 40.0; t++) { }",
      "for (int i=255;i>=0;--i) {}",
      "for (int i = 0; i < count; ++i) { }", "while (x < 4.0) { x += 1.0; }",
      "// while (true)\n/* for (;;) */",
      "for (int i = 0; i < 900; i++) {}\nfor (int j = 0; j < 900; j++) {}\nfor (int k = 0; k < 900; k++) {}",
      "for (float i=-1.*tmpRadius; i<=tmpRadius; ++i) {}", "int forest = 1; float meanwhile = 2.0;",
    ])
  func usual(body: String) { #expect(complaint(body) == nil) }
}

@Suite("A size expression") struct SizeExpressionTests {
  private func pixels(_ text: String, limit: Int = 8192) throws -> Int {
    try SizeExpression(text).pixels(limit: limit) { ["WIDTH": 640, "HEIGHT": 360, "q": 0.25, "n": 3][$0] }
  }

  @Test(
    "computes what files ask for",
    arguments: [
      ("$WIDTH", 640), ("$WIDTH/16.0", 40), ("floor($HEIGHT/7.0)", 51), ("max(floor($WIDTH*0.001),1.0)", 1),
      ("max(8.0, floor($WIDTH*$q))", 160), ("$n", 3), ("1", 1), ("16.0", 16), (".5*$WIDTH", 320),
      ("2^3^2", 512),
      ("2**4", 16), ("-(-7)", 7), ("10 % 4", 2), ("2+3*4", 14), ("(2+3)*4", 20),
      ("min($WIDTH,$HEIGHT,99)", 99),
      ("clamp($WIDTH, 1, 50)", 50), ("sqrt(81)", 9), ("mod(-1, 5)", 4), ("$WIDTH/0", 1), ("-5", 1),
      ("0.3", 1),
      ("1/0-1/0", 1), ("$WIDTH*1000", 8192),
    ])
  func value(text: String, wanted: Int) throws { #expect(try pixels(text) == wanted) }

  @Test(
    "refuses what is no size",
    arguments: ["", "$", "2+", "sin(1)", "max()", "floor(1,2)", "1..2", "(1", "1)", "a"])
  func nonsense(text: String) { #expect(throws: SizeExpression.Fault.self) { try SizeExpression(text) } }

  @Test("refuses depth and length without end")
  func bombs() {
    for text in [
      String(repeating: "(", count: 900) + "1", String(repeating: "-", count: 900) + "1",
      String(repeating: "1+", count: 900) + "1",
    ] {
      #expect(throws: SizeExpression.Fault.self) { try SizeExpression(text) }
    }
  }
}

@Suite("SHA-256") struct SHA256Tests {
  @Test(
    "agrees with the standard's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func examples(text: String, wanted: String) { #expect(SHA256.hex(of: Array(text.utf8)) == wanted) }
}
