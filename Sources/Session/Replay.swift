import Directing
import Music
import Scenery

/// A performance played again from its log: each event takes effect in the hop in which it did.
public struct Replay: ~Copyable {
  private var conductor: Conductor
  private let records: [SessionRecord]
  private var next = 0
  private var hop = HopIndex(0)

  /// - Parameters:
  ///   - repertoire: the presets of the take at their indices.
  ///   - records: the take's log, in order, each stamped with the start of the hop in which it took effect.
  ///   - captions: title and cards of the take.
  public init(
    repertoire: Repertoire, seed: UInt64, records: [SessionRecord], ceilings: Ceilings = Ceilings(),
    captions: CaptionList = CaptionList()
  ) {
    conductor = Conductor(repertoire: repertoire, seed: seed, ceilings: ceilings, captions: captions)
    self.records = records
  }

  /// Takes the next hop of the take's sound; `Hop.length` stereo sample frames.
  public mutating func step(_ stereo: UnsafeBufferPointer<Float>) -> Step {
    var events: [SessionEvent] = []
    while next < records.count && records[next].time < hop.end {
      events.append(records[next].event)
      next += 1
    }
    hop.value += 1
    return conductor.step(stereo, events: events)
  }
}
