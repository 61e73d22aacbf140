import Earshot
import Glibc
import Store

/// How the reading of a file's voices stands.
struct RereadingStatus {
    /// The edition of the figures; nothing before the first voice.
    private(set) var edition: FiguresEdition?
    /// How far the next edition has come; nothing while there is none.
    private(set) var next: RereadingProgress?
    /// The number of the newest voice.
    private(set) var voices = 0

    /// Looks at a file and leaves it as it is. Where there is none, there are no voices.
    ///
    /// - Throws: `Failure` for a file of an earlier edition, which a service may be using that could not go on with it
    ///   when it is rewritten; what opening throws.
    init(of file: String) async throws {
        guard access(file, F_OK) == 0 else { return }
        if let migration = try VoiceStore.pendingMigration(path: file) {
            throw Failure(
                "\(file) is of schema \(migration.from), and this edition of the program needs \(migration.to): the "
                    + "service rewrites it at its start, or earshot reread while the service is stopped")
        }
        let store = try VoiceStore(path: file)
        do {
            (edition, next) = (try store.edition(), try store.progress())
            voices = Int(try await store.lastArrival())
        } catch {
            await store.close()
            throw error
        }
        await store.close()
    }

    /// Whether there is nothing to be read again.
    func isUpToDate(with wanted: ReadingEdition) -> Bool {
        voices == 0 || edition?.isWholly(of: wanted) == true
    }
}
