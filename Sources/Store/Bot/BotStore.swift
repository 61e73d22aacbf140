public import SQLite
import Synchronization

/// Conversations, bindings and the audit trail, in one file.
public final class BotStore: Sendable {
    let database: Database
    let digest: @Sendable (String) -> String
    /// The last number of a suggestion that was given to somebody who is about to file one.
    let lastSuggestion = Mutex<Int64>(0)
    /// The last number of a line to take that was given to somebody who is about to file one.
    let lastEntry = Mutex<Int64>(0)
    /// The last number of a note that was given to somebody who is about to record one.
    let lastNote = Mutex<Int64>(0)
    /// The last number of a hand-over that was given to somebody who is about to ask for one.
    let lastHandOver = Mutex<Int64>(0)
    /// The last number of an agreed action that was given to somebody who is about to record one.
    let lastAction = Mutex<Int64>(0)

    /// Opens the file, and makes it where there is none.
    ///
    /// - Parameter digest: under which a code is kept, so that who reads the file cannot use it: SHA-256.
    /// - Throws: `SQLiteError`, also when a newer edition of the program wrote the file.
    public init(
        path: String, digest: @escaping @Sendable (String) -> String, options: Options = Options()
    ) throws {
        self.digest = digest
        database = try Database(path: path, schema: BotSchema.schema, options: options)
    }

    /// Looks whether a file could be opened; changes nothing.
    ///
    /// - Throws: `SQLiteError`, as opening would.
    public static func examine(path: String) throws {
        try Database.examine(path: path, schema: BotSchema.schema)
    }

    /// The queues and commit groups of the file, for metrics.
    public var statistics: Statistics { database.statistics }

    public func close() async {
        await database.close()
    }
}
