import Scenery

/// Why there is no stage to draw on.
public enum StageError: Error, Equatable, CustomStringConvertible {
  case noVideo(reason: String)
  case noWindow(reason: String)
  case noContext(reason: String)
  case noFramebuffer(width: Int, height: Int)
  case broken(part: String, reason: String)

  public var description: String {
    switch self {
    case .noVideo(let reason):
      "No display can be opened (\(reason)). Set DISPLAY, or draw without a window: --headless."
    case .noWindow(let reason): "The window can't be opened: \(reason)."
    case .noContext(let reason):
      "Neither OpenGL 3.3 nor OpenGL ES 3.0 is to be had (\(reason)). Install a driver: libgl1-mesa-dri."
    case .noFramebuffer(let width, let height):
      "The graphics driver refuses a picture of \(width)×\(height). Choose a smaller size."
    case .broken(let part, let reason): "Kinora's own \(part) doesn't compile here: \(reason)"
    }
  }
}

/// What went wrong with one preset while it was on stage. The picture went on without it.
public struct StageFault: Sendable, Equatable, CustomStringConvertible {
  public var preset: PresetIndex
  public var error: PresetError
  public var description: String { error.description }
}
