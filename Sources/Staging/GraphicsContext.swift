import CGL
import CSDL2
import Scenery
import Synchronization

/// An OpenGL context with the SDL window, shown or not, that it draws to.
///
/// Every texture and program holds the context they were made in, so that it is the last to go.
/// One thread at a time: the main thread, or for one made by `init(sharing:)` the thread that compiles.
final class GraphicsContext {
  let window: OpaquePointer
  private let handle: SDL_GLContext
  let dialect: ShaderDialect
  /// What the driver calls itself.
  let renderer: String
  /// Longest side of a texture, in pixels.
  let textureLimit: Int
  /// Of this context and those that share with it.
  let objects: ObjectCount
  /// Core profiles draw nothing without one; it holds no attributes.
  private var vertexArray: GLuint = 0

  init(_ settings: WindowSettings) throws(StageError) {
    try Self.openVideo(isHeadless: settings.isHeadless)
    var found: (OpaquePointer, SDL_GLContext, ShaderDialect)?
    var reason = ""
    for dialect in settings.dialects where found == nil {
      switch Self.open(settings, dialect) {
      case .success(let pair): found = (pair.window, pair.handle, dialect)
      case .failure(let error): reason = error.description
      }
    }
    guard let found else {
      SDL_QuitSubSystem(SDL_INIT_VIDEO)
      throw StageError.noContext(reason: reason)
    }
    (window, handle, dialect) = found
    renderer = glGetString(GLenum(GL_RENDERER)).map { String(cString: $0) } ?? "unknown"
    var limit: GLint = 0
    glGetIntegerv(GLenum(GL_MAX_TEXTURE_SIZE), &limit)
    textureLimit = min(Int(limit), 8192)
    objects = ObjectCount()
    settle()
  }

  /// A second context with the same programs and textures, for another thread, which makes it current; the first one
  /// is current afterwards. Made on the main thread, and let go there once that thread has ended.
  init(sharing first: GraphicsContext) throws(StageError) {
    first.makeCurrent()
    defer { first.makeCurrent() }
    guard SDL_InitSubSystem(SDL_INIT_VIDEO) == 0 else { throw StageError.noVideo(reason: Self.sdlReason()) }
    SDL_GL_SetAttribute(SDL_GL_SHARE_WITH_CURRENT_CONTEXT, 1)
    defer { SDL_GL_SetAttribute(SDL_GL_SHARE_WITH_CURRENT_CONTEXT, 0) }
    var settings = WindowSettings(title: "", size: PixelSize(width: 16, height: 16))
    settings.isHidden = true
    switch Self.open(settings, first.dialect) {
    case .success(let pair): (window, handle) = pair
    case .failure(let error):
      SDL_QuitSubSystem(SDL_INIT_VIDEO)
      throw error
    }
    (dialect, renderer, textureLimit, objects) = (
      first.dialect, first.renderer, first.textureLimit, first.objects
    )
    settle()
  }

  /// Once for each context: what is the same for all that is drawn.
  private func settle() {
    glGenVertexArrays(1, &vertexArray)
    glBindVertexArray(vertexArray)
    glDisable(GLenum(GL_BLEND))
    glDisable(GLenum(GL_DEPTH_TEST))
    // Kinora's dither stands in the master pass; the driver's own would break exact end frames.
    glDisable(GLenum(GL_DITHER))
    glPixelStorei(GLenum(GL_PACK_ALIGNMENT), 1)
    glPixelStorei(GLenum(GL_UNPACK_ALIGNMENT), 1)
  }

  deinit {
    makeCurrent()
    glDeleteVertexArrays(1, &vertexArray)
    SDL_GL_DeleteContext(handle)
    SDL_DestroyWindow(window)
    SDL_QuitSubSystem(SDL_INIT_VIDEO)
  }

  /// Cheap when it is current already.
  func makeCurrent() { SDL_GL_MakeCurrent(window, handle) }

  /// Another thread may have it now.
  func letGo() { SDL_GL_MakeCurrent(window, nil) }

  /// The first error since the last call, by name; nil when all went well.
  func takeError() -> String? {
    var first: GLenum?
    // A lost context answers with errors without end.
    for _ in 0..<16 {
      let error = glGetError()
      if error == GLName.noError { break }
      first = first ?? error
    }
    return first.map(Self.name)
  }

  private static func name(of error: GLenum) -> String {
    switch Int32(error) {
    case GL_INVALID_ENUM: "invalid enum"
    case GL_INVALID_VALUE: "invalid value"
    case GL_INVALID_OPERATION: "invalid operation"
    case GL_INVALID_FRAMEBUFFER_OPERATION: "invalid framebuffer"
    case GL_OUT_OF_MEMORY: "out of memory"
    default: "error \(error)"
    }
  }

  static func sdlReason() -> String {
    let text = String(cString: SDL_GetError())
    return text.isEmpty ? "no reason given" : text
  }

  // MARK: Opening

  private static func openVideo(isHeadless: Bool) throws(StageError) {
    SDL_SetMainReady()
    // Signals belong to the performance, which has files to close first.
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1")
    if isHeadless { SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "offscreen", SDL_HINT_OVERRIDE) }
    let result = SDL_InitSubSystem(SDL_INIT_VIDEO)
    if isHeadless { SDL_ResetHint(SDL_HINT_VIDEODRIVER) }
    guard result == 0 else { throw StageError.noVideo(reason: sdlReason()) }
  }

  private static func open(
    _ settings: WindowSettings, _ dialect: ShaderDialect
  ) -> Result<(window: OpaquePointer, handle: SDL_GLContext), StageError> {
    let profile = dialect == .core ? SDL_GL_CONTEXT_PROFILE_CORE : SDL_GL_CONTEXT_PROFILE_ES
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, Int32(profile.rawValue))
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3)
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, dialect == .core ? 3 : 0)
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0)
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1)
    var flags = SDL_WINDOW_OPENGL.rawValue | SDL_WINDOW_RESIZABLE.rawValue | SDL_WINDOW_ALLOW_HIGHDPI.rawValue
    if settings.isHeadless || settings.isHidden { flags |= SDL_WINDOW_HIDDEN.rawValue }
    // SDL's “centred on display n”.
    let place = Int32(bitPattern: 0x2FFF_0000 | UInt32(clamping: settings.display))
    guard
      let window = SDL_CreateWindow(
        settings.title, place, place, Int32(clamping: settings.size.width),
        Int32(clamping: settings.size.height),
        flags)
    else { return .failure(.noWindow(reason: sdlReason())) }
    guard let handle = SDL_GL_CreateContext(window) else {
      let reason = sdlReason()
      SDL_DestroyWindow(window)
      return .failure(.noContext(reason: reason))
    }
    return .success((window, handle))
  }
}

/// Textures, framebuffers and programs alive; constant when nothing leaks.
final class ObjectCount: Sendable {
  private let count = Atomic<Int>(0)

  var value: Int { count.load(ordering: .relaxed) }

  func add(_ number: Int) { count.add(number, ordering: .relaxed) }
}
