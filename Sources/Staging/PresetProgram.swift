import CGL
import Scenery

/// A preset, compiled: its program, where its uniforms are, what its passes draw to.
final class PresetProgram {
  /// A pass as the stage runs it.
  struct Pass {
    /// Ordinal in `bufferNames`; nil = the scene's own picture.
    var buffer: Int?
    var width: SizeExpression?
    var height: SizeExpression?
    /// Draws particles.
    var drawsPoints = false
  }

  struct BufferShape {
    var name: String
    var isPersistent: Bool
    var isFloat: Bool
    /// Adds up light.
    var isLight = false
    /// Read while it is written, or kept for the next frame: needs two textures.
    var isDouble: Bool
  }

  /// Something that can be sampled.
  enum Source {
    case buffer(Int)
    case imported(Texture)
    case image(String)
    case wave(width: Int)
    case spectrum(width: Int)
    /// Both, as Shadertoy has them.
    case soundRows
  }

  let preset: Preset
  private(set) var context: GraphicsContext
  let passes: [Pass]
  /// For each tier, the full one first and the cheapest last, one program a pass; nil for tiers nobody has drawn.
  private var tiers: [[PassProgram]?]
  /// Tiers that were asked for once; one that failed isn't tried again.
  var askedTiers: Set<Int> = []
  let buffers: [BufferShape]
  /// What can be sampled; `PassProgram` counts them in this order.
  let sources: [Source]
  /// Some pixels may stay undrawn: by `discard`, or by a vertex shader that moves the corners.
  let leavesHoles: Bool

  /// - Parameter economy: the one tier that is compiled, steps below the full one.
  init(
    _ preset: Preset, economy: Int = 0, in context: GraphicsContext, images: ImageLoading?
  ) throws(PresetError) {
    self.preset = preset
    self.context = context
    buffers = Self.bufferShapes(preset.header)
    let passes = Self.passes(preset.header, buffers: buffers)
    self.passes = passes
    if preset.header.kinora.points != nil && preset.vertexSource == nil {
      throw PresetError(
        path: preset.path,
        reason: "draws points; they want a vertex shader, \(PresetParser.vertexPath(of: preset.path)).")
    }
    leavesHoles = preset.vertexSource != nil || preset.header.shader.contains("discard")
    var names: [String] = []
    for name in preset.textureNames where !names.contains(name) { names.append(name) }
    let steps = preset.header.kinora.steps
    tiers = Array(repeating: nil, count: steps + 1)
    let tier = min(max(0, economy), steps)
    var programs: [PassProgram] = []
    for pass in passes.indices {
      programs.append(
        try PassProgram(
          preset, pass: pass, quality: steps > 0 ? steps - tier : nil, textures: names, in: context))
    }
    tiers[tier] = programs
    var sources: [Source] = []
    for name in names { sources.append(try Self.source(of: name, preset, buffers, context, images)) }
    self.sources = sources
  }

  /// The tier meant by so many steps below the full look, as far as there are such steps.
  func tier(economy: Int) -> Int { min(max(0, economy), tiers.count - 1) }

  func hasTier(economy: Int) -> Bool { tiers[tier(economy: economy)] != nil }

  /// The compiled tier nearest to the wanted one, rather a cheaper than a dearer one.
  func nearestTier(economy: Int) -> Int {
    let wanted = tier(economy: economy)
    let cheaper = tiers.indices.first { $0 >= wanted && tiers[$0] != nil }
    return cheaper ?? tiers.indices.last { tiers[$0] != nil } ?? wanted
  }

  /// One program a pass.
  ///
  /// - Parameter economy: steps below the full look, of a tier that is compiled.
  func programs(economy: Int) -> [PassProgram] {
    guard let programs = tiers[nearestTier(economy: economy)] else {
      preconditionFailure("a program has at least one tier")
    }
    return programs
  }

  /// Takes over the tiers of another program of the same preset.
  func take(tiersOf other: PresetProgram) {
    precondition(other.tiers.count == tiers.count, "of the same preset")
    for tier in tiers.indices where tiers[tier] == nil { tiers[tier] = other.tiers[tier] }
  }

