import CFFmpeg
import Music

/// A FLAC file of what the ear heard: 24 bit, stereo, 48 kHz, bit for bit; readable up to any moment.
public final class FLACWriter {
  private let muxer: Muxer
  private let encoder: SoundEncoder
  private let stream: Int32
  /// Sample frames handed over.
  public private(set) var sampleFrames: Int64 = 0

  /// - Parameter force: replaces a file of that name; otherwise one is an error.
  public init(path: String, force: Bool = false) throws(EncodeError) {
    av_log_set_level(AV_LOG_QUIET)
    encoder = try SoundEncoder(.flac, withGlobalHeader: true)
    muxer = try Muxer(file: OutputFile(path: path, force: force), format: "flac")
    stream = try muxer.addStream(encoder.encoder)
    try muxer.begin(options: [])
  }

  /// - Parameter samples: left and right in turn, on the 24-bit grid.
  public func write(_ samples: UnsafeBufferPointer<Float>) throws(EncodeError) {
    sampleFrames += Int64(samples.count / 2)
    try encoder.encode(samples) { packet throws(EncodeError) in try write(packet) }
  }

  /// Asks for everything encoded so far to be brought to the disk. Returns at once.
  public func requestSync() { muxer.file.requestSync() }

  public func finish() throws(EncodeError) {
    try encoder.finish { packet throws(EncodeError) in try write(packet) }
    try muxer.end()
    try muxer.file.sync()
  }

  private func write(_ packet: UnsafeMutablePointer<AVPacket>) throws(EncodeError) {
    try muxer.write(packet, to: stream, from: encoder.encoder.context.pointee.time_base)
  }
}
