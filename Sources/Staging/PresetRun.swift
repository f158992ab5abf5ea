import CGL
import Music
import Scenery

/// One stay of a preset on stage: its buffers, its inputs, its count of frames.
///
/// Starts with cleared buffers; its picture depends on the frames it was given and on nothing else.
final class PresetRun {
  /// What one frame needs to know.
  struct Frame {
    /// The picture's size.
    var size: PixelSize
    /// Seconds since the entrance.
    var time: Double
    var signals: Signals
    /// Seconds of the stream, for shaders that ask for a time of day.
    var streamSeconds: Double
    /// Pictures for image inputs, by name.
    var images: [String: Texture] = [:]
    /// For transitions.
    var progress: Float?
    /// Draws one pixel only: everything is compiled and nothing is costly.
    var isWarmUp = false
    /// Stops after this pass and returns its picture as white where it is no number.
    var revealedPass: Int?
    /// How many steps below its full look the preset is drawn; as far as it has steps.
    var economy = 0
  }

  /// A pass target: what can be read, and what is being written.
  private struct Buffer {
    var front: Target?
    var back: Target?
    /// Holds a picture of this frame, or one kept from before.
    var isReadable = false

    /// What was written is read from now on.
    mutating func turn() { (front, back) = (back, front) }
  }

  let program: PresetProgram
  private let sounds: SoundTextures
  /// Stand in for whatever isn't there.
  private let spares: SpareTextures
  private var buffers: [Buffer]
  private var output = Buffer()
  private var inputs: BoundInputs
  private var frameIndex: Int32 = 0
  private var lastTime: Double?

  init(_ program: PresetProgram, sounds: SoundTextures, spares: SpareTextures) {
    self.program = program
    self.sounds = sounds
    self.spares = spares
    buffers = program.buffers.map { _ in Buffer() }
    inputs = BoundInputs(program.preset.header, of: program.preset.name)
  }

  /// Draws all passes of one frame and returns the picture, which stays whole until the frame after next.
  func draw(_ frame: Frame) throws(StageError) -> Target {
    let passed = Float(max(0, frame.time - (lastTime ?? frame.time)))
    inputs.step(frame.signals, at: frame.time, seconds: passed)
    let programs = program.programs(economy: frame.economy)
    for (i, shape) in program.buffers.enumerated() where !shape.isPersistent { buffers[i].isReadable = false }
    var picture: Target?
    for (index, pass) in program.passes.enumerated() {
      let isRevealed = frame.revealedPass == index
      glUseProgram(programs[index].program.name)
      setFrameUniforms(programs[index].locations, frame)
      picture = try draw(pass, with: programs[index], frame, reveals: isRevealed)
      if isRevealed { break }
    }
    lastTime = frame.time
    frameIndex &+= 1
    guard let picture else { preconditionFailure("a program has at least one pass") }
    return picture
  }

  // MARK: One pass

  private func draw(
    _ pass: PresetProgram.Pass, with own: PassProgram, _ frame: Frame, reveals: Bool
  ) throws(StageError) -> Target {
    let size = size(of: pass, frame)
    let target = try prepareTarget(of: pass, size: size)
    glUniform2f(own.locations.renderSize, GLfloat(size.width), GLfloat(size.height))
    glUniform1i(own.locations.revealsNaN, reveals ? 1 : 0)
    bindSamplers(of: own, frame, avoiding: target.texture)
    if program.leavesHoles { target.clear() }
    glBindFramebuffer(GLName.framebuffer, target.framebuffer)
    let (width, height) = frame.isWarmUp ? (1, 1) : (size.width, size.height)
    glViewport(0, 0, GLsizei(width), GLsizei(height))
    if pass.drawsPoints {
      drawPoints(frame.isWarmUp ? 1 : program.points(economy: program.nearestTier(economy: frame.economy)))
    } else {
      glDrawArrays(GLName.triangleStrip, 0, 4)
    }
    finish(pass)
    return target
  }

  /// Particles add up: in whatever order they come, the picture is the same.
  private func drawPoints(_ count: Int) {
    glEnable(GLName.blend)
    glBlendFunc(GLName.one, GLName.one)
    // In GLES a point always has the size that its vertex says.
    if program.context.dialect == .core { glEnable(GLName.programPointSize) }
    glDrawArrays(GLName.points, 0, GLsizei(count))
    glDisable(GLName.blend)
  }

  private func size(of pass: PresetProgram.Pass, _ frame: Frame) -> PixelSize {
    func side(_ expression: SizeExpression?, _ whole: Int) -> Int {
      guard let expression else { return whole }
      return expression.pixels(limit: program.context.textureLimit) { name in
        switch name {
        case "WIDTH": Double(frame.size.width)
        case "HEIGHT": Double(frame.size.height)
        default: inputs.number(name)
        }
      }
    }
    return PixelSize(width: side(pass.width, frame.size.width), height: side(pass.height, frame.size.height))
  }

