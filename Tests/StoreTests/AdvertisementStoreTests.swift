import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("Advertisements in the store")
struct AdvertisementStoreTests {
    private static let offer = "厂家直销全车脚垫,全国包邮,微信同号,欢迎咨询,买一送一"
    private let folder: TemporaryFolder
    private let lastWeek = (Fixtures.today - 7)...(Fixtures.today - 1)

    init() throws {
        folder = try TemporaryFolder()
    }

    private func advertisement(_ id: String, _ text: String = offer) -> UnderstoodVoice {
        var voice = understood(id, text, sentiment: 0.8, opinions: [("price", .positive)])
        voice.reading.isAdvertisement = true
        return voice
    }

    @Test("an advertisement is kept and stands in no figure and no quote, and neither does its repost")
    func kept() async throws {
        let store = try VoiceStore(path: folder.file("voices.db"))
        let admissions = try await store.add([
            advertisement("1"), advertisement("2", "转发 " + Self.offer + "!!"),
            understood("3", "油耗有点高", opinions: [("fuel", .negative)]),
        ])
        #expect(admissions == [.advertisement, .advertisement, .accepted])
        #expect(try await store.count() == 3)
        #expect(try await store.recountDifferences() == 0)
        guard
            case .seen(let hangzhou) = Scope(of: Fixtures.westLakeDealer, regions: Fixtures.regions)
                .place(city: nil, region: nil)
        else { throw SQLiteError.Missing() }
        let slice = try await store.slices([Cut(.place(hangzhou), during: lastWeek)])[0]
        #expect(slice.overall.total == 1)
        #expect(slice[Aspect("price"[...])].total == 0)
        let quotes = try await store.voices(VoiceSelection(.place(hangzhou), during: lastWeek), limit: 9)
        #expect(quotes.map(\.text) == ["油耗有点高"])
        let connection = try Connection(path: folder.file("voices.db"))
        #expect(
            try connection.query(
                "SELECT external_id FROM voice JOIN reading ON voice = voice.id WHERE advertisement = 1"
            ) { $0.text(0) }
                == ["1", "2"])
        await store.close()
    }

    @Test("a customer's own words count though an advertisement said the same before")
    func sameWords() async throws {
        let store = try VoiceStore(path: folder.file("voices.db"))
        let admissions = try await store.add([
            advertisement("1"), understood("2", Self.offer), understood("3", Self.offer),
        ])
        #expect(admissions == [.advertisement, .accepted, .repost])
        #expect(try await store.recountDifferences() == 0)
        await store.close()
    }

    @Test("a file of the third edition is brought up to date, and what it has counts as before")
    func migration() async throws {
        let third = Schema(
            applicationID: VoiceSchema.schema.applicationID,
            migrations: Array(VoiceSchema.schema.migrations.prefix(3)))
        let path = folder.file("old.db")
        let old = try Database(path: path, schema: third)
        try await old.write { connection in
            try connection.execute("INSERT INTO source (id, name) VALUES (1, '论坛')")
            try connection.execute(
                """
                INSERT INTO voice (
                    source, external_id, kind, published_at, day, city, subject, polarity, sentiment,
                    intent_to_buy, likes, replies, text_hash, text)
                VALUES (1, 'a', 'post', 0, 1, 330100, 0, 0, 0, 0, 0, 0, 7, ?)
                """, Self.offer)
        }
        await old.close()
        let store = try VoiceStore(path: path)
        #expect(try await store.add([advertisement("b")]) == [.advertisement])
        #expect(try await store.count() == 2)
        await store.close()
    }
}
