import Foundation

/// When a performance began, by the calendar: for names and records only, never for timing.
struct StartTime {
  private let date: Date

  static var now: StartTime { StartTime(date: Date()) }

  /// ISO 8601 in UTC.
  var utc: String { ISO8601DateFormatter().string(from: date) }

  /// For file names: 2026-11-23 22.10.56, in local time.
  var fileName: String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.dateFormat = "yyyy-MM-dd HH.mm.ss"
    return formatter.string(from: date)
  }
}
