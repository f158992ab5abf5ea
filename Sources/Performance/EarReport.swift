import Capture
import Foundation
import Listening
import Music

/// What the ear heard, as JSON Lines: beats as they were announced, mood ten times a second.
public enum EarReport {
  public enum Source: Sendable {
    case song(String)
    case device(String)
  }

  /// Listens to a whole song, or to a device until Ctrl-C or `forSeconds`.
  ///
  /// - Parameters:
  ///   - beats: file for beats, “-” for standard output, nil for none.
  ///   - mood: likewise for mood.
  public static func write(
    of source: Source, beats: String?, mood: String?, forSeconds seconds: Double?, force: Bool
  ) throws(PerformanceError) {
    var writer = try EarWriter(beats: beats, mood: mood, force: force)
    Interruption.listen()
    switch source {
    case .song(let path):
      var sound = try SoundSource.open(path)
      try listen(to: &sound, forSeconds: seconds, writer: &writer)
    case .device(let device):
      try listen(toDevice: device, forSeconds: seconds, writer: &writer)
    }
    try writer.finish()
  }

  private static func listen(
    to sound: inout any HopSource, forSeconds seconds: Double?, writer: inout EarWriter
  ) throws(PerformanceError) {
    var ear = Ear()
    let limit = seconds ?? .infinity
    do {
      while !Interruption.isAsked, ear.heardSeconds < limit, try sound.next(ear.hop) {
        try writer.write(ear.hear())
      }
    } catch {
      throw .other(error)
    }
  }

  private static func listen(
    toDevice device: String, forSeconds seconds: Double?, writer: inout EarWriter
  ) throws(PerformanceError) {
    let line = CaptureLine()
    let input = ALSAInput(device: device)
    do { try input.start(into: line) } catch { throw .other(error) }
    defer { input.stop() }
    var ear = Ear()
    let clock = WallClock()
    let limit = seconds ?? .infinity
    while !Interruption.isAsked, ear.heardSeconds < limit {
      for event in line.events.empty() { Terminal.write("\(event)\n") }
      while line.stamps.next() != nil {}
      guard line.samples.read(into: ear.hop) else {
        clock.sleep(until: clock.now() + 1_000_000)
        continue
      }
      try writer.write(ear.hear())
    }
  }
}

/// A listener with a hop of stereo sound in front of it.
private struct Ear: ~Copyable {
  let hop = UnsafeMutableBufferPointer<Float>.allocate(capacity: Hop.length * 2)
  private let mono = UnsafeMutableBufferPointer<Float>.allocate(capacity: Hop.length)
  private var listener = Listener()
  private var hops: Int64 = 0

  init() {}

  deinit {
    hop.deallocate()
    mono.deallocate()
  }

  var heardSeconds: Double { Double(hops) * Hop.seconds }

  mutating func hear() -> Moment {
    hops += 1
    for i in 0..<Hop.length { mono[i] = 0.5 * (hop[2 * i] + hop[2 * i + 1]) }
    return listener.hear(UnsafeBufferPointer(mono))
  }
}

/// Writes moments in the two line formats.
private struct EarWriter {
  private var beats: TextOutput?
  private var mood: TextOutput?
  private var sectionWaits = false
  private var nextMood = 0.0
  /// Seconds between lines of mood.
  private static let moodInterval = 0.1

  init(beats: String?, mood: String?, force: Bool) throws(PerformanceError) {
    if let beats { self.beats = try TextOutput(path: beats, force: force) }
    if let mood { self.mood = try TextOutput(path: mood, force: force) }
  }

  mutating func write(_ moment: Moment) throws(PerformanceError) {
    let heard = moment.hop.end.seconds
    if let beat = moment.announcement, beats != nil {
      let downbeat = beat.knowsBar ? String(beat.isDownbeat) : "null"
      try beats?.write(
        "{\"t\": \(Self.number(beat.seconds)), \"beat\": true, \"downbeat\": \(downbeat), "
          + "\"announced\": \(Self.number(heard)), \"confidence\": \(Self.number(Double(beat.confidence)))}\n"
      )
    }
    guard mood != nil else { return }
    sectionWaits = sectionWaits || moment.beginsSection
    guard heard >= nextMood || moment.beginsSection else { return }
    nextMood = max(nextMood, heard - Self.moodInterval / 2) + Self.moodInterval
    let key = moment.key.map { "\"\($0.name)\"" } ?? "null"
    try mood?.write(
      "{\"t\": \(Self.number(heard)), \"arousal\": \(Self.number(Double(moment.mood.arousal))), "
        + "\"valence\": \(Self.number(Double(moment.mood.valence))), \"key\": \(key), "
        + "\"section\": \(sectionWaits), \"tension\": \(Self.number(Double(moment.tension)))}\n")
    sectionWaits = false
  }

  mutating func finish() throws(PerformanceError) {
    try beats?.close()
    try mood?.close()
  }

  /// Four decimals, with a point in every locale.
  private static func number(_ value: Double) -> String {
    let scaled = (abs(value) * 10_000).rounded()
    let whole = Int64(scaled / 10_000)
    let rest = Int64(scaled) % 10_000
    let digits = String(rest)
    return (value < 0 && scaled > 0 ? "-" : "") + "\(whole)."
      + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
