import Dispatch
import Foundation
import Media
import Music
import Synchronization

/// Plays a source in real time into the line, and aloud if a speaker is given: the demo song, rehearsal.
///
/// The line goes on for ever: a pause, and what comes after the end, is silence on it. Blocks reach the line
/// when they are heard, not when they are sent to the speaker.
public final class PacedInput: AudioInput {
  public let title: String
  public let durationSeconds: Double?

  private let deck: Deck
  private var hasEnded: DispatchSemaphore?

  public init(source: sending any HopSource, speaker: sending ALSAPlayback? = nil) {
    title = source.title
    durationSeconds = source.durationSeconds
    deck = Deck(source: source, speaker: speaker)
  }

  deinit { stop() }

  public func start(into line: CaptureLine) throws(CaptureError) {
    stop()
    let ended = DispatchSemaphore(value: 0)
    hasEnded = ended
    deck.isStopped.store(false, ordering: .releasing)
    let thread = Thread { [deck] in
      deck.run(into: line)
      ended.signal()
    }
    thread.name = "kinora-deck"
    thread.start()
  }

  public func stop() {
    deck.isStopped.store(true, ordering: .releasing)
    _ = hasEnded?.wait(timeout: .now() + 2)
    hasEnded = nil
  }

  public func pause() { deck.wish { $0.isPaused = true } }
  public func resume() { deck.wish { $0.isPaused = false } }

  /// Goes to a time of the song, at the next hop.
  public func seek(toSeconds seconds: Double) { deck.wish { $0.seekSeconds = max(0, seconds) } }

  /// Plays this part over and over; nil plays on.
  public func loop(from begin: Double, to end: Double) {
    deck.wish { $0.loop = end > begin ? (max(0, begin), end) : nil }
  }
  public func unloop() { deck.wish { $0.loop = nil } }

  public var isPaused: Bool { deck.wishes.withLock { $0.isPaused } }

  /// The time of the song that is heard now, seconds.
  public var positionSeconds: Double {
    Double(deck.heard.load(ordering: .relaxed)) / Double(Hop.sampleRate)
  }
}

/// What the performer's thread and the playing thread share.
final class Deck: Sendable {
  struct Wishes: Sendable {
    var isPaused = false
    var seekSeconds: Double?
    var loop: (begin: Double, end: Double)?
  }

  let wishes = Mutex(Wishes())
  let isStopped = Atomic<Bool>(false)
  /// Sample frame of the song that is heard.
  let heard = Atomic<Int64>(0)
  private let playing: Mutex<Playing>

  struct Playing {
    var source: any HopSource
    var speaker: ALSAPlayback?
  }

  init(source: sending any HopSource, speaker: sending ALSAPlayback?) {
    playing = Mutex(Playing(source: source, speaker: speaker))
  }

  func wish(_ change: (inout Wishes) -> Void) { wishes.withLock { change(&$0) } }

  /// The playing thread; holds the source as long as it runs.
  func run(into line: CaptureLine) {
    playing.withLock { playing in
      ThreadSignals.blockBrokenPipe()
      _ = ThreadPriority.raise()
      var player = DeckPlayer(deck: self, line: line, song: heard.load(ordering: .relaxed))
      while !isStopped.load(ordering: .acquiring) { player.step(&playing) }
    }
  }
}
