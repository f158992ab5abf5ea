/// How unlike anything of the last half minute the present is: its distance to the nearest and to the usual of
/// what was remembered.
///
/// In steady music every sound comes back, so that something near is always found; after a change nothing is.
/// Shape, harmony and cues are compared apart. The idea is that of a self-distance matrix read along its newest
/// row (J. Foote, “Visualizing Music and Audio using Self-Similarity”, ACM Multimedia 1999).
struct PassageMemory: ~Copyable {
  /// Nearest, mean of the three nearest, and median distance of shape; nearest and median of harmony; nearest
  /// and median of cues; nearest of both shape and harmony, in medians.
  let distances = Buffer<Float>(distanceCount)
  /// `SongCues` fills it with the present before `compare`.
  let present = Buffer<Float>(width)
  /// … and adds the raw step here for the memory's blocks.
  let sums = Buffer<Float>(width)
  private let blocks = Buffer<Float>(blockCount * width)
  private let shape = Buffer<Float>(blockCount)
  private let harmony = Buffer<Float>(blockCount)
  private let cues = Buffer<Float>(blockCount)
  private let sorted = Buffer<Float>(blockCount)
  private var made = 0
  private var steps = 0

  static var distanceCount: Int { 8 }
  static var width: Int { shapeWidth + 12 + cueWidth }
  static var shapeWidth: Int { SongCues.bandCount }
  static var cueWidth: Int { 4 }
  /// A block is a third of a second; eighty are half a minute.
  private static var stepsPerBlock: Int { 8 }
  private static var blockCount: Int { 80 }
  /// The latest blocks are the present's own.
  private static var skipped: Int { 2 }
  private static var leastBlocks: Int { 6 }

  mutating func forget() {
    made = 0
    steps = 0
    sums.fill(0)
  }

  /// Compares the present with the blocks.
  mutating func compare() {
    let known = min(made, Self.blockCount)
    guard known >= Self.leastBlocks else { return distances.fill(0) }
    let count = known - Self.skipped
    for age in 0..<count {
      let block = (made - 1 - Self.skipped - age) % Self.blockCount
      measure(blocks.base + block * Self.width, into: age)
    }
    sort(shape, count)
    let usualShape = median(count)
    distances[0] = sorted[0]
    distances[1] = (sorted[0] + sorted[1] + sorted[2]) / 3
    distances[2] = usualShape
    sort(harmony, count)
    let usualHarmony = median(count)
    distances[3] = sorted[0]
    distances[4] = usualHarmony
    sort(cues, count)
    distances[5] = sorted[0]
    distances[6] = median(count)
    var both = Float.greatestFiniteMagnitude
    for i in 0..<count {
      both = min(both, shape[i] / (usualShape + 0.1) + harmony[i] / (usualHarmony + 0.05))
    }
    distances[7] = both
  }

  /// Closes a step: every eighth makes a block.
  mutating func remember() {
    steps += 1
    guard steps == Self.stepsPerBlock else { return }
    steps = 0
    let row = blocks.base + made % Self.blockCount * Self.width
    for i in 0..<Self.width { row[i] = sums[i] / Float(Self.stepsPerBlock) }
    sums.fill(0)
    made += 1
  }

  private func measure(_ row: UnsafePointer<Float>, into place: Int) {
    var far: Float = 0
    for i in 0..<Self.shapeWidth { far += abs(row[i] - present[i]) }
    shape[place] = far / Float(Self.shapeWidth)
    far = 0
    for i in Self.shapeWidth..<Self.shapeWidth + 12 { far += (row[i] - present[i]) * (row[i] - present[i]) }
    harmony[place] = far
    far = 0
    for i in Self.shapeWidth + 12..<Self.width { far += abs(row[i] - present[i]) }
    cues[place] = far / Float(Self.cueWidth)
  }

  private func sort(_ values: borrowing Buffer<Float>, _ count: Int) {
    for i in 0..<count {
      let value = values[i]
      var j = i
      while j > 0 && sorted[j - 1] > value {
        sorted[j] = sorted[j - 1]
        j -= 1
      }
      sorted[j] = value
    }
  }

  private func median(_ count: Int) -> Float {
    count % 2 == 1 ? sorted[count / 2] : 0.5 * (sorted[count / 2 - 1] + sorted[count / 2])
  }
}
