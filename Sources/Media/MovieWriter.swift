import CFFmpeg
import Music

/// A film being written: pictures on a constant grid, sound beside them, a file that plays at any moment.
///
/// An MP4 is written in fragments of a quarter of a second, so that a crash costs no more than that, and is
/// made into an ordinary one at the end. Not for several threads at once.
public final class MovieWriter {
  public let path: String
  public let format: MovieFormat
  /// What had to be done otherwise than asked, in sentences.
  public private(set) var notices: [String]
  /// Pictures written; the next is frame `frames`.
  public private(set) var frames: Int64 = 0
  private let muxer: Muxer
  private let video: VideoEncoder
  private let sound: SoundEncoder?
  private let videoStream: Int32
  private let soundStream: Int32
  /// Sample frames handed over; the next one is at `sampleFrames / 48000` seconds.
  public private(set) var sampleFrames: Int64 = 0

  /// - Parameter force: replaces a file of that name; otherwise one is an error.
  public init(
    path: String, format: MovieFormat, details: MovieDetails = MovieDetails(), force: Bool = false
  ) throws(EncodeError) {
    av_log_set_level(AV_LOG_QUIET)
    try format.check()
    let isMP4 = format.container == .mp4
    let (video, notices) = try VideoEncoder.choose(for: format, withGlobalHeader: true)
    let sound = try Self.soundEncoder(for: format)
    muxer = try Muxer(file: OutputFile(path: path, force: force), format: isMP4 ? "mp4" : "matroska")
    videoStream = try muxer.addStream(video.encoder)
    soundStream = if let sound { try muxer.addStream(sound.encoder) } else { -1 }
    muxer.tag(details.tags)
    try muxer.begin(options: isMP4 ? Self.fragments : Self.clusters)
    self.path = path
    self.format = format
    self.video = video
    self.sound = sound
    self.notices = notices
    if format.width != format.filmWidth || format.height != format.filmHeight {
      self.notices.append(
        "The film is \(format.filmWidth) × \(format.filmHeight): films have even sides, "
          + "so the last row or column of \(format.width) × \(format.height) is left out.")
    }
  }

  public var encoderName: String { video.encoder.name }

  /// Adds a picture as the next frame.
  ///
  /// - Parameters:
  ///   - picture: RGBA, 8 bit each, top row first, of the format's size.
  ///   - stride: bytes from one row to the next.
  public func write(_ picture: UnsafeRawBufferPointer, stride: Int? = nil) throws(EncodeError) {
    try encode(picture, stride: stride ?? format.width * 4)
  }

  /// Shows the last picture for one more frame; black when there was none.
  public func repeatPicture() throws(EncodeError) { try encode(nil, stride: 0) }

  /// Adds sound after what was added before.
  ///
  /// - Parameter samples: left and right in turn at 48 kHz, −1…1.
  public func write(sound samples: UnsafeBufferPointer<Float>) throws(EncodeError) {
    guard let sound else { return }
    sampleFrames += Int64(samples.count / 2)
    try sound.encode(samples) { packet throws(EncodeError) in try writeSound(packet, of: sound) }
  }

  /// Asks for everything written so far to be brought to the disk; call it once a second. Returns at once.
  public func requestSync() { muxer.file.requestSync() }

  /// Bytes in the file so far.
  public var bytes: Int64 { avio_seek(muxer.file.context, 0, SEEK_CUR) }

  /// Ends the film.
  ///
  /// - Parameter tidily: makes an ordinary MP4 with its index and chapters at the front out of the fragments.
  ///   That copies the file; without it the film plays just as well but some players can't seek in it.
  public func finish(chapters: [Chapter] = [], tidily: Bool = true) throws(EncodeError) -> MovieTotals {
    try video.finish { packet throws(EncodeError) in try writeVideo(packet) }
    if let sound {
      try sound.finish { packet throws(EncodeError) in try writeSound(packet, of: sound) }
    }
    let isMP4 = format.container == .mp4
    if !isMP4 { muxer.addChapters(chapters, sampleFrames: length) }
    try muxer.end()
    try muxer.file.sync()
    var isTidy = !isMP4
    if isMP4 && tidily {
      do throws(EncodeError) {
        try MovieFinish.tidy(path: path, chapters: chapters)
        isTidy = true
      } catch {
        notices.append("\(error)")
      }
    }
    return MovieTotals(
      path: path, frames: frames, sampleFrames: sampleFrames, encoder: encoderName, isTidy: isTidy,
      notices: notices)
  }

  /// Length of the pictures in sample frames.
  private var length: Int64 { frames * Int64(Hop.sampleRate) / Int64(format.framesPerSecond) }

  /// Fragments small enough for a crash to cost little; written out packet by packet.
  private static let fragments = [
    ("movflags", "+frag_keyframe+empty_moov+default_base_moof+delay_moov"), ("frag_duration", "250000"),
  ]
  private static let clusters = [("cluster_time_limit", "250")]

  private static func soundEncoder(for format: MovieFormat) throws(EncodeError) -> SoundEncoder? {
    switch format.sound {
    case .none: nil
    case .aac: try SoundEncoder(.aac, withGlobalHeader: true)
    case .flac: try SoundEncoder(format.container == .matroska ? .flac : .aac, withGlobalHeader: true)
    }
  }

  private func encode(_ picture: UnsafeRawBufferPointer?, stride: Int) throws(EncodeError) {
    try video.encode(picture, stride: stride, index: frames) { packet throws(EncodeError) in
      try writeVideo(packet)
    }
    frames += 1
  }

  private func writeSound(_ packet: UnsafeMutablePointer<AVPacket>, of sound: SoundEncoder)
    throws(EncodeError)
  {
    // AAC begins before the sound does. An MP4 says so in an edit list; Matroska would move the pictures
    // back by 21 ms instead, so there the lead-in is left out and the first 21 ms fade in.
    if format.container == .matroska && packet.pointee.pts < 0 { return }
    try muxer.write(packet, to: soundStream, from: sound.encoder.context.pointee.time_base)
  }

  private func writeVideo(_ packet: UnsafeMutablePointer<AVPacket>) throws(EncodeError) {
    if packet.pointee.duration == 0 { packet.pointee.duration = 1 }
    try muxer.write(packet, to: videoStream, from: video.encoder.context.pointee.time_base)
  }
}
