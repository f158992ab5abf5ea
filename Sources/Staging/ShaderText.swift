import Scenery

/// The two texts that a driver compiles for one preset, and the way back from their lines to the files'.
///
/// Every part stands behind a `#line` with a million lines of its own: the user's shader, the vertex shader
/// beside it, each library file. (GLSL has source numbers for that; Mesa reports most errors without them.)
struct ShaderText {
  private(set) var vertex = ""
  private(set) var fragment = ""
  /// Ordinal of a part → path of its file.
  private var paths: [Int: String] = [:]

  /// Parts of the text; library files follow the named ones.
  private enum Part {
    static let fragment = 0
    static let vertex = 1
    static let firstLibrary = 2
    /// What the host writes itself.
    static let host = 900
    static let lines = 1_000_000
  }

  private let preset: Preset
  private let dialect: ShaderDialect
  private let rung: ShaderRung
  /// Ordinal of the pass that this text is for.
  private let pass: Int
  private let quality: Int?

  init(_ preset: Preset, pass: Int, quality: Int? = nil, dialect: ShaderDialect, rung: ShaderRung) {
    self.pass = pass
    self.quality = quality
    self.preset = preset
    self.dialect = dialect
    self.rung = rung
    paths[Part.fragment] = preset.path
    paths[Part.vertex] = PresetParser.vertexPath(of: preset.path)
    for (ordinal, file) in preset.library.enumerated() { paths[Part.firstLibrary + ordinal] = file.path }
    fragment = assembleFragment()
    vertex = assembleVertex()
  }

  /// The file and line that a line of a compiler's message means; nil for the host's own text.
  func place(ofLine line: Int) -> (path: String, line: Int)? {
    paths[line / Part.lines].map { ($0, line % Part.lines) }
  }

  private func lineMark(_ line: Int, of part: Int) -> String { "#line \(part * Part.lines + line)\n" }

  // MARK: Fragment

  private func assembleFragment() -> String {
    var body = ShaderBody(preset.header.shader, rung: rung, speeds: preset.header.speeds)
    body.takeBack(hostNames)
    let outputs = preset.header.dialect == .isf ? body.takeOutputs() : []
    var text = head(extensions: body.extensions)
    text += "#define varying in\n"
    text += dialect == .core ? "layout(location = 0) out vec4 isf_FragColor;\n" : "out vec4 isf_FragColor;\n"
    text += "in vec2 isf_FragNormCoord;\nuniform bool isf_revealsNaN;\n"
    text += uniforms(body) + images(sample: "texture(s, uv)")
    text += main(outputs: outputs, writesFragCoord: body.writesFragCoord) + given
    text += libraryText { _ in true }
    text += "#define main isf_main\n"
    text += lineMark(preset.header.shaderLine, of: Part.fragment) + body.text + "\n"
    return text + lineMark(1, of: Part.host) + ending
  }

  /// Calls the preset's own main. What is no number becomes black there, before a feedback keeps it for ever.
  /// (No `mix` here: files exist that define their own.)
  private func main(outputs: [String], writesFragCoord: Bool) -> String {
    var text = ""
    for name in outputs { text += name == "isf_FragData" ? "vec4 isf_FragData[1];\n" : "vec4 \(name);\n" }
    if writesFragCoord { text += "vec4 isf_FragCoord;\n" }
    text += "void isf_main();\nvoid main() {\n  isf_FragColor = vec4(0.0);\n"
    if writesFragCoord { text += "  isf_FragCoord = gl_FragCoord;\n" }
    for name in outputs {
      text += name == "isf_FragData" ? "  isf_FragData[0] = vec4(0.0);\n" : "  \(name) = vec4(0.0);\n"
    }
    text += "  isf_main();\n"
    if let name = outputs.first {
      text += name == "isf_FragData" ? "  isf_FragColor = isf_FragData[0];\n" : "  isf_FragColor = \(name);\n"
    }
    text += """
        bvec4 isSound = lessThanEqual(abs(isf_FragColor), vec4(1e30));
        isf_FragColor = vec4(
          isSound.x ? isf_FragColor.x : 0.0, isSound.y ? isf_FragColor.y : 0.0,
          isSound.z ? isf_FragColor.z : 0.0, isSound.w ? isf_FragColor.w : 0.0);
        if (isf_revealsNaN) isf_FragColor = vec4(vec3(all(isSound) ? 0.0 : 1.0), 1.0);
      }

      """
    return text
  }

