import Earshot
import EarshotTesting
import SQLite
import Testing

@testable import Store

@Suite("The outbox")
struct OutboxTests: OutboxSuite {
    let house: OutboxHouse

    init() throws { house = try OutboxHouse() }

    @Test("a key is enqueued once, and what is sent never leaves again")
    func once() async throws {
        #expect(try await !store.holds(key: "k"))
        #expect(try await store.enqueue([delivery("k"), delivery("k", text: "other")], at: now) == 1)
        #expect(try await store.holds(key: "k"))
        let first = try await begin()
        #expect(texts(first) == ["k"])
        #expect(try await begin().consignments.isEmpty)
        try await store.settle(first.consignments[0], .sent(SendReceipt(identifier: "m")), at: now)
        #expect(try await store.enqueue([delivery("k")], at: now) == 0)
        #expect(try await begin(at: now + .seconds(600)).consignments.isEmpty)
    }

    @Test("urgent ones go first, then the earlier ones; what is not due waits, and the moment is named")
    func order() async throws {
        _ = try await store.enqueue(
            [
                delivery("bulk", priority: .bulk), delivery("first"), delivery("second"),
                delivery("urgent", priority: .urgent), delivery("later", notBefore: now + .seconds(60)),
            ], at: now)
        #expect(texts(try await begin(most: 3)) == ["urgent", "first", "second"])
        let rest = try await begin()
        #expect(texts(rest) == ["bulk"])
        #expect(rest.next == now + .seconds(60))
        #expect(texts(try await begin(at: now + .seconds(60))) == ["later"])
    }

    @Test("nothing leaves after its deadline, and whoever asks is told once what has expired")
    func deadline() async throws {
        let brief = ["a", "b"].map { delivery($0, within: .seconds(30)) }
        _ = try await store.enqueue(brief + [delivery("c")], at: now)
        let late = try await begin(most: 0, at: now + .seconds(30))
        #expect(late.consignments.isEmpty)
        #expect(late.ended == [EndedDeliveries(channel: "c", state: .expired, count: 2)])
        #expect(try await texts(begin(at: now)) == ["c"])
        #expect(try await begin(at: now + .seconds(31)).ended.isEmpty)
        #expect(try await store.channelLoads().map(\.expired) == [2])
        // On channels that nobody serves.
        _ = try await store.enqueue([delivery("d", within: .seconds(40))], at: now)
        #expect(try await store.expire(at: now + .seconds(39)).isEmpty)
        let swept = try await store.expire(at: now + .seconds(40))
        #expect(swept == [EndedDeliveries(channel: "c", state: .expired)])
        #expect(try await store.expire(at: now + .seconds(41)).isEmpty)
    }

    @Test("channels do not see each other's deliveries")
    func channels() async throws {
        _ = try await store.enqueue([delivery("1")], at: now)
        let other = try await store.begin(on: "other", rules: ChannelRules(), most: 9, at: now)
        #expect(other.consignments.isEmpty)
        #expect(other.next == nil)
    }

    @Test("a delivery that cannot be read goes to the dead letters, and its channel goes on")
    func unreadable() async throws {
        _ = try await store.enqueue([delivery("1"), delivery("2")], at: now)
        try await store.database.write { connection in
            try connection.execute("UPDATE delivery SET reply = '7;' WHERE key = '1'")
        }
        let dispatch = try await begin()
        #expect(texts(dispatch) == ["2"])
        #expect(dispatch.ended.map(\.state) == [.dead])
        #expect(dispatch.ended.allSatisfy { $0.reason != nil && $0.count == 1 })
        #expect(try await store.deliveries(in: [.dead], on: nil, limit: 9).map(\.key) == ["1"])
        _ = try await store.enqueue([delivery("3")], at: now + .seconds(5))
        let load = try #require(try await store.channelLoads().first)
        #expect((load.channel, load.dead, load.waiting) == ("c", 1, 2))
        // Only what is under way is older than the one that is to be sent.
        #expect(load.oldest == now + .seconds(5))
    }

    @Test(
        "what was sent is known for half a year, so that the same matter is not sent again, and then forgotten"
    )
    func forgotten() async throws {
        _ = try await store.enqueue([delivery("sent"), delivery("open", within: .seconds(1 << 30))], at: now)
        let begun = try await begin(most: 1).consignments
        try await store.settle(begun[0], .sent(SendReceipt()), at: now)
        _ = try await store.forget(at: now + .seconds(179 * 86_400))
        #expect(try await store.deliveries(in: [.sent], on: nil, limit: 9).count == 1)
        _ = try await store.forget(at: now + .seconds(181 * 86_400))
        let left = try await store.deliveries(in: Set(DeliveryState.allCases), on: nil, limit: 9)
        #expect(left.map(\.key) == ["open"])
    }
}
