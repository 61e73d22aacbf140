internal import Synchronization

/// One database file: many readers and one writer that commits waiting transactions in groups.
///
/// The file is in write-ahead-log mode with `synchronous = FULL`: what `write` has returned survives a crash
/// of the machine. Reads go on while a write is at work.
public final class Database: Sendable {
    public let path: String
    let writer: GroupWriter
    let readers: ReaderPool
    private let watch: VersionWatch
    private let writerEnd = OneShot()

    /// Opens or makes the file, brings its schema up to date and starts the writer.
    ///
    /// - Throws: `SQLiteError`; `refused` for a file of another kind or of a newer edition, which is left as
    ///   it is.
    public init(path: String, schema: Schema, options: Options = Options()) throws {
        let connection = try Connection(path: path, options: options)
        try schema.check(connection, path: path)
        try connection.useWriteAheadLog()
        try schema.migrate(connection, path: path)
        self.path = path
        writer = GroupWriter(options: options)
        readers = ReaderPool(path: path, options: options)
        watch = VersionWatch(path: path)
        let checkpointer = try Checkpointer(path: path, options: options)
        connection.watchLog()
        let handover = Handover(connection)
        do {
            try startThread { [writer, writerEnd] in
                if let connection = handover.take() { writer.work(on: connection, beside: checkpointer) }
                writerEnd.fire()
            }
        } catch {
            checkpointer.close()
            throw error
        }
    }

    deinit {
        readers.close()
        writer.close()
    }

    /// Counts of what was done and what waits, for metrics.
    public var statistics: Statistics {
        var statistics = writer.statistics
        statistics.reads = readers.reads
        statistics.waitingReads = readers.queue.depth
        return statistics
    }

    /// A number that is another one after every commit to the file, whoever made it, this process or another: what
    /// was read while it was the same is still so. It means nothing after the file is opened again.
    ///
    /// Takes a few microseconds on the calling thread.
    public func version() throws -> Int64 {
        try watch.version()
    }

    /// Finishes what is queued, empties the write-ahead log into the file and closes it. Anything asked
    /// afterwards throws. Closing again waits for the same end.
    public func close() async {
        watch.close()
        readers.close()
        await readers.end.wait()
        writer.close()
        await writerEnd.wait()
    }
}

/// Hands the connection from the thread that opened it to the one that writes.
// `take` is called once, by the new thread, and the old one has let go by then.
private final class Handover: @unchecked Sendable {
    private var connection: Connection?

    init(_ connection: Connection) {
        self.connection = connection
    }

    func take() -> Connection? {
        defer { connection = nil }
        return connection
    }
}
