public import Earshot
import SQLite

extension BotStore: SpentAddresses {
    /// Kept under their digest: whoever has such an address can answer in the robot's name.
    public func spend(_ url: String, at now: Timestamp) async throws -> Bool {
        let digest = digest(url)
        return try await database.write { connection in
            try connection.execute(
                "INSERT INTO spent_address (address_hash, spent_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                digest, now.milliseconds)
            return connection.changes > 0
        }
    }

    public func restore(_ url: String) async throws {
        let digest = digest(url)
        try await database.write { connection in
            try connection.execute("DELETE FROM spent_address WHERE address_hash = ?", digest)
        }
    }
}
