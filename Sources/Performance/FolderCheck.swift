import Foundation
import Scenery
import Staging

/// Tries a whole folder of shaders of any ecosystem, each in a process that can be ended.
///
/// A shader can hang a graphics card or its compiler. So the trying is done by a second process of this program,
/// which tells a line for each file; one that doesn't answer in time is ended, and the next goes on from there.
struct FolderCheck {
  /// As long as one file may take, its compiler included.
  private static let patienceSeconds = 60.0

  let folder: String
  private let paths: [String]
  private var tally = FolderTally()

  init(folder: String) {
    self.folder = folder
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    paths = all.filter { Catalogue.endings.contains(($0 as NSString).pathExtension.lowercased()) }.sorted()
      .map { folder + "/" + $0 }
  }

  /// Prints a verdict a file and the totals.
  ///
  /// - Returns: how many files can't be used.
  mutating func run() throws(PerformanceError) -> Int {
    var next = 0
    while next < paths.count {
      let worker: ProbeWorker
      do {
        worker = try ProbeWorker("try")
        worker.say(Array(paths[next...]), isLast: true)
      } catch {
        throw .other(error)
      }
      next += hear(worker, from: next)
    }
    print(tally.description)
    return tally.unusable
  }

  /// Takes the worker's lines in until it ends or falls silent.
  ///
  /// - Returns: how many files are done with.
  private mutating func hear(_ worker: ProbeWorker, from first: Int) -> Int {
    var done = 0
    while first + done < paths.count {
      if let line = worker.nextLine(withinSeconds: Self.patienceSeconds) {
        tell(line)
      } else {
        let why =
          worker.isRunning
          ? "it takes longer than \(Int(Self.patienceSeconds)) s" : "it ends the program"
        worker.end()
        tell("BAD\t\t\(paths[first + done]): \(why).")
        return done + 1
      }
      done += 1
    }
    worker.end()
    return done
  }

  private mutating func tell(_ line: String) {
    let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { return }
    tally.add(verdict: parts[0], marks: parts[1].split(separator: " ").map(String.init))
    print(parts[0].padding(toLength: 5, withPad: " ", startingAt: 0) + parts[2])
  }
}

/// The totals of a folder.
struct FolderTally: CustomStringConvertible {
  private var counts: [String: Int] = [:]
  private var files = 0
  var unusable: Int { counts["BAD", default: 0] }

  mutating func add(verdict: String, marks: [String]) {
    files += 1
    counts[verdict, default: 0] += 1
    for mark in marks { counts[mark, default: 0] += 1 }
  }

  var description: String {
    func count(_ mark: String) -> Int { counts[mark, default: 0] }
    let usable = files - unusable
    let share = files == 0 ? 0 : (Double(usable) / Double(files) * 1000).rounded() / 10
    let kinds = ["scene", "filter", "transition"].map { "\(count($0)) \($0)s" }.joined(separator: ", ")
    return """

      \(usable) of \(files) files compile and draw (\(share) %): \(kinds)
      black or flat \(count("black") + count("flat")); still with music \(count("still")), deaf \(count("deaf")); \
      not a number \(count("nan"))
      transitions with exact end frames: \(count("transition") - count("ends")) of \(count("transition"))
      """
  }
}

/// The worker's side.
public enum PresetTrial {
  /// Enough to see a file move and fail.
  private static let frames = 16

  /// Reads paths from standard input, tries each and tells a line: verdict, marks, sentence.
  public static func run() throws(PerformanceError) {
    signal(SIGPIPE, SIG_IGN)
    let stage = try OfflinePerformance.openStage(PixelSize(width: 160, height: 90))
    while let path = readLine() {
      FileHandle.standardOutput.write(Data((line(of: path, on: stage) + "\n").utf8))
    }
  }

  private static func line(of path: String, on stage: Stage) -> String {
    do throws(PresetError) {
      let preset = try Catalogue.read(path, kind: nil, library: [:])
      let report = PresetProbe.check(preset, on: stage, frames: frames)
      var marks = report.findings.map(mark)
      if case .unusable(let error)? = report.findings.first { return "BAD\t\t\(oneLine(error))" }
      marks.append(preset.kind.rawValue)
      let notes = report.findings.map { "\($0)" }.joined(separator: " ")
      return "ok\t\(marks.joined(separator: " "))\t\(path)\(notes.isEmpty ? "" : ": " + notes)"
    } catch {
      return "BAD\t\t\(oneLine(error))"
    }
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
