/// The numbers of `TextureEar`, written by Tools/train-mood/fit-kinds.
enum SoundKindTable {
  /// Centre and spread of each cue, and how much its z-score speaks for music, speech and noise.
  static let cues: [(centre: Float, spread: Float, music: Float, speech: Float, noise: Float)] = [
    (0.6858, 0.5415, -0.206, 0.063, 0.143),  // swing
    (0.4849, 0.3736, -0.229, 0.184, 0.045),  // quick swing
    (0.423, 0.251, 0.046, 0.341, -0.386),  // centroid swing
    (0.4986, 0.04767, 0.731, -0.870, 0.139),  // tonality
    (0.07021, 0.02547, 0.194, -0.046, -0.147),  // tonality swing
    (-1.905, 0.5255, 0.197, 0.038, -0.236),  // flatness
    (0.8829, 0.1616, 0.979, -0.517, -0.462),  // beat
    (0.1337, 0.1191, 0.078, -0.449, 0.371),  // low
    (0.3716, 0.1499, 0.051, -0.432, 0.381),  // high
    (-6.463, 0.6502, -0.342, 0.040, 0.301),  // flux
    (2.005, 0.6918, -0.059, 0.197, -0.139),  // onsets
    (4.516, 0.7627, -0.282, -0.352, 0.634),  // peaks
    (2.022, 0.8368, 0.297, 0.296, -0.592),  // middle
  ]
  static let constants: (music: Float, speech: Float, noise: Float) = (3.340, -1.626, -1.713)
}
