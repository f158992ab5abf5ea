import CFFmpeg
import Foundation

/// Single pictures as PNG files.
public final class PNGWriter {
  private let encoder: Encoder
  private let width: Int
  private let height: Int
  private let frame: UnsafeMutablePointer<AVFrame>
  private var index: Int64 = 0

  /// - Parameters: size of every picture, in pixels.
  public init(width: Int, height: Int) throws(EncodeError) {
    av_log_set_level(AV_LOG_QUIET)
    guard (1...16_384).contains(width), (1...16_384).contains(height) else {
      throw .unfitSize(width: width, height: height)
    }
    guard let codec = avcodec_find_encoder_by_name("png"), let context = avcodec_alloc_context3(codec) else {
      throw .encoder(name: "png", reason: "this FFmpeg has no such encoder")
    }
    context.pointee.width = Int32(width)
    context.pointee.height = Int32(height)
    context.pointee.pix_fmt = AV_PIX_FMT_RGB24
    context.pointee.time_base = AVRational(num: 1, den: 1)
    context.pointee.thread_count = 1
    encoder = try Encoder(
      opening: context, of: codec, options: [("compression_level", "3"), ("pred", "sub")])
    guard let frame = av_frame_alloc() else { preconditionFailure("no memory for a picture") }
    frame.pointee.format = AV_PIX_FMT_RGB24.rawValue
    frame.pointee.width = Int32(width)
    frame.pointee.height = Int32(height)
    guard av_frame_get_buffer(frame, 0) >= 0 else { preconditionFailure("no memory for a picture") }
    self.width = width
    self.height = height
    self.frame = frame
  }

  deinit {
    var frame: UnsafeMutablePointer<AVFrame>? = frame
    av_frame_free(&frame)
  }

  /// The bytes of a PNG file; transparency is left out.
  ///
  /// - Parameter picture: RGBA, 8 bit each, top row first.
  public func bytes(of picture: UnsafeRawBufferPointer) throws(EncodeError) -> [UInt8] {
    precondition(picture.count >= width * height * 4, "a picture has four bytes a pixel")
    guard av_frame_make_writable(frame) >= 0, let plane = k_encode_plane(frame, 0) else {
      throw .encoder(name: "png", reason: "no memory")
    }
    let stride = Int(k_encode_stride(frame, 0))
    for row in 0..<height {
      var (from, to) = (row * width * 4, row * stride)
      for _ in 0..<width {
        plane[to] = picture[from]
        plane[to + 1] = picture[from + 1]
        plane[to + 2] = picture[from + 2]
        (from, to) = (from + 4, to + 3)
      }
    }
    frame.pointee.pts = index
    index += 1
    var bytes: [UInt8] = []
    try encoder.encode(frame) { packet in
      bytes.append(
        contentsOf: UnsafeBufferPointer(start: packet.pointee.data, count: Int(packet.pointee.size)))
    }
    return bytes
  }

  /// Writes a picture to a file of its own.
  public func write(_ picture: UnsafeRawBufferPointer, to path: String, force: Bool = false)
    throws(EncodeError)
  {
    let bytes = try bytes(of: picture)
    try OutputFile(path: path, force: force).write(bytes)
  }
}
