import CFFmpeg
import Foundation

/// One opened sound file: demuxer and decoder, frame by frame. Frees what it opened.
final class SongFile {
  let path: String
  private var container: UnsafeMutablePointer<AVFormatContext>?
  private var codec: UnsafeMutablePointer<AVCodecContext>?
  private var packet = av_packet_alloc()
  private(set) var frame = av_frame_alloc()
  private var streamIndex: Int32 = 0
  private var hasSentEnd = false
  private let presentShare: Double?
  /// Packets in a row that could not be decoded.
  private var failures = 0

  /// A file of nothing but rubbish ends here instead of being searched for hours.
  private static let patience = 2_000
  /// Sound and film containers; no playlists, no scripts, nothing that opens other files.
  private static let containers = """
    wav,w64,rf64,aiff,flac,ogg,mp3,mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,aac,ac3,eac3,dts,ape,wv,tta,au,caf,\
    asf,avi,flv,mpeg,mpegts,amr,mpc,mpc8,tak,voc,dsf,iff,oma,sox,loas
    """

  init(path: String) throws(MediaError) {
    self.path = path
    try Self.check(path)
    presentShare = Self.presentShare(of: path)
    try open()
    try openDecoder()
  }

  deinit {
    av_frame_free(&frame)
    av_packet_free(&packet)
    avcodec_free_context(&codec)
    avformat_close_input(&container)
  }

