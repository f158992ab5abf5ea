import CFFmpeg
import Foundation

/// Pictures on a constant grid to packets, by the first encoder of a list that works here.
final class VideoEncoder {
  let encoder: Encoder
  private let converter: PictureConverter
  private let upload: HardwareUpload?

  /// Tries the encoders in turn; each is trusted only after it has encoded three pictures.
  ///
  /// - Returns: the encoder, and a sentence for each that failed before it.
  static func choose(
    for format: MovieFormat, withGlobalHeader: Bool
  ) throws(EncodeError) -> (VideoEncoder, [String]) {
    var notices: [String] = []
    for name in format.encoders {
      do throws(EncodeError) {
        try VideoEncoder(named: name, format: format, withGlobalHeader: withGlobalHeader).prove()
        let encoder = try VideoEncoder(named: name, format: format, withGlobalHeader: withGlobalHeader)
        if !notices.isEmpty { notices.append("Recording with \(name).") }
        return (encoder, notices)
      } catch {
        notices.append("\(error)")
      }
    }
    throw .noEncoder(tried: format.encoders)
  }

  init(named name: String, format: MovieFormat, withGlobalHeader: Bool) throws(EncodeError) {
    guard let codec = avcodec_find_encoder_by_name(name), let context = avcodec_alloc_context3(codec) else {
      throw .encoder(name: name, reason: "this FFmpeg has no such encoder")
    }
    let upload =
      name.hasSuffix("_vaapi") ? HardwareUpload(width: format.filmWidth, height: format.filmHeight) : nil
    Self.describe(format, to: context, withGlobalHeader: withGlobalHeader)
    if name.hasSuffix("_vaapi") {
      guard let upload else {
        var context: UnsafeMutablePointer<AVCodecContext>? = context
        avcodec_free_context(&context)
        throw .encoder(name: name, reason: "no graphics card with a video encoder answers")
      }
      context.pointee.pix_fmt = AV_PIX_FMT_VAAPI
      context.pointee.hw_frames_ctx = av_buffer_ref(upload.pool)
    }
    if name == "mpeg4" {
      context.pointee.flags |= AV_CODEC_FLAG_QSCALE
      context.pointee.global_quality = 3 * FF_QP2LAMBDA
    }
    encoder = try Encoder(opening: context, of: codec, options: Self.options(of: name, format))
    self.upload = upload
    converter = PictureConverter(
      width: format.filmWidth, height: format.filmHeight,
      format: upload == nil ? AV_PIX_FMT_YUV420P : AV_PIX_FMT_NV12)
  }

  /// Encodes a picture as frame `index`, or, without one, the picture before again.
  func encode(
    _ picture: UnsafeRawBufferPointer?, stride: Int, index: Int64,
    _ take: (UnsafeMutablePointer<AVPacket>) throws(EncodeError) -> Void
  ) throws(EncodeError) {
    if let picture { converter.convert(picture, stride: stride) }
    converter.frame.pointee.pts = index
    guard let upload else { return try encoder.encode(converter.frame, take) }
    guard let frame = upload.upload(converter.frame) else {
      throw .encoder(name: encoder.name, reason: "a picture did not reach the graphics card")
    }
    try encoder.encode(frame, take)
  }

  func finish(
    _ take: (UnsafeMutablePointer<AVPacket>) throws(EncodeError) -> Void
  ) throws(EncodeError) { try encoder.encode(nil, take) }

  /// Encodes three pictures and expects packets of them.
  private func prove() throws(EncodeError) {
    var packets = 0
    for index in 0..<3 as Range<Int64> { try encode(nil, stride: 0, index: index) { _ in packets += 1 } }
    try finish { _ in packets += 1 }
    guard packets > 0 else { throw .encoder(name: encoder.name, reason: "three pictures gave no packet") }
  }

