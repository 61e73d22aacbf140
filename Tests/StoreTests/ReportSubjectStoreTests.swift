import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("What reports are of, on disk")
struct ReportSubjectStoreTests {
    @Test(
        "subscriptions of an edition before keep their numbers, and a number that was given is given to no other"
    )
    func migration() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("bot.db")
        let old = Schema(
            applicationID: BotSchema.schema.applicationID,
            migrations: BotSchema.schema.migrations.filter { $0.number < 24 })
        let database = try Database(path: path, schema: old, options: Options())
        try await database.write { connection in
            for day in 1...3 {
                try connection.execute(
                    """
                    INSERT INTO report_subscription (person, kind, place, aspect, schedule, since)
                    VALUES ('wangfang', 'monthly', 'city:330100', '', ?, 1)
                    ON CONFLICT DO UPDATE SET schedule = excluded.schedule
                    """, "monthly@\(day) 09:00")
            }
            try connection.executeScript(
                """
                INSERT INTO report_subscription (number, person, kind, place, aspect, schedule, since)
                VALUES (9, 'wangfang', 'daily', 'city:330100', '', 'daily@08:30', 1);
                DELETE FROM report_subscription WHERE number = 9;
                """)
        }
        await database.close()
        let bot = try BotStore(path: path, digest: { $0 })
        let kept = try await bot.reportSubscriptions(of: "wangfang", regions: Fixtures.regions)
        #expect(kept.map(\.number) == [1])
        #expect(kept.first?.schedule.name == "monthly@3 09:00" && kept.first?.topic.subject == .own)
        let next = ReportSubscription(
            person: "wangfang", topic: ReportTopic(.daily, of: .city(Fixtures.hangzhou), about: .rivals),
            schedule: ReportSchedule(.daily, at: TimeOfDay(hour: 8)), since: Fixtures.now)
        try await bot.database.write { try BotStore.keep(next, at: Fixtures.now, on: $0) }
        let both = try await bot.reportSubscriptions(of: "wangfang", regions: Fixtures.regions)
        #expect(both.map(\.number) == [1, 10])
        await bot.close()
    }
}
