import Foundation
import Media
import Testing

@Suite("Clips") struct ClipReaderTests {
  let bench: ClipBench
  init() throws { bench = try ClipBench() }

  private func reader(_ path: String) throws -> ClipReader { try ClipReader(path: path) }

  @Test(
    "give the very picture of a time, in any order",
    arguments: [
      ("b.mp4", ["-c:v", "libx264", "-qp", "0", "-g", "40", "-bf", "3", "-pix_fmt", "yuvj420p"]),
      ("deep.mov", ["-c:v", "libx264", "-crf", "1", "-pix_fmt", "yuv422p10le"]),
      ("grey.mkv", ["-c:v", "ffv1", "-pix_fmt", "gray"]), ("small.avi", ["-c:v", "mpeg4", "-q:v", "1"]),
      ("palette.gif", []), ("open.webm", ["-c:v", "libvpx", "-crf", "4", "-b:v", "4M", "-g", "30"]),
    ])
  func exact(name: String, codec: [String]) throws {
    let path = try bench.run(
      ["-f", "lavfi", "-i", "color=gray:s=62x46:r=25:d=3.6,format=gray,geq=lum='20+2*N'"] + codec + [name])
    let reader = try reader(path)
    var wrong = 0
    for i in 0..<20 {
      // A walk to and fro over the film, never on the edge of a picture.
      let frame = (i * 37 + i * i * 11) % 90
      let picture = try #require(reader.picture(atSeconds: (Double(frame) + 0.5) / 25))
      let expected = try greys(path)[frame]
      if abs(picture.grey - expected) > 1.01 { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(reader.complaint == nil)
  }

  /// The film's greys in order, decoded from the start.
  private func greys(_ path: String) throws -> [Double] {
    let reader = try reader(path)
    return (0..<90).map { reader.picture(atSeconds: (Double($0) + 0.5) / 25)?.grey ?? -1 }
  }

  @Test("begin each picture exactly when it does, and run backwards as forwards")
  func edges() throws {
    let path = try bench.run([
      "-f", "lavfi", "-i", "color=gray:s=64x48:r=25:d=3.6,format=gray,geq=lum='20+2*N'", "-c:v", "ffv1",
      "a.mkv",
    ])
    let reader = try reader(path)
    for frame in [0, 1, 17, 60, 89] {
      #expect(reader.picture(atSeconds: Double(frame) / 25 + 0.0006)?.number == frame)
    }
    let back = (0..<90).reversed().map { reader.picture(atSeconds: (Double($0) + 0.5) / 25)?.number }
    #expect(back == (0..<90).reversed().map { $0 })
    #expect(
      reader.picture(atSeconds: 1e9)?.number == 89 && reader.picture(atSeconds: -.infinity)?.number == 0)
  }

  @Test("follow times that vary")
  func variableRate() throws {
    let path = try bench.run([
      "-f", "lavfi", "-i",
      "color=gray:s=64x48:r=25:d=3.6,format=gray,geq=lum='20+2*N',select='not(mod(n,9))+gt(n,60)'", "-vsync",
      "vfr", "-c:v", "libx264", "-qp", "0", "-pix_fmt", "yuvj420p", "v.mkv",
    ])
    let reader = try reader(path)
    for (time, number) in [(0.3, 0), (0.37, 9), (1.07, 18), (1.2, 27), (2.4, 54), (2.46, 61), (2.5, 62)] {
      #expect(reader.picture(atSeconds: time)?.number == number, "\(time)")
    }
  }

  @Test("stand upright however a telephone was held", arguments: [0, 90, 180, 270])
  func rotated(degrees: Int) throws {
    // A bright spot in the upper left of what was filmed.
    _ = try bench.run([
      "-f", "lavfi", "-i", "color=black:s=64x32:r=5:d=1,drawbox=x=0:y=0:w=16:h=8:color=white:t=fill", "-c:v",
      "libx264", "-pix_fmt", "yuv420p", "flat.mp4",
    ])
    let path = try bench.run([
      "-i", "flat.mp4", "-c", "copy", "-metadata:s:v:0", "rotate=\(degrees)", "turned.mp4",
    ])
    _ = try bench.run(["-i", "turned.mp4", "-frames:v", "1", "-c:v", "png", "upright.png"])
    let ours = try #require(try reader(path).picture(atSeconds: 0))
    let theirs = try #require(try reader(bench.path("upright.png")).picture(atSeconds: 3))
    #expect(ours.width == theirs.width && ours.height == theirs.height)
    #expect(ours.width == (degrees % 180 == 0 ? 64 : 32))
    let apart = zip(ours.pixels, theirs.pixels).map { abs(Int($0) - Int($1)) }
    #expect(apart.filter { $0 > 40 }.count < apart.count / 50)
  }

  @Test("say in a sentence why they can't be shown")
  func sick() throws {
    _ = try bench.run(["-f", "lavfi", "-i", "sine=d=1", "sound.m4a"])
    let film = try bench.numbered("film.mkv", "-c:v", "libx264", "-qp", "0")
    let files: [(String, String)] = [
      (try bench.write([], to: "empty.mp4"), "empty"),
      (bench.path("sound.m4a"), "only sound"),
      (try bench.write(Array("#EXTM3U\nhttp://example.org/a.ts".utf8), to: "list.mp4"), "no film or picture"),
      (bench.path("nowhere.mp4"), "no file"), (bench.folder, "not a plain file"),
      (try bench.write([UInt8](repeating: 0x5A, count: 100_000), to: "noise.avi"), "no film or picture"),
    ]
    for (path, words) in files {
      do {
        _ = try ClipSurvey(path: path)
        Issue.record("\(path) was accepted")
      } catch {
        #expect("\(error)".contains(words), "\(error)")
        #expect("\(error)".contains(path), "\(error)")
      }
    }
    let whole = try bench.bytes(of: (film as NSString).lastPathComponent)
    let half = try ClipSurvey(path: bench.write(Array(whole[..<(whole.count * 3 / 5)]), to: "half.mkv"))
    #expect(
      half.complaint?.contains("cut off") == true && half.durationSeconds > 1 && half.durationSeconds < 3)
  }

