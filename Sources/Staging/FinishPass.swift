import CGL
import Scenery

/// Grade and looks in one pass that also scales to the output; what each step does, `Grade` says.
///
/// One program for each set of steps in use, since a software rasteriser pays for branches not taken. Each is
/// compiled when it is first needed, or before the curtain rises by `warm`.
final class FinishPass {
  private struct Steps: Hashable {
    var isGraded: Bool
    var looks: [ColourTable.Shape]
  }

  /// A program with its uniforms' places.
  private final class Finish {
    let program: Program
    private var places: [String: GLint] = [:]

    init(_ program: Program) { self.program = program }

    func place(_ name: String) -> GLint {
      if let known = places[name] { return known }
      let found = program.location(name)
      places[name] = found
      return found
    }
  }

  private let context: GraphicsContext
  private let glow: GlowPass
  private var programs: [Steps: Finish] = [:]

  init(_ context: GraphicsContext) {
    self.context = context
    glow = GlowPass(context)
  }

  /// Compiles and draws one pixel of what these looks, with and without a grade, will need.
  func warm(_ looks: [LookTexture], in target: Target) throws(StageError) {
    for isGraded in [true, false] where isGraded || !looks.isEmpty {
      let steps = Steps(isGraded: isGraded, looks: looks.map(\.shape))
      guard programs[steps] == nil else { continue }
      let finish = try compiled(steps)
      glBindFramebuffer(GLName.framebuffer, target.framebuffer)
      glUseProgram(finish.program.name)
      target.texture.bind(toUnit: PassProgram.samplerLimit - 1)
      for (slot, look) in looks.enumerated() { look.bind(toUnit: 2 + slot) }
      MasterPass.draw(in: MasterPass.Area(x: 0, y: 0, size: PixelSize(width: 1, height: 1)))
    }
  }

  /// Where bright places shine, for `show`; before the output is bound.
  func gather(_ picture: Texture, _ plan: FinishingPlan) throws(StageError) -> Texture? {
    guard plan.grade.bloom > 0 else { return nil }
    return try glow.glow(of: picture)
  }

  /// Draws the finished picture into the framebuffer that is bound.
  ///
  /// - Parameters:
  ///   - looks: with their shares; at most two.
  ///   - glow: what `gather` gave; `blank` where nothing shines.
  func show(
    _ picture: Texture, _ plan: FinishingPlan, looks: [(look: LookTexture, share: Float)], glow: Texture,
    in area: MasterPass.Area
  ) throws(StageError) {
    let steps = Steps(isGraded: plan.grade != .identity, looks: looks.map { $0.look.shape })
    let finish = try compiled(steps)
    glUseProgram(finish.program.name)
    picture.bind(toUnit: 0)
    if steps.isGraded {
      glow.bind(toUnit: 1)
      setGrade(plan, finish, area)
    }
    for (slot, item) in looks.enumerated() { set(item.look, share: item.share, slot: slot, finish) }
    MasterPass.draw(in: area)
  }

  private func compiled(_ steps: Steps) throws(StageError) -> Finish {
    if let known = programs[steps] { return known }
    let text = FinishText.fragment(isGraded: steps.isGraded, looks: steps.looks)
    let finish = Finish(try MasterPass.program(context, "grade", text))
    glUseProgram(finish.program.name)
    glUniform1i(finish.place("glow"), 1)
    for slot in steps.looks.indices { glUniform1i(finish.place("look\(slot)"), GLint(2 + slot)) }
    programs[steps] = finish
    return finish
  }

  private func setGrade(_ plan: FinishingPlan, _ finish: Finish, _ area: MasterPass.Area) {
    let grade = plan.grade
    func set(_ name: String, _ colour: Colour) {
      glUniform3f(finish.place(name), colour.red, colour.green, colour.blue)
    }
    func set(_ name: String, _ number: Float) { glUniform1f(finish.place(name), number) }
    set("lift", grade.lift)
    set("gain", grade.gain)
    set(
      "inverseGamma",
      Colour(
        red: 1 / max(grade.gamma.red, 0.01), green: 1 / max(grade.gamma.green, 0.01),
        blue: 1 / max(grade.gamma.blue, 0.01)))
    set("balance", grade.balance)
    set("contrast", grade.contrast)
    set("saturation", grade.saturation)
    set("bloom", grade.bloom)
    set("vignette", grade.vignette)
    set("grain", grade.grain)
    glUniform2i(finish.place("corner"), GLint(area.x), GLint(area.y))
    // Grain is as coarse on a large picture as on a small one.
    glUniform1i(finish.place("grainSize"), GLint(max(1, (area.size.height + 540) / 1080)))
    glUniform1ui(finish.place("grainSeed"), plan.grain)
  }

