/// Reads the text of an ISF file (or its version 1) into a `Preset`: header understood, GLSL untouched.
///
/// Pure: whoever calls opens the files. Tolerant where files in the wild are sloppy, strict where a mistake
/// would show on stage; every complaint names the file and the line.
public enum PresetParser {
  /// Larger headers and shaders than these are refused unread.
  public static let headerLimit = 1 << 20  // bytes
  public static let shaderLimit = 256 << 10  // bytes

  /// - Parameters:
  ///   - text: the whole `.fs` file.
  ///   - vertexText: the whole `.vs` file beside it, if there is one.
  ///   - path: of the `.fs` file, for messages and for the preset's name.
  ///   - sideText: the whole side file (`SideFile`), if there is one.
  ///   - kind: what the folder says it should be; nil = whatever its inputs say.
  ///   - library: the shared GLSL files, name → text.
  public static func parse(
    text: String, vertexText: String? = nil, sideText: String? = nil, path: String, kind: Preset.Kind? = nil,
    library: [String: String] = [:]
  ) throws(PresetError) -> Preset {
    var header: PresetHeader
    var files: [LibraryFile] = []
    if let parts = try split(text, path: path) {
      let json = try json(of: parts, path: path)
      header = try isfHeader(parts, json, path: path)
      files = try libraryFiles(for: header, in: library, json: json, path: path)
    } else {
      header = try foreignHeader(text, path: path)
    }
    let found = header.kind
    if let kind { try check(header, is: kind, path: path) }
    try lint(header, vertexText: vertexText, files: files, path: path)
    let texts = [text, vertexText ?? ""] + files.map(\.source)
    let ownDigest = digest(of: texts)
    let side = try sideText.map { text throws(PresetError) in
      try SideFile(text, path: SideFile.path(of: path), header: header)
    }
    modulate(&header, kind: kind ?? found, vertexText: vertexText, digest: ownDigest, side: side)
    return Preset(
      name: name(ofPath: path), kind: kind ?? found, path: path, source: text, vertexSource: vertexText,
      sideText: sideText, header: header, library: files,
      digest: sideText.map { digest(of: texts + [$0]) } ?? ownDigest, ownDigest: ownDigest)
  }

  /// Reads a `.cube` file.
  public static func parseLook(text: String, path: String) throws(PresetError) -> Preset {
    let table = try CubeParser.parse(text: text, path: path)
    var header = PresetHeader()
    header.description = table.title
    return Preset(
      name: name(ofPath: path), kind: .look, path: path, source: text, header: header,
      digest: digest(of: [text]), table: table)
  }

  private static func json(of parts: Parts, path: String) throws(PresetError) -> JSONNode {
    do {
      return try JSONReader.read(parts.json, line: parts.jsonLine)
    } catch {
      throw PresetError(path: path, line: error.line, reason: "The header is not JSON: \(error.reason).")
    }
  }

  private static func isfHeader(
    _ parts: Parts, _ json: JSONNode, path: String
  ) throws(PresetError) -> PresetHeader {
    var reader = PresetHeaderReader(path: path, json: json)
    var header = try reader.header()
    header.shader = parts.shader
    header.shaderLine = parts.shaderLine
    return header
  }

  /// The header of a file that has none: a gl-transition or a Shadertoy pass.
  private static func foreignHeader(_ text: String, path: String) throws(PresetError) -> PresetHeader {
    let shader = String(decoding: withUnixLineEnds(text), as: UTF8.self)
    guard shader.utf8.count <= shaderLimit else {
      throw PresetError(path: path, line: 1, reason: "The shader is larger than 256 KiB.")
    }
    guard let foreign = ForeignShader(shader) else {
      throw PresetError(
        path: path, line: 1,
        reason: "No ISF header: the file must begin with a comment that holds JSON, /*{ … }*/; or define "
          + "“vec4 transition(vec2 uv)” (gl-transitions) or “void mainImage(…)” (Shadertoy).")
    }
    var header = try foreign.header(path: path)
    header.shader = shader
    return header
  }

  /// File name without folders and extension.
  static func name(ofPath path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }

  /// Each text is preceded by its length, so that no two lists of texts look alike.
  private static func digest(of texts: [String]) -> String {
    var bytes: [UInt8] = []
    for text in texts {
      bytes.append(contentsOf: "\(text.utf8.count)\n".utf8)
      bytes.append(contentsOf: text.utf8)
    }
    return SHA256.hex(of: bytes)
  }

  private static func check(
    _ header: PresetHeader, is kind: Preset.Kind, path: String
  ) throws(PresetError) {
    let found = header.kind
    guard found != kind else { return }
    let wanted =
      switch kind {
      case .scene: "A scene has no image input “inputImage” and no “startImage” with “endImage”"
      case .filter: "A filter needs an image input “inputImage”"
      case .transition: "A transition needs image inputs “startImage” and “endImage” and a float “progress”"
      case .look: "A look is a .cube file"
      }
    throw PresetError(
      path: path, line: 1, reason: "\(wanted); this file is a \(found.rawValue). Move it to its folder.")
  }

