import Foundation
import Music
import Recording
import Scenery
import Session
import Staging
import Synchronization

/// What a show looked like from its beginning to its end, for comparing shows.
public struct ShowPortrait: Sendable {
  /// One scene's time on stage.
  public struct Stay: Sendable, Equatable {
    public var scene: String
    public var startSeconds: Double
    public var endSeconds: Double

    public var seconds: Double { endSeconds - startSeconds }
  }

  public var title: String
  public var stays: [Stay]
  /// Mean of the palette's leading colour.
  public var leading: Colour
  /// A point each `windowSeconds`: what it looked like (`ClipDescriptor`), where in the show it was, how long the
  /// scene stayed.
  public var points: [[Float]]

  public static let windowSeconds = 4.0
  /// From a show's beginning to its end: a third of the distance of two unlike scenes.
  private static let placeWorth: Float = 0.5
  /// Each doubling of a scene's stay.
  private static let lengthWorth: Float = 0.25

  init(title: String, stays: [Stay], leading: Colour, looks: [ClipDescriptor]) {
    self.title = title
    self.stays = stays
    self.leading = leading
    points = looks.enumerated().map { count, look in
      let middle = (Double(count) + 0.5) * Self.windowSeconds
      let stay = stays.last { $0.startSeconds <= middle }
      let place = Float(count) / Float(max(1, looks.count - 1))
      let length = Float(log2(max(stay?.seconds ?? Self.windowSeconds, 1) / 8))
      return look.numbers + [Self.placeWorth * place, Self.lengthWorth * length]
    }
  }

  /// 0 for the same show; the energy distance of their points, so that order and lengths count with the pictures.
  public func distance(to other: ShowPortrait) -> Double {
    Diversity.energyDistance(points, other.points)
  }
}

/// Renders shows small and slow, and keeps what they looked like.
public final class PortraitStudio {
  static let size = PixelSize(width: 160, height: 90)
  static let framesPerSecond = 4
  private let configuration: Configuration
  /// Songs share their presets, compiled once; each take brings its own.
  private var songStage: Stage?

  public init(_ configuration: Configuration) { self.configuration = configuration }

  /// - Parameters:
  ///   - source: a take, a song, or “demo”.
  ///   - reseeding: 0 keeps the seed of the take or the song, others give the song another chance.
  ///   - revise: may put another show in the place of the one that was directed.
  public func portrait(
    of source: String, reseeding: UInt64 = 0,
    revise: @escaping (Snapshot, Repertoire) -> Snapshot = { snapshot, _ in snapshot }
  ) throws(PerformanceError) -> ShowPortrait {
    var configuration = configuration
    if reseeding > 0 { configuration.seed = try SoundSource.seed(of: source) &+ reseeding }
    let programme =
      try SoundSource.isTake(source)
      ? Programme(take: source, configuration) : Programme(song: source, configuration)
    let (title, repertoire) = (programme.title, programme.repertoire)
    let stage = try stage(for: programme)
    let keeper = LookKeeper(
      grid: Rendering.grid(configuration, framesPerSecond: Self.framesPerSecond), size: Self.size)
    let rendering = try Rendering(programme, stage: stage, size: Self.size, output: keeper, configuration)
    let tally = ShownTally()
    rendering.revise = { snapshot in
      let shown = revise(snapshot, repertoire)
      tally.add(shown)
      return shown
    }
    try rendering.run(isTold: false)
    let shown = tally.shown
    let stays = shown.stays.map { stay in
      ShowPortrait.Stay(
        scene: repertoire[stay.scene]?.name ?? "nothing", startSeconds: stay.startSeconds,
        endSeconds: stay.endSeconds)
    }
    return ShowPortrait(title: title, stays: stays, leading: shown.leading, looks: keeper.looks)
  }

  private func stage(for programme: borrowing Programme) throws(PerformanceError) -> Stage {
    if let images = programme.images {
      return try OfflinePerformance.openStage(Self.size, images: images.load)
    }
    if let songStage { return songStage }
    let stage = try OfflinePerformance.openStage(Self.size)
    songStage = stage
    return stage
  }
}

/// An output that keeps what pictures look like and no picture.
private final class LookKeeper: VideoOutput {
  let grid: FrameGrid
  private let size: PixelSize
  private let state = Mutex((window: [[UInt8]](), looks: [ClipDescriptor](), frames: Int64(0)))

  init(grid: FrameGrid, size: PixelSize) {
    self.grid = grid
    self.size = size
  }

  var looks: [ClipDescriptor] { state.withLock { $0.looks } }

  var tally: RecordingTally {
    var tally = RecordingTally()
    tally.frames = state.withLock { $0.frames }
    return tally
  }

  func add(frame: Int64, _ fill: (UnsafeMutableRawBufferPointer) -> Void) -> Bool {
    var picture = [UInt8](repeating: 0, count: 4 * size.width * size.height)
    picture.withUnsafeMutableBytes { fill($0) }
    let length = Int(ShowPortrait.windowSeconds) * grid.framesPerSecond
    state.withLock { state in
      state.window.append(picture)
      state.frames += 1
      guard state.window.count == length else { return }
      state.looks.append(ClipDescriptor(pictures: state.window, size: size))
      state.window.removeAll(keepingCapacity: true)
    }
    return true
  }

  func hear(_ samples: UnsafeBufferPointer<Float>, at first: SampleTime) -> Bool { true }
  func mark(_ title: String, at time: SampleTime) {}
  func faults() -> [RecordingFault] { [] }
  func end(atFrame frame: Int64?, tidily: Bool) {}
  func wait() throws(RecordingError) -> RecordingSummary {
    RecordingSummary(files: [], tally: tally, faults: [])
  }
}
