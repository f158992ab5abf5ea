import Directing
import Foundation
import Music
import Scenery

/// A second process that composes scenes and tries them small: on its own graphics context, with what time is left over.
///
/// Its drivers keep what they compiled, so that the stage, given the same shader, has it at once. One thread at a time.
final class InventionProcess {
  /// As long as an order may take on a busy machine.
  private static let patienceSeconds = 90.0
  /// A process that ends so often isn't started again.
  private static let mostFailures = 3

  private var worker: ProbeWorker?
  private var failures = 0

  /// Waits for what comes of an order; `isStopped` is asked now and then whether nobody waits any more.
  func answer(to order: InventionOrder, isStopped: () -> Bool = { false }) -> InventionReply {
    func failed(_ sentence: String) -> InventionReply {
      InventionReply(sentence: sentence, isByHand: order.isByHand)
    }
    guard failures < Self.mostFailures else { return failed("The process that invents keeps failing.") }
    do {
      let worker = try self.worker ?? ProbeWorker("compose")
      self.worker = worker
      worker.say([String(decoding: try JSONEncoder().encode(order), as: UTF8.self)])
      var waited = 0.0
      while waited < Self.patienceSeconds, !isStopped() {
        if let line = worker.nextLine(withinSeconds: 0.25) {
          failures = 0
          return try JSONDecoder().decode(InventionReply.self, from: Data(line.utf8))
        }
        guard worker.isRunning else { break }
        waited += 0.25
      }
    } catch {
      end()
      failures += 1
      return failed("No scene can be invented: \(error).")
    }
    end()
    failures += 1
    return failed("The process that invents ended or took too long.")
  }

  func end() {
    worker?.end()
    worker = nil
  }
}

/// The worker's side.
public enum InventionTrial {
  /// Answers each order on standard input with a line.
  public static func run() throws(PerformanceError) {
    signal(SIGPIPE, SIG_IGN)
    // The show comes first: one core, and that only when nobody else wants it.
    setenv("LP_NUM_THREADS", "1", 1)
    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
    var workshop: SceneWorkshop?
    while let line = readLine() {
      guard let order = try? JSONDecoder().decode(InventionOrder.self, from: Data(line.utf8)) else {
        continue
      }
      let open: SceneWorkshop
      if let workshop {
        open = workshop
      } else {
        open = try SceneWorkshop(presets: order.presets, isTimed: order.isTimed)
      }
      workshop = open
      let reply = Self.reply(to: order, from: open)
      guard let data = try? JSONEncoder().encode(reply) else { continue }
      FileHandle.standardOutput.write(data + Data("\n".utf8))
    }
  }

  private static func reply(to order: InventionOrder, from workshop: SceneWorkshop) -> InventionReply {
    let (tried, faults) = (workshop.tried, workshop.faults)
    workshop.favours = order.favours
    let found = workshop.next(
      seed: order.seed, mood: order.mood, palette: order.palette, parent: order.parent)
    let left = workshop.faults.filter { $0.value > faults[$0.key, default: 0] }.map(\.key.rawValue).sorted()
    var sentence = "\(workshop.tried - tried) tried"
    if !left.isEmpty { sentence += ", left out: \(left.joined(separator: ", "))" }
    guard let found else {
      return InventionReply(sentence: "No scene was invented: \(sentence).", isByHand: order.isByHand)
    }
    var text = found.preset.source
    if order.isTimed, let costed = try? workshop.costed(found) { text = costed.source }
    return InventionReply(
      text: text, name: "invented-\(order.ordinal)-\(found.genome.words(in: workshop.inventor.grammar))",
      sentence: sentence, isByHand: order.isByHand)
  }
}
