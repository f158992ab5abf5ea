import Music
import Scenery

/// Whether a transition's ends are exactly the two pictures, as the stage shows them.
extension PresetProbe {
  /// Shows the transition between two still scenes at progress 0 and 1.
  ///
  /// - Returns: true when both frames are, byte for byte, those of the scene alone.
  public static func hasExactEnds(_ preset: Preset, on stage: Stage) throws(PresetError) -> Bool {
    let scenes = (PresetIndex(0), PresetIndex(1))
    let transition = PresetIndex(2)
    if !stage.isReady(scenes.0) || !stage.isReady(scenes.1) {
      try stage.prepare(try still("isf_FragNormCoord.x, 0.3, isf_FragNormCoord.y"), as: scenes.0)
      try stage.prepare(try still("0.9 - isf_FragNormCoord.y, isf_FragNormCoord.x, 0.1"), as: scenes.1)
    }
    try stage.prepare(preset, as: transition)
    defer { stage.forget(transition) }
    func picture(_ progress: Float, of scene: PresetIndex?) -> UInt64 {
      let plan = plan(from: scenes.0, to: scene == nil ? scenes.1 : nil, by: transition, progress)
      var alone = plan
      if let scene { alone.outgoing = layer(scene) }
      stage.draw(alone)
      return stage.pictureHash()
    }
    // Half-way first, so that the ends are reached as on stage.
    _ = picture(0.5, of: nil)
    let isStart = picture(0, of: nil) == picture(0, of: scenes.0)
    _ = picture(0.5, of: nil)
    return picture(1, of: nil) == picture(0, of: scenes.1) && isStart
  }

  private static func still(_ colour: String) throws(PresetError) -> Preset {
    try PresetParser.parse(
      text: "/*{}*/ void main() { gl_FragColor = vec4(\(colour), 1.0); }", path: "still.fs")
  }

  private static func layer(_ scene: PresetIndex) -> LayerPlan {
    LayerPlan(
      appearance: Appearance(scene: scene, entrance: .zero, entranceBeats: 0, variation: 0.5), time: 1,
      signals: Signals())
  }

  private static func plan(
    from: PresetIndex, to: PresetIndex?, by transition: PresetIndex, _ progress: Float
  ) -> FramePlan {
    FramePlan(
      seconds: 1, outgoing: layer(from), incoming: to.map(layer), transition: to == nil ? nil : transition,
      progress: progress, moment: Moment(hop: HopIndex(187)))
  }
}
