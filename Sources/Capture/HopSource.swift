/// Sound that is read hop by hop, as fast as wanted: a song file, the demo song, a test signal.
///
/// Every source gives 48 kHz stereo interleaved Float on the 24-bit grid, whatever it reads.
public protocol HopSource {
  /// For the performer: a song's title.
  var title: String { get }
  /// Nil when endless or unknown.
  var durationSeconds: Double? { get }
  /// What the performer should know after the end, such as a file that was cut off; one sentence.
  var complaint: String? { get }

  /// Writes the next 256 sample frames, left and right in turn.
  ///
  /// - Parameter hop: 512 floats; the last hop of a song is filled up with zeros.
  /// - Returns: false when the song was over before this hop, which is then all zeros.
  mutating func next(_ hop: UnsafeMutableBufferPointer<Float>) throws -> Bool

  /// The next hop begins at this time of the song; at or past the end, `next` returns false.
  mutating func seek(toSeconds seconds: Double) throws
}

extension HopSource {
  public var complaint: String? { nil }
}
