import Media
import Music

/// Magnitudes of the latest stretch of sound, as often as asked.
struct Spectrum: ~Copyable {
  /// The last `length` samples, oldest first.
  let history: Buffer<Float>
  /// Magnitudes of `binCount` bins; a full-scale sine on a bin's centre gives 1.
  let magnitudes: Buffer<Float>
  let length: Int
  private let window: Buffer<Float>
  private var fft: FFT

  init(length: Int) {
    self.length = length
    fft = FFT(length: length)
    history = Buffer(length)
    window = Buffer(length)
    magnitudes = Buffer(length / 2 + 1)
    // Hann; divided by its sum (length / 2) and by the sine's share per side (½).
    for i in 0..<length {
      let hann = 0.5 - 0.5 * Maths.cosine(2 * .pi * Double(i) / Double(length))
      window[i] = Float(hann * 4 / Double(length))
    }
  }

  var binCount: Int { magnitudes.count }
  /// Distance between two bins, in hertz.
  var binWidth: Double { Double(Hop.sampleRate) / Double(length) }

  /// Shifts `Hop.length` samples in.
  mutating func take(_ hop: borrowing Buffer<Float>) {
    let kept = length - hop.count
    history.base.update(from: history.base + hop.count, count: kept)
    (history.base + kept).update(from: hop.base, count: hop.count)
  }

  mutating func analyse() {
    let input = fft.input
    for i in 0..<length { input[i] = history[i] * window[i] }
    fft.transform()
    let output = fft.output
    for i in 0..<magnitudes.count {
      let re = output[2 * i]
      let im = output[2 * i + 1]
      magnitudes[i] = (re * re + im * im).squareRoot()
    }
  }
}
