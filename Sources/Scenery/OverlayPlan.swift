import Glibc
import Music

/// Which thing is shown over the picture.
public enum OverlayID: Sendable, Hashable {
  case title
  case card(Int)
  case line(Int)
  case logo
}

/// One thing over the picture at one instant.
public struct OverlayItem: Sendable, Equatable {
  public enum Place: Sendable, Equatable {
    /// Left-aligned (right-aligned for scripts that begin there) in the lower third.
    /// `isRaised` leaves the foot to the song's words.
    case lowerSide(isRaised: Bool)
    /// Centred at the foot of the picture; 1 stands above 0.
    case foot(stack: Int)
    case corner
  }

  public var id: OverlayID
  public var place: Place
  /// 0…1.
  public var opacity: Float
  /// How far below its place it is, in heights of its letters.
  public var drop: Float
  /// 1 = its own size.
  public var scale: Float
  /// Words reached, as `LyricLine.sung` counts; −1 = none yet, huge = all.
  public var sung: Float
  /// 0…1: lit by the beat.
  public var glow: Float

  public init(
    id: OverlayID, place: Place, opacity: Float, drop: Float = 0, scale: Float = 1, sung: Float = 1e6,
    glow: Float = 0
  ) {
    self.id = id
    self.place = place
    self.opacity = opacity
    self.drop = drop
    self.scale = scale
    self.sung = sung
    self.glow = glow
  }
}

extension Overlays {
  /// What is over the picture whose light leaves at `seconds` of stream time.
  ///
  /// A pure function of what the director said and of the time; nothing of it is seen before its time.
  ///
  /// - Parameters:
  ///   - songShift: song time less stream time, where a song was sought.
  ///   - beat: seconds of a beat.
  ///   - pulse: 1 on the beat, falling.
  public func items(
    _ state: CaptionState, atSeconds seconds: Double, songShift: Double = 0, beat: Double, pulse: Float
  ) -> [OverlayItem] {
    var items: [OverlayItem] = []
    if hasLogo { items.append(logo(atSeconds: seconds, pulse: pulse)) }
    for stay in [state.before, state.now] { items += caption(stay, atSeconds: seconds).map { [$0] } ?? [] }
    let song = seconds + songShift - lyricsOffsetSeconds - state.nudgeSeconds
    for place in lines(atSeconds: song) {
      items.append(lyric(place, atSeconds: song, beat: beat, pulse: pulse))
    }
    return items
  }

  /// Ordinals of the lines shown between two song times, or at one.
  public func lines(atSeconds seconds: Double, until end: Double? = nil) -> Range<Int> {
    // Sorted by start; ends grow but for two that are stacked, so the neighbour below is looked at too.
    var first = lyrics.partition(isAfter: { $0.start > seconds })
    while first > 0, lyrics[max(0, first - 3)..<first].contains(where: { $0.end > seconds }) { first -= 1 }
    let last = lyrics.partition(isAfter: { $0.start > end ?? seconds })
    return first..<max(first, last)
  }

  private func lyric(_ place: Int, atSeconds song: Double, beat: Double, pulse: Float) -> OverlayItem {
    let line = lyrics[place]
    let length = line.end - line.start
    let entering = min(0.5 * beat, length / 3)
    let leaving = min(0.35 * beat, length / 4)
    let come = Self.settle((song - line.start) / entering)
    let gone = Self.glide((song - (line.end - leaving)) / leaving)
    let isOn = song >= line.start && song < line.end
    let sung = line.sung(atSeconds: song)
    return OverlayItem(
      id: .line(place), place: .foot(stack: line.stack), opacity: isOn ? Float(come * (1 - gone)) : 0,
      drop: Float(0.45 * (1 - come) - 0.3 * gone), sung: sung <= 0 ? -1 : Float(min(sung, 1e6)),
      glow: pulse)
  }

  private func caption(_ stay: CaptionStay, atSeconds seconds: Double) -> OverlayItem? {
    guard stay.ordinal >= 0, seconds >= stay.entrance, seconds < stay.exit + stay.beat else { return nil }
    let come = Self.settle((seconds - stay.entrance) / stay.beat)
    let gone = stay.exit.isFinite ? Self.glide((seconds - stay.exit) / stay.beat) : 0
    return OverlayItem(
      id: stay.ordinal == 0 ? .title : .card(Int(stay.ordinal) - 1),
      place: .lowerSide(isRaised: !lyrics.isEmpty),
      opacity: Float(come * (1 - gone)), drop: Float(0.5 * (1 - come) - 0.35 * gone))
  }

  private func logo(atSeconds seconds: Double, pulse: Float) -> OverlayItem {
    let come = Self.glide((seconds - 0.5) / 1.5)
    return OverlayItem(
      id: .logo, place: .corner, opacity: Float(0.92 * come), scale: 1 + 0.02 * pulse * Float(come))
  }

  /// Fast, then settling (cubic), 0…1.
  private static func settle(_ x: Double) -> Double {
    let rest = 1 - min(max(x, 0), 1)
    return 1 - rest * rest * rest
  }

  private static func glide(_ x: Double) -> Double {
    let t = min(max(x, 0), 1)
    return t * t * (3 - 2 * t)
  }
}

extension Array {
  /// The first place from which `isAfter` holds, by halving; it holds for all that follow.
  fileprivate func partition(isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
