import Directing
import Foundation
import Scenery
import Session

/// How much colour correction a user asks for.
public enum GradeChoice: Sendable, Equatable {
  case off
  /// As the mood asks, with restraint.
  case auto
  /// 0…2; 1 is the same as `auto`.
  case amount(Float)

  /// “off”, “auto”, or a number from 0 to 2.
  public init?(_ text: String) {
    switch text.lowercased() {
    case "off": self = .off
    case "auto": self = .auto
    default:
      guard let amount = Float(text), (0...2).contains(amount) else { return nil }
      self = .amount(amount)
    }
  }

  public var amount: Float {
    switch self {
    case .off: 0
    case .auto: 1
    case .amount(let amount): amount
    }
  }
}

/// A filter and how much of it.
public struct FilterChoice: Sendable, Equatable {
  /// Name in the catalogue, or a file.
  public var name: String
  /// Above 0, up to 1.
  public var amount: Float

  init(name: String, amount: Float) {
    self.name = name
    self.amount = amount
  }

  /// “NAME” or “NAME:AMOUNT”.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let last = parts.last, parts.count > 1, let amount = Float(last) else {
      guard !text.isEmpty else { return nil }
      (name, amount) = (text, 1)
      return
    }
    guard amount > 0, amount <= 1 else { return nil }
    name = parts.dropLast().joined(separator: ":")
    self.amount = amount
  }
}

/// What a show begins with besides its scenes, as cues of the first hop: a take keeps them like any other.
struct FinishingChoice {
  var grade = GradeChoice.auto
  /// A look's name, “off”, or “auto” (and nil) for the song's own.
  var look: String?
  var filters: [FilterChoice] = []
  /// What comes of the brief and not of a wish for it, to be said.
  private(set) var told: String?

  /// - Parameters:
  ///   - configuration: its words come before the show's, and those before what the brief makes of them.
  ///   - repertoire: a brief gets only what is there.
  init(_ configuration: Configuration, _ show: Show, _ staging: BriefStaging, in repertoire: Repertoire) {
    grade = configuration.grade ?? show.grade ?? .auto
    look = configuration.look ?? show.look
    filters = configuration.filters ?? show.filters ?? []
    var added: [String] = []
    if look == nil, grade != .off, let wanted = staging.look,
      repertoire.index(ofName: wanted, kind: .look) != nil
    {
      look = wanted
      added.append("look \(wanted)")
    }
    if configuration.filters == nil && show.filters == nil {
      filters = staging.filters.filter { repertoire.index(ofName: $0.name, kind: .filter) != nil }.map {
        FilterChoice(name: $0.name, amount: $0.amount)
      }
      added += filters.map { "filter \($0.name)" }
    }
    if !added.isEmpty {
      told =
        "For the brief: \(added.joined(separator: ", ")). Other words for it: --look, --filter; off takes it away."
    }
  }

  /// - Parameter repertoire: gets looks and filters that are named by file.
  func opening(
    in repertoire: inout Repertoire, library: [String: String], _ admission: Admission
  ) throws(PerformanceError) -> [SessionEvent] {
    var cues = [Cue.grade(grade.amount)]
    if look == "off" {
      cues.append(.look(.nothing, bars: 0))
    } else if let look, look != "auto" {
      cues.append(.look(try Self.index(of: look, .look, in: &repertoire, library, admission), bars: 0))
    }
    guard filters.count <= FilterChain.limit else {
      throw .badOption("\(filters.count) filters are named; at most \(FilterChain.limit) go at a time.")
    }
    for filter in filters {
      let index = try Self.index(of: filter.name, .filter, in: &repertoire, library, admission)
      cues.append(.filter(index, amount: filter.amount))
    }
    return cues.map { .cue($0, from: .auto) }
  }

  private static func index(
    of name: String, _ kind: Preset.Kind, in repertoire: inout Repertoire, _ library: [String: String],
    _ admission: Admission
  ) throws(PerformanceError) -> PresetIndex {
    if let known = repertoire.index(ofName: name, kind: kind) { return known }
    let known = repertoire.presets.compactMap { $0 }.filter { $0.kind == kind }.map(\.name)
    return repertoire.add(
      try Catalogue.presetFile(name, kind, known: known, library: library, admission))
  }
}
