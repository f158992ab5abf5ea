import Foundation
import Media
import Music
import Recording
import Scenery
import Session
import Staging

/// Performances without a window, as fast as the machine can: every frame of the grid, each drawn for its time.
public enum OfflinePerformance {
  /// The seed of what is drawn for looking at: stills, samples.
  static let usualSeed: UInt64 = 1

  /// Renders a song, the demo song or a take into a film or a folder of pictures.
  public static func render(
    _ source: String, to output: String, _ configuration: Configuration
  ) throws(PerformanceError) {
    Interruption.listen()
    if SoundSource.isTake(source), configuration.remembers {
      throw .badOption("A take keeps what was wanted when it was made; --memory is for songs.")
    }
    let programme =
      try SoundSource.isTake(source)
      ? Programme(take: source, configuration) : Programme(song: source, configuration)
    let size = configuration.size.map { PixelSize(width: $0.width, height: $0.height) } ?? programme.usualSize
    let fps = configuration.fps ?? programme.usualFramesPerSecond
    let stage = try openStage(size, images: programme.images.map { $0.load } ?? Pictures.load)
    let grid = Rendering.grid(configuration, framesPerSecond: fps)
    let header = programme.header(size: size, framesPerSecond: fps, renderer: stage.rendererName)
    let film = try Rendering.openOutput(
      output, size: size, grid: grid, header: header, force: configuration.force)
    let rendering = try Rendering(programme, stage: stage, size: size, output: film, configuration)
    try rendering.run()
    try rendering.tell(output)
  }

  static func openStage(
    _ size: PixelSize, images: @escaping ImageLoading = Pictures.load
  ) throws(PerformanceError) -> Stage {
    do {
      let window = try Window(WindowSettings(title: "Kinora", size: size, isHeadless: true))
      let stage = try Stage(window: window, size: size, images: images)
      stage.fixedOutput = size
      return stage
    } catch {
      throw .other(error)
    }
  }
}

/// One rendering: the conductor at the head, the stage behind it, an output at the end.
final class Rendering {
  private var programme: Programme
  private let stage: Stage
  private let size: PixelSize
  private let grid: FrameGrid
  private let configuration: Configuration
  private let output: any VideoOutput
  private let header: SessionHeader
  private var summary: RecordingSummary?
  private var frames: Int64 = 0
  private var hashes: TextOutput?
  /// Sees what is drawn, and may change it.
  var revise: (Snapshot) -> Snapshot = { $0 }
  private var conductor: Conductor
  private var wardrobe: Wardrobe
  private let letters: OverlayDesk
  private let clips: ClipTheatre
  private let inventing: OfflineInventing?
  /// What a take gets instead of its own finish.
  private var refinishing: Refinishing?
  private var hop = HopIndex(0)
  private var snapshot = Snapshot(moment: Moment(hop: HopIndex(0)), score: Score(onStage: .nobody))
  private var waiting: [SessionEvent] = []
  private var isOver = false
  /// Hops whose decisions differ from those of the take.
  private var differing = 0
  private let sound = UnsafeMutableBufferPointer<Float>.allocate(capacity: Hop.length * 2)

  init(
    _ programme: consuming Programme, stage: Stage, size: PixelSize, output: any VideoOutput,
    _ configuration: Configuration
  ) throws(PerformanceError) {
    self.stage = stage
    self.size = size
    self.configuration = configuration
    self.output = output
    grid = output.grid
    header = programme.header(
      size: size, framesPerSecond: output.grid.framesPerSecond, renderer: stage.rendererName)
    if let path = configuration.hashes {
      hashes = try TextOutput(path: path, force: configuration.force)
    }
    letters = try OverlayDesk(programme.overlay)
    clips = ClipTheatre(isLive: false, covering: size)
    stage.clips = clips
    conductor = Conductor(
      repertoire: programme.repertoire, seed: programme.seed, captions: letters.overlays.captions)
    wardrobe = Wardrobe(programme.repertoire, library: programme.library)
    inventing = OfflineInventing(programme.invention)
    refinishing = programme.isTake ? try Refinishing(configuration, seed: programme.seed) : nil
    self.programme = programme
  }

  deinit { sound.deallocate() }

  /// - Parameter isTold: shows how far it is.
  func run(isTold: Bool = true) throws(PerformanceError) {
    var progress = Progress(of: length)
    prepare()
    try refinishing?.prepare(on: stage)
    var frame: Int64 = 0
    while !Interruption.isAsked, !isOver {
      let due = grid.time(ofFrame: frame)
      if let limit = configuration.durationSeconds, Double(due - grid.start) >= limit * Double(Hop.sampleRate)
      {
        break
      }
      // What was heard up to the frame's own time, and no further.
      while !isOver, hop.end <= due || hop.value == 0 { try hearHop() }
      guard !isOver || due < hop.start else { break }
      try draw(frame, at: due)
      frame += 1
      if isTold { progress.show(frame: frame, size: size) }
    }
    try hearRest(upTo: grid.time(ofFrame: frame))
    try finish(atFrame: frame, &progress)
  }

  static func grid(_ configuration: Configuration, framesPerSecond: Int) -> FrameGrid {
    let first = FrameGrid(framesPerSecond: framesPerSecond)
    let start = first.frame(at: SampleTime(seconds: configuration.fromSeconds))
    return FrameGrid(start: first.time(ofFrame: start), framesPerSecond: framesPerSecond)
  }

