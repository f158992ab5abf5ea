import Foundation
import Media
import Scenery
import Staging

/// Images that presets bring along, decoded for the stage.
enum Pictures {
  private static let mostBytes = 64 << 20

  /// Why an image isn't even opened.
  struct TooLarge: Error, CustomStringConvertible {
    var bytes: Int
    var description: String { "it has \(bytes) bytes; an image has at most \(Pictures.mostBytes >> 20) MiB" }
  }

  static func load(_ path: String) throws -> StillPicture {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    if let bytes = attributes?[.size] as? Int, bytes > mostBytes { throw TooLarge(bytes: bytes) }
    let image = try StillReader.read(path)
    return StillPicture(size: PixelSize(width: image.width, height: image.height), pixels: image.pixels)
  }

  /// The files of a preset's images, for a take: path relative to the preset, and bytes. What can't be read is left
  /// out: such a preset doesn't come on stage.
  static func files(of preset: Preset) -> [(path: String, bytes: [UInt8])] {
    let folder = (preset.path as NSString).deletingLastPathComponent
    return preset.header.imports.flatMap(\.paths).compactMap { item in
      let path = (folder as NSString).appendingPathComponent(item)
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      guard let size = attributes?[.size] as? Int, size <= mostBytes,
        let data = FileManager.default.contents(atPath: path)
      else { return nil }
      return (item, Array(data))
    }
  }
}

/// The images of a take's presets: where the take keeps what a preset calls by its path.
final class KeptImages {
  private var places: [String: String] = [:]

  func keep(_ path: String, at place: String) { places[path] = place }

  func load(_ path: String) throws -> StillPicture { try Pictures.load(places[path] ?? path) }
}
