import CGL
import Scenery

enum PixelReader {
  /// Reads the bound framebuffer, top row first.
  static func read(_ size: PixelSize, into buffer: UnsafeMutableRawBufferPointer) {
    guard let start = buffer.baseAddress else { return }
    glReadPixels(
      0, 0, GLsizei(size.width), GLsizei(size.height), GLName.rgba, GLName.unsignedByte, start)
    // OpenGL begins at the bottom.
    let row = 4 * size.width
    withUnsafeTemporaryAllocation(byteCount: row, alignment: 16) { spare in
      for i in 0..<(size.height / 2) {
        let top = UnsafeMutableRawBufferPointer(rebasing: buffer[(i * row)..<((i + 1) * row)])
        let mirrored = size.height - 1 - i
        let bottom = UnsafeMutableRawBufferPointer(
          rebasing: buffer[(mirrored * row)..<((mirrored + 1) * row)])
        spare.copyMemory(from: UnsafeRawBufferPointer(top))
        top.copyMemory(from: UnsafeRawBufferPointer(bottom))
        bottom.copyMemory(from: UnsafeRawBufferPointer(spare))
      }
    }
  }

  /// FNV-1a, 64 bit.
  static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBufferPointer { bytes in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      return hash
    }
  }
}
