import Foundation

/// What a film is made of.
public struct MovieFormat: Sendable, Equatable {
  public enum Container: Sendable, Equatable { case mp4, matroska }

  /// How hard the encoder works. A live recording may cost little; an offline one may take its time.
  public enum Effort: Sendable, Equatable {
    case live(LivePreset)
    case offline
  }

  public enum Sound: Sendable, Equatable {
    case none
    /// AAC at 256 kbit/s.
    case aac
    /// Lossless, 24 bit; Matroska only.
    case flac
  }

  /// Pixels of the pictures handed over; odd sides lose their last row or column.
  public var width: Int
  public var height: Int
  public var framesPerSecond: Int
  public var container: Container
  public var effort: Effort
  public var sound: Sound
  /// Names of encoders, best first; the first that works is taken.
  public var encoders: [String]
  /// Threads of a software encoder; 0 leaves half of the processors to a live show, none to an offline one.
  public var threads = 0

  /// NVIDIA's and the open drivers' hardware, then software, then what every FFmpeg has.
  public static let usualEncoders = ["h264_nvenc", "h264_vaapi", "libx264", "mpeg4"]

  public init(
    width: Int, height: Int, framesPerSecond: Int, container: Container = .mp4,
    effort: Effort = .live(.superfast), sound: Sound = .aac, encoders: [String] = usualEncoders
  ) {
    self.width = width
    self.height = height
    self.framesPerSecond = framesPerSecond
    self.container = container
    self.effort = effort
    self.sound = sound
    self.encoders = encoders
  }

  /// The container that a file name asks for.
  public static func container(ofPath path: String) throws(EncodeError) -> Container {
    switch (path as NSString).pathExtension.lowercased() {
    case "mp4", "m4v": .mp4
    case "mkv": .matroska
    default: throw .unknownContainer(path: path)
    }
  }

  /// Size of the film: even, as 4:2:0 needs.
  public var filmWidth: Int { width & ~1 }
  public var filmHeight: Int { height & ~1 }

  /// Refuses sizes and rates that no film can have.
  public func check() throws(EncodeError) {
    guard (16...16_384).contains(filmWidth), (16...16_384).contains(filmHeight), width <= 16_384,
      height <= 16_384
    else { throw .unfitSize(width: width, height: height) }
    guard (1...240).contains(framesPerSecond) else { throw .unfitFrameRate(framesPerSecond) }
  }
}

/// x264's speeds that a live show can afford, cheapest first.
public enum LivePreset: String, Sendable, CaseIterable {
  case ultrafast, superfast, veryfast
}

/// What a film says of itself.
public struct MovieDetails: Sendable, Equatable {
  public var title: String
  public var artist: String
  /// ISO 8601, as given.
  public var date: String
  /// Application, version and session.
  public var comment: String

  public init(title: String = "", artist: String = "", date: String = "", comment: String = "") {
    self.title = title
    self.artist = artist
    self.date = date
    self.comment = comment
  }

  var tags: [(String, String)] {
    [("title", title), ("artist", artist), ("date", date), ("comment", comment)].filter { !$0.1.isEmpty }
  }
}

/// Where a chapter of a film begins.
public struct Chapter: Sendable, Equatable {
  /// Sample frames at 48 kHz from the film's start.
  public var sampleFrames: Int64
  public var title: String

  public init(sampleFrames: Int64, title: String) {
    self.sampleFrames = sampleFrames
    self.title = title
  }
}

/// What a finished film holds.
public struct MovieTotals: Sendable, Equatable {
  public var path: String
  public var frames: Int64
  public var sampleFrames: Int64
  public var encoder: String
  /// Whether the film has its index at the front and needs no repair.
  public var isTidy: Bool
  /// Sentences for the performer: fallbacks, rounded sizes, what could not be tidied.
  public var notices: [String]

  public init(
    path: String, frames: Int64, sampleFrames: Int64, encoder: String, isTidy: Bool, notices: [String] = []
  ) {
    self.path = path
    self.frames = frames
    self.sampleFrames = sampleFrames
    self.encoder = encoder
    self.isTidy = isTidy
    self.notices = notices
  }
}
