/// Which word each part of a text belongs to, and how far into it.
struct WordOrder {
  struct Box {
    var word: Int
    var left: Int
    var right: Int
    var top: Int
    var bottom: Int
    var runsLeft: Bool
  }

  var boxes: [Box]

  /// Ordinal of the word and the share of it that lies before a point, by the nearest box.
  func place(x: Double, y: Double) -> (word: Int, share: Double) {
    var best: (distance: Double, box: Box)?
    for box in boxes {
      let across = max(Double(box.left) - x, x - Double(box.right), 0)
      let down = max(Double(box.top) - y, y - Double(box.bottom), 0)
      // Another line is farther than another word.
      let distance = across + 8 * down
      if best.map({ distance < $0.distance }) ?? true { best = (distance, box) }
    }
    guard let box = best?.box else { return (0, 0) }
    let along = (x - Double(box.left)) / Double(max(1, box.right - box.left))
    return (box.word, min(max(box.runsLeft ? 1 - along : along, 0), 1))
  }
}

/// The map beside a text's letters: order of the words, and a soft shadow.
struct TextMap {
  let width: Int
  let height: Int
  private(set) var pixels: [UInt8]

  init(letters: [UInt8], width fullWidth: Int, height fullHeight: Int, em: Double, order: WordOrder) {
    width = (fullWidth + 1) / 2
    height = (fullHeight + 1) / 2
    pixels = [UInt8](repeating: 0, count: 4 * width * height)
    var shade = [Float](repeating: 0, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        let alpha = letters[4 * (min(2 * y, fullHeight - 1) * fullWidth + min(2 * x, fullWidth - 1)) + 3]
        shade[y * width + x] = Float(alpha) / 255
      }
    }
    // A tight dark edge and a wide soft one: legible on anything, heavy on nothing.
    let tight = Self.blurred(shade, width, height, radius: max(1, Int((em * 0.022).rounded())))
    let wide = Self.blurred(shade, width, height, radius: max(2, Int((em * 0.085).rounded())))
    for place in shade.indices {
      let depth = 1 - (1 - min(1, 2.2 * tight[place])) * (1 - min(1, 1.15 * wide[place]))
      pixels[4 * place + 3] = UInt8(min(255, (depth * 255).rounded()))
    }
    guard !order.boxes.isEmpty else { return }
    for y in 0..<height {
      for x in 0..<width {
        let (word, share) = order.place(x: Double(2 * x) + 0.5, y: Double(2 * y) + 0.5)
        pixels[4 * (y * width + x)] = UInt8(min(word, 255))
        pixels[4 * (y * width + x) + 1] = UInt8((share * 255).rounded())
      }
    }
  }

  /// Three box blurs: as good as a Gaussian.
  private static func blurred(_ plane: [Float], _ width: Int, _ height: Int, radius: Int) -> [Float] {
    var plane = plane
    for _ in 0..<3 {
      plane = box(plane, count: height, length: width, step: 1, stride: width, radius: radius)
      plane = box(plane, count: width, length: height, step: width, stride: 1, radius: radius)
    }
    return plane
  }

  private static func box(
    _ plane: [Float], count: Int, length: Int, step: Int, stride: Int, radius: Int
  ) -> [Float] {
    var out = plane
    let share = 1 / Float(2 * radius + 1)
    plane.withUnsafeBufferPointer { plane in
      out.withUnsafeMutableBufferPointer { out in
        for line in 0..<count {
          let base = line * stride
          var sum: Float = 0
          for i in 0..<min(radius, length) { sum += plane[base + i * step] }
          for i in 0..<length {
            if i + radius < length { sum += plane[base + (i + radius) * step] }
            if i - radius - 1 >= 0 { sum -= plane[base + (i - radius - 1) * step] }
            out[base + i * step] = max(0, sum * share)
          }
        }
      }
    }
    return out
  }
}
