import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("What keeps voices from being read again")
struct RereadingObstacleTests {
    private let folder: TemporaryFolder
    private let first: Comprehension
    private let second: Comprehension

    init() throws {
        folder = try TemporaryFolder()
        first = try Readers.comprehension(Readers.first)
        second = try Readers.comprehension(Readers.second)
    }

    /// The archive of a store on a volume with so many bytes left.
    private struct SmallVolume: VoiceArchive {
        let store: VoiceStore
        let bytes: @Sendable () throws -> Int64

        func edition() throws -> FiguresEdition? { try store.edition() }
        func progress() throws -> RereadingProgress? { try store.progress() }
        func beginReading(by edition: ReadingEdition) throws -> RereadingProgress? {
            try store.beginReading(by: edition)
        }
        func voices(after number: Int64, limit: Int, bytes: Int) throws -> [StoredVoice] {
            try store.voices(after: number, limit: limit, bytes: bytes)
        }
        func newestVoices(before number: Int64, limit: Int, bytes: Int) throws -> [StoredVoice] {
            try store.newestVoices(before: number, limit: limit, bytes: bytes)
        }
        func add(_ readings: [RereadVoice], to progress: RereadingProgress) throws -> RereadingProgress {
            try store.add(readings, to: progress)
        }
        func changeOver(
            _ progress: RereadingProgress, at now: Timestamp, most: Int, bytes: Int,
            reading: @escaping @Sendable (StoredVoice) -> UnderstoodVoice
        ) throws -> Duration? {
            try store.changeOver(progress, at: now, most: most, bytes: bytes, reading: reading)
        }
        func removeRemains() throws -> Bool { try store.removeRemains() }
        func room() throws -> Int64 { try bytes() }
    }

    @Test("too little room is said, the old figures stay, and with more room it goes on")
    func noRoom() async throws {
        let store = try VoiceStore(path: folder.file("voices.db"))
        _ = try await store.add(Readers.voices(100).map(first.understand))
        let before = try store.contents()
        let small = SmallVolume(store: store) { Rereading.reserve + 99 * Rereading.bytesPerVoice }
        let error = #expect(throws: RereadingError.self) { try Pass(of: small, batch: 30).run(by: second) }
        #expect(error?.code == .noRoom)
        #expect(error?.description.contains("256 MB must be free") == true, "\(error?.description ?? "")")
        #expect(try store.contents() == before)
        let enough = SmallVolume(store: store) { Rereading.reserve + 100 * Rereading.bytesPerVoice }
        #expect(try Pass(of: enough, batch: 30).run(by: second) == .upToDate)
        #expect(try store.edition()?.reading == second.edition)
        #expect(try store.room() > 0)
        await store.close()
    }

    @Test(
        "what an edition that was thrown away takes is given back before there is too little room for the next"
    )
    func crowded() async throws {
        let store = try VoiceStore(path: folder.file("voices.db"))
        _ = try await store.add(Readers.voices(100).map(first.understand))
        _ = try Pass(of: store, batch: 30, batches: 2).run(by: second)
        let crowded = SmallVolume(store: store) {
            try store.tablesBeside().contains { $0.hasPrefix("old_") } ? 0 : .max
        }
        let third = try Readers.comprehension(Readers.third)
        #expect(try Pass(of: crowded, batch: 30).run(by: third) == .upToDate)
        #expect(try store.edition()?.reading == third.edition)
        await store.close()
    }

    @Test("a voice that cannot be read is named, and the old figures stay")
    func unreadable() async throws {
        let path = folder.file("voices.db")
        let store = try VoiceStore(path: path)
        _ = try await store.add(Readers.voices(100).map(first.understand))
        let before = try store.contents()
        let file = try Connection(path: path)
        try file.execute("UPDATE voice SET kind = 'letter' WHERE id = 77")
        let error = #expect(throws: RereadingError.self) { try Pass(of: store, batch: 30).run(by: second) }
        #expect(error?.code == .unreadable)
        #expect(error?.description.hasPrefix("voice 77 ") == true)
        #expect(try store.contents() == before)
        #expect(try store.progress()?.reached == 60)
        try file.execute("UPDATE voice SET kind = 'post' WHERE id = 77")
        #expect(try Pass(of: store, batch: 30).run(by: second) == .upToDate)
        await store.close()
    }

    @Test("a transaction that is undone leaves no trace, and is done again")
    func undone() async throws {
        let path = folder.file("voices.db")
        let voices = Readers.voices(300)
        let store = try VoiceStore(path: path)
        _ = try await store.add(voices.map(first.understand))
        _ = try Pass(of: store, batch: 30, batches: 2).run(by: second)
        let file = try Connection(path: path)
        try file.executeScript(
            """
            CREATE TRIGGER full_disk BEFORE INSERT ON next_reading WHEN NEW.voice = 100
            BEGIN SELECT RAISE(ABORT, 'as if the disk were full'); END
            """)
        #expect(throws: SQLiteError.self) { try Pass(of: store, batch: 30).run(by: second) }
        #expect(try store.progress()?.reached == 90)
        try file.executeScript("DROP TRIGGER full_disk")
        #expect(try Pass(of: store, batch: 30).run(by: second) == .upToDate)
        let fresh = try VoiceStore(path: folder.file("fresh.db"))
        _ = try await fresh.add(voices.map(second.understand))
        #expect(try store.contents() == fresh.contents())
        await fresh.close()
        await store.close()
    }

