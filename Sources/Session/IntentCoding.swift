import Directing

extension ByteWriter {
  mutating func put(_ intent: Intent) {
    put(intent.brief)
    put(intent.understood)
    put(intent.weights) { out, weight in out.put(weight.bitPattern) }
    for number in [
      intent.mood.valence, intent.mood.arousal, intent.mood.confidence, intent.hue, intent.colourfulness,
      intent.cutsPerMinute, intent.homeHue,
    ] {
      put(number.bitPattern)
    }
  }
}

extension ByteReader {
  mutating func intent() throws(Malformed) -> Intent {
    var intent = Intent()
    intent.brief = try text()
    intent.understood = try text()
    intent.weights = try list(minimumSize: 4) { bytes throws(Malformed) in try bytes.float() }
    intent.mood.valence = try float()
    intent.mood.arousal = try float()
    intent.mood.confidence = try float()
    intent.hue = try float()
    intent.colourfulness = try float()
    intent.cutsPerMinute = try float()
    // Takes of an earlier version end here.
    if remaining > 0 { intent.homeHue = try float() }
    return intent
  }

  /// A number; what isn't one is no intent.
  private mutating func float() throws(Malformed) -> Float {
    let number = Float(bitPattern: try integer())
    guard number.isFinite else { throw Malformed() }
    return number
  }
}
