import Foundation

/// A second process of this program that tries shaders out, so that it can be ended when one hangs.
final class ProbeWorker {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var pending = Data()

  /// - Parameter command: the hidden command that it runs: `kinora presets COMMAND`.
  init(_ command: String) throws {
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["presets", command]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit { end() }

  var isRunning: Bool { process.isRunning }

  /// Hands lines over.
  ///
  /// - Parameter isLast: nothing more will be said: the worker ends when it is done.
  func say(_ lines: [String], isLast: Bool = false) {
    let text = Data((lines.joined(separator: "\n") + "\n").utf8)
    let handle = input.fileHandleForWriting
    // More than a pipe holds: written while the worker reads.
    Thread.detachNewThread {
      try? handle.write(contentsOf: text)
      if isLast { try? handle.close() }
    }
  }

  func end() {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    // Looking is what works on every thread: Foundation's own waiting needs a run loop.
    while process.isRunning { Thread.sleep(forTimeInterval: 0.002) }
  }

  /// nil when the worker ended or stayed silent for too long.
  func nextLine(withinSeconds patience: Double) -> String? {
    let handle = output.fileHandleForReading.fileDescriptor
    while true {
      if let end = pending.firstIndex(of: 10) {
        let line = String(decoding: pending[pending.startIndex..<end], as: UTF8.self)
        pending = Data(pending[(end + 1)...])
        return line
      }
      var wait = pollfd(fd: handle, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, Int32(patience * 1000)) > 0 else { return nil }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(handle, &bytes, bytes.count)
      guard count > 0 else { return nil }
      pending.append(contentsOf: bytes[..<count])
    }
  }
}
