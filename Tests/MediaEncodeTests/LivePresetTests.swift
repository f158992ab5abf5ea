import Foundation
import Testing

@testable import Media

@Suite("The choice of a live preset")
struct LivePresetTests {
  @Test(
    "takes the best that the clock says can be afforded",
    arguments: [(0.001, LivePreset.ultrafast), (1, .veryfast)])
  func choice(secondsPerLook: Double, expected: LivePreset) throws {
    let format = MovieFormat(width: 64, height: 64, framesPerSecond: 30)
    var time = 0.0
    // A clock that moves as told: each picture costs one look.
    let processors = secondsPerLook == 1 ? 31.0 : 0.0001
    let (preset, costs) = try LivePreset.best(for: format, processors: processors) {
      time += secondsPerLook
      return time
    }
    #expect(preset == expected)
    #expect(costs.count == (expected == .ultrafast ? 1 : 3))
  }

  /// Prints what README and docs may quote: `KINORA_MEASURE=1 swift test -c release --filter measures`.
  @Test(
    "measures what encoding costs", .enabled(if: ProcessInfo.processInfo.environment["KINORA_MEASURE"] != nil)
  )
  func measure() throws {
    for (width, height) in [(640, 360), (1280, 720), (1920, 1080)] {
      let format = MovieFormat(width: width, height: height, framesPerSecond: 30)
      let (_, costs) = try LivePreset.best(for: format, processors: 1000, clock: Self.threadSeconds)
      let picture = [UInt8](repeating: 90, count: width * height * 4)
      let converter = PictureConverter(width: width, height: height, format: .init(0))
      let start = Self.threadSeconds()
      for _ in 0..<10 { picture.withUnsafeBytes { converter.convert($0, stride: width * 4) } }
      let conversion = (Self.threadSeconds() - start) / 10
      let text = costs.map { "\($0.preset) \(Self.milliseconds($0.secondsPerPicture))" }.joined(
        separator: ", ")
      print("\(width)x\(height): \(text); of it colours \(Self.milliseconds(conversion)) ms CPU a picture")
    }
  }

  private static func milliseconds(_ seconds: Double) -> String { String(format: "%.1f", seconds * 1000) }

  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
