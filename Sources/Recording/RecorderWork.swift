import Conduits
import Media
import Music
import Session

/// What the recorder's thread does: places pictures on the grid and sound beside them, and outlives its
/// files.
final class RecorderWork {
  private let recorder: Recorder
  private let opening: Recorder.Opening
  private var settings: RecorderSettings { recorder.settings }
  private var sink: (any PictureSink)?
  private var part = 0
  private var files: [MovieTotals] = []
  private var told: [RecordingFault] = []
  private var firstError: EncodeError?
  private var tally = RecordingTally()
  /// First frame of the file being written.
  private var partStart: Int64 = 0
  private var hasPicture = false
  private var held = HeldSound()
  /// Sample frames from the start that are in the files.
  private var soundWritten: Int64 = 0
  /// Bytes of the files that are closed.
  private var closedBytes: Int64 = 0
  private var busyFrames = 0
  private var hasWarnedOfRoom = false
  private var hasWarnedOfLoad = false

  init(_ recorder: Recorder, opening: @escaping Recorder.Opening) {
    self.recorder = recorder
    self.opening = opening
    openPart()
  }

  func run() {
    while true {
      recorder.bell.wait()
      let end = recorder.state.withLock { $0.end }
      drain()
      if let end {
        drain()  // what was handed over between the look at the wish and the look at the pool
        finish(atFrame: end.frame, tidily: end.tidily)
        return
      }
    }
  }

  // MARK: Pictures and sound

  /// The longest that pictures may be missing, or sound, before the recorder goes on without; sample frames.
  private static let patiencePictures = Int64(5 * Hop.sampleRate)
  private static let patienceSound = Int64(2 * Hop.sampleRate)

  private func drain() {
    takeSound()
    while let (loan, frame) = recorder.pool.take() {
      place(frame, UnsafeRawBufferPointer(loan.bytes))
      recorder.pool.giveBack(loan)
      if settings.pace == .offline { recorder.room.signal() }
      watchLoad()
      takeSound()
      writeSound()
    }
    writeSound()
    if settings.pace == .live && settings.hasSound { goOnWithout() }
    tally.bytes = closedBytes + (sink?.bytes ?? 0)
    tally.backlog = recorder.pool.waiting
    recorder.state.withLock { $0.tally = tally }
  }

  private func place(_ frame: Int64, _ picture: UnsafeRawBufferPointer) {
    guard frame >= tally.frames else {
      tally.dropped += 1
      return
    }
    tally.repeated += frame - tally.frames
    // Before a file's first picture there is none to repeat: it stands for those missed, too.
    while tally.frames < frame && sink != nil {
      if hasPicture { repeatPicture() } else { write(picture) }
    }
    write(picture)
  }

  /// A picture that a file refused is the first of the file after it.
  private func write(_ picture: UnsafeRawBufferPointer) {
    func put() -> Bool { attempt { sink throws(EncodeError) in try sink.write(picture) } }
    guard put() || put() else { return }
    hasPicture = true
    advance()
  }

  private func repeatPicture() {
    func put() -> Bool { attempt { sink throws(EncodeError) in try sink.repeatPicture() } }
    if put() || put() { advance() }
  }

  private func advance() {
    tally.frames += 1
    guard tally.frames % Int64(settings.grid.framesPerSecond) == 0 else { return }
    sink?.requestSync()
    if tally.frames % Int64(5 * settings.grid.framesPerSecond) == 0 { watchRoom() }
  }

  private func takeSound() {
    while let stamp = recorder.stamps.next() {
      held.append(stamp, from: recorder.sound, start: settings.grid.start.frames)
      if settings.pace == .offline { recorder.room.signal() }
    }
  }

