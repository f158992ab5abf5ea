import Glibc
import Testing

@testable import Media

@Suite("A transform") struct FFTTests {
  @Test("finds a sine in its bin and nowhere else", arguments: [64, 2048, 8192])
  func sine(length: Int) {
    var fft = FFT(length: length)
    let cycles = length / 8
    for i in 0..<length { fft.input[i] = Float(cos(2 * .pi * Double(cycles * i) / Double(length))) }
    fft.transform()
    for bin in 0..<fft.binCount {
      let magnitude = hypotf(fft.output[2 * bin], fft.output[2 * bin + 1])
      let expected: Float = bin == cycles ? Float(length) / 2 : 0
      #expect(abs(magnitude - expected) < 1e-3 * Float(length))
    }
  }

  @Test("agrees with the sum that defines it")
  func definition() {
    var fft = FFT(length: 16)
    let signal: [Float] = (0..<16).map { Float(($0 * $0 * 7 + 3) % 11) - 5 }
    for i in 0..<16 { fft.input[i] = signal[i] }
    fft.transform()
    for bin in 0..<fft.binCount {
      var re = 0.0
      var im = 0.0
      for i in 0..<16 {
        let angle = -2 * Double.pi * Double(bin * i) / 16
        re += Double(signal[i]) * cos(angle)
        im += Double(signal[i]) * sin(angle)
      }
      #expect(abs(Double(fft.output[2 * bin]) - re) < 1e-4)
      #expect(abs(Double(fft.output[2 * bin + 1]) - im) < 1e-4)
    }
  }

  @Test("may be made and dropped often")
  func lifetime() {
    for _ in 0..<200 {
      var fft = FFT(length: 1024)
      fft.input[0] = 1
      fft.transform()
      #expect(fft.output[2] == 1)
    }
  }
}
