import CFFmpeg

/// One open file of libavformat: packets in, a playable file out.
final class Muxer {
  let context: UnsafeMutablePointer<AVFormatContext>
  let file: OutputFile
  private var isOpen = false

  init(file: OutputFile, format: String) throws(EncodeError) {
    var context: UnsafeMutablePointer<AVFormatContext>?
    let code = avformat_alloc_output_context2(&context, nil, format, file.path)
    guard let context else {
      throw .cannotOpen(path: file.path, reason: EncodeError.sentence(code: code))
    }
    self.context = context
    self.file = file
    context.pointee.pb = file.context
    context.pointee.flags |= AVFMT_FLAG_CUSTOM_IO
    context.pointee.flush_packets = 1
  }

  deinit { avformat_free_context(context) }

  /// Whether encoders put their parameters before the file instead of into each key frame.
  var wantsGlobalHeader: Bool { context.pointee.oformat.pointee.flags & AVFMT_GLOBALHEADER != 0 }

  func addStream(_ encoder: Encoder) throws(EncodeError) -> Int32 {
    guard let stream = avformat_new_stream(context, nil) else {
      preconditionFailure("no memory for a stream")
    }
    stream.pointee.time_base = encoder.context.pointee.time_base
    stream.pointee.avg_frame_rate = encoder.context.pointee.framerate
    let code = avcodec_parameters_from_context(stream.pointee.codecpar, encoder.context)
    guard code >= 0 else { throw .encoder(name: encoder.name, reason: EncodeError.sentence(code: code)) }
    return stream.pointee.index
  }

  func tag(_ tags: [(String, String)]) {
    for (key, value) in tags { av_dict_set(&context.pointee.metadata, key, value, 0) }
  }

  /// Chapters reach from their start to the next.
  func addChapters(_ chapters: [Chapter], sampleFrames: Int64) {
    let starts = chapters.map(\.sampleFrames)
    for (i, chapter) in chapters.enumerated() {
      let end = i + 1 < starts.count ? starts[i + 1] : sampleFrames
      guard end > chapter.sampleFrames else { continue }
      _ = k_encode_add_chapter(
        context, chapter.sampleFrames, end, AVRational(num: 1, den: 48_000), chapter.title)
    }
  }

  func begin(options: [(String, String)]) throws(EncodeError) {
    var dictionary: OpaquePointer?
    for (key, value) in options { av_dict_set(&dictionary, key, value, 0) }
    let code = avformat_write_header(context, &dictionary)
    av_dict_free(&dictionary)
    try check(code)
    isOpen = true
  }

  /// - Parameter base: of the packet's times; those of the file may differ.
  func write(
    _ packet: UnsafeMutablePointer<AVPacket>, to stream: Int32, from base: AVRational
  ) throws(EncodeError) {
    packet.pointee.stream_index = stream
    av_packet_rescale_ts(packet, base, k_encode_stream(context, stream).pointee.time_base)
    try check(av_interleaved_write_frame(context, packet))
  }

  func end() throws(EncodeError) {
    guard isOpen else { return }
    isOpen = false
    try check(av_write_trailer(context))
    avio_flush(file.context)
    if file.failure != 0 { throw .writing(file.path, errno: file.failure) }
  }

  private func check(_ code: Int32) throws(EncodeError) {
    if file.failure != 0 { throw .writing(file.path, errno: file.failure) }
    guard code >= 0 else { throw .cannotWrite(path: file.path, reason: EncodeError.sentence(code: code)) }
  }
}
