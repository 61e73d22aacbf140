import Earshot
import EarshotTesting
import Testing

@testable import Store

@Suite("The rates that the outbox keeps to")
struct OutboxRateTests: OutboxSuite {
    let house: OutboxHouse

    init() throws { house = try OutboxHouse() }

    @Test("the rate of a channel outlives a restart")
    func rateSurvives() async throws {
        let rules = ChannelRules(rates: [TokenBucket.Rate(capacity: 3, perMinute: 6)])
        _ = try await store.enqueue((0..<9).map { delivery("\($0)") }, at: now)
        let first = try await begin(rules)
        #expect(texts(first) == ["0", "1", "2"])
        #expect(first.next == now + .seconds(10))
        await store.close()
        let again = try BotStore(path: folder.file("bot.db")) { $0 }
        let early = try await again.begin(on: "c", rules: rules, most: 9, at: now + .seconds(9))
        #expect(early.consignments.isEmpty)
        #expect(early.next == now + .seconds(10))
        let later = try await again.begin(on: "c", rules: rules, most: 9, at: now + .seconds(20))
        #expect(texts(later) == ["3", "4"])
        await again.close()
    }

    @Test("whoever has had enough waits, and others are served meanwhile")
    func perRecipient() async throws {
        let rules = ChannelRules(ratesPerRecipient: [TokenBucket.Rate(capacity: 2, perMinute: 2)])
        _ = try await store.enqueue(
            (0..<4).map { delivery("a\($0)", to: "a") } + [delivery("b0", to: "b")], at: now)
        let first = try await begin(rules)
        #expect(texts(first) == ["a0", "a1", "b0"])
        #expect(first.next == now + .seconds(30))
        #expect(texts(try await begin(rules, at: now + .seconds(30))) == ["a2"])
    }

    @Test("texts for one group become one message only when the rate would hold them back")
    func merging() async throws {
        let rules = ChannelRules(
            rates: [TokenBucket.Rate(capacity: 2, perMinute: 2)], mergesTexts: true, mergedBytes: 45)
        _ = try await store.enqueue([delivery("1"), delivery("2")], at: now)
        #expect(texts(try await begin(rules)) == ["1", "2"])
        _ = try await store.enqueue((3...9).map { delivery("\($0)") }, at: now)
        let crowded = try await begin(rules, at: now + .seconds(60))
        #expect(texts(crowded) == ["3+4+5+6+7+8", "9"])
        #expect(crowded.consignments.allSatisfy { $0.recipient == "wecom:a" })
        for consignment in crowded.consignments {
            try await store.settle(
                consignment, .retry(after: nil, PlatformRemark(code: "busy")), at: now + .seconds(60))
        }
        _ = try await store.enqueue([delivery("10")], at: now + .seconds(60))
        let again = try await begin(rules, at: now + .seconds(180))
        #expect(Set(texts(again)).contains("3+4+5+6+7+8"))
    }

    @Test("texts are not merged because little may be under way, but because the rate is short")
    func slotsDoNotMerge() async throws {
        _ = try await store.enqueue((0..<3).map { delivery("\($0)") }, at: now)
        let dispatch = try await begin(ChannelRules(mergesTexts: true), most: 2)
        #expect(texts(dispatch) == ["0", "1"])
        let perRecipient = ChannelRules(
            ratesPerRecipient: [TokenBucket.Rate(capacity: 1, perMinute: 1)], mergesTexts: true)
        _ = try await store.enqueue((3..<5).map { delivery("\($0)") }, at: now)
        #expect(texts(try await begin(perRecipient)) == ["2+3+4"])
    }

    @Test("a thousand messages for one who must wait hold up nobody behind them")
    func noStarving() async throws {
        let rules = ChannelRules(ratesPerRecipient: [TokenBucket.Rate(capacity: 1, perMinute: 1)])
        _ = try await store.enqueue(
            (0..<1000).map { delivery("a\($0)", to: "a") } + [delivery("b", to: "b")], at: now)
        #expect(texts(try await begin(rules)) == ["a0", "b"])
    }
}
