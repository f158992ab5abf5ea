import Scenery

/// What a user asks of a performance; nil where the user left it to Kinora.
public struct Configuration: Sendable {
  /// Where a live performance writes its take.
  public enum Take: Sendable, Equatable {
    case none
    /// `NAME.kinora` beside the recording, or by date under `~/Kinora/Takes`.
    case byDate
    case folder(String)
  }

  public var input: String?
  public var show: String?
  /// What the show is to be about, in plain English.
  public var brief: String?
  /// Brings on scenes that are invented while the music plays; nil leaves it to the show file.
  public var invent: Bool?
  public var presets: String?
  public var size: PictureSize?
  public var fps: Int?
  public var seed: UInt64?
  /// Inputs in a hand from the first hop on.
  public var held: [HeldInput] = []
  /// Whether past performances make what they showed less likely.
  public var remembers = false
  public var fullscreen = false
  public var display = 0
  public var record: String?
  public var take = Take.byDate
  public var force = false
  public var grade: GradeChoice?
  /// Name or file of a look; “off” for none.
  public var look: String?
  /// Filters on top, in order; none if empty, and nil for the show's or the brief's.
  public var filters: [FilterChoice]?
  public var fromSeconds = 0.0
  public var durationSeconds: Double?
  public var hashes: String?
  public var overlay = OverlayWish()
  /// Folders of films and stills that are scenes too.
  public var clips: [String] = []
  /// A camera's device, such as /dev/video0.
  public var camera: String?
  /// Shows clips and no other scenes.
  public var onlyClips = false

  public init() {}

  /// Whether grade, look or filters were asked for.
  var finishes: Bool { grade != nil || look != nil || filters != nil }

  /// What is used where nothing was asked.
  static let defaultSize = PixelSize(width: 1280, height: 720)
  static let defaultFramesPerSecond = 30

  var framesPerSecond: Int { fps ?? Self.defaultFramesPerSecond }
  var pixelSize: PixelSize {
    size.map { PixelSize(width: $0.width, height: $0.height) } ?? Self.defaultSize
  }
}

/// A size as the command line gives it, in pixels.
public struct PictureSize: Sendable, Equatable {
  public var width: Int
  public var height: Int

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// The program's version, written into takes and recordings.
public enum Version {
  public static let text = "0.1.0"
}

/// What a user wants written over the pictures.
public struct OverlayWish: Sendable, Equatable {
  /// Lines apart by “|”.
  public var title: String?
  public var credits: String?
  public var lyrics: String?
  /// Added to the lyrics' times.
  public var lyricsOffsetMilliseconds: Int?
  public var logo: String?
  public var font: String?

  public init() {}

  /// Whether there is anything to show.
  var isEmpty: Bool { title == nil && credits == nil && lyrics == nil && logo == nil }
}
