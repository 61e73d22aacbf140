import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("Reposts over transactions, processes and editions of the file")
struct RepostMemoryTests {
    private static let text = "提车三个月了,高速油耗居然要十一个多,跟宣传的完全不一样,太失望了"
    private let folder: TemporaryFolder
    private var path: String { folder.file("voices.db") }

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("a near repost is found after a restart, and of what another process has added")
    func acrossStores() async throws {
        let store = try VoiceStore(path: path)
        let other = try VoiceStore(path: path)
        #expect(try await store.add([understood("1", RepostMemoryTests.text)]) == [.accepted])
        #expect(try await other.add([understood("2", RepostMemoryTests.text + "唉唉")]) == [.repost])
        let second = "昨天去做首保,前台小姐姐很热情,等了四十分钟就好了,咖啡也不错"
        #expect(try await other.add([understood("3", second)]) == [.accepted])
        #expect(try await store.add([understood("4", second + "哈")]) == [.repost])
        await store.close()
        await other.close()
        let again = try VoiceStore(path: path)
        #expect(try await again.add([understood("5", "顶" + RepostMemoryTests.text)]) == [.repost])
        await again.close()
    }

    @Test("a voice of a transaction that was undone is no first of anything")
    func undone() async throws {
        let store = try VoiceStore(path: path)
        _ = try await store.add([understood("1", "随便一句短话")])
        let connection = try Connection(path: path)
        try connection.executeScript(
            """
            CREATE TRIGGER full_disk BEFORE INSERT ON voice WHEN NEW.external_id = 'broken'
            BEGIN SELECT RAISE(ABORT, 'as if the disk were full'); END
            """)
        await #expect(throws: SQLiteError.self) {
            try await store.add([
                understood("2", RepostMemoryTests.text), understood("broken", "后面这条写不进去,整批都撤销"),
            ])
        }
        let other = "完全不同的另一条:座椅加热很快,后排地台也平,全家出游够用了"
        #expect(try await store.add([understood("3", other)]) == [.accepted])
        #expect(try await store.add([understood("4", RepostMemoryTests.text + "唉唉")]) == [.accepted])
        #expect(try await store.add([understood("5", other + "哈")]) == [.repost])
        await store.close()
    }

    @Test("a transaction that fails while others are written loses none of the earlier voices")
    func undoneBesideOthers() async throws {
        let store = try VoiceStore(path: path)
        _ = try await store.add([understood("1", RepostMemoryTests.text)])
        let connection = try Connection(path: path)
        try connection.executeScript(
            """
            CREATE TRIGGER full_disk BEFORE INSERT ON voice WHEN NEW.external_id LIKE 'broken%'
            BEGIN SELECT RAISE(ABORT, 'as if the disk were full'); END
            """)
        await withTaskGroup { group in
            for number in 0..<40 {
                group.addTask {
                    let isBroken = number % 2 == 0
                    let id = isBroken ? "broken\(number)" : "whole\(number)"
                    let text = "第\(number * 7919)号车主说座椅加热很快后排地台也平全家出游够用了\(number)"
                    let admissions = try? await store.add([understood(id, text)])
                    #expect((admissions == nil) == isBroken)
                }
            }
        }
        #expect(try await store.add([understood("last", RepostMemoryTests.text + "唉唉")]) == [.repost])
        let sketches = try connection.queryOne("SELECT COUNT(*) FROM sketch WHERE voice = 1") { $0.int(0) }
        #expect(sketches == 1)
        await store.close()
    }

    @Test("a file of the first edition is brought up to date with its counts, quotes and reposts")
    func migration() async throws {
        let first = Schema(
            applicationID: VoiceSchema.schema.applicationID,
            migrations: Array(VoiceSchema.schema.migrations.prefix(1)))
        let fingerprint = Fingerprint(of: RepostMemoryTests.text)
        let day = (Fixtures.today - 2).number
        let old = try Database(path: path, schema: first)
        try await old.write { connection in
            try connection.executeScript(
                """
                INSERT INTO source (id, name) VALUES (1, '论坛');
                INSERT INTO aspect (id, name) VALUES (1, 'fuel');
                """)
            try connection.execute(
                """
                INSERT INTO voice (
                    id, source, external_id, kind, published_at, day, city, subject, polarity, sentiment,
                    intent_to_buy, likes, replies, text_hash, text)
                VALUES (1, 1, 'a', 'post', 0, ?, ?, 0, -1, -0.8, 0, 0, 0, ?, ?)
                """, day, Fixtures.hangzhou.code, fingerprint.exact, RepostMemoryTests.text)
            for aspect in [0, 1] {
                try connection.execute(
                    "INSERT INTO mention VALUES (?, 0, ?, -1, ?, 1, -0.8, 0, 3)", Fixtures.hangzhou.code,
                    aspect, day)
                for place in [0, Fixtures.hangzhou.code] {
                    try connection.execute(
                        "INSERT INTO daily_count VALUES (?, 0, ?, ?, 1, 0, 0)", place, aspect, day)
                }
            }
            for anchor in fingerprint.anchors {
                try connection.execute(
                    "INSERT INTO anchor VALUES (0, ?, 1, ?)", anchor, Int64(bitPattern: fingerprint.sketch))
            }
        }
        await old.close()

        let store = try VoiceStore(path: path)
        #expect(try await store.recountDifferences() == 0)
        #expect(try await store.add([understood("b", RepostMemoryTests.text + "唉唉")]) == [.repost])
        let scope = Scope(of: Fixtures.westLakeDealer, regions: Fixtures.regions)
        guard case .seen(let hangzhou) = scope.place(city: nil, region: nil) else {
            throw SQLiteError.Missing()
        }
        let quotes = try await store.voices(
            VoiceSelection(
                .place(hangzhou), during: (Fixtures.today - 7)...(Fixtures.today - 1),
                aspect: Aspect("fuel"[...])), limit: 5)
        #expect(quotes.map(\.text) == [RepostMemoryTests.text])
        #expect(quotes.map(\.reposts) == [1])
        await store.close()
    }
}
