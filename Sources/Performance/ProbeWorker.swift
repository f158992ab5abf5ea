import Foundation

/// The process that tries files out.
final class ProbeWorker {
  private let work: FolderCheck.Work
  private let process = Process()
  private let output = Pipe()
  private var pending = Data()

  init(_ work: FolderCheck.Work, paths: [String]) throws {
    self.work = work
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["presets", work.rawValue]
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // More than a pipe holds: written while the worker reads.
    let list = Data((paths.joined(separator: "\n") + "\n").utf8)
    Thread.detachNewThread {
      try? input.fileHandleForWriting.write(contentsOf: list)
      try? input.fileHandleForWriting.close()
    }
  }

  var isRunning: Bool { process.isRunning }

  func end() {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  /// nil when the worker ended or stayed silent for too long.
  func nextLine() -> String? {
    let handle = output.fileHandleForReading.fileDescriptor
    while true {
      if let end = pending.firstIndex(of: 10) {
        let line = String(decoding: pending[pending.startIndex..<end], as: UTF8.self)
        pending = Data(pending[(end + 1)...])
        return line
      }
      var wait = pollfd(fd: handle, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, Int32(work.patienceSeconds * 1000)) > 0 else { return nil }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(handle, &bytes, bytes.count)
      guard count > 0 else { return nil }
      pending.append(contentsOf: bytes[..<count])
    }
  }
}
