import CFFmpeg
import Foundation
import Music

/// A song from a file, as 48 kHz stereo interleaved Float on the 24-bit grid.
///
/// Any rate, sample format and channel count; NaN and infinite samples become 0. Opens local files only.
public final class SongReader {
  public let path: String
  /// The title tag, else the file's name.
  public let title: String
  public let artist: String?
  /// What the file promises, seconds; nil when it says nothing.
  public let durationSeconds: Double?
  /// As in the file, Hz.
  public let sampleRate: Int
  /// As in the file.
  public let channels: Int
  /// Set at the end of a song that ended before its time: play on, and tell the performer.
  public private(set) var complaint: MediaError?

  private let file: SongFile
  private var resampler: Resampler?
  private var shape = Shape()
  /// Converted samples; those before `taken` have been read.
  private var waiting: [Float] = []
  private var taken = 0
  private var isDry = false
  /// Input frames still to be passed over after a seek.
  private var toSkipSeconds = 0.0
  private var heardSeconds = 0.0

  /// Samples far over full scale are held here before resampling, so that a sick file can't make infinities.
  private static let loudestSample: Float = 8

  /// Seconds decoded unheard before a place that is sought: decoders remember.
  private static let runUpSeconds = 0.5

  private struct Shape: Equatable {
    var sampleRate: Int32 = 0
    var format: Int32 = -1
    var channels: Int32 = 0
    var mask: UInt64 = 0
  }

  public init(path: String) throws(MediaError) {
    self.path = path
    file = try SongFile(path: path)
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    title = file.tag("title") ?? name
    artist = file.tag("artist")
    durationSeconds = file.promisedSeconds
    sampleRate = file.sampleRate
    channels = file.channels
    // A song that can't give its first sample is refused here, not on stage.
    guard try fill() else {
      throw durationSeconds.map { $0 > 0 } == true
        ? .truncated(file: path, heardSeconds: 0, promisedSeconds: durationSeconds ?? 0) : .empty(file: path)
    }
  }

  /// Reads interleaved stereo.
  ///
  /// - Returns: sample frames written; less than fit only at the end of the song.
  public func read(into target: UnsafeMutableBufferPointer<Float>) throws(MediaError) -> Int {
    var written = 0
    let wanted = target.count & ~1
    while written < wanted {
      if taken == waiting.count {
        guard try fill() else { break }
      }
      let count = min(wanted - written, waiting.count - taken)
      for i in 0..<count { target[written + i] = waiting[taken + i] }
      written += count
      taken += count
    }
    heardSeconds += Double(written / 2) / Double(Hop.sampleRate)
    return written / 2
  }

  /// The next sample read is the one at `seconds`, to the sample where the file's times are exact.
  public func seek(toSeconds seconds: Double) throws(MediaError) {
    guard seconds.isFinite, seconds >= 0 else {
      throw .cannotSeek(file: path, seconds: seconds, why: "a time in the song is 0 or more")
    }
    let begin = try land(nearSeconds: seconds)
    resampler = nil
    shape = Shape()
    waiting.removeAll(keepingCapacity: true)
    taken = 0
    isDry = false
    complaint = nil
    heardSeconds = seconds
    guard try file.advance() else {
      isDry = true
      return
    }
    toSkipSeconds = max(0, seconds - begin)
    try take()
  }

  /// Goes to a time or before it.
  ///
  /// - Returns: when the frame that will be decoded first begins, seconds. Some files say so only some
  ///   frames later: then those are counted, and the way is gone a second time.
  private func land(nearSeconds seconds: Double) throws(MediaError) -> Double {
    let target = max(0, seconds - Self.runUpSeconds)
    try file.seek(toSeconds: target)
    var passed = 0.0
    // The last page of a file may give no times: then its end is where the file's length says.
    var begin: Double?
    while begin == nil, try file.advance() {
      if let now = file.frameSeconds { begin = now - passed }
      guard let frame = file.frame, frame.pointee.sample_rate > 0 else { break }
      passed += Double(frame.pointee.nb_samples) / Double(frame.pointee.sample_rate)
    }
    try file.seek(toSeconds: target)
    return begin ?? durationSeconds.map { max(0, $0 - passed) } ?? target
  }

  /// Decodes until something waits; false at the end.
  private func fill() throws(MediaError) -> Bool {
    waiting.removeAll(keepingCapacity: true)
    taken = 0
    while waiting.isEmpty {
      if isDry { return false }
      if try file.advance() {
        try take()
      } else {
        drain()
        isDry = true
        judgeLength()
      }
    }
    return true
  }

