import Media
import Music

/// The playing thread's work: wishes, source → speaker → line, each hop in its time.
struct DeckPlayer: ~Copyable {
  private let deck: Deck
  private var writer: LineWriter
  /// Song position of the next hop, in sample frames.
  private var song: Int64
  private var isOver = false
  /// Hops at the speaker that are not yet heard, in a circle.
  private var waiting: UnsafeMutableBufferPointer<Float>
  private var marks: [Mark]
  private var first = 0
  private var count = 0
  private var clock: DelayLockedLoop

  private struct Mark {
    var begin: Int64 = 0
    var song: Int64 = 0
    var isSilence = false
  }

  private static let hopNanoseconds = Int64((Hop.seconds * 1e9).rounded())
  /// Hops a speaker may hold: 0.34 s.
  private static let mostWaiting = 64
  /// Nanoseconds this thread may be late before the missed time becomes silence.
  private static let latest: Int64 = 100_000_000

  init(deck: Deck, line: CaptureLine, song: Int64) {
    self.deck = deck
    self.song = song
    writer = LineWriter(line)
    waiting = .allocate(capacity: Self.mostWaiting * Hop.length * 2)
    waiting.initialize(repeating: 0)
    marks = Array(repeating: Mark(), count: Self.mostWaiting)
    clock = DelayLockedLoop(
      sampleRate: Double(Hop.sampleRate), endNanoseconds: MonotonicClock.nanoseconds())
  }

  deinit { waiting.deallocate() }

  /// Plays one hop; returns when it is time for the next.
  mutating func step(_ playing: inout Deck.Playing) {
    let isPaused = obey(&playing.source)
    let slot = (first + count) % Self.mostWaiting
    let hop = UnsafeMutableBufferPointer(
      rebasing: waiting[slot * Hop.length * 2..<(slot + 1) * Hop.length * 2])
    let sounds = !isPaused && !isOver && read(&playing.source, into: hop)
    if !sounds { hop.update(repeating: 0) }
    marks[slot] = Mark(begin: 0, song: song, isSilence: !sounds)
    if sounds { song += Int64(Hop.length) }
    count += 1
    if let speaker = playing.speaker {
      if !send(hop, slot, to: speaker) { playing.speaker = nil }
    } else {
      pace(slot)
    }
    hearWhatIsDue()
  }

  /// Does what the performer asked since the last hop; true while paused.
  private mutating func obey(_ source: inout any HopSource) -> Bool {
    let (isPaused, sought, loop) = deck.wishes.withLock { wishes in
      defer { wishes.seekSeconds = nil }
      return (wishes.isPaused, wishes.seekSeconds, wishes.loop)
    }
    if let sought { go(to: sought, source: &source) }
    if let loop, !isPaused, isOver || SampleTime(song).seconds >= loop.end {
      go(to: loop.begin, source: &source)
    }
    return isPaused
  }

  private mutating func go(to seconds: Double, source: inout any HopSource) {
    do {
      try source.seek(toSeconds: seconds)
      song = SampleTime(seconds: seconds).frames
      isOver = false
    } catch {
      writer.tell(.notice("\(error)"))
    }
  }

  private mutating func read(
    _ source: inout any HopSource, into hop: UnsafeMutableBufferPointer<Float>
  ) -> Bool {
    do {
      if try source.next(hop) {
        SampleGrid.settle(hop)
        return true
      }
      if let complaint = source.complaint { writer.tell(.notice(complaint)) }
      writer.tell(.ended)
    } catch {
      writer.tell(.failed(reason: "\(error)"))
    }
    isOver = true
    return false
  }

  /// Without a speaker the clock alone says when a hop is heard.
  private mutating func pace(_ slot: Int) {
    var begin = clock.endNanoseconds
    let now = MonotonicClock.nanoseconds()
    if now - begin > Self.latest { begin = now }
    clock = DelayLockedLoop(
      sampleRate: Double(Hop.sampleRate), endNanoseconds: begin + Self.hopNanoseconds)
    marks[slot].begin = begin
    MonotonicClock.sleep(until: begin + Self.hopNanoseconds)
  }

  /// Hands a hop to the speaker, which keeps the pace; false when the speaker is lost.
  private mutating func send(
    _ hop: UnsafeMutableBufferPointer<Float>, _ slot: Int, to speaker: ALSAPlayback
  ) -> Bool {
    do throws(CaptureError) {
      let ahead = try speaker.write(UnsafeBufferPointer(hop))
      let end =
        MonotonicClock.nanoseconds() + Int64(Double(ahead) * LineWriter.nanosecondsPerFrame)
      if abs(clock.lateness(of: Hop.length, at: end)) > Double(Self.latest) {
        clock = DelayLockedLoop(
          sampleRate: Double(Hop.sampleRate), endNanoseconds: end - Self.hopNanoseconds)
      }
      marks[slot].begin = clock.take(frames: Hop.length, at: end)
      return true
    } catch {
      writer.tell(.notice("The loudspeaker is lost; the song goes on without sound. \(error.description)"))
      pace(slot)
      return false
    }
  }

  /// Moves to the line what has left the speaker by now.
  private mutating func hearWhatIsDue() {
    let now = MonotonicClock.nanoseconds()
    while count > 0 {
      let mark = marks[first]
      let isFull = count == Self.mostWaiting
      guard isFull || mark.begin + Self.hopNanoseconds <= now + Self.hopNanoseconds / 2 else { return }
      if writer.framesAhead(of: mark.begin) > SampleTime(seconds: 0.05).frames {
        writer.fill(until: mark.begin, reason: .stall)
      }
      let range = first * Hop.length * 2..<(first + 1) * Hop.length * 2
      if mark.isSilence {
        writer.closeGap()
        writer.deliverSilence(frames: Int64(Hop.length), at: mark.begin)
      } else {
        writer.deliver(UnsafeBufferPointer(rebasing: waiting[range]), at: mark.begin)
      }
      deck.heard.store(mark.song, ordering: .relaxed)
      first = (first + 1) % Self.mostWaiting
      count -= 1
    }
  }
}
