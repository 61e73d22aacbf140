import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("Voices whose time is over")
struct VoiceRetentionTests {
    private let folder: TemporaryFolder
    private let horizon = LocalCalendar.shanghai.start(of: Fixtures.today - 15)

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open(_ name: String = "voices.db") throws -> VoiceStore {
        try VoiceStore(path: folder.file(name))
    }

    private func index(_ store: VoiceStore) throws {
        try VoiceIndexing(store, isStopped: { false }, rest: { _ in }, onEvent: { _ in }).run()
    }

    private struct Stopped: Error {}

    /// - Parameter parts: after so many it is ended.
    private func expire(
        _ store: VoiceStore, by comprehension: Comprehension, parts: Int = .max,
        onPart: () async throws -> Void = {}
    ) async throws -> ExpiredVoices {
        var (done, left) = (ExpiredVoices(), parts)
        do {
            try await store.expire(
                before: horizon, into: &done, reading: { comprehension.understand(again: $0) }
            ) { _ in
                try await onPart()
                left -= 1
                if left == 0 { throw Stopped() }
            }
        } catch is Stopped {}
        return done
    }

    /// Rows that know of voices which there are not.
    private func remains(_ store: VoiceStore) async throws -> Int {
        try await store.database.read { connection in
            try ["reading", "mention", "sketch"].map { table in
                try connection.queryOne(
                    "SELECT COUNT(*) FROM \(table) WHERE voice NOT IN (SELECT id FROM voice)"
                ) { $0.int(0) } ?? 0
            }.reduce(0, +)
        }
    }

    /// Takes voices into a file of their own.
    private func fresh(
        _ voices: [Voice], by comprehension: Comprehension, _ name: String = "fresh.db"
    ) async throws -> [String] {
        let store = try open(name)
        _ = try await store.add(voices.map { comprehension.understand($0) })
        let contents = try store.contents()
        await store.close()
        return contents
    }

