import Capture
import Foundation
import Music
import Recording
import Scenery
import Session

/// What is rendered: a song with a show, or a take with everything that happened in it.
struct Programme: ~Copyable {
  let title: String
  let repertoire: Repertoire
  let library: [String: String]
  let seed: UInt64
  let entries: [PresetEntry]
  /// What a song's show begins with, and what a hand holds from the first hop on; the rest a take tells by itself.
  let opening: [SessionEvent]
  let durationSeconds: Double?
  let usualSize: PixelSize
  let usualFramesPerSecond: Int
  let takeFolder: String?
  /// nil for a take, which tells by itself what was invented.
  let invention: InventionSetting?
  /// The images of a take's presets; nil for a song's, which lie beside their presets.
  let images: KeptImages?
  let overlay: OverlaySource
  private var sound: Sound
  private let take: TakeReader?
  private let checks: [Int64: UInt64]
  private let force: Bool

  private enum Sound {
    case source(any HopSource)
    case take(TakeAudio)
  }

  var isTake: Bool { take != nil }

  /// A song, or the demo song, with the show that the configuration names.
  init(song: String, _ configuration: Configuration) throws(PerformanceError) {
    if configuration.camera != nil {
      throw .badOption("A camera shows what is now: use it with “kinora perform” or “kinora rehearse”.")
    }
    var ensemble = try Ensemble(
      configuration, usualSeed: try SoundSource.seed(of: song), isOnStage: false)
    if configuration.remembers { for line in ensemble.freshen() { Terminal.write("\(line)\n") } }
    for error in ensemble.catalogue.errors { Terminal.write("\(error)\n") }
    for complaint in ensemble.complaints { Terminal.write("\(complaint)\n") }
    let source = try SoundSource.open(song)
    let overlay = try OverlaySource(ensemble.overlay, songSeconds: source.durationSeconds)
    title = source.title
    durationSeconds = source.durationSeconds
    repertoire = ensemble.repertoire
    library = Catalogue.library(in: ensemble.catalogue.folder)
    seed = ensemble.seed
    entries = ensemble.takePresets.map(\.entry)
    opening = ensemble.opening(songSeconds: source.durationSeconds)
    invention = ensemble.invention
    usualSize = Configuration.defaultSize
    usualFramesPerSecond = Configuration.defaultFramesPerSecond
    sound = .source(source)
    take = nil
    takeFolder = nil
    images = nil
    checks = [:]
    force = configuration.force
    self.overlay = overlay
  }

