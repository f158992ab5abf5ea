/// Parts of the ear for mood, key and form that a bench may leave out to see what they are worth.
package struct EarParts: OptionSet, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Arousal waits for changes; without, it is smoothed over 1.5 s.
  package static let changeFilter = EarParts(rawValue: 1)
  /// Loudness against the piece's own memory.
  package static let levelMemory = EarParts(rawValue: 2)
  /// A key's profile differs from register to register.
  package static let registers = EarParts(rawValue: 4)
  /// A key turns into its parallel more readily than into others.
  package static let parallelKeys = EarParts(rawValue: 8)
  /// Distances to what was heard in the last half minute.
  package static let passageMemory = EarParts(rawValue: 16)
  /// Three networks vote on the form.
  package static let vote = EarParts(rawValue: 32)
  /// Sections may be announced late.
  package static let lateSections = EarParts(rawValue: 64)

  package static let all = EarParts(rawValue: 127)
  package static let named: [(part: EarParts, name: String)] = [
    (changeFilter, "change filter"), (levelMemory, "memory of level"), (registers, "profiles by register"),
    (parallelKeys, "change to the parallel key"), (passageMemory, "memory of the passage"),
    (vote, "vote of three networks"), (lateSections, "late announcements"),
  ]
}
