internal import CSQLite

/// How a connection is set up. The defaults are for a service that must not lose what it acknowledged.
public struct Options: Sendable {
    /// The most memory the page cache of one connection takes, in KiB.
    public var cacheSize = 8192
    /// How much of the file is read through a memory map, in bytes. 0 reads through the page cache, which
    /// keeps the resident memory of the process small.
    public var mappedSize = 0
    /// The pages in the write-ahead log after which they are moved into the file.
    public var checkpointAfter = 4000
    /// The size, in bytes, to which the write-ahead log is cut back after a checkpoint.
    public var logSizeLimit = 64 << 20
    /// How long to wait for another process that writes the file.
    public var busyTimeout = Duration.seconds(5)
    /// The most statements a connection keeps prepared.
    public var statementCache = 256
    /// The most transactions in one commit.
    public var groupLimit = 256
    /// How long a group goes on taking in transactions before it is committed.
    public var groupTime = Duration.milliseconds(10)
    /// The most reads at work at one time.
    public var readers = 4
    /// The most memory the page cache of one reader takes, in KiB.
    public var readerCacheSize = 4096

    public init() {}
}

/// What a connection may do with its file.
public enum Access: Sendable {
    case readOnly
    case readWrite
    /// As `readWrite`; a missing file is made.
    case readWriteCreate

    var flags: Int32 {
        switch self {
        case .readOnly: SQLITE_OPEN_READONLY
        case .readWrite: SQLITE_OPEN_READWRITE
        case .readWriteCreate: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        }
    }
}

extension Connection {
    func apply(_ options: Options, access: Access) throws(SQLiteError) {
        let cache = access == .readOnly ? options.readerCacheSize : options.cacheSize
        try executeScript(
            """
            PRAGMA foreign_keys = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -\(cache);
            PRAGMA mmap_size = \(options.mappedSize);
            PRAGMA synchronous = FULL;
            """)
        if access == .readOnly {
            try executeScript("PRAGMA query_only = ON")
        } else {
            try executeScript(
                """
                PRAGMA wal_autocheckpoint = \(options.checkpointAfter);
                PRAGMA journal_size_limit = \(options.logSizeLimit);
                """)
        }
    }

    /// Turns write-ahead logging on; it stays on in the file.
    func useWriteAheadLog() throws {
        let mode = try queryOne("PRAGMA journal_mode = WAL") { row in row.text(0) }
        guard mode == "wal" else {
            throw SQLiteError(.inputOutput, "the volume does not support write-ahead logging (WAL)")
        }
    }
}

extension Duration {
    /// Whole milliseconds, rounded down.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }
}
