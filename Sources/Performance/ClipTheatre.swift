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

  /// Two on stage and one that comes.
  private static let mostOpen = 3

  /// - Parameter size: pictures are decoded no larger than covers it.
  init(isLive: Bool, covering size: PixelSize) {
    self.isLive = isLive
    self.size = (size.width, size.height)
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
    let camera = cameras[scene] ?? CameraPlayer(device: clip.path, covering: size)
    cameras[scene] = camera
    return camera.picture
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
      cameras.removeValue(forKey: old)?.stop()
    }
  }

  private func tell(_ sentence: String?) {
    guard let sentence, told.insert(sentence).inserted else { return }
    waiting.append(sentence)
  }
}
