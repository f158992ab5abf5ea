import Media
import Scenery
import Staging

/// Images that presets bring along, decoded for the stage.
enum Pictures {
  static func load(_ path: String) throws -> StillPicture {
    let image = try StillReader.read(path)
    return StillPicture(size: PixelSize(width: image.width, height: image.height), pixels: image.pixels)
  }
}
