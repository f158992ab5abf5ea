import Foundation
import Listening
import Music

/// How well the ear tells a section that was here before from one that is new, on songs of known form.
struct Recurrence {
  private struct Song: Decodable {
    var id: String
    var bounds: [Double]
    var labels: [Label]
    var kind: String
  }
  /// Letters or numbers.
  private enum Label: Decodable, Equatable {
    case text(String)
    case number(Int)
    init(from decoder: Decoder) throws {
      let box = try decoder.singleValueContainer()
      if let number = try? box.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try box.decode(String.self))
      }
    }
  }
  private struct Spec: Decodable { var tracks: [Song] }

  private var same: [Float] = []
  private var different: [Float] = []
  private var pairs = (right: 0, all: 0, sameFound: 0, same: 0, saidSame: 0)

  /// Prints the area under the curve with true boundaries, and the labels as said live.
  static func run(corpus: String) throws {
    guard let data = FileManager.default.contents(atPath: corpus + "/spec.json") else {
      throw BenchError("No spec.json in \(corpus); Tools/train-mood/make-songs writes one.")
    }
    var bench = Recurrence()
    for song in try JSONDecoder().decode(Spec.self, from: data).tracks where song.kind == "sections" {
      let sound = try Sound.mono("\(corpus)/\(song.id).wav")
      bench.compare(song, sound)
      bench.follow(song, sound)
    }
    bench.report()
  }

  /// Odds against every earlier section, eight seconds in, boundaries given.
  private mutating func compare(_ song: Song, _ sound: [Float]) {
    var listener = Listener()
    listener.hearsBoundaries = false
    let starts = [0] + song.bounds
    var (next, asked) = (1, 1)
    Sound.play(sound) { hop in
      let seconds = listener.hear(hop).hop.end.seconds
      if next < starts.count, seconds > starts[next] + 0.25 {
        listener.beginSection(atSeconds: starts[next])
        next += 1
      }
      guard asked < next, seconds > starts[asked] + 9 || asked + 1 < next else { return }
      if asked + 1 == next {
        for earlier in 0..<asked {
          let odds = listener.sectionOdds(of: earlier)
          guard odds > -9 else { continue }
          if song.labels[earlier] == song.labels[asked] { same.append(odds) } else { different.append(odds) }
        }
      }
      asked += 1
    }
  }

  /// The labels that a show would have got, nine seconds into each section.
  private mutating func follow(_ song: Song, _ sound: [Float]) {
    var listener = Listener()
    let starts = [0] + song.bounds
    var said: [Int16] = []
    Sound.play(sound) { hop in
      let moment = listener.hear(hop)
      let seconds = moment.hop.end.seconds
      if said.count < starts.count, seconds > starts[said.count] + 9 { said.append(moment.form.label) }
    }
    for i in said.indices {
      for j in 0..<i {
        let (isSame, saysSame) = (song.labels[i] == song.labels[j], said[i] == said[j] && said[i] >= 0)
        pairs.all += 1
        pairs.right += isSame == saysSame ? 1 : 0
        pairs.same += isSame ? 1 : 0
        pairs.saidSame += saysSame ? 1 : 0
        pairs.sameFound += isSame && saysSame ? 1 : 0
      }
    }
  }

  private func report() {
    var wins = 0.0
    for a in same {
      for b in different { wins += a > b ? 1 : a == b ? 0.5 : 0 }
    }
    let area = wins / Double(max(same.count * different.count, 1))
    print(
      "boundaries given: the same section above another in \((area * 1000).rounded() / 10) % of pairs "
        + "(\(same.count) same, \(different.count) different)")
    let rounded = { (a: Int, b: Int) in (Double(a) / Double(max(b, 1)) * 1000).rounded() / 10 }
    print(
      "as said live, nine seconds into each section: \(rounded(pairs.right, pairs.all)) % of \(pairs.all) pairs right; of those "
        + "said to be the same \(rounded(pairs.sameFound, pairs.saidSame)) % are, of the same \(rounded(pairs.sameFound, pairs.same)) % found"
    )
  }
}
