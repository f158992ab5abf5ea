import Foundation
import Media
import Session

/// Where a recording comes from, in a plain file beside it: no names of hosts, users or devices, and no
/// signature.
public struct Provenance: Codable, Sendable, Equatable {
  public struct File: Codable, Sendable, Equatable {
    /// Without its folder.
    public var name: String
    public var bytes: Int64
    public var sha256: String
  }

  public struct Song: Codable, Sendable, Equatable {
    public var title: String
    /// Nothing is inferred from a file or a microphone.
    public var rights: String
  }

  public var format = "kinora-provenance-1"
  public var application = "Kinora"
  public var version: String
  public var build: String
  /// Pictures made by rules, without a trained model (IPTC NewsCodes).
  public var digitalSourceType = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
  public var title: String
  public var startUTC: String
  public var seed: UInt64
  public var media: [File]
  public var song: Song
  public var presets: [ManifestPreset]
  public var sessionLogSHA256: String?
  public var encoder: String
  public var frames: Int64
  public var repeatedFrames: Int64
  public var droppedFrames: Int64
  public var faults: Int

  /// - Parameters:
  ///   - presets: those that were in the repertoire.
  ///   - take: folder of the take recorded beside it, where there is one.
  ///   - rights: what the performer said of the song's rights.
  public init(
    of summary: RecordingSummary, header: SessionHeader, presets: [PresetEntry], songTitle: String,
    rights: String = "not stated", take: String? = nil
  ) {
    version = header.appVersion
    build = header.build
    title = header.title
    startUTC = header.startUTC
    seed = header.seed
    media = summary.files.compactMap { File(path: $0.path) }
    song = Song(title: songTitle, rights: rights)
    self.presets = presets.map {
      ManifestPreset(name: $0.name, kind: $0.kind.rawValue, digest: $0.digest, licence: $0.licence)
    }
    sessionLogSHA256 = take.flatMap { FileDigest.sha256(ofFile: TakeFolder.log(in: $0)) }
    encoder = summary.tally.encoder
    frames = summary.tally.frames
    repeatedFrames = summary.tally.repeated
    droppedFrames = summary.tally.dropped
    faults = summary.faults.count
  }

  /// `FILM.mp4` → `FILM.provenance.json`, in the same folder.
  public static func path(besides media: String) -> String {
    (media as NSString).deletingPathExtension + ".provenance.json"
  }

  /// Writes the sidecar, replacing an older one of the same recording.
  public func write(to path: String) throws(RecordingError) {
    do throws(EncodeError) {
      let file = try OutputFile(path: path, force: true)
      try file.write(PlainJSON.bytes(of: self))
      try file.sync()
    } catch {
      throw .encode(error)
    }
  }
}

extension Provenance.File {
  fileprivate init?(path: String) {
    var status = stat()
    guard let sha256 = FileDigest.sha256(ofFile: path), stat(path, &status) == 0 else { return nil }
    self.init(name: (path as NSString).lastPathComponent, bytes: Int64(status.st_size), sha256: sha256)
  }
}
