import CGL

/// OpenGL's constants arrive as signed integers while its functions want unsigned ones: turned here, once.
enum GLName {
  static let texture2D = GLenum(GL_TEXTURE_2D)
  static let texture3D = GLenum(GL_TEXTURE_3D)
  static let textureCube = GLenum(GL_TEXTURE_CUBE_MAP)
  static let firstSide = GLenum(GL_TEXTURE_CUBE_MAP_POSITIVE_X)
  static let wrapR = GLenum(GL_TEXTURE_WRAP_R)
  static let texture0 = GLenum(GL_TEXTURE0)
  static let minFilter = GLenum(GL_TEXTURE_MIN_FILTER)
  static let magFilter = GLenum(GL_TEXTURE_MAG_FILTER)
  static let wrapS = GLenum(GL_TEXTURE_WRAP_S)
  static let wrapT = GLenum(GL_TEXTURE_WRAP_T)
  static let swizzles = [
    GLenum(GL_TEXTURE_SWIZZLE_R), GLenum(GL_TEXTURE_SWIZZLE_G), GLenum(GL_TEXTURE_SWIZZLE_B),
    GLenum(GL_TEXTURE_SWIZZLE_A),
  ]
  static let rgba = GLenum(GL_RGBA)
  static let rgb = GLenum(GL_RGB)
  static let red = GLenum(GL_RED)
  static let unsignedByte = GLenum(GL_UNSIGNED_BYTE)
  static let float = GLenum(GL_FLOAT)
  static let framebuffer = GLenum(GL_FRAMEBUFFER)
  static let readFramebuffer = GLenum(GL_READ_FRAMEBUFFER)
  static let drawFramebuffer = GLenum(GL_DRAW_FRAMEBUFFER)
  static let colourAttachment = GLenum(GL_COLOR_ATTACHMENT0)
  static let framebufferComplete = GLenum(GL_FRAMEBUFFER_COMPLETE)
  static let colourBit = GLbitfield(GL_COLOR_BUFFER_BIT)
  static let linear = GLenum(GL_LINEAR)
  static let triangleStrip = GLenum(GL_TRIANGLE_STRIP)
  static let points = GLenum(GL_POINTS)
  static let programPointSize = GLenum(GL_PROGRAM_POINT_SIZE)
  static let blend = GLenum(GL_BLEND)
  static let one = GLenum(GL_ONE)
  static let vertexShader = GLenum(GL_VERTEX_SHADER)
  static let fragmentShader = GLenum(GL_FRAGMENT_SHADER)
  static let compileStatus = GLenum(GL_COMPILE_STATUS)
  static let linkStatus = GLenum(GL_LINK_STATUS)
  static let infoLogLength = GLenum(GL_INFO_LOG_LENGTH)
  static let noError = GLenum(GL_NO_ERROR)
}
