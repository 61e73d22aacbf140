import Earshot
import EarshotTesting
import SQLite
import Store
import Testing

@Suite("Pictures in the outbox")
struct PictureDeliveryTests {
    private let folder: TemporaryFolder
    private let now = Timestamp(milliseconds: 1_763_740_800_000)
    private let picture = Picture([0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0xFF, 0xD9])

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open() throws -> BotStore { try BotStore(path: folder.file("bot.db")) { $0 } }

    private func delivery(_ key: String, _ picture: Picture? = nil) -> Delivery {
        Delivery(
            key: key, channel: "c", recipient: "r", reply: Reply(picture == nil ? [.text(key)] : []),
            picture: picture, deadline: now + .seconds(3600))
    }

    @Test("a picture is what it was after the program was killed, and so is its name at the platform")
    func survives() async throws {
        let store = try open()
        #expect(try await store.enqueue([delivery("p", picture), delivery("p", picture)], at: now) == 1)
        let first = try await store.begin(on: "c", rules: ChannelRules(), most: 9, at: now).consignments
        #expect(first.map(\.picture) == [picture])
        let number = first[0].number
        #expect(try await store.uploadedName(of: number, since: now) == nil)
        try await store.keepUploadedName("media-1", of: number, at: now)
        await store.close()
        let again = try open()
        _ = try await again.recover(at: now + .seconds(1))
        let second = try await again.begin(
            on: "c", rules: ChannelRules(), most: 9, at: now + .seconds(1)
        ).consignments
        #expect(second.map(\.picture) == [picture])
        #expect(second.map(\.number) == [number])
        #expect(try await again.uploadedName(of: number, since: now) == "media-1")
        #expect(try await again.uploadedName(of: number, since: now + .seconds(1)) == nil)
        try await again.keepUploadedName("media-2", of: number, at: now + .seconds(2))
        #expect(try await again.uploadedName(of: number, since: now + .seconds(1)) == "media-2")
        #expect(try await again.delivery(number)?.picture == picture)
        await again.close()
    }

    @Test("a picture leaves alone where texts are put together")
    func alone() async throws {
        let store = try open()
        let rules = ChannelRules(
            rates: [TokenBucket.Rate(capacity: 2, perMinute: 2)], mergesTexts: true)
        _ = try await store.enqueue(
            [delivery("p", picture), delivery("1"), delivery("2"), delivery("q", picture), delivery("3")],
            at: now)
        let crowded = try await store.begin(on: "c", rules: rules, most: 9, at: now).consignments
        #expect(crowded.map(\.picture) == [picture, nil])
        #expect(crowded.map(\.deliveries.count) == [1, 3])
        let later = try await store.begin(on: "c", rules: rules, most: 9, at: now + .seconds(60))
        #expect(later.consignments.map(\.picture) == [picture])
        await store.close()
    }

    @Test("a picture that cannot be read goes to the dead letters with the reason, and its channel goes on")
    func unreadable() async throws {
        let store = try open()
        _ = try await store.enqueue(
            [delivery("broken", picture), delivery("gone", picture), delivery("good", picture)], at: now)
        let connection = try Connection(path: folder.file("bot.db"))
        try connection.execute("UPDATE delivery_picture SET bytes = X'00FF' WHERE delivery = 1")
        try connection.execute("DELETE FROM delivery_picture WHERE delivery = 2")
        let dispatch = try await store.begin(on: "c", rules: ChannelRules(), most: 9, at: now)
        #expect(dispatch.consignments.map(\.key) == ["good"])
        #expect(dispatch.ended.map(\.state) == [.dead, .dead])
        let dead = try await store.deliveries(in: [.dead], on: nil, limit: 9)
        #expect(dead.map(\.key) == ["gone", "broken"])
        #expect(dead.allSatisfy { $0.progress.note?.isEmpty == false })
        await store.close()
    }

    @Test("a picture that was sent is forgotten, and one that could not be is kept for another try")
    func forgotten() async throws {
        let store = try open()
        _ = try await store.enqueue([delivery("sent", picture), delivery("dead", picture)], at: now)
        let begun = try await store.begin(on: "c", rules: ChannelRules(), most: 9, at: now).consignments
        try await store.settle(begun[0], .sent(SendReceipt()), at: now)
        try await store.settle(begun[1], .refused(PlatformRemark(code: "45001")), at: now)
        _ = try await store.forget(at: now)
        #expect(try await store.delivery(begun[0].number)?.picture == nil)
        #expect(try await store.delivery(begun[1].number)?.picture == picture)
        #expect(
            try await store.retry([begun[1].number], until: now + .seconds(3600), at: now)
                == [begun[1].number])
        let again = try await store.begin(on: "c", rules: ChannelRules(), most: 9, at: now).consignments
        #expect(again.map(\.picture) == [picture])
        await store.close()
    }
}
