import Foundation
import Testing

/// The virtual sound card of Tools/: a private PulseAudio that behaves like a converter.
final class VirtualCard {
  private let tool: String
  private let folder: String
  /// The ALSA device to open.
  let device = "vsc"

  /// Starts a card; ALSA in this process finds it afterwards.
  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    tool = root.appendingPathComponent("Tools/virtual-sound-card").path
    // One name per process: ALSA remembers the configuration it was first pointed to.
    folder = "/tmp/kinora-card-\(getpid())"
    let exports = try run("start", "--dir", folder)
    try #require(exports.contains("ALSA_CONFIG_PATH"), "the virtual sound card did not start: \(exports)")
    for line in exports.split(separator: "\n") {
      let words = line.dropFirst("export ".count).split(separator: "=", maxSplits: 1).map(String.init)
      guard words.count == 2 else { continue }
      setenv(words[0], words[1].trimmingCharacters(in: ["'"]), 1)
    }
  }

  deinit { _ = try? run("stop", "--dir", folder) }

  /// Runs a command of the tool, such as “unplug”, and returns what it printed.
  @discardableResult
  func run(_ words: String...) throws -> String { try Self.shell([tool] + words) }

  /// Talks to the card's own PulseAudio.
  @discardableResult
  func pactl(_ words: String...) throws -> String { try Self.shell(["pactl"] + words) }

  /// Programs connected to the card: a handle that is left open counts here, whatever else this process opens.
  func clientCount() throws -> Int {
    try pactl("list", "short", "clients").split(separator: "\n").count
  }

  /// By `popen`: Foundation's Process would wait for the daemons that the tool leaves running.
  @discardableResult
  static func shell(_ words: [String]) throws -> String {
    let command = words.map { "'\($0)'" }.joined(separator: " ")
    let pipe = try #require(popen(command, "r"), "no shell")
    var said: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { said.append(UInt8(truncatingIfNeeded: byte)) }
    let status = pclose(pipe)
    try #require(status == 0, "\(command) failed")
    return String(decoding: said, as: UTF8.self)
  }
}