  /// Seconds to be rendered; nil when unknown.
  private var length: (seconds: Double?, framesPerSecond: Int) {
    let rest = programme.durationSeconds.map { $0 - grid.start.seconds }
    let seconds = [rest, configuration.durationSeconds].compactMap { $0 }.min()
    return (seconds, grid.framesPerSecond)
  }

  private func prepare() {
    for note in letters.notes() { Terminal.write("\(note)\n") }
    waiting += programme.opening
  }

  /// The music waits for what the director asked for, so that nothing depends on how fast the machine is. A take tells by
  /// itself what was ready when.
  private func dress(_ requests: [PresetIndex]) {
    wardrobe.request(requests, on: stage)
    while true {
      let news = wardrobe.advance(on: stage)
      if news.isEmpty { break }
      for case .event(let event, let error) in news {
        if let error { Terminal.write("\(error)\n") }
        if !programme.isTake { waiting.append(event) }
      }
    }
    let released = wardrobe.release(on: stage, snapshot.score)
    if !programme.isTake { waiting += released }
  }

  private func hearHop() throws(PerformanceError) {
    guard try programme.next(sound) else {
      isOver = true
      return
    }
    let logged = try programme.events(in: hop)
    for record in logged { try follow(record) }
    let step = conductor.step(UnsafeBufferPointer(sound), events: waiting + logged)
    waiting = []
    snapshot = step.snapshot
    refinishing?.finish(&snapshot)
    if let expected = programme.decisionHash(of: hop), expected != step.decisionHash { differing += 1 }
    dress(step.requests)
    if let inventing { waiting += inventing.advance(snapshot, &wardrobe, on: stage) }
    if hop.end > grid.start { hearInFilm() }
    hop.value += 1
  }

  private func hearInFilm() { output.hear(UnsafeBufferPointer(sound), at: hop.start) }

  /// A preset that was edited during the take changes here too.
  private func follow(_ event: SessionEvent) throws(PerformanceError) {
    guard case .presetAdded(let entry) = event else { return }
    let preset = try programme.preset(entry)
    do throws(PresetError) {
      _ = try wardrobe.replace(with: preset, on: stage)
    } catch {
      Terminal.write("\(error)\n")
    }
  }

  private func draw(_ frame: Int64, at due: SampleTime) throws(PerformanceError) {
    var plan = revise(snapshot).plan(atSeconds: due.seconds)
    letters.write(into: &plan, snapshot, on: stage)
    if programme.isTake { wardrobe.supply(plan, on: stage) }
    stage.draw(plan)
    output.add(frame: frame) { stage.readPixels(into: $0) }
    for note in letters.notes() + clips.notes() { Terminal.write("\(clockText(due.seconds)): \(note)\n") }
    for fault in stage.faults() { Terminal.write("\(clockText(due.seconds)): \(fault)\n") }
    for fault in output.faults() where fault.endsRecording {
      throw .cannotWrite(path: "the film", reason: fault.sentence)
    }
    if hashes != nil {
      let hash = String(stage.pictureHash(), radix: 16)
      try hashes?.write(String(repeating: "0", count: 16 - hash.count) + hash + "\n")
    }
  }

  /// Sound up to the end of the last frame, so that both end together.
  private func hearRest(upTo end: SampleTime) throws(PerformanceError) {
    while !isOver, hop.start < end { try hearHop() }
  }

  private func finish(atFrame frame: Int64, _ progress: inout Progress) throws(PerformanceError) {
    frames = frame
    try hashes?.close()
    do throws(RecordingError) { summary = try output.finish(atFrame: frame) } catch {
      throw .recording(error)
    }
    progress.close()
    if let complaint = programme.complaint { Terminal.write("\(complaint)\n") }
    if differing > 0 {
      Terminal.write("\(differing) decisions differ from the take’s: it was made by another build.\n")
    }
  }

  /// Writes down where the film came from, and says what it came to.
  func tell(_ path: String) throws(PerformanceError) {
    do throws(RecordingError) {
      if let summary, !summary.files.isEmpty {
        let provenance = Provenance(
          of: summary, header: header,
          presets: programme.entries + (inventing?.entries ?? []) + (refinishing?.entries ?? []),
          songTitle: header.title,
          take: programme.takeFolder)
        try provenance.write(to: Provenance.path(besides: path))
      }
    } catch {
      throw .recording(error)
    }
    let seconds = Double(frames) / Double(grid.framesPerSecond)
    Terminal.write(
      "Rendered \(path): \(frames) pictures, \(clockText(seconds)) at \(size.width)×\(size.height); at most "
        + "\(ProcessAge.peakMebibytes) MiB of memory\n")
  }

  static func openOutput(
    _ path: String, size: PixelSize, grid: FrameGrid, header: SessionHeader, force: Bool
  ) throws(PerformanceError) -> any VideoOutput {
    do throws(RecordingError) {
      let ending = (path as NSString).pathExtension.lowercased()
      if ending.isEmpty || ending == "png" {
        return try FrameSequenceOutput(
          path: path, width: size.width, height: size.height, framesPerSecond: grid.framesPerSecond,
          start: grid.start, pace: .offline, force: force)
      }
      let format = MovieFormat(
        width: size.width, height: size.height, framesPerSecond: grid.framesPerSecond, effort: .offline)
      let details = MovieDetails(
        title: header.title, comment: "Kinora \(header.appVersion), seed \(header.seed)")
      return try MovieOutput(
        path: path, format: format, details: details, start: grid.start, pace: .offline, force: force)
    } catch {
      throw .recording(error)
    }
  }
}
