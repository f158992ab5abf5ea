import CGL
import Scenery

/// A text or a logo as pixels, ready to be shown over the picture.
public struct OverlayPicture: Sendable {
  /// RGBA, colour multiplied by alpha, top row first.
  public var picture: StillPicture
  /// At half the size: red and green say in which order parts are lit, alpha is a shadow; nil for none of both.
  public var map: StillPicture?
  /// Height of its letters, in pixels of the picture it was made for.
  public var em: Double
  /// Pixels around it that belong to the shadow.
  public var margin: Int
  /// Whether it is read from right to left.
  public var isRightToLeft: Bool
  /// Size of the whole picture that it was made for.
  public var madeFor: PixelSize

  public init(
    picture: StillPicture, map: StillPicture?, em: Double, margin: Int, isRightToLeft: Bool,
    madeFor: PixelSize
  ) {
    self.picture = picture
    self.map = map
    self.em = em
    self.margin = margin
    self.isRightToLeft = isRightToLeft
    self.madeFor = madeFor
  }
}

/// Draws texts and logos over the finished picture, each from a texture made once.
final class OverlayPass {
  /// What was made of an `OverlayPicture`.
  struct Sheet {
    var letters: Texture
    var map: Texture?
    var em: Double
    var margin: Int
    var isRightToLeft: Bool
    var madeFor: PixelSize
  }

  private let context: GraphicsContext
  private let program: Program
  private let blank: Texture
  private(set) var sheets: [OverlayID: Sheet] = [:]

  init(_ context: GraphicsContext) throws(StageError) {
    self.context = context
    let head = context.dialect.version + context.dialect.precision
    do {
      program = try ShaderCompiler.program(
        vertex: head + Self.vertex, fragment: head + Self.fragment, in: context)
    } catch {
      throw StageError.broken(part: "overlay", reason: error.text)
    }
    blank = Texture(context, size: PixelSize(width: 1, height: 1), format: .colour, pixels: [0, 0, 0, 0])
  }

  func set(_ picture: OverlayPicture?, for id: OverlayID) {
    guard let picture, picture.picture.isSound,
      max(picture.picture.size.width, picture.picture.size.height) <= context.textureLimit
    else {
      sheets[id] = nil
      return
    }
    let letters = Texture(
      context, size: picture.picture.size, format: .colour, pixels: picture.picture.bottomUp)
    let map = picture.map.flatMap { $0.isSound ? $0 : nil }.map {
      Texture(context, size: $0.size, format: .colour, pixels: $0.bottomUp)
    }
    sheets[id] = Sheet(
      letters: letters, map: map, em: picture.em, margin: picture.margin,
      isRightToLeft: picture.isRightToLeft, madeFor: picture.madeFor)
  }

  /// Draws over the framebuffer that is bound.
  ///
  /// - Parameters:
  ///   - area: where in it the picture is.
  ///   - whole: size of the framebuffer.
  func draw(_ items: [OverlayItem], in area: MasterPass.Area, of whole: PixelSize) {
    let seen = items.compactMap { item in sheets[item.id].map { (item, $0) } }.filter { $0.0.opacity > 0.002 }
    guard !seen.isEmpty else { return }
    glUseProgram(program.name)
    glUniform1i(program.location("map"), 1)
    glViewport(0, 0, GLsizei(whole.width), GLsizei(whole.height))
    glEnable(GLenum(GL_BLEND))
    glBlendFunc(GLenum(GL_ONE), GLenum(GL_ONE_MINUS_SRC_ALPHA))
    for (item, sheet) in seen {
      var lift = 0.0
      if item.place == .foot(stack: 1),
        let below = seen.first(where: { $0.0.place == .foot(stack: 0) })?.1
      {
        lift = Double(below.letters.size.height - 2 * below.margin) * 1.15
      }
      draw(item, sheet, OverlayLayout.box(item, sheet, lift: lift, in: area), of: whole)
    }
    glDisable(GLenum(GL_BLEND))
  }

  private func draw(_ item: OverlayItem, _ sheet: Sheet, _ box: OverlayLayout.Box, of whole: PixelSize) {
    sheet.letters.bind(toUnit: 0)
    (sheet.map ?? blank).bind(toUnit: 1)
    let (width, height) = (Float(whole.width), Float(whole.height))
    glUniform4f(
      program.location("box"), Float(box.x) / width, Float(box.y) / height, Float(box.width) / width,
      Float(box.height) / height)
    glUniform4f(program.location("look"), item.opacity, item.sung, item.glow, 0)
    glDrawArrays(GLName.triangleStrip, 0, 4)
  }