  private func judgeLength() {
    guard let promised = durationSeconds, file.promiseIsFirm, complaint == nil else { return }
    let heard = heardSeconds + Double(waiting.count / 2) / Double(Hop.sampleRate)
    // Encoders round to their frames and pad; half a second is no rounding.
    if heard < promised - 0.5 {
      complaint = .truncated(file: path, heardSeconds: heard, promisedSeconds: promised)
    }
  }

  /// Converts the frame just decoded.
  private func take() throws(MediaError) {
    guard let frame = file.frame else { return }
    let layout = frame.pointee.ch_layout
    let now = Shape(
      sampleRate: frame.pointee.sample_rate, format: frame.pointee.format, channels: layout.nb_channels,
      mask: layout.order == AV_CHANNEL_ORDER_NATIVE ? layout.u.mask : 0)
    if now != shape {
      drain()
      resampler = try Resampler(
        sampleRate: Int(now.sampleRate), layout: layout, format: AVSampleFormat(rawValue: now.format))
      shape = now
    }
    clean(frame)
    let count = Int(frame.pointee.nb_samples)
    let before = waiting.count
    append { resampler, room in
      frame.pointee.extended_data.withMemoryRebound(to: UnsafePointer<UInt8>?.self, capacity: 64) {
        resampler.convert(planes: $0, frames: count, into: room)
      }
    } expecting: {
      $0.outputFrames(for: count)
    }
    passOver(from: before)
  }

  /// Takes away what lies before the time sought.
  private func passOver(from start: Int) {
    guard toSkipSeconds > 0 else { return }
    let skip = min(Int((toSkipSeconds * Double(Hop.sampleRate)).rounded()), (waiting.count - start) / 2)
    waiting.removeSubrange(start..<start + skip * 2)
    toSkipSeconds -= Double(skip) / Double(Hop.sampleRate)
    if toSkipSeconds * Double(Hop.sampleRate) < 0.5 { toSkipSeconds = 0 }
  }

  private func drain() {
    append {
      $0.drain(into: $1)
    } expecting: {
      $0.outputFrames(for: 0) + 256
    }
  }

  private func append(
    _ convert: (Resampler, UnsafeMutableBufferPointer<Float>) -> Int, expecting room: (Resampler) -> Int
  ) {
    guard let resampler else { return }
    let start = waiting.count
    let frames = room(resampler)
    waiting.append(contentsOf: repeatElement(0, count: frames * 2))
    let got = waiting.withUnsafeMutableBufferPointer { all in
      let fresh = UnsafeMutableBufferPointer(rebasing: all[start...])
      let got = convert(resampler, fresh)
      SampleGrid.settle(UnsafeMutableBufferPointer(rebasing: fresh[..<(got * 2)]))
      return got
    }
    waiting.removeLast((frames - got) * 2)
  }

  /// NaN, infinities and absurd levels would spread through the resampler's memory.
  private func clean(_ frame: UnsafeMutablePointer<AVFrame>) {
    let format = AVSampleFormat(rawValue: frame.pointee.format)
    let packed = av_get_packed_sample_fmt(format)
    guard packed == AV_SAMPLE_FMT_FLT || packed == AV_SAMPLE_FMT_DBL, av_frame_make_writable(frame) >= 0,
      let planes = frame.pointee.extended_data
    else { return }
    let isPlanar = av_sample_fmt_is_planar(format) != 0
    let channels = Int(frame.pointee.ch_layout.nb_channels)
    let perPlane = Int(frame.pointee.nb_samples) * (isPlanar ? 1 : channels)
    for plane in 0..<(isPlanar ? channels : 1) {
      guard let bytes = planes[plane] else { continue }
      if packed == AV_SAMPLE_FMT_FLT {
        Self.hold(UnsafeMutableRawPointer(bytes).assumingMemoryBound(to: Float.self), perPlane, loudestSample)
      } else {
        let loudest = Double(loudestSample)
        Self.hold(UnsafeMutableRawPointer(bytes).assumingMemoryBound(to: Double.self), perPlane, loudest)
      }
    }
  }

  private var loudestSample: Float { Self.loudestSample }

  private static func hold<Sample: BinaryFloatingPoint>(
    _ samples: UnsafeMutablePointer<Sample>, _ count: Int, _ limit: Sample
  ) {
    for i in 0..<count where !(abs(samples[i]) <= limit) {
      samples[i] = samples[i].isFinite ? (samples[i] < 0 ? -limit : limit) : 0
    }
  }
}
