import CFFmpeg
import Music

/// Reads a take's FLAC file back, bit for bit, also when its end is missing.
public final class PCMReader {
  private let input: MovieInput
  private let path: String
  private var decoder: UnsafeMutablePointer<AVCodecContext>?
  private var frame: UnsafeMutablePointer<AVFrame>?
  private var packet: UnsafeMutablePointer<AVPacket>?
  private var taken = 0  // sample frames of `frame` given out
  private var isDrained = false

  public init(path: String) throws(EncodeError) {
    self.path = path
    input = try MovieInput(path: path)
    frame = av_frame_alloc()
    packet = av_packet_alloc()
    guard input.streamCount >= 1, let parameters = k_encode_stream(input.context, 0).pointee.codecpar,
      parameters.pointee.codec_id == AV_CODEC_ID_FLAC, parameters.pointee.ch_layout.nb_channels == 2,
      parameters.pointee.sample_rate == Int32(Hop.sampleRate),
      let codec = avcodec_find_decoder(AV_CODEC_ID_FLAC)
    else { throw .unreadable(path: path, reason: "it is no stereo FLAC file at 48 kHz") }
    decoder = avcodec_alloc_context3(codec)
    guard avcodec_parameters_to_context(decoder, parameters) >= 0, avcodec_open2(decoder, codec, nil) >= 0
    else {
      throw .unreadable(path: path, reason: "the FLAC decoder does not take it")
    }
  }

  deinit {
    avcodec_free_context(&decoder)
    av_frame_free(&frame)
    av_packet_free(&packet)
  }

  /// Fills `target` with left and right in turn, as much as there is.
  ///
  /// - Returns: sample frames filled in; fewer than fit only at the end.
  public func read(into target: UnsafeMutableBufferPointer<Float>) -> Int {
    let wanted = target.count / 2
    var filled = 0
    while filled < wanted {
      guard let frame, Int(frame.pointee.nb_samples) > taken || decodeNext() else { break }
      let count = min(wanted - filled, Int(frame.pointee.nb_samples) - taken)
      copy(frame, count: count, to: target, at: filled)
      taken += count
      filled += count
    }
    return filled
  }

  /// The next stretch of sound; false at the end.
  private func decodeNext() -> Bool {
    guard let frame, let packet else { return false }
    taken = 0
    av_frame_unref(frame)
    while true {
      let code = avcodec_receive_frame(decoder, frame)
      if code >= 0 { return true }
      if code != k_encode_again() || isDrained { return false }
      if av_read_frame(input.context, packet) < 0 {
        isDrained = true
        avcodec_send_packet(decoder, nil)
      } else {
        // A damaged packet is skipped: the log tells which second no longer fits.
        avcodec_send_packet(decoder, packet)
        av_packet_unref(packet)
      }
    }
  }

  private func copy(
    _ frame: UnsafeMutablePointer<AVFrame>, count: Int, to target: UnsafeMutableBufferPointer<Float>,
    at start: Int
  ) {
    guard let plane = k_encode_plane(frame, 0) else { return }
    let raw = UnsafeMutableRawPointer(plane)
    if frame.pointee.format == AV_SAMPLE_FMT_S16.rawValue {
      let source = raw.assumingMemoryBound(to: Int16.self) + taken * 2
      for i in 0..<count * 2 { target[start * 2 + i] = Float(source[i]) * 0x1p-15 }
    } else {
      let source = raw.assumingMemoryBound(to: Int32.self) + taken * 2
      for i in 0..<count * 2 { target[start * 2 + i] = PCM24.sample(source[i] >> 8) }
    }
  }
}
