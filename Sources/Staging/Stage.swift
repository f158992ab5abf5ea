import CGL
import Music
import Scenery

/// Where plans become pictures. Main thread only; nothing here ever stops a show.
///
/// Scenes are drawn at the internal `size`; one last pass scales to the output. A scene that isn't ready or
/// that fails is replaced by the last good picture, and `faults` tells which and why.
public final class Stage {
  let window: Window
  let master: MasterPass
  let sounds: SoundTextures
  let spares: SpareTextures
  let finishPass: FinishPass
  let images: ImageLoading?
  private let compiler: PresetCompiler
  /// Compiles beside the show, where it was asked to.
  var beside: CompilerThread?
  /// What is being compiled, by ticket.
  var ordered: [Int: Order] = [:]
  var tickets = 0

  /// Size at which scenes are drawn, in pixels.
  ///
  /// A new size costs one frame of scaling. On software renderers a side that becomes, or ceases to be, a
  /// power of two makes the driver compile every shader again (0.2 s a scene): step through `smoothSize`.
  public var size: PixelSize {
    didSet { size = clamped(size) }
  }
  /// How many steps below its full look each scene is drawn, as far as it has such steps; 0 = as it was meant.
  public var economy = 0
  /// A fixed size of the finished picture, whatever the window's; nil = the window's own.
  public var fixedOutput: PixelSize?

  var programs: [PresetIndex: PresetProgram] = [:]
  /// Of the repertoire before this one.
  var shelf: [PresetProgram] = []
  /// When each preset was last wanted, in an order without a clock.
  var lastUse: [PresetIndex: Int] = [:]
  var uses = 0
  /// Presets that failed while drawing; they rest until they are prepared again.
  var resting: Set<PresetIndex> = []
  var runs: [AppearanceKey: PresetRun] = [:]
  var transition: TransitionRun?
  /// The last scene picture that came out well.
  var lastGood: Target?
  var overlays: OverlayPass?
  /// Where scenes that show a clip get its pictures from.
  public var clips: (any ClipSource)?
  var clipSheets: [AppearanceKey: ClipSheet] = [:]
  var looks: [PresetIndex: LookTexture] = [:]
  var filterRuns: [AppearanceKey: PresetRun] = [:]
  var feedRuns: [FeedKey: PresetRun] = [:]
  /// Feeds whose failing was told already.
  var toldFeeds: Set<String> = []
  var stepTargets: [StepPlace: Target] = [:]
  /// Kinora's own grade didn't compile here: told once, not tried again.
  var isFinishBroken = false
  private var stillPicture: Target?
  private var output: Target?
  private var pendingFaults: [StageFault] = []
  /// Appearances whose absence was told already.
  private var toldAbsent: Set<AppearanceKey> = []

  /// - Parameters:
  ///   - size: at which scenes are drawn; nil = the window's.
  ///   - images: decodes the images that presets bring along.
  public init(window: Window, size: PixelSize? = nil, images: ImageLoading? = nil) throws(StageError) {
    self.window = window
    self.images = images
    window.context.makeCurrent()
    master = try MasterPass(window.context)
    sounds = SoundTextures(window.context)
    spares = SpareTextures(window.context)
    finishPass = FinishPass(window.context)
    compiler = PresetCompiler(window.context, sounds: sounds, spares: spares, images: images)
    self.size = size ?? window.size
    self.size = clamped(self.size)
    _ = window.context.takeError()
  }

  var context: GraphicsContext { window.context }

  /// What draws, by the driver's own name.
  public var rendererName: String { window.renderer }

  /// Textures, framebuffers and programs alive; constant when nothing leaks.
  public var liveObjects: Int { context.objects.value }

  /// Size of the finished picture: what `readPixels` fills.
  public var outputSize: PixelSize { fixedOutput.map(clamped) ?? window.size }

  /// The size nearest below of which no side is a power of two.
  public static func smoothSize(_ size: PixelSize) -> PixelSize {
    func side(_ length: Int) -> Int { length > 2 && length & (length - 1) == 0 ? length - 1 : length }
    return PixelSize(width: side(size.width), height: side(size.height))
  }

  deinit { beside?.stop() }

  private func clamped(_ size: PixelSize) -> PixelSize {
    let limit = context.textureLimit
    return PixelSize(width: min(max(1, size.width), limit), height: min(max(1, size.height), limit))
  }

  // MARK: Presets

  /// Compiles a preset now and draws one pixel of it, so that its first frame on stage is like any other.
  ///
  /// Takes 5–100 ms a pass, with no cache more. When it fails, what stood under that index before stays ready.
  public func prepare(_ preset: Preset, as index: PresetIndex) throws(PresetError) {
    context.makeCurrent()
    guard preset.kind != .look else { return try prepareLook(preset, as: index) }
    programs[index] = try knownOrCompiled(preset)
    resting.remove(index)
    use(index)
  }

  /// A program that stands, or stood, under another index: from one part of an evening to the next presets change
  /// their places and little else.
  func known(_ preset: Preset) -> PresetProgram? {
    programs.first { $0.value.preset == preset && !resting.contains($0.key) }?.value
      ?? shelf.first { $0.preset == preset }
  }

  func knownOrCompiled(_ preset: Preset) throws(PresetError) -> PresetProgram {
    if let known = known(preset) { return known }
    return try compiled(preset, size: size, economy: economy)
  }

