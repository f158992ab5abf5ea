import Conduits
import Foundation
import Media
import Music
import Recording
import Scenery
import Session

/// The files a performance writes: its take, and films that begin and end while it runs.
final class RecordingDesk {
  let header: SessionHeader
  let presets: [TakePreset]
  private(set) var take: TakeSink?
  private(set) var film: Film?
  private var films: [Film] = []
  private let force: Bool

  /// A film on its way.
  final class Film: HopSink {
    let output: MovieOutput
    let path: String
    /// The show's frame that is the film's first.
    let firstFrame: Int64

    init(output: MovieOutput, path: String, firstFrame: Int64) {
      self.output = output
      self.path = path
      self.firstFrame = firstFrame
    }

    func take(_ hop: UnsafeBufferPointer<Float>, at index: HopIndex, events: [SessionEvent], step: Step) {
      output.hear(hop, at: index.start)
    }
  }

  init(header: SessionHeader, presets: [TakePreset], force: Bool) {
    self.header = header
    self.presets = presets
    self.force = force
  }

  /// Begins the take.
  func beginTake(in folder: String, overlay: TakeOverlay?) throws(PerformanceError) {
    do throws(RecordingError) {
      take = TakeSink(
        try TakeWriter(folder: folder, header: header, presets: presets, overlay: overlay, force: force))
    } catch {
      throw .recording(error)
    }
  }

  /// Begins a film at a frame of the show.
  func beginFilm(_ path: String, grid: FrameGrid, atFrame frame: Int64) throws(PerformanceError) -> Film {
    let format = MovieFormat(
      width: header.size.width, height: header.size.height, framesPerSecond: grid.framesPerSecond,
      effort: .live(.superfast))
    let details = MovieDetails(
      title: header.title, date: header.startUTC, comment: "Kinora \(header.appVersion), seed \(header.seed)")
    do throws(RecordingError) {
      let output = try MovieOutput(
        path: path, format: format, details: details, start: grid.time(ofFrame: frame), pace: .live,
        force: force)
      let film = Film(output: output, path: path, firstFrame: frame)
      self.film = film
      films.append(film)
      return film
    } catch {
      throw .recording(error)
    }
  }

  /// Ends the film; what it holds stops at `frame` of the show.
  ///
  /// - Parameter tidily: false where time is short: the file plays, but its index isn't moved to the front.
  func endFilm(atFrame frame: Int64, tidily: Bool) -> Film? {
    defer { film = nil }
    film?.output.end(atFrame: max(0, frame - (film?.firstFrame ?? 0)), tidily: tidily)
    return film
  }

  /// What went wrong with any file since the last call; the show goes on.
  func faults() -> [RecordingFault] {
    (take?.writer.faults() ?? []) + films.flatMap { $0.output.faults() }
  }

  /// Waits for every file and tells, a line each, what they came to.
  func close() -> [String] {
    var lines: [String] = []
    let takeSummary = take?.writer.finish()
    for film in films {
      lines.append(finish(film, take: takeSummary?.folder))
    }
    if let takeSummary {
      let length = clockText(SampleTime(takeSummary.totals.sampleFrames).seconds)
      let whole = takeSummary.isComplete ? "complete" : "NOT complete"
      lines.append(
        "Take: \(takeSummary.folder) (\(length), \(whole)). Make a video: kinora render "
          + "\(ShellWord.quoted(takeSummary.folder)) -o video.mp4"
      )
    }
    return lines
  }

  private func finish(_ film: Film, take: String?) -> String {
    do throws(RecordingError) {
      let summary = try film.output.wait()
      let provenance = Provenance(
        of: summary, header: header, presets: presets.map(\.entry), songTitle: header.title, take: take)
      try provenance.write(to: Provenance.path(besides: film.path))
      let tally = summary.tally
      return "Recorded: \(summary.files.map(\.path).joined(separator: ", ")) (\(tally.frames) pictures, "
        + "\(tally.repeated) repeated, \(tally.dropped) dropped, \(tally.encoder))"
    } catch {
      return "Recording \(film.path): \(error)"
    }
  }
}

/// Hands every hop and event to the take.
final class TakeSink: HopSink {
  let writer: TakeWriter
  /// Texts of presets that were edited during the show; posted before the event that brings them on.
  let edited = Mailbox<TakePreset>(limit: 1024)
  /// Hops between two digests of the decisions in the log: about one second.
  private static let hopsPerCheck: Int64 = 188

  init(_ writer: TakeWriter) { self.writer = writer }

  func take(_ hop: UnsafeBufferPointer<Float>, at index: HopIndex, events: [SessionEvent], step: Step) {
    writer.hear(hop, at: index.start)
    for event in events {
      if case .presetAdded(let entry) = event,
        let preset = edited.empty().last(where: { $0.entry.digest == entry.digest })
      {
        writer.log(preset, at: index.start)
      } else {
        writer.log(event, at: index.start)
      }
    }
    if index.value % Self.hopsPerCheck == 0 {
      writer.log(.decisionCheck(hop: index, hash: step.decisionHash), at: index.start)
    }
  }
}
