import Capture
import Conduits
import Foundation
import Music
import Scenery
import Session
import Synchronization

/// What gets every hop on its way: the take, the movie's sound. Called on the conductor's thread; must not wait.
protocol HopSink: AnyObject, Sendable {
  /// - Parameters:
  ///   - hop: 256 sample frames, stereo interleaved.
  ///   - events: what took effect at this hop, in order.
  func take(_ hop: UnsafeBufferPointer<Float>, at index: HopIndex, events: [SessionEvent], step: Step)
}

/// A line for the performer.
enum Note: Sendable {
  case decision(String)
  case sound(CaptureEvent)
  case trouble(String)
}

/// The conductor's thread: hop after hop from the capture line, through ear and director, to the stage.
final class ConductorThread: Sendable {
  let snapshots: Latest<Snapshot>
  let anchors: Latest<StreamAnchor>
  /// From the stage and the hands.
  let events = Mailbox<SessionEvent>(limit: 1024)
  /// To the stage: presets to get ready.
  let requests = Mailbox<PresetIndex>(limit: 256)
  /// To the performer: decisions and faults.
  let notes = Mailbox<Note>(limit: 256)
  /// Sinks that come and go with a recording.
  let sinkChanges = Mailbox<SinkChange>(limit: 16)

  enum SinkChange: Sendable {
    case add(any HopSink)
    case remove(any HopSink)
  }

  private let line: CaptureLine
  private let isPaused = Atomic<Bool>(false)
  private let isAsked = Atomic<Bool>(false)
  private let hasStopped = Atomic<Bool>(false)

  /// How long to wait for sound before looking whether the end was asked for.
  private static let patienceMilliseconds = 10

  init(line: CaptureLine, first: Snapshot) {
    self.line = line
    snapshots = Latest(first)
    anchors = Latest(StreamAnchor(frames: 0, nanoseconds: WallClock().now()))
  }

  /// - Parameters:
  ///   - opening: events that take effect at the first hop.
  ///   - sinks: what gets every hop from the first on.
  func start(
    repertoire: Repertoire, seed: UInt64, captions: CaptionList, opening: [SessionEvent], sinks: [any HopSink]
  ) {
    let thread = Thread { [self] in
      let conductor = Conductor(repertoire: repertoire, seed: seed, captions: captions)
      conduct(conductor, opening: opening, sinks: sinks)
      hasStopped.store(true, ordering: .releasing)
    }
    thread.name = "kinora-conductor"
    thread.qualityOfService = .userInteractive
    thread.stackSize = 4 << 20
    thread.start()
  }

  /// While paused, what comes in is not heard: the music stands still for ear and director.
  func setPaused(_ paused: Bool) { isPaused.store(paused, ordering: .releasing) }

  /// Ends the thread after the hops that wait, and returns when it has ended.
  func stop() {
    isAsked.store(true, ordering: .releasing)
    while !hasStopped.load(ordering: .acquiring) { Thread.sleep(forTimeInterval: 0.002) }
  }

  private func conduct(_ conductor: consuming Conductor, opening: [SessionEvent], sinks: [any HopSink]) {
    let hop = UnsafeMutableBufferPointer<Float>.allocate(capacity: Hop.length * 2)
    defer { hop.deallocate() }
    var reader = LineReader(line)
    var index = HopIndex(0)
    var sinks = sinks
    var waiting = opening
    while true {
      guard let stamp = reader.next(hop) else {
        if isAsked.load(ordering: .acquiring) { return }
        line.wait(atMostMilliseconds: Self.patienceMilliseconds)
        continue
      }
      if isPaused.load(ordering: .acquiring) { continue }
      anchors.publish(StreamAnchor(frames: index.start.frames, nanoseconds: stamp.nanoseconds))
      for change in sinkChanges.empty() { Self.apply(change, to: &sinks) }
      let events = waiting + captured() + self.events.empty()
      waiting = []
      let step = conductor.step(UnsafeBufferPointer(hop), events: events)
      snapshots.publish(step.snapshot)
      for request in step.requests { requests.post(request) }
      for decision in step.decisions { notes.post(.decision(decision.description)) }
      for sink in sinks { sink.take(UnsafeBufferPointer(hop), at: index, events: events, step: step) }
      index.value += 1
    }
  }

  /// What the capture side has to tell, as events of the session; the performer reads it too.
  private func captured() -> [SessionEvent] {
    line.events.empty().compactMap { event in
      notes.post(.sound(event))
      return SessionEvent(event)
    }
  }

  private static func apply(_ change: SinkChange, to sinks: inout [any HopSink]) {
    switch change {
    case .add(let sink): sinks.append(sink)
    case .remove(let sink): sinks.removeAll { $0 === sink }
    }
  }
}

extension SessionEvent {
  /// What the session log keeps of a capture event; nil for what is only worth a glance.
  init?(_ event: CaptureEvent) {
    switch event {
    case .gap(_, let frames, let reason): self = .gap(frames: frames, reason: GapReason(reason))
    case .lost(let reason): self = .fault("sound lost: \(reason)")
    case .found(let description): self = .fault("sound found again: \(description)")
    case .failed(let reason): self = .fault(reason)
    case .notice, .ended: return nil
    }
  }
}

extension GapReason {
  init(_ reason: CaptureEvent.GapReason) {
    switch reason {
    case .overrun, .dropped: self = .overrun
    case .lost: self = .unplugged
    case .backlog, .stall: self = .suspended
    case .unread: self = .recorderBehind
    }
  }
}
