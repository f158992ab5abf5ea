import Music

/// A picture idea: one ISF 2 file, read and understood, not yet compiled.
public struct Preset: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case scene, filter, transition
    /// A colour table instead of a shader.
    case look
  }

  /// File name without extension; unique in its folder.
  public var name: String
  public var kind: Kind
  /// Path as given, for messages.
  public var path: String
  /// The whole text of the `.fs` file.
  public var source: String
  /// The `.vs` file's text, where there is one.
  public var vertexSource: String?
  /// The text of the side file (`NAME.kinora.json`), where there is one.
  public var sideText: String?
  public var header: PresetHeader
  /// The library files named under `uses`, in that order: their functions stand before the shader's own.
  public var library: [LibraryFile]
  /// SHA-256 of everything that makes the picture (the texts, the side file and the library files used), lower-case hex.
  public var digest: String
  /// A look's colours; nil for shaders.
  public var table: ColourTable?
  /// The same without the side file: what a measurement was made of.
  public var ownDigest: String

  public init(
    name: String, kind: Kind, path: String, source: String, vertexSource: String? = nil,
    sideText: String? = nil, header: PresetHeader, library: [LibraryFile] = [], digest: String,
    ownDigest: String? = nil, table: ColourTable? = nil
  ) {
    self.name = name
    self.kind = kind
    self.path = path
    self.source = source
    self.vertexSource = vertexSource
    self.sideText = sideText
    self.header = header
    self.library = library
    self.digest = digest
    self.table = table
    self.ownDigest = ownDigest ?? digest
  }
}

/// GLSL functions that presets share: one file of `Presets/Library`.
public struct LibraryFile: Sendable, Equatable {
  /// File name without extension, as presets name it.
  public var name: String
  public var source: String

  public init(name: String, source: String) {
    self.name = name
    self.source = source
  }

  /// Whether a vertex shader can have it: it asks for nothing of the pixels beside.
  public var isForAnyStage: Bool { !["fwidth(", "dFdx(", "dFdy("].contains(where: source.contains) }

  /// What messages call the file.
  public var path: String { "Library/\(name).glsl" }
}

/// The JSON header of an ISF file, with our own part under `KINORA`.
public struct PresetHeader: Sendable, Equatable {
  /// Whose conventions the shader follows.
  public enum Dialect: Sendable, Equatable { case isf, glTransition, shadertoy }

  public var dialect = Dialect.isf
  public var description = ""
  public var credit = ""
  public var inputs: [PresetInput] = []
  public var passes: [PresetPass] = []
  /// Image files loaded beside the preset: uniform name → path relative to the file.
  public var imports: [PresetImport] = []
  /// Line of the file on which the GLSL begins, counted from 1.
  public var shaderLine = 1
  /// The GLSL after the header comment.
  public var shader = ""
  /// Inputs that the shader multiplies TIME by: the host keeps their product from jumping.
  public var speeds: [String] = []
  public var kinora = KinoraHeader()

  public init() {}

  /// Image inputs that neither a convention nor the file itself feeds: they get another scene's picture.
  ///
  /// None for Shadertoy's channels: those expect noise.
  public var openImages: [String] {
    guard dialect == .isf else { return [] }
    let own = kinora.clip == nil ? [] : ["clip"]
    let fed = ["inputImage", "startImage", "endImage"] + own + kinora.feeds.map(\.input)
    return inputs.filter { $0.initial == .image && !fed.contains($0.name) }.map(\.name)
  }
}

public struct PresetImport: Sendable, Equatable {
  public var name: String
  public var path: String
  /// The five further sides of a cube map (+x is `path`, then −x, +y, −y, +z, −z); empty for a plain image.
  public var sides: [String]

  public init(name: String, path: String, sides: [String] = []) {
    self.name = name
    self.path = path
    self.sides = sides
  }

  public var isCube: Bool { !sides.isEmpty }

  /// Every file of it, in the order above.
  public var paths: [String] { [path] + sides }
}

