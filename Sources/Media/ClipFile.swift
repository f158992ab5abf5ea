import CFFmpeg
import Foundation

/// One opened film, still or camera: demuxer and decoder, picture by picture. Frees what it opened.
final class ClipFile {
  /// A decoded picture and when it begins, seconds since the first one.
  final class Frame {
    let frame: UnsafeMutablePointer<AVFrame>
    let start: Double
    let isKey: Bool

    init(_ frame: UnsafeMutablePointer<AVFrame>, start: Double) {
      self.frame = frame
      self.start = start
      isKey = frame.pointee.key_frame != 0
    }

    deinit {
      var frame: UnsafeMutablePointer<AVFrame>? = frame
      av_frame_free(&frame)
    }
  }

  let path: String
  /// Whether it is read as it comes and can't be sought.
  let isCamera: Bool
  /// Quarter turns clockwise to stand upright.
  private(set) var turns = 0
  /// Whether the graphics card decodes.
  private(set) var isHardware = false
  private var container: UnsafeMutablePointer<AVFormatContext>?
  private var codec: UnsafeMutablePointer<AVCodecContext>?
  private var packet = av_packet_alloc()
  private var streamIndex: Int32 = 0
  private var hasSentEnd = false
  private var firstTicks: Int64?
  private var lastStart = -Double.infinity
  private var failures = 0

  static let mostPixels: Int64 = 64 << 20
  /// Packets in a row that can't be decoded before a file is given up.
  private static let patience = 500
  /// Films and pictures; no playlists, no scripts, nothing that opens other files.
  private static let containers = """
    mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,flv,asf,ogg,gif,nut,mxf,dv,ivf,yuv4mpegpipe,\
    h264,hevc,m4v,apng,png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,tiff_pipe,psd_pipe,exr_pipe,image2
    """

  /// - Parameter hardware: lets the graphics card decode where it can.
  init(path: String, isCamera: Bool = false, hardware: Bool = false) throws(MediaError) {
    self.path = path
    self.isCamera = isCamera
    if !isCamera { try Self.check(path) }
    try open()
    try openDecoder(hardware: hardware)
  }

  deinit {
    av_packet_free(&packet)
    avcodec_free_context(&codec)
    avformat_close_input(&container)
  }

  private func fault(_ why: String) -> MediaError { .notAClip(file: path, why: why) }

  private static func check(_ path: String) throws(MediaError) {
    let real = (path as NSString).resolvingSymlinksInPath
    guard !path.contains("\0"), let attributes = try? FileManager.default.attributesOfItem(atPath: real)
    else {
      throw .missing(file: path)
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw .notAClip(file: path, why: "it is not a plain file")
    }
    if (attributes[.size] as? Int) == 0 { throw .notAClip(file: path, why: "it is empty; copy it again") }
  }

  private func open() throws(MediaError) {
    av_log_set_level(AV_LOG_QUIET)
    var options: OpaquePointer?
    defer { av_dict_free(&options) }
    var format: UnsafePointer<AVInputFormat>?
    if isCamera {
      format = k_clip_device("v4l2")
      guard format != nil else { throw fault("this FFmpeg knows no cameras (libavdevice without v4l2)") }
    } else {
      av_dict_set(&options, "protocol_whitelist", "file", 0)
      av_dict_set(&options, "format_whitelist", Self.containers, 0)
      av_dict_set(&options, "pattern_type", "none", 0)
    }
    let result = avformat_open_input(&container, isCamera ? path : "file:" + path, format, &options)
    if result == kinora_error_denied() { throw fault("permission denied; check its access rights") }
    guard result >= 0, let container else {
      throw fault(
        isCamera
          ? "the camera doesn't answer; plug it in, or name another with --camera"
          : "it is no film or picture that FFmpeg reads, or it is damaged from the beginning")
    }
    guard avformat_find_stream_info(container, nil) >= 0 else { throw fault("nothing in it can be decoded") }
  }

  private func openDecoder(hardware: Bool) throws(MediaError) {
    guard let container else { throw fault("it doesn't open") }
    var decoder: UnsafePointer<AVCodec>?
    streamIndex = av_find_best_stream(container, AVMEDIA_TYPE_VIDEO, -1, -1, &decoder, 0)
    let cover = streamIndex >= 0 ? container.pointee.streams[Int(streamIndex)]?.pointee.disposition ?? 0 : 0
    guard streamIndex >= 0, let decoder, cover & AV_DISPOSITION_ATTACHED_PIC == 0,
      let stream = container.pointee.streams[Int(streamIndex)]
    else { throw fault("there is no moving picture in it, only sound or other data") }
    for i in 0..<Int(container.pointee.nb_streams) where i != Int(streamIndex) {
      container.pointee.streams[i]?.pointee.discard = AVDISCARD_ALL
    }
    codec = avcodec_alloc_context3(decoder)
    guard let codec, avcodec_parameters_to_context(codec, stream.pointee.codecpar) >= 0 else {
      throw fault("its picture stream makes no sense")
    }
    codec.pointee.pkt_timebase = stream.pointee.time_base
    codec.pointee.max_pixels = Self.mostPixels
    codec.pointee.thread_count = 2
    isHardware = hardware && k_clip_use_vaapi(codec, decoder) != 0
    turns = Int(k_clip_turns(stream))
    guard avcodec_open2(codec, decoder, nil) >= 0 else {
      throw fault("its pictures can't be decoded, or have more than 64 million pixels")
    }
  }

