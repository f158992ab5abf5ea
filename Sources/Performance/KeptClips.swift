import Foundation
import Recording
import Scenery

/// The clips that a take names: they stay where they were, and are checked before they are shown again.
enum KeptClips {
  /// Finds a preset's clip, where it was or by its name in the folders given with --clips.
  static func find(_ preset: inout Preset, _ configuration: Configuration) throws(PerformanceError) {
    guard let clip = preset.header.kinora.clip, !clip.isCamera else { return }
    defer { try? ClipFacts.complete(&preset) }  // one that can't be read is told when it is shown
    let name = (clip.path as NSString).lastPathComponent
    let places = [clip.path] + configuration.clips.map { $0 + "/" + name }
    let found = places.filter { FileManager.default.fileExists(atPath: $0) }
    if let right = found.first(where: { clip.digest.isEmpty || FileDigest.sha256(ofFile: $0) == clip.digest })
    {
      preset.header.kinora.clip?.path = right
      return
    }
    guard configuration.force else {
      throw .lostClip(
        path: clip.path, reason: found.isEmpty ? "is no longer there" : "has changed since it was recorded")
    }
    if let other = found.first { preset.header.kinora.clip?.path = other }
    Terminal.write(
      "The clip “\(clip.path)” \(found.isEmpty ? "is missing: its scenes keep the picture before" : "has changed since the take").\n"
    )
  }
}
