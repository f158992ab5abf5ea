import Media
import Music
import Session

/// A film, encoded beside the show on a thread of its own.
public final class MovieOutput: VideoOutput {
  public let grid: FrameGrid
  public let path: String
  private let recorder: Recorder

  /// Begins a film.
  ///
  /// Live, the encoder is opened on the recorder's thread, so that nobody waits: a failure comes with
  /// `faults`.
  /// Offline, it is thrown here.
  ///
  /// - Parameters:
  ///   - path: ends in `.mp4` or `.mkv`, whatever container the format names.
  ///   - start: the take's time of the film's first frame.
  ///   - force: replaces a file of that name; otherwise one is an error.
  ///   - reserve: bytes that must stay free on the disk.
  public init(
    path: String, format: MovieFormat, details: MovieDetails = MovieDetails(), start: SampleTime = .zero,
    pace: Pace, force: Bool = false, reserve: Int64 = RecordingPlace.usualReserve
  ) throws(RecordingError) {
    var format = format
    do throws(EncodeError) {
      format.container = try MovieFormat.container(ofPath: path)
      try format.check()
    } catch {
      throw .encode(error)
    }
    try RecordingPlace.check(path, force: force, reserve: reserve)
    let pixels = format.width * format.height
    let settings = RecorderSettings(
      grid: FrameGrid(start: start, framesPerSecond: format.framesPerSecond), pace: pace,
      pictureLength: pixels * 4, hasSound: format.sound != .none, reserve: reserve,
      pictures: pixels > 1920 * 1080 ? 4 : 8)
    self.path = path
    grid = settings.grid
    let plan = format
    recorder = Recorder(settings) { part throws(EncodeError) in
      let name = part == 1 ? path : RecordingPlace.freeName(path)
      return MovieSink(
        try MovieWriter(path: name, format: plan, details: details, force: force && part == 1))
    }
    if pace == .offline, recorder.isOver { _ = try finish() }
  }

  /// For tests: writes to whatever `opening` opens.
  init(path: String, settings: RecorderSettings, opening: @escaping Recorder.Opening) {
    self.path = path
    grid = settings.grid
    recorder = Recorder(settings, opening: opening)
  }

  deinit { recorder.end(atFrame: nil, tidily: true) }

  public var tally: RecordingTally { recorder.state.withLock { $0.tally } }
  public func faults() -> [RecordingFault] { recorder.faults.empty() }

  @discardableResult
  public func add(frame: Int64, _ fill: (UnsafeMutableRawBufferPointer) -> Void) -> Bool {
    recorder.add(frame: frame, fill)
  }

  @discardableResult
  public func hear(_ samples: UnsafeBufferPointer<Float>, at first: SampleTime) -> Bool {
    recorder.hear(samples, at: first)
  }

  public func mark(_ title: String, at time: SampleTime) { recorder.mark(title, at: time) }
  public func end(atFrame frame: Int64?, tidily: Bool) { recorder.end(atFrame: frame, tidily: tidily) }
  public func wait() throws(RecordingError) -> RecordingSummary { try recorder.wait() }
}

/// A folder of numbered PNG pictures, with the sound as `sound.flac`.
public final class FrameSequenceOutput: VideoOutput {
  public let grid: FrameGrid
  private let recorder: Recorder

  /// - Parameters:
  ///   - path: a folder, made if need be, or `FOLDER/%06d.png`.
  ///   - width, height: of every picture, in pixels.
  ///   - force: replaces files; otherwise a folder with a first picture in it is an error.
  public init(
    path: String, width: Int, height: Int, framesPerSecond: Int, withSound: Bool = true,
    start: SampleTime = .zero, pace: Pace, force: Bool = false, reserve: Int64 = RecordingPlace.usualReserve
  ) throws(RecordingError) {
    let pattern = FramePattern(path)
    try RecordingPlace.makeFolder(pattern.folder)
    try RecordingPlace.check(pattern.path(ofFrame: 0), force: force, reserve: reserve)
    grid = FrameGrid(start: start, framesPerSecond: framesPerSecond)
    let settings = RecorderSettings(
      grid: grid, pace: pace, pictureLength: width * height * 4, hasSound: withSound, reserve: reserve)
    recorder = Recorder(settings) { part throws(EncodeError) in
      guard part == 1 else { throw .cannotWrite(path: pattern.folder, reason: "its pictures failed before") }
      return try SequenceSink(
        pattern: pattern, width: width, height: height, withSound: withSound, force: force)
    }
    if pace == .offline, recorder.isOver { _ = try finish() }
  }

  deinit { recorder.end(atFrame: nil, tidily: true) }

  public var tally: RecordingTally { recorder.state.withLock { $0.tally } }
  public func faults() -> [RecordingFault] { recorder.faults.empty() }

  @discardableResult
  public func add(frame: Int64, _ fill: (UnsafeMutableRawBufferPointer) -> Void) -> Bool {
    recorder.add(frame: frame, fill)
  }

  @discardableResult
  public func hear(_ samples: UnsafeBufferPointer<Float>, at first: SampleTime) -> Bool {
    recorder.hear(samples, at: first)
  }

  public func mark(_ title: String, at time: SampleTime) {}
  public func end(atFrame frame: Int64?, tidily: Bool) { recorder.end(atFrame: frame, tidily: tidily) }
  public func wait() throws(RecordingError) -> RecordingSummary { try recorder.wait() }
}