  /// Writes sound up to the end of the pictures, so that both end together whenever the file ends.
  private func writeSound() {
    guard settings.hasSound else { return }
    let end = soundEnd
    held.skip(to: soundWritten)
    guard held.first < end, held.last > held.first else { return }
    let silence = held.first - soundWritten
    if silence > 0 { writeSilence(silence) }
    let frames = min(held.last, end) - held.first
    let isWritten = held.take(frames) { samples in
      attempt { sink throws(EncodeError) in try sink.write(sound: samples) }
    }
    if isWritten { soundWritten += frames }
  }

  /// Where the pictures written so far end, in sample frames from the start.
  private var soundEnd: Int64 { settings.grid.time(ofFrame: tally.frames) - settings.grid.start }

  private func writeSilence(_ frames: Int64) {
    let second = [Float](repeating: 0, count: 2 * Hop.sampleRate)
    let end = soundWritten + frames
    while soundWritten < end, sink != nil {
      let count = min(end - soundWritten, Int64(Hop.sampleRate))
      let isWritten = second.withUnsafeBufferPointer { all in
        attempt { sink throws(EncodeError) in
          try sink.write(sound: UnsafeBufferPointer(rebasing: all[..<(2 * Int(count))]))
        }
      }
      guard isWritten else { return }
      soundWritten += count
      tally.silence += count
    }
  }

  /// Neither a stage that hangs nor a sound card that is gone may hold the file up.
  private func goOnWithout() {
    while held.last - soundEnd > Self.patiencePictures && sink != nil {
      repeatPicture()
      tally.repeated += 1
      writeSound()
    }
    let behind = soundEnd - max(soundWritten, held.last)
    if behind > Self.patienceSound && sink != nil { writeSilence(behind - Self.patienceSound / 2) }
  }

  // MARK: Faults

  private func tell(_ sentence: String, endsRecording: Bool = false) {
    let fault = RecordingFault(sentence, endsRecording: endsRecording)
    told.append(fault)
    recorder.faults.post(fault)
  }

  private func openPart() {
    part += 1
    partStart = tally.frames
    do throws(EncodeError) {
      let opened = try opening(part)
      sink = opened
      hasPicture = false
      tally.encoder = opened.encoderName
      soundWritten = max(soundWritten, soundEnd)
      for notice in opened.notices { tell(notice) }
      recorder.state.withLock { $0.tally = tally }
    } catch {
      giveUp(error)
    }
  }

  /// Does something with the file; what fails ends the file, and begins another where that may help.
  ///
  /// - Returns: false when it failed.
  private func attempt(_ act: (any PictureSink) throws(EncodeError) -> Void) -> Bool {
    guard let sink else { return false }
    do throws(EncodeError) {
      try act(sink)
      return true
    } catch {
      close(sink, tidily: false)
      // A file that failed within its first second would only be followed by the next that does.
      let lasted = tally.frames - partStart >= Int64(settings.grid.framesPerSecond)
      if error.isOfDisk || !lasted {
        giveUp(error)
      } else {
        tell("\(error) Recording goes on in a new file.")
        openPart()
      }
      return false
    }
  }

  private func giveUp(_ error: EncodeError) {
    firstError = firstError ?? error
    sink = nil
    recorder.isBroken.store(true, ordering: .releasing)
    tell("\(error)", endsRecording: true)
  }

  private func close(_ sink: any PictureSink, tidily: Bool) {
    self.sink = nil
    closedBytes += sink.bytes
    let from = settings.grid.time(ofFrame: partStart)
    let chapters = recorder.state.withLock { $0.chapters }
      .filter { $0.time >= from }
      .map { Chapter(sampleFrames: $0.time - from, title: $0.title) }
      .sorted { $0.sampleFrames < $1.sampleFrames }
    do throws(EncodeError) {
      let totals = try sink.finish(chapters: chapters, tidily: tidily)
      for notice in totals.notices where !sink.notices.contains(notice) { tell(notice) }
      files.append(totals)
    } catch {
      // The end could not be written; what is in the file plays.
      files.append(
        MovieTotals(
          path: sink.path, frames: tally.frames - partStart, sampleFrames: 0, encoder: sink.encoderName,
          isTidy: false, notices: ["\(error)"]))
    }
  }

