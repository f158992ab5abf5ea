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
    arguments: [([6.0, 8.0, 29.0], true), ([6.0, 9.5, 12.0], false), ([6.0, 8.0, 31.0], false)])
  func looks(walls: [Double], isGood: Bool) {
    let rows = walls.enumerated().map { place, wall in
      LookCosts.Row(
        name: "scene \(place)", steps: 1,
        cost: PresetMeasuring.Cost(
          multiple: 1, milliseconds: 2 * wall, wallMilliseconds: wall, size: PresetMeasuring.usualSize))
    }
    let table = LookCosts.table(rows, unit: "CPU-ms")
    #expect(table.isGood == isGood)
    #expect(table.lines[1].hasPrefix("scene 2"))
    var lone = rows
    lone[0].steps = 0
    #expect(!LookCosts.table(lone, unit: "CPU-ms").isGood)
  }
}