  /// What the file's own ecosystem promises it.
  private var given: String {
    switch preset.header.dialect {
    case .isf: ""
    case .glTransition:
      """
      uniform float ratio;
      vec4 getFromColor(vec2 uv) { return IMG_NORM_PIXEL(startImage, uv); }
      vec4 getToColor(vec2 uv) { return IMG_NORM_PIXEL(endImage, uv); }

      """
    case .shadertoy:
      """
      #define iResolution vec3(RENDERSIZE, 1.0)
      #define iTime TIME
      #define iGlobalTime TIME
      #define iTimeDelta TIMEDELTA
      #define iFrame FRAMEINDEX
      #define iFrameRate (1.0 / max(TIMEDELTA, 0.001))
      #define iMouse vec4(0.0)
      #define iDate vec4(DATE.x, DATE.y - 1.0, DATE.zw)
      #define iSampleRate 48000.0
      #define iChannelTime float[4](TIME, TIME, TIME, TIME)
      #define iChannelResolution vec3[4](vec3(256.0), vec3(256.0), vec3(256.0), vec3(256.0))

      """
    }
  }

  /// Behind the file: its macros can't change what calls it.
  private var ending: String {
    switch preset.header.dialect {
    case .isf: ""
    case .glTransition:
      "void isf_main() { isf_FragColor = vec4(transition(isf_FragNormCoord).rgb, 1.0); }\n"
    case .shadertoy:
      """
      void isf_main() {
        vec4 isf_shadertoyColor = vec4(0.0);
        mainImage(isf_shadertoyColor, gl_FragCoord.xy);
        isf_FragColor = vec4(isf_shadertoyColor.rgb, 1.0);
      }

      """
    }
  }

  // MARK: Vertex

  private func assembleVertex() -> String {
    var body = ShaderBody(preset.vertexSource ?? "", rung: rung, speeds: preset.header.speeds)
    body.takeBack(hostNames)
    var text = head(extensions: body.extensions)
    text += "#define varying out\nout vec2 isf_FragNormCoord;\n"
    text += uniforms(body) + images(sample: "textureLod(s, uv, 0.0)")
    // Four corners at exactly ±1: files exist that move or test them one by one.
    text += """
      void isf_vertShaderInit() {
        isf_FragNormCoord = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
        gl_Position = vec4(isf_FragNormCoord * 2.0 - 1.0, 0.0, 1.0);
      }

      """
    guard preset.vertexSource != nil else { return text + "void main() { isf_vertShaderInit(); }\n" }
    _ = body.takeOutputs()
    text += libraryText(where: \.isForAnyStage)
    return text + lineMark(1, of: Part.vertex) + body.text + "\n"
  }

  // MARK: What both stages share

  private func libraryText(where isWanted: (LibraryFile) -> Bool) -> String {
    preset.library.enumerated().filter { isWanted($0.element) }.map { ordinal, file in
      lineMark(1, of: Part.firstLibrary + ordinal) + file.source + "\n"
    }.joined()
  }

  private func head(extensions: [String]) -> String {
    var text = dialect.version
    for line in extensions { text += line + "\n" }
    if rung == .extended && dialect == .core {
      text += "#extension GL_ARB_shading_language_420pack : enable\n#extension GL_ARB_gpu_shader5 : enable\n"
    }
    text += lineMark(1, of: Part.host) + dialect.precision
    text += """
      #define attribute in
      #define texture2D texture
      #define texture2DLod textureLod
      #define texture2DProj textureProj
      #define textureCube texture
      #define texture2DRect(s, c) texture(s, (c) / vec2(textureSize(s, 0)))
      #define vv_FragNormCoord isf_FragNormCoord
      #define vv_vertShaderInit isf_vertShaderInit

      """
    return text
  }

