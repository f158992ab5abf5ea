import Foundation

/// What another program reads in a film that was written here: FFmpeg's own ffprobe and ffmpeg.
public struct FilmProbe {
  public struct Stream {
    public var kind: String
    public var codec: String
    public var facts: [String: Any]
    public var tags: [String: String]
    /// Pictures, or packets of sound, that decode.
    public var frames: Int
    public var start: Double
    public var duration: Double
    public subscript(_ fact: String) -> String { facts[fact].map { "\($0)" } ?? "" }
  }

  public var streams: [Stream]
  public var chapters: [(start: Double, title: String)]
  public var tags: [String: String]
  public var duration: Double

  public var video: Stream? { streams.first { $0.kind == "video" } }
  public var sound: Stream? { streams.first { $0.kind == "audio" } }

  public init(_ path: String) throws {
    let output = try Self.run(
      "ffprobe",
      [
        "-v", "quiet", "-count_frames", "-show_streams", "-show_format", "-show_chapters", "-of", "json",
        path,
      ])
    let json = try JSONSerialization.jsonObject(with: output) as? [String: Any] ?? [:]
    let format = json["format"] as? [String: Any] ?? [:]
    tags = format["tags"] as? [String: String] ?? [:]
    duration = Double("\(format["duration"] ?? "")") ?? 0
    streams = (json["streams"] as? [[String: Any]] ?? []).map { facts in
      Stream(
        kind: "\(facts["codec_type"] ?? "")", codec: "\(facts["codec_name"] ?? "")", facts: facts,
        tags: facts["tags"] as? [String: String] ?? [:], frames: Int("\(facts["nb_read_frames"] ?? "")") ?? 0,
        start: Double("\(facts["start_time"] ?? "")") ?? 0,
        duration: Double("\(facts["duration"] ?? "")") ?? 0)
    }
    chapters = (json["chapters"] as? [[String: Any]] ?? []).map { chapter in
      let tags = chapter["tags"] as? [String: String] ?? [:]
      return (Double("\(chapter["start_time"] ?? "")") ?? -1, tags["title"] ?? "")
    }
  }

  /// Pictures decoded as planar 4:2:0, one after the other.
  public static func pictures(_ path: String) throws -> Data {
    try run(
      "ffmpeg",
      [
        "-v", "quiet", "-i", path, "-map", "0:v:0", "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt",
        "yuv420p", "-",
      ])
  }

  /// Sound decoded as interleaved stereo, placed as the film's times say.
  public static func sound(_ path: String) throws -> [Float] {
    let bytes = try run(
      "ffmpeg", ["-v", "quiet", "-i", path, "-map", "0:a:0", "-f", "f32le", "-acodec", "pcm_f32le", "-"])
    return bytes.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
  }

  public struct ToolFailed: Error, CustomStringConvertible {
    public var description: String
  }

  /// - Returns: what the tool wrote to its standard output.
  @discardableResult
  public static func run(_ tool: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ToolFailed(
        description: "\(tool) \(arguments.joined(separator: " ")): \(process.terminationStatus)")
    }
    return bytes
  }
}

/// A folder of a test's own, removed with the value.
public final class TestFolder {
  public let path: String

  public init() throws {
    path = NSTemporaryDirectory() + "kinora-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  public func callAsFunction(_ name: String) -> String { path + "/" + name }
  public var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}

/// Pictures and sound that can be recognised after decoding.
public enum TestPattern {
  /// Sixteen flat colours in a grid of four by four, RGB.
  public static let patches: [(UInt8, UInt8, UInt8)] = [
    (0, 0, 0), (64, 64, 64), (128, 128, 128), (255, 255, 255),
    (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0),
    (0, 255, 255), (255, 0, 255), (200, 120, 40), (30, 90, 160),
    (115, 82, 68), (194, 150, 130), (98, 122, 157), (87, 108, 67),
  ]

  public static func chart(width: Int, height: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 255, count: width * height * 4)
    for y in 0..<height {
      for x in 0..<width {
        let (r, g, b) = patches[min(y * 4 / height, 3) * 4 + min(x * 4 / width, 3)]
        let at = (y * width + x) * 4
        (bytes[at], bytes[at + 1], bytes[at + 2]) = (r, g, b)
      }
    }
    return bytes
  }

  /// A grey picture whose brightness names the frame (steps of 8, so that it survives encoding), with a
  /// moving bar so that the encoder has work.
  public static func numbered(_ frame: Int64, width: Int, height: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 255, count: width * height * 4)
    let grey = UInt8(16 + (frame % 24) * 8)
    for y in 0..<height {
      for x in 0..<width {
        let at = (y * width + x) * 4
        let bar = y < height / 4 && (x + Int(frame) * 4) % width < width / 8
        (bytes[at], bytes[at + 1], bytes[at + 2]) = bar ? (255, 60, 20) : (grey, grey, grey)
      }
    }
    return bytes
  }

  /// Stereo on the 24-bit grid: a different rough tone in each ear, a function of the sample's number.
  public static func sound(from first: Int64, frames: Int) -> [Float] {
    var samples: [Float] = []
    samples.reserveCapacity(frames * 2)
    for n in first..<(first + Int64(frames)) {
      let left = Int32(truncatingIfNeeded: (n &* 7919) % 4_000_001 - 2_000_000)
      let right = Int32(truncatingIfNeeded: (n &* n &* 31) % 6_000_001 - 3_000_000)
      samples.append(Float(left) * 0x1p-23)
      samples.append(Float(right) * 0x1p-23)
    }
    return samples
  }

  /// Silence with a click of 2 ms in both ears at each whole second.
  public static func clicks(from first: Int64, frames: Int) -> [Float] {
    (first..<(first + Int64(frames))).flatMap { n -> [Float] in
      let level: Float = n % 48_000 < 96 ? (n % 8 < 4 ? 0.8 : -0.8) : 0
      return [level, level]
    }
  }
}
