import Earshot
import SQLite

/// How far the watch has come.
extension BotStore {
    static let watchedThrough = "watched-through"
    static let lookedOn = "looked-on"
    static let arrivedThrough = "arrived-through"

    static func position(_ name: String, on connection: Connection) throws -> Int64? {
        try connection.queryOne("SELECT position FROM watch_position WHERE name = ?", name) { $0.int64(0) }
    }

    static func day(_ name: String, on connection: Connection) throws -> Day? {
        try position(name, on: connection).map { Day(number: Int($0)) }
    }

    static func setPosition(_ name: String, to position: Int64, on connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO watch_position (name, position) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET position = excluded.position
            """, name, position)
    }
}
