import Earshot
import EarshotTesting
import Metrics
import Store
import Synchronization
import Testing

@testable import EarshotProgram

@Suite("Reading again beside the service")
struct BackgroundRereadingTests {
    /// Threads that the system gives or does not.
    private final class Threads: Sendable {
        let areThere = Atomic(false)
        private let count = Atomic(0)

        /// How often one was asked for.
        var asked: Int { count.load(ordering: .relaxed) }

        func start(_ body: @escaping @Sendable () -> Void) -> Bool {
            count.add(1, ordering: .relaxed)
            return areThere.load(ordering: .relaxed) && startThread(body)
        }
    }

    @Test("a thread that the system does not give is asked for again, and nobody waits for the end of it")
    func noThread() async throws {
        let folder = try TemporaryFolder()
        let store = try VoiceStore(path: folder.file("voices.db"))
        let installation = try Installation.read(DemoTests.config, needsSecrets: false)
        let comprehension = try installation.comprehension()
        let (threads, metrics) = (Threads(), Metrics())
        let rereading = BackgroundRereading(
            of: store, by: { comprehension }, clock: ManualClock(),
            log: RereadingLog(metrics, of: store), onThread: threads.start)
        rereading.wake()
        rereading.wake()
        #expect(threads.asked == 2)
        rereading.retry()
        try #require(threads.asked == 3)
        #expect(await metrics.exposition().contains("earshot_reread_failures_total 3\n"))
        await rereading.stop()
        await store.close()
    }

    @Test("with a thread again, what failed is done")
    func threadAgain() async throws {
        let folder = try TemporaryFolder()
        let store = try VoiceStore(path: folder.file("voices.db"))
        let installation = try Installation.read(DemoTests.config, needsSecrets: false)
        let comprehension = try installation.comprehension()
        let threads = Threads()
        let (begun, beginning) = AsyncStream<Void>.makeStream()
        let rereading = BackgroundRereading(
            of: store,
            by: {
                beginning.finish()
                return comprehension
            }, clock: ManualClock(), log: RereadingLog(Metrics(), of: store), onThread: threads.start)
        rereading.wake()
        threads.areThere.store(true, ordering: .relaxed)
        rereading.retry()
        try #require(threads.asked == 2)
        for await _ in begun {}
        await rereading.stop()
        #expect(try store.edition()?.reading == comprehension.edition)
        await store.close()
    }
}