  /// Looks whether the disk has room, and ends the recording before it has none.
  private func watchRoom() {
    guard let sink, let free = DiskSpace.free(at: sink.path) else { return }
    let seconds = Double(tally.frames - partStart) / Double(settings.grid.framesPerSecond)
    let bytesPerSecond = max(Double(sink.bytes) / max(seconds, 1), 1)
    let left = Double(free - settings.reserve) / bytesPerSecond  // seconds
    if left < 30 && settings.reserve > 0 {
      close(sink, tidily: true)
      giveUp(.diskFull(path: sink.path))
    } else if left < 600 && !hasWarnedOfRoom {
      hasWarnedOfRoom = true
      tell("The disk has room for \(Int(left / 60)) more minutes of “\(sink.path)”: free some space.")
    }
  }

  /// Says once that the encoder can't keep up.
  private func watchLoad() {
    guard settings.pace == .live else { return }
    busyFrames = recorder.pool.waiting > settings.pictures / 2 ? busyFrames + 1 : 0
    guard busyFrames > 2 * settings.grid.framesPerSecond, !hasWarnedOfLoad else { return }
    hasWarnedOfLoad = true
    tell(
      "The encoder can't keep up and repeats pictures: record at a smaller size, or render the take later.")
  }

  // MARK: The end

  private func finish(atFrame end: Int64?, tidily: Bool) {
    if let end {
      while tally.frames < end && sink != nil {
        repeatPicture()
        tally.repeated += 1
      }
    }
    writeSound()
    if settings.hasSound && soundWritten < soundEnd { writeSilence(soundEnd - soundWritten) }
    if let sink { close(sink, tidily: tidily) }
    recorder.isBroken.store(true, ordering: .releasing)
    while let (loan, _) = recorder.pool.take() { recorder.pool.giveBack(loan) }
    tally.bytes = closedBytes
    let summary = RecordingSummary(files: files, tally: tally, faults: told)
    let failure = firstError.flatMap { settings.pace == .offline || files.isEmpty ? $0 : nil }
    recorder.state.withLock {
      $0.tally = tally
      $0.summary = failure.map { .failure(.encode($0)) } ?? .success(summary)
    }
  }
}

/// Sound that waits for its pictures.
struct HeldSound {
  /// Sample frames from the recording's start; sound is held from `first` to before `last`.
  private(set) var first: Int64 = 0
  var last: Int64 { first + Int64(samples.count / 2) }
  private var samples: [Float] = []
  private var scratch: [Float] = []

  /// Takes a stretch off the ring and puts it where it belongs: what overlaps is cut, what is missing silent.
  mutating func append(_ stamp: SoundStamp, from ring: Ring<Float>, start: Int64) {
    let count = Int(stamp.frames) * 2
    if scratch.count < count { scratch = Array(repeating: 0, count: count) }
    scratch.withUnsafeMutableBufferPointer { _ = ring.read(into: .init(rebasing: $0[..<count])) }
    let begin = stamp.first - start
    if samples.isEmpty { first = max(first, begin, 0) }
    let overlap = max(0, last - begin)
    guard overlap < stamp.frames else { return }
    let silence = max(0, begin - last)
    samples.append(contentsOf: repeatElement(0, count: Int(silence) * 2))
    samples.append(contentsOf: scratch[(Int(overlap) * 2)..<count])
  }

  /// Forgets what is before a time.
  mutating func skip(to time: Int64) {
    let frames = min(max(0, time - first), last - first)
    samples.removeFirst(Int(frames) * 2)
    first += frames
    if samples.isEmpty { first = max(first, time) }
  }

  /// Gives out the oldest `frames` sample frames.
  mutating func take<Result>(_ frames: Int64, _ use: (UnsafeBufferPointer<Float>) -> Result) -> Result {
    let count = Int(frames) * 2
    defer {
      samples.removeFirst(count)
      first += frames
    }
    return samples.withUnsafeBufferPointer { use(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }
}
