import Directing
import Listening
import Music
import Scenery

/// One hop of sound in, one decision out: Kinora without its edges.
///
/// Live, rehearsed, rendered or replayed, this is the only way from sound to score: the same sound and events
/// give the same steps, bit for bit.
public struct Conductor: ~Copyable {
  private var listener = Listener()
  private var director: Director
  private let repertoire: Repertoire
  private let mono: UnsafeMutableBufferPointer<Float>

  public init(
    repertoire: Repertoire, seed: UInt64, ceilings: Ceilings = Ceilings(),
    captions: CaptionList = CaptionList()
  ) {
    self.repertoire = repertoire
    director = Director(repertoire: repertoire, seed: seed, ceilings: ceilings, captions: captions)
    mono = .allocate(capacity: Hop.length)
    mono.initialize(repeating: 0)
  }

  deinit { mono.deallocate() }

  /// Takes the show one hop on.
  ///
  /// - Parameters:
  ///   - stereo: `Hop.length` sample frames, left before right, −1…1; what isn't a number counts as silence.
  ///   - events: what happened since the hop before, in order. Those that only tell a reader are passed over.
  public mutating func step(_ stereo: UnsafeBufferPointer<Float>, events: [SessionEvent] = []) -> Step {
    precondition(stereo.count == 2 * Hop.length, "a hop has \(Hop.length) stereo sample frames")
    var cues: [Cue] = []
    for event in events { take(event, &cues) }
    for i in 0..<Hop.length {
      let middle = (stereo[2 * i] + stereo[2 * i + 1]) / 2
      mono[i] = middle.isFinite ? middle : 0
    }
    let moment = listener.hear(UnsafeBufferPointer(mono))
    let direction = director.direct(moment, following: cues)
    return Step(
      snapshot: Snapshot(moment: moment, score: direction.score), requests: direction.requests,
      decisions: direction.decisions, decisionHash: DecisionDigest.of(moment, direction.score))
  }

  private mutating func take(_ event: SessionEvent, _ cues: inout [Cue]) {
    switch event {
    case .cue(let cue, _):
      if let hand = Hand(cue) { listener.weigh(hand) }
      cues.append(cue)
    case .presetAdded(let entry): director.admit(entry.index, kind: entry.kind, name: entry.name)
    case .intent(let intent): director.follow(intent)
    case .presetRemoved(let index): director.dismiss(index)
    default: break  // told to readers of the log only
    }
  }
}

/// What one hop came to.
public struct Step: Sendable {
  public var snapshot: Snapshot
  /// Presets to compile and warm; each is answered by the cue `.ready` or `.failed`.
  public var requests: [PresetIndex]
  public var decisions: [Decision]
  /// Equal hashes, equal moment and score.
  public var decisionHash: UInt64
}

extension Hand {
  /// The part of a cue that is for the ear.
  init?(_ cue: Cue) {
    switch cue {
    case .tap: self = .tap
    case .downbeat: self = .downbeat
    case .doubleTempo: self = .doubleTempo
    case .halveTempo: self = .halveTempo
    default: return nil
    }
  }
}