  private static func libraryFiles(
    for header: PresetHeader, in library: [String: String], json: JSONNode, path: String
  ) throws(PresetError) -> [LibraryFile] {
    var files: [LibraryFile] = []
    for name in header.kinora.uses where !files.contains(where: { $0.name == name }) {
      guard let source = library[name] else {
        let known = library.keys.sorted().joined(separator: ", ")
        throw PresetError(
          path: path, line: json["KINORA"]?["uses"]?.line,
          reason: "“uses” names the library file “\(name)”, which isn't there. Known: \(known).")
      }
      files.append(LibraryFile(name: name, source: source))
    }
    return files
  }

  private static func lint(
    _ header: PresetHeader, vertexText: String?, files: [LibraryFile], path: String
  ) throws(PresetError) {
    for file in files {
      if let complaint = ShaderLint.complaint(about: file.source, firstLine: 1) {
        throw PresetError(path: file.path, line: complaint.line, reason: complaint.reason)
      }
    }
    if let complaint = ShaderLint.complaint(about: header.shader, firstLine: header.shaderLine) {
      throw PresetError(path: path, line: complaint.line, reason: complaint.reason)
    }
    guard let vertexText else { return }
    if let complaint = ShaderLint.complaint(about: vertexText, firstLine: 1) {
      throw PresetError(path: vertexPath(of: path), line: complaint.line, reason: complaint.reason)
    }
  }

  /// The `.vs` file that belongs to a `.fs` file.
  public static func vertexPath(of path: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return path + ".vs" }
    return path[..<dot] + ".vs"
  }
}

extension PresetParser {
  private struct Parts {
    var json: ArraySlice<UInt8>
    var jsonLine: Int
    var shader: String
    var shaderLine: Int
  }

  /// Finds the first comment that holds an object; the GLSL is everything after it. nil where there is none.
  private static func split(_ text: String, path: String) throws(PresetError) -> Parts? {
    guard text.utf8.count <= headerLimit + shaderLimit else {
      throw PresetError(
        path: path, reason: "The file has \(text.utf8.count) bytes; a preset has at most 1 MiB of header.")
    }
    let bytes = withUnixLineEnds(text)
    var at = 0
    while let open = find("/*", in: bytes, from: at) {
      guard let close = find("*/", in: bytes, from: open + 2) else { break }
      let content = bytes[(open + 2)..<close]
      at = close + 2
      guard content.first(where: { $0 > UInt8(ascii: " ") }) == UInt8(ascii: "{") else { continue }
      return try parts(of: bytes, content: content, end: at, path: path)
    }
    return nil
  }

  private static func parts(
    of bytes: [UInt8], content: ArraySlice<UInt8>, end: Int, path: String
  ) throws(PresetError) -> Parts {
    guard content.count <= headerLimit else {
      throw PresetError(path: path, line: 1, reason: "The header is larger than 1 MiB.")
    }
    guard bytes.count - end <= shaderLimit else {
      throw PresetError(path: path, line: 1, reason: "The shader is larger than 256 KiB.")
    }
    let shader = String(decoding: bytes[end...], as: UTF8.self)
    guard bytes[end...].contains(where: { $0 > UInt8(ascii: " ") }) else {
      throw PresetError(path: path, line: 1, reason: "No GLSL follows the header.")
    }
    return Parts(
      json: content, jsonLine: lines(in: bytes[..<content.startIndex]), shader: shader,
      shaderLine: lines(in: bytes[..<end]))
  }

  /// The line, counted from 1, on which the bytes end.
  private static func lines(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
  }

  private static func find(_ mark: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    let first = mark.utf8Start[0]
    let second = mark.utf8Start[1]
    var at = start
    while at + 1 < bytes.count {
      if bytes[at] == first && bytes[at + 1] == second { return at }
      at += 1
    }
    return nil
  }

  /// CR LF and a lone CR become LF; NUL becomes a blank, which no compiler trips over.
  private static func withUnixLineEnds(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\r") {
        bytes.append(UInt8(ascii: "\n"))
      } else if byte == 0 {
        bytes.append(UInt8(ascii: " "))
      } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
        bytes.append(byte)
      }
      previous = byte
    }
    return bytes
  }
}

extension PresetHeader {
  /// What the inputs make of a file, by the convention of ISF.
  var kind: Preset.Kind {
    func hasImage(_ name: String) -> Bool { inputs.contains { $0.name == name && $0.initial == .image } }
    let hasProgress = inputs.contains {
      if case .float = $0.initial { return $0.name == "progress" }
      return false
    }
    if hasImage("inputImage") { return .filter }
    return hasImage("startImage") && hasImage("endImage") && hasProgress ? .transition : .scene
  }
}
