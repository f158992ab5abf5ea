import CFFmpeg

/// One open encoder of libavcodec: frames in, packets out.
final class Encoder {
  let context: UnsafeMutablePointer<AVCodecContext>
  let name: String
  private let packet: UnsafeMutablePointer<AVPacket>

  /// Takes an allocated context, whose fields are set, and opens it.
  init(
    opening context: UnsafeMutablePointer<AVCodecContext>, of codec: UnsafePointer<AVCodec>,
    options: [(String, String)]
  ) throws(EncodeError) {
    guard let packet = av_packet_alloc() else { preconditionFailure("no memory for a packet") }
    self.context = context
    self.packet = packet
    name = String(cString: codec.pointee.name)
    var dictionary: OpaquePointer?
    for (key, value) in options { av_dict_set(&dictionary, key, value, 0) }
    let code = avcodec_open2(context, codec, &dictionary)
    av_dict_free(&dictionary)
    guard code >= 0 else { throw .encoder(name: name, reason: EncodeError.sentence(code: code)) }
  }

  deinit {
    var context: UnsafeMutablePointer<AVCodecContext>? = context
    avcodec_free_context(&context)
    var packet: UnsafeMutablePointer<AVPacket>? = packet
    av_packet_free(&packet)
  }

  /// Encodes a frame; nil ends the stream.
  ///
  /// - Parameter take: is given each packet that is ready, times in the encoder's time base.
  func encode(
    _ frame: UnsafeMutablePointer<AVFrame>?,
    _ take: (UnsafeMutablePointer<AVPacket>) throws(EncodeError) -> Void
  ) throws(EncodeError) {
    let code = avcodec_send_frame(context, frame)
    guard code >= 0 || (frame == nil && code == k_encode_eof()) else {
      throw .encoder(name: name, reason: EncodeError.sentence(code: code))
    }
    while true {
      let code = avcodec_receive_packet(context, packet)
      if code == k_encode_again() || code == k_encode_eof() { return }
      guard code >= 0 else { throw .encoder(name: name, reason: EncodeError.sentence(code: code)) }
      try take(packet)
      av_packet_unref(packet)
    }
  }
}
