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
    for number in [intent.motionCeiling, intent.contrastCeiling, intent.songSeconds] {
      put(number.bitPattern)
    }
    put(intent.ideaWeights) { out, weight in out.put(weight.bitPattern) }
    put(intent.acts) { out, act in
      out.put(act.act.rawValue)
      out.put(act.start.bitPattern)
      out.put(act.startsAtBar)
      out.put(act.weights) { out, weight in out.put(weight.bitPattern) }
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
    // Takes of earlier builds end here.
    guard remaining > 0 else { return intent }
    intent.homeHue = try float()
    guard remaining > 0 else { return intent }
    intent.motionCeiling = try float()
    intent.contrastCeiling = try float()
    intent.songSeconds = try float()
    intent.ideaWeights = try list(minimumSize: 4) { bytes throws(Malformed) in try bytes.float() }
    intent.acts = try list(minimumSize: 17) { bytes throws(Malformed) in try bytes.plannedAct() }
    return intent
  }

  private mutating func plannedAct() throws(Malformed) -> PlannedAct {
    guard let act = Act(rawValue: try text()) else { throw Malformed() }
    let start = Double(bitPattern: try integer())
    guard start.isFinite else { throw Malformed() }
    return PlannedAct(
      act, start: start, startsAtBar: try bool(),
      weights: try list(minimumSize: 4) { bytes throws(Malformed) in try bytes.float() })
  }

  /// A number; what isn't one is no intent.
  private mutating func float() throws(Malformed) -> Float {
    let number = Float(bitPattern: try integer())
    guard number.isFinite else { throw Malformed() }
    return number
  }
}
