/// The numbers of `MoodEstimator`, written by Tools/train-mood/fit-arousal.
enum MoodModelTable {
  /// Centre, spread, and weight of the z-score of each cue in arousal.
  static let cues: [(centre: Float, spread: Float, weight: Float)] = [
    (-6.68, 1.608, 0.038),  // log2 flux
    (-6.963, 1.857, 0.009),  // log2 flux, lower bands
    (-7.042, 1.879, 0.082),  // log2 flux, upper bands
    (0.1376, 0.1902, 0.004),  // onsets below 130 Hz
    (0.1374, 0.1865, 0.088),  // onsets to 500 Hz
    (0.1411, 0.1866, 0.079),  // onsets to 2 kHz
    (0.1281, 0.1821, 0.076),  // onsets to 6 kHz
    (0.1203, 0.1902, 0.117),  // onsets above
    (10.74, 0.9304, 0.221),  // log2 centroid, hertz
    (0.1297, 0.1454, 0.026),  // share below 150 Hz
    (0.3529, 0.1761, 0.175),  // share above 4 kHz
    (-1.885, 0.6663, 0.225),  // flatness, log2
    (4.364, 0.8899, 0.157),  // log2 spectral peaks
    (1.996, 0.7511, 0.247),  // log2 (1 + onsets per second)
    (0.1766, 0.09719, -0.036),  // how fast the level falls between notes
    (0.02379, 0.3555, 0.521),  // level against its own memory
    (0.5046, 0.09074, -0.193),  // share of energy in peaks
    (0.9326, 0.1268, 0.040),  // belief in the beat
    (-0.05345, 0.3039, 0.078),  // log2 (tempo / 120), as far as believed
    (0.7722, 0.5862, 0.125),  // how far the level swings
  ]
}
