import Directing
import Music
import Scenery

/// Who asked for a cue.
public enum CueOrigin: UInt8, Sendable, CaseIterable {
  case key, stage, auto, remote
}

/// Whatever can't be computed again from the sound: the session log is a list of these.
public enum SessionEvent: Sendable, Equatable {
  case header(SessionHeader)
  /// One second of sound reached the audio file.
  case audioSpan(AudioSpan)
  /// Sample frames that never arrived and were filled with silence.
  case gap(frames: Int64, reason: GapReason)
  case cue(Cue, from: CueOrigin)
  /// A preset came into the repertoire, or the one at this index changed.
  case presetAdded(PresetEntry)
  case presetRemoved(PresetIndex)
  /// What the show wants: from its brief and its show file.
  case intent(Intent)
  /// What is written over the pictures.
  case overlay(OverlayEntry)
  /// A chapter begins here.
  case mark(String)
  /// What went wrong and what was done about it, in one sentence.
  case fault(String)
  /// 64-bit digest of a picture, to compare a replay with.
  case frameCheck(index: Int64, hash: UInt64)
  /// 64-bit digest of the moment and score of a hop (`DecisionDigest`).
  case decisionCheck(hop: HopIndex, hash: UInt64)
  case end(SessionTotals)
  /// A record written by a later version: kept, not understood.
  case unknown(type: UInt16, payload: [UInt8])
}

/// An event, when it took effect, and its place in the order of all events.
public struct SessionRecord: Sendable, Equatable {
  public var sequence: UInt64
  /// Sample frames since the take began.
  public var time: SampleTime
  public var event: SessionEvent

  public init(sequence: UInt64, time: SampleTime, event: SessionEvent) {
    self.sequence = sequence
    self.time = time
    self.event = event
  }
}

/// What a performance starts from; with the sound and the events after it, all that a replay needs.
public struct SessionHeader: Sendable, Equatable {
  /// Version of the records' meaning.
  public static let schema: Int32 = 1

  public var appVersion: String
  /// Commit or digest of the build.
  public var build: String
  public var schema: Int32
  public var seed: UInt64
  /// Size at which the stage rendered.
  public var size: PixelSize
  /// The take's frame grid.
  public var framesPerSecond: Int32
  public var repertoire: [PresetEntry]
  /// When the take began, ISO 8601 in UTC; the only clock time in a take, told by the caller.
  public var startUTC: String
  /// What is played, or the name of the show.
  public var title: String
  /// The OpenGL renderer and version that drew, for comparing pictures.
  public var renderer: String

  public init(
    appVersion: String, build: String, schema: Int32 = SessionHeader.schema, seed: UInt64, size: PixelSize,
    framesPerSecond: Int32, repertoire: [PresetEntry] = [], startUTC: String, title: String,
    renderer: String = ""
  ) {
    self.appVersion = appVersion
    self.build = build
    self.schema = schema
    self.seed = seed
    self.size = size
    self.framesPerSecond = framesPerSecond
    self.repertoire = repertoire
    self.startUTC = startUTC
    self.title = title
    self.renderer = renderer
  }
}

/// A preset as a take names it.
public struct PresetEntry: Sendable, Equatable {
  public var index: PresetIndex
  public var kind: Preset.Kind
  public var name: String
  /// The preset's own digest: SHA-256 of everything that makes its picture, lower-case hex.
  public var digest: String
  /// SPDX identifier.
  public var licence: String
  /// The files it is made of.
  public var files: [PresetFile]

  public init(
    index: PresetIndex, kind: Preset.Kind, name: String, digest: String, licence: String = "NOASSERTION",
    files: [PresetFile] = []
  ) {
    self.index = index
    self.kind = kind
    self.name = name
    self.digest = digest
    self.licence = licence
    self.files = files
  }
}

/// One file of a preset: where it stood relative to the presets' folder, and SHA-256 of its bytes.
public struct PresetFile: Sendable, Equatable {
  public var path: String
  public var digest: String

  public init(path: String, digest: String) {
    self.path = path
    self.digest = digest
  }
}

/// A stretch of the audio file.
public struct AudioSpan: Sendable, Equatable {
  public var first: SampleTime
  public var frames: Int64
  /// SHA-256 of the sample frames as 24-bit little-endian integers, left before right; lower-case hex.
  public var sha256: String

  public init(first: SampleTime, frames: Int64, sha256: String) {
    self.first = first
    self.frames = frames
    self.sha256 = sha256
  }
}

/// Why sound is missing.
public enum GapReason: UInt8, Sendable, CaseIterable {
  case overrun, unplugged, suspended, recorderBehind, unknown
}

/// What a take came to.
public struct SessionTotals: Sendable, Equatable {
  public var sampleFrames: Int64
  public var records: UInt64
  public var faults: UInt32
  /// Events and sound that the recorder had to refuse; 0 in a complete take.
  public var refused: UInt32

  public init(sampleFrames: Int64, records: UInt64, faults: UInt32 = 0, refused: UInt32 = 0) {
    self.sampleFrames = sampleFrames
    self.records = records
    self.faults = faults
    self.refused = refused
  }
}

/// What is written over the pictures, as a take names it.
public struct OverlayEntry: Sendable, Equatable {
  /// Lines of the title apart by “|”; empty = none.
  public var title: String
  public var fontFamily: String
  public var lyricsOffsetMilliseconds: Int32
  /// Stream time at which credits begin by themselves; negative = when a hand asks.
  public var creditsSeconds: Double
  /// Credits, lyrics and logo.
  public var files: [OverlayFile]

  public init(
    title: String = "", fontFamily: String = "", lyricsOffsetMilliseconds: Int32 = 0,
    creditsSeconds: Double = -1, files: [OverlayFile] = []
  ) {
    self.title = title
    self.fontFamily = fontFamily
    self.lyricsOffsetMilliseconds = lyricsOffsetMilliseconds
    self.creditsSeconds = creditsSeconds
    self.files = files
  }
}

/// One file of what is written over the pictures.
public struct OverlayFile: Sendable, Equatable {
  public enum Role: UInt8, Sendable, CaseIterable { case credits, lyrics, logo }

  public var role: Role
  /// The name it had, and SHA-256 of its bytes.
  public var file: PresetFile

  public init(role: Role, file: PresetFile) {
    self.role = role
    self.file = file
  }
}
