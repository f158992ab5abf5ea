/// The two shading languages Kinora speaks, better one first.
enum ShaderDialect: CaseIterable {
  /// GLSL 3.30 core.
  case core
  /// GLSL ES 3.00.
  case embedded

  var version: String {
    switch self {
    case .core: "#version 330 core\n"
    case .embedded: "#version 300 es\n"
    }
  }

  var precision: String {
    switch self {
    case .core: ""
    case .embedded:
      "precision highp float;\nprecision highp int;\nprecision highp sampler2D;\nprecision highp sampler3D;\n"
    }
  }
}

/// How hard we try: each rung changes more of a file than the one before.
enum ShaderRung: CaseIterable {
  /// The file as it is.
  case strict
  /// With extensions that allow more implicit conversions. Not first: they make `sample` a keyword.
  case extended
  /// With words renamed that became keywords after the file was written.
  case renamed
}
