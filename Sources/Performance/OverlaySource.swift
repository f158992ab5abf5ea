import Foundation
import Media
import Recording
import Scenery
import Session
import Staging

/// What is written over the pictures, read from the files that say it, or from a take that kept them.
struct OverlaySource {
  private(set) var overlays = Overlays()
  private(set) var logo: StillPicture?
  private(set) var complaints: [String] = []
  let family: String
  private let entry: OverlayEntry
  private let contents: [[UInt8]]

  static let usualFamily = "Noto Sans"
  private static let largestText = 4 << 20
  private static let largestLogo = 64 << 20
  private static let longestTitle = 200
  /// What a card of credits takes, bar lines included, and what is left at a song's end.
  private static let cardSeconds = 6.5
  private static let restSeconds = 1.5

  /// What a take keeps; nil when nothing is shown.
  var forTake: TakeOverlay? { overlays.isEmpty ? nil : TakeOverlay(entry: entry, contents: contents) }

  /// Reads what the user named.
  ///
  /// - Parameter songSeconds: the song's length, where it has one: credits come at its end.
  init(_ wish: OverlayWish, songSeconds: Double?) throws(PerformanceError) {
    var entry = OverlayEntry(
      title: wish.title ?? "", fontFamily: wish.font ?? "",
      lyricsOffsetMilliseconds: Int32(clamping: wish.lyricsOffsetMilliseconds ?? 0))
    var found: [(role: OverlayFile.Role, path: String, bytes: [UInt8])] = []
    for (role, path) in [
      (OverlayFile.Role.credits, wish.credits), (.lyrics, wish.lyrics), (.logo, wish.logo),
    ] {
      guard let path else { continue }
      found.append((role, path, try Self.bytes(of: path, role)))
    }
    entry.files = found.map {
      OverlayFile(
        role: $0.role,
        file: PresetFile(path: ($0.path as NSString).lastPathComponent, digest: SHA256.hex(of: $0.bytes)))
    }
    let cards = found.first { $0.role == .credits }.map { CreditsParser.parse($0.bytes, path: $0.path).cards }
    if let songSeconds, let cards {
      entry.creditsSeconds = max(
        songSeconds * 0.25, songSeconds - Double(cards.count) * Self.cardSeconds - Self.restSeconds)
    }
    try self.init(entry, found)
  }

  /// Reads what a take kept.
  init(_ take: TakeReader, _ configuration: Configuration) throws(PerformanceError) {
    let entry = take.overlay ?? OverlayEntry()
    var found: [(role: OverlayFile.Role, path: String, bytes: [UInt8])] = []
    do throws(RecordingError) {
      for item in entry.files {
        for file in try take.files([item.file], force: configuration.force) {
          let path = item.role == .logo ? take.path(of: item.file) : file.path
          found.append((item.role, path, file.bytes))
        }
      }
    } catch {
      throw .recording(error)
    }
    try self.init(entry, found)
  }

  private init(
    _ entry: OverlayEntry, _ files: [(role: OverlayFile.Role, path: String, bytes: [UInt8])]
  ) throws(PerformanceError) {
    self.entry = entry
    contents = files.map(\.bytes)
    family = entry.fontFamily.isEmpty ? Self.usualFamily : entry.fontFamily
    let title = entry.title.prefix(Self.longestTitle)
    overlays.title = title.split(separator: "|").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      .filter { !$0.isEmpty }
    overlays.lyricsOffsetSeconds = Double(entry.lyricsOffsetMilliseconds) / 1000
    overlays.creditsSeconds = entry.creditsSeconds >= 0 ? entry.creditsSeconds : nil
    for file in files { try take(file.role, path: file.path, file.bytes) }
  }

  private mutating func take(_ role: OverlayFile.Role, path: String, _ bytes: [UInt8])
    throws(PerformanceError)
  {
    switch role {
    case .credits:
      let (cards, found) = CreditsParser.parse(bytes, path: path)
      guard !cards.isEmpty else {
        throw .overlay(found.first ?? OverlayError(path: path, reason: "holds no line of credits"))
      }
      overlays.credits = cards
      complaints += found.map(\.description)
    case .lyrics:
      let parser = LyricsParser.parse(bytes, path: path)
      guard !parser.lines.isEmpty else {
        throw .overlay(
          parser.complaints.first
            ?? OverlayError(
              path: path,
              reason: "holds no line with a time: an .lrc has [mm:ss.xx], an .srt 00:00:01,000 --> …"))
      }
      overlays.lyrics = parser.lines
      complaints += parser.complaints.map(\.description)
    case .logo:
      do {
        logo = try Pictures.load(path)
      } catch {
        throw .overlay(OverlayError(path: path, reason: "\(error)"))
      }
      overlays.hasLogo = true
    }
  }

  private static func bytes(of path: String, _ role: OverlayFile.Role) throws(PerformanceError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
      throw .overlay(
        OverlayError(path: path, reason: "there is no such file to show \(role) from; check the name"))
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
    let limit = role == .logo ? largestLogo : largestText
    guard size <= limit else {
      throw .overlay(
        OverlayError(path: path, reason: "is \(size) bytes; \(role) have at most \(limit >> 20) MiB"))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .overlay(OverlayError(path: path, reason: "can't be read; check its permissions"))
    }
    return Array(data)
  }
}
