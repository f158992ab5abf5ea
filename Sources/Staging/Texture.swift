import CGL
import Scenery

/// What a texel holds.
enum TexelFormat {
  /// Four bytes.
  case colour
  /// Four 32-bit floats: state that must not round.
  case float
  /// Four 16-bit floats: light that is blurred.
  case light
  /// One float, seen as grey: waves and spectra.
  case sound
}

/// A texture: linear, without smaller copies; clamped to its edge unless it repeats.
final class Texture {
  /// Whose thread lets it go; another after `move`.
  private(set) var context: GraphicsContext
  let size: PixelSize
  private(set) var name: GLuint = 0
  private let target: GLenum

  /// Where textures are made and filled: beyond all units that presets read from.
  private static let workUnit = PassProgram.samplerLimit

  /// - Parameters:
  ///   - pixels: RGBA bytes, bottom row first; nil leaves the content undefined.
  ///   - repeats: whether it goes on beyond its edges.
  init(
    _ context: GraphicsContext, size: PixelSize, format: TexelFormat, pixels: [UInt8]? = nil,
    repeats: Bool = false
  ) {
    self.context = context
    self.size = size
    target = GLName.texture2D
    glGenTextures(1, &name)
    context.objects.add(1)
    bind(toUnit: Self.workUnit)
    glTexParameteri(GLName.texture2D, GLName.minFilter, GL_LINEAR)
    glTexParameteri(GLName.texture2D, GLName.magFilter, GL_LINEAR)
    let wrap = repeats ? GL_REPEAT : GL_CLAMP_TO_EDGE
    glTexParameteri(GLName.texture2D, GLName.wrapS, wrap)
    glTexParameteri(GLName.texture2D, GLName.wrapT, wrap)
    let (width, height) = (GLsizei(size.width), GLsizei(size.height))
    switch format {
    case .colour:
      precondition(pixels.map { $0.count == 4 * size.width * size.height } ?? true, "four bytes a pixel")
      (pixels ?? []).withUnsafeBytes {
        let start = pixels == nil ? nil : $0.baseAddress
        glTexImage2D(
          GLName.texture2D, 0, GL_RGBA8, width, height, 0, GLName.rgba, GLName.unsignedByte, start)
      }
    case .float:
      glTexImage2D(GLName.texture2D, 0, GL_RGBA32F, width, height, 0, GLName.rgba, GLName.float, nil)
    case .light:
      glTexImage2D(GLName.texture2D, 0, GL_RGBA16F, width, height, 0, GLName.rgba, GLName.float, nil)
    case .sound:
      glTexImage2D(GLName.texture2D, 0, GL_R32F, width, height, 0, GLName.red, GLName.float, nil)
      for (swizzle, source) in zip(GLName.swizzles, [GL_RED, GL_RED, GL_RED, GL_ONE]) {
        glTexParameteri(GLName.texture2D, swizzle, source)
      }
    }
  }

  /// A cube map.
  ///
  /// - Parameter sides: six squares of one size, +x, −x, +y, −y, +z, −z: RGBA bytes, top row first, as cube maps are
  ///   addressed.
  init(_ context: GraphicsContext, cube sides: [[UInt8]], side: Int) {
    precondition(sides.count == 6 && sides.allSatisfy { $0.count == 4 * side * side }, "six squares")
    self.context = context
    size = PixelSize(width: side, height: side)
    target = GLName.textureCube
    glGenTextures(1, &name)
    context.objects.add(1)
    bind(toUnit: Self.workUnit)
    glTexParameteri(target, GLName.minFilter, GL_LINEAR)
    glTexParameteri(target, GLName.magFilter, GL_LINEAR)
    for wrap in [GLName.wrapS, GLName.wrapT, GLName.wrapR] { glTexParameteri(target, wrap, GL_CLAMP_TO_EDGE) }
    for (place, pixels) in sides.enumerated() {
      glTexImage2D(
        GLName.firstSide + GLenum(place), 0, GL_RGBA8, GLsizei(side), GLsizei(side), 0, GLName.rgba,
        GLName.unsignedByte, pixels)
    }
  }

  deinit {
    context.makeCurrent()
    glDeleteTextures(1, &name)
    context.objects.add(-1)
  }

  func bind(toUnit unit: Int) {
    glActiveTexture(GLName.texture0 + GLenum(unit))
    glBindTexture(target, name)
  }

  /// Belongs to a context that shares with the one it was made in.
  func move(to context: GraphicsContext) { self.context = context }

  /// For `.colour` textures: a whole new picture, RGBA bytes, bottom row first.
  func replace(with pixels: [UInt8]) {
    precondition(pixels.count == 4 * size.width * size.height, "four bytes a pixel")
    bind(toUnit: Self.workUnit)
    glTexSubImage2D(
      GLName.texture2D, 0, 0, 0, GLsizei(size.width), GLsizei(size.height), GLName.rgba, GLName.unsignedByte,
      pixels)
  }

  /// For `.sound` textures: one row of floats, counted from the bottom.
  func upload(_ row: [Float], toRow place: Int = 0) {
    bind(toUnit: Self.workUnit)
    glTexSubImage2D(
      GLName.texture2D, 0, 0, GLint(place), GLsizei(min(row.count, size.width)), 1, GLName.red, GLName.float,
      row)
  }
}

/// A texture that can be drawn to; transparent black at first.
final class Target {
  let texture: Texture
  let isFloat: Bool
  private(set) var framebuffer: GLuint = 0

  init(_ context: GraphicsContext, size: PixelSize, format: TexelFormat) throws(StageError) {
    texture = Texture(context, size: size, format: format)
    isFloat = format == .float
    glGenFramebuffers(1, &framebuffer)
    context.objects.add(1)
    glBindFramebuffer(GLName.framebuffer, framebuffer)
    glFramebufferTexture2D(
      GLName.framebuffer, GLName.colourAttachment, GLName.texture2D, texture.name, 0)
    guard glCheckFramebufferStatus(GLName.framebuffer) == GLName.framebufferComplete else {
      throw StageError.noFramebuffer(width: size.width, height: size.height)
    }
    clear()
  }

  deinit {
    texture.context.makeCurrent()
    glDeleteFramebuffers(1, &framebuffer)
    texture.context.objects.add(-1)
  }

  var size: PixelSize { texture.size }

  func clear() {
    glBindFramebuffer(GLName.framebuffer, framebuffer)
    glClearColor(0, 0, 0, 0)
    glClear(GLName.colourBit)
  }

  /// Scales another target's picture into this one.
  func take(from other: Target) {
    glBindFramebuffer(GLName.readFramebuffer, other.framebuffer)
    glBindFramebuffer(GLName.drawFramebuffer, framebuffer)
    glBlitFramebuffer(
      0, 0, GLint(other.size.width), GLint(other.size.height), 0, 0, GLint(size.width), GLint(size.height),
      GLName.colourBit, GLName.linear)
  }
}
