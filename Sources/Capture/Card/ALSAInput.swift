import Dispatch
import Foundation
import Synchronization

/// A flag one thread sets and another sees.
final class StopFlag: Sendable {
  private let flag = Atomic<Bool>(false)
  var isSet: Bool { flag.load(ordering: .acquiring) }
  func set() { flag.store(true, ordering: .releasing) }
}

/// A microphone, line input or sound server, through ALSA.
///
/// Its own thread reads the device, in real time if the system grants it. A device that stalls, overruns,
/// disappears or comes back never stops the line: silence stands in for what is missing, to the frame, and
/// `CaptureEvent`s tell what happened.
public final class ALSAInput: AudioInput {
  public let device: String
  public var title: String { device }

  private let wish: CardWish
  private var run: Run?

  /// One start-to-stop.
  private struct Run {
    let isStopped = StopFlag()
    let hasEnded = DispatchSemaphore(value: 0)
  }

  /// Seconds a sound server may take to answer the first time.
  private static let firstPatience = 6.0

  /// - Parameter device: as ALSA names it, such as “default” or “hw:1,0”; `AudioDevices.list()` knows them.
  public convenience init(device: String) { self.init(device: device, wish: CardWish()) }

  init(device: String, wish: CardWish) {
    self.device = device
    self.wish = wish
  }

  deinit { stop() }

  public func start(into line: CaptureLine) throws(CaptureError) {
    if let failure = start(into: line, isPatient: false) { throw failure }
  }

  /// Begins whether the device is there or not: silence flows until it is found.
  ///
  /// - Returns: why there is no sound yet; also posted to the line as `.lost`.
  @discardableResult
  public func startPatiently(into line: CaptureLine) -> CaptureError? {
    start(into: line, isPatient: true)
  }

  private func start(into line: CaptureLine, isPatient: Bool) -> CaptureError? {
    stop()
    let opener = CardOpener(device: device, wish: wish)
    opener.run()
    let failure = opener.firstFailure(withinSeconds: Self.firstPatience)
    if let failure {
      guard isPatient else {
        opener.stop()
        return failure
      }
      line.events.post(.lost(reason: failure.description))
    }
    let run = Run()
    self.run = run
    let thread = Thread {
      var loop = CaptureLoop(opener: opener, isStopped: run.isStopped, line: line)
      loop.run()
      run.hasEnded.signal()
    }
    thread.name = "kinora-capture"
    thread.start()
    return failure
  }

  public func stop() {
    guard let run else { return }
    run.isStopped.set()
    // The loop looks at the flag every few milliseconds; a hung server is closed by the opener's thread.
    _ = run.hasEnded.wait(timeout: .now() + 1)
    self.run = nil
  }
}
