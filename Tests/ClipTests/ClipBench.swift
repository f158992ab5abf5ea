import Foundation
import Media
import Testing

/// A folder for one test's clips, made by FFmpeg: each picture's grey tells its number.
final class ClipBench {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "kinora-clips-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  @discardableResult
  func ffmpeg(_ words: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["ffmpeg", "-v", "error", "-y"] + words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(words.joined(separator: " ")): \(said)")
    return path(words.last ?? "")
  }

  /// 90 numbered pictures, 25 a second.
  func numbered(_ name: String, size: String = "64x48", _ words: String...) throws -> String {
    let source =
      "color=gray:s=\(size):r=25:d=3.6,format=gray,geq=lum='20+2*N',scale=in_range=full:out_range=full"
    let process = ["-f", "lavfi", "-i", source] + words
    return try run(process + [name])
  }

  func run(_ words: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["ffmpeg", "-v", "error", "-y"] + words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(words.joined(separator: " "))")
    return path(words.last ?? "")
  }
}

extension ClipPicture {
  /// Mean of the middle pixels' red.
  var grey: Double {
    var sum = 0
    var count = 0
    for row in (height / 3)..<max(height / 3 + 1, height * 2 / 3) {
      for column in (width / 3)..<max(width / 3 + 1, width * 2 / 3) {
        sum += Int(pixels[4 * (row * width + column)])
        count += 1
      }
    }
    return Double(sum) / Double(count)
  }

  /// The number that the grey tells.
  var number: Int { Int(((grey - 20) / 2).rounded()) }
}
