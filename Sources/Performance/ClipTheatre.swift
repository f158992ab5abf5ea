import Foundation
import Media
import Scenery
import Staging

/// Gives the stage the pictures of clips: live from threads that decode ahead, otherwise each when it is due.
final class ClipTheatre: ClipSource {
  private let isLive: Bool
  private let size: (width: Int, height: Int)
  private var readers: [PresetIndex: ClipReader] = [:]
  private var players: [PresetIndex: ClipPlayer] = [:]
  private var cameras: [PresetIndex: CameraPlayer] = [:]
  /// Scenes in the order in which they were last asked for.
  private var order: [PresetIndex] = []
  private var waiting: [String] = []
  private var told: Set<String> = []
  /// Scenes that can't be shown now.
  private var absent: Set<PresetIndex> = []

  /// Two on stage and one that comes.
  private static let mostOpen = 3
  private static let cameraPatience = 2.0

  /// - Parameter size: pictures are decoded no larger than covers it.
  /// - Parameter repertoire: whose cameras are opened now, since they take their time.
  init(isLive: Bool, covering size: PixelSize, cameras repertoire: Repertoire = Repertoire()) {
    self.isLive = isLive
    self.size = (size.width, size.height)
    for index in repertoire.indices(of: .scene) where isLive {
      guard let clip = repertoire[index]?.header.kinora.clip, clip.isCamera else { continue }
      cameras[index] = CameraPlayer(device: clip.path, covering: self.size)
    }
  }

  /// Cameras that give no picture yet, after waiting a little for them.
  func silentCameras() -> Set<PresetIndex> {
    var patience = Self.cameraPatience
    while patience > 0, cameras.values.contains(where: { $0.picture == nil && $0.complaint == nil }) {
      Thread.sleep(forTimeInterval: 0.05)
      patience -= 0.05
    }
    let silent = cameras.filter { $0.value.picture == nil || $0.value.complaint != nil }
    absent.formUnion(silent.keys)
    return Set(silent.keys)
  }

  /// Scenes that can be shown no longer, or again, since the last call.
  func changes() -> [(scene: PresetIndex, isThere: Bool)] {
    var changes: [(scene: PresetIndex, isThere: Bool)] = []
    for (scene, player) in players where player.hasFailed && absent.insert(scene).inserted {
      changes.append((scene, false))
    }
    for (scene, camera) in cameras {
      let isThere = camera.picture != nil && camera.complaint == nil
      if isThere ? absent.remove(scene) != nil : absent.insert(scene).inserted {
        changes.append((scene, isThere))
      }
    }
    return changes
  }

  func stop() {
    for player in players.values { player.stop() }
    for camera in cameras.values { camera.stop() }
    players = [:]
    cameras = [:]
  }

  /// What the performer should know since the last call.
  func notes() -> [String] {
    for player in players.values { tell(player.complaint) }
    for camera in cameras.values { tell(camera.complaint) }
    for reader in readers.values { tell(reader.complaint?.description) }
    defer { waiting.removeAll() }
    return waiting
  }

  /// A scene that will come: its first pictures are decoded now.
  func expect(_ appearance: Appearance, in repertoire: Repertoire) {
    guard isLive, let clip = repertoire[appearance.scene]?.header.kinora.clip else { return }
    let schedule = ClipSchedule(clip, barSeconds: appearance.barSeconds, variation: appearance.variation)
    _ = picture(
      of: clip,
      at: ClipMoment(
        scene: appearance.scene, schedule: schedule, bars: 0, barSeconds: appearance.barSeconds))
  }

  func picture(of clip: Clip, at moment: ClipMoment) -> ClipPicture? {
    note(moment.scene)
    if clip.isCamera { return cameraPicture(clip, moment.scene) }
    guard isLive else { return exactPicture(clip, moment) }
    let player = players[moment.scene] ?? ClipPlayer(path: clip.path, covering: size)
    players[moment.scene] = player
    return player.picture(at: moment)
  }

  private func exactPicture(_ clip: Clip, _ moment: ClipMoment) -> ClipPicture? {
    if readers[moment.scene] == nil {
      do throws(MediaError) {
        readers[moment.scene] = try ClipReader(path: clip.path, covering: size)
      } catch {
        tell(error.description)
        return nil
      }
    }
    return readers[moment.scene]?.picture(atSeconds: moment.clipSeconds)
  }

  private func cameraPicture(_ clip: Clip, _ scene: PresetIndex) -> ClipPicture? {
    guard isLive else {
      tell("The pictures of the camera \(clip.path) are live only; its scenes keep the picture before.")
      return nil
    }
    return cameras[scene]?.picture
  }

  /// Closes what hasn't been asked for longest.
  private func note(_ scene: PresetIndex) {
    if order.last == scene { return }
    order.removeAll { $0 == scene }
    order.append(scene)
    while order.count > Self.mostOpen {
      let old = order.removeFirst()
      readers[old] = nil
      players.removeValue(forKey: old)?.stop()
    }
  }

  private func tell(_ sentence: String?) {
    guard let sentence, told.insert(sentence).inserted else { return }
    waiting.append(sentence)
  }
}
