import Scenery

/// A scene that runs to feed another: by the appearance that it feeds, so that it starts and ends with it.
struct FeedKey: Hashable {
  var fed: AppearanceKey
  var scene: PresetIndex
}

/// Pictures of scenes that go into other presets' image inputs.
///
/// A feeding scene is a run of its own on the clock of whom it feeds, so that a picture depends on nothing before
/// the entrance. Scenes that feed each other in a circle get the stand-in picture where the circle closes.
extension Stage {
  private static let longestPath = 4

  /// Lets go of what fed appearances that have left.
  func keepFeeds(of plan: FramePlan) {
    guard !feedRuns.isEmpty else { return }
    let layers = [plan.outgoing] + (plan.incoming.map { [$0] } ?? []) + plan.finishing.filters.map(\.layer)
    let keys = Set(layers.map { AppearanceKey($0.appearance) })
    for key in feedRuns.keys where !keys.contains(key.fed) { feedRuns[key] = nil }
  }

  /// The pictures for a preset's image inputs, by the inputs' names.
  func feeds(
    of preset: Preset, _ layer: LayerPlan, size: PixelSize, _ plan: FramePlan, path: [PresetIndex]? = nil
  ) -> [String: Texture] {
    let wanted = sources(of: preset, feeder: layer.appearance.feeder)
    guard !wanted.isEmpty else { return [:] }
    let path = path ?? [layer.appearance.scene]
    var pictures: [PresetIndex: Texture] = [:]
    var images: [String: Texture] = [:]
    for (input, scene) in wanted {
      if pictures[scene] == nil { pictures[scene] = feed(by: scene, layer, size: size, plan, path: path) }
      images[input] = pictures[scene]
    }
    return images
  }

  /// Inputs and the scenes they show.
  private func sources(of preset: Preset, feeder: PresetIndex) -> [(input: String, scene: PresetIndex)] {
    var sources: [(input: String, scene: PresetIndex)] = []
    for feed in preset.header.kinora.feeds {
      let known = programs.filter { $0.value.preset.kind == .scene && $0.value.preset.name == feed.scene }
      if let scene = known.keys.min() {
        sources.append((feed.input, scene))
      } else {
        tell(preset, "Its input “\(feed.input)” wants the scene “\(feed.scene)”, which isn't there.")
      }
    }
    guard feeder != .nothing, preset.kind == .scene else { return sources }
    return sources + preset.header.openImages.map { (input: $0, scene: feeder) }
  }

  private func feed(
    by scene: PresetIndex, _ layer: LayerPlan, size: PixelSize, _ plan: FramePlan, path: [PresetIndex]
  ) -> Texture? {
    guard let program = programs[scene], !resting.contains(scene) else { return nil }
    guard !path.contains(scene), path.count < Self.longestPath else {
      tell(program.preset, "It would feed itself through other scenes' inputs; a stand-in closes the circle.")
      return nil
    }
    let key = FeedKey(fed: AppearanceKey(layer.appearance), scene: scene)
    var run = feedRuns[key] ?? PresetRun(program, sounds: sounds, spares: spares)
    if run.program !== program { run = PresetRun(program, sounds: sounds, spares: spares) }
    feedRuns[key] = run
    var frame = PresetRun.Frame(
      size: size, time: layer.time, signals: layer.signals, streamSeconds: plan.seconds)
    frame.economy = tier(of: program)
    use(scene)
    var own = layer
    // What feeds has no feeder of its own: only what its file names.
    own.appearance.feeder = .nothing
    frame.images = feeds(of: program.preset, own, size: size, plan, path: path + [scene])
    return draw(run, frame, of: scene)?.texture
  }

  private func tell(_ preset: Preset, _ sentence: String) {
    guard toldFeeds.count < 256, toldFeeds.insert(preset.name + sentence).inserted else { return }
    let index = programs.first { $0.value.preset.name == preset.name && $0.value.preset.kind == preset.kind }?
      .key
    report(index ?? .nothing, sentence)
  }
}
