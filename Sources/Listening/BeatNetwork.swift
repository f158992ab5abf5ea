/// How likely a beat and a downbeat are at each frame, by a small network that has heard eleven seconds.
///
/// A causal temporal convolution network: a dense layer over three frames, then residual blocks with gaps that
/// double, each a convolution over three frames and a mix of its channels, then two logits. Its weights are
/// ours, trained by Tools/train-beats on music that we rendered; they are whole numbers with a scale for each
/// channel. Sums run in one order over one channel after the other, so the same sound gives the same numbers on
/// every processor.
///
/// Sources: M. Davies, S. Böck, “Temporal Convolutional Networks for Musical Audio Beat Tracking”, EUSIPCO
/// 2019; S. Bai, J. Kolter, V. Koltun, “An Empirical Evaluation of Generic Convolutional and Recurrent Networks
/// for Sequence Modeling”, 2018.
struct BeatNetwork: ~Copyable {
  /// Log-odds of a beat and of a downbeat in the latest frame.
  private(set) var beat: Float = -5
  private(set) var downbeat: Float = -5
  private let inputs: Int
  private let channels: Int
  private let weights: Buffer<Float>
  /// Rings of each layer's past inputs, one after the other.
  private let past: Buffer<Float>
  private let hidden: Buffer<Float>
  private let between: Buffer<Float>
  private var frame = 0

  /// Frames between the taps of each block.
  static var gaps: InlineArray<8, Int> { [1, 2, 4, 8, 16, 32, 64, 128] }
  static var taps: Int { 3 }
  static var blockCount: Int { 8 }
  /// From a beat to the frame that answers for it, seconds: 45 ms in its lessons, less what the filter adds
  /// (measured: with 35 ms the median beat of the pieces kept back from training is in its place).
  static var delaySeconds: Double { 0.035 }

  init() {
    let table = BeatNetworkTable.read()
    inputs = table.inputs
    channels = table.channels
    weights = Buffer(table.weights.count)
    for (i, weight) in table.weights.enumerated() { weights[i] = weight }
    var rows = Self.taps * table.inputs
    for i in 0..<Self.blockCount { rows += Self.ringLength(of: i) * table.channels }
    past = Buffer(rows)
    hidden = Buffer(table.channels)
    between = Buffer(table.channels)
  }

  private static func ringLength(of block: Int) -> Int { (taps - 1) * gaps[block] + 1 }

  /// One frame of features, `inputs` of them. Real-time safe.
  mutating func hear(_ features: borrowing Buffer<Float>) {
    var place = weights.base
    var ring = past.base
    convolve(
      features.base, count: inputs, gap: 1, length: Self.taps, ring: ring, weights: &place, into: hidden.base)
    ring += Self.taps * inputs
    for block in 0..<Self.blockCount {
      let length = Self.ringLength(of: block)
      convolve(
        hidden.base, count: channels, gap: Self.gaps[block], length: length, ring: ring, weights: &place,
        into: between.base)
      ring += length * channels
      mix(weights: &place)
    }
    beat = place[2 * channels]
    downbeat = place[2 * channels + 1]
    for i in 0..<channels {
      beat += hidden[i] * place[2 * i]
      downbeat += hidden[i] * place[2 * i + 1]
    }
    frame += 1
  }

  /// Remembers one row and sums it with those `gap` and twice `gap` frames before.
  private func convolve(
    _ row: UnsafeMutablePointer<Float>, count: Int, gap: Int, length: Int, ring: UnsafeMutablePointer<Float>,
    weights place: inout UnsafeMutablePointer<Float>, into output: UnsafeMutablePointer<Float>
  ) {
    (ring + (frame % length) * count).update(from: row, count: count)
    let bias = place + Self.taps * count * channels
    output.update(from: bias, count: channels)
    for tap in 0..<Self.taps {
      let age = (Self.taps - 1 - tap) * gap
      if age <= frame {
        add(ring + ((frame - age) % length) * count, count: count, weights: place, to: output)
      }
      place += count * channels
    }
    place = bias + channels
    for i in 0..<channels { output[i] = max(0, output[i]) }
  }

  /// The block's residual: what the convolution found, mixed, is added to what came in.
  private func mix(weights place: inout UnsafeMutablePointer<Float>) {
    let bias = place + channels * channels
    for i in 0..<channels { hidden[i] += bias[i] }
    add(between.base, count: channels, weights: place, to: hidden.base)
    for i in 0..<channels { hidden[i] = max(0, hidden[i]) }
    place = bias + channels
  }

  @inline(__always)
  private func add(
    _ row: UnsafeMutablePointer<Float>, count: Int, weights: UnsafeMutablePointer<Float>,
    to sums: UnsafeMutablePointer<Float>
  ) {
    for i in 0..<count {
      let value = row[i]
      // Most rectified channels are at rest.
      if value == 0 { continue }
      let factors = weights + i * channels
      for j in 0..<channels { sums[j] += value * factors[j] }
    }
  }
}

/// The network's numbers as they come out of the table.
struct BeatNetworkTable {
  var inputs = 0
  var channels = 0
  /// In the order of use: for each layer its matrix, input by input, then its biases.
  var weights: [Float] = []

  /// Reads the table: two sizes, then for each layer rows × columns signed bytes, a scale and a bias for each column.
  static func read() -> BeatNetworkTable {
    var bytes = Bytes(base64: BeatNetworkWeights.texts)
    var table = BeatNetworkTable()
    table.inputs = Int(bytes.number())
    table.channels = Int(bytes.number())
    table.layer(rows: BeatNetwork.taps * table.inputs, columns: table.channels, &bytes)
    for _ in 0..<BeatNetwork.blockCount {
      table.layer(rows: BeatNetwork.taps * table.channels, columns: table.channels, &bytes)
      table.layer(rows: table.channels, columns: table.channels, &bytes)
    }
    table.layer(rows: table.channels, columns: 2, &bytes)
    return table
  }

  private mutating func layer(rows: Int, columns: Int, _ bytes: inout Bytes) {
    let scales = (0..<columns).map { _ in bytes.number() }
    let biases = (0..<columns).map { _ in bytes.number() }
    for _ in 0..<rows {
      for column in 0..<columns { weights.append(Float(bytes.signed()) * scales[column]) }
    }
    weights += biases
  }
}

/// Bytes from text, one after the other.
struct Bytes {
  private var bytes: [UInt8] = []
  private var at = 0

  /// Texts that go on from one to the next.
  init(base64 texts: [StaticString]) {
    for text in texts { add(base64: text) }
  }

  private mutating func add(base64 text: StaticString) {
    var bits: UInt32 = 0
    var count = 0
    text.withUTF8Buffer { characters in
      for character in characters {
        guard let six = Self.value(of: character) else { continue }
        bits = bits << 6 | six
        count += 6
        if count >= 8 {
          count -= 8
          bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
      }
    }
  }

  private static func value(of character: UInt8) -> UInt32? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character) + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  mutating func signed() -> Int8 {
    at += 1
    return Int8(bitPattern: bytes[at - 1])
  }

  /// A 32-bit float, lowest byte first.
  mutating func number() -> Float {
    var bits: UInt32 = 0
    for i in 0..<4 { bits |= UInt32(bytes[at + i]) << UInt32(8 * i) }
    at += 4
    return Float(bitPattern: bits)
  }
}
