import CFFmpeg

/// What a clip is like: looked through once, picture by picture, when it is opened.
public struct ClipSurvey: Sendable, Equatable, Codable {
  /// Length that is there, seconds; 0 for a still.
  public var durationSeconds: Double
  public var framesPerSecond: Double
  /// Upright, with square pixels.
  public var width: Int
  public var height: Int
  /// Where its own shots begin, seconds; the first is 0.
  public var shots: [Double]
  /// Most seconds between two key pictures: what running backwards costs.
  public var keySeconds: Double
  /// Mean colour, sRGB code values 0…1.
  public var red: Double
  public var green: Double
  public var blue: Double
  /// How much moves from picture to picture: 0 (nothing) … 1.
  public var motion: Double
  /// What is wrong with it, though it can be shown.
  public var complaint: String?

  /// Longer films are used up to here.
  public static let longestSeconds = 180.0
  private static let (columns, rows) = (32, 18)
  private static let shortestShotSeconds = 0.4

  /// Looks a clip through.
  public init(path: String) throws(MediaError) {
    let file = try ClipFile(path: path)
    var look = Look(turns: file.turns)
    var last: ClipFile.Frame?
    while let frame = file.next(), frame.start < Self.longestSeconds {
      look.take(frame)
      last = frame
    }
    guard look.count > 0, let last else {
      throw .notAClip(file: path, why: "not one picture in it can be decoded; copy it again")
    }
    let step = 1 / file.framesPerSecond
    durationSeconds = look.count == 1 ? 0 : last.start + step
    framesPerSecond = file.framesPerSecond
    (width, height) = (look.width, look.height)
    shots = look.shots
    keySeconds = look.keySeconds
    let share = 1 / Double(look.count)
    (red, green, blue) = (look.sum.x * share, look.sum.y * share, look.sum.z * share)
    motion = min(1, 6 * look.motion / Double(max(1, look.moves)))
    let promised = min(file.promisedSeconds ?? 0, Self.longestSeconds)
    if look.count > 1, durationSeconds < promised - 0.5 {
      complaint = "\(MediaError.clipEnds(file: path, seconds: durationSeconds, promisedSeconds: promised))"
    }
  }

  /// What has been seen so far.
  private struct Look {
    let turns: Int
    private let converter: ClipConverter
    private var before: [UInt8] = []
    private var histogram: [Float] = []
    private var distances: [Float] = []
    private var lastKey = 0.0
    var count = 0
    var (width, height) = (0, 0)
    var shots = [0.0]
    var keySeconds = 0.0
    var sum = SIMD3<Double>()
    var motion = 0.0
    var moves = 0

    init(turns: Int) {
      self.turns = turns
      converter = ClipConverter(turns: turns, covering: (ClipSurvey.columns, ClipSurvey.rows))
    }

    mutating func take(_ frame: ClipFile.Frame) {
      if frame.isKey {
        keySeconds = max(keySeconds, frame.start - lastKey)
        lastKey = frame.start
      } else {
        keySeconds = max(keySeconds, frame.start - lastKey)
      }
      guard let small = converter.picture(of: frame.frame, start: frame.start, end: frame.start) else {
        return
      }
      if count == 0 {
        let full = ClipConverter(turns: turns, covering: nil).size(of: frame.frame)
        (width, height) = full ?? (0, 0)
      }
      count += 1
      let now = Self.histogram(of: small.pixels)
      sum += Self.mean(of: small.pixels)
      if before.count == small.pixels.count { compare(small, now) }
      before = small.pixels
      histogram = now
    }

    /// A cut: colours change far more than they did lately, and pixels with them.
    private mutating func compare(_ small: ClipPicture, _ now: [Float]) {
      let distance = zip(now, histogram).reduce(Float(0)) { $0 + abs($1.0 - $1.1) }
      var change = 0
      for i in small.pixels.indices where i % 4 != 3 { change += abs(Int(small.pixels[i]) - Int(before[i])) }
      let moved = Float(change) / Float(small.pixels.count * 3 / 4 * 255)
      let usual = distances.isEmpty ? 0 : distances.sorted()[distances.count / 2]
      let isCut = distance > 0.45 && distance > 3 * usual + 0.2 && moved > 0.06
      if isCut && small.start - (shots.last ?? 0) >= ClipSurvey.shortestShotSeconds {
        shots.append(small.start)
      } else {
        motion += Double(moved)
        moves += 1
      }
      distances.append(distance)
      if distances.count > 12 { distances.removeFirst() }
    }

    /// Shares of 4 × 4 × 4 colours.
    private static func histogram(of pixels: [UInt8]) -> [Float] {
      var bins = [Float](repeating: 0, count: 64)
      let share = 4 / Float(pixels.count)
      for i in stride(from: 0, to: pixels.count, by: 4) {
        bins[Int(pixels[i] >> 6) << 4 | Int(pixels[i + 1] >> 6) << 2 | Int(pixels[i + 2] >> 6)] += share
      }
      return bins
    }

    private static func mean(of pixels: [UInt8]) -> SIMD3<Double> {
      var sum = SIMD3<Double>()
      for i in stride(from: 0, to: pixels.count, by: 4) {
        sum += SIMD3(Double(pixels[i]), Double(pixels[i + 1]), Double(pixels[i + 2]))
      }
      return sum / Double(pixels.count / 4 * 255)
    }
  }
}
