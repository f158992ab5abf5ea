import Glibc
import Synchronization

/// Ctrl-C and SIGTERM: the first asks the performance to finish its files, a second one ends it at once.
public enum Interruption {
  private static let asked = Atomic<Int>(0)

  /// Whether somebody asked for the end.
  public static var isAsked: Bool { asked.load(ordering: .relaxed) > 0 }

  /// Asks for the end as Ctrl-C does.
  public static func ask() { asked.add(1, ordering: .relaxed) }

  /// From here on signals are heard. Writing past a file size limit, or to a closed pipe, is an error, not an end.
  public static func listen() {
    _ = isAsked  // initialised before a handler needs it
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        if Interruption.asked.add(1, ordering: .relaxed).oldValue > 0 { _exit(128 + number) }
      }
    }
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
}
