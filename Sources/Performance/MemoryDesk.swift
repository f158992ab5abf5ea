import Directing
import Foundation
import Remembering
import Scenery

/// What past performances have to say before one begins, and what is kept of it afterwards.
public enum MemoryDesk {
  static var file: String { UserFolder.path + "/memory.sqlite" }
  /// Further back nothing counts.
  private static let songsRemembered = 24
  /// A stay this short is a slip, not something that was shown.
  private static let shortestSeconds = 1.0
  /// Leading hues to choose among, OKLCh degrees: those that `MoodHue` is at home in.
  private static let hues = stride(from: 145.0, through: 420, by: 25).map {
    $0.truncatingRemainder(dividingBy: 360)
  }

  /// Lowers the weights of what was shown lately. They are part of what the director is told, so that a take needs no
  /// memory to be rendered again.
  ///
  /// - Returns: what the performer should know.
  static func freshen(_ intent: inout Intent?, in repertoire: Repertoire) -> [String] {
    let songs: [ShownSong]
    do throws(MemoryError) {
      songs = try ShowMemory(path: file).latest(songsRemembered)
    } catch {
      return [goesOn(error)]
    }
    guard !songs.isEmpty else { return [] }
    var fresh = intent ?? Intent()
    var tired: [(name: String, freshness: Double)] = []
    while fresh.weights.count < repertoire.presets.count { fresh.weights.append(1) }
    for (place, preset) in repertoire.presets.enumerated() {
      guard let preset, let kind = ShownSong.Kind(rawValue: preset.kind.rawValue) else { continue }
      let freshness = songs.freshness(of: preset.name, kind)
      fresh.weights[place] *= Float(freshness)
      if kind == .scene, freshness < 0.5 { tired.append((preset.name, freshness)) }
    }
    if fresh.hue < 0, let hue = songs.freshHue(among: hues) { fresh.homeHue = Float(hue) }
    intent = fresh
    let names = tired.sorted { $0.freshness < $1.freshness }.prefix(5).map(\.name)
    return names.isEmpty ? [] : ["Shown lately, so less likely now: \(names.joined(separator: ", "))."]
  }

  /// Keeps what was shown.
  ///
  /// - Returns: why it can't be kept, if it can't.
  static func remember(
    _ shown: ShownTally.Shown, title: String, startUTC: String, idea: String, in repertoire: Repertoire
  ) -> String? {
    let song = ShownSong(
      title: title, startUTC: startUTC, seconds: shown.seconds, idea: idea, hue: shown.leading.hueDegrees,
      items: items(of: shown, in: repertoire))
    guard !song.items.isEmpty else { return nil }
    do throws(MemoryError) {
      try ShowMemory(path: file).remember(song)
      return nil
    } catch {
      return goesOn(error)
    }
  }

  /// A list of past performances, newest first.
  public static func report(latest count: Int) throws(PerformanceError) -> String {
    guard FileManager.default.fileExists(atPath: file) else { return "Nothing is remembered yet (\(file))." }
    let songs: [ShownSong]
    do throws(MemoryError) { songs = try ShowMemory(path: file).latest(count) } catch { throw .other(error) }
    guard !songs.isEmpty else { return "Nothing is remembered yet (\(file))." }
    let lines = songs.map { song in
      let scenes = song.items.filter { $0.kind == .scene }.map { "\($0.name) \(clockText($0.seconds))" }
      let idea = song.idea.isEmpty ? "" : "\n  about: \(song.idea)"
      return "\(song.startUTC)  \(song.title)  \(clockText(song.seconds))\(idea)\n  "
        + scenes.joined(separator: ", ")
    }
    return ([file] + lines).joined(separator: "\n")
  }

  /// Deletes the memory; does nothing where there is none.
  public static func forget() throws(PerformanceError) -> String {
    guard FileManager.default.fileExists(atPath: file) else { return "There was nothing to forget." }
    for path in [file, file + "-journal", file + "-wal", file + "-shm"]
    where FileManager.default.fileExists(atPath: path) {
      do { try FileManager.default.removeItem(atPath: path) } catch {
        throw .cannotWrite(path: path, reason: error.localizedDescription)
      }
    }
    return "Forgotten: \(file) is gone."
  }

  private static func goesOn(_ error: MemoryError) -> String { "\(error) The show goes on without it." }

  private static func items(of shown: ShownTally.Shown, in repertoire: Repertoire) -> [ShownSong.Item] {
    var items: [String: ShownSong.Item] = [:]
    func add(_ index: PresetIndex, _ kind: ShownSong.Kind, seconds: Double) {
      guard let name = repertoire[index]?.name else { return }
      let old = items[kind.rawValue + name] ?? ShownSong.Item(kind: kind, name: name, times: 0, seconds: 0)
      items[kind.rawValue + name] = ShownSong.Item(
        kind: kind, name: name, times: old.times + 1, seconds: old.seconds + seconds)
    }
    for stay in shown.stays where stay.endSeconds - stay.startSeconds >= shortestSeconds {
      add(stay.scene, .scene, seconds: stay.endSeconds - stay.startSeconds)
    }
    for transition in shown.transitions { add(transition, .transition, seconds: 0) }
    return items.values.sorted { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }
  }
}
