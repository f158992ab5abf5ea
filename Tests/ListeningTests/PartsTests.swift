import Glibc
import Music
import TestSignals
import Testing

@testable import Listening

@Suite("The ear's quick functions") struct MathsTests {
  @Test("stay close to the exact ones")
  func accuracy() {
    for i in 1..<4000 {
      let x = Float(i) * 0.01
      #expect(abs(Maths.log2(x) - Glibc.log2f(x)) < 5e-5)
      let y = Float(i) * 0.01 - 20
      #expect(abs(Maths.exp2(y) / Glibc.exp2f(y) - 1) < 2e-5)
      #expect(abs(Maths.tanh(y) - Glibc.tanhf(y)) < 1e-4)
    }
    #expect(Maths.exp2(-200) == 0)
    #expect(Maths.exp2(200).isFinite)
  }
}

@Suite("A filterbank") struct FilterbankTests {
  @Test("covers its range in rising, overlapping bands")
  func shape() {
    let bank = Filterbank(binCount: 1025, binWidth: 48_000.0 / 2048, range: 30...16_000, bandsPerOctave: 24)
    #expect(bank.bandCount > 100)
    for band in 1..<bank.bandCount { #expect(bank.centres[band] > bank.centres[band - 1]) }
    #expect(bank.centres[0] < 50)
    #expect(bank.centres[bank.bandCount - 1] > 15_000)
    let flat = Buffer<Float>(1025, filledWith: 1)
    let bands = Buffer<Float>(bank.bandCount)
    bank.apply(flat, into: bands)
    for band in 0..<bank.bandCount { #expect(bands[band] >= 1) }
  }
}

@Suite("A bar finder") struct BarFinderTests {
  /// Feeds beats of ten frames, the accent on every `bar`-th, starting with beat `first`.
  private func listen(to beats: Int, bar: Int, first: Int, finder: inout BarFinder) {
    let flat = Buffer<Float>(4, filledWith: 0.5)
    for frame in 0..<beats * 10 {
      let isAccent = (frame / 10 - first + bar * 100) % bar == 0 && frame % 10 == 0
      finder.hear(
        beats: Double(frame) / 10, accent: isAccent ? 1 : 0.2, downbeat: -9, beat: -9, levels: flat.base)
    }
  }

  @Test("believes the network about bars of two to seven", arguments: [(2, 1), (3, 2), (5, 3), (7, 6)])
  func network(bar: Int, first: Int) {
    var finder = BarFinder(bandCount: 4, usesNetwork: true)
    let flat = Buffer<Float>(4, filledWith: 0.5)
    for frame in 0..<60 * 10 {
      let isBeat = frame % 10 == 0
      let isFirst = isBeat && (frame / 10 - first + bar * 100) % bar == 0
      finder.hear(
        beats: Double(frame) / 10, accent: 0.2, downbeat: isFirst ? 1 : -4, beat: isBeat ? 2 : -4,
        levels: flat.base)
    }
    #expect(finder.beatsPerBar == bar)
    #expect((Int(finder.downbeat) - first + bar * 100) % bar == 0)
  }

  @Test("finds the accented beat in bars of three and four", arguments: [(3, 1), (3, 2), (4, 0), (4, 3)])
  func meter(bar: Int, first: Int) {
    var finder = BarFinder(bandCount: 4, usesNetwork: false)
    listen(to: 48, bar: bar, first: first, finder: &finder)
    #expect(finder.beatsPerBar == bar)
    #expect((Int(finder.downbeat) - first + bar * 100) % bar == 0)
    #expect(finder.confidence > 0.5)
  }

  @Test("claims nothing where no beat stands out")
  func even() {
    var finder = BarFinder(bandCount: 4, usesNetwork: false)
    listen(to: 48, bar: 1, first: 0, finder: &finder)
    #expect(finder.confidence < 0.2)
  }
}

@Suite("The beat network") struct BeatNetworkTests {
  /// Rises in every group on every `period`-th frame, on a quiet floor.
  private func odds(period: Int, frames: Int) -> [Float] {
    var network = BeatNetwork()
    let features = Buffer<Float>(90)
    return (0..<frames).map { frame in
      for i in 0..<90 { features[i] = frame % period == 0 ? 0.6 : (i < 45 ? 0.2 : 0) }
      network.hear(features)
      return network.beat
    }
  }

  @Test("hears a beat where something begins, a little later, and none between")
  func clicks() {
    let heard = odds(period: 24, frames: 24 * 24)
    let last = heard[(24 * 22)..<(24 * 23)]
    let peak = last.indices.max { last[$0] < last[$1] } ?? 0
    #expect((1...3).contains(peak % 24))
    #expect(heard[peak] > -1)
    #expect(heard[24 * 22 + 12] < heard[peak] - 3)
  }

  @Test("says the same twice, bit for bit")
  func deterministic() { #expect(odds(period: 20, frames: 300) == odds(period: 20, frames: 300)) }
}

@Suite("A silence gate") struct SilenceGateTests {
  @Test("opens at once, and closes after a breath")
  func timing() {
    var gate = SilenceGate()
    gate.follow(meanSquare: 0.01)
    #expect(!gate.isSilent)
    var hops = 0
    while !gate.isSilent && hops < 1000 {
      gate.follow(meanSquare: 0)
      hops += 1
    }
    let seconds = Double(hops) * Hop.seconds
    #expect(seconds > 0.75 && seconds < 2.2)
  }

  @Test("hears −56 dB as sound and −60 dB as none")
  func threshold() {
    var gate = SilenceGate()
    for _ in 0..<600 { gate.follow(meanSquare: Float(pow(10, -6.0))) }
    #expect(gate.isSilent)
    for _ in 0..<600 { gate.follow(meanSquare: Float(pow(10, -5.4))) }
    #expect(!gate.isSilent)
  }
}

@Suite("A listener, for long and in bad company") struct EnduranceTests {
  @Test("forgets nothing and explodes nowhere in an hour of silence")
  func hourOfSilence() {
    var listener = Listener()
    var hearing = Hearing()
    let signal = Metronome(beatsPerMinute: 120)
    hearing.play(signal, seconds: 6, to: &listener)
    let silence = [Float](repeating: 0, count: Hop.length)
    for _ in 0..<675_000 { _ = silence.withUnsafeBufferPointer { listener.hear($0) } }
    hearing.play(Noise(amplitude: 1e-4), seconds: 1, to: &listener)
    #expect(hearing.last.bands.level < 0.5)
    #expect(hearing.last.grid.beats(atSeconds: 3600).isFinite)
    hearing.play(signal, seconds: 8, to: &listener)
    #expect(abs(hearing.last.grid.beatsPerMinute - 120) < 1.2)
    #expect(hearing.last.bands.level > 0)
  }

  @Test("keeps time when the input clips and hisses")
  func clipping() {
    var listener = Listener()
    var hearing = Hearing()
    let signal = Clipped(Metronome(beatsPerMinute: 100, amplitude: 6), hiss: 0.02)
    hearing.play(signal, seconds: 12, to: &listener)
    #expect(abs(hearing.last.grid.beatsPerMinute / 100 - 1) < 0.01)
  }

  @Test("takes short and empty hops for silence")
  func shortHops() {
    var listener = Listener()
    let moment = listener.hear(UnsafeBufferPointer(start: nil, count: 0))
    #expect(moment.isSilent)
    let few: [Float] = [0.1, 0.2]
    #expect(few.withUnsafeBufferPointer { listener.hear($0) }.onsetStrength.isFinite)
  }

  @Test("stays finite on numbers too small to matter")
  func denormals() {
    var listener = Listener()
    var hearing = Hearing()
    hearing.play(Noise(amplitude: .leastNormalMagnitude), seconds: 2, to: &listener)
    #expect(hearing.last.isSilent)
    #expect(hearing.onsets.allSatisfy { $0 == 0 })
  }
}
