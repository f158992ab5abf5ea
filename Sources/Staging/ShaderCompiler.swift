import CGL
import Scenery

/// A linked program; deleted with its last holder.
final class Program {
  /// Whose thread lets it go; another after `move`.
  private(set) var context: GraphicsContext
  let name: GLuint

  init(_ context: GraphicsContext, name: GLuint) {
    self.context = context
    self.name = name
    context.objects.add(1)
  }

  deinit {
    context.makeCurrent()
    glDeleteProgram(name)
    context.objects.add(-1)
  }

  /// Belongs to a context that shares with the one it was made in.
  func move(to context: GraphicsContext) { self.context = context }

  /// Where a uniform is, under its own name or the one that the ladder's last rung gave it; −1 if nowhere.
  func location(_ uniform: String) -> GLint {
    let place = glGetUniformLocation(name, uniform)
    return place >= 0 ? place : glGetUniformLocation(name, ShaderBody.wordMark + uniform)
  }
}

/// What a driver said of a text it refused.
struct CompilerLog: Error {
  var text: String

  /// The first error's line (nil where the log names none), and what it says.
  var firstError: (line: Int?, reason: String) {
    let lines = text.split(separator: "\n").map(String.init)
    let line = lines.first { $0.lowercased().contains("error") } ?? lines.first ?? "no reason given"
    let reason = Self.reason(in: line)
    // Mesa: “0:12(5): error: …”; NVIDIA: “0(12) : error C1008: …”; others: “ERROR: 0:12: …”.
    let place = line.hasPrefix("ERROR: ") ? line.dropFirst(7) : line[...]
    let rest = place.drop { $0.isNumber }
    guard rest.first == ":" || rest.first == "(" else { return (nil, reason) }
    return (Int(rest.dropFirst().prefix { $0.isNumber }), reason)
  }

  /// What stands after the word “error” and its code.
  private static func reason(in line: String) -> String {
    for mark in ["error: ", "ERROR: "] {
      guard let range = line.firstRange(of: mark), range.lowerBound > line.startIndex else { continue }
      return String(line[range.upperBound...])
    }
    return line
  }
}

enum ShaderCompiler {
  /// Climbs the ladder until a rung compiles.
  ///
  /// - Throws: what the first rung complained of that names a line of the file: later ones complain of our own
  ///   changes, and some files trip over our own part first.
  static func compile(
    _ preset: Preset, pass: Int, quality: Int?, in context: GraphicsContext
  ) throws(PresetError) -> Program {
    var complaint: PresetError?
    for rung in ShaderRung.allCases {
      let text = ShaderText(
        preset, pass: pass, quality: quality, dialect: context.dialect, rung: rung)
      do {
        return try program(vertex: text.vertex, fragment: text.fragment, in: context)
      } catch {
        let next = Self.complaint(of: preset, error, text)
        if complaint == nil || (complaint?.line == nil && next.line != nil) { complaint = next }
      }
    }
    throw complaint ?? PresetError(path: preset.path, reason: "The shader doesn't compile.")
  }

  private static func complaint(of preset: Preset, _ log: CompilerLog, _ text: ShaderText) -> PresetError {
    let error = log.firstError
    let reason = String(error.reason.prefix(300))
    let lines = preset.header.shader.split(separator: "\n", omittingEmptySubsequences: false)
    if log.text.contains("isf_main") {
      return PresetError(
        path: preset.path, line: preset.header.shaderLine, reason: "The shader has no “void main()”.")
    }
    if reason.contains("unexpected end of file") {
      let last = lines.lastIndex { !$0.allSatisfy { $0 == " " || $0 == "\t" } } ?? 0
      return PresetError(
        path: preset.path, line: preset.header.shaderLine + last,
        reason: "The shader ends too early: a brace or bracket is still open.")
    }
    guard let place = error.line.flatMap(text.place) else {
      return PresetError(path: preset.path, reason: "The shader doesn't fit Kinora's own part: \(reason)")
    }
    return PresetError(path: place.path, line: place.line, reason: reason)
  }

  static func program(
    vertex: String, fragment: String, in context: GraphicsContext
  ) throws(CompilerLog) -> Program {
    let vertexShader = try shader(vertex, of: GLName.vertexShader)
    defer { glDeleteShader(vertexShader) }
    let fragmentShader = try shader(fragment, of: GLName.fragmentShader)
    defer { glDeleteShader(fragmentShader) }
    let program = Program(context, name: glCreateProgram())
    glAttachShader(program.name, vertexShader)
    glAttachShader(program.name, fragmentShader)
    glLinkProgram(program.name)
    var isLinked: GLint = 0
    glGetProgramiv(program.name, GLName.linkStatus, &isLinked)
    guard isLinked != 0 else {
      var length: GLint = 0
      glGetProgramiv(program.name, GLName.infoLogLength, &length)
      throw CompilerLog(text: log(length) { glGetProgramInfoLog(program.name, $0, nil, $1) })
    }
    return program
  }

  private static func shader(_ text: String, of stage: GLenum) throws(CompilerLog) -> GLuint {
    let name = glCreateShader(stage)
    text.withCString { start in
      var start: UnsafePointer<GLchar>? = start
      glShaderSource(name, 1, &start, nil)
    }
    glCompileShader(name)
    var isCompiled: GLint = 0
    glGetShaderiv(name, GLName.compileStatus, &isCompiled)
    guard isCompiled != 0 else {
      var length: GLint = 0
      glGetShaderiv(name, GLName.infoLogLength, &length)
      let text = log(length) { glGetShaderInfoLog(name, $0, nil, $1) }
      glDeleteShader(name)
      throw CompilerLog(text: text)
    }
    return name
  }

  private static func log(_ length: GLint, _ read: (GLsizei, UnsafeMutablePointer<GLchar>) -> Void) -> String
  {
    guard length > 1 else { return "no reason given" }
    return withUnsafeTemporaryAllocation(of: GLchar.self, capacity: Int(length) + 1) { buffer in
      buffer.initialize(repeating: 0)
      guard let start = buffer.baseAddress else { return "no reason given" }
      read(length, start)
      return String(cString: start)
    }
  }
}
