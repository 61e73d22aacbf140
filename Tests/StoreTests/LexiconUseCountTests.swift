import Testing

@testable import Earshot
@testable import Store

@Suite("Counting what the word lists do in the newest voices")
struct LexiconUseCountTests {
    private let voices: OwnVoices
    private var store: VoiceStore { voices.store }

    init() throws {
        voices = try OwnVoices()
    }

    @Test("the count takes no more voices and bytes than it may, and those of the end")
    func limits() async throws {
        try await voices.add(0..<1250)
        let analyzer = try Readers.comprehension(Readers.first).analyzer
        var told: [Int] = []
        let use = try LexiconUse.counting(
            .init(voices: 1100), newestOf: store, by: analyzer, onProgress: { told.append($0) })
        #expect(use.texts == 1100)
        #expect(told == told.sorted() && told.last == 1100)
        let terms = use.ranked(by: .followed)
        #expect(Set(terms.map(\.term)) == ["油耗", "太高"])
        #expect(terms.allSatisfy { $0.texts == 1100 && $0.all.followed == 1100 })
        #expect(terms[0].quotes(first: .followed)[0].words == OwnVoices.text(1249))
        #expect(try LexiconUse.counting(.init(bytes: 1), newestOf: store, by: analyzer).texts < 1100)
        #expect(try LexiconUse.counting(.init(), newestOf: store, by: analyzer).texts == 1250)
        await store.close()
    }
}
