import Glibc
import SQLite

/// What opening a file will do to it first.
public struct PendingMigration: Sendable, Hashable {
    /// The schema the file has, and the one it is brought to.
    public let from: Int
    public let to: Int
    /// Bytes that must be free on the file's volume before; 0 where little of the file is written anew.
    public let needed: Int64

    init(from: Int, to: Int, needed: Int64 = 0) {
        self.from = from
        self.to = to
        self.needed = needed
    }

    /// Why it is better not begun, as a sentence with what to do; nothing where there is room enough.
    ///
    /// - Parameter room: bytes that are free.
    public func objection(room: Int64) -> String? {
        guard room < needed else { return nil }
        return
            "it has to be brought from schema \(from) to \(to), for which \(needed >> 20) MB must be free on its "
            + "volume, and \(room >> 20) are; it has not been changed"
    }

    /// Looks at a file, which is not being opened meanwhile by this process.
    ///
    /// - Parameter rewriting: the last version that writes everything anew, in one transaction: the old and the new stand in
    ///   the file then, and the new in the log beside it.
    /// - Returns: nothing for a file that is new, up to date, or not of this kind, which opening refuses.
    /// - Throws: `SQLiteError`, as opening would.
    static func find(in path: String, schema: Schema, rewriting: Int = 0) throws -> PendingMigration? {
        guard Glibc.access(path, F_OK) == 0 else { return nil }
        let connection = try Connection(path: path, access: .readWrite)
        let kind = try connection.queryOne("PRAGMA application_id") { $0.int(0) }
        guard kind == Int(schema.applicationID) else { return nil }
        let version = try connection.queryOne("PRAGMA user_version") { $0.int(0) } ?? 0
        guard version < schema.version else { return nil }
        let size = Volume.size(of: path) + Volume.size(of: path + "-wal")
        return PendingMigration(
            from: version, to: schema.version, needed: version < rewriting ? 2 * size : 0)
    }
}

extension BotStore {
    /// What opening the file will do to it first; nothing when there is nothing to do.
    public static func pendingMigration(path: String) throws -> PendingMigration? {
        try PendingMigration.find(in: path, schema: BotSchema.schema)
    }
}

extension VoiceStore {
    /// What opening the file will do to it first; nothing when there is nothing to do.
    public static func pendingMigration(path: String) throws -> PendingMigration? {
        try PendingMigration.find(
            in: path, schema: VoiceSchema.schema, rewriting: VoiceSchema.lastRewriting)
    }
}
