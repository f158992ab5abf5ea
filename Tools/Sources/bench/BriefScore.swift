import Directing
import Foundation
import Performance

/// How well briefs are read: precision, recall and F of each field, on the half that the reader was made with and on
/// the half that was kept.
enum BriefScore {
  private struct Row {
    var brief: String
    var isKept: Bool
    var wanted: [BriefReading.Field: Set<String>]
  }

  private struct Count {
    var right = 0
    var said = 0
    var wanted = 0

    var line: String {
      let precision = said == 0 ? 1 : Double(right) / Double(said)
      let recall = wanted == 0 ? 1 : Double(right) / Double(wanted)
      let both = precision + recall
      return [precision, recall, both == 0 ? 0 : 2 * precision * recall / both]
        .map { String(format: "%5.2f", $0) }.joined(separator: " ") + String(format: " %5d", wanted)
    }
  }

  static func run(briefs path: String, lexicon folder: String, told: Bool) throws {
    guard let lexicon = BriefDesk.lexicon(in: folder) else {
      throw BenchError("no WordNet in \(folder); install the package wordnet-base.")
    }
    let reader = BriefReader(lexicon)
    let rows = try read(path)
    for isKept in [false, true] {
      let half = rows.filter { $0.isKept == isKept }
      var counts: [BriefReading.Field: Count] = [:]
      for row in half {
        let reading = reader.read(row.brief)
        for field in BriefReading.Field.allCases {
          let said = Set(reading[field].map(\.description))
          let wanted = row.wanted[field] ?? []
          counts[field, default: Count()].right += said.intersection(wanted).count
          counts[field, default: Count()].said += said.count
          counts[field, default: Count()].wanted += wanted.count
          if told && !isKept && said != wanted {
            print("  \(row.brief)\n    \(field.rawValue): said \(said.sorted()), wanted \(wanted.sorted())")
          }
        }
      }
      print("\(half.count) briefs \(isKept ? "kept for the measure" : "known while the reader was made")")
      print("  field      prec.  rec.     F count")
      var total = Count()
      for field in BriefReading.Field.allCases {
        let count = counts[field] ?? Count()
        total.right += count.right
        total.said += count.said
        total.wanted += count.wanted
        print("  \(field.rawValue.padding(toLength: 9, withPad: " ", startingAt: 0)) \(count.line)")
      }
      print("  all       \(total.line)")
    }
  }

  private static func read(_ path: String) throws -> [Row] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try text.split(separator: "\n").map { line in
      guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let brief = object["brief"] as? String, let isKept = object["kept"] as? Bool
      else { throw BenchError("a line of \(path) isn't a brief: \(line)") }
      let wanted = BriefReading.Field.allCases.map { ($0, Set(object[$0.rawValue] as? [String] ?? [])) }
      return Row(brief: brief, isKept: isKept, wanted: Dictionary(uniqueKeysWithValues: wanted))
    }
  }
}
