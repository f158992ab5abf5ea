import Foundation
import Media
import Music
import Scenery
import Testing

@testable import Performance
@testable import Staging

@MainActor @Suite("Clips on stage") struct ClipTheatreTests {
  let bench: ClipBench
  init() throws { bench = try ClipBench() }

  private func film() throws -> Clip {
    let path = try bench.run([
      "-f", "lavfi", "-i", "color=gray:s=64x36:r=25:d=3.6,format=gray,geq=lum='20+2*N'", "-c:v", "ffv1",
      "a.mkv",
    ])
    return Clip(path: path, durationSeconds: 3.6, shots: [0, 1.2, 2])
  }

  private func moment(_ clip: Clip, atBars bars: Double) -> ClipMoment {
    let schedule = ClipSchedule(clip, barSeconds: 2, variation: 0)
    return ClipMoment(scene: PresetIndex(0), schedule: schedule, bars: bars, barSeconds: 2)
  }

  @Test("decoded ahead on a thread show the very pictures that are decoded when they are due")
  func liveIsExact() throws {
    let clip = try film()
    let size = PixelSize(width: 64, height: 36)
    let live = ClipTheatre(isLive: true, covering: size)
    let exact = ClipTheatre(isLive: false, covering: size)
    defer { live.stop() }
    for step in 0..<20 {
      let moment = moment(clip, atBars: Double(step) * 0.37 + 0.013)
      let wanted = try #require(exact.picture(of: clip, at: moment))
      #expect(wanted.number == Int((moment.clipSeconds * 25 + 1e-6).rounded(.down)))
      // The thread needs a moment at each jump; a frame in the meantime shows the picture before.
      var shown = live.picture(of: clip, at: moment)
      var patience = 2000
      while shown?.start != wanted.start, patience > 0 {
        Thread.sleep(forTimeInterval: 0.002)
        shown = live.picture(of: clip, at: moment)
        patience -= 1
      }
      #expect(shown?.number == wanted.number)
    }
    #expect(live.notes().isEmpty && exact.notes().isEmpty)
  }

  @Test("are scenes that fill the picture; when the file is gone the picture before stays and it is said")
  func onStage() throws {
    let size = PixelSize(width: 160, height: 90)
    let stage = try Stage(window: Window(WindowSettings(size: size, isHeadless: true)))
    stage.fixedOutput = size
    var folder = ClipFolder(taken: ["a"])
    _ = try film()
    try folder.add(bench.folder)
    let preset = try #require(folder.presets.first)
    #expect(preset.name == "a-2" && preset.header.kinora.clip?.digest.count == 64)
    // What a take keeps is the text alone.
    let kept = try PresetParser.parse(text: preset.source, path: "a-2.fs", kind: .scene)
    #expect(kept.header.kinora.clip == preset.header.kinora.clip)
    try stage.prepare(preset, as: PresetIndex(0))
    let theatre = ClipTheatre(isLive: false, covering: size)
    stage.clips = theatre
    let stay = Appearance(scene: PresetIndex(0), entrance: .zero, entranceBeats: 0, variation: 0)
    func grey(atBars bars: Double) -> Int {
      let layer = LayerPlan(appearance: stay, time: bars * 2, signals: Signals(), bars: bars)
      stage.draw(FramePlan(seconds: bars * 2, outgoing: layer, moment: Moment(hop: HopIndex(0))))
      var bytes = [UInt8](repeating: 0, count: 4 * size.width * size.height)
      bytes.withUnsafeMutableBytes { stage.readPixels(into: $0) }
      return Int(bytes[4 * (45 * 160 + 80)])
    }
    let schedule = ClipSchedule(
      try #require(preset.header.kinora.clip), barSeconds: stay.barSeconds, variation: 0)
    for step in 0..<20 {
      let bars = Double(step) * 0.21 + 0.005
      let number = Int((schedule.seconds(atBars: bars) * 25 + 1e-6).rounded(.down))
      #expect(abs(grey(atBars: bars) - (20 + 2 * number)) <= 1, "bar \(bars)")
    }
    let last = grey(atBars: 1)
    try FileManager.default.removeItem(atPath: bench.path("a.mkv"))
    let gone = ClipTheatre(isLive: false, covering: size)
    stage.clips = gone
    #expect(grey(atBars: 2.5) == last)
    #expect(gone.notes().count == 1 && gone.notes().isEmpty)
    #expect(stage.faults().isEmpty)
  }

  @Test("a camera that isn't there is said once and left out")
  func camera() throws {
    var folder = ClipFolder(taken: [])
    try folder.add(camera: "/dev/video-none")
    let theatre = ClipTheatre(
      isLive: true, covering: PixelSize(width: 64, height: 36), cameras: Repertoire(folder.presets))
    defer { theatre.stop() }
    #expect(theatre.silentCameras() == [PresetIndex(0)])
    #expect(theatre.notes().count == 1 && theatre.notes().isEmpty)
    #expect(theatre.changes().isEmpty)
  }

  @Test("folders without a usable clip are refused in a sentence")
  func folders() throws {
    var folder = ClipFolder(taken: [])
    #expect(throws: PerformanceError.self) { try folder.add(bench.path("none")) }
    #expect(throws: PerformanceError.self) { try folder.add(bench.folder) }
    _ = try bench.write([1, 2, 3], to: "bad.mp4")
    #expect(throws: PerformanceError.self) { try folder.add(bench.folder) }
    #expect(folder.complaints.count == 1 && folder.presets.isEmpty)
  }
}
