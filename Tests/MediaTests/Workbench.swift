import Foundation
import Testing

/// A folder for one test's files, and the tools that make them.
final class Workbench {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("kinora-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Runs sox, ffmpeg or the like in the folder; a missing tool or a failure is a failed test.
  func run(_ words: String...) throws { try run(words) }

  func run(_ words: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = folder
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: said, as: UTF8.self)
    try #require(process.terminationStatus == 0, "\(words.joined(separator: " ")): \(text)")
  }

  func write(_ bytes: Data, to name: String) throws -> String {
    try bytes.write(to: folder.appendingPathComponent(name))
    return path(name)
  }

  /// A WAV file of 32-bit floats, as given.
  func writeFloatWAV(_ samples: [Float], channels: Int, sampleRate: Int, to name: String) throws -> String {
    var wav = Data()
    func text(_ s: String) { wav.append(contentsOf: s.utf8) }
    func four(_ x: Int) { withUnsafeBytes(of: UInt32(x).littleEndian) { wav.append(contentsOf: $0) } }
    func two(_ x: Int) { withUnsafeBytes(of: UInt16(x).littleEndian) { wav.append(contentsOf: $0) } }
    text("RIFF")
    four(36 + samples.count * 4)
    text("WAVEfmt ")
    four(16)
    two(3)
    two(channels)
    four(sampleRate)
    four(sampleRate * channels * 4)
    two(channels * 4)
    two(32)
    text("data")
    four(samples.count * 4)
    for sample in samples { four(Int(sample.bitPattern)) }
    return try write(wav, to: name)
  }
}
