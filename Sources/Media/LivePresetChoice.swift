import CFFmpeg
import Music

/// What encoding a picture costs with one of the live presets.
public struct EncodingCost: Sendable, Equatable {
  public var preset: LivePreset
  /// Of processor time, conversion of the colours included.
  public var secondsPerPicture: Double
}

extension LivePreset {
  /// Pictures measured for each preset; the first is a key frame and not counted.
  private static let measuredPictures = 6

  /// The best preset that encodes a format's pictures with at most so many processors' time.
  ///
  /// - Parameters:
  ///   - format: its size and rate count.
  ///   - processors: that the encoder may fill; half of the spare ones is a good choice.
  ///   - clock: seconds of processor time of the calling thread, which does all the work.
  /// - Returns: `ultrafast` when none is cheap enough, and what was measured, cheapest preset first.
  public static func best(
    for format: MovieFormat, processors: Double, clock: () -> Double
  ) throws(EncodeError) -> (LivePreset, [EncodingCost]) {
    av_log_set_level(AV_LOG_QUIET)
    let picture = UnsafeMutableRawBufferPointer.allocate(
      byteCount: format.width * format.height * 4, alignment: 64)
    defer { picture.deallocate() }
    let budget = processors / Double(format.framesPerSecond)
    var costs: [EncodingCost] = []
    var best = LivePreset.ultrafast
    for preset in allCases {
      let cost = try cost(of: preset, format: format, picture: picture, clock: clock)
      costs.append(EncodingCost(preset: preset, secondsPerPicture: cost))
      guard cost <= budget else { break }
      best = preset
    }
    return (best, costs)
  }

  private static func cost(
    of preset: LivePreset, format: MovieFormat, picture: UnsafeMutableRawBufferPointer, clock: () -> Double
  ) throws(EncodeError) -> Double {
    var format = format
    format.effort = .live(preset)
    format.threads = 1
    try format.check()
    let encoder = try VideoEncoder(named: "libx264", format: format, withGlobalHeader: true)
    var seconds = 0.0
    for index in 0...measuredPictures {
      paint(index, into: picture, width: format.width)
      let start = clock()
      try encoder.encode(UnsafeRawBufferPointer(picture), stride: format.width * 4, index: Int64(index)) {
        _ in
      }
      if index > 0 { seconds += clock() - start }
    }
    return seconds / Double(measuredPictures)
  }

  /// Moving stripes under grain: about as hard as a busy scene.
  private static func paint(_ index: Int, into picture: UnsafeMutableRawBufferPointer, width: Int) {
    var random = SeededGenerator(seed: UInt64(index), purpose: "encoder measure")
    let pixels = picture.bindMemory(to: UInt32.self)
    var grain: UInt64 = 0
    for i in pixels.indices {
      if i % 8 == 0 { grain = random.next() }
      let (x, y) = (i % width + index * 3, i / width + index)
      let red = UInt32((x * x / 64 + y * 2) & 0xf0)
      let green = UInt32((x + y * y / 96) & 0xf0)
      let blue = UInt32((x * y / 128) & 0xf0)
      let noise = UInt32(truncatingIfNeeded: grain >> (UInt64(i % 8) * 8)) & 0x0f
      pixels[i] = (red | noise) | (green | noise) << 8 | (blue | noise) << 16 | 0xff00_0000
    }
  }
}
