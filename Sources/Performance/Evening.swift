import Capture
import Foundation
import Recording
import Scenery

/// A whole evening: the parts of a set list one after the other, each a performance with a take of its own.
///
/// Everything that can be looked at beforehand is looked at before the curtain. What fails at its turn is told, and
/// the evening goes on with the next part.
struct Evening {
  private struct Turn {
    var part: SetList.Part
    var ensemble: Ensemble
    var configuration: Configuration
  }

  private let list: SetList
  private let configuration: Configuration
  private let turns: [Turn]
  private let clock = WallClock()

  /// - Throws: what is wrong with the set list, a show, a song or a device, before anything is shown.
  init(_ path: String, _ configuration: Configuration) throws(PerformanceError) {
    let catalogue = try Catalogue.find(named: configuration.presets)
    list = try SetList(path: path, shows: catalogue.folder + "/Shows")
    self.configuration = configuration
    var turns: [Turn] = []
    for (place, part) in list.parts.enumerated() {
      let own = Self.configuration(of: part, place, in: configuration)
      if let record = own.record {
        do throws(RecordingError) { try RecordingPlace.check(record, force: own.force) } catch {
          throw .recording(error)
        }
      }
      let seed = try Self.seed(of: part)
      turns.append(Turn(part: part, ensemble: try Ensemble(own, usualSeed: seed), configuration: own))
    }
    self.turns = turns
    if let turn = turns.first(where: { if case .listen = $0.part.sound { true } else { false } }) {
      _ = try Self.sound(of: turn.part, configuration, into: CaptureLine())
    }
  }

  func run(in house: House) throws(PerformanceError) {
    let begin = clock.now()
    for (place, turn) in turns.enumerated() where !Interruption.isAsked {
      var own = turn.configuration
      if let whole = configuration.durationSeconds {
        let left = whole - Double(clock.now() - begin) * 1e-9
        guard left > 0 else { return }
        own.durationSeconds = min(left, own.durationSeconds ?? left)
      }
      Terminal.write("Part \(place + 1) of \(turns.count): \(turn.part.name)\n")
      do throws(PerformanceError) {
        if try play(turn, own, place, in: house) { return }
      } catch {
        Terminal.write("Part \(place + 1), \(turn.part.name), is left out: \(error)\n")
      }
    }
  }

  /// - Returns: whether the evening is over with this part.
  private func play(
    _ turn: Turn, _ own: Configuration, _ place: Int, in house: House
  ) throws(PerformanceError) -> Bool {
    var ensemble = turn.ensemble
    let notes = own.remembers ? ensemble.freshen() : []
    let line = CaptureLine()
    let sound = try Self.sound(of: turn.part, configuration, into: line)
    return try house.play(
      ensemble, sound, line, own, takeFolder: takeFolder(of: turn, place), notes: notes,
      part: PartWatch(silenceSeconds: turn.part.silenceSeconds), isLast: place == turns.count - 1)
  }

  /// `FOLDER/01 TITLE.kinora`; by date where no folder was named.
  private func takeFolder(of turn: Turn, _ place: Int) -> String? {
    guard case .folder(let folder) = configuration.take else { return TakePlace.folder(turn.configuration) }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return "\(folder)/\(Self.fileName(turn.part, place)).kinora"
  }

  private static func configuration(
    of part: SetList.Part, _ place: Int, in whole: Configuration
  ) -> Configuration {
    var own = whole
    own.show = part.show ?? whole.show
    own.brief = part.brief ?? whole.brief
    own.seed = part.seed ?? whole.seed
    own.overlay.title = part.title ?? whole.overlay.title
    own.durationSeconds = part.durationSeconds
    if let record = whole.record {
      let url = record as NSString
      own.record = "\(url.deletingPathExtension) \(fileName(part, place)).\(url.pathExtension)"
    }
    return own
  }

  /// “01 Nocturne”: nothing that a file name can't hold.
  private static func fileName(_ part: SetList.Part, _ place: Int) -> String {
    let number = place < 9 ? "0\(place + 1)" : "\(place + 1)"
    let name = part.name.map { "/\\:*?\"<>".contains($0) || $0.isNewline ? "-" : $0 }
    return "\(number) \(String(name).prefix(60))"
  }

  private static func seed(of part: SetList.Part) throws(PerformanceError) -> UInt64 {
    if case .song(let path) = part.sound { return try SoundSource.seed(of: path) }
    return UInt64.random(in: .min ... .max)
  }

  private static func sound(
    of part: SetList.Part, _ configuration: Configuration, into line: CaptureLine
  ) throws(PerformanceError) -> SoundIn {
    switch part.sound {
    case .song(let path): return try SoundIn.play(path, aloudOn: "default", into: line)
    case .listen(let device):
      return try SoundIn.open(device.isEmpty ? configuration.input : device, into: line)
    }
  }
}
