import CFFmpeg
import Music

/// Interleaved stereo at 48 kHz to packets: AAC, or FLAC of 24 bit.
final class SoundEncoder {
  enum Codec: String {
    case aac, flac
  }

  let encoder: Encoder
  /// Sample frames taken in so far.
  private(set) var sampleFrames: Int64 = 0
  private let codec: Codec
  private let frame: UnsafeMutablePointer<AVFrame>
  /// Sample frames that the encoder takes at a time.
  private let length: Int
  private var filled = 0

  init(_ codec: Codec, withGlobalHeader: Bool) throws(EncodeError) {
    guard let found = avcodec_find_encoder_by_name(codec.rawValue),
      let context = avcodec_alloc_context3(found)
    else { throw .encoder(name: codec.rawValue, reason: "this FFmpeg has no such encoder") }
    context.pointee.sample_rate = Int32(Hop.sampleRate)
    context.pointee.time_base = AVRational(num: 1, den: Int32(Hop.sampleRate))
    k_encode_stereo(context)
    switch codec {
    case .aac:
      context.pointee.sample_fmt = AV_SAMPLE_FMT_FLTP
      context.pointee.bit_rate = 256_000
    case .flac:
      context.pointee.sample_fmt = AV_SAMPLE_FMT_S32
      context.pointee.bits_per_raw_sample = 24
    }
    if withGlobalHeader { context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER }
    encoder = try Encoder(opening: context, of: found, options: [])
    guard let frame = av_frame_alloc() else { preconditionFailure("no memory for a stretch of sound") }
    self.codec = codec
    self.frame = frame
    length = Int(max(encoder.context.pointee.frame_size, 256))
    frame.pointee.format = encoder.context.pointee.sample_fmt.rawValue
    frame.pointee.sample_rate = Int32(Hop.sampleRate)
    frame.pointee.nb_samples = Int32(length)
    guard k_encode_stereo_frame(frame, encoder.context) >= 0, av_frame_get_buffer(frame, 0) >= 0 else {
      preconditionFailure("no memory for a stretch of sound")
    }
  }

  deinit {
    var frame: UnsafeMutablePointer<AVFrame>? = frame
    av_frame_free(&frame)
  }

  /// - Parameter sound: left and right in turn, −1…1.
  func encode(
    _ sound: UnsafeBufferPointer<Float>,
    _ take: (UnsafeMutablePointer<AVPacket>) throws(EncodeError) -> Void
  ) throws(EncodeError) {
    var position = 0
    while position < sound.count / 2 {
      if filled == 0 { _ = av_frame_make_writable(frame) }
      let count = min(length - filled, sound.count / 2 - position)
      put(sound, from: position, count: count)
      filled += count
      position += count
      if filled == length { try send(take) }
    }
  }

  /// Encodes what is left and ends the stream.
  func finish(
    _ take: (UnsafeMutablePointer<AVPacket>) throws(EncodeError) -> Void
  ) throws(EncodeError) {
    if filled > 0 { try send(take) }
    try encoder.encode(nil, take)
  }

  private func send(
    _ take: (UnsafeMutablePointer<AVPacket>) throws(EncodeError) -> Void
  ) throws(EncodeError) {
    frame.pointee.nb_samples = Int32(filled)
    frame.pointee.pts = sampleFrames
    sampleFrames += Int64(filled)
    filled = 0
    try encoder.encode(frame, take)
  }

  private func put(_ sound: UnsafeBufferPointer<Float>, from start: Int, count: Int) {
    guard let plane = k_encode_plane(frame, 0) else { return }
    let raw = UnsafeMutableRawPointer(plane)
    switch codec {
    case .flac:
      let target = raw.assumingMemoryBound(to: Int32.self) + filled * 2
      // 24 bits in the upper part of 32, as libav wants them.
      for i in 0..<count * 2 { target[i] = PCM24.integer(sound[start * 2 + i]) << 8 }
    case .aac:
      guard let second = k_encode_plane(frame, 1) else { return }
      let left = raw.assumingMemoryBound(to: Float.self) + filled
      let right = UnsafeMutableRawPointer(second).assumingMemoryBound(to: Float.self) + filled
      for i in 0..<count {
        let (l, r) = (sound[(start + i) * 2], sound[(start + i) * 2 + 1])
        left[i] = l.isFinite ? l : 0  // one NaN would spoil the encoder for good
        right[i] = r.isFinite ? r : 0
      }
    }
  }
}

/// Samples on the 24-bit grid, where a Float holds an integer / 2²³ exactly.
public enum PCM24 {
  /// −2²³ ..< 2²³; what lies outside −1…1 is clipped, what is no number is silence.
  public static func integer(_ sample: Float) -> Int32 {
    guard sample.isFinite else { return 0 }
    return Int32(min(max((sample * 0x1p23).rounded(), -0x1p23), 0x1p23 - 1))
  }

  public static func sample(_ integer: Int32) -> Float { Float(integer) * 0x1p-23 }

  /// Three bytes for each sample, least first.
  public static func bytes(of samples: UnsafeBufferPointer<Float>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(samples.count * 3)
    for sample in samples {
      let value = integer(sample)
      bytes.append(UInt8(truncatingIfNeeded: value))
      bytes.append(UInt8(truncatingIfNeeded: value >> 8))
      bytes.append(UInt8(truncatingIfNeeded: value >> 16))
    }
    return bytes
  }
}
