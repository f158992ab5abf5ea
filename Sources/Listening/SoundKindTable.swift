/// The numbers of `SoundKinds`, written by Tools/train-mood/fit.
enum SoundKindTable {
  /// Centre and spread of each cue, and how much its z-score speaks for music, speech and noise.
  static let cues: [(centre: Float, spread: Float, music: Float, speech: Float, noise: Float)] = [
    (0.6905, 0.5455, -0.255, -0.153, 0.408),  // swing
    (0.4916, 0.3809, -0.231, 0.146, 0.084),  // quick swing
    (0.4367, 0.2532, 0.089, 0.269, -0.358),  // centroid swing
    (0.4955, 0.0485, 0.995, -1.215, 0.220),  // tonality
    (0.07182, 0.02563, 0.420, -0.178, -0.242),  // tonality swing
    (-1.865, 0.5168, 0.298, 0.260, -0.558),  // flatness
    (0.8815, 0.1633, 1.073, -0.570, -0.503),  // beat
    (0.1442, 0.1226, 0.324, -1.005, 0.682),  // low
    (0.3795, 0.1527, 0.374, -0.701, 0.327),  // high
    (-6.407, 0.6316, -0.553, 0.139, 0.414),  // flux
    (2.067, 0.6597, -0.096, 0.337, -0.241),  // onsets
    (4.549, 0.7984, -0.296, -0.740, 1.036),  // peaks
    (1.925, 0.7991, 0.569, 0.450, -1.019),  // middle
  ]
  static let constants: (music: Float, speech: Float, noise: Float) = (3.746, -1.783, -1.962)
}
