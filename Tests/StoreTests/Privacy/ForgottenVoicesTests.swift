import EarshotTesting
import Foundation
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("A customer who is to be forgotten, on disk")
struct ForgottenVoicesTests {
    private let folder: TemporaryFolder
    private let word = "前客户"
    private let number = "13812345678"

    init() throws {
        folder = try TemporaryFolder()
    }

    private var file: String { folder.file("voices.db") }

    private func voice(_ id: String, _ text: String, by author: String?) -> UnderstoodVoice {
        var voice = understood(id, text)
        voice.voice.author = author
        return voice
    }

    private func fill(_ store: VoiceStore) async throws {
        _ = try await store.add([voice("own", "油耗太高,电话\(number)", by: "小李")])
        _ = try await store.add(
            (0..<600).map { voice("\($0)", "座椅太硬腰疼,编号x\($0 * 7919)", by: "别人\($0)") })
        // In many parts, as an index grows.
        try VoiceIndexing(store, batch: 50, isStopped: { false }, rest: { _ in }, onEvent: { _ in }).run()
    }

    private func holds(_ text: String) throws -> Bool {
        try ["", "-wal"].contains { ending in
            let path = file + ending
            guard FileManager.default.fileExists(atPath: path) else { return false }
            return try Data(contentsOf: URL(filePath: path)).firstRange(of: Data(text.utf8)) != nil
        }
    }

    @Test("once the file is written anew a filled index of words has nothing of the number")
    func number() async throws {
        let store = try VoiceStore(path: file)
        try await fill(store)
        #expect(
            try await store.forget(.author("小李", source: nil), as: word, leaving: { _ in false })
                == ForgottenVoices(voices: 1))
        let query = try #require(SearchQuery(phrase: SearchText("座椅").characters))
        let before = try await store.candidates(
            matching: query, in: nil, during: (Fixtures.today - 9)...Fixtures.today)
        await store.close()
        #expect(try holds(number), "what an index removes stands in its older parts")
        try VoiceStore.rewrite(path: file)
        #expect(try !holds(number))
        let opened = try VoiceStore(path: file)
        let after = try await opened.candidates(
            matching: query, in: nil, during: (Fixtures.today - 9)...Fixtures.today)
        #expect(after.voices.map(\.number) == before.voices.map(\.number) && !after.voices.isEmpty)
        #expect(try opened.indexProgress().left == 0)
        await opened.close()
    }

    @Test("an index of words that were divided otherwise goes, and is made anew")
    func otherEdition() async throws {
        var store = try VoiceStore(path: file)
        try await fill(store)
        await store.close()
        try Connection(path: file).executeScript("UPDATE voice_words_state SET edition = edition + 1")
        store = try VoiceStore(path: file)
        _ = try await store.forget(.author("小李", source: nil), as: word, leaving: { _ in false })
        await store.close()
        #expect(try holds(number))
        try VoiceStore.rewrite(path: file)
        #expect(try !holds(number))
        store = try VoiceStore(path: file)
        #expect(try store.indexProgress().left == 601)
        await store.close()
    }

    @Test("more voices than are read at once are all one author's still, and are not nobody's twice")
    func many() async throws {
        let store = try VoiceStore(path: file)
        _ = try await store.add((0..<450).map { voice("\($0)", "小李第\($0)次说油耗高", by: "小李") })
        #expect(try await store.voices(by: .author("小李", source: nil), as: word) == 450)
        let done = try await store.forget(.author("小李", source: nil), as: word, leaving: { _ in false })
        #expect(done == ForgottenVoices(voices: 450))
        let connection = try Connection(path: file)
        let authors = try connection.query("SELECT DISTINCT author FROM voice") { $0.text(0) }
        #expect(authors.count == 1 && authors.first?.hasPrefix("前客户-") == true)
        #expect(try connection.query("SELECT 1 FROM voice WHERE instr(text, '小李') > 0") { $0.int(0) }.isEmpty)
        for authorship in [VoiceAuthorship.voice("7", source: nil), .author(authors[0], source: "论坛")] {
            #expect(try await store.voices(by: authorship, as: word) == 0)
            #expect(
                try await store.forget(authorship, as: word, leaving: { _ in false }) == ForgottenVoices())
        }
        #expect(try connection.query("SELECT DISTINCT author FROM voice") { $0.text(0) } == authors)
        await store.close()
    }

    @Test("a name that is a word stays in what is said, is counted, and is no author's any more")
    func wordAsName() async throws {
        let store = try VoiceStore(path: file)
        _ = try await store.add([voice("1", "空调不凉,电话\(number)", by: "空调")])
        let done = try await store.forget(.voice("1", source: nil), as: word, leaving: { $0 == "空调" })
        #expect(done == ForgottenVoices(voices: 1, namesLeft: 1))
        let (text, author) = try #require(
            try Connection(path: file).queryOne("SELECT text, author FROM voice") { ($0.text(0), $0.text(1)) }
        )
        #expect(text == "空调不凉,电话***********" && author.hasPrefix("前客户-"))
        await store.close()
    }

    @Test("who was forgotten since is named once, customers too, and also where only the beginning is known")
    func forgettings() async throws {
        let store = try BotStore(path: folder.file("bot.db"), digest: { $0 })
        for (action, object) in [
            (AuditAction.forgettingAuthor, "sha256:aa 1 voices"),
            (AuditAction.forgottenAuthor, "sha256:aa 1 voices"),
            (AuditAction.forgotten, "sha256:bb 2"), (AuditAction.forgettingAuthor, "sha256:cc 3 voices"),
        ] {
            try await store.record(action, of: object, by: "operator", at: Fixtures.now)
        }
        await store.close()
        let path = folder.file("bot.db")
        #expect(
            try BotStore.forgettings(path: path, after: 0) == [
                "sha256:aa 1 voices", "sha256:bb 2", "sha256:cc 3 voices",
            ])
        #expect(try BotStore.forgettings(path: path, after: 3) == ["sha256:cc 3 voices"])
    }
}
