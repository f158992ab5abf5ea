import CGL
import Scenery

/// A preset that somebody ordered, compiled or refused.
public struct CompiledPreset {
  /// What `order` gave for it.
  public let ticket: Int
  public let preset: Preset
  let program: PresetProgram?
  /// Why it can't be used.
  public let error: PresetError?
}

/// Getting presets ready: at once, or beside the show.
extension Stage {
  /// At most so many presets keep their programs; a scene, its feeder, a transition and four filters at both ends of a
  /// change are fewer.
  public static let mostResidents = 12

  /// From now on `order` compiles on a thread of its own; where the driver has no second context, it is told and
  /// compiling goes on between frames.
  public func compileBeside() {
    guard beside == nil else { return }
    do throws(StageError) {
      beside = try CompilerThread(beside: context, images: images)
    } catch {
      report(.nothing, "Presets are compiled between frames: \(error)")
    }
    context.makeCurrent()
  }

  /// Ends that thread.
  public func endCompiling() {
    beside?.stop()
    beside = nil
    ordered = [:]
    context.makeCurrent()
  }

  /// Has a preset compiled in the tier that is drawn now; `arrivals` has it when it is there.
  public func order(_ preset: Preset) -> Int {
    tickets += 1
    ordered[tickets] = Order(preset: preset)
    if known(preset) == nil {
      beside?.order(.init(ticket: tickets, preset: preset, economy: economy, size: size))
    }
    return tickets
  }

  /// What has been compiled since the last call. Where no thread does it, one is compiled now.
  public func arrivals() -> [CompiledPreset] {
    var found: [CompiledPreset] = []
    for reply in beside?.arrived() ?? [] {
      // It is this thread's from now on, whether anybody still waits for it or not.
      if case .success(let program) = reply.outcome { program.value?.move(to: context) }
      guard let order = ordered.removeValue(forKey: reply.ticket) else { continue }
      switch reply.outcome {
      case .success(let program):
        if let owner = order.owner {
          if let program = program.value { owner.take(tiersOf: program) }
        } else {
          found.append(arrived(reply.ticket, order, program.value))
        }
      case .failure(let error):
        if order.owner == nil { found.append(arrived(reply.ticket, order, nil, error)) }
      }
    }
    let atOnce = ordered.filter {
      $0.value.owner == nil && (beside == nil || known($0.value.preset) != nil)
    }
    for (ticket, order) in atOnce.sorted(by: { $0.key < $1.key }).prefix(1) {
      ordered[ticket] = nil
      found.append(compiledNow(ticket, order))
    }
    return found
  }

  private func arrived(
    _ ticket: Int, _ order: Order, _ program: PresetProgram?, _ error: PresetError? = nil
  ) -> CompiledPreset {
    CompiledPreset(ticket: ticket, preset: order.preset, program: program, error: error)
  }

  private func compiledNow(_ ticket: Int, _ order: Order) -> CompiledPreset {
    guard order.preset.kind != .look else { return arrived(ticket, order, nil) }
    do throws(PresetError) {
      return arrived(ticket, order, try knownOrCompiled(order.preset))
    } catch {
      return arrived(ticket, order, nil, error)
    }
  }

  /// Puts what arrived under its index; what stood there before goes.
  ///
  /// - Throws: why it can't be used; then what stood there before stays.
  public func install(_ compiled: CompiledPreset, as index: PresetIndex) throws(PresetError) {
    if let error = compiled.error { throw error }
    guard let program = compiled.program else { return try prepareLook(compiled.preset, as: index) }
    programs[index] = program
    resting.remove(index)
    use(index)
  }

  /// The tier to draw a program in. One that nobody has drawn yet is compiled beside the show, and until it is there the
  /// nearest is drawn; where nothing compiles beside, it is compiled now.
  func tier(of program: PresetProgram) -> Int {
    let wanted = program.tier(economy: economy)
    guard !program.hasTier(economy: wanted), program.askedTiers.insert(wanted).inserted else {
      return program.nearestTier(economy: wanted)
    }
    if let beside {
      tickets += 1
      ordered[tickets] = Order(preset: program.preset, owner: program)
      beside.order(.init(ticket: tickets, preset: program.preset, economy: wanted, size: size))
    } else if let other = try? compiled(program.preset, size: size, economy: wanted) {
      program.take(tiersOf: other)  // one that fails is told when presets are checked
    }
    return program.nearestTier(economy: wanted)
  }

  struct Order {
    var preset: Preset
    /// Whose further tier it is; nil for a preset that somebody waits for.
    var owner: PresetProgram?
  }

  // MARK: Who stays

  /// Notes that somebody wants a preset now.
  public func use(_ index: PresetIndex) {
    uses += 1
    lastUse[index] = uses
  }

  /// Lets the programs go that were used longest ago, where there are more than may stay.
  ///
  /// - Parameter keeping: stay whatever else happens.
  /// - Returns: who left.
  public func letGo(keeping: Set<PresetIndex>) -> [PresetIndex] {
    var left: [PresetIndex] = []
    if programs.count + shelf.count > Self.mostResidents { shelf = [] }
    let candidates = programs.keys.filter { !keeping.contains($0) }
      .sorted { (lastUse[$0] ?? 0, $0) < (lastUse[$1] ?? 0, $1) }
    for index in candidates where programs.count > Self.mostResidents {
      forget(index)
      left.append(index)
    }
    return left
  }

  /// Another repertoire: indices mean other presets from now on. Programs stay for presets that come back.
  public func beginRepertoire() {
    context.makeCurrent()
    shelf = Array(programs.values)
    for index in Set(programs.keys).union(looks.keys) { forget(index) }
    resting = []
    lastUse = [:]
    ordered = ordered.filter { $0.value.owner != nil }
  }
}
