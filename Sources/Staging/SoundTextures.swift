import Music
import Scenery

/// The wave and the spectrum of a moment as textures one row high, in the widths that presets ask for.
final class SoundTextures {
  enum Sound: Hashable { case wave, spectrum, rows }

  private struct Key: Hashable {
    var sound: Sound
    var width: Int
  }

  private let context: GraphicsContext
  private var textures: [Key: Texture] = [:]
  private var fresh: Set<Key> = []
  private var wave = [Float](repeating: 0.5, count: 512)
  private var spectrum = [Float](repeating: 0, count: 256)

  init(_ context: GraphicsContext) { self.context = context }

  /// Takes a frame's sound in; textures are written when somebody asks for them.
  func hear(_ moment: Moment) {
    for i in 0..<512 { wave[i] = 0.5 + 0.5 * Self.sound(moment.wave[i]) }
    for i in 0..<256 { spectrum[i] = Self.sound(moment.spectrum[i]) }
    fresh.removeAll(keepingCapacity: true)
  }

  private static func sound(_ value: Float) -> Float { value.isFinite ? min(max(value, -1), 1) : 0 }

  func texture(_ sound: Sound, width: Int) -> Texture {
    let key = Key(sound: sound, width: min(width, context.textureLimit))
    let texture =
      textures[key] ?? Texture(context, size: PixelSize(width: key.width, height: 1), format: .sound)
    textures[key] = texture
    if fresh.insert(key).inserted {
      texture.upload(Self.resampled(sound == .wave ? wave : spectrum, to: key.width))
    }
    return texture
  }

  /// Shadertoy's sound: the spectrum in the lower row, the wave in the upper, 512 wide.
  func rows() -> Texture {
    let key = Key(sound: .rows, width: 512)
    let texture = textures[key] ?? Texture(context, size: PixelSize(width: 512, height: 2), format: .sound)
    textures[key] = texture
    if fresh.insert(key).inserted {
      texture.upload(Self.resampled(spectrum, to: 512), toRow: 0)
      texture.upload(Self.resampled(wave, to: 512), toRow: 1)
    }
    return texture
  }

  /// Fewer: means of what falls together. More: straight lines between.
  static func resampled(_ row: [Float], to width: Int) -> [Float] {
    if width == row.count { return row }
    if width < row.count {
      return (0..<width).map { i in
        let part = row[(i * row.count / width)..<((i + 1) * row.count / width)]
        return part.reduce(0, +) / Float(part.count)
      }
    }
    return (0..<width).map { i in
      let at = Float(i) * Float(row.count - 1) / Float(width - 1)
      let left = min(Int(at), row.count - 2)
      return row[left] + (row[left + 1] - row[left]) * (at - Float(left))
    }
  }
}
