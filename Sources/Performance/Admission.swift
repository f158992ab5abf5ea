import Foundation
import Scenery
import Staging

/// Lets presets near the stage: at once where their text proves that they end, else after a trial.
///
/// A shader that never ends takes the graphics card, and the show, with it. So whatever isn't proved to end is drawn
/// first by a second process; if that doesn't answer in time, it is ended and the preset is left out.
/// One thread at a time.
final class Admission {
  /// As long as a trial may take, the compiler included, on a busy machine.
  static let patienceSeconds = 12.0

  private var worker: ProbeWorker?
  /// Verdicts by digest; nil means admitted.
  private var verdicts: [String: String?] = [:]
  private var trials = 0
  private let folder = NSTemporaryDirectory() + "kinora-trial-\(getpid())-\(UUID().uuidString)"

  deinit {
    worker?.end()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// - Throws: why the preset is left out.
  func admit(_ preset: Preset) throws(PresetError) {
    if preset.isProvenToEnd { return }
    let verdict = verdicts[preset.digest] ?? trial(of: preset)
    verdicts[preset.digest] = verdict
    if let reason = verdict { throw PresetError(path: preset.path, reason: reason) }
  }

  private func trial(of preset: Preset) -> String? {
    do {
      let place = try write(preset)
      let worker = try self.worker ?? ProbeWorker("probe")
      self.worker = worker
      worker.say([place])
      if worker.nextLine(withinSeconds: Self.patienceSeconds) != nil { return nil }
      let hasEnded = !worker.isRunning
      worker.end()
      self.worker = nil
      return hasEnded
        ? "Drawing it small in a process of its own ended that process; it is left out."
        : "Drawn small in a process of its own it wasn't done after \(Int(Self.patienceSeconds)) s: a loop without "
          + "an end? It is left out."
    } catch {
      return "It has loops whose end can't be seen, and no process could be started to try it: \(error)."
    }
  }

  /// Lays the preset's texts out for the worker.
  private func write(_ preset: Preset) throws -> String {
    trials += 1
    let place = "\(folder)/\(trials)"
    try FileManager.default.createDirectory(
      atPath: place + "/Library", withIntermediateDirectories: true)
    try preset.source.write(toFile: place + "/preset.fs", atomically: false, encoding: .utf8)
    try preset.vertexSource?.write(toFile: place + "/preset.vs", atomically: false, encoding: .utf8)
    for file in preset.library {
      try file.source.write(
        toFile: place + "/Library/\(file.name).glsl", atomically: false, encoding: .utf8)
    }
    return place
  }
}

extension Catalogue {
  /// The catalogue without presets that a trial left out; they stand among the errors.
  func admitted(by admission: Admission) -> Catalogue {
    var catalogue = self
    catalogue.presets = []
    for preset in presets {
      do throws(PresetError) {
        try admission.admit(preset)
        catalogue.presets.append(preset)
      } catch {
        catalogue.errors.append(error)
      }
    }
    return catalogue
  }
}

/// The worker's side: draws each preset small, with music and without, and says when it is done.
public enum AdmissionTrial {
  /// Loops that end at some times and not at others are met by looking more than once.
  private static let frames = 10
  private static let size = PixelSize(width: 160, height: 90)

  public static func run() throws(PerformanceError) {
    signal(SIGPIPE, SIG_IGN)
    let stage = try OfflinePerformance.openStage(size, images: stillImage)
    while let place = readLine() {
      let done = draw(place, on: stage)
      FileHandle.standardOutput.write(Data((done + "\n").utf8))
    }
  }

  /// What comes on stage is checked there; here only that it ends.
  private static func draw(_ place: String, on stage: Stage) -> String {
    do throws(PresetError) {
      let library = Catalogue.library(in: place)
      let preset = try Catalogue.read(place + "/preset.fs", kind: nil, library: library)
      return "\(PresetProbe.check(preset, on: stage, effort: .quick(frames: frames)).findings.count) findings"
    } catch {
      return "unusable"
    }
  }

  /// In place of any image that the preset brings along.
  private static func stillImage(_ path: String) -> StillPicture {
    StillPicture(size: PixelSize(width: 2, height: 1), pixels: [90, 120, 160, 255, 200, 180, 140, 255])
  }
}
