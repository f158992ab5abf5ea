import CGL
import Conduits
import Dispatch
import Foundation
import Scenery
import Synchronization

/// Compiles beside the show: a thread with a context of its own, which shares its programs with the stage's.
///
/// What it made has been drawn there, so that the driver keeps the machine code too; the stage's first frame with it is
/// like any other.
final class CompilerThread: Sendable {
  struct Order: Sendable {
    var ticket: Int
    var preset: Preset
    /// Steps below the full look.
    var economy: Int
    var size: PixelSize
  }

  struct Reply: Sendable {
    var ticket: Int
    /// No program for a look, which only needs the finish's.
    var outcome: Result<Handover<PresetProgram?>, PresetError>
  }

  /// Until the end, when the main thread lets it go: a window system wants that from the thread that made it.
  private let context: Mutex<Handover<GraphicsContext>?>
  private let images: Handover<ImageLoading?>
  private let orders = Mailbox<Order>(limit: 4096)
  private let replies = Mailbox<Reply>(limit: 4096)
  private let bell = DispatchSemaphore(value: 0)
  private let isAsked = Atomic<Bool>(false)
  private let hasStopped = DispatchSemaphore(value: 0)

  /// The show's own threads come first; the first preset has nobody to wait for.
  private static let niceness: Int32 = 5
  private static let stackBytes = 16 << 20

  /// Main thread.
  ///
  /// - Throws: where the driver gives no second context.
  init(beside first: GraphicsContext, images: ImageLoading?) throws(StageError) {
    context = Mutex(Handover(try GraphicsContext(sharing: first)))
    self.images = Handover(images)
    let thread = Thread { [self] in
      work()
      hasStopped.signal()
    }
    thread.name = "kinora-compiler"
    thread.stackSize = Self.stackBytes
    thread.start()
  }

  func order(_ order: Order) {
    orders.post(order)
    bell.signal()
  }

  func arrived() -> [Reply] { replies.empty() }

  /// Ends the thread after the preset at work. Main thread.
  func stop() {
    isAsked.store(true, ordering: .releasing)
    bell.signal()
    hasStopped.wait()
    context.withLock { $0 = nil }
  }

  private func work() {
    guard let context = context.withLock({ $0 })?.value else { return }
    context.makeCurrent()
    serve(context)
    // Whatever was made here has gone; the main thread may let the context go.
    context.letGo()
  }

  private func serve(_ context: GraphicsContext) {
    let compiler = PresetCompiler(
      context, sounds: SoundTextures(context), spares: SpareTextures(context), images: images.value)
    var looks = LookWarmer(context)
    var isFirst = true
    while true {
      bell.wait()
      for order in orders.empty() {
        if isAsked.load(ordering: .acquiring) { return }
        let outcome = order.preset.table.map { looks.warm($0) } ?? Self.outcome(of: order, by: compiler)
        replies.post(Reply(ticket: order.ticket, outcome: outcome))
        if isFirst { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness) }
        isFirst = false
      }
      if isAsked.load(ordering: .acquiring) { return }
    }
  }

  private static func outcome(
    of order: Order, by compiler: PresetCompiler
  ) -> Result<Handover<PresetProgram?>, PresetError> {
    do throws(PresetError) {
      return .success(
        Handover(try compiler.compile(order.preset, economy: order.economy, size: order.size)))
    } catch {
      return .failure(error)
    }
  }
}

/// Draws what looks need of the finish, alone and in pairs, so that the driver has it when the stage asks for the same.
private struct LookWarmer {
  private let context: GraphicsContext
  private let finish: FinishPass
  private var looks: [LookTexture] = []

  init(_ context: GraphicsContext) {
    self.context = context
    finish = FinishPass(context)
  }

  /// What goes wrong here goes wrong on the stage too, which tells it.
  mutating func warm(_ table: ColourTable) -> Result<Handover<PresetProgram?>, PresetError> {
    let look = LookTexture(context, table)
    if let target = try? Target(context, size: PixelSize(width: 1, height: 1), format: .colour) {
      try? finish.warm([look], in: target)
      for other in looks {
        try? finish.warm([other, look], in: target)
        try? finish.warm([look, other], in: target)
      }
      glFinish()
    }
    _ = context.takeError()
    let isNews = !looks.contains { $0.shape == look.shape }
    if isNews { looks.append(look) }
    return .success(Handover(nil))
  }
}
