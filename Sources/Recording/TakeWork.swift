import Foundation
import Media
import Music
import Scenery
import Session

/// What the take's thread does. Each file may fail alone: the others go on.
final class TakeWork {
  private let take: TakeDesk
  private var header: SessionHeader
  private var logFile: OutputFile?
  private var audio: FLACWriter?
  private var sequence: UInt64 = 0
  private var held = HeldSound()
  private var span = SpanDigest()
  /// Sample frames kept so far.
  private var position: Int64 = 0
  private var told: [RecordingFault] = []
  private var presets: [PresetEntry] = []
  private var written: Set<String> = []
  private var secondsSinceHeader = 0
  /// The header stands in the log again and again, so that damage at the front costs nothing.
  private static let secondsPerHeader = 60

  init(_ take: TakeDesk, header: SessionHeader, presets: [TakePreset], overlay: TakeOverlay?) {
    self.take = take
    self.header = header
    open()
    for preset in presets { keep(preset.entry.files, preset.contents) }
    if let overlay { keep(overlay.entry.files.map(\.file), overlay.contents) }
    // A record holds a thousand entries with ease; the rest follow one by one.
    let first = presets.prefix(1000).map(\.entry)
    self.header.repertoire = first
    log(.header(self.header), at: .zero)
    for preset in presets.dropFirst(first.count) { log(.presetAdded(preset.entry), at: .zero) }
    if let overlay { log(.overlay(overlay.entry), at: .zero) }
    logFile?.requestSync()
  }

  func run() {
    var isEnding = false
    while !isEnding {
      take.bell.wait()
      isEnding = take.state.withLock { $0.isEnding }
      drain()
    }
    finish()
  }

  private func open() {
    do throws(EncodeError) {
      logFile = try OutputFile(path: TakeFolder.log(in: take.folder), force: true)
      try logFile?.write(SessionLog.fileHeader)
    } catch {
      logFile = nil
      tell("The session log can't be kept: \(error)")
    }
    do throws(EncodeError) {
      audio = try FLACWriter(path: TakeFolder.audio(in: take.folder), force: true)
    } catch {
      tell("The take's sound can't be kept: \(error)")
    }
  }

  private func drain() {
    for letter in take.letters.empty() {
      switch letter {
      case .event(let event, let time): log(event, at: time)
      case .preset(let preset, let time):
        keep(preset.entry.files, preset.contents)
        log(.presetAdded(preset.entry), at: time)
      }
    }
    while let stamp = take.stamps.next() {
      let missing = stamp.first - held.last
      if missing > 0 { keepSilence(missing) }
      held.append(stamp, from: take.sound, start: 0)
      writeSound()
    }
  }

  private func writeSound() {
    while held.last > held.first {
      held.take(min(held.last - held.first, span.room)) { put($0) }
    }
  }

  /// Sound that never came: silence in its place, so that what follows stays where it was.
  private func keepSilence(_ frames: Int64) {
    log(.gap(frames: frames, reason: .recorderBehind), at: SampleTime(held.last))
    let end = held.last + frames
    let second = [Float](repeating: 0, count: 2 * Hop.sampleRate)
    while held.first < end {
      let count = min(end - held.first, span.room)
      held.skip(to: held.first + count)
      second.withUnsafeBufferPointer { put(UnsafeBufferPointer(rebasing: $0[..<(2 * Int(count))])) }
    }
  }

  /// Writes sound that lies within one second.
  private func put(_ samples: UnsafeBufferPointer<Float>) {
    do throws(EncodeError) {
      try audio?.write(samples)
    } catch {
      audio = nil
      tell("The take's sound ends here, its log goes on: \(error)")
    }
    span.add(samples)
    position += Int64(samples.count / 2)
    if span.room == 0 { endSecond() }
  }

  private func endSecond() {
    let finished = span.finish()
    let end = finished.first + finished.frames
    if audio != nil { log(.audioSpan(finished), at: end) }
    audio?.requestSync()
    logFile?.requestSync()
    secondsSinceHeader += 1
    if secondsSinceHeader >= Self.secondsPerHeader {
      secondsSinceHeader = 0
      log(.header(header), at: end)
    }
  }

