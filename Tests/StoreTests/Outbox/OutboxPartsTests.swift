import Earshot
import EarshotTesting
import Testing

@testable import Store

@Suite("Several messages of one matter in the outbox")
struct OutboxPartsTests: OutboxSuite {
    let house: OutboxHouse

    init() throws { house = try OutboxHouse() }

    /// What became of the first of two parts, and whether the second goes then.
    private static let endings: [(outcome: SendOutcome, isOver: Bool)] = [
        (.sent(SendReceipt()), true), (.refused(PlatformRemark(code: "40058")), true),
        (.retry(after: nil, PlatformRemark(code: "-1")), false),
        (.unclear(repeatIsSafe: false, PlatformRemark(code: "http.timed-out")), false),
    ]

    @Test("a part of a matter leaves once the one before it has ended, however it did", arguments: 0..<4)
    func parts(_ ending: Int) async throws {
        let (outcome, isOver) = OutboxPartsTests.endings[ending]
        let keys = Delivery.keys(ofParts: 3, of: "answer/1")
        #expect(keys.last == "answer/1" && Set(keys).count == 3)
        _ = try await store.enqueue(
            keys.map { delivery($0, priority: .urgent) } + [delivery("other", priority: .urgent)], at: now)
        let first = try await begin()
        #expect(texts(first) == [keys[0], "other"])
        // While it is under way.
        #expect(try await begin().consignments.isEmpty)
        try await store.settle(first.consignments[0], outcome, at: now)
        let next = try await begin()
        guard !isOver else {
            #expect(texts(next) == [keys[1]])
            try await store.settle(next.consignments[0], .sent(SendReceipt()), at: now)
            #expect(try await texts(begin()) == [keys[2]])
            return
        }
        #expect(next.consignments.isEmpty)
        let due = try #require(next.next)
        let again = try await begin(at: due)
        #expect(texts(again) == [keys[0]])
        try await store.settle(again.consignments[0], .sent(SendReceipt()), at: now + .seconds(10))
        #expect(try await texts(begin(at: now + .seconds(10))) == [keys[1]])
    }

    @Test("a part whose first one was under way when the program ended waits until that was sent again")
    func partsAfterRestart() async throws {
        let keys = Delivery.keys(ofParts: 2, of: "answer/1")
        _ = try await store.enqueue(keys.map { delivery($0) }, at: now)
        _ = try await begin()
        _ = try await store.recover(at: now + .seconds(1))
        let again = try await begin(at: now + .seconds(1))
        #expect(texts(again) == [keys[0]])
        try await store.settle(again.consignments[0], .sent(SendReceipt()), at: now + .seconds(1))
        #expect(try await texts(begin(at: now + .seconds(1))) == [keys[1]])
    }

    @Test(
        "what travelled together is tried again together, by hand too, in the same order and until the same end"
    )
    func together() async throws {
        let rules = ChannelRules(rates: [TokenBucket.Rate(capacity: 1, perMinute: 60)], mergesTexts: true)
        _ = try await store.enqueue(
            [delivery("1", within: .seconds(20)), delivery("2", priority: .urgent)], at: now)
        let first = try await begin(rules).consignments
        #expect(first.map(\.deliveries) == [[1, 2]])
        #expect(texts(Dispatch(first)) == ["1+2"])
        try await store.settle(
            first[0], .unclear(repeatIsSafe: true, PlatformRemark(code: "http.timed-out")), at: now)
        let second = try await begin(rules, at: now + .seconds(30)).consignments
        #expect(second.map(\.reply) == first.map(\.reply))
        #expect(second.map(\.number) == first.map(\.number))
        try await store.settle(second[0], .refused(PlatformRemark(code: "40058")), at: now + .seconds(30))
        let later = now + .seconds(60)
        #expect(try await store.retry([2], until: later + .seconds(60), at: later) == [1, 2])
        let third = try await begin(rules, at: later).consignments
        #expect(third.map(\.reply) == first.map(\.reply))
        // While it is under way nothing of it is begun a second time.
        #expect(try await store.retry([1], until: later + .seconds(60), at: later).isEmpty)
        try await store.settle(third[0], .sent(SendReceipt(identifier: "m")), at: later)
        #expect(try await store.deliveries(in: [.sent], on: nil, limit: 9).map(\.number) == [2, 1])
    }

    @Test("a message is named after its first delivery's key, at every try and in every file")
    func names() async throws {
        let rules = ChannelRules(rates: [TokenBucket.Rate(capacity: 1, perMinute: 60)], mergesTexts: true)
        let other = try BotStore(path: folder.file("other.db")) { $0 }
        _ = try await other.enqueue([delivery("earlier")], at: now)
        for store in [store, other] {
            _ = try await store.enqueue([delivery("first"), delivery("second")], at: now)
            let name = store === other ? "earlier" : "first"
            let begun = try await store.begin(on: "c", rules: rules, most: 9, at: now).consignments
            #expect(begun.map(\.number) == [1])
            #expect(begun.map(\.key) == [name])
            try await store.settle(begun[0], .retry(after: nil, PlatformRemark(code: "busy")), at: now)
            let again = try await store.begin(on: "c", rules: rules, most: 9, at: now + .seconds(60))
            #expect(again.consignments.map(\.key) == [name])
        }
        await other.close()
    }
}