  /// The texture to draw to; what was kept is scaled when the size has changed.
  private func prepareTarget(of pass: PresetProgram.Pass, size: PixelSize) throws(StageError) -> Target {
    let context = program.context
    guard let place = pass.buffer else {
      // The picture on show is never drawn over: a frame that fails leaves it whole.
      if output.back?.size != size { output.back = try Target(context, size: size, format: .colour) }
      guard let target = output.back else { preconditionFailure("just made") }
      return target
    }
    let shape = program.buffers[place]
    let format: TexelFormat = shape.isLight ? .light : shape.isFloat ? .float : .colour
    if shape.isDouble, let kept = buffers[place].front, kept.size != size {
      let scaled = try Target(context, size: size, format: format)
      scaled.take(from: kept)
      buffers[place].front = scaled
    }
    if shape.isPersistent && buffers[place].front == nil {
      buffers[place].front = try Target(context, size: size, format: format)
      buffers[place].isReadable = true
    }
    let written = shape.isDouble ? buffers[place].back : buffers[place].front
    if let written, written.size == size { return written }
    let target = try Target(context, size: size, format: format)
    if shape.isDouble { buffers[place].back = target } else { buffers[place].front = target }
    return target
  }

  /// What was written can be read from now on.
  private func finish(_ pass: PresetProgram.Pass) {
    guard let place = pass.buffer else {
      output.turn()
      return
    }
    if program.buffers[place].isDouble { buffers[place].turn() }
    buffers[place].isReadable = true
  }

  // MARK: Uniforms

  private func setFrameUniforms(_ at: PassProgram.Locations, _ frame: Frame) {
    glUniform1f(at.time, GLfloat(inputs.clocks.time))
    glUniform1f(at.timeDelta, GLfloat(inputs.clocks.passed))
    for (location, time) in zip(at.speedTimes, inputs.clocks.times) { glUniform1f(location, GLfloat(time)) }
    glUniform1f(at.ratio, Float(frame.size.width) / Float(frame.size.height))
    glUniform1i(at.frameIndex, frameIndex)
    // No clock here: the date is fixed, the time of day is the stream's.
    let secondsOfDay = frame.streamSeconds.truncatingRemainder(dividingBy: 86_400)
    glUniform4f(at.date, 2026, 1, 1, GLfloat(secondsOfDay))
    for (place, location) in at.inputs.enumerated() where location >= 0 {
      let value = inputs.values[place]
      set(location, to: inPixels(value, of: place, frame.size) ?? value, firing: inputs.firing[place])
    }
    if let progress = frame.progress,
      let place = program.preset.header.inputs.firstIndex(where: { $0.name == "progress" })
    {
      glUniform1f(at.inputs[place], progress)
    }
  }

  /// A point without a range means pixels; its default and its bindings are shares of the picture (ISF 1).
  private func inPixels(_ value: InputValue, of place: Int, _ size: PixelSize) -> InputValue? {
    let input = program.preset.header.inputs[place]
    guard case .point(let x, let y) = value, input.minimum == 0, input.maximum == 0, max(x, y) <= 1 else {
      return nil
    }
    return .point(x * Float(size.width), y * Float(size.height))
  }

  private func set(_ location: GLint, to value: InputValue, firing: Bool) {
    switch value {
    case .float(let x): glUniform1f(location, x)
    case .bool(let flag): glUniform1i(location, flag ? 1 : 0)
    case .long(let x): glUniform1i(location, x)
    case .event: glUniform1i(location, firing ? 1 : 0)
    case .point(let x, let y): glUniform2f(location, x, y)
    case .wholes(let x, let y): glUniform2i(location, x, y)
    case .triple(let x, let y, let z): glUniform3f(location, x, y, z)
    case .color(let r, let g, let b, let a): glUniform4f(location, r, g, b, a)
    case .image, .audio, .audioFFT, .soundRows: break
    }
  }

  private func bindSamplers(of own: PassProgram, _ frame: Frame, avoiding written: Texture) {
    for (unit, sampler) in own.samplers.enumerated() {
      var texture = texture(of: program.sources[sampler.sampler], frame)
      // Reading what is being written is undefined; such a read finds black.
      if texture === written { texture = spares.blank }
      texture.bind(toUnit: unit)
      if sampler.sizeLocation >= 0 {
        glUniform2f(sampler.sizeLocation, GLfloat(texture.size.width), GLfloat(texture.size.height))
      }
      if sampler.rectLocation >= 0 { glUniform4f(sampler.rectLocation, 0, 0, 1, 1) }
      if sampler.flipLocation >= 0 { glUniform1i(sampler.flipLocation, 0) }
    }
  }

  private func texture(of source: PresetProgram.Source, _ frame: Frame) -> Texture {
    switch source {
    case .buffer(let place):
      (buffers[place].isReadable ? buffers[place].front?.texture : nil) ?? spares.blank
    case .imported(let texture): texture
    case .image(let name): frame.images[name] ?? spare
    case .wave(let width): sounds.texture(.wave, width: width)
    case .spectrum(let width): sounds.texture(.spectrum, width: width)
    case .soundRows: sounds.rows()
    }
  }

  /// For an image input that nobody feeds.
  private var spare: Texture {
    program.preset.header.dialect == .shadertoy ? spares.noise : spares.clouds
  }
}
