import Testing

@testable import Earshot
@testable import Store

@Suite("The newest voices of the store")
struct NewestVoicesTests {
    private let voices: OwnVoices
    private var store: VoiceStore { voices.store }

    init() throws {
        voices = try OwnVoices()
    }

    @Test("they come newest first, page by page, without advertisements and reposts")
    func newest() async throws {
        try await voices.add(0..<2)
        var advertisement = understood("ad", "厂家直销,加微信")
        advertisement.reading.isAdvertisement = true
        let repost = understood("again", OwnVoices.text(1))
        _ = try await store.add([advertisement, repost, understood("2", OwnVoices.text(2))])
        let all = try store.newestVoices(before: .max, limit: 10, bytes: .max)
        #expect(all.map(\.voice.text) == [2, 1, 0].map(OwnVoices.text))
        let first = try store.newestVoices(before: .max, limit: 2, bytes: .max)
        #expect(first.map(\.number) == all.prefix(2).map(\.number))
        let second = try store.newestVoices(before: first[1].number, limit: 2, bytes: .max)
        #expect(second.map(\.number) == [all[2].number])
        #expect(try store.newestVoices(before: second[0].number, limit: 2, bytes: .max).isEmpty)
        await store.close()
    }

    @Test("a page ends with the text that fills its bytes, and the pages together are all")
    func bytes() async throws {
        try await voices.add(0..<250)
        var (numbers, pages, before): ([Int64], Int, Int64) = ([], 0, .max)
        while let last = try store.newestVoices(before: before, limit: 1000, bytes: 1).last {
            numbers += try store.newestVoices(before: before, limit: 1000, bytes: 1).map(\.number)
            (pages, before) = (pages + 1, last.number)
        }
        #expect(numbers.count == 250 && numbers == numbers.sorted(by: >))
        #expect(pages == 250)
        await store.close()
    }

    @Test("none come from an empty store")
    func empty() async throws {
        #expect(try store.newestVoices(before: .max, limit: 10, bytes: .max).isEmpty)
        await store.close()
    }
}
