/// Why sound can't be had, in one sentence a performer can act on.
public enum CaptureError: Error, Sendable, Equatable, CustomStringConvertible {
  case noDevice(named: String, available: [String])
  case denied(device: String)
  case busy(device: String)
  case noServer(device: String)
  /// The sound server is there and knows no such source.
  case noSource(device: String, available: [String])
  case unusable(device: String, why: String)
  /// Runs at a rate that can't be made 48 kHz.
  case wrongRate(device: String, hertz: Int)
  /// Delivers whatever is asked at once: not a converter.
  case notPaced(device: String)
  case mute(device: String, seconds: Double)
  case noAnswer(device: String, seconds: Double)
  /// Gone while it was used.
  case lost(device: String, why: String)

  public var description: String {
    switch self {
    case .noDevice(let name, let available):
      "There is no capture device “\(name)”. \(Self.found(available))"
    case .denied(let device):
      "No permission for “\(device)”. Join the group “audio” (sudo usermod -aG audio $USER) "
        + "and log in again."
    case .busy(let device):
      "“\(device)” is in use by another program. Close that program, or choose “default” or another device."
    case .noServer(let device):
      "The sound server behind “\(device)” is not running. Start it (PipeWire or PulseAudio) "
        + "or choose a “hw:” device."
    case .noSource(let device, let available):
      "The sound server has no source for “\(device)”; is it plugged in? \(Self.found(available))"
    case .unusable(let device, let why):
      "“\(device)” can't be used: \(why). Choose another with --input."
    case .wrongRate(let device, let hertz):
      "“\(device)” runs at \(hertz) Hz, which can't be made 48000 Hz: it would play at the wrong pitch. "
        + "Set it to 44100, 48000 or 96000 Hz, or choose another with --input."
    case .notPaced(let device):
      "“\(device)” is not a real device: it delivers without keeping time. Choose another with --input."
    case .mute(let device, let seconds):
      "“\(device)” opened but delivered nothing for \(Int(seconds.rounded())) s. "
        + "Is its sound server in order?"
    case .noAnswer(let device, let seconds):
      "The sound server behind “\(device)” has not answered for \(Int(seconds.rounded())) s. Restart it."
    case .lost(let device, let why):
      "“\(device)” is gone (\(why)). Kinora goes on with silence and looks for it."
    }
  }

  private static func found(_ devices: [String]) -> String {
    guard !devices.isEmpty else {
      return "No capture device was found: plug one in, or rehearse with a song."
    }
    return "Found: \(devices.joined(separator: ", ")). Choose one with --input."
  }
}
