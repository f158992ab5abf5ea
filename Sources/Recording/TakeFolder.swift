import Foundation
import Scenery

/// Where things stand in a take's folder, `NAME.kinora`.
enum TakeFolder {
  static func log(in folder: String) -> String { folder + "/session.klog" }
  static func audio(in folder: String) -> String { folder + "/audio.flac" }
  static func manifest(in folder: String) -> String { folder + "/manifest.json" }
  static func presets(in folder: String) -> String { folder + "/presets" }
  static func preset(_ digest: String, in folder: String) -> String { presets(in: folder) + "/" + digest }

  /// A digest is 64 lower-case hex digits and nothing that could lead out of the folder.
  static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}

/// SHA-256 of files.
public enum FileDigest {
  /// Lower-case hex; nil when the file can't be read.
  public static func sha256(ofFile path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    var digest = SHA256()
    do {
      // At the end there is nothing, or nothing in it.
      while let part = try file.read(upToCount: 1 << 20), !part.isEmpty {
        part.withUnsafeBytes { digest.update($0) }
      }
      return digest.hex()
    } catch {
      return nil  // a file that can't be read has no digest
    }
  }
}

/// The redundant last word on a take: what it holds, for people and for checking.
public struct TakeManifest: Codable, Sendable, Equatable {
  public var format = "kinora-take-1"
  public var application = "Kinora"
  public var version: String
  public var title: String
  public var startUTC: String
  public var seed: UInt64
  public var framesPerSecond: Int
  public var width: Int
  public var height: Int
  public var sampleFrames: Int64
  public var records: UInt64
  public var refused: UInt32
  public var faults: [String]
  /// SHA-256 of the closed files.
  public var sessionLogSHA256: String?
  public var audioSHA256: String?
  public var presets: [ManifestPreset]
}

public struct ManifestPreset: Codable, Sendable, Equatable {
  public var name: String
  public var kind: String
  public var digest: String
  public var licence: String
}

/// JSON as people read it: sorted, indented, the same on every machine.
enum PlainJSON {
  static func bytes(of value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { preconditionFailure("plain values have a JSON form") }
    return Array(data) + [10]
  }
}
