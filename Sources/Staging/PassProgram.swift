import CGL
import Scenery

/// One pass of a preset, compiled: its program, and where its uniforms and samplers are.
///
/// Each pass has a program of its own in which `PASSINDEX` is a constant: a software rasteriser runs every branch of
/// a shader, taken or not, so that one program for all would make each pass pay for every other (measured on a
/// three-pass scene: 27 → 15 ms).
struct PassProgram {
  /// Where a thing that can be sampled is in this program.
  struct SamplerPlace {
    var sampler: Int
    var location: GLint
    var sizeLocation: GLint
    var rectLocation: GLint
    var flipLocation: GLint
  }

  struct Locations {
    var renderSize: GLint
    var time: GLint
    var timeDelta: GLint
    var frameIndex: GLint
    var date: GLint
    /// Width by height, for gl-transitions.
    var ratio: GLint
    var revealsNaN: GLint
    /// One an input, in the header's order; −1 for textures and for inputs the shader doesn't use.
    var inputs: [GLint]
    /// One a speed: the time that it multiplies.
    var speedTimes: [GLint]
  }

  let program: Program
  let locations: Locations
  let samplers: [SamplerPlace]

  /// - Parameters:
  ///   - pass: ordinal of the pass.
  ///   - quality: what `QUALITY` stands for; nil in presets without steps.
  ///   - textures: names of what can be sampled; the ordinal is the unit's.
  init(
    _ preset: Preset, pass: Int, quality: Int?, textures: [String], in context: GraphicsContext
  ) throws(PresetError) {
    let program = try ShaderCompiler.compile(preset, pass: pass, quality: quality, in: context)
    self.program = program
    locations = Locations(
      renderSize: program.location("RENDERSIZE"), time: program.location("TIME"),
      timeDelta: program.location("TIMEDELTA"), frameIndex: program.location("FRAMEINDEX"),
      date: program.location("DATE"), ratio: program.location("ratio"),
      revealsNaN: program.location("isf_revealsNaN"),
      inputs: preset.header.inputs.map { $0.initial.isTexture ? -1 : program.location($0.name) },
      speedTimes: preset.header.speeds.map { program.location(SpeedFactors.uniform(of: $0)) })
    samplers = textures.enumerated().compactMap { ordinal, name in
      let place = SamplerPlace(
        sampler: ordinal, location: program.location(name),
        sizeLocation: program.location("_\(name)_imgSize"),
        rectLocation: program.location("_\(name)_imgRect"),
        flipLocation: program.location("_\(name)_flip"))
      return place.location >= 0 || place.sizeLocation >= 0 ? place : nil
    }
    guard samplers.count <= Self.samplerLimit else {
      throw PresetError(
        path: preset.path, reason: "A pass reads \(samplers.count) textures; at most \(Self.samplerLimit) go."
      )
    }
    glUseProgram(program.name)
    for (unit, place) in samplers.enumerated() where place.location >= 0 {
      glUniform1i(place.location, GLint(unit))
    }
  }

  static let samplerLimit = 16
}
