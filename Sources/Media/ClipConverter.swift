import CFFmpeg

/// Decoded pictures of any format, shape and turn as upright RGBA with square pixels.
final class ClipConverter {
  private let turns: Int
  private let cover: (width: Int, height: Int)?
  private var scaler: OpaquePointer?

  /// - Parameter turns: quarter turns clockwise.
  init(turns: Int, covering size: (width: Int, height: Int)?) {
    self.turns = turns
    cover = size
  }

  deinit { sws_freeContext(scaler) }

  func picture(of frame: UnsafeMutablePointer<AVFrame>, start: Double, end: Double) -> ClipPicture? {
    guard let size = size(of: frame) else { return nil }
    // The size before it is turned.
    let lies = turns % 2 == 1
    let (width, height) = lies ? (size.height, size.width) : size
    scaler = sws_getCachedContext(
      scaler, frame.pointee.width, frame.pointee.height, AVPixelFormat(frame.pointee.format), Int32(width),
      Int32(height), AV_PIX_FMT_RGBA, SWS_BILINEAR | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nil, nil, nil)
    guard let scaler else { return nil }
    var isDone = false
    let pixels = [UInt8](unsafeUninitializedCapacity: 4 * width * height) { buffer, count in
      isDone = k_clip_scale(scaler, frame, buffer.baseAddress, Int32(width), Int32(height)) > 0
      count = buffer.count
    }
    guard isDone else { return nil }
    return ClipPicture(
      width: size.width, height: size.height,
      pixels: turns == 0 ? pixels : Self.turned(pixels, width: width, height: height, turns: turns),
      start: start, end: end)
  }

  /// Size on show: upright, square pixels, no larger than covers what was asked for.
  func size(of frame: UnsafeMutablePointer<AVFrame>) -> (width: Int, height: Int)? {
    guard frame.pointee.width > 0, frame.pointee.height > 0 else { return nil }
    var width = Double(frame.pointee.width)
    var height = Double(frame.pointee.height)
    let aspect = frame.pointee.sample_aspect_ratio
    if aspect.num > 0, aspect.den > 0, (0.1...10).contains(Double(aspect.num) / Double(aspect.den)) {
      width *= Double(aspect.num) / Double(aspect.den)
    }
    if turns % 2 == 1 { (width, height) = (height, width) }
    var scale = min(1, 8192 / max(width, height))
    if let cover { scale = min(scale, max(Double(cover.width) / width, Double(cover.height) / height)) }
    return (max(1, Int((width * scale).rounded())), max(1, Int((height * scale).rounded())))
  }

  /// - Parameters:
  ///   - width: before it is turned.
  ///   - turns: quarter turns clockwise; rows run from the bottom.
  private static func turned(_ pixels: [UInt8], width: Int, height: Int, turns: Int) -> [UInt8] {
    let (outWidth, outHeight) = turns % 2 == 1 ? (height, width) : (width, height)
    return pixels.withUnsafeBytes { bytes in
      let from = bytes.bindMemory(to: UInt32.self)
      return [UInt8](unsafeUninitializedCapacity: pixels.count) { buffer, count in
        let to = UnsafeMutableRawBufferPointer(buffer).bindMemory(to: UInt32.self)
        for y in 0..<outHeight {
          for x in 0..<outWidth {
            let (sx, sy) =
              switch turns {
              case 1: (width - 1 - y, x)
              case 2: (width - 1 - x, height - 1 - y)
              default: (y, height - 1 - x)
              }
            to[y * outWidth + x] = from[sy * width + sx]
          }
        }
        count = pixels.count
      }
    }
  }
}
