import Earshot
import EarshotTesting
import Store
import Synchronization
import Testing
import Web

@testable import EarshotProgram

@Suite("The use of the word lists that the service counts")
struct RecentLexiconUseTests {
    private let site: TemporarySite
    private let folder: TemporaryFolder
    private let store: VoiceStore
    private let comprehension: Current<Comprehension>
    private let clock = ManualClock()

    init() throws {
        site = try TemporarySite()
        folder = try TemporaryFolder()
        store = try VoiceStore(path: folder.file("voices.db"))
        comprehension = Current(try RecentLexiconUseTests.comprehension(site, "哐哐"))
    }

    /// By word lists in which the word blames.
    private static func comprehension(_ site: TemporarySite, _ word: String) throws -> Comprehension {
        let words = "{targets: {fuel: \"噗噗\"}, opinions: {\"-1\": \"\(word)\"}}"
        _ = try site.write("lexicon/words.json5", words)
        _ = try site.write("lexicon/products.json5", "{brands: []}")
        let config = try site.write("earshot.json", "{}")
        return try Installation.read(config, needsSecrets: false).comprehension()
    }

    private func desk() -> RecentLexiconUse {
        RecentLexiconUse(
            of: store, by: { [comprehension] in comprehension.now }, clock: clock, words: { $0.name })
    }

    private func add(_ text: String) async throws {
        let voice = Voice(id: text, text: text, publishedAt: clock.now)
        _ = try await store.add([comprehension.now.understand(voice)])
    }

    private static func terms(_ report: LexiconReport) -> [String] {
        report.use.ranked(by: .followed).map { "\($0.term) \($0.texts)" }
    }

    @Test("it is kept for five minutes, and counted anew at once with other word lists")
    func kept() async throws {
        let desk = desk()
        try await add("噗噗哐哐，今天在城里开了一会儿")
        let first = try await desk.report()
        #expect(Self.terms(first) == ["噗噗 1", "哐哐 1"] || Self.terms(first) == ["哐哐 1", "噗噗 1"])
        #expect(first.countedAt == clock.now)
        try await add("噗噗喔喔，昨天跟朋友一起跑高速")
        clock.advance(by: RecentLexiconUse.life - .seconds(1))
        #expect(try await desk.report().use.texts == 1)
        clock.advance(by: .seconds(1))
        #expect(try await desk.report().use.texts == 2)
        try comprehension.replace { try RecentLexiconUseTests.comprehension(site, "喔喔") }
        #expect(Set(Self.terms(try await desk.report())) == ["噗噗 2", "喔喔 1"])
        await store.close()
    }

    @Test("who asks while it is counted gets the same count")
    func together() async throws {
        try await add("噗噗哐哐，今天在城里开了一会儿")
        let desk = desk()
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { try await desk.report().use.texts } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == Array(repeating: 1, count: 8))
        await store.close()
    }

    @Test("a count that fails is told, and tried again")
    func failed() async throws {
        let desk = desk()
        await store.close()
        await #expect(throws: (any Error).self) { try await desk.report() }
        await #expect(throws: (any Error).self) { try await desk.report() }
    }
}
