/// The numbers of `BeatNetwork`, written by Tools/train-beats/export, in order.
enum BeatNetworkWeights {
  static let texts: [StaticString] = [part1, part2, part3, part4]
}
