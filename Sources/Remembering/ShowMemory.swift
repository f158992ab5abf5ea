import Foundation
import GRDB

/// Why the memory can't be used, in one sentence.
public struct MemoryError: Error, Sendable, CustomStringConvertible {
  public let path: String
  public let reason: String

  public var description: String {
    "The memory of past shows can't be used: \(path): \(reason). Begin a new one with: kinora memory forget."
  }
}

/// What was shown in past performances: a small SQLite file of the user's own.
public struct ShowMemory: Sendable {
  public let path: String
  private let database: DatabaseQueue

  /// How long another Kinora that writes is waited for.
  private static let patienceSeconds = 1.0

  /// Opens the file, or makes it with its folder.
  public init(path: String) throws(MemoryError) {
    self.path = path
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      var configuration = GRDB.Configuration()
      configuration.busyMode = .timeout(Self.patienceSeconds)
      // A file that may be read but not written can still be looked at.
      let isThere = FileManager.default.fileExists(atPath: path)
      configuration.readonly = isThere && !FileManager.default.isWritableFile(atPath: path)
      database = try DatabaseQueue(path: path, configuration: configuration)
      if !configuration.readonly { try Self.tables.migrate(database) }
    } catch {
      throw MemoryError(path: path, reason: Self.reason(of: error))
    }
  }

  private static var tables: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("songs and what was shown with them") { database in
      try database.create(table: "song") { table in
        table.autoIncrementedPrimaryKey("id")
        table.column("title", .text).notNull()
        table.column("startUTC", .text).notNull()
        table.column("seconds", .double).notNull()
        table.column("idea", .text).notNull()
        table.column("hue", .double)
      }
      try database.create(table: "shown") { table in
        table.belongsTo("song", onDelete: .cascade).notNull()
        table.column("kind", .text).notNull()
        table.column("name", .text).notNull()
        table.column("times", .integer).notNull()
        table.column("seconds", .double).notNull()
        table.primaryKey(["songId", "kind", "name"])
      }
    }
    return migrator
  }

  /// Adds a performance; all of it or nothing.
  public func remember(_ song: ShownSong) throws(MemoryError) {
    try use { database in
      try database.execute(
        sql: "INSERT INTO song (title, startUTC, seconds, idea, hue) VALUES (?, ?, ?, ?, ?)",
        arguments: [song.title, song.startUTC, song.seconds, song.idea, song.hue])
      let id = database.lastInsertedRowID
      for item in song.items {
        try database.execute(
          sql: "INSERT INTO shown (songId, kind, name, times, seconds) VALUES (?, ?, ?, ?, ?)",
          arguments: [id, item.kind.rawValue, item.name, item.times, item.seconds])
      }
    }
  }

  /// The latest performances, newest first.
  public func latest(_ count: Int) throws(MemoryError) -> [ShownSong] {
    do {
      return try database.read { database in
        let rows = try Row.fetchAll(
          database, sql: "SELECT * FROM song ORDER BY startUTC DESC, id DESC LIMIT ?", arguments: [count])
        return try rows.map { row in
          let items = try Row.fetchAll(
            database, sql: "SELECT * FROM shown WHERE songId = ? ORDER BY seconds DESC, name",
            arguments: [row["id"] as Int64])
          return ShownSong(
            title: row["title"], startUTC: row["startUTC"], seconds: row["seconds"], idea: row["idea"],
            hue: row["hue"], items: items.compactMap(Self.item))
        }
      }
    } catch {
      throw MemoryError(path: path, reason: Self.reason(of: error))
    }
  }

  private static func item(_ row: Row) -> ShownSong.Item? {
    guard let kind = ShownSong.Kind(rawValue: row["kind"]) else { return nil }
    return ShownSong.Item(kind: kind, name: row["name"], times: row["times"], seconds: row["seconds"])
  }

  private func use(_ change: (Database) throws -> Void) throws(MemoryError) {
    do { try database.write(change) } catch {
      throw MemoryError(path: path, reason: Self.reason(of: error))
    }
  }

  private static func reason(of error: any Error) -> String {
    if let error = error as? DatabaseError {
      return error.message ?? "SQLite error \(error.resultCode.rawValue)"
    }
    return error.localizedDescription
  }
}
