import Glibc

/// The clock of the device edge: for stamps and pacing, nothing else. It never jumps.
public enum MonotonicClock {
  /// CLOCK_MONOTONIC. Real-time safe.
  public static func nanoseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
  }

  /// Sleeps until a time on this clock; returns at once when it has passed.
  static func sleep(until nanoseconds: Int64) {
    var target = timespec(
      tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    while clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &target, nil) == EINTR {}
  }
}

enum ThreadSignals {
  /// A sound server that dies while it is written to must not end the show: no SIGPIPE on this thread, nor
  /// on those that sound libraries start from it.
  static func blockBrokenPipe() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}

enum ThreadPriority {
  /// Above ordinary real-time work, below the sound server's.
  private static let level: Int32 = 40

  /// Asks for real-time scheduling of the calling thread.
  ///
  /// - Returns: false when the system refuses.
  static func raise() -> Bool {
    var wish = sched_param()
    wish.sched_priority = level
    return pthread_setschedparam(pthread_self(), SCHED_FIFO, &wish) == 0
  }
}
