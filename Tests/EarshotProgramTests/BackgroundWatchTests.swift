import EarshotTesting
import Metrics
import SQLite
import Store
import Testing

@testable import Earshot
@testable import EarshotProgram

@Suite("What the service does about warnings in the background")
struct BackgroundWatchTests {
    /// Words that nobody reads.
    private struct NoTexts: Texts {
        func reply(_ prompt: Prompt, _ values: TextValue) throws -> Reply { Reply() }
        func words(_ value: TextValue) throws -> String { "" }
    }

    private let folder: TemporaryFolder
    private let stores: Stores
    private let clock = ManualClock()
    private let metrics = Metrics()
    private let watch: BackgroundWatch

    init() throws {
        folder = try TemporaryFolder()
        let stores = try Stores(folder: folder.file("data"))
        self.stores = stores
        let directory = FixtureDirectory()
        let situation = WarningRounds.Situation(
            watch: Watch(calendar: WorkCalendar(), regions: Fixtures.regions), safety: .none,
            workCalendar: WorkCalendar(),
            audience: WarningAudience(
                ChainOfCommand(directory: directory, headquarters: []), administrators: []),
            directory: directory,
            rules: WarningRules(quietHours: QuietHours(from: TimeOfDay(hour: 0), until: TimeOfDay(hour: 0))),
            post: NoticePost(texts: NoTexts(), figures: stores.voices, directory: directory),
            reach: FixtureWays())
        watch = BackgroundWatch(
            stores, clock: clock, situation: { situation }, wake: { _ in },
            log: WatchLog(metrics, of: stores.bot), pause: .seconds(86_400))
    }

    /// A figure that a running service shows.
    private func figure(_ name: String) async -> Int {
        let lines = await metrics.exposition().split(separator: "\n")
        return lines.first { $0.hasPrefix("\(name) ") }.flatMap { Int($0.dropFirst(name.count + 1)) } ?? 0
    }

    private var looks: Int { get async { await figure("earshot_watch_seconds_count") } }

    @Test("the counts are looked at once an hour, whatever rounds there are between")
    func hourly() async throws {
        var hourly = HourlyLook()
        for (seconds, count) in [(0, 1), (60, 1), (3539, 1), (1, 2), (3599, 2), (1, 3), (-7200, 4), (60, 4)] {
            clock.advance(by: .seconds(seconds))
            await watch.makeRound(&hourly)
            #expect(await looks == count, "after \(seconds) more seconds")
        }
        #expect(await figure("earshot_watch_failures_total") == 0)
        await stores.close()
    }

    @Test("after a look that failed they are looked at again in the next round")
    func failed() async throws {
        var hourly = HourlyLook()
        let file = try Connection(path: folder.file("data/voices.db"))
        try file.execute("ALTER TABLE daily_count RENAME TO elsewhere")
        for failures in 1...2 {
            await watch.makeRound(&hourly)
            let figures = (await looks, await figure("earshot_watch_failures_total"))
            #expect(figures == (0, failures))
            clock.advance(by: .seconds(60))
        }
        try file.execute("ALTER TABLE elsewhere RENAME TO daily_count")
        for _ in 1...2 {
            await watch.makeRound(&hourly)
            let figures = (await looks, await figure("earshot_watch_failures_total"))
            #expect(figures == (1, 2))
            clock.advance(by: .seconds(60))
        }
        await stores.close()
    }

    /// Ends by its time alone where nothing wakes the watch: the pause is a day.
    @Test("whoever wakes it has a round made at once", .timeLimit(.minutes(1)))
    func woken() async throws {
        let work = Task { [watch] in await watch.run() }
        while await looks < 1 { await Task.yield() }
        clock.advance(by: .seconds(3600))
        watch.wake()
        while await looks < 2 { await Task.yield() }
        work.cancel()
        await work.value
        #expect(await looks == 2)
        await stores.close()
    }
}
