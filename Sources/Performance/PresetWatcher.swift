import Conduits
import Foundation
import Scenery

/// Watches the preset folders and reads what was saved: a thread of its own, so that nobody waits for a disk.
final class PresetWatcher: Sendable {
  /// A preset read anew, or why it could not be.
  typealias News = Result<Preset, PresetError>

  let news = Mailbox<News>(limit: 256)
  private let stopped = Mailbox<Bool>(limit: 1)
  private let folder: String
  /// Files are looked at this often …
  private static let intervalSeconds = 0.08
  /// … and at most this many are read at a time, so that a storm of saves stays bounded.
  private static let mostAtOnce = 5

  init(folder: String) { self.folder = folder }

  func start() {
    let thread = Thread { [self] in watch() }
    thread.name = "workshop"
    thread.qualityOfService = .utility
    thread.start()
  }

  func stop() { stopped.post(true) }

  private func watch() {
    var known = stamps()
    let admission = Admission()
    while stopped.empty().isEmpty {
      Thread.sleep(forTimeInterval: Self.intervalSeconds)
      let now = stamps()
      let libraryChanged = now.contains { $0.value.kind == nil && known[$0.key] != $0.value }
      let changed = now.filter { path, stamp in
        stamp.kind != nil && (libraryChanged || known[path] != stamp)
      }
      guard !changed.isEmpty else {
        known = now
        continue
      }
      let library = Catalogue.library(in: folder)
      for (path, stamp) in changed.sorted(by: { $0.key < $1.key }).prefix(
        libraryChanged ? 256 : Self.mostAtOnce)
      {
        // Half-written: the size still moves, so look again next time.
        guard Self.stamp(of: path, kind: stamp.kind) == stamp, let kind = stamp.kind else { continue }
        known[path] = stamp
        news.post(Self.read(path, kind: kind, library: library, admission))
      }
      for (path, stamp) in now where stamp.kind == nil { known[path] = stamp }
    }
  }

  private static func read(
    _ path: String, kind: Preset.Kind, library: [String: String], _ admission: Admission
  ) -> News {
    do throws(PresetError) {
      let preset = try Catalogue.read(path, kind: kind, library: library)
      try admission.admit(preset)
      return .success(preset)
    } catch {
      return .failure(error)
    }
  }

  private struct Stamp: Equatable {
    var size: UInt64
    var modified: Date
    /// nil for a library file.
    var kind: Preset.Kind?
  }

  private func stamps() -> [String: Stamp] {
    var found: [String: Stamp] = [:]
    let rooms = Catalogue.rooms.map { ($0.folder, Optional($0.kind)) } + [("Library", nil)]
    for (room, kind) in rooms {
      let path = folder + "/" + room
      for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
        let isLibrary = name.hasSuffix(".glsl") && !name.hasPrefix(".")
        guard kind.map({ Catalogue.isPreset(name, kind: $0) }) ?? isLibrary else { continue }
        found[path + "/" + name] = Self.stamp(of: path + "/" + name, kind: kind)
      }
    }
    return found
  }

  private static func stamp(of path: String, kind: Preset.Kind?) -> Stamp? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let size = attributes[.size] as? UInt64, let modified = attributes[.modificationDate] as? Date
    else { return nil }
    // A side file is part of its preset.
    let side = SidePlace.files(of: path).first { FileManager.default.fileExists(atPath: $0) }
    let other = kind == nil ? nil : side.flatMap { try? FileManager.default.attributesOfItem(atPath: $0) }
    return Stamp(
      size: size + (other?[.size] as? UInt64 ?? 0),
      modified: max(modified, other?[.modificationDate] as? Date ?? modified), kind: kind)
  }
}