    @Test("what editions leave is removed bit by bit, and goes on after a stop")
    func remains() async throws {
        let store = try VoiceStore(path: folder.file("voices.db"))
        _ = try await store.add(Readers.voices(300).map(first.understand))
        for reader in [Readers.second, Readers.third, Readers.second] {
            let comprehension = try Readers.comprehension(reader)
            let begun = try #require(try store.beginReading(by: comprehension.edition))
            let readings = try store.voices(after: 0, limit: 60, bytes: .max).map {
                RereadVoice(number: $0.number, understood: comprehension.understand(again: $0))
            }
            _ = try store.add(readings, to: begun)
        }
        #expect(try store.tablesBeside().count == 12)
        var (steps, left) = (0, true)
        while left {
            left = try await store.database.write { try ReadingTables.removeSome(of: 20, on: $0) }
            steps += 1
        }
        #expect(steps > 12)
        #expect(try store.tablesBeside().allSatisfy { $0.hasPrefix("next_") })
        #expect(try Pass(of: store, batch: 30).run(by: second) == .upToDate)
        await store.close()
    }

    @Test("a file of the fourth edition opens; its voices are read again, and keep city, brand and store")
    func fourthEdition() async throws {
        let fourth = Schema(
            applicationID: VoiceSchema.schema.applicationID,
            migrations: Array(VoiceSchema.schema.migrations.prefix(4)))
        let path = folder.file("old.db")
        let old = try Database(path: path, schema: fourth)
        let day = (Fixtures.today - 2).number
        let moment = LocalCalendar.shanghai.start(of: Fixtures.today - 2).milliseconds
        let text = "在上海,座椅太硬,云途L7空间真大,这是一条很长的话"
        try await old.write { connection in
            try connection.executeScript(
                """
                INSERT INTO source (id, name) VALUES (1, '论坛');
                INSERT INTO aspect (id, name) VALUES (1, 'space');
                INSERT INTO dealer (id, key) VALUES (1000000, 'X9');
                """)
            for (id, repeats) in [(1, nil), (2, 1)] as [(Int, Int?)] {
                try connection.execute(
                    """
                    INSERT INTO voice (
                        id, source, external_id, kind, published_at, day, city, subject, dealer, polarity, sentiment,
                        intent_to_buy, likes, replies, text_hash, repost_of, reposts, text)
                    VALUES (?, 1, ?, 'post', ?, ?, ?, 0, 1000000, 1, 0.9, 0, 3, 4, ?, ?, ?, ?)
                    """, id, "v\(id)", moment, day, Fixtures.hangzhou.code, Fingerprint(of: text).exact,
                    repeats,
                    repeats == nil ? 1 : 0, text)
            }
            try connection.execute(
                "INSERT INTO mention VALUES (?, 0, 0, 1, ?, 1, 0.9, NULL, NULL)", day, Fixtures.hangzhou.code)
            for place in [0, Fixtures.hangzhou.code] {
                try connection.execute("INSERT INTO daily_count VALUES (?, ?, 0, 0, 0, 0, 1)", day, place)
            }
        }
        await old.close()

        let pending = try #require(try VoiceStore.pendingMigration(path: path))
        #expect(pending.from == 4 && pending.to == VoiceSchema.schema.version)
        #expect(pending.needed == 2 * Volume.size(of: path) && pending.needed > 0)
        #expect(pending.objection(room: pending.needed) == nil)
        #expect(pending.objection(room: pending.needed - 1) != nil)
        let store = try VoiceStore(path: path)
        #expect(
            try store.edition() == FiguresEdition(number: 1, reading: nil, since: nil, countsSeries: false))
        #expect(try await store.recountDifferences() == 0)
        #expect(try store.contents().contains("count|\(day)|330100||||0|0|1"))
        #expect(try await store.add([first.understand(Readers.voices(1)[0])]).count == 1)
        #expect(try Pass(of: store, batch: 30).run(by: second) == .upToDate)
        let contents = try store.contents()
        #expect(
            contents.contains { $0.hasPrefix("reading|v1|\(day)|330100|||X9|") && $0.hasSuffix("|0|-|1") })
        #expect(contents.contains { $0.hasPrefix("reading|v2|") && $0.hasSuffix("|v1|0") })
        #expect(contents.contains("count|\(day)|330100|||comfort|1|0|0"))
        #expect(contents.contains("count|\(day)|X9|||comfort|1|0|0"))
        #expect(try await store.recountDifferences() == 0)
        await store.close()
    }
}