  private var stream: UnsafeMutablePointer<AVStream>? { container?.pointee.streams[Int(streamIndex)] }

  private var secondsPerTick: Double {
    guard let base = stream?.pointee.time_base, base.den != 0 else { return 0 }
    return Double(base.num) / Double(base.den)
  }

  /// Pictures a second as the file says; 25 where it says nothing sensible.
  var framesPerSecond: Double {
    guard let rate = stream?.pointee.avg_frame_rate, rate.num > 0, rate.den > 0 else { return 25 }
    let fps = Double(rate.num) / Double(rate.den)
    return (1...240).contains(fps) ? fps : 25
  }

  /// What the header promises, seconds.
  var promisedSeconds: Double? {
    if let ticks = stream?.pointee.duration, ticks > 0 { return Double(ticks) * secondsPerTick }
    guard let whole = container?.pointee.duration, whole > 0 else { return nil }
    return Double(whole) / Double(AV_TIME_BASE)
  }

  /// The next picture in order; nil at the end, or where nothing more can be decoded.
  func next() -> Frame? {
    while true {
      guard let frame = av_frame_alloc() else { return nil }
      let result = avcodec_receive_frame(codec, frame)
      if result >= 0, let plain = Self.inMemory(frame) {
        failures = 0
        return Frame(plain, start: start(of: plain))
      }
      var unused: UnsafeMutablePointer<AVFrame>? = frame
      av_frame_free(&unused)
      if result == kinora_error_end() { return nil }
      if result != kinora_error_again() { failures += 1 }
      guard failures < Self.patience, feed() else { return nil }
    }
  }

  /// From the graphics card's memory, where that decodes.
  private static func inMemory(_ frame: UnsafeMutablePointer<AVFrame>) -> UnsafeMutablePointer<AVFrame>? {
    guard frame.pointee.format == AV_PIX_FMT_VAAPI.rawValue else { return frame }
    guard let plain = av_frame_alloc() else { return nil }
    guard av_hwframe_transfer_data(plain, frame, 0) >= 0 else {
      var plain: UnsafeMutablePointer<AVFrame>? = plain
      av_frame_free(&plain)
      return nil
    }
    av_frame_copy_props(plain, frame)
    var frame: UnsafeMutablePointer<AVFrame>? = frame
    av_frame_free(&frame)
    return plain
  }

  private func feed() -> Bool {
    if hasSentEnd { return false }
    while true {
      let result = av_read_frame(container, packet)
      guard result >= 0 else {
        hasSentEnd = true
        return avcodec_send_packet(codec, nil) >= 0
      }
      defer { av_packet_unref(packet) }
      guard packet?.pointee.stream_index == streamIndex else { continue }
      let sent = avcodec_send_packet(codec, packet)
      if sent < 0 && sent != kinora_error_again() { failures += 1 }
      return failures < Self.patience
    }
  }

  /// Times that are missing or run backwards follow the picture before.
  private func start(of frame: UnsafeMutablePointer<AVFrame>) -> Double {
    let ticks = frame.pointee.best_effort_timestamp
    let step = 1 / framesPerSecond
    var start = lastStart + step
    if ticks != kinora_no_time() {
      let first = firstTicks ?? ticks
      firstTicks = first
      start = Double(ticks - first) * secondsPerTick
    } else if lastStart.isInfinite {
      start = 0
    }
    if start <= lastStart { start = lastStart + min(step, 0.001) }
    lastStart = start
    return start
  }

  /// Goes to a key picture at or before a time.
  func seek(toSeconds seconds: Double) -> Bool {
    let ticks = Int64((seconds / max(secondsPerTick, 1e-9)).rounded(.down)) + (firstTicks ?? 0)
    hasSentEnd = false
    failures = 0
    lastStart = -.infinity
    avcodec_flush_buffers(codec)
    return av_seek_frame(container, streamIndex, ticks, AVSEEK_FLAG_BACKWARD) >= 0
  }
}
