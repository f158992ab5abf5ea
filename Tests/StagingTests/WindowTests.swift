import Foundation
import Music
import Scenery
import Testing

@testable import Staging

/// A display of its own (Debian: xvfb, xdotool, imagemagick), ended with the test.
@MainActor private final class VirtualDisplay {
  let name: String
  private let process = Process()

  init() throws {
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/Xvfb")
    process.arguments = ["-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp"]
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Xvfb writes its number once it can be used.
    let number = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
    name = ":" + number.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  func end() {
    // A child of a dispatch thread inherits a mask that blocks the politer signals.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Runs a tool on this display and returns what it wrote.
  @discardableResult
  func run(_ tool: String, _ arguments: String...) throws -> Data {
    let pipe = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["DISPLAY": name]) { $1 }
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(tool) failed")
    return output
  }
}

@MainActor @Suite("A window") struct WindowTests {
  /// Draws and asks for events until one is found; an X server takes its time.
  private func events(
    _ stage: Stage, _ window: Window, until isFound: (WindowEvent) -> Bool
  ) -> [WindowEvent] {
    var found: [WindowEvent] = []
    for frame in 0..<200 where !found.contains(where: isFound) {
      stage.draw(TestStage.plan(0, at: Double(frame) / 60))
      stage.present()
      found += window.events()
      usleep(10_000)
    }
    return found
  }

  @Test("draws on a real display, hears keys, changes size, fills the screen and closes")
  func onDisplay() throws {
    let display = try VirtualDisplay()
    defer { display.end() }
    setenv("DISPLAY", display.name, 1)
    defer { unsetenv("DISPLAY") }
    try use(display)
  }

  private func use(_ display: VirtualDisplay) throws {
    let size = PixelSize(width: 320, height: 180)
    let window = try Window(WindowSettings(title: "Kinora test", size: size))
    let stage = try Stage(window: window)
    try stage.prepare(TestStage.preset(Shader.red), as: PresetIndex(0))
    #expect(window.size == size && window.title == "Kinora test")
    _ = events(stage, window) { _ in false }
    let identifier = String(
      decoding: try display.run("xdotool", "search", "--name", "Kinora test"), as: UTF8.self
    )
    .trimmingCharacters(in: .whitespacesAndNewlines)
    let screen = try display.run(
      "import", "-window", identifier, "-crop", "1x1+160+90", "-depth", "8", "rgb:-")
    #expect(Array(screen.suffix(3)) == [255, 0, 0])

    try display.run("xdotool", "windowfocus", identifier)
    try display.run("xdotool", "key", "n", "shift+Right", "ctrl+F11")
    let f11 = KeyPress(name: "F11", isControlled: true)
    let keys = events(stage, window) { $0 == .key(f11) }.filter { if case .key = $0 { true } else { false } }
    #expect(keys.contains(.key(KeyPress(name: "N"))))
    #expect(keys.contains(.key(KeyPress(name: "Right", isShifted: true))))
    #expect(keys.contains(.key(f11)))

    try display.run("xdotool", "windowsize", identifier, "400", "300")
    let larger = PixelSize(width: 400, height: 300)
    #expect(events(stage, window) { $0 == .resized(larger) }.contains(.resized(larger)))
    window.setFullscreen(true)
    #expect(window.isFullscreen)
    let full = PixelSize(width: 800, height: 600)
    _ = events(stage, window) { $0 == .resized(full) }
    #expect(window.size == full)
    stage.draw(TestStage.plan(0))
    #expect(stage.outputSize == full)
    window.setFullscreen(false)
    #expect(!window.isFullscreen)
    #expect(stage.faults().isEmpty)
  }

  @Test("opens without any display by the same code")
  func headless() throws {
    let window = try Window(WindowSettings(size: PixelSize(width: 64, height: 48), isHeadless: true))
    #expect(window.isHeadless && !window.waitsForDisplay)
    #expect(window.size == PixelSize(width: 64, height: 48))
    #expect(window.events().isEmpty || !window.events().contains(.closed))
  }

  @Test("says in one sentence that a display can't be opened")
  func noDisplay() {
    setenv("SDL_VIDEODRIVER", "x11", 1)
    setenv("DISPLAY", ":4711", 1)
    defer {
      unsetenv("SDL_VIDEODRIVER")
      unsetenv("DISPLAY")
    }
    do {
      _ = try Window()
      Issue.record("a window opened on a display that isn't there")
    } catch {
      guard case .noVideo = error else {
        Issue.record("\(error)")
        return
      }
      #expect(error.description.contains("--headless"))
    }
  }
}
