import Foundation

/// `kinora sameness`: how far the shows of a few takes are apart.
public enum SamenessReport {
  public static func text(
    of sources: [String], _ configuration: Configuration
  ) throws(PerformanceError) -> String {
    let studio = PortraitStudio(configuration)
    var portraits: [ShowPortrait] = []
    for source in sources {
      let portrait = try studio.portrait(of: source)
      guard !portrait.points.isEmpty else {
        throw .badOption(
          "\(source) is shorter than \(Int(ShowPortrait.windowSeconds)) seconds: too short to compare.")
      }
      portraits.append(portrait)
    }
    return (portraits.enumerated().map(told) + [""] + table(portraits) + [""] + nearest(portraits))
      .joined(separator: "\n")
  }

  private static func told(_ place: Int, _ portrait: ShowPortrait) -> String {
    let stays = portrait.stays.map { "\($0.scene) \(clockText($0.seconds))" }
    return "\(place + 1)  \(portrait.title): \(stays.joined(separator: ", "))"
  }

  private static func table(_ portraits: [ShowPortrait]) -> [String] {
    let head = portraits.indices.map { String(format: "%6d", $0 + 1) }.joined()
    let rows = portraits.enumerated().map { place, portrait in
      let cells = portraits.prefix(place).map { String(format: "%6.2f", portrait.distance(to: $0)) }
      return String(format: "%3d", place + 1) + cells.joined() + "     ·"
    }
    return ["   " + head] + rows
  }

  /// The two that are most alike.
  private static func nearest(_ portraits: [ShowPortrait]) -> [String] {
    var pairs: [(one: Int, other: Int, distance: Double)] = []
    for one in portraits.indices {
      for other in portraits.indices where other > one {
        pairs.append((one, other, portraits[one].distance(to: portraits[other])))
      }
    }
    let mean = pairs.reduce(0) { $0 + $1.distance } / Double(max(1, pairs.count))
    guard let least = pairs.min(by: { $0.distance < $1.distance }) else { return [] }
    return [
      String(format: "Mean distance %.2f; most alike: ", mean)
        + "\(least.one + 1) and \(least.other + 1)" + String(format: " (%.2f).", least.distance)
    ]
  }
}
