// Records until it is killed: a test's stand-in for a show that crashes.
//
// RecordingVictim FILM.mp4|mkv TAKE.kinora SECONDS WIDTH HEIGHT FPS: paces itself by the clock, and says on
// standard output how many frames and sample frames it has handed over.
import Foundation
import Media
import Music
import Recording
import Scenery
import Session

func fail(_ sentence: String) -> Never {
  FileHandle.standardError.write(Data((sentence + "\n").utf8))
  exit(1)
}

let arguments = CommandLine.arguments
guard arguments.count == 7, let seconds = Double(arguments[3]), let width = Int(arguments[4]),
  let height = Int(arguments[5]), let framesPerSecond = Int(arguments[6])
else { fail("RecordingVictim FILM TAKE SECONDS WIDTH HEIGHT FPS") }

/// A picture with noise in its lower part, so that the encoder has as much to write as in a show.
func picture(_ frame: Int64, into bytes: UnsafeMutableRawBufferPointer) {
  var random = SeededGenerator(seed: UInt64(frame), purpose: "victim")
  let words = bytes.bindMemory(to: UInt32.self)
  for i in 0..<words.count {
    words[i] = i > words.count / 2 ? UInt32(truncatingIfNeeded: random.next()) & 0x1f1f1f : 0x806040
  }
}

func record() throws {
  let format = MovieFormat(width: width, height: height, framesPerSecond: framesPerSecond)
  let film = try MovieOutput(path: arguments[1], format: format, pace: .live, reserve: 0)
  let header = SessionHeader(
    appVersion: "test", build: "", seed: 1, size: PixelSize(width: width, height: height),
    framesPerSecond: Int32(framesPerSecond), startUTC: "", title: "victim")
  let take = try TakeWriter(folder: arguments[2], header: header, presets: [], reserve: 0)
  let begin = ContinuousClock.now
  var hop: Int64 = 0
  for frame in 0..<Int64(seconds * Double(framesPerSecond)) {
    let due = film.grid.time(ofFrame: frame + 1)
    while (hop + 1) * 256 <= due.frames {
      let samples = (0..<512).map { Float((hop &* 31 &+ Int64($0) &* 17) % 1000 - 500) * 0x1p-12 }
      samples.withUnsafeBufferPointer {
        film.hear($0, at: SampleTime(hop * 256))
        take.hear($0, at: SampleTime(hop * 256))
      }
      if hop % 100 == 0 { take.log(.mark("hop \(hop)"), at: SampleTime(hop * 256)) }
      hop += 1
    }
    film.add(frame: frame) { picture(frame, into: $0) }
    let late = due.seconds - Double((ContinuousClock.now - begin) / .milliseconds(1)) / 1000
    if late > 0 { usleep(UInt32(late * 1e6)) }
    FileHandle.standardOutput.write(Data("\(frame + 1) \(hop * 256)\n".utf8))
  }
  let summary = try film.finish()
  _ = take.finish()
  FileHandle.standardOutput.write(Data("done \(summary.tally.frames) \(summary.tally.repeated)\n".utf8))
}

do { try record() } catch { fail("\(error)") }
