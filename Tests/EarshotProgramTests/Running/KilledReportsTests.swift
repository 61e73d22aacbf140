import Earshot
import EarshotTesting
import Foundation
import PlatformStandIns
import SQLite
import Store
import Testing

@testable import EarshotProgram

/// The program killed at random instants while reports go to many who have subscribed.
@Suite("kill -9 while reports go out")
struct KilledReportsTests {
    private static let seed =
        ProcessInfo.processInfo.environment["EARSHOT_SEED"].flatMap { UInt64($0) } ?? 20_261_127
    private static let people = 40

    @Test("everybody is sent the report that is due, and nobody twice", .timeLimit(.minutes(2)))
    func killed() async throws {
        let names = (0..<KilledReportsTests.people).map { "d\($0)" }
        let (site, platform) = try SampleSite.reached(
            names, rows: names.map { "\($0),店员\($0),dealer,D001,,wecom:\($0)" })
        try await KilledReportsTests.subscribe(names, site)
        let mayhem = Mayhem(seed: KilledReportsTests.seed)
        for _ in 0..<5 {
            // As soon as the first reports are on disk, or after some have gone.
            let countdown = Countdown(mayhem.number(in: 0...6))
            let victim = Victim()
            platform.misbehave { request in
                guard request.path.hasSuffix("/message/send"), countdown.isNext() else { return nil }
                victim.kill()
                return nil
            }
            let program = try site.start()
            victim.take(program)
            let open = try await KilledReportsTests.open(site)
            if open == 0 {
                _ = await program.logged("\"message\":\"serving\"")
                program.signal(SIGKILL)
            }
            #expect(await program.end() == RunningProgram.End(status: SIGKILL, isSignal: true))
            platform.recover()
            try await site.hurry()
        }
        let program = try site.start()
        _ = await program.logged("\"message\":\"serving\"")
        let file = try Connection(path: site.folder.file("data/bot.db"), access: .readOnly)
        while try file.queryOne("SELECT COUNT(*) FROM delivery WHERE state = 3", row: { $0.int(0) })
            != names.count
        { await Task.yield() }
        program.signal(SIGTERM)
        #expect(await program.end() == RunningProgram.End(status: 0, isSignal: false))
        await platform.stop()

        let shown = platform.platform.messages
        print("seed \(KilledReportsTests.seed), \(shown.count) shown")
        #expect(shown.flatMap(\.recipients).sorted() == names.sorted(), "everybody, and nobody twice")
        #expect(shown.allSatisfy { "\($0.body)".contains("周报") })
        try await site.withStores { stores in
            let issues = try await stores.bot.reportIssues(limit: 999)
            #expect(issues.count == names.count && Set(issues.map(\.person)) == Set(names))
            #expect(Set(issues.map(\.report.key)).count == 1)
        }
    }

    /// Weekly reports that were due at noon of yesterday, while no program ran.
    private static func subscribe(_ names: [String], _ site: SampleSite) async throws {
        let now = SystemClock().now
        let yesterday = LocalCalendar.shanghai.day(of: now) - 1
        let schedule = ReportSchedule(.weekly(weekday: yesterday.weekday), at: TimeOfDay(hour: 12))
        try await site.withStores { stores in
            let effects = names.map { name in
                Turn.Effect.subscribeToReport(
                    ReportSubscription(
                        person: name, topic: ReportTopic(.weekly, of: .city(Fixtures.hangzhou)),
                        schedule: schedule, since: now - .seconds(3 * 86_400)))
            }
            _ = try await stores.bot.commit(
                Turn(
                    message: MessageKey(channel: "test", id: "1"),
                    conversation: ConversationKey(account: "test", chat: "test"),
                    state: DialogueState(updatedAt: now), reply: Reply(), effects: effects, at: now))
        }
    }

    /// How many reports have not gone.
    private static func open(_ site: SampleSite) async throws -> Int {
        let file = try Connection(path: site.folder.file("data/bot.db"), access: .readOnly)
        return try people
            - (file.queryOne("SELECT COUNT(*) FROM delivery WHERE state = 3", row: { $0.int(0) }) ?? 0)
    }
}
