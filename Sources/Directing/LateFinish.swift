import Music
import Scenery

/// Grade, look and filters chosen anew for a performance that is over: the take's decisions stay, its picture gets
/// another finish.
public struct LateFinish: Sendable {
  private var finisher: Finisher
  private let replacesGrade: Bool
  private let replacesLook: Bool
  private let replacesFilters: Bool

  /// - Parameters:
  ///   - seed: the take's; filters vary by it.
  ///   - grade: how much, 0…2; nil leaves the take's.
  ///   - look: `.nothing` for none; nil leaves the take's.
  ///   - filters: in order, with their amounts; nil leaves the take's.
  public init(
    seed: UInt64, grade: Float?, look: PresetIndex?, filters: [(index: PresetIndex, amount: Float)]?
  ) {
    finisher = Finisher(seed: seed)
    replacesGrade = grade != nil
    replacesLook = look != nil
    replacesFilters = filters != nil
    finisher.setGrade(grade ?? 0)
    if let look { finisher.askLook(look, bars: 0) }
    var chance = SeededGenerator(seed: seed, purpose: "late finish")
    for filter in filters ?? [] {
      _ = finisher.askFilter(filter.index, amount: filter.amount, variation: Float(chance.unit()))
    }
  }

  /// Hears one hop.
  ///
  /// - Returns: what becomes of its picture.
  public mutating func finishing(over snapshot: Snapshot) -> Finishing {
    finisher.advance(snapshot.moment, snapshot.score.motion) { _ in true }
    var finishing = snapshot.score.finishing
    if replacesGrade {
      finishing.grade = finisher.finishing.grade
      finishing.gradeAmount = finisher.finishing.gradeAmount
    }
    if replacesLook { finishing.looks = finisher.finishing.looks }
    if replacesFilters { finishing.filters = finisher.finishing.filters }
    return finishing
  }
}