  private func set(_ look: LookTexture, share: Float, slot: Int, _ finish: Finish) {
    look.bind(toUnit: 2 + slot)
    glUniform1i(finish.place("size\(slot)"), GLint(look.size))
    glUniform1f(finish.place("share\(slot)"), share)
    glUniform3f(finish.place("low\(slot)"), look.low.red, look.low.green, look.low.blue)
    glUniform3f(
      finish.place("span\(slot)"), look.high.red - look.low.red, look.high.green - look.low.green,
      look.high.blue - look.low.blue)
  }
}

/// The light that spreads around bright places: found at a quarter of the size, halved until it is small, blurred.
final class GlowPass {
  private let context: GraphicsContext
  private var programs: (bright: Program, half: Program, blur: Program)?
  private var steps: [Target] = []
  private var blurred: Target?

  /// Small enough to blur widely with few taps.
  private static let mostRows = 135
  /// In rows of the small picture: about 4 % of its height.
  private static let sigma: Float = 4

  init(_ context: GraphicsContext) { self.context = context }

  /// - Returns: a small texture.
  func glow(of picture: Texture) throws(StageError) -> Texture {
    let programs = try compiled()
    try prepareTargets(for: picture.size)
    var source = picture
    for (place, target) in steps.enumerated() {
      draw(place == 0 ? programs.bright : programs.half, from: source, to: target) { _ in }
      source = target.texture
    }
    guard let small = steps.last, let blurred else { return picture }
    for (from, to, way) in [(small.texture, blurred, (1, 0)), (blurred.texture, small, (0, 1))] {
      draw(programs.blur, from: from, to: to) { program in
        glUniform2f(
          program.location("way"), Float(way.0) / Float(small.size.width),
          Float(way.1) / Float(small.size.height))
      }
    }
    return small.texture
  }

  private func draw(_ program: Program, from: Texture, to: Target, _ set: (Program) -> Void) {
    glBindFramebuffer(GLName.framebuffer, to.framebuffer)
    glUseProgram(program.name)
    from.bind(toUnit: 0)
    set(program)
    MasterPass.draw(in: MasterPass.Area(x: 0, y: 0, size: to.size))
  }

  private func compiled() throws(StageError) -> (bright: Program, half: Program, blur: Program) {
    if let programs { return programs }
    let made = (
      bright: try MasterPass.program(context, "glow", FinishText.bright),
      half: try MasterPass.program(context, "glow", FinishText.half),
      blur: try MasterPass.program(context, "glow", FinishText.blur)
    )
    glUseProgram(made.blur.name)
    let taps = Self.taps()
    for (place, tap) in taps.enumerated() {
      glUniform2f(made.blur.location("taps[\(place)]"), tap.offset, tap.weight)
    }
    programs = made
    return made
  }

  /// A Gaussian of 17 texels in nine reads: two texels a read, the card's own filter between them.
  private static func taps() -> [(offset: Float, weight: Float)] {
    func weight(_ i: Int) -> Float { BoundInputs.halved(Float(i * i) / (2 * sigma * sigma) * 1.442_695) }
    let sum = weight(0) + 2 * (1...8).map(weight).reduce(0, +)
    var taps = [(offset: Float(0), weight: weight(0) / sum)]
    for i in stride(from: 1, through: 7, by: 2) {
      let pair = weight(i) + weight(i + 1)
      taps.append((Float(i) + weight(i + 1) / pair, pair / sum))
    }
    return taps
  }

  private func prepareTargets(for size: PixelSize) throws(StageError) {
    var sizes = [PixelSize(width: max(1, size.width / 4), height: max(1, size.height / 4))]
    while let last = sizes.last, last.height > Self.mostRows {
      sizes.append(PixelSize(width: max(1, last.width / 2), height: max(1, last.height / 2)))
    }
    guard steps.map(\.size) != sizes else { return }
    steps = []
    for size in sizes { steps.append(try Target(context, size: size, format: .colour)) }
    blurred = try Target(context, size: sizes[sizes.count - 1], format: .colour)
  }
}
