import Capture
import Media
import Recording
import Remembering
import Scenery
import Staging

/// Why a performance can't begin or had to end: one sentence, and the exit code that scripts see.
public enum PerformanceError: Error, CustomStringConvertible {
  case noPresets(lookedIn: [String])
  case noScene(in: String)
  case badShow(path: String, line: Int?, reason: String)
  case unknownPreset(name: String, known: [String])
  case badOption(String)
  case wouldOverwrite(path: String)
  case cannotWrite(path: String, reason: String)
  case notATake(path: String, reason: String)
  case badPresets(count: Int)
  case noDisplay
  case recording(RecordingError)
  case overlay(OverlayError)
  /// A brief is given, and nothing to read it with.
  case noLexicon(folder: String)
  case badClips(path: String, reason: String)
  /// A take's clip that isn't what it was.
  case lostClip(path: String, reason: String)
  case other(any Error)

  public var description: String {
    switch self {
    case .noPresets(let places):
      "No presets found. Looked in: \(places.joined(separator: ", ")). Name their folder with --presets."
    case .noScene(let folder):
      "No scene in \(folder) can be used. See what is wrong with: kinora presets check."
    case .badShow(let path, let line, let reason):
      "\(path)\(line.map { ":\($0)" } ?? ""): \(reason)"
    case .unknownPreset(let name, let known):
      "No preset is called “\(name)”. There are: \(known.joined(separator: ", "))."
    case .badOption(let sentence): sentence
    case .wouldOverwrite(let path):
      "\(path) exists already. Choose another name, or add --force to replace it."
    case .cannotWrite(let path, let reason):
      "Can't write \(path): \(reason)."
    case .notATake(let path, let reason):
      "\(path) is no take that can be played: \(reason)."
    case .badPresets(let count):
      "\(count) preset\(count == 1 ? "" : "s") can't be used; the reasons are above."
    case .noDisplay:
      "No display found (neither DISPLAY nor WAYLAND_DISPLAY is set). Render to a file instead: "
        + "kinora render demo -o demo.mp4"
    case .recording(let error): "\(error)"
    case .overlay(let error): "\(error)"
    case .noLexicon(let folder):
      "The brief can't be read: no WordNet in \(folder). Install the package wordnet-base, "
        + "or say with KINORA_WORDNET where it is."
    case .badClips(let path, let reason): "No clips from \(path): \(reason)"
    case .lostClip(let path, let reason):
      "The take's clip “\(path)” \(reason). Put it back, name its folder with --clips, "
        + "or render without it: --force."
    case .other(let error): "\(error)"
    }
  }

  /// By the BSD convention of sysexits.h; listed in the README.
  public var exitCode: Int32 {
    switch self {
    case .badOption: 64
    case .badShow, .notATake, .badPresets, .overlay, .lostClip: 65
    case .noPresets, .noScene, .unknownPreset, .badClips: 66
    case .noDisplay, .noLexicon: 69
    case .wouldOverwrite, .cannotWrite: 73
    case .recording(.noTake), .recording(.missingFile), .recording(.changedFile): 65
    case .recording: 73
    case .other(let error): Self.code(of: error)
    }
  }

  private static func code(of error: any Error) -> Int32 {
    switch error {
    case is MediaError, is PresetError, is MemoryError: 65
    case is CaptureError, is StageError: 69
    default: 70
    }
  }
}
