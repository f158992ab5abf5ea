import Glibc

/// Which part of a clip is shown at which bar of a stay: cut at its own shots, timed so that each lasts a
/// power-of-two share of bars.
///
/// A pure function of the clip, the length of a bar at the entrance and the stay's variation.
public struct ClipSchedule: Sendable, Equatable {
  /// A piece of the clip and the bars it fills.
  public struct Piece: Sendable, Equatable {
    /// Seconds of the clip.
    public var start: Double
    public var length: Double
    /// Whole bars it is on stage.
    public var bars: Double
    /// Times it is shown in these: 1, or a power of two for a piece much shorter than a bar.
    public var turns: Double
    /// Bar of the round on which it begins.
    public var firstBar: Double

    /// Clip seconds a second at the tempo of the entrance.
    public func speed(barSeconds: Double) -> Double { length * turns / (bars * barSeconds) }
  }

  public let pieces: [Piece]
  /// Every second time a piece runs backwards.
  public let pingPong: Bool
  private let round: Double

  /// A piece stays no longer than this many bars, at its own speed.
  private static let mostBars = 8.0
  /// A piece is never shorter than this share of a bar.
  private static let mostTurns = 8.0

  /// - Parameters:
  ///   - barSeconds: a bar's length at the entrance, seconds.
  ///   - variation: 0..<1.
  public init(_ clip: Clip, barSeconds: Double, variation: Float) {
    let bar = barSeconds.isFinite ? min(max(barSeconds, 0.25), 20) : 2
    var pieces: [Piece] = []
    let cuts = Self.cuts(of: clip, bar: bar)
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      let length = end - start
      let share = exp2(log2(max(length, 1e-3) / bar).rounded())
      let bars = min(max(share, 1), Self.mostBars)
      let turns = share >= 1 ? 1 : min(1 / share, Self.mostTurns)
      pieces.append(Piece(start: start, length: length, bars: bars, turns: turns, firstBar: 0))
    }
    // Another stay begins with another shot.
    let first = pieces.isEmpty ? 0 : Int(variation * Float(pieces.count)) % pieces.count
    pieces = Array(pieces[first...] + pieces[..<first])
    var bars = 0.0
    for place in pieces.indices {
      pieces[place].firstBar = bars
      bars += pieces[place].bars
    }
    self.pieces = pieces
    round = bars
    let chance = variation * 7 - (variation * 7).rounded(.down)
    pingPong = pieces.count == 1 && clip.runsBackwards && chance < 0.5
  }

  /// Edges of the pieces, from the clip's beginning to its end.
  private static func cuts(of clip: Clip, bar: Double) -> [Double] {
    guard clip.durationSeconds > 0 else { return [] }
    let shots = clip.shots.isEmpty ? [0] : clip.shots
    var cuts: [Double] = []
    for (place, start) in shots.enumerated() {
      let end = place + 1 < shots.count ? shots[place + 1] : clip.durationSeconds
      guard end > start else { continue }
      // A long shot is shown in pieces that run on.
      let parts = max(1, ((end - start) / (mostBars * bar * 1.4)).rounded(.up))
      for part in 0..<Int(parts) { cuts.append(start + (end - start) * Double(part) / parts) }
    }
    return cuts + [clip.durationSeconds]
  }

  /// Time in the clip at a count of bars since the entrance, seconds.
  public func seconds(atBars bars: Double) -> Double {
    guard !pieces.isEmpty, bars.isFinite else { return 0 }
    let rounds = (max(0, bars) / round).rounded(.down)
    let within = max(0, bars) - rounds * round
    let piece = pieces.last { $0.firstBar <= within } ?? pieces[0]
    let turn = (within - piece.firstBar) / piece.bars * piece.turns
    let passed = turn.rounded(.down)
    var share = turn - passed
    if pingPong && (rounds * piece.turns + passed).truncatingRemainder(dividingBy: 2) == 1 {
      share = 1 - share
    }
    // The first picture of the next shot belongs to the next bar.
    return piece.start + min(share * piece.length, piece.length - min(0.001, piece.length / 2))
  }
}

extension Appearance {
  /// Length of a bar at the entrance, seconds.
  public var barSeconds: Double { Double(beatsPerBar) / max(entranceMotion.travelRate, 0.05) }
}
