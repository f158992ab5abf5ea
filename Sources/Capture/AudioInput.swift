/// Where sound comes from in real time.
public protocol AudioInput: AnyObject {
  /// For the performer: a device's name or a song's title.
  var title: String { get }
  /// Begins to deliver into the line; returns when sound flows.
  func start(into line: CaptureLine) throws(CaptureError)
  /// Ends delivery; the line keeps what is on it. May be started again.
  func stop()
}
