import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("How much a warning was in its places, of an edition before")
struct LoudnessStoreTests {
    @Test("is kept for the warning's own place, and of one from before that its peak")
    func migration() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("bot.db")
        let old = Schema(
            applicationID: BotSchema.schema.applicationID,
            migrations: BotSchema.schema.migrations.filter { $0.number < 32 })
        let database = try Database(path: path, schema: old, options: Options())
        let city = WatchedPlace.city(Fixtures.hangzhou)
        let subjects = [
            WarningSubject.complaints(WatchedMatter(city, Aspect("fuel"))),
            .complaints(WatchedMatter(.nation, nil)),
            .praise(WatchedMatter(city, nil, praiseOf: Rival(brand: "云途", series: "云途 L7"))),
            .silence(source: "论坛"),
        ]
        try await database.write { connection in
            for (index, (subject, loudest)) in zip(subjects, [57.25, 0, 12, 0]).enumerated() {
                try connection.execute(
                    """
                    INSERT INTO warning (
                        number, version, subject, parts, state, severity, is_ongoing, since, last_abnormal,
                        ordinary_days, first_day, last_day, observed, expected, return_period, peak_first_day,
                        peak_last_day, peak_observed, peak_expected, peak_return_period, opened_at, reopenings,
                        loudest)
                    VALUES (?, 0, ?, '', 0, 1, 1, 9, 9, 0, 9, 9, 8, 0.5, 3, 9, 9, 40, 0.5, 3, 0, 0, ?)
                    """, index + 1, subject.description, loudest)
            }
        }
        await database.close()
        let store = try BotStore(path: path, digest: { $0 })
        let warnings = try await store.book(endedSince: Fixtures.now, regions: []).warnings
        #expect(warnings.count == 4)
        #expect(warnings[1]?.loudness[city] == 57.25 && warnings[1]?.loudness[.nation] == nil)
        #expect(warnings[2]?.loudness[.nation] == 39.5, "that of its peak")
        #expect(warnings[3]?.loudness[city] == 39.5)
        #expect(warnings[4]?.subject == .silence(source: "论坛"))
        await store.close()
    }
}
