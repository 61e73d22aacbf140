extension Database {
    /// Writes a file's state of this moment into a new file, whole and without the gaps that removed rows left, while others
    /// go on reading and writing it (`VACUUM INTO`, https://www.sqlite.org/lang_vacuum.html). The copy is not yet forced to
    /// the disk, and the log of changes grows while it is made.
    ///
    /// - Parameter copy: the new file; there must be none of this name, or an empty one.
    /// - Throws: `SQLiteError`; what was written of the copy stays.
    public static func copy(_ path: String, into copy: String) throws {
        let source = try Connection(path: path, access: .readWrite)
        try source.execute("VACUUM INTO ?", copy)
    }

    /// Reads a whole file and looks whether its pages and indices fit together (`PRAGMA quick_check`).
    ///
    /// - Returns: the first fault in SQLite's words; nothing for a sound file.
    public static func fault(in path: String) throws -> String? {
        let connection = try Connection(path: path, access: .readOnly)
        let first = try connection.queryOne("PRAGMA quick_check(1)") { $0.text(0) }
        return first == "ok" ? nil : first ?? "it has no answer to quick_check"
    }

    /// Brings all of a file into the file itself, without a log beside it, as long as nobody else has it open. Whoever opens
    /// it next turns the log on again.
    ///
    /// - Throws: `busy` where another connection has it open.
    public static func gather(_ path: String) throws {
        let connection = try Connection(path: path, access: .readWrite)
        let mode = try connection.queryOne("PRAGMA journal_mode = DELETE") { $0.text(0) }
        guard mode == "delete" else {
            throw SQLiteError(.busy, "\(path) is in use")
        }
    }
}