/// A value of an input, by its ISF type.
public enum InputValue: Sendable, Equatable {
  case float(Float)
  case bool(Bool)
  case long(Int32)
  case event
  case point(Float, Float)
  /// Two whole numbers; gl-transitions have such.
  case wholes(Int32, Int32)
  /// Three numbers; gl-transitions have such.
  case triple(Float, Float, Float)
  case color(Float, Float, Float, Float)
  case image
  /// Spectrum and wave as Shadertoy gives them: two rows of 512.
  case soundRows
  /// An audio texture wanted with this many samples or bins.
  case audio(width: Int)
  case audioFFT(width: Int)
}

public struct PresetInput: Sendable, Equatable {
  public var name: String
  public var label: String
  /// Type and default in one.
  public var initial: InputValue
  /// For floats, 0 and 1 where the file is silent. For points both 0 where it is: such a point is in pixels.
  public var minimum: Float
  public var maximum: Float
  /// For `long`: the values of the pop-up.
  public var values: [Int32]

  public init(
    name: String, label: String = "", initial: InputValue, minimum: Float = 0, maximum: Float = 1,
    values: [Int32] = []
  ) {
    self.name = name
    self.label = label
    self.initial = initial
    self.minimum = minimum
    self.maximum = maximum
    self.values = values
  }
}

public struct PresetPass: Sendable, Equatable {
  public var target: String?
  public var isPersistent: Bool
  public var isFloat: Bool
  /// Size expressions as in the file; nil = the output's.
  public var width: String?
  public var height: String?

  public init(
    target: String? = nil, isPersistent: Bool = false, isFloat: Bool = false, width: String? = nil,
    height: String? = nil
  ) {
    self.target = target
    self.isPersistent = isPersistent
    self.isFloat = isFloat
    self.width = width
    self.height = height
  }
}

/// What the header says to Kinora alone; other hosts ignore it.
public struct KinoraHeader: Sendable, Equatable {
  public var subject = ""
  public var domain = ""
  /// SPDX identifier.
  public var licence = "NOASSERTION"
  /// Library files whose functions the shader uses, by name.
  public var uses: [String] = []
  /// Where in the mood plane the preset feels at home, and how far from there it may be shown.
  public var valence: Float = 0
  public var arousal: Float = 0
  public var reach: Float = 2
  /// What drives the inputs, whoever said so: the header, a side file, or the inputs' names.
  public var bindings: [Binding] = []
  /// Image inputs that show another preset's picture.
  public var feeds: [ImageFeed] = []
  /// The film, still or camera that the image input “clip” shows.
  public var clip: Clip?
  /// Measured cost of a picture as a multiple of the reference shader's, the full look's first and then each cheaper
  /// step's; empty where nobody measured.
  public var costs: [Float] = []
  /// How many cheaper versions of its look the shader can show (`QUALITY`, from this number down to 0).
  public var steps = 0
  /// What an invented scene was made from, as JSON; empty for all others.
  public var genome = ""
  /// Words for pictures that a transition goes well with.
  public var fits: [String] = []
  /// Passes that draw particles instead of the whole picture.
  public var points: PresetPoints?

  public init() {}
}

/// Particles: a pass into this target runs the vertex shader once for each and adds them up.
public struct PresetPoints: Sendable, Equatable {
  public var target: String
  /// How many, in the full look and each cheaper one; ascending economy.
  public var counts: [Int]

  /// More than this are refused.
  public static let limit = 1 << 20

  public init(target: String, counts: [Int]) {
    self.target = target
    self.counts = counts
  }

  /// - Parameter economy: steps below the full look.
  public func count(economy: Int) -> Int { counts[min(max(0, economy), counts.count - 1)] }
}

/// A scene whose picture an image input shows.
public struct ImageFeed: Sendable, Equatable {
  public var input: String
  /// Name of the scene.
  public var scene: String

  public init(input: String, scene: String) {
    self.input = input
    self.scene = scene
  }
}
