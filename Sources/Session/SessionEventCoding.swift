import Directing
import Music
import Scenery

/// The numbers by which record types are known in a file; given out once, never reused.
enum RecordType: UInt16 {
  case header = 1
  case audioSpan = 2
  case gap = 3
  case cue = 5
  case presetAdded = 6
  case mark = 7
  case fault = 9
  case frameCheck = 10
  case end = 11
  case decisionCheck = 12
  case presetRemoved = 13
  case overlay = 20
  case intent = 24
}

extension SessionEvent {
  /// The number of this event's record type.
  var type: UInt16 {
    switch self {
    case .header: RecordType.header.rawValue
    case .audioSpan: RecordType.audioSpan.rawValue
    case .gap: RecordType.gap.rawValue
    case .cue: RecordType.cue.rawValue
    case .presetAdded: RecordType.presetAdded.rawValue
    case .presetRemoved: RecordType.presetRemoved.rawValue
    case .overlay: RecordType.overlay.rawValue
    case .intent: RecordType.intent.rawValue
    case .mark: RecordType.mark.rawValue
    case .fault: RecordType.fault.rawValue
    case .frameCheck: RecordType.frameCheck.rawValue
    case .decisionCheck: RecordType.decisionCheck.rawValue
    case .end: RecordType.end.rawValue
    case .unknown(let type, _): type
    }
  }

  var payload: [UInt8] {
    var out = ByteWriter()
    switch self {
    case .header(let header): out.put(header)
    case .audioSpan(let span):
      out.put(span.first.frames)
      out.put(span.frames)
      out.put(span.sha256)
    case .gap(let frames, let reason):
      out.put(frames)
      out.put(reason.rawValue)
    case .cue(let cue, let origin):
      out.put(origin.rawValue)
      out.put(cue)
    case .presetAdded(let entry): out.put(entry)
    case .presetRemoved(let index): out.put(index.value)
    case .overlay(let entry): out.put(entry)
    case .intent(let intent): out.put(intent)
    case .mark(let text), .fault(let text): out.put(text)
    case .frameCheck(let index, let hash):
      out.put(index)
      out.put(hash)
    case .decisionCheck(let hop, let hash):
      out.put(hop.value)
      out.put(hash)
    case .end(let totals): out.put(totals)
    case .unknown(_, let payload): out.put(raw: payload)
    }
    return out.bytes
  }

  /// Understands a record whose check sum was right.
  init(type: UInt16, payload: ArraySlice<UInt8>) throws(ByteReader.Malformed) {
    var bytes = ByteReader(payload)
    switch RecordType(rawValue: type) {
    case .header: self = .header(try bytes.header())
    case .audioSpan:
      self = .audioSpan(
        AudioSpan(
          first: SampleTime(try bytes.integer()), frames: try bytes.integer(), sha256: try bytes.text()))
    case .gap:
      let frames = try bytes.integer(Int64.self)
      self = .gap(frames: frames, reason: GapReason(rawValue: try bytes.integer()) ?? .unknown)
    case .cue:
      let origin = CueOrigin(rawValue: try bytes.integer()) ?? .auto
      guard let cue = try bytes.cue() else {
        self = .unknown(type: type, payload: Array(payload))
        return
      }
      self = .cue(cue, from: origin)
    case .presetAdded: self = .presetAdded(try bytes.presetEntry())
    case .presetRemoved: self = .presetRemoved(PresetIndex(try bytes.integer()))
    case .overlay: self = .overlay(try bytes.overlayEntry())
    case .intent: self = .intent(try bytes.intent())
    case .mark: self = .mark(try bytes.text())
    case .fault: self = .fault(try bytes.text())
    case .frameCheck: self = .frameCheck(index: try bytes.integer(), hash: try bytes.integer())
    case .decisionCheck:
      self = .decisionCheck(hop: HopIndex(try bytes.integer()), hash: try bytes.integer())
    case .end: self = .end(try bytes.totals())
    case nil: self = .unknown(type: type, payload: Array(payload))
    }
  }
}

extension ByteWriter {
  mutating func put(_ header: SessionHeader) {
    put(header.appVersion)
    put(header.build)
    put(header.schema)
    put(header.seed)
    put(Int32(clamping: header.size.width))
    put(Int32(clamping: header.size.height))
    put(header.framesPerSecond)
    put(header.startUTC)
    put(header.title)
    put(header.renderer)
    put(header.repertoire) { out, entry in out.put(entry) }
  }

  mutating func put(_ entry: PresetEntry) {
    put(entry.index.value)
    put(entry.kind.rawValue)
    put(entry.name)
    put(entry.digest)
    put(entry.licence)
    put(entry.files) { out, file in
      out.put(file.path)
      out.put(file.digest)
    }
  }

  mutating func put(_ entry: OverlayEntry) {
    put(entry.title)
    put(entry.fontFamily)
    put(entry.lyricsOffsetMilliseconds)
    put(entry.creditsSeconds.bitPattern)
    put(entry.files) { out, item in
      out.put(item.role.rawValue)
      out.put(item.file.path)
      out.put(item.file.digest)
    }
  }

  mutating func put(_ totals: SessionTotals) {
    put(totals.sampleFrames)
    put(totals.records)
    put(totals.faults)
    put(totals.refused)
  }
}

extension ByteReader {
  mutating func header() throws(Malformed) -> SessionHeader {
    var header = SessionHeader(
      appVersion: try text(), build: try text(), schema: try integer(), seed: try integer(),
      size: PixelSize(width: Int(try integer(Int32.self)), height: Int(try integer(Int32.self))),
      framesPerSecond: try integer(), startUTC: try text(), title: try text(), renderer: try text())
    header.repertoire = try list(minimumSize: 24) { bytes throws(Malformed) in try bytes.presetEntry() }
    return header
  }

  mutating func presetEntry() throws(Malformed) -> PresetEntry {
    let index = PresetIndex(try integer())
    guard let kind = Preset.Kind(rawValue: try text()) else { throw Malformed() }
    return PresetEntry(
      index: index, kind: kind, name: try text(), digest: try text(), licence: try text(),
      files: try list(minimumSize: 8) { bytes throws(Malformed) in
        PresetFile(path: try bytes.text(), digest: try bytes.text())
      })
  }

  mutating func overlayEntry() throws(Malformed) -> OverlayEntry {
    OverlayEntry(
      title: try text(), fontFamily: try text(), lyricsOffsetMilliseconds: try integer(),
      creditsSeconds: Double(bitPattern: try integer()),
      files: try list(minimumSize: 9) { bytes throws(Malformed) in
        guard let role = OverlayFile.Role(rawValue: try bytes.integer()) else { throw Malformed() }
        return OverlayFile(role: role, file: PresetFile(path: try bytes.text(), digest: try bytes.text()))
      })
  }

  mutating func totals() throws(Malformed) -> SessionTotals {
    SessionTotals(
      sampleFrames: try integer(), records: try integer(), faults: try integer(), refused: try integer())
  }
}
