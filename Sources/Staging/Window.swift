import CGL
import CSDL2
import Scenery

/// How a window should open.
public struct WindowSettings: Sendable, Equatable {
  public var title: String
  /// In screen units; the picture's size may be larger on a dense display.
  public var size: PixelSize
  /// No window on any screen: the same code draws to memory.
  public var isHeadless: Bool
  /// Ordinal of the display to open on, from 0.
  public var display: Int
  /// Never shown, and drawn to by the display's own driver.
  var isHidden = false
  /// Shading languages to try, in order.
  var dialects = ShaderDialect.allCases

  public init(
    title: String = "Kinora", size: PixelSize = PixelSize(width: 1280, height: 720), isHeadless: Bool = false,
    display: Int = 0
  ) {
    self.title = title
    self.size = PixelSize(width: max(1, size.width), height: max(1, size.height))
    self.isHeadless = isHeadless
    self.display = max(0, display)
  }
}

/// What happened at the window since it was last asked.
public enum WindowEvent: Sendable, Equatable {
  case key(KeyPress)
  case resized(PixelSize)
  /// Someone wants to close it; it stays open until it is let go.
  case closed
}

/// The window that the stage draws to; headless by the same code. Main thread only.
public final class Window {
  let context: GraphicsContext
  public let isHeadless: Bool
  /// Whether `present` waits for the display. Where it doesn't, the caller paces itself.
  public let waitsForDisplay: Bool
  public private(set) var isFullscreen = false

  public init(_ settings: WindowSettings = WindowSettings()) throws(StageError) {
    context = try GraphicsContext(settings)
    isHeadless = settings.isHeadless
    waitsForDisplay = !settings.isHeadless && SDL_GL_SetSwapInterval(1) == 0
    if !waitsForDisplay { SDL_GL_SetSwapInterval(0) }
  }

  /// What draws here, by the driver's own name.
  public var renderer: String { context.renderer }

  /// Size of the drawable, in pixels; 1×1 while minimised to nothing.
  public var size: PixelSize {
    var width: Int32 = 0
    var height: Int32 = 0
    SDL_GL_GetDrawableSize(context.window, &width, &height)
    return PixelSize(width: max(1, Int(width)), height: max(1, Int(height)))
  }

  public var title: String {
    get { String(cString: SDL_GetWindowTitle(context.window)) }
    set { SDL_SetWindowTitle(context.window, newValue) }
  }

  public static func displayCount() -> Int { max(0, Int(SDL_GetNumVideoDisplays())) }

  /// Fills the display the window is on (or the one named), without changing its mode; no pointer there.
  public func setFullscreen(_ isFull: Bool, onDisplay display: Int? = nil) {
    if let display, display >= 0, display < Self.displayCount() {
      if isFullscreen { SDL_SetWindowFullscreen(context.window, 0) }
      let place = Int32(bitPattern: 0x2FFF_0000 | UInt32(clamping: display))
      SDL_SetWindowPosition(context.window, place, place)
    }
    let flags = isFull ? SDL_WINDOW_FULLSCREEN_DESKTOP.rawValue : 0
    guard SDL_SetWindowFullscreen(context.window, flags) == 0 else { return }
    isFullscreen = isFull
    SDL_ShowCursor(isFull ? SDL_DISABLE : SDL_ENABLE)
  }

  /// Everything since the last call, oldest first.
  public func events() -> [WindowEvent] {
    var found: [WindowEvent] = []
    var event = SDL_Event()
    while SDL_PollEvent(&event) != 0 {
      if let known = describe(event) { found.append(known) }
    }
    return found
  }

  private func describe(_ event: SDL_Event) -> WindowEvent? {
    switch event.type {
    case SDL_QUIT.rawValue: return .closed
    case SDL_KEYDOWN.rawValue where event.key.repeat == 0: return key(event.key.keysym)
    case SDL_WINDOWEVENT.rawValue:
      switch UInt32(event.window.event) {
      case SDL_WINDOWEVENT_CLOSE.rawValue: return .closed
      case SDL_WINDOWEVENT_SIZE_CHANGED.rawValue: return .resized(size)
      default: return nil
      }
    default: return nil
    }
  }

  private func key(_ symbol: SDL_Keysym) -> WindowEvent? {
    let name = String(cString: SDL_GetKeyName(symbol.sym))
    guard !name.isEmpty else { return nil }
    let modifiers = UInt32(symbol.mod)
    return .key(
      KeyPress(
        name: name, isShifted: modifiers & UInt32(KMOD_LSHIFT.rawValue | KMOD_RSHIFT.rawValue) != 0,
        isControlled: modifiers & UInt32(KMOD_LCTRL.rawValue | KMOD_RCTRL.rawValue) != 0))
  }

  /// Shows what was drawn.
  func present() {
    context.makeCurrent()
    SDL_GL_SwapWindow(context.window)
  }
}
