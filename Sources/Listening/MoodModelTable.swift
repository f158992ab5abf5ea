/// The numbers of `MoodEstimator`, written by Tools/train-mood/fit-arousal.
enum MoodModelTable {
  /// Centre, spread, and weight of the z-score of each cue in arousal.
  static let cues: [(centre: Float, spread: Float, weight: Float)] = [
    (-6.683, 1.623, 0.013),  // log2 flux
    (-7.006, 1.854, 0.013),  // log2 flux, lower bands
    (-6.998, 1.879, 0.047),  // log2 flux, upper bands
    (0.1337, 0.1867, 0.002),  // onsets below 130 Hz
    (0.1357, 0.187, 0.034),  // onsets to 500 Hz
    (0.1397, 0.1873, 0.036),  // onsets to 2 kHz
    (0.129, 0.1848, 0.044),  // onsets to 6 kHz
    (0.1223, 0.1922, 0.068),  // onsets above
    (10.83, 0.9004, 0.242),  // log2 centroid, hertz
    (0.1193, 0.1371, 0.049),  // share below 150 Hz
    (0.3691, 0.1783, 0.223),  // share above 4 kHz
    (-1.875, 0.6545, 0.162),  // flatness, log2
    (4.352, 0.9007, 0.101),  // log2 spectral peaks
    (1.98, 0.7504, 0.193),  // log2 (1 + onsets per second)
    (0.1728, 0.09662, 0.034),  // how fast the level falls between notes
    (0.02198, 0.3598, 0.436),  // level against its own memory
    (0.508, 0.088, -0.133),  // share of energy in peaks
    (0.7844, 0.2555, 0.047),  // belief in the beat
    (-0.0305, 0.2464, 0.075),  // log2 (tempo / 120), as far as believed
    (0.7712, 0.5929, 0.119),  // how far the level swings
  ]
}
