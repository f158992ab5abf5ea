import CALSA
import Glibc

/// A sound device as the system names it.
public struct AudioDevice: Sendable, Equatable {
  /// What --input takes.
  public var name: String
  /// As the system describes it, on one line.
  public var description: String
  public var captures: Bool
  public var plays: Bool
}

/// Which sound devices there are.
public enum AudioDevices {
  /// What ALSA lists beside devices: plug-ins that convert and lead nowhere by themselves.
  private static let converters: Set = [
    "null", "lavrate", "samplerate", "speexrate", "speex", "upmix", "vdownmix",
  ]

  /// All devices the system names, in its order.
  public static func list() -> [AudioDevice] {
    kinora_silence_alsa()
    var hints: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
    guard snd_device_name_hint(-1, "pcm", &hints) == 0, let hints else { return [] }
    defer { snd_device_name_free_hint(hints) }
    var devices: [AudioDevice] = []
    var i = 0
    while let hint = hints[i] {
      i += 1
      guard let name = text("NAME", of: hint), !converters.contains(name) else { continue }
      let direction = text("IOID", of: hint)
      let lines = (text("DESC", of: hint) ?? "").split(separator: "\n").map(String.init)
      devices.append(
        AudioDevice(
          name: name, description: lines.joined(separator: ", "), captures: direction != "Output",
          plays: direction != "Input"))
    }
    return devices
  }

  /// Names worth offering to someone who mistyped one.
  static func captureNames() -> [String] {
    list().filter(\.captures).map(\.name)
  }

  private static func text(_ key: String, of hint: UnsafeMutableRawPointer) -> String? {
    guard let value = snd_device_name_get_hint(hint, key) else { return nil }
    defer { free(value) }
    return String(cString: value)
  }
}