  /// A take: its own presets, seed, events and sound.
  init(take folder: String, _ configuration: Configuration) throws(PerformanceError) {
    let reader: TakeReader
    let audio: TakeAudio
    do throws(RecordingError) {
      reader = try TakeReader(folder: folder)
      audio = try reader.audio()
    } catch {
      throw .recording(error)
    }
    let kept = try KeptPresets(reader, configuration)
    let overlay = try OverlaySource(
      configuration.overlay, over: reader, force: configuration.force, songSeconds: audio.durationSeconds)
    repertoire = kept.repertoire
    library = kept.library
    title = reader.header.title
    durationSeconds = audio.durationSeconds
    seed = reader.header.seed
    entries = reader.header.repertoire
    opening = configuration.held.map(\.event)
    images = kept.images
    invention = nil
    usualSize = reader.header.size
    usualFramesPerSecond = Int(reader.header.framesPerSecond)
    sound = .take(audio)
    take = reader
    takeFolder = folder
    force = configuration.force
    checks = Dictionary(
      reader.records.compactMap { record in
        if case .decisionCheck(let hop, let hash) = record.event { (hop.value, hash) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
    self.overlay = overlay
    for damage in reader.damage { Terminal.write("\(folder): \(damage)\n") }
  }

  /// The next hop; false at the end.
  mutating func next(_ hop: UnsafeMutableBufferPointer<Float>) throws(PerformanceError) -> Bool {
    switch sound {
    case .source(var source):
      do {
        let isThere = try source.next(hop)
        sound = .source(source)
        return isThere
      } catch {
        throw .other(error)
      }
    case .take(var audio):
      let isThere = audio.next(hop)
      sound = .take(audio)
      return isThere
    }
  }

  /// What happened in a hop of the take.
  func events(in hop: HopIndex) throws(PerformanceError) -> [SessionEvent] {
    take.map { $0.events(in: hop).map(\.event) } ?? []
  }

  /// The digest of what was decided in a hop, where the take kept one.
  func decisionHash(of hop: HopIndex) -> UInt64? { checks[hop.value] }

  /// A preset that came in during the take.
  func preset(_ entry: PresetEntry) throws(PerformanceError) -> Preset {
    guard let take, let images else { preconditionFailure("only takes tell of presets") }
    return try KeptPresets.preset(entry, from: take, images, force: force)
  }

  /// What the performer should know at the end, such as a song that was cut off.
  var complaint: String? {
    if case .source(let source) = sound { source.complaint } else { nil }
  }

  func header(size: PixelSize, framesPerSecond: Int, renderer: String) -> SessionHeader {
    SessionHeader(
      appVersion: Version.text, build: "", seed: seed, size: size, framesPerSecond: Int32(framesPerSecond),
      repertoire: entries, startUTC: take?.header.startUTC ?? "", title: title, renderer: renderer)
  }
}

/// The presets of a take, from the exact bytes it kept.
public struct KeptPresets {
  public let repertoire: Repertoire
  let library: [String: String]
  let images = KeptImages()

  public init(_ take: TakeReader, _ configuration: Configuration = Configuration()) throws(PerformanceError) {
    let force = configuration.force
    var repertoire = Repertoire()
    var library: [String: String] = [:]
    let admission = Admission()
    for entry in take.header.repertoire.sorted(by: { $0.index < $1.index }) {
      let texts = try Self.texts(of: entry, from: take, images, force: force)
      library.merge(texts.library) { first, _ in first }
      var preset = try Self.parse(entry, texts, admission)
      try KeptClips.find(&preset, configuration)
      let index = repertoire.add(preset)
      guard index == entry.index else {
        throw .notATake(path: take.folder, reason: "its list of presets has a gap at “\(entry.name)”")
      }
    }
    self.repertoire = repertoire
    self.library = library
  }

  static func preset(
    _ entry: PresetEntry, from take: TakeReader, _ images: KeptImages, force: Bool
  ) throws(PerformanceError) -> Preset {
    try parse(entry, try texts(of: entry, from: take, images, force: force), Admission())
  }

  private struct Texts {
    var main = ""
    var vertex: String?
    var side: String?
    var library: [String: String] = [:]
  }

  private static func texts(
    of entry: PresetEntry, from take: TakeReader, _ images: KeptImages, force: Bool
  ) throws(PerformanceError) -> Texts {
    let files: [(path: String, bytes: [UInt8])]
    do throws(RecordingError) { files = try take.files(of: entry, force: force) } catch {
      throw .recording(error)
    }
    var texts = Texts()
    for file in files {
      if let kept = entry.files.first(where: { $0.path == file.path && $0.path.hasPrefix("Images/") }) {
        images.keep(String(file.path.dropFirst("Images/".count)), at: take.path(of: kept))
        continue
      }
      let text = String(decoding: file.bytes, as: UTF8.self)
      if file.path.hasPrefix("Library/") {
        texts.library[String(file.path.dropFirst("Library/".count))] = text
      } else if file.path.hasSuffix(".vs") {
        texts.vertex = text
      } else if file.path.hasSuffix(SideFile.ending) {
        texts.side = text
      } else {
        texts.main = text
      }
    }
    return texts
  }

  private static func parse(
    _ entry: PresetEntry, _ texts: Texts, _ admission: Admission
  ) throws(PerformanceError) -> Preset {
    do throws(PresetError) {
      if entry.kind == .look {
        return try PresetParser.parseLook(text: texts.main, path: "\(entry.name).cube")
      }
      // Images are known by the kind's folder and their path in it.
      let preset = try PresetParser.parse(
        text: texts.main, vertexText: texts.vertex, sideText: texts.side,
        path: "\(entry.kind.rawValue)/\(entry.name).fs", kind: entry.kind, library: texts.library)
      try admission.admit(preset)
      return preset
    } catch {
      throw .other(error)
    }
  }
}
