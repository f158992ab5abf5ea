import CGL
import Scenery

/// What becomes of the picture after the scenes: filters one on top of the other, then grade and looks.
extension Stage {
  /// Compiles what a grade needs, so that its first picture is like any other.
  public func warmFinish() throws(StageError) {
    context.makeCurrent()
    let target = try Target(context, size: PixelSize(width: 16, height: 16), format: .colour)
    _ = try finishPass.gather(target.texture, .bright)
    try finishPass.warm([], in: target)
    glFinish()
  }

  /// Takes a look in: its table on the card, and the programs that it alone, or beside another, needs.
  func prepareLook(_ preset: Preset, as index: PresetIndex) throws(PresetError) {
    guard let table = preset.table else {
      throw PresetError(path: preset.path, reason: "A look has a table of colours; this one has none.")
    }
    _ = context.takeError()
    let look = LookTexture(context, table)
    do {
      let target = try Target(context, size: PixelSize(width: 1, height: 1), format: .colour)
      try finishPass.warm([look], in: target)
      for other in looks.values { try finishPass.warm([other, look], in: target) }
    } catch {
      throw PresetError(path: preset.path, reason: error.description)
    }
    if let error = context.takeError() {
      throw PresetError(path: preset.path, reason: "OpenGL refuses the colour table: \(error).")
    }
    looks[index] = look
  }

  // MARK: Filters

  /// The composition with every filter of the plan on it; one that isn't ready or fails is passed by.
  func filtered(_ composition: Composition, _ plan: FramePlan) -> Composition {
    let keys = plan.finishing.filters.map { AppearanceKey($0.layer.appearance) }
    for key in filterRuns.keys where !keys.contains(key) { filterRuns[key] = nil }
    var composition = composition
    for (place, filter) in plan.finishing.filters.enumerated() where filter.amount > 0 {
      guard let picture = flattened(composition) else { return composition }
      if let next = draw(filter, over: picture, place: place, plan) { composition = .one(next) }
    }
    return composition
  }

  private func draw(
    _ filter: FinishingPlan.Filter, over picture: Texture, place: Int, _ plan: FramePlan
  ) -> Texture? {
    let key = AppearanceKey(filter.layer.appearance)
    guard let program = programs[key.scene], !resting.contains(key.scene), program.preset.kind == .filter
    else { return nil }
    var run = filterRuns[key] ?? PresetRun(program, sounds: sounds, spares: spares)
    if run.program !== program { run = PresetRun(program, sounds: sounds, spares: spares) }
    filterRuns[key] = run
    var frame = PresetRun.Frame(
      size: picture.size, time: filter.layer.time, signals: filter.layer.signals,
      streamSeconds: plan.seconds)
    frame.images = feeds(of: program.preset, filter.layer, size: picture.size, plan)
    frame.images["inputImage"] = picture
    frame.economy = tier(of: program)
    use(key.scene)
    guard let result = draw(run, frame, of: key.scene)?.texture else { return nil }
    guard filter.amount < 1 else { return result }
    guard let target = target(.dissolve(place), size: picture.size) else { return result }
    master.dissolve(picture, result, amount: filter.amount, in: target)
    return target.texture
  }

  /// One picture of a mixture; nil, and told, when there is no room for it.
  private func flattened(_ composition: Composition) -> Texture? {
    switch composition {
    case .one(let picture): return picture
    case .mixture(let from, let to, let progress):
      guard let target = target(.mixture, size: composition.size) else { return nil }
      glBindFramebuffer(GLName.framebuffer, target.framebuffer)
      master.crossfade(from, to, progress: progress, in: MasterPass.Area(x: 0, y: 0, size: target.size))
      return target.texture
    }
  }

  /// A picture between two steps, kept from frame to frame.
  enum StepPlace: Hashable {
    case mixture
    case dissolve(Int)
  }

  private func target(_ place: StepPlace, size: PixelSize) -> Target? {
    if let known = stepTargets[place], known.size == size { return known }
    let made = try? Target(context, size: size, format: .colour)
    stepTargets[place] = made
    return made
  }

  // MARK: Grade and looks

  /// What `show` needs of them; nil where they leave the picture alone or can't be drawn.
  struct FinishedPicture {
    var picture: Texture
    var plan: FinishingPlan
    var looks: [(look: LookTexture, share: Float)]
    var glow: Texture
  }

  func finished(_ composition: Composition, _ plan: FinishingPlan) -> FinishedPicture? {
    let looks = plan.looks.shares.compactMap { item in
      self.looks[item.look].map { (look: $0, share: item.share) }
    }
    guard plan.grade != .identity || !looks.isEmpty, !isFinishBroken, let picture = flattened(composition)
    else { return nil }
    do throws(StageError) {
      let glow = try finishPass.gather(picture, plan) ?? spares.blank
      return FinishedPicture(picture: picture, plan: plan, looks: looks, glow: glow)
    } catch {
      breakFinish(error)
      return nil
    }
  }

  /// - Returns: false when it can't be drawn.
  func show(_ finished: FinishedPicture, in area: MasterPass.Area) -> Bool {
    do throws(StageError) {
      try finishPass.show(
        finished.picture, finished.plan, looks: finished.looks, glow: finished.glow, in: area)
      return true
    } catch {
      breakFinish(error)
      return false
    }
  }

  private func breakFinish(_ error: StageError) {
    isFinishBroken = true
    report(.nothing, "The grade rests: \(error)")
  }
}

extension FinishingPlan {
  /// With every step on.
  fileprivate static let bright: FinishingPlan = {
    var plan = FinishingPlan()
    plan.grade.bloom = 1
    return plan
  }()
}