  /// A program that has proved that it draws, in one tier.
  func compiled(_ preset: Preset, size: PixelSize, economy: Int = 0) throws(PresetError) -> PresetProgram {
    try compiler.compile(preset, economy: economy, size: size)
  }

  public func forget(_ index: PresetIndex) {
    context.makeCurrent()
    programs[index] = nil
    looks[index] = nil
    resting.remove(index)
    lastUse[index] = nil
  }

  public func isReady(_ index: PresetIndex) -> Bool {
    looks[index] != nil || (programs[index] != nil && !resting.contains(index))
  }

  /// What went wrong since the last call.
  public func faults() -> [StageFault] {
    defer { pendingFaults.removeAll() }
    return pendingFaults
  }

  func report(_ index: PresetIndex, _ reason: String) {
    let path = programs[index]?.preset.path ?? "preset \(index.value)"
    // A performer reads a line, not a list without end.
    guard pendingFaults.count < 64 else { return }
    pendingFaults.append(StageFault(preset: index, error: PresetError(path: path, reason: reason)))
  }

  func reportAbsent(_ key: AppearanceKey) {
    // Before the first scene nobody is on stage: that is no fault.
    guard key.scene != .nothing, toldAbsent.insert(key).inserted else { return }
    if toldAbsent.count > 256 { toldAbsent = [key] }
    report(key.scene, "The scene isn't ready; the picture before it stays.")
  }

  // MARK: Drawing

  /// Draws the whole frame; `present` shows it.
  public func draw(_ plan: FramePlan) {
    context.makeCurrent()
    sounds.hear(plan.moment)
    let composition = filtered(compose(plan), plan)
    let finished = finished(composition, plan.finishing)
    guard let fixed = fixedOutput.map(clamped) else {
      output = nil
      glBindFramebuffer(GLName.framebuffer, 0)
      show(composition, finished, in: window.size)
      letter(plan.overlays, over: composition.size, in: window.size)
      return
    }
    if output?.size != fixed { output = try? Target(context, size: fixed, format: .colour) }
    glBindFramebuffer(GLName.framebuffer, output?.framebuffer ?? 0)
    show(composition, finished, in: output?.size ?? window.size)
    letter(plan.overlays, over: composition.size, in: output?.size ?? window.size)
  }

  /// The master pass into the framebuffer that is bound.
  func show(_ composition: Composition, _ finished: FinishedPicture? = nil, in size: PixelSize) {
    let pictureSize = composition.size
    let area = Self.area(for: pictureSize, in: size)
    if area.size != size {
      glClearColor(0, 0, 0, 1)
      glClear(GLName.colourBit)
    }
    if let finished, show(finished, in: area) { return }
    switch composition {
    case .one(let picture): master.show(picture, in: area)
    case .mixture(let from, let to, let progress):
      master.crossfade(from, to, progress: progress, in: area)
    }
  }

  /// The largest area of the picture's shape; all of it when the shapes agree within one pixel in a hundred.
  static func area(for picture: PixelSize, in size: PixelSize) -> MasterPass.Area {
    let scale = min(
      Double(size.width) / Double(picture.width), Double(size.height) / Double(picture.height))
    let width = min(size.width, max(1, Int((Double(picture.width) * scale).rounded())))
    let height = min(size.height, max(1, Int((Double(picture.height) * scale).rounded())))
    if (size.width - width) * 100 <= size.width && (size.height - height) * 100 <= size.height {
      return MasterPass.Area(x: 0, y: 0, size: size)
    }
    return MasterPass.Area(
      x: (size.width - width) / 2, y: (size.height - height) / 2,
      size: PixelSize(width: width, height: height))
  }

  /// Shows what was drawn.
  public func present() {
    context.makeCurrent()
    if let output {
      let size = window.size
      glBindFramebuffer(GLName.framebuffer, 0)
      show(.one(output.texture), in: size)
    }
    window.present()
  }

  /// A texture with the dusk of a palette.
  func still(_ palette: Palette) throws(StageError) -> Texture {
    if stillPicture?.size != size { stillPicture = try Target(context, size: size, format: .colour) }
    guard let stillPicture else { preconditionFailure("just made") }
    master.still(palette, in: stillPicture)
    return stillPicture.texture
  }

  // MARK: Reading back

  /// The picture just drawn, before `present`: RGBA, 8 bits each, top row first.
  ///
  /// - Precondition: `buffer` has 4 bytes for every pixel of `outputSize`.
  public func readPixels(into buffer: UnsafeMutableRawBufferPointer) {
    context.makeCurrent()
    let size = output?.size ?? window.size
    precondition(buffer.count >= 4 * size.width * size.height, "four bytes a pixel")
    glBindFramebuffer(GLName.framebuffer, output?.framebuffer ?? 0)
    PixelReader.read(size, into: buffer)
  }

  /// A fingerprint of the picture just drawn (FNV-1a, 64 bit); equal pictures have equal ones.
  public func pictureHash() -> UInt64 {
    let size = output?.size ?? window.size
    let bytes = [UInt8](unsafeUninitializedCapacity: 4 * size.width * size.height) { buffer, count in
      readPixels(into: UnsafeMutableRawBufferPointer(buffer))
      count = buffer.count
    }
    return PixelReader.hash(bytes)
  }

  /// Waits until the graphics card is done: what a frame cost can be measured now.
  public func finish() {
    context.makeCurrent()
    glFinish()
  }
}
