import Directing
import Foundation
import Music
import Scenery
import Session
import Staging

/// A rendered song's inventions: composed while the film goes on, and brought on a fixed time after they were ordered, so
/// that they are a matter of seed and moment alone. The film waits only for one that takes longer.
final class OfflineInventing {
  private let desk = InventionDesk()
  private var plan: InventionPlan
  /// When what was ordered comes, stream time in seconds; nil where nothing is composed.
  private var dueSeconds: Double?
  /// What was brought on, for the film's provenance.
  private(set) var entries: [PresetEntry] = []

  /// A scene is composed in less on most machines, and in time for the change after the one that it was ordered at.
  private static let composingSeconds = 5.0

  /// - Returns: nil where nothing is to be invented.
  init?(_ setting: InventionSetting?) {
    guard let setting, setting.isOn else { return nil }
    plan = InventionPlan(setting, isTimed: false)
    desk.start()
  }

  deinit { desk.stop() }

  /// What takes effect in the next hop.
  func advance(_ snapshot: Snapshot, _ wardrobe: inout Wardrobe, on stage: Stage) -> [SessionEvent] {
    if let leaver = plan.leaver(snapshot) {
      wardrobe.dismiss(leaver, from: stage)
      return [.presetRemoved(leaver)]
    }
    let now = snapshot.moment.hop.end.seconds
    if let order = plan.order(snapshot) {
      desk.order(order)
      dueSeconds = now + Self.composingSeconds
    }
    guard let due = dueSeconds, now >= due else { return [] }
    dueSeconds = nil
    return arrived(desk.reply(), at: clockText(now), &wardrobe, on: stage)
  }

  private func arrived(
    _ reply: InventionReply, at time: String, _ wardrobe: inout Wardrobe, on stage: Stage
  ) -> [SessionEvent] {
    do throws(PresetError) {
      let preset = try reply.preset(library: wardrobe.library)
      let replacement = try wardrobe.replace(with: preset, on: stage)
      let cue = plan.arrived(replacement.index, isByHand: false)
      entries.append(replacement.preset.entry)
      Terminal.write("\(time): \(preset.name) is invented (\(reply.sentence))\n")
      return [.presetAdded(replacement.preset.entry), .cue(.ready(replacement.index), from: .stage)]
        + (cue.map { [.cue($0, from: .auto)] } ?? [])
    } catch {
      _ = plan.arrived(nil, isByHand: false)
      Terminal.write("\(time): \(error.reason)\n")
      return []
    }
  }
}
