import CFFmpeg

/// The discrete Fourier transform of real signals of one length, by libavutil's `av_tx`.
///
/// It owns its memory, so that the transform itself allocates nothing. Write `length` samples to `input`,
/// call `transform()`, read `binCount` complex values (real and imaginary part in turn) from `output`.
public struct FFT: ~Copyable {
  public let length: Int
  /// `length` samples; their values are undefined after `transform()`.
  public let input: UnsafeMutablePointer<Float>
  /// `2 × binCount` numbers; unscaled: a full-scale sine gives `length / 2`.
  public let output: UnsafeMutablePointer<Float>
  private var context: OpaquePointer?
  private var function: av_tx_fn?

  /// libavutil wants memory aligned to the machine's widest vector, in bytes (AVX-512).
  private static var alignment: Int { 64 }

  /// - Precondition: `length` is a power of two in 16…65536.
  public init(length: Int) {
    precondition((16...65536).contains(length) && length & (length - 1) == 0, "no transform of \(length)")
    self.length = length
    input = Self.floats(length)
    output = Self.floats(length + 2)
    var scale: Float = 1
    let code = av_tx_init(&context, &function, AV_TX_FLOAT_RDFT, 0, Int32(length), &scale, 0)
    // Fails only without memory or in a libavutil built without transforms: no ear is possible then.
    precondition(code == 0 && function != nil, "libavutil offers no transform of \(length) samples")
  }

  deinit {
    var context = context
    av_tx_uninit(&context)
    input.deallocate()
    output.deallocate()
  }

  /// From the constant (0) to half the sample rate.
  public var binCount: Int { length / 2 + 1 }

  /// Real-time safe.
  public mutating func transform() {
    function?(context, output, input, MemoryLayout<Float>.stride)
  }

  private static func floats(_ count: Int) -> UnsafeMutablePointer<Float> {
    let bytes = count * MemoryLayout<Float>.stride
    let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: alignment)
    let base = raw.bindMemory(to: Float.self, capacity: count)
    base.initialize(repeating: 0, count: count)
    return base
  }
}
