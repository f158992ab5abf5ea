import Media
import Scenery

/// Where a stay of a clip stands at one instant.
public struct ClipMoment: Sendable {
  public var scene: PresetIndex
  public var schedule: ClipSchedule
  /// Bars since the entrance.
  public var bars: Double
  /// A bar's length at the entrance, seconds.
  public var barSeconds: Double

  public init(scene: PresetIndex, schedule: ClipSchedule, bars: Double, barSeconds: Double) {
    self.scene = scene
    self.schedule = schedule
    self.bars = bars
    self.barSeconds = barSeconds
  }

  /// Time in the clip, seconds.
  public var clipSeconds: Double { schedule.seconds(atBars: bars) }
}

/// Decodes the pictures of clips for the stage; live it never makes a frame wait.
public protocol ClipSource: AnyObject {
  /// The picture that is due, or the last one that is there; nil where there is none yet.
  func picture(of clip: Clip, at moment: ClipMoment) -> ClipPicture?
}

/// The texture of a stay that shows a clip.
struct ClipSheet {
  let schedule: ClipSchedule
  var texture: Texture?
  /// When the picture in the texture begins, clip seconds: which one it is.
  var start = -1.0
}

extension Stage {
  /// A clip's picture as a texture; nil while none has come.
  func texture(of clip: Clip, _ layer: LayerPlan, _ key: AppearanceKey) -> Texture? {
    let stay = layer.appearance
    var sheet =
      clipSheets[key]
      ?? ClipSheet(schedule: ClipSchedule(clip, barSeconds: stay.barSeconds, variation: stay.variation))
    defer { clipSheets[key] = sheet }
    let moment = ClipMoment(
      scene: stay.scene, schedule: sheet.schedule, bars: layer.bars, barSeconds: stay.barSeconds)
    guard let picture = clips?.picture(of: clip, at: moment) else { return sheet.texture }
    let size = PixelSize(width: picture.width, height: picture.height)
    guard picture.pixels.count == 4 * size.width * size.height,
      max(size.width, size.height) <= context.textureLimit
    else { return sheet.texture }
    if sheet.texture?.size != size {
      sheet.texture = Texture(context, size: size, format: .colour, pixels: picture.pixels)
    } else if sheet.start != picture.start {
      sheet.texture?.replace(with: picture.pixels)
    }
    sheet.start = picture.start
    return sheet.texture
  }
}
