import Foundation
import Testing

@Suite("Listening from the command line") struct ListenTests {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  @Test("tells the beats of a song as JSON Lines that never look ahead")
  func beats() throws {
    let result = try workshop.kinora("listen", "demo", "--beats", "-", "--mood", "mood.jsonl", "--for", "40")
    #expect(result.status == 0, "\(result.errors)")
    let lines = try result.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(lines.count > 30)
    let announced = lines.compactMap { $0["announced"] as? Double }
    #expect(announced == announced.sorted())
    #expect((announced.last ?? 99) <= 40.01)
    let mood = try workshop.text(of: "mood.jsonl").split(separator: "\n")
    #expect(mood.count >= 390, "ten lines a second")
    for line in mood {
      let state = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(abs(state["arousal"] as? Double ?? 9) <= 1)
      #expect(abs(state["valence"] as? Double ?? 9) <= 1)
    }
  }

  @Test(
    "reads every sound that FFmpeg reads",
    arguments: [
      ["-r", "8000", "-c", "1", "-b", "16"], ["-r", "192000", "-c", "8", "-b", "32"],
      ["-r", "44100", "-c", "2", "-b", "24"], ["-r", "48000", "-c", "2", "-e", "floating-point"],
    ])
  func formats(format: [String]) throws {
    try workshop.run(
      ["sox", "-n"] + format + [workshop.path("a.wav"), "synth", "3", "pluck", "A3", "gain", "-6"])
    let result = try workshop.kinora("listen", "a.wav", "--mood", "-")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.split(separator: "\n").count >= 28)
  }

  @Test("says in one sentence which song can't be heard, and why")
  func badSongs() throws {
    try workshop.write("This is a text about songs.", to: "text.mp3")
    try workshop.write("", to: "empty.wav")
    for (song, code) in [("missing.flac", Int32(65)), ("text.mp3", 65), ("empty.wav", 65)] {
      let result = try workshop.kinora("listen", song, "--beats", "-")
      #expect(result.status == code)
      #expect(result.errors.contains(song))
      #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }
  }

  @Test("takes sound that is no number for silence")
  func notANumber() throws {
    try workshop.run([
      "python3", "-c",
      "import struct;n=96000;d=struct.pack('<f',float('nan'))*n;"
        + "open('nan.wav','wb').write(b'RIFF'+struct.pack('<I',36+len(d))+b'WAVEfmt '"
        + "+struct.pack('<IHHIIHH',16,3,2,48000,384000,8,32)+b'data'+struct.pack('<I',len(d))+d)",
    ])
    let result = try workshop.kinora("listen", "nan.wav", "--beats", "b.jsonl", "--mood", "-")
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.lowercased().contains("nan"))
    #expect(try workshop.text(of: "b.jsonl").isEmpty, "no beat in silence")
  }

  @Test("lists the devices there are when one is missing")
  func missingDevice() throws {
    let result = try workshop.kinora("listen", "--input", "hw:77", "--beats", "-", "--for", "1")
    #expect(result.status == 69)
    #expect(result.errors.contains("hw:77"))
  }
}
