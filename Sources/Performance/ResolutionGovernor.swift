import Scenery

/// Chooses the internal picture size so that frames keep their rate: down at once when frames are late,
/// up after a while of slack. Half-way down, scenes that have cheaper looks show them before the picture shrinks
/// further. The window's size and the recording's never change with it.
struct ResolutionGovernor: Sendable {
  /// Linear scale of the internal picture against the output's, 0.35…1.
  private(set) var scale: Double
  /// How many steps below its full look a scene is drawn.
  private(set) var economy = 0
  private let budgetSeconds: Double
  private var lateFrames = 0
  private var slackSeconds = 0.0
  /// Measured costs of the scene that the stage was last told of; empty where nobody measured.
  private var costs: [Float] = []
  /// Drawing time as a share of the budget, smoothed.
  private var share = 0.0

  private static let steps = 0.35...1.0
  private static let step = 0.92
  /// Below this scale a cheaper look hurts less than a smaller picture.
  private static let smallBeforeCheap = 0.7
  /// A frame is late above this share of its budget, and has slack below the other.
  private static let late = 0.85
  private static let slack = 0.60
  private static let lateFramesBeforeDown = 3
  private static let slackSecondsBeforeUp = 2.0

  init(framesPerSecond: Int, scale: Double = 1) {
    budgetSeconds = 1 / Double(framesPerSecond)
    self.scale = scale
  }

  /// Told of a scene before it is first drawn, by its measured costs: the full look's, then each cheaper one's.
  ///
  /// One that must cost more than there is time for begins smaller instead of late. True when the scale or the look
  /// has changed.
  mutating func expect(_ costs: [Float]) -> Bool {
    defer { self.costs = costs }
    guard costs != self.costs, let next = Self.cost(costs, economy), share > 0,
      let present = Self.cost(self.costs, economy), present > 0
    else { return false }
    let before = (scale, economy)
    // What doesn't depend on the picture's size is left out: a guess on the safe side.
    var expected = share * Double(next / present)
    while expected > Self.late {
      let last = (scale: scale, economy: economy)
      guard goDown(by: Self.step, steps: costs.count - 1) else { break }
      let (dear, cheap) = (Self.cost(costs, last.economy) ?? 1, Self.cost(costs, economy) ?? 1)
      expected *= (scale / last.scale) * (scale / last.scale) * Double(cheap / dear)
    }
    share = min(share, Self.late)
    return before != (scale, economy)
  }

  /// One step down the ladder: a smaller picture, or half-way down a cheaper look; false at its foot.
  private mutating func goDown(by factor: Double, steps: Int) -> Bool {
    if scale <= Self.smallBeforeCheap && economy < steps {
      economy += 1
    } else if scale > Self.steps.lowerBound {
      scale = max(Self.steps.lowerBound, scale * factor)
    } else {
      return false
    }
    return true
  }

  private static func cost(_ costs: [Float], _ economy: Int) -> Float? {
    costs.isEmpty ? nil : costs[min(economy, costs.count - 1)]
  }

  /// Told of each frame's drawing time; true when the scale or the look has changed.
  ///
  /// - Parameter steps: cheaper looks that the scene on stage has.
  mutating func drew(inSeconds seconds: Double, steps: Int = 0) -> Bool {
    let share = seconds / budgetSeconds
    self.share += (self.share == 0 ? 1 : 0.1) * (share - self.share)
    if share > Self.late {
      slackSeconds = 0
      lateFrames += share > 2 ? 2 : 1
      guard lateFrames >= Self.lateFramesBeforeDown else { return false }
      guard goDown(by: share > 1.5 ? Self.step * Self.step : Self.step, steps: steps) else { return false }
      lateFrames = 0
      return true
    }
    lateFrames = max(0, lateFrames - 1)
    slackSeconds = share < Self.slack ? slackSeconds + budgetSeconds : 0
    guard slackSeconds >= Self.slackSecondsBeforeUp else { return false }
    if economy > 0 && scale >= Self.smallBeforeCheap {
      economy -= 1
    } else if scale < Self.steps.upperBound {
      scale = min(Self.steps.upperBound, scale / Self.step)
    } else {
      return false
    }
    slackSeconds = 0
    return true
  }

  /// The internal size for an output size; even in both directions.
  func size(for output: PixelSize) -> PixelSize {
    func scaled(_ length: Int) -> Int { max(16, Int(Double(length) * scale / 2) * 2) }
    return scale >= 1 ? output : PixelSize(width: scaled(output.width), height: scaled(output.height))
  }
}
