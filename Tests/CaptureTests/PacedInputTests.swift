import Foundation
import Music
import Testing

@testable import Capture

@Suite("A paced input", .serialized) struct PacedInputTests {
  @Test("plays a source in real time, says that it ended, and goes on with silence")
  func plays() throws {
    let ear = Ear()
    let input = PacedInput(source: SignalSource(.tone(hertz: 500, level: 0.5), seconds: 0.5))
    let begin = MonotonicClock.nanoseconds()
    try input.start(into: ear.line)
    #expect(ear.wait(seconds: 3) { $0 == .ended } != nil)
    let lasted = Double(MonotonicClock.nanoseconds() - begin) * 1e-9
    #expect(lasted > 0.45 && lasted < 0.9)
    usleep(200_000)
    input.stop()
    ear.finish()
    // The sine itself passes through zero 500 times.
    #expect(ear.left.filter { $0 != 0 }.count == 23_500)
    #expect(ear.line.frames > 31_000)
    #expect(ear.isWhole)
    #expect(ear.events.filter { $0 == .ended }.count == 1)
  }

  @Test("obeys pause, seek and loop")
  func obeys() throws {
    let ear = Ear()
    let input = PacedInput(source: SignalSource(.clicks(beatsPerMinute: 600, level: 0.9), seconds: 60))
    try input.start(into: ear.line)
    usleep(300_000)
    input.pause()
    usleep(50_000)
    let paused = input.positionSeconds
    #expect(paused > 0.05 && paused < 0.5)
    usleep(300_000)
    #expect(input.positionSeconds == paused)
    let silentFrom = ear.heard.count - 40
    #expect(ear.heard[silentFrom...].allSatisfy { $0.left.allSatisfy { $0 == 0 } })
    input.seek(toSeconds: 30)
    input.resume()
    usleep(200_000)
    #expect(abs(input.positionSeconds - 30.2) < 0.15)
    input.loop(from: 10, to: 10.1)
    usleep(500_000)
    #expect(input.positionSeconds >= 9.99 && input.positionSeconds < 10.15)
    input.unloop()
    input.seek(toSeconds: 59.9)
    #expect(ear.wait(seconds: 2) { $0 == .ended } != nil)
    input.stop()
    ear.finish()
    #expect(ear.isWhole)
  }

  private struct Broken: HopSource {
    struct Torn: Error, CustomStringConvertible { let description = "the tape is torn" }
    let title = "broken"
    let durationSeconds: Double? = nil
    func next(_ hop: UnsafeMutableBufferPointer<Float>) throws -> Bool { throw Torn() }
    func seek(toSeconds seconds: Double) throws { throw Torn() }
  }

  @Test("goes on in silence when the source fails, and tells why")
  func failure() throws {
    let ear = Ear()
    let input = PacedInput(source: Broken())
    try input.start(into: ear.line)
    #expect(ear.wait(seconds: 2) { $0 == .failed(reason: "the tape is torn") } != nil)
    usleep(100_000)
    input.stop()
    ear.finish()
    #expect(ear.line.frames > 3_000)
  }

  @Test("can be stopped and started again, and the line counts on")
  func restarts() throws {
    let ear = Ear()
    let input = PacedInput(source: SignalSource(.tone(hertz: 500, level: 0.5)))
    for _ in 0..<3 {
      try input.start(into: ear.line)
      usleep(60_000)
      input.stop()
    }
    ear.finish()
    #expect(ear.isWhole)
    #expect(ear.line.frames >= 3 * 2048)
  }
}

@Suite("A test signal") struct SignalSourceTests {
  @Test("is what it says, to the sample")
  func clicks() throws {
    var source = SignalSource(.clicks(beatsPerMinute: 120, level: 0.8), seconds: 2)
    let hop = UnsafeMutableBufferPointer<Float>.allocate(capacity: 512)
    defer { hop.deallocate() }
    var left: [Float] = []
    while try source.next(hop) { left += stride(from: 0, to: 512, by: 2).map { hop[$0] } }
    let starts = left.indices.filter { left[$0] > 0.7 && left[max(0, $0 - 200)..<$0].allSatisfy { $0 == 0 } }
    #expect(starts == [0, 24_000, 48_000, 72_000])
    try source.seek(toSeconds: 1.9)
    #expect(try source.next(hop))
    try source.seek(toSeconds: 2)
    #expect(try !source.next(hop))
  }

  @Test("gives the same noise for the same seed")
  func noise() throws {
    func first(_ seed: UInt64) throws -> [Float] {
      var source = SignalSource(.noise(level: 0.5, seed: seed))
      let hop = UnsafeMutableBufferPointer<Float>.allocate(capacity: 512)
      defer { hop.deallocate() }
      _ = try source.next(hop)
      return Array(hop)
    }
    #expect(try first(1) == first(1))
    #expect(try first(1) != first(2))
  }
}
