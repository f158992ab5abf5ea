import Foundation
import Media
import Music
import Scenery
import Session

/// A take opened for playing again; opens what is there, however damaged, and tells what is missing.
public struct TakeReader: Sendable {
  public let folder: String
  public let header: SessionHeader
  /// Every event but headers, in order of time, then as logged.
  public let records: [SessionRecord]
  /// Stretches of the log that can't be read.
  public let damage: [SessionLog.Damage]
  /// What the take came to; nil when it was never brought to its end.
  public let totals: SessionTotals?

  public init(folder: String) throws(RecordingError) {
    let path = TakeFolder.log(in: folder)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .noTake(path: folder, reason: "its session.klog can't be read")
    }
    let contents = SessionLog.read(Array(data))
    var header: SessionHeader?
    var totals: SessionTotals?
    var records: [SessionRecord] = []
    for record in contents.records {
      switch record.event {
      case .header(let found): header = header ?? found
      case .end(let found): totals = found
      default: records.append(record)
      }
    }
    guard let header else { throw .noTake(path: folder, reason: "no header is left in its session.klog") }
    guard header.schema <= SessionHeader.schema else {
      throw .noTake(path: folder, reason: "it is from a later Kinora (\(header.appVersion))")
    }
    guard (1...240).contains(header.framesPerSecond) else {
      throw .noTake(path: folder, reason: "its header says \(header.framesPerSecond) frames a second")
    }
    self.folder = folder
    self.header = header
    self.totals = totals
    damage = contents.damage
    self.records = records.sorted { ($0.time, $0.sequence) < ($1.time, $1.sequence) }
  }

  /// The take's frame grid.
  public var grid: FrameGrid { FrameGrid(framesPerSecond: Int(header.framesPerSecond)) }

  /// The events that took effect in a hop.
  public func events(in hop: HopIndex) -> ArraySlice<SessionRecord> {
    let start = SampleTime(hop.value * Int64(Hop.length))
    let first = records.firstIndex(notBefore: start)
    return records[first..<records.firstIndex(notBefore: hop.end, from: first)]
  }

  /// The take's sound.
  public func audio() throws(RecordingError) -> TakeAudio { try TakeAudio(self) }

  /// The stretches of sound that are no longer what was heard: changed, or missing at the end.
  public func damagedAudio() throws(RecordingError) -> [AudioSpan] {
    var audio = try audio()
    let spans = records.compactMap { if case .audioSpan(let span) = $0.event { span } else { nil } }
    var position: Int64 = 0
    var damaged: [AudioSpan] = []
    for span in spans where span.first.frames >= position && (1...48_000).contains(span.frames) {
      var digest = SHA256()
      _ = audio.read(frames: span.first.frames - position) { _ in }
      let read = audio.read(frames: span.frames) { digest.update(PCM24.bytes(of: $0)) }
      position = span.first.frames + span.frames
      if read < span.frames || digest.hex() != span.sha256 { damaged.append(span) }
    }
    return damaged
  }

  /// The exact bytes of a preset's files, by their path relative to the presets' folder.
  ///
  /// - Parameter force: hands out files that have changed since, and leaves out those that are gone;
  ///   otherwise either is an error that names the file.
  public func files(
    of preset: PresetEntry, force: Bool = false
  ) throws(RecordingError) -> [(path: String, bytes: [UInt8])] {
    try files(preset.files, force: force)
  }

  /// The same of any files the take kept.
  public func files(
    _ wanted: [PresetFile], force: Bool = false
  ) throws(RecordingError) -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for file in wanted {
      guard TakeFolder.isDigest(file.digest) else {
        throw .noTake(path: folder, reason: "the digest of “\(file.path)” is none")
      }
      let path = TakeFolder.preset(file.digest, in: folder)
      guard let data = FileManager.default.contents(atPath: path) else {
        if force { continue }
        throw .missingFile(path: "\(path) (\(file.path))")
      }
      let bytes = Array(data)
      let found = SHA256.hex(of: bytes)
      guard force || found == file.digest else {
        throw .changedFile(path: "\(path) (\(file.path))", expected: file.digest, found: found)
      }
      files.append((file.path, bytes))
    }
    return files
  }

  /// What is written over the pictures, where anything is.
  public var overlay: OverlayEntry? {
    records.reversed().lazy.compactMap { if case .overlay(let entry) = $0.event { entry } else { nil } }.first
  }

  /// Where the take keeps a file.
  public func path(of file: PresetFile) -> String { TakeFolder.preset(file.digest, in: folder) }

  /// The manifest, where the take was brought to its end.
  public var manifest: TakeManifest? {
    FileManager.default.contents(atPath: TakeFolder.manifest(in: folder))
      .flatMap { try? JSONDecoder().decode(TakeManifest.self, from: $0) }
  }
}

extension [SessionRecord] {
  /// The first record not before a time, by halving.
  fileprivate func firstIndex(notBefore time: SampleTime, from start: Int = 0) -> Int {
    var (low, high) = (start, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].time < time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A take's sound, hop by hop, as it was heard.
public struct TakeAudio {
  public let title: String
  /// From the log's totals or last span; nil when neither is left.
  public let durationSeconds: Double?
  private let path: String
  private var reader: PCMReader
  private var position: Int64 = 0
  private var scratch = [Float](repeating: 0, count: 2 * 4096)

  init(_ take: TakeReader) throws(RecordingError) {
    title = take.header.title
    path = TakeFolder.audio(in: take.folder)
    let ends = take.records.compactMap { record -> Int64? in
      if case .audioSpan(let span) = record.event { span.first.frames + span.frames } else { nil }
    }
    durationSeconds = (take.totals?.sampleFrames ?? ends.max()).map { SampleTime($0).seconds }
    do throws(EncodeError) { reader = try PCMReader(path: path) } catch { throw .encode(error) }
  }

  /// Fills a hop with left and right in turn.
  ///
  /// - Parameter hop: `2 × Hop.length` samples; the last hop is filled up with silence.
  /// - Returns: false at the end.
  public mutating func next(_ hop: UnsafeMutableBufferPointer<Float>) -> Bool {
    let frames = reader.read(into: hop)
    position += Int64(frames)
    for i in (frames * 2)..<hop.count { hop[i] = 0 }
    return frames > 0
  }

  /// Goes to a time; backwards it reads from the start again.
  public mutating func seek(toSeconds seconds: Double) throws(RecordingError) {
    let target = SampleTime(seconds: max(0, seconds)).frames
    if target < position {
      do throws(EncodeError) { reader = try PCMReader(path: path) } catch { throw .encode(error) }
      position = 0
    }
    _ = read(frames: target - position) { _ in }
  }

  /// Reads so many sample frames in pieces; fewer at the end.
  mutating func read(frames: Int64, _ use: (UnsafeBufferPointer<Float>) -> Void) -> Int64 {
    var left = frames
    while left > 0 {
      let wanted = Int(min(left, Int64(scratch.count / 2)))
      let count = scratch.withUnsafeMutableBufferPointer { buffer in
        let count = reader.read(into: UnsafeMutableBufferPointer(rebasing: buffer[..<(wanted * 2)]))
        use(UnsafeBufferPointer(rebasing: buffer[..<(count * 2)]))
        return count
      }
      left -= Int64(count)
      position += Int64(count)
      if count < wanted { break }
    }
    return frames - left
  }
}
