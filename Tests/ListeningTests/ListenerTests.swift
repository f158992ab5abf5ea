import Music
import TestSignals
import Testing

@testable import Listening

/// Plays a signal to a listener and collects what is told.
struct Hearing {
  var announcements: [BeatAnnouncement] = []
  var announcedAt: [Double] = []
  var onsets: [Float] = []
  var last = Moment(hop: HopIndex(0))

  mutating func play(
    _ signal: some TestSignal, seconds: Double, to listener: inout Listener, each: (Moment) -> Void = { _ in }
  ) {
    let first = Int(listener.heardHops)
    for index in 0..<Int(seconds / Hop.seconds) {
      let hop = signal.hop(first + index)
      last = hop.withUnsafeBufferPointer { listener.hear($0) }
      onsets.append(last.onsetStrength)
      if let said = last.announcement {
        announcements.append(said)
        announcedAt.append(last.hop.end.seconds)
      }
      each(last)
    }
  }
}

@Suite("A listener") struct ListenerTests {
  @Test("finds a metronome's tempo within 1 % and its beats within 20 ms", arguments: [72.0, 96, 128, 174])
  func metronome(beatsPerMinute: Double) {
    let signal = Metronome(beatsPerMinute: beatsPerMinute)
    var listener = Listener()
    var hearing = Hearing()
    hearing.play(signal, seconds: 14, to: &listener)
    #expect(abs(hearing.last.grid.beatsPerMinute / beatsPerMinute - 1) < 0.01)
    let late = hearing.announcements.filter { $0.seconds > 8 }
    #expect(abs(Double(late.count) - 6 * beatsPerMinute / 60) <= 2)
    for beat in late { #expect(abs(signal.distance(fromSeconds: beat.seconds)) < 0.020) }
    #expect(hearing.last.grid.confidence > 0.5)
  }

  @Test("announces a beat no later than it is, and never one before another")
  func announcesAhead() {
    var listener = Listener()
    var hearing = Hearing()
    hearing.play(Metronome(beatsPerMinute: 120), seconds: 12, to: &listener)
    for (beat, said) in zip(hearing.announcements, hearing.announcedAt) {
      #expect(beat.seconds >= said - 1e-9)
      #expect(beat.seconds < said + 0.05)
    }
    for (a, b) in zip(hearing.announcements, hearing.announcements.dropFirst()) {
      #expect(b.seconds > a.seconds)
    }
  }

  @Test("keeps a grid that is continuous and never runs back, even when the tempo jumps")
  func monotoneGrid() {
    var listener = Listener()
    var hearing = Hearing()
    var before: BeatGrid?
    let check = { (moment: Moment) in
      let seconds = moment.hop.end.seconds
      if let before {
        let then = before.beats(atSeconds: seconds - Hop.seconds)
        let step = moment.grid.beats(atSeconds: seconds) - then
        #expect(step > 0)
        #expect(step < 0.12)
      }
      before = moment.grid
    }
    hearing.play(Metronome(beatsPerMinute: 96), seconds: 9, to: &listener, each: check)
    hearing.play(Metronome(beatsPerMinute: 141), seconds: 9, to: &listener, each: check)
    #expect(abs(hearing.last.grid.beatsPerMinute / 141 - 1) < 0.02)
  }

  @Test("hears the same beats 20 dB down")
  func levelIndependence() {
    let signal = Metronome(beatsPerMinute: 110)
    var (loud, soft) = (Hearing(), Hearing())
    var first = Listener()
    loud.play(signal, seconds: 10, to: &first)
    var second = Listener()
    soft.play(Scaled(signal, decibels: -20), seconds: 10, to: &second)
    #expect(loud.announcements.count == soft.announcements.count)
    for (a, b) in zip(loud.announcements, soft.announcements) {
      #expect(abs(a.seconds - b.seconds) < 0.005)
    }
    #expect(abs(loud.last.mood.arousal - soft.last.mood.arousal) < 0.1)
  }

  @Test("says nothing in a minute of silence, and rests")
  func silence() {
    var listener = Listener()
    var hearing = Hearing()
    hearing.play(Constant(0), seconds: 60, to: &listener)
    #expect(hearing.announcements.isEmpty)
    #expect(hearing.onsets.allSatisfy { $0 == 0 })
    #expect(hearing.last.isSilent)
    #expect(hearing.last.bands == Bands())
    #expect(hearing.last.energy == 0)
    #expect(hearing.last.key == nil)
    #expect(hearing.last.mood.arousal < -0.9)
    #expect(hearing.last.mood.valence == 0)
  }

  @Test("comes to rest within 2 s of silence and wakes within 1 s")
  func restsAndWakes() {
    var listener = Listener()
    var hearing = Hearing()
    hearing.play(Metronome(beatsPerMinute: 120), seconds: 10, to: &listener)
    hearing.play(Constant(0), seconds: 2, to: &listener)
    #expect(hearing.last.isSilent)
    #expect(hearing.last.mood.arousal < -0.9)
    #expect(hearing.last.strikes.onset < 0.01)
    hearing.play(Constant(0), seconds: 600, to: &listener)
    hearing.play(Metronome(beatsPerMinute: 120), seconds: 1, to: &listener)
    #expect(!hearing.last.isSilent)
    #expect(hearing.last.bands.level > 0)
    #expect(hearing.onsets.suffix(188).max() ?? 0 > 0.5)
  }

  @Test("survives what is no number", arguments: [Float.nan, .infinity, -.infinity, 1e30])
  func notANumber(value: Float) {
    var listener = Listener()
    var hearing = Hearing()
    let signal = Metronome(beatsPerMinute: 120)
    hearing.play(signal, seconds: 5, to: &listener)
    hearing.play(Constant(value), seconds: 1, to: &listener) { moment in
      #expect(moment.onsetStrength.isFinite)
      #expect(moment.mood.arousal.isFinite && moment.mood.valence.isFinite)
      #expect(moment.grid.period.isFinite && moment.grid.anchorBeats.isFinite)
    }
    hearing.play(signal, seconds: 8, to: &listener)
    #expect(abs(hearing.last.grid.beatsPerMinute - 120) < 1.2)
    for i in 0..<256 { #expect(hearing.last.spectrum[i].isFinite) }
  }

  @Test("takes a constant offset for silence")
  func constantOffset() {
    var listener = Listener()
    var hearing = Hearing()
    hearing.play(Constant(0.5), seconds: 3, to: &listener)
    #expect(hearing.last.isSilent)
    #expect(hearing.announcements.isEmpty)
  }

  @Test("hears no onsets in a steady tone", arguments: [[220.0], [60], [440, 554.4, 659.3], [3000]])
  func steadyTone(hertz: [Double]) {
    var listener = Listener()
    var hearing = Hearing()
    hearing.play(Tone(hertz: hertz), seconds: 6, to: &listener)
    #expect(hearing.onsets.suffix(750).max() ?? 1 < 0.25)
  }

  @Test("gives the same moments for the same samples, bit for bit")
  func determinism() {
    let signal = Metronome(beatsPerMinute: 133)
    var first = Listener()
    var second = Listener()
    for index in 0..<1500 {
      let hop = signal.hop(index)
      let a = hop.withUnsafeBufferPointer { first.hear($0) }
      let b = hop.withUnsafeBufferPointer { second.hear($0) }
      #expect(a.grid == b.grid)
      #expect(a.onsetStrength.bitPattern == b.onsetStrength.bitPattern)
      #expect(a.announcement == b.announcement)
      #expect(a.mood == b.mood)
      #expect(a.bands == b.bands && a.strikes == b.strikes)
    }
  }

  @Test("names the key of a plain chord")
  func key() {
    var listener = Listener()
    var hearing = Hearing()
    hearing.play(Tone(hertz: [110, 220, 261.63, 329.63, 440], amplitude: 0.1), seconds: 6, to: &listener)
    #expect(hearing.last.key == Key(tonic: 9, isMinor: true))
    #expect(hearing.last.mood.valence < 0)
  }

  @Test("doubles and halves its tempo when told")
  func hands() {
    var listener = Listener()
    var hearing = Hearing()
    let signal = Metronome(beatsPerMinute: 90)
    hearing.play(signal, seconds: 8, to: &listener)
    listener.weigh(.doubleTempo)
    hearing.play(signal, seconds: 3, to: &listener)
    #expect(abs(hearing.last.grid.beatsPerMinute / 180 - 1) < 0.03)
    listener.weigh(.halveTempo)
    hearing.play(signal, seconds: 3, to: &listener)
    #expect(abs(hearing.last.grid.beatsPerMinute / 90 - 1) < 0.03)
  }

  @Test("takes a downbeat from a hand")
  func downbeat() {
    var listener = Listener()
    var hearing = Hearing()
    let signal = Metronome(beatsPerMinute: 120, offsetSeconds: 0)
    hearing.play(signal, seconds: 10, to: &listener)
    listener.weigh(.downbeat)
    hearing.play(signal, seconds: 4.2, to: &listener)
    let said = hearing.announcements.filter { $0.isDownbeat && $0.seconds > 10.4 }
    #expect(said.count == 2)
    for beat in said { #expect(abs(Maths.wrapped((beat.seconds - 10) / 2)) < 0.02) }
  }

  @Test("follows taps where the music says nothing")
  func taps() {
    var listener = Listener()
    var hearing = Hearing()
    let hiss = Noise(amplitude: 0.05)
    hearing.play(hiss, seconds: 4, to: &listener)
    for _ in 0..<10 {
      listener.weigh(.tap)
      hearing.play(hiss, seconds: 0.6, to: &listener)
    }
    #expect(abs(hearing.last.grid.beatsPerMinute / 100 - 1) < 0.04)
    let end = hearing.last.hop.end.seconds
    #expect(abs(Maths.wrapped(hearing.last.grid.beats(atSeconds: end))) < 0.15)
  }

  @Test("lets strikes jump and fall to half in 0.1 s")
  func strikes() {
    var listener = Listener()
    var hearing = Hearing()
    var highest: Float = 0
    hearing.play(Metronome(beatsPerMinute: 60), seconds: 5.1, to: &listener)
    hearing.play(Metronome(beatsPerMinute: 60), seconds: 0.1, to: &listener) {
      highest = max(highest, $0.strikes.onset)
    }
    #expect(highest > 0.6)
    let before = hearing.last.strikes.onset
    hearing.play(Metronome(beatsPerMinute: 60), seconds: 0.1, to: &listener)
    #expect(abs(hearing.last.strikes.onset / before - 0.5) < 0.05)
  }
}
