import Directing
import Foundation
import Music
import Scenery
import Session
import Staging

/// A rendered song's inventions: composed while the music waits, so that they are a matter of seed and moment alone.
final class OfflineInventing {
  private let process = InventionProcess()
  private var plan: InventionPlan
  /// What was brought on, for the film's provenance.
  private(set) var entries: [PresetEntry] = []

  /// - Returns: nil where nothing is to be invented.
  init?(_ setting: InventionSetting?) {
    guard let setting, setting.isOn else { return nil }
    plan = InventionPlan(setting, isTimed: false)
  }

  deinit { process.end() }

  /// What takes effect in the next hop.
  func advance(_ snapshot: Snapshot, _ wardrobe: inout Wardrobe, on stage: Stage) -> [SessionEvent] {
    if let leaver = plan.leaver(snapshot) {
      wardrobe.dismiss(leaver, from: stage)
      return [.presetRemoved(leaver)]
    }
    guard let order = plan.order(snapshot) else { return [] }
    let reply = process.answer(to: order)
    let time = clockText(snapshot.moment.hop.end.seconds)
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
