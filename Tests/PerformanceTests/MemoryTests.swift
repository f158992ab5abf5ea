import Foundation
import GRDB
import Testing

@testable import Remembering

@Suite("The memory of past shows") struct MemoryTests {
  let folder = NSTemporaryDirectory() + "kinora-memory-\(UUID().uuidString)"
  var path: String { folder + "/deep/memory.sqlite" }

  private func song(_ title: String, day: Int, _ scenes: [(String, Double)], hue: Double? = nil) -> ShownSong
  {
    ShownSong(
      title: title, startUTC: "2026-11-\(day < 10 ? "0" : "")\(day)T20:00:00Z", seconds: 180, idea: "rain",
      hue: hue, items: scenes.map { ShownSong.Item(kind: .scene, name: $0.0, times: 2, seconds: $0.1) })
  }

  @Test("is kept from one performance to the next, newest first")
  func keeps() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (old, new) = (
      song("Old", day: 2, [("sea", 60)], hue: 30), song("New", day: 10, [("wolf", 90), ("fox", 20)])
    )
    try ShowMemory(path: path).remember(new)
    try ShowMemory(path: path).remember(old)
    #expect(try ShowMemory(path: path).latest(9) == [new, old])
    #expect(try ShowMemory(path: path).latest(1) == [new])
  }

  @Test("wants less of what was shown, the more the later, and never nothing")
  func freshness() {
    let songs = [song("New", day: 3, [("wolf", 90)]), song("Old", day: 2, [("sea", 90)])]
    let (wolf, sea) = (songs.freshness(of: "wolf", .scene), songs.freshness(of: "sea", .scene))
    #expect(wolf < sea && sea < 1)
    #expect(songs.freshness(of: "fox", .scene) == 1)
    #expect(songs.freshness(of: "wolf", .transition) == 1, "a transition of that name is another thing")
    let always = (1...20).map { song("x", day: $0, [("wolf", 180)]) }
    #expect((0.1...0.3).contains(always.freshness(of: "wolf", .scene)))
  }

  @Test("keeps away from hues shown lately, round the circle")
  func hues() {
    let songs = [song("a", day: 1, [], hue: 10), song("b", day: 2, [], hue: 200)]
    #expect(songs.freshHue(among: [355, 20, 100, 190]) == 100)
    #expect([ShownSong]().freshHue(among: [1]) == nil)
  }

  @Test("a file that is no database, or a folder in its place, is told in a sentence")
  func broken() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(throws: MemoryError.self) { try ShowMemory(path: path) }
    try FileManager.default.removeItem(atPath: path)
    try String(repeating: "This is no database. ", count: 200).write(
      toFile: path, atomically: true, encoding: .utf8)
    do {
      _ = try ShowMemory(path: path)
      Issue.record("it was opened")
    } catch {
      #expect("\(error)".contains(path) && "\(error)".contains("kinora memory forget"), "\(error)")
    }
  }

  @Test("a file that another program holds is told, and waited for a moment only")
  func locked() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let memory = try ShowMemory(path: path)
    let other = try DatabaseQueue(path: path)
    try other.inDatabase { database in
      try database.execute(sql: "BEGIN EXCLUSIVE")
      #expect(throws: MemoryError.self) { try memory.remember(song("x", day: 1, [("sea", 1)])) }
      #expect(throws: MemoryError.self) { _ = try memory.latest(1) }
      try database.execute(sql: "ROLLBACK")
    }
    try memory.remember(song("x", day: 1, [("sea", 1)]))
    #expect(try memory.latest(9).count == 1, "what could not be kept left nothing behind")
  }
}
