import CFFmpeg
import Foundation
import Music

/// Makes an ordinary film out of what was written for the worst case: an MP4 with its index first, a Matroska
/// file with its length and index. Also the repair of what a crash left.
public enum MovieFinish {
  /// Copies the packets into a new file beside the old one, compares the two, and only then replaces it.
  public static func tidy(path: String, chapters: [Chapter] = []) throws(EncodeError) {
    let folder = (path as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    let copy = (folder as NSString).appendingPathComponent(".\(name.prefix(60)).\(getpid()).tidy")
    var status = stat()
    let spare: Int64 = 16 << 20  // bytes that others may need meanwhile
    if stat(path, &status) == 0, let free = DiskSpace.free(at: path), free < Int64(status.st_size) + spare {
      throw .noRoomToTidy(path: path)
    }
    do throws(EncodeError) {
      let original = try copyPackets(of: path, to: copy, chapters: chapters)
      let copied = try MovieContents(path: copy)
      if let difference = original.difference(to: copied) {
        throw .unequalCopy(path: path, reason: difference)
      }
    } catch {
      unlink(copy)
      throw error
    }
    guard rename(copy, path) == 0 else {
      let reason = EncodeError.sentence(errno: errno)
      unlink(copy)
      throw .cannotWrite(path: path, reason: reason)
    }
    let directory = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  /// Recordings in a folder that were never brought to their end.
  public static func unfinished(inFolder folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { folder + "/" + $0 }
      .filter { (try? MovieFormat.container(ofPath: $0)) != nil && isUnfinished(path: $0) }
  }

  /// Whether a film was never brought to its end: an MP4 still in fragments, Matroska of unknown length.
  public static func isUnfinished(path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return isInFragments(file) || hasUnknownLength(file)
  }

  /// The length of Matroska's outermost element is written last.
  private static func hasUnknownLength(_ file: FileHandle) -> Bool {
    guard (try? file.seek(toOffset: 0)) != nil, let head = try? file.read(upToCount: 256),
      head.starts(with: [0x1a, 0x45, 0xdf, 0xa3])
    else { return false }
    let unknown: [UInt8] = [0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
    return head.firstRange(of: unknown) != nil
  }

  private static func isInFragments(_ file: FileHandle) -> Bool {
    var offset: UInt64 = 0
    // The first boxes tell: ftyp, moov, moof in a fragmented file.
    for _ in 0..<8 {
      guard (try? file.seek(toOffset: offset)) != nil, let head = try? file.read(upToCount: 8),
        head.count == 8
      else { return false }
      let kind = String(decoding: head[4..<8], as: UTF8.self)
      if kind == "moof" { return true }
      let size = head[0..<4].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard size >= 8 else { return false }
      offset += size
    }
    return false
  }

  /// - Returns: what was read.
  private static func copyPackets(
    of path: String, to copy: String, chapters: [Chapter]
  ) throws(EncodeError) -> MovieContents {
    let input = try MovieInput(path: path)
    let isMP4 = (try? MovieFormat.container(ofPath: path)) != .matroska
    let muxer = try Muxer(file: OutputFile(path: copy, force: true), format: isMP4 ? "mp4" : "matroska")
    muxer.context.pointee.flush_packets = 0
    for index in 0..<input.streamCount {
      let source = k_encode_stream(input.context, index)
      guard let stream = avformat_new_stream(muxer.context, nil), let source,
        avcodec_parameters_copy(stream.pointee.codecpar, source.pointee.codecpar) >= 0
      else { throw .cannotWrite(path: copy, reason: "no memory") }
      stream.pointee.codecpar.pointee.codec_tag = 0
      stream.pointee.time_base = source.pointee.time_base
      stream.pointee.avg_frame_rate = source.pointee.avg_frame_rate
    }
    av_dict_copy(&muxer.context.pointee.metadata, input.context.pointee.metadata, 0)
    let seconds = Double(input.context.pointee.duration) / Double(AV_TIME_BASE)
    muxer.addChapters(chapters, sampleFrames: SampleTime(seconds: max(seconds, 0)).frames)
    try muxer.begin(options: isMP4 ? [("movflags", "+faststart")] : [])
    var contents = MovieContents(streams: Int(input.streamCount))
    try input.readPackets { packet throws(EncodeError) in
      let stream = packet.pointee.stream_index
      let base = k_encode_stream(input.context, stream).pointee.time_base
      contents.count(packet, base: base)
      packet.pointee.pos = -1
      try muxer.write(packet, to: stream, from: base)
    }
    try muxer.end()
    try muxer.file.sync()
    return contents
  }
}

/// What a film holds, stream by stream: enough to tell whether a copy is whole.
struct MovieContents: Equatable {
  var packets: [Int]
  var bytes: [Int]
  /// First presentation time and end of the last packet, seconds.
  var starts: [Double]
  var ends: [Double]

  init(streams: Int) {
    packets = Array(repeating: 0, count: streams)
    bytes = packets
    starts = Array(repeating: .infinity, count: streams)
    ends = Array(repeating: 0, count: streams)
  }

  /// Reads the whole file's packets; decodes nothing.
  init(path: String) throws(EncodeError) {
    let input = try MovieInput(path: path)
    var contents = MovieContents(streams: Int(input.streamCount))
    try input.readPackets { packet throws(EncodeError) in
      contents.count(
        packet, base: k_encode_stream(input.context, packet.pointee.stream_index).pointee.time_base)
    }
    self = contents
  }

  mutating func count(_ packet: UnsafeMutablePointer<AVPacket>, base: AVRational) {
    let stream = Int(packet.pointee.stream_index)
    guard packets.indices.contains(stream) else { return }
    packets[stream] += 1
    bytes[stream] += Int(packet.pointee.size)
    let start = Double(packet.pointee.pts) * av_q2d(base)
    starts[stream] = min(starts[stream], start)
    ends[stream] = max(ends[stream], start + Double(packet.pointee.duration) * av_q2d(base))
  }

  /// What is missing in a copy, which may have more streams (chapters); nil when nothing is.
  func difference(to copy: MovieContents) -> String? {
    for stream in packets.indices {
      guard copy.packets.indices.contains(stream) else { return "stream \(stream) is missing" }
      if packets[stream] != copy.packets[stream] {
        return "\(copy.packets[stream]) of \(packets[stream]) packets in stream \(stream)"
      }
      if bytes[stream] != copy.bytes[stream] { return "stream \(stream) has other bytes" }
      let lengths = (ends[stream] - starts[stream], copy.ends[stream] - copy.starts[stream])
      if packets[stream] > 0, abs(lengths.0 - lengths.1) > 0.03 {
        return "stream \(stream) has another length"
      }
    }
    return nil
  }
}

/// A film open for reading its packets.
final class MovieInput {
  let context: UnsafeMutablePointer<AVFormatContext>
  private let path: String

  init(path: String) throws(EncodeError) {
    av_log_set_level(AV_LOG_QUIET)
    var context: UnsafeMutablePointer<AVFormatContext>?
    var options: OpaquePointer?
    av_dict_set(&options, "protocol_whitelist", "file", 0)
    let code = avformat_open_input(&context, "file:" + path, nil, &options)
    av_dict_free(&options)
    guard code >= 0, let context else {
      throw .unreadable(path: path, reason: EncodeError.sentence(code: code))
    }
    self.context = context
    self.path = path
    let found = avformat_find_stream_info(context, nil)
    guard found >= 0 else { throw .unreadable(path: path, reason: EncodeError.sentence(code: found)) }
  }

  deinit {
    var context: UnsafeMutablePointer<AVFormatContext>? = context
    avformat_close_input(&context)
  }

  var streamCount: Int32 { Int32(context.pointee.nb_streams) }

  func readPackets(
    _ take: (UnsafeMutablePointer<AVPacket>) throws(EncodeError) -> Void
  ) throws(EncodeError) {
    var packet = av_packet_alloc()
    defer { av_packet_free(&packet) }
    guard let packet else { preconditionFailure("no memory for a packet") }
    // A damaged end is an end: what came before it is what there is.
    while av_read_frame(context, packet) >= 0 {
      try take(packet)
      av_packet_unref(packet)
    }
  }
}
