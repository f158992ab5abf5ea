import Music

/// A film, still or camera that a scene shows, and what is known of it.
public struct Clip: Sendable, Equatable {
  /// Whole path; for a camera its device.
  public var path: String
  /// SHA-256 of the file's bytes, lower-case hex; empty for a camera.
  public var digest: String
  /// Length, seconds; 0 for stills and cameras.
  public var durationSeconds: Double
  /// Where its own shots begin, seconds, in order; the first is 0.
  public var shots: [Double]
  public var isCamera: Bool
  /// Running backwards costs little: key pictures stand close.
  public var runsBackwards: Bool
  /// Mean colour and how much moves; nil where nobody has looked.
  public var look: Look?

  public init(
    path: String, digest: String = "", durationSeconds: Double = 0, shots: [Double] = [0],
    isCamera: Bool = false, runsBackwards: Bool = false, look: Look? = nil
  ) {
    self.path = path
    self.digest = digest
    self.durationSeconds = durationSeconds
    self.shots = shots
    self.isCamera = isCamera
    self.runsBackwards = runsBackwards
    self.look = look
  }

  public var isStill: Bool { durationSeconds <= 0 && !isCamera }

  /// What an eye that sees two pictures one after the other compares.
  public struct Look: Sendable, Equatable {
    /// OKLab: 0…1, and both colour axes about −0.3…0.3.
    public var lightness: Double
    public var a: Double
    public var b: Double
    /// 0 (still) … 1.
    public var motion: Double

    /// - Parameter colour: the mean colour.
    public init(_ colour: Colour, motion: Double) {
      let seen = OKLCh(colour)
      lightness = seen.lightness
      (a, b) = seen.axes
      self.motion = motion
    }

    /// 0 where two look alike; 1 is a clear step, beyond it they clash.
    public func distance(to other: Look) -> Double {
      let light = (lightness - other.lightness) / 0.25
      let across = (a - other.a) / 0.10
      let down = (b - other.b) / 0.10
      let pace = (motion - other.motion) / 0.35
      return (light * light + across * across + down * down + pace * pace).squareRoot() / 2
    }
  }
}

extension PresetHeaderReader {
  /// A header's `KINORA.clip`.
  func clip(_ node: JSONNode) throws(PresetError) -> Clip {
    guard let path = node["path"]?.text ?? node.text, !path.isEmpty, path.utf8.count <= 4096,
      path.utf8.allSatisfy({ $0 >= 32 })
    else { throw complaint(node.line, "“clip” wants a path.") }
    let folder = self.path.lastIndex(of: "/").map { String(self.path[...$0]) } ?? ""
    var clip = Clip(path: path.hasPrefix("/") ? path : folder + path)
    clip.digest = node["sha256"]?.text ?? ""
    if let duration = node["duration"] {
      _ = try number(duration, "duration", in: 0...86_400)
      clip.durationSeconds = duration.number ?? 0
    }
    clip.isCamera = node["camera"]?.truth ?? false
    clip.runsBackwards = node["backwards"]?.truth ?? false
    let shots = (node["shots"]?.list ?? []).prefix(10_000).compactMap(\.number)
    clip.shots = [0] + shots.filter { $0 > 0 && $0 < clip.durationSeconds }.sorted()
    if let colour = node["colour"]?.list?.compactMap(\.number), colour.count == 3,
      colour.allSatisfy({ (0...1).contains($0) })
    {
      let mean = Colour(red: Float(colour[0]), green: Float(colour[1]), blue: Float(colour[2]))
      clip.look = Clip.Look(mean, motion: Double(try number(node["motion"], "motion", in: 0...1) ?? 0))
    }
    return clip
  }
}
