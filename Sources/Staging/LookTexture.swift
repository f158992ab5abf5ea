import CGL
import Scenery

/// A colour table on the graphics card, in floats; read by texel, never filtered by the card.
final class LookTexture {
  let context: GraphicsContext
  let shape: ColourTable.Shape
  let size: Int
  let low: Colour
  let high: Colour
  private var name: GLuint = 0

  /// Curves are laid out in rows of this many entries.
  static let curveRow = 1024

  init(_ context: GraphicsContext, _ table: ColourTable) {
    self.context = context
    shape = table.shape
    size = table.size
    low = table.low
    high = table.high
    glGenTextures(1, &name)
    context.objects.add(1)
    bind(toUnit: PassProgram.samplerLimit)
    for (parameter, value) in [
      (GLName.minFilter, GL_NEAREST), (GLName.magFilter, GL_NEAREST), (GLName.wrapS, GL_CLAMP_TO_EDGE),
      (GLName.wrapT, GL_CLAMP_TO_EDGE),
    ] { glTexParameteri(target, parameter, value) }
    switch shape {
    case .cube:
      let side = GLsizei(size)
      glTexImage3D(target, 0, GL_RGB32F, side, side, side, 0, GLName.rgb, GLName.float, table.values)
    case .curves:
      let rows = (size + Self.curveRow - 1) / Self.curveRow
      let padding = [Float](repeating: 0, count: 3 * (rows * Self.curveRow - size))
      glTexImage2D(
        target, 0, GL_RGB32F, GLsizei(Self.curveRow), GLsizei(rows), 0, GLName.rgb, GLName.float,
        table.values + padding)
    }
  }

  deinit {
    context.makeCurrent()
    glDeleteTextures(1, &name)
    context.objects.add(-1)
  }

  private var target: GLenum { shape == .cube ? GLName.texture3D : GLName.texture2D }

  func bind(toUnit unit: Int) {
    glActiveTexture(GLName.texture0 + GLenum(unit))
    glBindTexture(target, name)
  }
}