  private static func check(_ path: String) throws(MediaError) {
    var isFolder: ObjCBool = false
    guard !path.contains("\0"), FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(file: path)
    }
    if isFolder.boolValue { throw .unreadable(file: path, why: "it is a folder") }
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return }
    guard attributes[.type] as? FileAttributeType != .typeRegular else {
      if (attributes[.size] as? Int) == 0 { throw .empty(file: path) }
      return
    }
    // A link is followed by FFmpeg; a pipe or device would block the show.
    if attributes[.type] as? FileAttributeType != .typeSymbolicLink {
      throw .unreadable(file: path, why: "it is not a plain file")
    }
  }

  /// How much of a RIFF file is there, 0 ..< 1, when its header promises more; else nil.
  ///
  /// FFmpeg tells the length of what is there, so that a WAV cut off in copying seems whole.
  private static func presentShare(of path: String) -> Double? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    guard let head = try? file.read(upToCount: 8), head.count == 8, head.prefix(4) == Data("RIFF".utf8),
      let length = try? file.seekToEnd()
    else { return nil }
    let promised = head.suffix(4).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } + 8
    // Recorders that never knew the length write all ones.
    guard promised < 0xffff_0000, length < promised else { return nil }
    return Double(length) / Double(promised)
  }

  private func open() throws(MediaError) {
    av_log_set_level(AV_LOG_FATAL)
    var options: OpaquePointer?
    defer { av_dict_free(&options) }
    av_dict_set(&options, "protocol_whitelist", "file", 0)
    av_dict_set(&options, "format_whitelist", Self.containers, 0)
    let result = avformat_open_input(&container, "file:" + path, nil, &options)
    if result == kinora_error_denied() {
      throw .unreadable(file: path, why: "permission denied; check its access rights")
    }
    guard result >= 0, let container else { throw .notAudio(file: path) }
    guard avformat_find_stream_info(container, nil) >= 0 else {
      throw .damaged(file: path, why: "no stream description")
    }
  }

  private func openDecoder() throws(MediaError) {
    guard let container else { throw .notAudio(file: path) }
    var decoder: UnsafePointer<AVCodec>?
    streamIndex = av_find_best_stream(container, AVMEDIA_TYPE_AUDIO, -1, -1, &decoder, 0)
    guard streamIndex >= 0, let decoder, let stream = container.pointee.streams[Int(streamIndex)] else {
      throw .notAudio(file: path)
    }
    for i in 0..<Int(container.pointee.nb_streams) where i != Int(streamIndex) {
      container.pointee.streams[i]?.pointee.discard = AVDISCARD_ALL
    }
    codec = avcodec_alloc_context3(decoder)
    guard let codec, avcodec_parameters_to_context(codec, stream.pointee.codecpar) >= 0 else {
      throw .damaged(file: path, why: "its sound stream makes no sense")
    }
    codec.pointee.pkt_timebase = stream.pointee.time_base
    guard avcodec_open2(codec, decoder, nil) >= 0 else {
      throw .damaged(file: path, why: "its sound stream can't be decoded")
    }
  }

  private var stream: UnsafeMutablePointer<AVStream>? { container?.pointee.streams[Int(streamIndex)] }

  private var secondsPerTick: Double {
    guard let base = stream?.pointee.time_base, base.den != 0 else { return 0 }
    return Double(base.num) / Double(base.den)
  }

  private var startSeconds: Double {
    guard let start = stream?.pointee.start_time, start != kinora_no_time() else { return 0 }
    return Double(start) * secondsPerTick
  }

  /// What the header says, seconds; nil when it says nothing.
  var promisedSeconds: Double? { presentSeconds.map { $0 / (presentShare ?? 1) } }

  private var presentSeconds: Double? {
    if let ticks = stream?.pointee.duration, ticks > 0 { return Double(ticks) * secondsPerTick }
    guard let whole = container?.pointee.duration, whole > 0 else { return nil }
    return Double(whole) / Double(AV_TIME_BASE)
  }

  /// Whether `promisedSeconds` was written in the file rather than guessed from its size.
  var promiseIsFirm: Bool {
    presentShare != nil || container?.pointee.duration_estimation_method != AVFMT_DURATION_FROM_BITRATE
  }

  var sampleRate: Int { Int(codec?.pointee.sample_rate ?? 0) }
  var channels: Int { Int(codec?.pointee.ch_layout.nb_channels ?? 0) }

  /// A tag such as “title”, of the file or of its stream.
  func tag(_ name: String) -> String? {
    for tags in [container?.pointee.metadata, stream?.pointee.metadata] {
      guard let entry = av_dict_get(tags ?? nil, name, nil, 0), let value = entry.pointee.value else {
        continue
      }
      let text = String(cString: value).filter { !$0.isNewline && $0.asciiValue.map { $0 >= 32 } ?? true }
      let trimmed = text.trimmingCharacters(in: .whitespaces)
      if !trimmed.isEmpty { return String(trimmed.prefix(200)) }
    }
    return nil
  }

  /// Seconds at which the present frame begins, from the start of the song; nil when the file can't tell.
  var frameSeconds: Double? {
    guard let frame, frame.pointee.best_effort_timestamp != kinora_no_time() else { return nil }
    return Double(frame.pointee.best_effort_timestamp) * secondsPerTick - startSeconds
  }

  /// Decodes the next frame into `frame`; false at the end of the song.
  func advance() throws(MediaError) -> Bool {
    guard let codec, let frame, let packet, let container else { return false }
    while true {
      let result = avcodec_receive_frame(codec, frame)
      if result >= 0 {
        failures = 0
        if frame.pointee.nb_samples > 0 { return true } else { continue }
      }
      if result == kinora_error_end() { return false }
      if result != kinora_error_again() { try fail() }
      if hasSentEnd {
        // A decoder that answers neither frame nor end after the end is broken.
        if result != kinora_error_again() { continue } else { return false }
      }
      try feed(codec, packet, container)
    }
  }

  private func feed(
    _ codec: UnsafeMutablePointer<AVCodecContext>, _ packet: UnsafeMutablePointer<AVPacket>,
    _ container: UnsafeMutablePointer<AVFormatContext>
  ) throws(MediaError) {
    guard av_read_frame(container, packet) >= 0 else {
      hasSentEnd = true
      avcodec_send_packet(codec, nil)
      return
    }
    defer { av_packet_unref(packet) }
    guard packet.pointee.stream_index == streamIndex else { return }
    if avcodec_send_packet(codec, packet) < 0 { try fail() }
  }

  private func fail() throws(MediaError) {
    failures += 1
    if failures > Self.patience { throw .damaged(file: path, why: "its sound can't be decoded") }
  }

  /// The next frame decoded will hold `seconds` or lie before it.
  func seek(toSeconds seconds: Double) throws(MediaError) {
    guard let container, let codec, secondsPerTick > 0 else { return }
    let target = ((seconds + startSeconds) / secondsPerTick).rounded(.down)
    guard target.isFinite, abs(target) < 0x1p62 else {
      throw .cannotSeek(file: path, seconds: seconds, why: "no such time")
    }
    // Some demuxers miss the last second of a file: then from a little before, then from the beginning.
    let earlier = [0, 5, seconds].map { Int64(max(0, target - ($0 / secondsPerTick).rounded(.up))) }
    guard earlier.contains(where: { av_seek_frame(container, streamIndex, $0, AVSEEK_FLAG_BACKWARD) >= 0 })
    else { throw .cannotSeek(file: path, seconds: seconds, why: "the file has no way to it") }
    avcodec_flush_buffers(codec)
    hasSentEnd = false
    failures = 0
  }
}