    @Test(
        "leave the figures that a file has into which only the others came, also where it is ended after any part",
        arguments: [1, 2, 3] as [UInt64])
    func figures(seed: UInt64) async throws {
        let comprehension = try Readers.comprehension(Readers.first)
        let voices = Readers.distinctVoices(400, seed: seed)
        let kept = voices.filter { $0.publishedAt >= horizon }
        var store = try open()
        _ = try await store.add(voices.map { comprehension.understand($0) })
        try index(store)
        #expect(
            try await store.retained(before: horizon)
                == RetainedAmount(entries: 400, due: voices.count - kept.count))
        let expected = try await fresh(kept, by: comprehension)
        var done = ExpiredVoices()
        for parts in 1...200 {
            let some = try await expire(store, by: comprehension, parts: parts == 200 ? .max : 1)
            done.removed += some.removed
            done.takenUp += some.takenUp
            #expect(try await store.recountDifferences() == 0, "seed \(seed), part \(parts)")
            #expect(try await remains(store) == 0)
            await store.close()
            store = try open()
            if try await !store.isDue(before: horizon, onlyWithAuthors: false) { break }
        }
        #expect(done.removed == voices.count - kept.count)
        #expect(done.takenUp > 0)
        #expect(try store.contents() == expected, "seed \(seed)")
        #expect(try await store.count() == kept.count)
        // The index has the others' words alone.
        let query = try #require(SearchQuery(phrase: SearchText("油耗").characters))
        let days = (Fixtures.today - 400)...Fixtures.today
        let found = try await store.candidates(matching: query, in: nil, during: days)
        let fresh = try open("fresh.db")
        try index(fresh)
        let wanted = try await fresh.candidates(matching: query, in: nil, during: days)
        #expect(found.voices.map(\.text).sorted() == wanted.voices.map(\.text).sorted())
        let matches = try await store.database.read { connection in
            try connection.query("SELECT rowid FROM voice_words WHERE voice_words MATCH ?", query.expression)
            {
                $0.int64(0)
            }
        }
        #expect(matches.count == (try await fresh.frequencies(of: [query])).counts[0])
        await fresh.close()
        await store.close()
    }

    @Test("agree with everything that is kept in memory, and with another edition's reading")
    func memory() async throws {
        let comprehension = try Readers.comprehension(Readers.first)
        let voices = Readers.distinctVoices(300, seed: 11)
        let kept = voices.filter { $0.publishedAt >= horizon }
        let store = try open()
        _ = try await store.add(voices.map { comprehension.understand($0) })
        let (recent, complaints) = (RecentFigures(of: store), RecentComplaints(of: store))
        let days = (Fixtures.today - 30)...Fixtures.today
        let scope = Scope(
            of: Person(id: "hq", name: "总部", role: .hq, accounts: []), regions: Fixtures.regions)
        guard case .seen(let nation) = scope.nation() else { throw SQLiteError.Missing() }
        let cut = Cut(.place(nation), during: days)
        _ = try await recent.slices([cut])
        _ = try await complaints.complaints(during: days)
        _ = try await expire(store, by: comprehension)
        #expect(try await recent.slices([cut]) == store.slices([cut]))
        let (cached, read) = (
            try await complaints.complaints(during: days), try await store.complaints(during: days)
        )
        #expect(cached.cells.values.count { !$0.isEmpty } == read.cells.count)
        for (cell, counts) in read.cells {
            #expect(
                cached.cells[cell]?.sorted { $0.day < $1.day } == counts.sorted { $0.day < $1.day })
        }
        let second = try Readers.comprehension(Readers.second)
        #expect(try Pass(of: store, batch: 50).run(by: second) == .upToDate)
        #expect(try store.contents() == (try await fresh(kept, by: second)))
        await store.close()
    }

    @Test("give their numbers to no other voice")
    func numbers() async throws {
        let comprehension = try Readers.comprehension(Readers.first)
        let store = try open()
        _ = try await store.add(
            (1...3).map { understood("\($0)", OwnVoices.text($0), day: Fixtures.today - 20) })
        try index(store)
        #expect(try await expire(store, by: comprehension).removed == 3)
        #expect(try await store.count() == 0)
        _ = try await store.add([understood("4", OwnVoices.text(4))])
        #expect(try await store.lastArrival() == 4)
        #expect(try await store.arrivals(after: 3, limit: 9).map(\.number) == [4])
        #expect(try store.indexProgress() == IndexProgress(reached: 3, newest: 4))
        await store.close()
    }

    @Test("leave their reposts findable, also for another process that has the file open")
    func otherProcess() async throws {
        let comprehension = try Readers.comprehension(Readers.first)
        let (store, other) = (try open(), try open())
        func voice(_ id: String, _ text: String, _ day: Day) -> UnderstoodVoice {
            comprehension.understand(
                Voice(
                    id: id, source: "论坛", text: text,
                    publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(3600)))
        }
        let text = OwnVoices.text(7)
        _ = try await store.add([voice("old", text, Fixtures.today - 20)])
        #expect(try await other.add([voice("copy", text + "呢", Fixtures.today - 2)]) == [.repost])
        #expect(try await expire(store, by: comprehension) == ExpiredVoices(removed: 1, takenUp: 1))
        for (number, store) in [store, other].enumerated() {
            #expect(
                try await store.add([voice("later\(number)", text + "呢!啊", Fixtures.today - 1)]) == [.repost])
        }
        #expect(try await store.recountDifferences() == 0)
        await other.close()
        await store.close()
    }

    @Test("wait while the voices are read again for another edition")
    func reading() async throws {
        let comprehension = try Readers.comprehension(Readers.first)
        let store = try open()
        let voices = Readers.distinctVoices(100, seed: 3)
        _ = try await store.add(voices.map { comprehension.understand($0) })
        let second = try Readers.comprehension(Readers.second)
        #expect(try Pass(of: store, batch: 20, batches: 2).run(by: second) == .stopped)
        #expect(try await expire(store, by: second) == ExpiredVoices(isPutOff: true))
        #expect(try Pass(of: store, batch: 20).run(by: second) == .upToDate)
        #expect(try await expire(store, by: second).removed > 0)
        #expect(
            try store.contents()
                == (try await fresh(voices.filter { $0.publishedAt >= horizon }, by: second)))
        await store.close()
    }

    @Test("are not indexed by whoever read them before they went")
    func indexedMeanwhile() async throws {
        let comprehension = try Readers.comprehension(Readers.first)
        let store = try open()
        _ = try await store.add([
            understood("1", "油耗太高", day: Fixtures.today - 20), understood("2", "油耗太高了啊"),
        ])
        let words = try store.texts(after: 0, limit: 9, bytes: .max).map {
            (number: $0.number, words: SearchWords.indexed($0.text))
        }
        #expect(try await expire(store, by: comprehension).removed == 1)
        #expect(try store.index(words, after: 0) != nil)
        let query = try #require(SearchQuery(phrase: SearchText("油耗").characters))
        #expect(try await store.frequencies(of: [query]).counts == [1])
        await store.close()
    }

    @Test("take what a second reader said at that time along, and the days on which they came in")
    func times() async throws {
        let comprehension = try Readers.comprehension(Readers.first)
        let store = try open()
        var old = understood("1", OwnVoices.text(1), day: Fixtures.today - 20)
        old.arrivedOn = Fixtures.today - 20
        var young = understood("2", OwnVoices.text(2))
        young.arrivedOn = Fixtures.today - 1
        _ = try await store.add([old, young])
        for number in 0..<300 {
            let key = [UInt8(number & 0xFF), UInt8(number >> 8)]
            let at = number < 250 ? horizon - .seconds(1) : horizon
            _ = try await store.keep((key: key, known: .unusable), at: at, nil)
        }
        _ = try await expire(store, by: comprehension)
        let left = try await store.database.read { connection in
            try connection.queryOne("SELECT COUNT(*) FROM second_reading") { $0.int(0) }
        }
        #expect(left == 50)
        let arrivals = try await store.sourceArrivals(during: (Fixtures.today - 99)...Fixtures.today)
        #expect(arrivals == ["论坛": [DailyArrivals(day: Fixtures.today - 1, voices: 1)]])
        await store.close()
    }
}

extension Readers {
    /// As `voices`, where what is nearly the same as an earlier one is so to all that are.
    static func distinctVoices(_ count: Int, seed: UInt64) -> [Voice] {
        var random = SeededRandom(seed: seed)
        var voices = voices(count, seed: seed)
        for index in voices.indices where !voices[index].text.hasSuffix("呢") {
            // No number, which would be taken for somebody's.
            let signs = (0..<10).compactMap { _ in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳未申酉戌".randomElement(using: &random) }
            voices[index].text += "," + String(signs)
        }
        let originals = voices
        for index in voices.indices.dropFirst() where Int.random(in: 0..<4, using: &random) == 0 {
            let earlier = originals[Int.random(in: 0..<index, using: &random)]
            voices[index].text = earlier.text
            voices[index].author = earlier.author
        }
        return voices
    }
}