  private func log(_ event: SessionEvent, at time: SampleTime) {
    guard let file = logFile else { return }
    if case .presetAdded(let entry) = event { presets.append(entry) }
    guard let bytes = SessionLog.bytes(of: SessionRecord(sequence: sequence, time: time, event: event)) else {
      tell("An event was too long for the session log and is left out.")
      return
    }
    sequence += 1
    do throws(EncodeError) {
      try file.write(bytes)
    } catch {
      logFile = nil
      tell("The session log ends here: \(error)", endsRecording: true)
    }
  }

  private func keep(_ files: [PresetFile], _ contents: [[UInt8]]) {
    for (file, bytes) in zip(files, contents) where !written.contains(file.digest) {
      do throws(EncodeError) {
        let output = try OutputFile(path: TakeFolder.preset(file.digest, in: take.folder), force: true)
        try output.write(bytes)
        output.requestSync()
        written.insert(file.digest)
      } catch {
        tell("The take goes on without its copy of “\(file.path)”: \(error)")
      }
    }
  }

  private func tell(_ sentence: String, endsRecording: Bool = false) {
    let fault = RecordingFault(sentence, endsRecording: endsRecording)
    told.append(fault)
    take.faults.post(fault)
    if !endsRecording { log(.fault(sentence), at: SampleTime(position)) }
  }

  private func finish() {
    let sampleFrames = position
    if span.frames > 0, audio != nil { log(.audioSpan(span.finish()), at: SampleTime(sampleFrames)) }
    do throws(EncodeError) {
      try audio?.finish()
    } catch {
      tell("The end of the take's sound is missing: \(error)")
    }
    let refused = take.refused.load(ordering: .relaxed)
    let totals = SessionTotals(
      sampleFrames: sampleFrames, records: sequence + 1, faults: UInt32(clamping: told.count),
      refused: refused)
    log(.end(totals), at: SampleTime(sampleFrames))
    do throws(EncodeError) { try logFile?.sync() } catch { tell("\(error)", endsRecording: true) }
    logFile = nil
    audio = nil
    writeManifest(totals)
    let isComplete = told.isEmpty && refused == 0
    take.state.withLock {
      $0.summary = TakeSummary(folder: take.folder, totals: totals, faults: told, isComplete: isComplete)
    }
  }

  private func writeManifest(_ totals: SessionTotals) {
    let manifest = TakeManifest(
      version: header.appVersion, title: header.title, startUTC: header.startUTC, seed: header.seed,
      framesPerSecond: Int(header.framesPerSecond), width: header.size.width, height: header.size.height,
      sampleFrames: totals.sampleFrames, records: totals.records, refused: totals.refused,
      faults: told.map(\.sentence),
      sessionLogSHA256: FileDigest.sha256(ofFile: TakeFolder.log(in: take.folder)),
      audioSHA256: FileDigest.sha256(ofFile: TakeFolder.audio(in: take.folder)),
      presets: (header.repertoire + presets).map {
        ManifestPreset(name: $0.name, kind: $0.kind.rawValue, digest: $0.digest, licence: $0.licence)
      })
    do throws(EncodeError) {
      let file = try OutputFile(path: TakeFolder.manifest(in: take.folder), force: true)
      try file.write(PlainJSON.bytes(of: manifest))
      try file.sync()
    } catch {
      tell("The take is whole, but its manifest can't be written: \(error)")
    }
  }
}

/// The digest of one second of sound.
struct SpanDigest {
  private(set) var frames: Int64 = 0
  private var first: Int64 = 0
  private var digest = SHA256()

  /// Sample frames until the second is full.
  var room: Int64 { Int64(Hop.sampleRate) - frames }

  mutating func add(_ samples: UnsafeBufferPointer<Float>) {
    digest.update(PCM24.bytes(of: samples))
    frames += Int64(samples.count / 2)
  }

  /// Tells the span and begins the next.
  mutating func finish() -> AudioSpan {
    let span = AudioSpan(first: SampleTime(first), frames: frames, sha256: digest.hex())
    first += frames
    frames = 0
    digest = SHA256()
    return span
  }
}