  private static let vertex = """
    uniform vec4 box;
    out vec2 at;
    void main() {
      at = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
      gl_Position = vec4((box.xy + at * box.zw) * 2.0 - 1.0, 0.0, 1.0);
    }

    """

  /// Words not yet reached are dimmed, never their shadow: they stay legible.
  private static let fragment = """
    in vec2 at;
    out vec4 colour;
    uniform sampler2D letters;
    uniform sampler2D map;
    uniform vec4 look;
    void main() {
      vec4 text = texture(letters, at);
      vec4 plan = texture(map, at);
      float lit = smoothstep(-0.12, 0.0, look.y - (plan.r * 255.0 + plan.g));
      text *= mix(0.62, 1.0, lit);
      text.rgb *= mix(0.95, 1.0, look.z);
      float shade = plan.a * 0.74;
      colour = vec4(text.rgb, text.a + shade * (1.0 - text.a)) * look.x;
    }

    """
}

/// Where things stand over a picture: in its lower third, inside the safe margins.
enum OverlayLayout {
  /// In pixels of the framebuffer, from its lower left corner.
  struct Box {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  /// Shares of the picture's sides kept free: a tenth is what every screen shows (title-safe, SMPTE ST 2046-1).
  static let sideMargin = 0.08
  static let footMargin = 0.10
  /// Above two lines of a song's words.
  static let raisedFootMargin = 0.32
  static let cornerMargin = 0.05

  static func box(_ item: OverlayItem, _ sheet: OverlayPass.Sheet, lift: Double, in area: MasterPass.Area)
    -> Box
  {
    // Made for another size: shown to the same proportion until it is made anew.
    let fit = Double(area.size.height) / Double(max(1, sheet.madeFor.height))
    let isExact = sheet.madeFor == area.size && item.scale == 1
    let scale = isExact ? 1 : fit * Double(item.scale)
    let (width, height) = (
      Double(sheet.letters.size.width) * scale, Double(sheet.letters.size.height) * scale
    )
    let margin = Double(sheet.margin) * fit
    let (areaWidth, areaHeight) = (Double(area.size.width), Double(area.size.height))
    var x: Double
    var y: Double
    switch item.place {
    case .lowerSide(let isRaised):
      let side = areaWidth * sideMargin - margin
      x = sheet.isRightToLeft ? areaWidth - side - width : side
      y = areaHeight * (isRaised ? raisedFootMargin : footMargin) - margin
    case .foot:
      x = (areaWidth - width) / 2
      y = areaHeight * footMargin - margin + lift * fit
    case .corner:
      let side = min(areaWidth, areaHeight) * cornerMargin
      let whole = Double(sheet.letters.size.width) * fit
      let tall = Double(sheet.letters.size.height) * fit
      x = areaWidth - side - (whole + width) / 2
      y = areaHeight - side - (tall + height) / 2
    }
    y -= Double(item.drop) * sheet.em * fit
    // What stands still stands on whole pixels, so that letters are as sharp as they were made.
    if isExact { x = x.rounded() }
    if isExact && item.drop == 0 { y = y.rounded() }
    return Box(x: x + Double(area.x), y: y + Double(area.y), width: width, height: height)
  }
}

extension Stage {
  /// Takes in what is shown over the picture under that name; nil lets go of it. Not in the frame path.
  public func setOverlay(_ picture: OverlayPicture?, for id: OverlayID) throws(StageError) {
    context.makeCurrent()
    guard picture != nil || overlays != nil else { return }
    let pass: OverlayPass
    if let overlays { pass = overlays } else { pass = try OverlayPass(context) }
    overlays = pass
    pass.set(picture, for: id)
  }

  /// What can be shown over the picture.
  public var overlayIDs: [OverlayID: PixelSize] { overlays?.sheets.mapValues(\.madeFor) ?? [:] }

  /// Size of the picture within the window or the film: what letters are made for.
  public var overlaySize: PixelSize { Self.area(for: size, in: outputSize).size }

  /// Writes over the framebuffer that is bound.
  func letter(_ items: [OverlayItem], over picture: PixelSize, in whole: PixelSize) {
    guard let overlays, !items.isEmpty else { return }
    overlays.draw(items, in: Self.area(for: picture, in: whole), of: whole)
  }
}
