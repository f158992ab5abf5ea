import Music
import Testing

@testable import Capture

/// Interleaved stereo whose left samples count up from `first`, in steps of 2⁻¹⁶.
private func count(_ first: Int, _ frames: Int) -> [Float] {
  (0..<frames * 2).map { Float(first + $0 / 2) / 65_536 }
}

private func hops(_ reader: inout LineReader) -> [(HopStamp, [Float])] {
  let room = UnsafeMutableBufferPointer<Float>.allocate(capacity: 512)
  defer { room.deallocate() }
  var all: [(HopStamp, [Float])] = []
  while let stamp = reader.next(room) {
    all.append((stamp, stride(from: 0, to: 512, by: 2).map { room[$0] * 65_536 }))
  }
  return all
}

@Suite("A capture line") struct LineTests {
  @Test("makes hops of blocks of any length", arguments: [1, 64, 100, 128, 256, 300, 1000])
  func blocks(length: Int) {
    let line = CaptureLine()
    var writer = LineWriter(line)
    var reader = LineReader(line)
    var heard: [Float] = []
    for n in 0..<(4000 / length) {
      let at = Int64((Double(n * length) * LineWriter.nanosecondsPerFrame).rounded())
      count(n * length, length).withUnsafeBufferPointer { writer.deliver($0, at: at) }
      for (stamp, left) in hops(&reader) {
        #expect(stamp.firstFrame == Int64(heard.count))
        let exact = Double(stamp.firstFrame) * LineWriter.nanosecondsPerFrame
        #expect(abs(Double(stamp.nanoseconds) - exact) <= 2)
        heard += left
      }
    }
    #expect(heard.count >= 4000 - length - 256)
    #expect(heard.enumerated().allSatisfy { Float($0) == $1 })
  }

  @Test("puts silence of the missing length where sound is missing, and tells of it once")
  func gap() {
    let line = CaptureLine()
    var writer = LineWriter(line)
    count(1, 100).withUnsafeBufferPointer { writer.deliver($0, at: 1_000_000_000) }
    for _ in 0..<10 {
      writer.deliverGap(frames: 77, at: writer.endNanoseconds ?? 0, reason: .stall)
    }
    #expect(line.events.empty().isEmpty)
    count(1, 1000).withUnsafeBufferPointer { writer.deliver($0, at: writer.endNanoseconds ?? 0) }
    #expect(line.events.empty() == [.gap(first: SampleTime(100), frames: 770, reason: .stall)])
    #expect(line.missingFrames == 770)
    var reader = LineReader(line)
    let left = hops(&reader).flatMap(\.1)
    #expect(left[..<100].elementsEqual((1...100).map(Float.init)))
    let edge = LineWriter.edge
    #expect(left[(100 + edge)..<870].allSatisfy { $0 == 0 })
    let after = left[(870 + edge)...]
    #expect(after.elementsEqual(((1 + edge)...(edge + after.count)).map(Float.init)))
  }

  @Test("keeps its count when nobody reads for longer than it can hold")
  func unread() {
    let line = CaptureLine()
    var writer = LineWriter(line)
    var reader = LineReader(line)
    for n in 0..<400 {
      count(n * 256 + 1, 256).withUnsafeBufferPointer {
        writer.deliver($0, at: Int64(Double(n * 256) * LineWriter.nanosecondsPerFrame))
      }
    }
    let early = hops(&reader)
    #expect(early.count == 128)
    count(400 * 256 + 1, 256).withUnsafeBufferPointer {
      writer.deliver($0, at: Int64(Double(400 * 256) * LineWriter.nanosecondsPerFrame))
    }
    let late = hops(&reader)
    #expect(late.count == 273)
    #expect(late.dropLast().allSatisfy { $0.1.allSatisfy { $0 == 0 } })
    #expect(late.last?.0.firstFrame == Int64(400 * 256))
    #expect(late.last?.1.last == Float(401 * 256))
    #expect(
      line.events.empty() == [.gap(first: SampleTime(128 * 256), frames: 272 * 256, reason: .unread)])
  }

  @Test("goes on where the last input left it")
  func handOver() {
    let line = CaptureLine()
    var first = LineWriter(line)
    count(0, 300).withUnsafeBufferPointer { first.deliver($0, at: 0) }
    let second = LineWriter(line)
    #expect(second.frame == 300)
  }
}

