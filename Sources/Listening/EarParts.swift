/// Parts of the beat's ear that a bench may leave out, to see what each is worth.
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

  package static let all: EarParts = [.network, .onsets, .tempo, .whitening, .vibratoFilter]
}
