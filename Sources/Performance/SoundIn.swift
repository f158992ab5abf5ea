import Capture

/// What a live performance listens to, and what the performer should know about it.
struct SoundIn {
  var input: any AudioInput
  /// The deck, when a song is played.
  var deck: PacedInput?
  var notes: [String] = []

  /// The named device, or the default one; the demo song where no device was named and none is there.
  static func open(_ device: String?, into line: CaptureLine) throws(PerformanceError) -> SoundIn {
    if device == SoundSource.demo { return try play(SoundSource.demo, aloudOn: "default", into: line) }
    let input = ALSAInput(device: device ?? "default")
    do throws(CaptureError) {
      // A trial: what can't be opened is known before a window opens.
      let trial = CaptureLine()
      try input.start(into: trial)
      input.stop()
      return SoundIn(input: input, deck: nil, notes: ["Listening to \(input.title)."])
    } catch {
      guard device == nil else { throw .other(error) }
      var demo = try play(SoundSource.demo, aloudOn: "default", into: line)
      demo.notes.insert(
        "No capture device answers (\(error)) Playing the built-in demo song instead; see: kinora devices",
        at: 0)
      return demo
    }
  }

  /// A song, aloud where there is a playback device, else silently in real time.
  static func play(
    _ song: String, aloudOn speaker: String, into line: CaptureLine
  ) throws(PerformanceError) -> SoundIn {
    let source = try SoundSource.open(song)
    var notes: [String] = []
    let playback: ALSAPlayback?
    do throws(CaptureError) {
      playback = try ALSAPlayback(device: speaker)
    } catch {
      playback = nil
      notes.append(
        "The playback device “\(speaker)” doesn’t answer; the song plays silently. See: kinora devices")
    }
    let title = source.title
    let deck = PacedInput(source: source, speaker: playback)
    return SoundIn(input: deck, deck: deck, notes: notes + ["Playing \(title)."])
  }
}
