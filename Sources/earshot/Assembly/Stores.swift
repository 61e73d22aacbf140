import Crypto
import Store

/// The two files of a data folder.
struct Stores: Sendable {
    let bot: BotStore
    let voices: VoiceStore

    /// Opens both, and makes the folder and the files where they are missing.
    ///
    /// - Parameters:
    ///   - notice: what is told of a file that an earlier edition wrote, which may take long to rewrite.
    ///   - isRestoring: whether a restore opens them, before it has ended.
    ///   - room: bytes that are free on the volume of a file; nothing where nobody knows.
    /// - Throws: why not, and what to do about it, in a sentence.
    init(
        folder: String, telling notice: MigrationNotice = .terminal, isRestoring: Bool = false,
        room: (String) -> Int64? = Volume.room
    ) throws(Failure) {
        let folder = DataFolder(path: folder)
        try folder.make()
        if !isRestoring { try folder.expectWhole() }
        bot = try Stores.open(folder.bot, BotStore.pendingMigration, notice, room) { file in
            try BotStore(path: file) { Hexadecimal.encode(Digest.sha256(of: Array($0.utf8))) }
        }
        voices = try Stores.open(folder.voices, VoiceStore.pendingMigration, notice, room) {
            try VoiceStore(path: $0)
        }
    }

    private static func open<Store>(
        _ file: String, _ pendingMigration: (String) throws -> PendingMigration?, _ notice: MigrationNotice,
        _ room: (String) -> Int64?, _ body: (String) throws -> Store
    ) throws(Failure) -> Store {
        do {
            guard let migration = try pendingMigration(file) else { return try body(file) }
            if let objection = room(file).flatMap({ migration.objection(room: $0) }) {
                throw Failure(objection)
            }
            notice.begin(migration, of: file)
            let start = ContinuousClock.now
            let store = try body(file)
            notice.end(migration, of: file, after: ContinuousClock.now - start)
            return store
        } catch {
            throw Failure(DataFolder.sentence(error, about: file))
        }
    }

    /// Opens both for a piece of work, and closes them however it ends.
    static func within<Value>(
        _ folder: String, _ body: (Stores) async throws -> Value
    ) async throws -> Value {
        let stores = try Stores(folder: folder)
        do {
            let value = try await body(stores)
            await stores.close()
            return value
        } catch {
            await stores.close()
            throw error
        }
    }

    func close() async {
        await bot.close()
        await voices.close()
    }
}
