import CFFmpeg

/// A picture as pixels.
public struct StillImage: Sendable {
  public var width: Int
  public var height: Int
  /// RGBA, 8 bits each, top row first.
  public var pixels: [UInt8]
}

/// Reads picture files (PNG, JPEG, WebP, BMP, GIF's first picture, TIFF) whole.
public final class StillReader {
  private let path: String
  private var container: UnsafeMutablePointer<AVFormatContext>?
  private var codec: UnsafeMutablePointer<AVCodecContext>?
  private var packet = av_packet_alloc()
  private var frame = av_frame_alloc()

  /// A file of a few bytes may promise gigabytes: no decoder here makes a picture larger than this.
  private static let mostPixels: Int64 = 64 << 20
  /// Pictures only; nothing that opens other files.
  private static let formats =
    "png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,tiff_pipe,gif,gif_pipe,jpegls_pipe,psd_pipe,image2"

  /// Decodes a picture.
  ///
  /// - Throws: one sentence naming the file and what is wrong with it.
  public static func read(_ path: String) throws(MediaError) -> StillImage {
    let reader = StillReader(path: path)
    try reader.open()
    try reader.decode()
    return try reader.convert()
  }

  private init(path: String) { self.path = path }

  deinit {
    av_frame_free(&frame)
    av_packet_free(&packet)
    avcodec_free_context(&codec)
    avformat_close_input(&container)
  }

  private func open() throws(MediaError) {
    av_log_set_level(AV_LOG_FATAL)
    var options: OpaquePointer?
    defer { av_dict_free(&options) }
    av_dict_set(&options, "protocol_whitelist", "file", 0)
    av_dict_set(&options, "format_whitelist", Self.formats, 0)
    // A name with a % in it is a name, not a numbered sequence.
    av_dict_set(&options, "pattern_type", "none", 0)
    guard avformat_open_input(&container, "file:" + path, nil, &options) >= 0 else {
      throw .notAPicture(file: path, why: "it is missing, may not be read, or is no picture")
    }
    guard let stream = container?.pointee.streams?[0], let parameters = stream.pointee.codecpar,
      let decoder = avcodec_find_decoder(parameters.pointee.codec_id)
    else { throw .notAPicture(file: path, why: "there is no picture in it") }
    codec = avcodec_alloc_context3(decoder)
    avcodec_parameters_to_context(codec, parameters)
    codec?.pointee.max_pixels = Self.mostPixels
    guard avcodec_open2(codec, decoder, nil) >= 0 else {
      throw .notAPicture(file: path, why: "its decoder doesn't open")
    }
  }

  private func decode() throws(MediaError) {
    guard av_read_frame(container, packet) >= 0, avcodec_send_packet(codec, packet) >= 0 else {
      throw .notAPicture(file: path, why: "it is damaged, or larger than 64 million pixels")
    }
    avcodec_send_packet(codec, nil)
    guard avcodec_receive_frame(codec, frame) >= 0 else {
      throw .notAPicture(file: path, why: "it is damaged or cut off")
    }
  }

  private func convert() throws(MediaError) -> StillImage {
    guard let frame, frame.pointee.width > 0, frame.pointee.height > 0 else {
      throw .notAPicture(file: path, why: "it is empty")
    }
    let (width, height) = (frame.pointee.width, frame.pointee.height)
    let from = AVPixelFormat(frame.pointee.format)
    guard
      let scaler = sws_getContext(
        width, height, from, width, height, AV_PIX_FMT_RGBA, SWS_POINT, nil, nil, nil)
    else { throw .notAPicture(file: path, why: "its colours can't be read") }
    defer { sws_freeContext(scaler) }
    let stride = 4 * Int(width)
    let pixels = [UInt8](unsafeUninitializedCapacity: stride * Int(height)) { buffer, count in
      _ = kinora_scale(scaler, frame, height, buffer.baseAddress, Int32(stride))
      count = buffer.count
    }
    return StillImage(width: Int(width), height: Int(height), pixels: pixels)
  }
}
