import Foundation
import Scenery
import Staging

/// The worker's side.
public enum PresetTrial {
  /// Enough to see a file move and fail.
  private static let frames = 16

  /// Reads paths from standard input, tries each and tells a line: verdict, marks, sentence.
  ///
  /// - Parameter measuring: measures each and writes its side file instead of judging it.
  public static func run(measuring: Bool = false) throws(PerformanceError) {
    signal(SIGPIPE, SIG_IGN)
    let stage = try OfflinePerformance.openStage(PixelSize(width: 160, height: 90))
    let measuring = measuring ? try PresetMeasuring(on: stage) : nil
    var libraries: [String: [String: String]] = [:]
    while let path = readLine() {
      let folder = (path as NSString).deletingLastPathComponent
      let library = libraries[folder] ?? Catalogue.library(near: folder)
      libraries[folder] = library
      let line =
        measuring.map { Self.line(of: path, library, by: $0) } ?? line(of: path, library, on: stage)
      FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
  }

  private static func line(of path: String, _ library: [String: String], by measuring: PresetMeasuring)
    -> String
  {
    do throws(PresetError) {
      let preset = try Catalogue.read(path, kind: nil, library: library)
      let measurement = try measuring.measure(preset)
      let written = try measuring.write(measurement, of: preset)
      return "ok\t\(measurement.bindings.isEmpty ? "" : "bindings")\t\(path): "
        + "\(PresetMeasuring.sentence(measurement)) → \(written)"
    } catch {
      return "BAD\t\t\(oneLine(error))"
    }
  }

  private static func line(of path: String, _ library: [String: String], on stage: Stage) -> String {
    do throws(PresetError) {
      let preset = try Catalogue.read(path, kind: nil, library: library)
      let report = PresetProbe.check(preset, on: stage, effort: .quick(frames: frames))
      var marks = report.findings.map(mark)
      if case .unusable(let error)? = report.findings.first { return "BAD\t\t\(oneLine(error))" }
      marks.append(preset.kind.rawValue)
      if preset.kind == .transition {
        if try !PresetProbe.hasExactEnds(preset, on: stage) { marks.append("hostends") }
      } else {
        marks += answers(preset, report, on: stage)
      }
      var notes = report.findings.map { "\($0)" }.joined(separator: " ")
      if marks.contains(where: { $0.hasSuffix("blackened") }) { notes += " Black by modulation." }
      if marks.contains(where: { $0.hasSuffix("flashing") }) { notes += " Flashing by modulation." }
      if marks.contains(where: { $0.hasSuffix("ranged") }), !marks.contains(where: { $0.hasSuffix("after") })
      {
        notes += " Its ranged inputs don't show the music."
      }
      return "ok\t\(marks.joined(separator: " "))\t\(path)\(notes.isEmpty ? "" : ": " + notes)"
    } catch {
      return "BAD\t\t\(oneLine(error))"
    }
  }

  /// How a file with a ranged input answers to music, as it is and as Kinora plays it.
  private static func answers(_ preset: Preset, _ report: ProbeReport, on stage: Stage) -> [String] {
    let inputs = preset.header.inputs
    guard inputs.contains(where: { $0.hasRange && !$0.initial.isTexture }) else { return [] }
    var bare = preset
    bare.header.kinora.bindings.removeAll { $0.origin != .header }
    let before = PresetProbe.check(bare, on: stage, effort: .quick(frames: frames))
    var marks = ["ranged"]
    if before.answers { marks.append("before") }
    if report.answers { marks.append("after") }
    if report.showsNothing && !before.showsNothing { marks.append("blackened") }
    if report.flashes && !before.flashes { marks.append("flashing") }
    return marks.map { "\(preset.kind.rawValue)-\($0)" }
  }

  private static func oneLine(_ error: PresetError) -> String {
    error.description.replacing("\n", with: " ").replacing("\t", with: " ")
  }

  private static func mark(_ finding: ProbeReport.Finding) -> String {
    switch finding {
    case .unusable: "unusable"
    case .black: "black"
    case .flat: "flat"
    case .still: "still"
    case .deaf: "deaf"
    case .notANumber: "nan"
    case .startDiffers, .endDiffers: "ends"
    case .noTransition: "abrupt"
    }
  }
}
