import Lettering
import Scenery
import Staging

/// Turns what is written over the pictures into pixels, for one size of the picture.
struct OverlaySetter: Sendable {
  let overlays: Overlays
  let logo: StillPicture?
  let family: String

  /// A text or logo as pixels, and how many of its letters no font has.
  struct Result: Sendable {
    var id: OverlayID
    var picture: OverlayPicture?
    var missing: Int
    var text: String
  }

  func set(_ id: OverlayID, for size: PixelSize) -> Result {
    // Letters go by the shorter side, so that an upright picture isn't flooded.
    let base = min(Double(size.height), Double(size.width) * 0.72)
    let side = Int(Double(size.width) * (1 - 2 * OverlaySetter.sideMargin))
    switch id {
    case .logo: return Result(id: id, picture: logo.map { Self.logo($0, for: size) }, missing: 0, text: "")
    case .title:
      return set(
        id, overlays.title.joined(separator: "\n"),
        LetterStyle(
          family: family, weight: .bold, size: 0.092 * base, restSize: 0.046 * base, width: side, lines: 4,
          isCentred: false), for: size)
    case .card(let card):
      let lines = overlays.credits.indices.contains(card) ? overlays.credits[card] : []
      return set(
        id, lines.joined(separator: "\n"),
        LetterStyle(
          family: family, weight: .semibold, size: 0.058 * base, restSize: 0.044 * base, width: side,
          lines: CreditsParser.mostLines + 2, isCentred: false), for: size)
    case .line(let place):
      guard overlays.lyrics.indices.contains(place) else { return Result(id: id, missing: 0, text: "") }
      let line = overlays.lyrics[place]
      return set(
        id, line.text, words: line.words.map(\.bytes),
        LetterStyle(
          family: family, weight: .semibold, size: 0.062 * base, width: side, lines: 3, isCentred: true),
        for: size)
    }
  }

  private static let sideMargin = 0.08
  private static let logoShare = 0.13

  private func set(
    _ id: OverlayID, _ text: String, words: [Range<Int>] = [], _ style: LetterStyle, for size: PixelSize
  ) -> Result {
    guard let set = Lettering.set(text, words: words, style) else {
      return Result(id: id, picture: nil, missing: 0, text: text)
    }
    let picture = OverlayPicture(
      picture: StillPicture(size: PixelSize(width: set.width, height: set.height), pixels: set.letters),
      map: StillPicture(size: PixelSize(width: set.mapWidth, height: set.mapHeight), pixels: set.map),
      em: set.size, margin: set.margin, isRightToLeft: set.isRightToLeft, madeFor: size)
    return Result(id: id, picture: picture, missing: set.missing, text: text)
  }

  /// The logo at its size on the picture, each pixel the mean of what it covers, colour multiplied by alpha.
  private static func logo(_ logo: StillPicture, for size: PixelSize) -> OverlayPicture {
    let tall = Double(min(size.width, size.height)) * logoShare
    let share = min(tall / Double(logo.size.height), 2.6 * tall / Double(logo.size.width))
    let width = max(1, Int((Double(logo.size.width) * share).rounded()))
    let height = max(1, Int((Double(logo.size.height) * share).rounded()))
    var pixels = [UInt8](repeating: 0, count: 4 * width * height)
    for y in 0..<height {
      let top = y * logo.size.height / height
      let rows = top..<max(top + 1, (y + 1) * logo.size.height / height)
      for x in 0..<width {
        let from = x * logo.size.width / width
        let columns = from..<max(from + 1, (x + 1) * logo.size.width / width)
        let mean = Self.mean(of: logo, columns, rows)
        for channel in 0..<4 { pixels[4 * (y * width + x) + channel] = mean[channel] }
      }
    }
    return OverlayPicture(
      picture: StillPicture(size: PixelSize(width: width, height: height), pixels: pixels), map: nil,
      em: tall,
      margin: 0, isRightToLeft: false, madeFor: size)
  }

  private static func mean(
    of picture: StillPicture, _ columns: Range<Int>, _ rows: Range<Int>
  ) -> SIMD4<UInt8> {
    var sum = SIMD4<Float>()
    for row in rows {
      for column in columns {
        let place = 4 * (row * picture.size.width + column)
        let alpha = Float(picture.pixels[place + 3])
        for channel in 0..<3 { sum[channel] += Float(picture.pixels[place + channel]) * alpha / 255 }
        sum[3] += alpha
      }
    }
    let mean = sum / Float(columns.count * rows.count) + 0.5
    return SIMD4<UInt8>(truncatingIfNeeded: SIMD4<Int32>(mean))
  }
}
