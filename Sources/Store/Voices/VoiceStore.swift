public import Earshot
public import SQLite
import Synchronization

/// The voices with their opinions and daily counts, in one file.
public final class VoiceStore: Sendable {
    let database: Database
    let recent = RecentSketches()
    /// The same of the edition that is being made.
    let rereading = RecentSketches()
    private let versions = Mutex(Versions())

    /// A state of the figures, and that of the file at which it was read.
    private struct Versions: Sendable {
        var file: Int64?
        var figures: FiguresVersion?
    }

    /// Opens the file, and makes it where there is none.
    ///
    /// - Throws: `SQLiteError`, also when a newer edition of the program wrote the file.
    public init(path: String, options: Options = VoiceStore.usualOptions) throws {
        database = try Database(path: path, schema: VoiceSchema.schema, options: options)
    }

    /// Settings for a file that takes in thousands of voices a second and answers beside it.
    public static var usualOptions: Options {
        var options = Options()
        // What a batch of thousands changes stays in memory until its commit.
        options.cacheSize = 49_152
        options.checkpointAfter = 16_384
        options.groupTime = .milliseconds(100)
        // Another process may be taking in a large file, one transaction after the other.
        options.busyTimeout = .seconds(30)
        return options
    }

    /// Looks whether a file could be opened; changes nothing.
    ///
    /// - Throws: `SQLiteError`, as opening would.
    public static func examine(path: String) throws {
        try Database.examine(path: path, schema: VoiceSchema.schema)
    }

    /// How many voices there are, reposts included.
    public func count() async throws -> Int {
        try await database.read { connection in
            try connection.queryOne("SELECT COUNT(*) FROM voice") { $0.int(0) } ?? 0
        }
    }

    /// The queues and commit groups of the file, for metrics.
    public var statistics: Statistics { database.statistics }

    public func close() async {
        await database.close()
    }
}

extension VoiceStore: VoiceRegister {
    public func add(_ voices: [UnderstoodVoice]) async throws -> [Admission] {
        guard !voices.isEmpty else { return [] }
        do {
            return try await database.write { [recent] connection in
                var intake = try VoiceIntakeTransaction(
                    connection, recent: recent, reading: voices.first?.edition)
                let admissions = try voices.map { try intake.add($0) }
                try intake.finish()
                return admissions
            }
        } catch {
            recent.distrust()
            throw error
        }
    }
}

extension VoiceStore {
    /// Another value after every change of the figures, whoever made it; not while an edition is made beside them.
    func figuresVersion() throws -> FiguresVersion? {
        let file = try database.version()
        if let known = versions.withLock({ $0.file == file ? $0.figures : nil }) { return known }
        let figures = try database.readBlocking { try EditionRows($0).version() }
        // Read after the file's: what is kept is never older than the version it is kept under.
        versions.withLock { $0 = Versions(file: file, figures: figures) }
        return figures
    }
}
