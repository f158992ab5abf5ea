import Glibc

/// The machine's monotonic clock. Only Performance owns one; everything below is told the time.
public struct WallClock: Sendable {
  public init() {}

  /// Nanoseconds since some fixed instant; the clock that audio blocks are stamped with.
  public func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Sleeps until `deadline`, undisturbed by how long anything before took. Returns at once when it is past.
  public func sleep(until deadline: Int64) {
    guard deadline > now() else { return }
    var time = timespec(tv_sec: Int(deadline / 1_000_000_000), tv_nsec: Int(deadline % 1_000_000_000))
    while clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nil) == EINTR {}
  }
}
