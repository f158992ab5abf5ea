import Glibc

/// The few words to the file system that the benches need.
enum Folder {
  static func make(_ path: String) throws {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw BenchError("Cannot make folder \(path).") }
  }

  /// File names with an ending, sorted; none for a folder that is not there.
  static func names(in path: String, ending: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(ending) { names.append(name) }
    }
    return names.sorted()
  }

  static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "wb") else { throw BenchError("Cannot write \(path).") }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw BenchError("Cannot write \(path).") }
  }

  static func write(_ numbers: [Float], to path: String) throws {
    guard let file = fopen(path, "wb") else { throw BenchError("Cannot write \(path).") }
    defer { fclose(file) }
    guard fwrite(numbers, 4, numbers.count, file) == numbers.count else {
      throw BenchError("Cannot write all of \(path).")
    }
  }

  /// CPU seconds of this process so far.
  static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
