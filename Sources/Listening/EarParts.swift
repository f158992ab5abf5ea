/// Parts of the ear that a bench may leave out, to see what each is worth.
package struct EarParts: OptionSet, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// The network's word on beats and downbeats; without it onsets alone tell.
  package static let network = EarParts(rawValue: 1)
  /// The onsets' own word on the phase of the beat.
  package static let onsets = EarParts(rawValue: 2)
  /// The tempo's likelihood from the last seconds.
  package static let tempo = EarParts(rawValue: 4)
  /// Division of each band by its recent peak.
  package static let whitening = EarParts(rawValue: 8)
  /// The maximum filter across bands that keeps vibrato from counting as onsets.
  package static let vibratoFilter = EarParts(rawValue: 16)
  /// Arousal waits for changes; without, it is smoothed over 1.5 s.
  package static let changeFilter = EarParts(rawValue: 32)
  /// Loudness against the piece's own memory.
  package static let levelMemory = EarParts(rawValue: 64)
  /// A key's profile differs from register to register.
  package static let registers = EarParts(rawValue: 128)
  /// A key turns into its parallel more readily than into others.
  package static let parallelKeys = EarParts(rawValue: 256)
  /// Distances to what was heard in the last half minute.
  package static let passageMemory = EarParts(rawValue: 512)
  /// Three networks vote on the form.
  package static let vote = EarParts(rawValue: 1024)
  /// Sections may be announced late.
  package static let lateSections = EarParts(rawValue: 2048)
  /// The hold on a trusted phase.
  package static let phaseHold = EarParts(rawValue: 4096)
  package static let all = EarParts(rawValue: 8191)
}
