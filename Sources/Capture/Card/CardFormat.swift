import CALSA
import Media
import Music

/// How samples lie in a card's blocks.
enum SampleEncoding: Sendable, BitwiseCopyable, CaseIterable {
  // In order of preference: what keeps 24 bits without conversion comes first.
  case signed32, float32, signed24in3, signed24in4, signed16, unsigned8

  var alsa: snd_pcm_format_t {
    switch self {
    case .signed32: SND_PCM_FORMAT_S32_LE
    case .float32: SND_PCM_FORMAT_FLOAT_LE
    case .signed24in3: SND_PCM_FORMAT_S24_3LE
    case .signed24in4: SND_PCM_FORMAT_S24_LE
    case .signed16: SND_PCM_FORMAT_S16_LE
    case .unsigned8: SND_PCM_FORMAT_U8
    }
  }

  var bytes: Int {
    switch self {
    case .signed32, .float32, .signed24in4: 4
    case .signed24in3: 3
    case .signed16: 2
    case .unsigned8: 1
    }
  }

  var name: String {
    switch self {
    case .signed32: "32 bit"
    case .float32: "float"
    case .signed24in3, .signed24in4: "24 bit"
    case .signed16: "16 bit"
    case .unsigned8: "8 bit"
    }
  }

  /// Spreads a block as stereo Float: a lone channel to both sides, of many the first two. Real-time safe.
  func spread(
    _ block: UnsafeRawPointer, frames: Int, channels: Int, into target: UnsafeMutablePointer<Float>
  ) {
    switch self {
    case .signed32:
      spread(frames, channels, target) {
        Float(block.loadUnaligned(fromByteOffset: $0 * 4, as: Int32.self)) * 0x1p-31
      }
    case .float32:
      spread(frames, channels, target) { block.loadUnaligned(fromByteOffset: $0 * 4, as: Float.self) }
    case .signed24in3:
      spread(frames, channels, target) {
        let low = Int32(block.loadUnaligned(fromByteOffset: $0 * 3, as: UInt16.self))
        let high = Int32(block.loadUnaligned(fromByteOffset: $0 * 3 + 2, as: Int8.self))
        return Float(high << 16 | low) * 0x1p-23
      }
    case .signed24in4:
      spread(frames, channels, target) {
        Float(block.loadUnaligned(fromByteOffset: $0 * 4, as: Int32.self) << 8) * 0x1p-31
      }
    case .signed16:
      spread(frames, channels, target) {
        Float(block.loadUnaligned(fromByteOffset: $0 * 2, as: Int16.self)) * 0x1p-15
      }
    case .unsigned8:
      spread(frames, channels, target) {
        (Float(block.loadUnaligned(fromByteOffset: $0, as: UInt8.self)) - 128) * 0x1p-7
      }
    }
  }

  @inline(__always)
  private func spread(
    _ frames: Int, _ channels: Int, _ target: UnsafeMutablePointer<Float>, _ sample: (Int) -> Float
  ) {
    let right = channels > 1 ? 1 : 0
    for i in 0..<frames {
      target[2 * i] = sample(i * channels)
      target[2 * i + 1] = sample(i * channels + right)
    }
  }
}

/// What a card agreed to deliver.
struct CardFormat: Sendable, BitwiseCopyable {
  var encoding: SampleEncoding
  var sampleRate: Int
  var channels: Int
  /// Sample frames per block and in all.
  var period: Int
  var buffer: Int
  /// Whether it tells when it was where, by CLOCK_MONOTONIC.
  var isStamped = false

  var bytesPerFrame: Int { encoding.bytes * channels }

  /// What makes 48 kHz of its sound; nil when that is its rate.
  func resampler(of device: String) throws(CaptureError) -> Resampler? {
    guard sampleRate != Hop.sampleRate else { return nil }
    do throws(MediaError) {
      return try Resampler(sampleRate: sampleRate, channels: 2)
    } catch {
      throw .wrongRate(device: device, hertz: sampleRate)
    }
  }

  /// As a performer reads it.
  var description: String {
    "\(sampleRate) Hz, \(encoding.name), "
      + "\(channels) channel\(channels == 1 ? "" : "s"), \(period) frames a period"
  }
}

/// What is asked of a card; what it can't do is met as nearly as it can.
struct CardWish: Sendable {
  var sampleRate = Hop.sampleRate
  var channels = 2
  /// The preferred one first; the others follow in their own order.
  var encoding: SampleEncoding?
  /// Sample frames at 48 kHz: 2.7 ms.
  var period = 128
  /// Seconds of sound the card may hold while nobody reads. Costs no latency: blocks are read as they come.
  var bufferSeconds = 0.2
}
