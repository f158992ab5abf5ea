import Conduits
import Dispatch
import Foundation
import Scenery
import Synchronization

/// Has scenes invented and kept while a show runs: a thread that waits for processes and disks, so that nobody else does.
final class InventionDesk: Sendable {
  private enum Letter: Sendable {
    case order(InventionOrder)
    case keep(Preset)
  }

  /// What orders came to.
  let replies = Mailbox<InventionReply>(limit: 64)
  /// What became of scenes that were to be kept, for the performer.
  let notes = Mailbox<String>(limit: 64)
  private let letters = Mailbox<Letter>(limit: 64)
  private let bell = DispatchSemaphore(value: 0)
  private let isAsked = Atomic<Bool>(false)
  private let hasStopped = Atomic<Bool>(false)

  /// How long to wait before looking again.
  private static let patienceSeconds = 0.005

  func start() {
    let thread = Thread { [self] in
      work()
      hasStopped.store(true, ordering: .releasing)
    }
    thread.name = "inventor"
    thread.qualityOfService = .utility
    thread.start()
  }

  /// Ends thread and process.
  func stop() {
    isAsked.store(true, ordering: .releasing)
    bell.signal()
    while !hasStopped.load(ordering: .acquiring) { Thread.sleep(forTimeInterval: 0.005) }
  }

  func order(_ order: InventionOrder) { post(.order(order)) }

  /// Waits for what an order comes to.
  func reply() -> InventionReply {
    while true {
      if let reply = replies.empty().first { return reply }
      Thread.sleep(forTimeInterval: Self.patienceSeconds)
    }
  }

  /// Keeps a preset among the user's own.
  func keep(_ preset: Preset) { post(.keep(preset)) }

  private func post(_ letter: Letter) {
    letters.post(letter)
    bell.signal()
  }

  private func work() {
    let process = InventionProcess()
    let clock = WallClock()
    defer { process.end() }
    while true {
      bell.wait()
      let isStopped = { self.isAsked.load(ordering: .acquiring) }
      for letter in letters.empty() {
        switch letter {
        case .order(let order):
          guard !isStopped() else { return }
          let begin = clock.now()
          var reply = process.answer(to: order, isStopped: isStopped)
          reply.seconds = Double(clock.now() - begin) * 1e-9
          replies.post(reply)
        case .keep(let preset): notes.post(OwnPresets.keep(preset))
        }
      }
      if isStopped() { return }
    }
  }
}

/// Scenes that the user kept: they are part of every later show.
enum OwnPresets {
  static var folder: String {
    (ProcessInfo.processInfo.environment["HOME"] ?? NSHomeDirectory()) + "/Kinora/Presets"
  }

  /// Writes an invented scene as a file under a name of its own; nothing is ever replaced.
  ///
  /// - Returns: what became of it, in a sentence.
  static func keep(_ preset: Preset, in folder: String = folder) -> String {
    let room = folder + "/Scenes"
    let words = preset.name.split(separator: "-")
    let isInvented = words.first == "invented" && words.count > 2
    let name = isInvented ? words.dropFirst(2).joined(separator: "-") : preset.name
    do {
      try FileManager.default.createDirectory(atPath: room, withIntermediateDirectories: true)
      for ordinal in 1... {
        let path = "\(room)/\(name)\(ordinal > 1 ? "-\(ordinal)" : "").fs"
        if let there = FileManager.default.contents(atPath: path) {
          if there == Data(preset.source.utf8) { return "Saved already: \(path)" }
          continue
        }
        try Data(preset.source.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        return "Saved: \(path)"
      }
    } catch {
      return "Can't save \(preset.name) in \(room): \(error.localizedDescription)"
    }
    return ""
  }
}
