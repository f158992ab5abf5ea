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
    wardrobe.dismiss(leaver, from: stage)
  }

  private func take(_ reply: InventionReply) {
    do throws(PresetError) {
      wardrobe.order(try reply.preset(library: wardrobe.library), from: .invention(reply), on: stage)
    } catch {
      status.note(error.reason)
      invented(nil, reply)
    }
  }

  private func invented(_ replacement: Wardrobe.Replacement?, _ reply: InventionReply) {
    if let replacement {
      let time = reply.seconds.map { ", \(Reports.decimal($0)) s" } ?? ""
      status.note("\(replacement.preset.entry.name) is invented (\(reply.sentence)\(time))")
    }
    guard let cue = inventions.arrived(replacement?.index, isByHand: reply.isByHand) else { return }
    conductor.events.post(.cue(cue, from: reply.isByHand ? .key : .auto))
  }

  // MARK: Presets

  /// What was compiled meanwhile, and who may go.
  func hearWardrobe() {
    wardrobe.request(conductor.requests.empty(), on: stage)
    for news in wardrobe.advance(on: stage) {
      switch news {
      case .event(let event, let error):
        if let error { tellTrouble(error.description) }
        conductor.events.post(event)
      case .replaced(let replacement, let origin):
        bringIn(replacement)
        switch origin {
        case .file: tellReloaded(replacement)
        case .invention(let reply): invented(replacement, reply)
        }
      case .refused(let error, .file): tellTrouble("\(error) (the old one stays)")
      case .refused(let error, .invention(let reply)):
        status.note(error.reason)
        invented(nil, reply)
      }
    }
    for event in wardrobe.release(on: stage, snapshot.score) { conductor.events.post(event) }
  }

  /// A preset that came during the show: kept in the take, told to the director.
  private func bringIn(_ replacement: Wardrobe.Replacement) {
    desk.take?.edited.post(replacement.preset)
    conductor.events.post(.presetAdded(replacement.preset.entry))
    conductor.events.post(.cue(.ready(replacement.index), from: .stage))
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
