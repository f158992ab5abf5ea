import Directing
import Listening
import Music
import Scenery
import Session

/// One ear and several directors, who perform the same sound without drawing; the stage has what it is asked for at the
/// next hop.
struct Rehearsal: ~Copyable {
  private var listener = Listener()
  private var directors: [(seed: UInt64, director: Director, answers: [Cue])]

  init(of repertoire: Repertoire, seeds: ClosedRange<UInt64>) {
    directors = seeds.map { ($0, Director(repertoire: repertoire, seed: $0), []) }
  }

  /// - Parameters:
  ///   - sound: left and right in turn.
  ///   - each: told of every director's every hop.
  mutating func play(_ sound: [Float], each: (UInt64, Moment, Direction) -> Void) {
    var mono: [Float] = []
    mono.reserveCapacity(sound.count / 2)
    for left in stride(from: 0, to: sound.count - 1, by: 2) {
      mono.append((sound[left] + sound[left + 1]) / 2)
    }
    Sound.play(mono) { hop in
      let moment = listener.hear(hop)
      for place in directors.indices {
        let direction = directors[place].director.direct(moment, following: directors[place].answers)
        directors[place].answers = direction.requests.map { .ready($0) }
        each(directors[place].seed, moment, direction)
      }
    }
  }

  /// The scenes and transitions of a presets' folder.
  static func repertoire(_ folder: String) throws -> Repertoire {
    var repertoire = Repertoire()
    var library: [String: String] = [:]
    for name in Folder.names(in: folder + "/Library", ending: ".glsl") {
      library[String(name.dropLast(5))] = try String(
        contentsOfFile: "\(folder)/Library/\(name)", encoding: .utf8)
    }
    for (kind, place) in [(Preset.Kind.scene, "Scenes"), (.transition, "Transitions")] {
      for name in Folder.names(in: "\(folder)/\(place)", ending: ".fs") {
        let path = "\(folder)/\(place)/\(name)"
        repertoire.add(
          try PresetParser.parse(
            text: try String(contentsOfFile: path, encoding: .utf8), vertexText: nil, path: path, kind: kind,
            library: library))
      }
    }
    return repertoire
  }
}