  @Test("read a still of a hundred megabytes small, and refuse one that only promises to be vast")
  func vast() throws {
    let path = try bench.run([
      "-f", "lavfi", "-i", "color=red:s=5800x5800", "-frames:v", "1", "-pix_fmt", "bgr24", "big.bmp",
    ])
    let reader = try ClipReader(path: path, covering: (64, 36))
    let picture = try #require(reader.picture(atSeconds: 7))
    #expect(picture.width == 64 && picture.height == 64 && picture.pixels[0] > 240)
    var header = try bench.bytes(of: "big.bmp").prefix(60)
    header.replaceSubrange(18..<26, with: [0x60, 0xEA, 0, 0, 0x60, 0xEA, 0, 0])
    #expect(throws: MediaError.self) { try ClipSurvey(path: bench.write(Array(header), to: "vast.bmp")) }
  }

  @Test("are looked through for shots, colour and motion")
  func survey() throws {
    let path = try bench.run([
      "-f", "lavfi", "-i", "testsrc2=s=320x180:r=30:d=1.5", "-f", "lavfi", "-i", "mandelbrot=s=320x180:r=30",
      "-f", "lavfi", "-i", "smptebars=s=320x180:r=30:d=2", "-filter_complex",
      "[1]trim=0:2[m];[0][m][2]concat=n=3", "-t", "5.5", "-c:v", "libx264", "-pix_fmt", "yuv420p",
      "shots.mp4",
    ])
    let survey = try ClipSurvey(path: path)
    #expect(survey.shots.count == 3)
    for (found, real) in zip(survey.shots, [0, 1.5, 3.5]) { #expect(abs(found - real) < 0.001) }
    #expect(abs(survey.durationSeconds - 5.5) < 0.04)
    let still = try ClipSurvey(
      path: bench.run(["-f", "lavfi", "-i", "color=orange:s=64x36", "-frames:v", "1", "still.png"]))
    #expect(still.durationSeconds == 0 && still.shots == [0] && still.red > 0.95 && still.blue < 0.05)
    #expect(still.motion == 0 && survey.motion > 0.01)
  }
}
