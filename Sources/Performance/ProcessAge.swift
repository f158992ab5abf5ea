import Foundation

/// How long this program has been running, from the command on.
enum ProcessAge {
  /// Seconds since the kernel started the process, to a hundredth; nil where the kernel doesn't tell.
  static var seconds: Double? {
    guard let text = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
      let end = text.lastIndex(of: ")")
    else { return nil }
    // Fields from the third on stand after the program's name; the 22nd is the start in ticks since boot (proc(5)).
    let fields = text[text.index(after: end)...].split(separator: " ")
    guard fields.count > 19, let ticks = Double(fields[19]) else { return nil }
    var now = timespec()
    clock_gettime(CLOCK_BOOTTIME, &now)
    let seconds = Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
    return seconds - ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The most memory that was resident at a time, MiB.
  static var peakMebibytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}
