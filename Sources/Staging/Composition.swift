import CGL
import Music
import Scenery

/// One stay of one scene: the same scene later is another.
struct AppearanceKey: Hashable {
  var scene: PresetIndex
  var entrance: SampleTime

  init(_ appearance: Appearance) {
    scene = appearance.scene
    entrance = appearance.entrance
  }
}

/// What the master pass is to show.
enum Composition {
  case one(Texture)
  case mixture(Texture, Texture, progress: Float)

  var size: PixelSize {
    switch self {
    case .one(let picture), .mixture(let picture, _, _): picture.size
    }
  }
}

/// A transition on its way, from one appearance's entrance to its end.
struct TransitionRun {
  var preset: PresetIndex
  var incoming: AppearanceKey
  var run: PresetRun
}

extension Stage {
  /// Draws the layers that can be seen, and the transition between them.
  func compose(_ plan: FramePlan) -> Composition {
    keepRuns(of: plan)
    keepFeeds(of: plan)
    guard let incoming = plan.incoming, plan.progress > 0 else {
      return .one(picture(of: plan.outgoing, plan) ?? spare(plan))
    }
    // At either end the other scene can't be seen and isn't drawn.
    if plan.progress >= 1 { return .one(picture(of: incoming, plan) ?? spare(plan)) }
    let from = picture(of: plan.outgoing, plan)
    // Held back before the next layer changes it.
    let lastGood = self.lastGood?.texture
    guard let to = picture(of: incoming, plan) else { return .one(from ?? spare(plan)) }
    guard let start = from ?? lastGood else { return .one(to) }
    let mixed = mix(start, to, plan)
    return mixed.map(Composition.one) ?? .mixture(start, to, progress: plan.progress)
  }

  /// Lets go of the scenes that have left.
  private func keepRuns(of plan: FramePlan) {
    let outgoing = AppearanceKey(plan.outgoing.appearance)
    let incoming = plan.incoming.map { AppearanceKey($0.appearance) }
    for key in runs.keys where key != outgoing && key != incoming { runs[key] = nil }
    for key in clipSheets.keys where key != outgoing && key != incoming { clipSheets[key] = nil }
    if transition?.incoming != incoming || transition?.preset != plan.transition { transition = nil }
  }

  /// The last good picture; before there is one, dusk in the palette's colours.
  private func spare(_ plan: FramePlan) -> Texture {
    if let lastGood { return lastGood.texture }
    return (try? still(plan.outgoing.signals.palette)) ?? spares.blank
  }

  /// A layer's new picture; nil, and told, when it can't be drawn.
  private func picture(of layer: LayerPlan, _ plan: FramePlan) -> Texture? {
    let key = AppearanceKey(layer.appearance)
    guard let program = programs[key.scene], !resting.contains(key.scene) else {
      reportAbsent(key)
      return nil
    }
    var run = runs[key] ?? PresetRun(program, sounds: sounds, spares: spares)
    if run.program !== program { run = PresetRun(program, sounds: sounds, spares: spares) }
    runs[key] = run
    var frame = PresetRun.Frame(
      size: size, time: layer.time, signals: layer.signals, streamSeconds: plan.seconds)
    frame.images = feeds(of: program.preset, layer, size: size, plan)
    frame.economy = tier(of: program)
    use(key.scene)
    if let clip = program.preset.header.kinora.clip {
      guard let texture = texture(of: clip, layer, key) else { return nil }
      frame.images["clip"] = texture
    }
    guard let picture = draw(run, frame, of: key.scene) else { return nil }
    lastGood = picture
    return picture.texture
  }

  private func mix(_ from: Texture, _ to: Texture, _ plan: FramePlan) -> Texture? {
    guard let index = plan.transition, let incoming = plan.incoming, let program = programs[index],
      !resting.contains(index), program.preset.kind == .transition
    else { return nil }
    let key = AppearanceKey(incoming.appearance)
    if transition == nil || transition?.run.program !== program {
      transition = TransitionRun(
        preset: index, incoming: key, run: PresetRun(program, sounds: sounds, spares: spares))
    }
    guard let run = transition?.run else { return nil }
    var frame = PresetRun.Frame(
      size: size, time: incoming.time, signals: incoming.signals, streamSeconds: plan.seconds)
    frame.images = feeds(of: program.preset, incoming, size: size, plan)
    frame.economy = tier(of: program)
    use(index)
    frame.images["startImage"] = from
    frame.images["endImage"] = to
    frame.progress = plan.progress
    return draw(run, frame, of: index)?.texture
  }

  /// Draws one preset; when OpenGL refuses, it rests from then on.
  func draw(_ run: PresetRun, _ frame: PresetRun.Frame, of index: PresetIndex) -> Target? {
    do {
      let picture = try run.draw(frame)
      guard let error = context.takeError() else { return picture }
      report(index, "OpenGL refused to draw it: \(error). It rests until it is loaded again.")
    } catch {
      report(index, error.description)
    }
    resting.insert(index)
    return nil
  }
}
