import Glibc
import SQLite

/// What opening a file will do to it first.
public struct PendingMigration: Sendable, Hashable {
    /// The schema the file has, and the one it is brought to.
    public let from: Int
    public let to: Int

    /// Looks at a file, which is not being opened meanwhile by this process.
    ///
    /// - Returns: nothing for a file that is new, up to date, or not of this kind, which opening refuses.
    /// - Throws: `SQLiteError`, as opening would.
    static func find(in path: String, schema: Schema) throws -> PendingMigration? {
        guard Glibc.access(path, F_OK) == 0 else { return nil }
        let connection = try Connection(path: path, access: .readWrite)
        let kind = try connection.queryOne("PRAGMA application_id") { $0.int(0) }
        guard kind == Int(schema.applicationID) else { return nil }
        let version = try connection.queryOne("PRAGMA user_version") { $0.int(0) } ?? 0
        return version < schema.version ? PendingMigration(from: version, to: schema.version) : nil
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
        try PendingMigration.find(in: path, schema: VoiceSchema.schema)
    }
}
