import Scenery
import Testing

@testable import Performance

@Suite("The comparison of costs") struct CostVerificationTests {
  private static let preset = """
    /*{ "KINORA": { "cost": [8.0, 4.0], "steps": 1, "bindings": [] } }*/
    void main() { gl_FragColor = vec4(1.0); }
    """

  @Test(
    "finds what costs half as much again as is written, in any of its looks",
    arguments: [([8.1, 3.9], true), ([11.9, 4.0], true), ([12.1, 4.0], false), ([8.0, 6.1], false)])
  func verdict(measured: [Double], isGood: Bool) throws {
    let preset = try PresetParser.parse(text: Self.preset, path: "lamp.fs")
    #expect(CostVerification.verdict(on: preset, measured: measured).isGood == isGood)
  }

  @Test("finds looks without a cost")
  func missing() throws {
    let preset = try PresetParser.parse(text: Self.preset, path: "lamp.fs")
    let verdict = CostVerification.verdict(on: preset, measured: [8, 4, 3])
    #expect(!verdict.isGood && verdict.line.contains("3 looks and 2 costs"))
  }

  @Test(
    "holds the median and the dearest of the cheapest looks to their bars",
    arguments: [
      ([0.5, 0.9], 0.95, true), ([0.5, 1.1], 0.95, false), ([0.5, 0.9], 1.05, false),
    ])
  func looks(shares: [Double], worst: Double, isGood: Bool) {
    let multiples = shares.map { $0 * LookCosts.medianBar } + [worst * LookCosts.worstBar]
    let rows = multiples.enumerated().map { place, multiple in
      LookCosts.Row(
        name: "scene \(place)", steps: 1,
        cost: PresetMeasuring.Cost(
          multiple: multiple, milliseconds: 30, wallMilliseconds: 15, size: PresetMeasuring.usualSize))
    }
    let table = LookCosts.table(rows, unit: "CPU-ms")
    #expect(table.isGood == isGood)
    #expect(table.lines[1].hasPrefix("scene 2"))
    var lone = rows
    lone[0].steps = 0
    #expect(!LookCosts.table(lone, unit: "CPU-ms").isGood)
  }
}
