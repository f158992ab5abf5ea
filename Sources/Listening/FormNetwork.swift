/// How likely a new section, a build-up and a drop are, by three small recurrent networks that vote.
///
/// Each has one layer of gated units (K. Cho et al., “Learning Phrase Representations using RNN
/// Encoder–Decoder”, EMNLP 2014) and was trained by Tools/train-mood on another share of songs that we
/// composed, rendered and spliced ourselves. Sums run in one order, so the same sound gives the same numbers.
struct FormNetwork: ~Copyable {
  /// Log-odds: a section began in the last half second; the last seconds of a build-up; a drop in the last
  /// quarter second; a section began one to three seconds ago.
  let odds = Buffer<Float>(outputCount)
  private let weights: Buffer<Float>
  private let votes: Int
  private let hidden = Buffer<Float>(memberCount * unitCount)
  private let input = Buffer<Float>(SongCues.featureCount)
  private let fromInput = Buffer<Float>(3 * unitCount)
  private let fromHidden = Buffer<Float>(3 * unitCount)

  static var outputCount: Int { 4 }
  private static var memberCount: Int { 3 }
  private static var unitCount: Int { 24 }
  /// A feature further from its mean than this many spreads counts as this far.
  private static var bound: Float { 6 }

  init(parts: EarParts = .all) {
    votes = parts.contains(.vote) ? Self.memberCount : 1
    let table = Self.read()
    weights = Buffer(table.count)
    for (i, weight) in table.enumerated() { weights[i] = weight }
    rest()
  }

  /// For each member: means and 1 / spreads of the features, then rows of weights (features to gates and
  /// biases, units to gates, units to outputs, features to outputs and biases).
  private static func read() -> [Float] {
    var bytes = Bytes(base64: [FormNetworkWeights.text])
    var table: [Float] = []
    func layer(rows: Int, columns: Int) {
      let scales = (0..<columns).map { _ in bytes.number() }
      let biases = (0..<columns).map { _ in bytes.number() }
      for _ in 0..<rows { for column in 0..<columns { table.append(Float(bytes.signed()) * scales[column]) } }
      table += biases
    }
    for _ in 0..<memberCount {
      for _ in 0..<2 * SongCues.featureCount { table.append(bytes.number()) }
      layer(rows: SongCues.featureCount, columns: 3 * unitCount)
      layer(rows: unitCount, columns: 3 * unitCount)
      layer(rows: unitCount, columns: outputCount)
      layer(rows: SongCues.featureCount, columns: outputCount)
    }
    return table
  }

  /// Silence: what comes next is judged by itself.
  mutating func rest() {
    hidden.fill(0)
    odds.fill(-9)
  }

  /// One step of `SongCues`. Real-time safe.
  mutating func hear(_ features: borrowing Buffer<Float>) {
    odds.fill(0)
    var place = weights.base
    for member in 0..<votes {
      for i in 0..<input.count {
        let score = (features[i] - place[i]) * place[input.count + i]
        input[i] = min(max(score, -Self.bound), Self.bound)
      }
      place += 2 * input.count
      let units = hidden.base + member * Self.unitCount
      turn(units, &place)
      add(units, Self.unitCount, &place, Self.outputCount, to: odds.base)
      add(input.base, input.count, &place, Self.outputCount, to: odds.base)
    }
    for i in 0..<Self.outputCount { odds[i] /= Float(votes) }
  }

  /// The units' next state: update and reset gates, candidate.
  private func turn(_ units: UnsafeMutablePointer<Float>, _ place: inout UnsafeMutablePointer<Float>) {
    let count = Self.unitCount
    fromInput.fill(0)
    fromHidden.fill(0)
    add(input.base, input.count, &place, 3 * count, to: fromInput.base)
    add(units, count, &place, 3 * count, to: fromHidden.base)
    for i in 0..<count {
      let update = Maths.chance(logOdds: fromInput[i] + fromHidden[i])
      let reset = Maths.chance(logOdds: fromInput[count + i] + fromHidden[count + i])
      let candidate = Maths.tanh(fromInput[2 * count + i] + reset * fromHidden[2 * count + i])
      units[i] += update * (candidate - units[i])
    }
  }

  /// Adds `row` times a matrix of so many columns, and its biases; moves `place` behind them.
  @inline(__always)
  private func add(
    _ row: UnsafeMutablePointer<Float>, _ rows: Int, _ place: inout UnsafeMutablePointer<Float>,
    _ columns: Int,
    to sums: UnsafeMutablePointer<Float>
  ) {
    for i in 0..<rows {
      let (value, factors) = (row[i], place + i * columns)
      for j in 0..<columns { sums[j] += value * factors[j] }
    }
    place += rows * columns
    for j in 0..<columns { sums[j] += place[j] }
    place += columns
  }
}