@Suite("A delay-locked loop") struct DelayLockedLoopTests {
  @Test(
    "smooths lateness and follows the clock's drift",
    arguments: [(128, 0.0), (128, 100), (128, -250), (256, 100), (64, 40)])
  func drift(period: Int, partsPerMillion: Double) {
    let rate = 48_000 * (1 + partsPerMillion * 1e-6)
    let origin: Int64 = 5_000_000_000_000
    var chance = SeededGenerator(seed: 3, purpose: "lateness")
    var loop = DelayLockedLoop(sampleRate: 48_000, endNanoseconds: origin)
    var worst = 0.0
    var lateness: [Double] = []
    let blocks = Int(20 * rate) / period
    for n in 1...blocks {
      let truth = Double(n * period) / rate * 1e9
      // Woken 0.1 ms late on average, and once in a hundred times up to 15 ms.
      let late = (chance.unit() < 0.01 ? 15e6 : 0.2e6) * chance.unit()
      lateness.append(late)
      let begin = loop.take(frames: period, at: origin + Int64(truth + late))
      let trueBegin = truth - Double(period) / rate * 1e9
      if n > blocks / 2 { worst = max(worst, abs(Double(begin - origin) - trueBegin)) }
    }
    let usual = lateness.reduce(0, +) / Double(lateness.count)
    #expect(worst < usual + 0.5e6, "worst stamp \(worst * 1e-6) ms off; lateness up to 15 ms")
    let measured = 1e9 / loop.nanosecondsPerFrame
    #expect(abs(measured / rate - 1) < 30e-6, "\(measured) Hz for \(rate)")
  }

  @Test("takes blocks of changing length as one clock")
  func bursts() {
    var loop = DelayLockedLoop(sampleRate: 48_000, endNanoseconds: 0)
    var frames = 0
    var worst = 0.0
    for n in 0..<4000 {
      let length = [128, 128, 384, 64, 200][n % 5]
      let begin = loop.take(frames: length, at: Int64(Double(frames + length) / 48_000 * 1e9))
      worst = max(worst, abs(Double(begin) - Double(frames) / 48_000 * 1e9))
      frames += length
    }
    #expect(worst < 100)
  }
}

@Suite("A sample encoding") struct SampleEncodingTests {
  @Test("becomes stereo Float, exactly")
  func exact() {
    func spread(_ encoding: SampleEncoding, _ bytes: [UInt8], channels: Int) -> [Float] {
      let frames = bytes.count / encoding.bytes / channels
      return [Float](unsafeUninitializedCapacity: frames * 2) { room, count in
        if let base = room.baseAddress {
          bytes.withUnsafeBytes { raw in
            if let start = raw.baseAddress {
              encoding.spread(start, frames: frames, channels: channels, into: base)
            }
          }
        }
        count = frames * 2
      }
    }
    #expect(spread(.signed16, [0, 0x80, 0xff, 0x7f], channels: 2) == [-1, 32_767.0 / 32_768])
    #expect(spread(.signed16, [0, 0x40], channels: 1) == [0.5, 0.5])
    #expect(spread(.signed24in3, [1, 0, 0, 0, 0, 0x80], channels: 2) == [0x1p-23, -1])
    #expect(spread(.signed24in4, [1, 0, 0, 0x77, 0xff, 0xff, 0xff, 0], channels: 2) == [0x1p-23, -0x1p-23])
    #expect(spread(.signed32, [0, 1, 0, 0, 0, 0, 0, 0x80], channels: 2) == [0x1p-23, -1])
    #expect(spread(.unsigned8, [128, 0, 192, 255], channels: 4) == [0, -1])
    #expect(spread(.float32, [0, 0, 0, 0x3f], channels: 1) == [0.5, 0.5])
  }
}
