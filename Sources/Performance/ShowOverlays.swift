import Foundation
import Yams

/// What a show file writes over the pictures.
extension OverlayWish {
  private static let shape =
    "“overlays” has lines of title, credits, lyrics, logo (files beside the show), font and lyrics-offset (milliseconds)"

  /// - Throws: `PerformanceError.badShow` with the line.
  init(_ value: Node, path: String) throws(PerformanceError) {
    guard let mapping = value.mapping else {
      throw .badShow(path: path, line: value.mark?.line, reason: Self.shape)
    }
    for (key, value) in mapping {
      let text = value.string ?? ""
      switch key.string {
      case "title": title = text
      case "font": font = text
      case "credits": credits = try Self.file(text, key, path)
      case "lyrics": lyrics = try Self.file(text, key, path)
      case "logo": logo = try Self.file(text, key, path)
      case "lyrics-offset":
        guard let offset = Int(text), (-600_000...600_000).contains(offset) else {
          throw .badShow(
            path: path, line: key.mark?.line,
            reason: "“lyrics-offset” is −600000 to 600000 milliseconds, not “\(text)”")
        }
        lyricsOffsetMilliseconds = offset
      default:
        throw .badShow(
          path: path, line: key.mark?.line, reason: "“\(key.string ?? "?")” isn't known; \(Self.shape)")
      }
    }
  }

  private static func file(_ name: String, _ key: Node, _ path: String) throws(PerformanceError) -> String {
    let file = pathBeside(file: path, name)
    guard !name.isEmpty, FileManager.default.fileExists(atPath: file) else {
      throw .badShow(path: path, line: key.mark?.line, reason: "there is no file \(file)")
    }
    return file
  }

  /// What a hand names comes before what the show does.
  func over(_ show: OverlayWish) -> OverlayWish {
    var wish = self
    wish.title = title ?? show.title
    wish.credits = credits ?? show.credits
    // Another song's words aren't moved by this one's offset.
    if lyrics == nil {
      wish.lyricsOffsetMilliseconds = lyricsOffsetMilliseconds ?? show.lyricsOffsetMilliseconds
    }
    wish.lyrics = lyrics ?? show.lyrics
    wish.logo = logo ?? show.logo
    wish.font = font ?? show.font
    return wish
  }
}
