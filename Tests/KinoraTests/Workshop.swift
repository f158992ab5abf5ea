import Foundation
import Glibc
import Testing

/// What a command came to.
struct Outcome: Sendable {
  var status: Int32
  var output: String
  var errors: String
}

/// A folder of a test's own, and the real programs to run in it.
final class Workshop {
  let folder: String
  private var running: [Process] = []

  init() throws {
    folder = NSTemporaryDirectory() + "kinora-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    for process in running where process.isRunning { process.terminate() }
    try? FileManager.default.removeItem(atPath: folder)
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The programs beside this test.
  static let kinora = program("kinora")
  static let bench = program("kinora-bench")

  private static func program(_ name: String) -> String {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return tests.appendingPathComponent(name).path
  }

  func path(_ name: String) -> String { "\(folder)/\(name)" }
  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  func write(_ text: String, to name: String) throws {
    let path = path(name)
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Makes a folder of presets with these scenes and all the rest: every preset more is compiled more.
  func keepFewPresets(scenes: [String]) throws {
    let presets = Self.root + "/Presets"
    try FileManager.default.createDirectory(
      atPath: path("Presets/Scenes"), withIntermediateDirectories: true)
    for name in ["Library", "Looks", "Shows"] {
      try FileManager.default.copyItem(atPath: "\(presets)/\(name)", toPath: path("Presets/\(name)"))
    }
    for scene in scenes {
      try FileManager.default.copyItem(
        atPath: "\(presets)/Scenes/\(scene).fs", toPath: path("Presets/Scenes/\(scene).fs"))
    }
  }

  func text(of name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  /// Runs a program to its end.
  @discardableResult
  func run(_ words: [String], environment: [String: String] = [:]) throws -> Outcome {
    let process = try start(words, environment: environment)
    return try end(of: process)
  }

  /// Waits for a program's end, as long as a whole film may take on a busy machine.
  func end(of process: Process) throws -> Outcome {
    let deadline = Date().addingTimeInterval(240)
    // Looking is what works on every thread: Foundation's own waiting needs a run loop.
    while process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.01) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    try #require(!process.isRunning || Date() >= deadline, "the program comes to its end")
    while process.isRunning { Thread.sleep(forTimeInterval: 0.01) }
    return try outcome(of: process)
  }

  /// Runs kinora to its end.
  @discardableResult
  func kinora(_ words: String..., environment: [String: String] = [:]) throws -> Outcome {
    try run([Self.kinora] + words, environment: environment)
  }

  /// Starts kinora in a real window on a virtual display of its own.
  func startOnDisplay(_ words: [String], environment: [String: String] = [:]) throws -> Process {
    try start(
      ["xvfb-run", "-a", "-s", "-screen 0 1024x768x24", Self.kinora] + words, environment: environment)
  }

  func start(_ words: [String], environment: [String: String] = [:]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var variables = ProcessInfo.processInfo.environment
    variables["KINORA_PRESETS"] = variables["KINORA_PRESETS"] ?? Self.root + "/Presets"
    variables["HOME"] = folder
    variables["DISPLAY"] = nil
    variables.merge(environment) { _, new in new }
    process.environment = variables
    let name = "run-\(running.count)"
    for stream in ["out", "err"] {
      _ = FileManager.default.createFile(atPath: path("\(name).\(stream)"), contents: nil)
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: path("\(name).out"))
    process.standardError = FileHandle(forWritingAtPath: path("\(name).err"))
    try process.run()
    running.append(process)
    return process
  }

  func outcome(of process: Process) throws -> Outcome {
    let number = try #require(running.firstIndex { $0 === process })
    return Outcome(
      status: process.terminationStatus, output: try text(of: "run-\(number).out"),
      errors: try text(of: "run-\(number).err"))
  }

  /// What a running program has said so far on its standard error.
  func errors(of process: Process) throws -> String {
    let number = try #require(running.firstIndex { $0 === process })
    return try text(of: "run-\(number).err")
  }

  /// Waits until a running program says something; seconds until it did, nil if it never does.
  func wait(for process: Process, toSay words: String, atMost seconds: Double) throws -> Double? {
    let begin = Date()
    while Date().timeIntervalSince(begin) < seconds {
      if try errors(of: process).contains(words) { return Date().timeIntervalSince(begin) }
      Thread.sleep(forTimeInterval: 0.005)
    }
    return nil
  }

  /// Sends a signal to the kinora that was started under xvfb-run.
  func signal(_ name: String) throws { try run(["pkill", "-\(name)", "-f", "^\(Self.kinora) .*\(folder)"]) }

  /// Seconds of the film's streams by kind, as ffprobe reads them.
  func durations(of name: String) throws -> [String: Double] {
    let probe = try run([
      "ffprobe", "-v", "error", "-show_entries", "stream=codec_type,duration", "-of", "csv=p=0", path(name),
    ])
    var found: [String: Double] = [:]
    for line in probe.output.split(separator: "\n") {
      let fields = line.split(separator: ",")
      if fields.count >= 2 { found[String(fields[0])] = Double(fields[1]) }
    }
    return found
  }
}

/// A capture device behind the virtual sound card, for one test.
final class SoundCard {
  private(set) var environment: [String: String] = [:]
  private let folder: String
  private static let tool = Workshop.root + "/Tools/virtual-sound-card"

  init() throws {
    folder = "/tmp/kinora-e2e-\(getpid())"
    for line in try say("start", "--dir", folder).split(separator: "\n") {
      let words = line.dropFirst("export ".count).split(separator: "=", maxSplits: 1)
      if words.count == 2 { environment[String(words[0])] = words[1].trimmingCharacters(in: ["'"]) }
    }
    try #require(environment["ALSA_CONFIG_PATH"] != nil, "the virtual sound card starts")
  }

  deinit { _ = try? say("stop", "--dir", folder) }

  /// Plays a file to its end.
  func play(_ file: String) throws { try say("play", "--dir", folder, file) }

  func unplug() throws { try say("unplug", "--dir", folder) }
  func replug() throws { try say("replug", "--dir", folder) }

  /// By a pipe of its own: Foundation's Process would wait for the daemons that the tool leaves running.
  @discardableResult
  private func say(_ words: String...) throws -> String {
    let command = ([Self.tool] + words).map { "'\($0)'" }.joined(separator: " ")
    let pipe = try #require(popen(command, "r"), "no shell")
    var said: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { said.append(UInt8(truncatingIfNeeded: byte)) }
    try #require(pclose(pipe) == 0, "\(command) failed")
    return String(decoding: said, as: UTF8.self)
  }
}
