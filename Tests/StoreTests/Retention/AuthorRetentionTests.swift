import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("Authors whose time is over")
struct AuthorRetentionTests {
    private let folder: TemporaryFolder
    private let horizon = LocalCalendar.shanghai.start(of: Fixtures.today - 15)
    private let word = "前客户"

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open(_ name: String = "voices.db") throws -> VoiceStore {
        try VoiceStore(path: folder.file(name))
    }

    private func minimise(_ store: VoiceStore) async throws -> ForgottenVoices {
        var done = ForgottenVoices()
        try await store.minimise(
            before: horizon, as: word, into: &done, leaving: { _ in false }, pause: { _ in })
        return done
    }

    private func index(_ store: VoiceStore) throws {
        try VoiceIndexing(store, isStopped: { false }, rest: { _ in }, onEvent: { _ in }).run()
    }

    private func voice(_ id: String, _ text: String, by author: String?, _ day: Day) -> Voice {
        Voice(
            id: id, source: "论坛", text: text,
            publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(3600), author: author,
            url: "https://example.com/\(id)")
    }

    @Test(
        "leave the figures as they are, also once the voices are read again",
        arguments: [1, 2] as [UInt64])
    func figures(seed: UInt64) async throws {
        let (first, second) = (
            try Readers.comprehension(Readers.first), try Readers.comprehension(Readers.second)
        )
        let voices = Readers.distinctVoices(200, seed: seed)
        let (store, same) = (try open(), try open("same.db"))
        for store in [store, same] { _ = try await store.add(voices.map { first.understand($0) }) }
        let before = try store.contents()
        let due = voices.count { $0.publishedAt < horizon }
        #expect(try await store.authored(before: horizon) == RetainedAmount(entries: 200, due: due))
        #expect(try await minimise(store).voices >= due)
        #expect(try await store.authored(before: horizon).due == 0)
        #expect(try store.contents() == before)
        for store in [store, same] { #expect(try Pass(of: store, batch: 50).run(by: second) == .upToDate) }
        #expect(try store.contents() == same.contents())
        #expect(try await minimise(store) == ForgottenVoices())
        await same.close()
        await store.close()
    }

    @Test("are nowhere in what is due, and come back with no voice that comes in again")
    func repeated() async throws {
        let comprehension = try Readers.comprehension(Readers.first)
        let store = try open()
        let number = "13812345678"
        let voices = [
            voice("old", "小李说油耗太高,电话\(number)", by: "小李", Fixtures.today - 20),
            voice("nobody", "油耗太高,电话\(number)", by: nil, Fixtures.today - 20),
            voice("young", "小李说油耗太高,请打\(number)", by: "小李", Fixtures.today - 2),
        ]
        _ = try await store.add(voices.map { comprehension.understand($0) })
        try index(store)
        #expect(try await minimise(store) == ForgottenVoices(voices: 2))
        let again = try await store.add(voices.map { comprehension.understand($0) })
        #expect(again == [.repeated, .repeated, .repeated])
        let rows = try await store.database.read { connection in
            try connection.query("SELECT external_id, author, url, text FROM voice ORDER BY id") {
                [$0.text(0), $0.optionalText(1) ?? "-", $0.optionalText(2) ?? "-", $0.text(3)]
            }
        }
        #expect(rows.map(\.[0]) == ["old", "nobody", "young"])
        #expect(rows[0][1].isToken(of: word) && rows[0][2] == "-")
        #expect(rows[0][3] == "＊＊说油耗太高,电话***********")
        #expect(Array(rows[1][1...]) == ["-", "-", "油耗太高,电话***********"])
        #expect(rows[2][1] == "小李" && rows[2][2] != "-" && rows[2][3] == voices[2].text)
        let query = try #require(SearchQuery(phrase: SearchText(number).characters))
        #expect(try await store.frequencies(of: [query]).counts == [1])
        await store.close()
    }

    @Test("do not stand in the index of whoever read the voices before")
    func indexedMeanwhile() async throws {
        let comprehension = try Readers.comprehension(Readers.first)
        let store = try open()
        let number = "13812345678"
        _ = try await store.add([
            comprehension.understand(voice("1", "油耗太高,电话\(number)", by: "小李", Fixtures.today - 20))
        ])
        let words = try store.texts(after: 0, limit: 9, bytes: .max).map {
            (number: $0.number, words: SearchWords.indexed($0.text))
        }
        #expect(try await minimise(store).voices == 1)
        #expect(try store.index(words, after: 0) != nil)
        let query = try #require(SearchQuery(phrase: SearchText(number).characters))
        let fuel = try #require(SearchQuery(phrase: SearchText("油耗").characters))
        #expect(try await store.frequencies(of: [query, fuel]).counts == [0, 1])
        await store.close()
    }

    @Test("who was forgotten before keeps the word that stands in their place")
    func forgotten() async throws {
        let comprehension = try Readers.comprehension(Readers.first)
        let store = try open()
        _ = try await store.add([
            comprehension.understand(voice("1", "油耗太高", by: "小李", Fixtures.today - 20))
        ])
        _ = try await store.forget(.author("小李", source: nil), as: word, leaving: { _ in false })
        let author = try await store.database.read {
            try $0.queryOne("SELECT author FROM voice") { $0.text(0) }
        }
        // As a program before this one left it.
        try await store.database.write { try $0.execute("UPDATE voice SET nobodys = 0") }
        #expect(try await minimise(store).voices == 1)
        let later = try await store.database.read {
            try $0.queryOne("SELECT author FROM voice") { $0.text(0) }
        }
        #expect(author == later && author?.isToken(of: word) == true)
        await store.close()
    }
}
