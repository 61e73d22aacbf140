import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("Which warnings somebody wishes to be told of, on disk")
struct WarningWishStoreTests {
    private let hangzhou = WatchedPlace.city(Fixtures.hangzhou)

    @Test(
        "subscriptions of an edition before mean what they meant, and others of the place stand beside them")
    func migration() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("bot.db")
        let old = Schema(
            applicationID: BotSchema.schema.applicationID,
            migrations: Array(
                BotSchema.schema.migrations.prefix {
                    $0.name != "warnings of a store, a series or rivals by wish"
                }))
        #expect(old.version < BotSchema.schema.version)
        let database = try Database(path: path, schema: old, options: Options())
        try await database.write { connection in
            try connection.executeScript(
                """
                INSERT INTO warning_subscription (person, place, aspect, since)
                VALUES ('wangfang', 'city:330100', '', 1000), ('wangfang', 'city:330100', 'fuel', 2000);
                """)
        }
        await database.close()
        let bot = try BotStore(path: path, digest: { $0 })
        let kept = try await bot.subscriptions(of: "wangfang", regions: Fixtures.regions)
        #expect(kept.map(\.wish) == [WarningWish(hangzhou), WarningWish(hangzhou, aspect: Aspect("fuel"))])
        #expect(kept.map(\.since.milliseconds) == [1000, 2000])
        let wishes = [
            WarningWish(hangzhou, about: .series("星驰X5")), WarningWish(hangzhou, about: .rivals),
            WarningWish(hangzhou, about: .rival(Rival(brand: "云途", series: "云途L7"))),
            WarningWish(.store(WatchedStore(id: "HZ001", name: "杭州西湖店", city: Fixtures.hangzhou))),
        ]
        let subscriptions = wishes.map { WarningSubscription(person: "wangfang", $0, since: Fixtures.now) }
        // Said twice it is kept once.
        for subscription in subscriptions + subscriptions {
            try await bot.database.write { try BotStore.keep(subscription, at: Fixtures.now, on: $0) }
        }
        let all = try await bot.subscriptions(of: "wangfang", regions: Fixtures.regions)
        #expect(all.count == 6 && Set(all.map(\.wish)).isSuperset(of: wishes))
        #expect(Set(try await bot.subscriptions(regions: Fixtures.regions)) == Set(all))
        try await bot.database.write { try BotStore.remove(subscriptions[0], at: Fixtures.now, on: $0) }
        let left = try await bot.subscriptions(of: "wangfang", regions: Fixtures.regions)
        #expect(Set(left.map(\.wish)) == Set(all.map(\.wish)).subtracting([wishes[0]]))
        await bot.close()
    }

    @Test("a subject that is none any more is nobody's wish, and the others are read")
    func unreadable() async throws {
        let folder = try TemporaryFolder()
        let bot = try BotStore(path: folder.file("bot.db"), digest: { $0 })
        try await bot.database.write { connection in
            try connection.executeScript(
                """
                INSERT INTO warning_subscription (person, place, aspect, subject, since)
                VALUES ('wangfang', 'nation', '', 'planets', 1), ('wangfang', 'nation', '', 'rivals', 2);
                """)
        }
        let read = try await bot.subscriptions(of: "wangfang", regions: Fixtures.regions)
        #expect(read.map(\.wish) == [WarningWish(.nation, about: .rivals)])
        await bot.close()
    }
}
