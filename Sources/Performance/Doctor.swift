import Capture
import Conduits
import Dispatch
import Foundation
import Glibc
import Media
import Scenery
import Staging

/// Looks the machine over: what a performance needs, what is there, and the remedy for what isn't.
public struct Doctor: Sendable {
  /// One thing looked at.
  struct Finding: Sendable {
    var subject: String
    var state: String
    /// What to do about it; nil when all is well.
    var remedy: String?
  }

  private var findings: [Finding] = []

  public var hasProblems: Bool { findings.contains { $0.remedy != nil } }

  /// A line for each finding, and the remedy below it.
  public var text: String {
    let width = findings.map(\.subject.count).max() ?? 0
    return findings.map { finding in
      let mark = finding.remedy == nil ? "ok " : "!! "
      let line = mark + Reports.padded(finding.subject, to: width + 2) + finding.state
      return finding.remedy.map { line + "\n   " + Reports.padded("", to: width + 2) + "→ " + $0 } ?? line
    }.joined(separator: "\n")
  }

  public static func examine() -> Doctor {
    var doctor = Doctor()
    doctor.findings = [
      capture(), playback(), rights(), realTime(), display(), graphics(), encoders(), fonts(), presets(),
    ]
    return doctor
  }

  // MARK: Sound

  private static func capture() -> Finding {
    let devices = AudioDevices.list().filter(\.captures)
    guard !devices.isEmpty else {
      return Finding(
        subject: "capture devices", state: "none",
        remedy:
          "Plug in an interface, or start the sound server (systemctl --user start pipewire pulseaudio).")
    }
    let names = devices.prefix(4).map(\.name).joined(separator: ", ")
    return Finding(
      subject: "capture devices", state: "\(devices.count): \(names)\(devices.count > 4 ? "…" : "")")
  }

  private static func playback() -> Finding {
    let count = AudioDevices.list().count(where: \.plays)
    return Finding(
      subject: "playback devices", state: "\(count)",
      remedy: count > 0 ? nil : "Rehearsals will be silent; start the sound server to hear them.")
  }

  private static func rights() -> Finding {
    guard FileManager.default.fileExists(atPath: "/dev/snd") else {
      return Finding(subject: "sound hardware", state: "no /dev/snd: devices come from a sound server only")
    }
    let mayUse = access("/dev/snd/seq", R_OK | W_OK) == 0 || access("/dev/snd/timer", R_OK | W_OK) == 0
    return Finding(
      subject: "sound hardware", state: mayUse ? "may be used directly" : "may not be used directly",
      remedy: mayUse ? nil : "Join the group that owns it: sudo usermod -aG audio $USER, then log in again.")
  }

  private static func realTime() -> Finding {
    let granted = Self.mayRunInRealTime()
    return Finding(
      subject: "real-time priority", state: granted ? "granted" : "not granted",
      remedy: granted
        ? nil : "Add “@audio - rtprio 60” to /etc/security/limits.d/audio.conf and log in again.")
  }

  /// Asks for it on a thread of its own, which ends at once.
  private static func mayRunInRealTime() -> Bool {
    let answer = Mailbox<Bool>(limit: 1)
    let asked = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      var wish = sched_param()
      wish.sched_priority = 10
      answer.post(pthread_setschedparam(pthread_self(), SCHED_FIFO, &wish) == 0)
      asked.signal()
    }
    asked.wait()
    return answer.empty().first ?? false
  }

  // MARK: Pictures

  private static func display() -> Finding {
    let environment = ProcessInfo.processInfo.environment
    let named = ["WAYLAND_DISPLAY", "DISPLAY"].first { environment[$0]?.isEmpty == false }
    return Finding(
      subject: "display", state: named.map { "\($0)=\(environment[$0] ?? "")" } ?? "none",
      remedy: named == nil
        ? "Start from a desktop session, or render to a file: kinora render demo -o demo.mp4" : nil)
  }

  private static func graphics() -> Finding {
    do {
      let window = try Window(WindowSettings(size: PixelSize(width: 64, height: 64), isHeadless: true))
      let renderer = window.renderer
      let isSoftware = ["llvmpipe", "softpipe", "swrast"].contains { renderer.lowercased().contains($0) }
      return Finding(
        subject: "OpenGL", state: renderer,
        remedy: isSoftware
          ? "This is software rendering: pictures get small. Install the driver of the graphics card." : nil)
    } catch {
      return Finding(
        subject: "OpenGL", state: "no OpenGL 3.3 and no OpenGL ES 3.0 (\(error))",
        remedy: "Install libgl1-mesa-dri and libegl-mesa0, or the driver of the graphics card.")
    }
  }

  private static func encoders() -> Finding {
    let found = MovieFormat.usualEncoders.filter(VideoEncoders.exists)
    let hasH264 = found.contains { $0 != "mpeg4" }
    return Finding(
      subject: "video encoders", state: found.isEmpty ? "none" : found.joined(separator: ", "),
      remedy: hasH264 ? nil : "Install an FFmpeg with x264 (Debian’s libavcodec has it).")
  }

  private static func fonts() -> Finding {
    let folders = ["/usr/share/fonts", "/usr/local/share/fonts", NSHomeDirectory() + "/.local/share/fonts"]
    let endings: Set<String> = ["ttf", "otf", "ttc"]
    var count = 0
    for folder in folders {
      guard let files = FileManager.default.enumerator(atPath: folder) else { continue }
      for case let file as String in files where endings.contains((file as NSString).pathExtension) {
        count += 1
      }
    }
    return Finding(
      subject: "fonts", state: "\(count)",
      remedy: count > 0 ? nil : "Install some: apt install fonts-noto-core fonts-noto-cjk")
  }

  private static func presets() -> Finding {
    do throws(PerformanceError) {
      let catalogue = try Catalogue.find(named: nil)
      let bad = catalogue.errors.count
      return Finding(
        subject: "presets", state: "\(catalogue.presets.count) in \(catalogue.folder)",
        remedy: bad == 0 ? nil : "\(bad) can’t be read; see: kinora presets")
    } catch {
      return Finding(subject: "presets", state: "none", remedy: error.description)
    }
  }
}
