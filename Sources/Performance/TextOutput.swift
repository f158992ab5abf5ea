import Foundation

/// A text file, or standard output when the path is “-”. Never overwrites without being told to.
struct TextOutput {
  private let handle: FileHandle
  private let path: String
  private var waiting = Data()
  private static let most = 1 << 15

  init(path: String, force: Bool) throws(PerformanceError) {
    self.path = path
    guard path != "-" else {
      handle = .standardOutput
      return
    }
    guard force || !FileManager.default.fileExists(atPath: path) else { throw .wouldOverwrite(path: path) }
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw .cannotWrite(path: path, reason: "its folder is missing or may not be written to") }
    self.handle = handle
  }

  /// Lines for a screen or a pipe go out at once, those for a file in larger pieces.
  mutating func write(_ text: String) throws(PerformanceError) {
    waiting.append(contentsOf: text.utf8)
    if path == "-" || waiting.count >= Self.most { try flush() }
  }

  mutating func close() throws(PerformanceError) {
    try flush()
    guard path != "-" else { return }
    do { try handle.close() } catch { throw .cannotWrite(path: path, reason: error.localizedDescription) }
  }

  /// Leaves no half-written file behind.
  func discard() {
    let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    if path != "-", kind == .typeRegular { unlink(path) }
  }

  private mutating func flush() throws(PerformanceError) {
    guard !waiting.isEmpty else { return }
    do { try handle.write(contentsOf: waiting) } catch {
      throw .cannotWrite(path: path, reason: error.localizedDescription)
    }
    waiting.removeAll(keepingCapacity: true)
  }
}
