import Earshot
import SQLite

/// How far the watch has come.
extension BotStore {
    private static let watchedThrough = "watched-through"
    private static let lookedOn = "looked-on"
    private static let arrivedThrough = "arrived-through"

    static func watchPosition(on connection: Connection) throws -> WatchPosition {
        WatchPosition(
            watchedThrough: try position(watchedThrough, on: connection).map { Day(number: Int($0)) },
            lookedOn: try position(lookedOn, on: connection).map { Day(number: Int($0)) },
            arrivedThrough: try position(arrivedThrough, on: connection))
    }

    /// Keeps where the watch has come; what is nothing has not changed.
    static func advance(to position: WatchPosition, on connection: Connection) throws {
        if let day = position.watchedThrough {
            try set(watchedThrough, to: Int64(day.number), on: connection)
        }
        if let day = position.lookedOn { try set(lookedOn, to: Int64(day.number), on: connection) }
        if let number = position.arrivedThrough { try set(arrivedThrough, to: number, on: connection) }
    }

    private static func position(_ name: String, on connection: Connection) throws -> Int64? {
        try connection.queryOne("SELECT position FROM watch_position WHERE name = ?", name) { $0.int64(0) }
    }

    private static func set(_ name: String, to position: Int64, on connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO watch_position (name, position) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET position = excluded.position
            """, name, position)
    }
}
