import CFFmpeg
import Music

/// Sound of any rate, format and channel count → 48 kHz stereo interleaved Float, by libswresample.
///
/// Mono goes to both sides at full level; more than two channels are mixed down so that nothing can
/// overload. Output is not yet on the 24-bit grid.
public final class Resampler {
  private var context: OpaquePointer?

  /// Input samples under the filter, and its edge as a share of the lower Nyquist frequency: with FFmpeg's own
  /// 32 and 0.97 what is left of a filter (-70 dB) is enough to move a beat where two are as likely.
  private static let filterLength: Int64 = 128
  private static let filterEdge = 0.985

  /// For interleaved Float input.
  public convenience init(sampleRate: Int, channels: Int) throws(MediaError) {
    var layout = AVChannelLayout()
    av_channel_layout_default(&layout, Int32(clamping: channels))
    try self.init(sampleRate: sampleRate, layout: layout, format: AV_SAMPLE_FMT_FLT)
  }

  init(sampleRate: Int, layout given: AVChannelLayout, format: AVSampleFormat) throws(MediaError) {
    let channels = Int(given.nb_channels)
    guard (1...64).contains(channels), (1...6_144_000).contains(sampleRate) else {
      throw .cannotResample(sampleRate: sampleRate, channels: channels)
    }
    var input = given
    if input.order == AV_CHANNEL_ORDER_UNSPEC { av_channel_layout_default(&input, given.nb_channels) }
    var stereo = AVChannelLayout()
    av_channel_layout_default(&stereo, 2)
    swr_alloc_set_opts2(
      &context, &stereo, AV_SAMPLE_FMT_FLT, Int32(Hop.sampleRate), &input, format, Int32(sampleRate), 0, nil)
    guard let context else { throw .cannotResample(sampleRate: sampleRate, channels: channels) }
    let options = UnsafeMutableRawPointer(context)
    av_opt_set_double(options, "rematrix_maxval", 1, 0)
    av_opt_set_int(options, "filter_size", Self.filterLength, 0)
    av_opt_set_double(options, "cutoff", Self.filterEdge, 0)
    // FFmpeg has no matrix for sources without named places, and quietens mono by 3 dB.
    if channels == 1 || input.order != AV_CHANNEL_ORDER_NATIVE {
      let matrix = Self.plainMatrix(channels: channels)
      swr_set_matrix(context, matrix, Int32(channels))
    }
    guard swr_init(context) >= 0 else {
      throw .cannotResample(sampleRate: sampleRate, channels: channels)
    }
  }

  deinit { swr_free(&context) }

  /// Odd channels to the left, even ones to the right, a lone one to both; rows of 1 in sum.
  private static func plainMatrix(channels: Int) -> [Double] {
    guard channels > 1 else { return [1, 1] }
    let left = (0..<channels).map { $0 % 2 == 0 ? 1 / Double((channels + 1) / 2) : 0 }
    let right = (0..<channels).map { $0 % 2 == 1 ? 1 / Double(channels / 2) : 0 }
    return left + right
  }

  /// Sample frames at 48 kHz that went in and have not come out.
  public var delayFrames: Int { context.map { Int(swr_get_delay($0, Int64(Hop.sampleRate))) } ?? 0 }

  /// An upper bound of what the next `frames` input frames may yield, in output frames.
  public func outputFrames(for frames: Int) -> Int {
    context.map { Int(swr_get_out_samples($0, Int32(clamping: frames))) + 32 } ?? 0
  }

  /// Converts interleaved Float; what doesn't fit in `output` waits inside.
  ///
  /// - Parameter frames: sample frames at `input`.
  /// - Returns: sample frames written to `output`.
  /// - Real-time safe once the first blocks of the usual size have passed.
  public func convert(
    _ input: UnsafePointer<Float>, frames: Int, into output: UnsafeMutableBufferPointer<Float>
  ) -> Int {
    input.withMemoryRebound(to: UInt8.self, capacity: frames * 4) { bytes in
      var plane: UnsafePointer<UInt8>? = bytes
      return withUnsafeMutablePointer(to: &plane) { convert(planes: $0, frames: frames, into: output) }
    }
  }

  /// What is left inside after the last input; call until it returns 0.
  public func drain(into output: UnsafeMutableBufferPointer<Float>) -> Int {
    convert(planes: nil, frames: 0, into: output)
  }

  func convert(
    planes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, frames: Int,
    into output: UnsafeMutableBufferPointer<Float>
  ) -> Int {
    guard let context, let base = output.baseAddress else { return 0 }
    return base.withMemoryRebound(to: UInt8.self, capacity: output.count * 4) { bytes in
      var target: UnsafeMutablePointer<UInt8>? = bytes
      return max(0, Int(swr_convert(context, &target, Int32(output.count / 2), planes, Int32(frames))))
    }
  }
}
