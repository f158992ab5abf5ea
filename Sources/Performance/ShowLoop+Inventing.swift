import Directing
import Foundation
import Scenery
import Session
import Staging

/// A show's inventions: what was ordered comes into the repertoire, and a hand may order, breed and keep.
extension ShowLoop {
  /// Between two pictures: nothing here waits.
  func hearInventions() {
    if let order = inventions.order(snapshot) { inventor.order(order) }
    for reply in inventor.replies.empty() { take(reply) }
    for note in inventor.notes.empty() { status.note(note) }
    guard let leaver = inventions.leaver(snapshot) else { return }
    conductor.events.post(.presetRemoved(leaver))
  }

  private func take(_ reply: InventionReply) {
    var scene: PresetIndex?
    do throws(PresetError) {
      let preset = try reply.preset(library: wardrobe.library)
      scene = try bringIn(preset).index
      let time = reply.seconds.map { ", \(Reports.decimal($0)) s" } ?? ""
      status.note("\(preset.name) is invented (\(reply.sentence)\(time))")
    } catch {
      status.note(error.reason)
    }
    guard let cue = inventions.arrived(scene, isByHand: reply.isByHand) else { return }
    conductor.events.post(.cue(cue, from: reply.isByHand ? .key : .auto))
  }

  /// A preset that came during the show: compiled, kept in the take, told to the director.
  func bringIn(_ preset: Preset) throws(PresetError) -> Wardrobe.Replacement {
    let replacement = try wardrobe.replace(with: preset, on: stage)
    desk.take?.edited.post(replacement.preset)
    conductor.events.post(.presetAdded(replacement.preset.entry))
    conductor.events.post(.cue(.ready(replacement.index), from: .stage))
    return replacement
  }

  // MARK: Hands

  func inventByHand() {
    guard let order = inventions.orderByHand(snapshot) else { return tellBusy() }
    inventor.order(order)
    status.note("Inventing a scene for this mood …")
  }

  func breedByHand() {
    guard let (preset, genome) = inventionOnStage else {
      return status.note("Only invented scenes can be bred from; press I for one.")
    }
    guard let order = inventions.orderByHand(snapshot, parent: genome) else { return tellBusy() }
    inventor.order(order)
    status.note("Breeding from \(preset.name) …")
  }

  func saveByHand() {
    guard let (preset, _) = inventionOnStage else {
      return status.note("Only invented scenes are saved; this one is a file already.")
    }
    inventor.keep(preset)
  }

  private func tellBusy() { status.note("A scene is being invented already.") }

  private var inventionOnStage: (Preset, Genome)? {
    guard let preset = wardrobe.repertoire[snapshot.score.onStage.scene], let genome = Genome(of: preset)
    else { return nil }
    return (preset, genome)
  }
}
