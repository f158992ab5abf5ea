/// A camera's pictures as they come (V4L2, through libavdevice). Not for several threads at once.
public final class CameraReader {
  private let file: ClipFile
  private let converter: ClipConverter

  public init(device: String, covering size: (width: Int, height: Int)) throws(MediaError) {
    file = try ClipFile(path: device, isCamera: true)
    converter = ClipConverter(turns: 0, covering: size)
  }

  /// Waits for the next picture; nil when the camera is gone.
  public func next() -> ClipPicture? {
    guard let frame = file.next() else { return nil }
    return converter.picture(of: frame.frame, start: frame.start, end: .infinity)
  }
}