  /// Belongs to a context that shares with the one it was made in.
  func move(to context: GraphicsContext) {
    self.context = context
    for pass in tiers.compactMap({ $0 }).joined() { pass.program.move(to: context) }
    for case .imported(let texture) in sources { texture.move(to: context) }
  }

  /// How many particles a pass draws, this many steps below the full look.
  func points(economy: Int) -> Int { preset.header.kinora.points?.count(economy: economy) ?? 0 }

  // MARK: From the header

  private static func bufferShapes(_ header: PresetHeader) -> [BufferShape] {
    var shapes: [BufferShape] = []
    for pass in header.passes {
      guard let name = pass.target else { continue }
      if let place = shapes.firstIndex(where: { $0.name == name }) {
        shapes[place].isDouble = true
        shapes[place].isPersistent = shapes[place].isPersistent || pass.isPersistent
        shapes[place].isFloat = shapes[place].isFloat || pass.isFloat
      } else {
        shapes.append(
          BufferShape(
            name: name, isPersistent: pass.isPersistent, isFloat: pass.isFloat,
            isLight: name == header.kinora.points?.target, isDouble: pass.isPersistent))
      }
    }
    return shapes
  }

  private static func passes(_ header: PresetHeader, buffers: [BufferShape]) -> [Pass] {
    if header.passes.isEmpty { return [Pass()] }
    return header.passes.map { pass in
      // The parser has read these texts before; what it let through can be read.
      Pass(
        buffer: pass.target.flatMap { name in buffers.firstIndex { $0.name == name } },
        width: pass.width.flatMap { try? SizeExpression($0) },
        height: pass.height.flatMap { try? SizeExpression($0) },
        drawsPoints: pass.target != nil && pass.target == header.kinora.points?.target)
    }
  }

  // MARK: What is sampled

  private static func source(
    of name: String, _ preset: Preset, _ buffers: [BufferShape], _ context: GraphicsContext,
    _ images: ImageLoading?
  ) throws(PresetError) -> Source {
    if let place = buffers.firstIndex(where: { $0.name == name }) { return .buffer(place) }
    if let item = preset.header.imports.first(where: { $0.name == name }) {
      return .imported(try texture(of: item, preset, context, images))
    }
    switch preset.header.inputs.first(where: { $0.name == name })?.initial {
    case .audio(let width): return .wave(width: width)
    case .audioFFT(let width): return .spectrum(width: width)
    case .soundRows: return .soundRows
    default: return .image(name)
    }
  }

  private static func texture(
    of item: PresetImport, _ preset: Preset, _ context: GraphicsContext, _ images: ImageLoading?
  ) throws(PresetError) -> Texture {
    let first = try picture(item.path, of: item, preset, context, images)
    guard item.isCube else {
      return Texture(context, size: first.size, format: .colour, pixels: first.bottomUp)
    }
    var sides = [first]
    for path in item.sides { sides.append(try picture(path, of: item, preset, context, images)) }
    guard sides.allSatisfy({ $0.size == first.size }), first.size.width == first.size.height else {
      throw PresetError(
        path: preset.path, reason: "The sides of the cube map “\(item.name)” must be squares of one size.")
    }
    return Texture(context, cube: sides.map(\.pixels), side: first.size.width)
  }

  private static func picture(
    _ file: String, of item: PresetImport, _ preset: Preset, _ context: GraphicsContext,
    _ images: ImageLoading?
  ) throws(PresetError) -> StillPicture {
    let folder = preset.path.lastIndex(of: "/").map { String(preset.path[...$0]) } ?? ""
    let path = folder + file
    func complaint(_ reason: String) -> PresetError {
      PresetError(path: preset.path, reason: "The image “\(item.name)” (\(path)) can't be shown: \(reason)")
    }
    guard let images else { throw complaint("no image decoder is at hand.") }
    let picture: StillPicture
    do {
      picture = try images(path)
    } catch {
      throw complaint("\(error)")
    }
    let limit = min(StillPicture.sideLimit, context.textureLimit)
    guard picture.isSound, max(picture.size.width, picture.size.height) <= limit else {
      throw complaint(
        "it has \(picture.size.width)×\(picture.size.height) pixels; at most \(limit) a side go.")
    }
    return picture
  }
}