  /// Everything that the host declares and some files declare once more.
  private var hostNames: Set<String> {
    if preset.header.dialect == .glTransition { return ["progress", "ratio", "from", "to"] }
    let own = ["PASSINDEX", "RENDERSIZE", "TIME", "TIMEDELTA", "FRAMEINDEX", "DATE"]
    let varyings = ["isf_FragNormCoord", "vv_FragNormCoord"]
    return Set(own + varyings + preset.textureNames + preset.header.inputs.map(\.name))
  }

  private func uniforms(_ body: ShaderBody) -> String {
    var text = """
      const int PASSINDEX = \(pass);
      uniform vec2 RENDERSIZE;
      uniform float TIME;
      uniform float TIMEDELTA;
      uniform int FRAMEINDEX;
      uniform vec4 DATE;

      """
    var declared: Set<String> = []
    func declare(_ type: String, _ name: String) {
      guard declared.insert(name).inserted else { return }
      let word = rung == .renamed ? ShaderBody.renamed(name, next: "") ?? name : name
      text += "uniform \(type) \(word);\n"
      guard type == "sampler2D" else { return }
      text += "uniform vec2 _\(name)_imgSize;\nuniform vec4 _\(name)_imgRect;\nuniform bool _\(name)_flip;\n"
    }
    // Parameters of gl-transitions stand in the file as uniforms.
    let isTransition = preset.header.dialect == .glTransition
    let inputs = isTransition ? preset.header.inputs.prefix(3) : preset.header.inputs[...]
    let textures = isTransition ? ["startImage", "endImage"] : preset.textureNames
    let cubes = preset.header.imports.filter(\.isCube).map(\.name)
    for name in textures { declare(cubes.contains(name) ? "samplerCube" : "sampler2D", name) }
    for input in inputs { declare(input.initial.glslType, input.name) }
    for speed in preset.header.speeds { text += "uniform float \(SpeedFactors.uniform(of: speed));\n" }
    if let quality { text += "#define QUALITY \(quality)\n" }
    if let points = preset.header.kinora.points {
      let economy = quality.map { preset.header.kinora.steps - $0 } ?? 0
      text += "#define POINTS \(points.count(economy: economy))\n"
    }
    return text + body.aliases
  }

  private func images(sample: String) -> String {
    """
    vec4 IMG_NORM_PIXEL(sampler2D s, vec2 uv) { return \(sample); }
    vec4 IMG_NORM_PIXEL(sampler2D s, vec2 uv, float bias) { return \(sample); }
    vec4 IMG_PIXEL(sampler2D s, vec2 at) { return IMG_NORM_PIXEL(s, at / vec2(textureSize(s, 0))); }
    vec4 IMG_PIXEL(sampler2D s, vec2 at, float bias) { return IMG_PIXEL(s, at); }
    vec4 IMG_THIS_PIXEL(sampler2D s) { return IMG_NORM_PIXEL(s, isf_FragNormCoord); }
    vec4 IMG_THIS_NORM_PIXEL(sampler2D s) { return IMG_NORM_PIXEL(s, isf_FragNormCoord); }
    vec4 IMG_NORM_THIS_PIXEL(sampler2D s) { return IMG_NORM_PIXEL(s, isf_FragNormCoord); }
    vec2 IMG_SIZE(sampler2D s) { return vec2(textureSize(s, 0)); }

    """
  }
}

extension Preset {
  /// Names of everything that can be sampled: pass targets, imported images, image and audio inputs.
  var textureNames: [String] {
    header.passes.compactMap(\.target) + header.imports.map(\.name)
      + header.inputs.filter(\.initial.isTexture).map(\.name)
  }
}

extension InputValue {
  var glslType: String {
    switch self {
    case .float: "float"
    case .bool, .event: "bool"
    case .long: "int"
    case .point: "vec2"
    case .color: "vec4"
    case .wholes: "ivec2"
    case .triple: "vec3"
    case .image, .audio, .audioFFT, .soundRows: "sampler2D"
    }
  }
}
