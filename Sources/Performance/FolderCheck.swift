import Foundation
import Scenery
import Staging

/// Tries a whole folder of shaders of any ecosystem, each in a process that can be ended.
///
/// A shader can hang a graphics card or its compiler. So the trying is done by a second process of this program,
/// which tells a line for each file; one that doesn't answer in time is ended, and the next goes on from there.
struct FolderCheck {
  /// What is done with each file.
  enum Work: String {
    case check = "try"
    /// Each file is measured, and a side file written.
    case measure = "try-measuring"

    /// As long as one file may take, its compiler included.
    var patienceSeconds: Double { self == .check ? 60 : 240 }
  }

  let folder: String
  private let work: Work
  private let paths: [String]
  private var tally = FolderTally()

  init(folder: String, work: Work = .check) {
    self.folder = folder
    self.work = work
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    paths = all.filter(Self.isPreset).sorted().map { folder + "/" + $0 }
  }

  /// What presets are made of is none.
  private static func isPreset(_ path: String) -> Bool {
    Catalogue.endings.contains((path as NSString).pathExtension.lowercased())
      && Set(path.split(separator: "/").dropLast()).isDisjoint(with: ["Library", "Ingredients"])
  }

  /// Prints a verdict a file and the totals.
  ///
  /// - Returns: how many files can't be used.
  mutating func run() throws(PerformanceError) -> Int {
    var next = 0
    while next < paths.count {
      let worker: ProbeWorker
      do {
        worker = try ProbeWorker(work.rawValue)
        worker.say(Array(paths[next...]), isLast: true)
      } catch {
        throw .other(error)
      }
      next += hear(worker, from: next)
    }
    print(work == .check ? tally.description : tally.measured)
    return tally.unusable
  }

  /// Takes the worker's lines in until it ends or falls silent.
  ///
  /// - Returns: how many files are done with.
  private mutating func hear(_ worker: ProbeWorker, from first: Int) -> Int {
    var done = 0
    while first + done < paths.count {
      if let line = worker.nextLine(withinSeconds: work.patienceSeconds) {
        tell(line)
      } else {
        let why =
          worker.isRunning
          ? "it takes longer than \(Int(work.patienceSeconds)) s" : "it ends the program"
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
      black or flat \(count("black") + count("flat")); still with music \(count("still")), \
      deaf \(count("deaf")); not a number \(count("nan"))
      transitions with exact end frames: \(count("transition") - count("ends")) of \(count("transition")) by \
      themselves, \(count("transition") - count("hostends")) of \(count("transition")) on Kinora's stage

      files with a ranged input that answer to music    as they are    modulated    black by it    flashing by it
      \(row("scene"))
      \(row("filter"))
      """
  }

  /// The line of a kind in the table of answers.
  private func row(_ kind: String) -> String {
    func count(_ mark: String) -> Int { counts["\(kind)-\(mark)", default: 0] }
    func share(_ part: Int) -> String {
      let all = count("ranged")
      return all == 0 ? "–" : "\(part) (\(Int((Double(part) / Double(all) * 100).rounded())) %)"
    }
    return Reports.padded("  \(kind)s: \(count("ranged"))", to: 50)
      + Reports.padded(share(count("before")), to: 15) + Reports.padded(share(count("after")), to: 13)
      + Reports.padded("\(count("blackened"))", to: 15) + "\(count("flashing"))"
  }

  var measured: String {
    let usable = files - unusable
    return "\n\(usable) of \(files) files measured; \(counts["bindings", default: 0]) have bindings now"
  }
}
