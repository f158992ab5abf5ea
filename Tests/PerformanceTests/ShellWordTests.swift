import Foundation
import Testing

@testable import Performance

@Suite("A path in a printed command") struct ShellWordTests {
  @Test(
    "comes out of a shell as it went in",
    arguments: [
      "plain/take.kinora", "2026-12-01 20.00.00.kinora", "the band's $HOME `take`", "\"quoted\"", "", "a\\b",
    ])
  func pasted(path: String) throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "printf %s " + ShellWord.quoted(path)]
    let output = Pipe()
    shell.standardOutput = output
    try shell.run()
    shell.waitUntilExit()
    #expect(String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == path)
  }
}