  private static func describe(
    _ format: MovieFormat, to context: UnsafeMutablePointer<AVCodecContext>, withGlobalHeader: Bool
  ) {
    let fps = Int32(format.framesPerSecond)
    context.pointee.width = Int32(format.filmWidth)
    context.pointee.height = Int32(format.filmHeight)
    context.pointee.time_base = AVRational(num: 1, den: fps)
    context.pointee.framerate = AVRational(num: fps, den: 1)
    context.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
    context.pointee.pix_fmt = AV_PIX_FMT_YUV420P
    context.pointee.gop_size = fps  // one key frame a second: what a damaged file can start from
    context.pointee.color_range = AVCOL_RANGE_MPEG
    context.pointee.colorspace = AVCOL_SPC_BT709
    context.pointee.color_primaries = AVCOL_PRI_BT709
    context.pointee.color_trc = AVCOL_TRC_BT709
    context.pointee.chroma_sample_location = AVCHROMA_LOC_LEFT
    if withGlobalHeader { context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER }
    if case .live = format.effort { context.pointee.max_b_frames = 0 }
    let cores = Int32(ProcessInfo.processInfo.activeProcessorCount)
    let usual = format.effort == .offline ? cores : max(1, cores / 2)
    context.pointee.thread_count = format.threads > 0 ? Int32(clamping: format.threads) : usual
  }

  private static func options(of name: String, _ format: MovieFormat) -> [(String, String)] {
    switch (name, format.effort) {
    case ("libx264", .live(let preset)):
      // Without look-ahead: what the encoder holds back is what a crash loses.
      [("preset", preset.rawValue), ("tune", "zerolatency"), ("crf", "20"), ("profile", "high")]
    // As good as “medium” at 16 for a third of its time and 5 to 25 % more bytes (200 pictures of the demo song).
    case ("libx264", .offline): [("preset", "veryfast"), ("crf", "15.5"), ("profile", "high")]
    case ("h264_nvenc", .live):
      [("preset", "p4"), ("tune", "ull"), ("rc", "vbr"), ("cq", "20"), ("zerolatency", "1"), ("delay", "0")]
    case ("h264_nvenc", .offline): [("preset", "p7"), ("tune", "hq"), ("rc", "vbr"), ("cq", "16")]
    case ("h264_vaapi", .live): [("qp", "20"), ("async_depth", "1")]
    case ("h264_vaapi", .offline): [("qp", "16")]
    default: []
    }
  }
}

/// The way of a picture into a graphics card's memory.
final class HardwareUpload {
  fileprivate let pool: UnsafeMutablePointer<AVBufferRef>
  private let frame: UnsafeMutablePointer<AVFrame>

  /// Nil where no card offers VA-API.
  init?(width: Int, height: Int) {
    var device: UnsafeMutablePointer<AVBufferRef>?
    guard av_hwdevice_ctx_create(&device, AV_HWDEVICE_TYPE_VAAPI, nil, nil, 0) >= 0 else { return nil }
    defer { av_buffer_unref(&device) }
    guard let opened = device, let pool = av_hwframe_ctx_alloc(opened), let frame = av_frame_alloc() else {
      return nil
    }
    k_encode_describe_pool(pool, AV_PIX_FMT_VAAPI, AV_PIX_FMT_NV12, Int32(width), Int32(height))
    self.pool = pool
    self.frame = frame
    guard av_hwframe_ctx_init(pool) >= 0 else { return nil }
  }

  deinit {
    var frame: UnsafeMutablePointer<AVFrame>? = frame
    av_frame_free(&frame)
    var pool: UnsafeMutablePointer<AVBufferRef>? = pool
    av_buffer_unref(&pool)
  }

  /// Copies a picture; nil when the card refuses.
  func upload(_ picture: UnsafeMutablePointer<AVFrame>) -> UnsafeMutablePointer<AVFrame>? {
    av_frame_unref(frame)
    guard av_hwframe_get_buffer(pool, frame, 0) >= 0, av_hwframe_transfer_data(frame, picture, 0) >= 0,
      av_frame_copy_props(frame, picture) >= 0
    else { return nil }
    return frame
  }
}

/// Which encoders this FFmpeg has; whether one works shows only when it is opened.
public enum VideoEncoders {
  public static func exists(_ name: String) -> Bool { avcodec_find_encoder_by_name(name) != nil }
}
