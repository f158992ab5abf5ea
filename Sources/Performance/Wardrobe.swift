import Directing
import Recording
import Scenery
import Session
import Staging

/// Gets presets ready for the stage when they are wanted, lets them go when there are many, and tells the conductor.
/// Main thread, between frames.
struct Wardrobe {
  private(set) var repertoire: Repertoire
  let library: [String: String]
  /// What the stage is compiling, by its ticket.
  private var orders: [Int: Order] = [:]
  /// Asked for and not there yet.
  private var awaited: Set<PresetIndex> = []
  /// Never let go: whoever was asked for last, and what feeds them.
  private var latest: [PresetIndex] = []

  /// Of a take: tried once, and no more.
  private var refused: Set<PresetIndex> = []

  /// Asked for so lately, nobody leaves: they are booked and not on stage yet.
  private static let mostLatest = 6
  private static let longestFeed = 3

  private enum Order {
    case booked(PresetIndex)
    case replacement(Origin)
  }

  /// Where a preset comes from that wasn't there at the beginning.
  enum Origin {
    /// A file was saved.
    case file
    case invention(InventionReply)
  }

  /// What became of an order.
  enum News {
    /// For the conductor: ready, failed or released; and what is wrong where it failed.
    case event(SessionEvent, PresetError?)
    case replaced(Replacement, Origin)
    /// What stood there before stays.
    case refused(PresetError, Origin)
  }

  init(_ repertoire: Repertoire, library: [String: String]) {
    self.repertoire = repertoire
    self.library = library
  }

  /// The director wants these, and they want the scenes that feed them.
  mutating func request(_ indices: [PresetIndex], on stage: Stage) {
    for index in indices {
      for feeder in feeders(of: index) { ask(feeder, on: stage) }
      ask(index, on: stage)
    }
  }

  /// Asked for and not there yet.
  func isAwaited(_ index: PresetIndex) -> Bool { awaited.contains(index) }

  private mutating func ask(_ index: PresetIndex, on stage: Stage) {
    latest.removeAll { $0 == index }
    latest.append(index)
    if latest.count > Self.mostLatest { latest.removeFirst() }
    stage.use(index)
    guard awaited.insert(index).inserted else { return }
    guard !stage.isReady(index), let preset = repertoire[index] else { return }
    orders[stage.order(preset)] = .booked(index)
  }

  /// Scenes that a preset's own file names, and those that these name.
  private func feeders(of index: PresetIndex, depth: Int = 0) -> [PresetIndex] {
    guard depth < Self.longestFeed, let feeds = repertoire[index]?.header.kinora.feeds else { return [] }
    return feeds.compactMap { repertoire.index(ofName: $0.scene, kind: .scene) }.flatMap {
      feeders(of: $0, depth: depth + 1) + [$0]
    }
  }

  /// What has been compiled since the last call, put where it belongs.
  mutating func advance(on stage: Stage) -> [News] {
    var news: [News] = []
    for index in awaited.sorted() where stage.isReady(index) || repertoire[index] == nil {
      awaited.remove(index)
      let cue: Cue = stage.isReady(index) ? .ready(index) : .failed(index)
      news.append(.event(.cue(cue, from: .stage), nil))
    }
    for compiled in stage.arrivals() {
      switch orders.removeValue(forKey: compiled.ticket) {
      case .booked(let index): news.append(fit(compiled, as: index, on: stage))
      case .replacement(let origin): news.append(replace(compiled, origin, on: stage))
      case nil: break
      }
    }
    return news
  }

  private mutating func fit(_ compiled: CompiledPreset, as index: PresetIndex, on stage: Stage) -> News {
    awaited.remove(index)
    do throws(PresetError) {
      // Edited meanwhile: the newer one has been ordered, or stands there already.
      if repertoire[index] == compiled.preset { try stage.install(compiled, as: index) }
      return .event(.cue(.ready(index), from: .stage), nil)
    } catch {
      return .event(.cue(.failed(index), from: .stage), error)
    }
  }

  /// Whoever was wanted longest ago and isn't seen, where more are ready than may stay.
  mutating func release(on stage: Stage, _ score: Score) -> [SessionEvent] {
    var seen = Set(latest).union(awaited).union(feeders(of: score.onStage.scene))
    let appearances = [score.onStage] + (score.change.map { [$0.incoming] } ?? [])
    for appearance in appearances { seen.formUnion([appearance.scene, appearance.feeder]) }
    if let transition = score.change?.transition { seen.insert(transition) }
    let filters = score.finishing.filters
    for place in 0..<filters.count { seen.insert(filters[place].appearance.scene) }
    return stage.letGo(keeping: seen).map { .cue(.released($0), from: .stage) }
  }

  /// What a take shows is there when it is drawn, whatever the performance had compiled when.
  mutating func supply(_ plan: FramePlan, on stage: Stage) {
    var wanted = [plan.outgoing] + (plan.incoming.map { [$0] } ?? []) + plan.finishing.filters.map(\.layer)
    wanted.removeAll { $0.appearance.scene == .nothing }
    var indices = wanted.flatMap { [$0.appearance.scene, $0.appearance.feeder] }
    indices += [plan.transition].compactMap { $0 } + plan.finishing.looks.shares.map(\.look)
    for index in indices where index != .nothing && !stage.isReady(index) && !refused.contains(index) {
      guard let preset = repertoire[index] else { continue }
      for feeder in feeders(of: index) {
        if let scene = repertoire[feeder] { try? stage.prepare(scene, as: feeder) }
      }
      do throws(PresetError) { try stage.prepare(preset, as: index) } catch { refused.insert(index) }
    }
  }

  /// Has an edited or new preset compiled; one that fails leaves the old one as it is.
  mutating func order(_ preset: Preset, from origin: Origin, on stage: Stage) {
    orders[stage.order(preset)] = .replacement(origin)
  }

  /// The same at once.
  mutating func replace(with preset: Preset, on stage: Stage) throws(PresetError) -> Replacement {
    var grown = repertoire
    let index = grown.add(preset)
    try stage.prepare(preset, as: index)
    return replaced(preset, index, by: grown)
  }

  private mutating func replace(_ compiled: CompiledPreset, _ origin: Origin, on stage: Stage) -> News {
    var grown = repertoire
    let index = grown.add(compiled.preset)
    do throws(PresetError) { try stage.install(compiled, as: index) } catch {
      return .refused(error, origin)
    }
    return .replaced(replaced(compiled.preset, index, by: grown), origin)
  }

  private mutating func replaced(
    _ preset: Preset, _ index: PresetIndex, by grown: Repertoire
  ) -> Replacement {
    let isNew = repertoire[index] == nil
    repertoire = grown
    return Replacement(
      index: index, isNew: isNew,
      preset: TakePreset(preset, at: index, library: library, images: Pictures.files(of: preset)))
  }

  /// A preset has left the repertoire: its program goes too.
  mutating func dismiss(_ index: PresetIndex, from stage: Stage) {
    repertoire.remove(index)
    stage.forget(index)
  }

  struct Replacement {
    var index: PresetIndex
    var isNew: Bool
    var preset: TakePreset
  }
}
