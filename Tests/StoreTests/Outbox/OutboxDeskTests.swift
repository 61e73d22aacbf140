import Earshot
import EarshotTesting
import SQLite
import Testing

@testable import Store

@Suite("What an operator does with the outbox")
struct OutboxDeskTests: OutboxSuite {
    let house: OutboxHouse

    init() throws { house = try OutboxHouse() }

    @Test("an operator sees what is dead and why, has it tried again, and takes it back")
    func desk() async throws {
        _ = try await store.enqueue([delivery("1"), delivery("2"), delivery("3")], at: now)
        let begun = try await begin(most: 2).consignments
        try await store.settle(begun[0], .refused(PlatformRemark(code: "60111: not in scope")), at: now)
        let dead = try await store.deliveries(in: [.dead], on: nil, limit: 9)
        #expect(dead.map(\.key) == ["1"])
        #expect(dead.map(\.progress.note) == ["60111: not in scope"])
        #expect(try await store.deliveries(in: [.dead], on: "other", limit: 9).isEmpty)
        let all = try await store.deliveries(in: Set(DeliveryState.allCases), on: "c", limit: 2)
        #expect(all.map(\.key) == ["3", "2"])
        let counts = try await store.deliveryCounts().map { "\($0.channel) \($0.state) \($0.count)" }
        #expect(counts == ["c waiting 1", "c sending 1", "c dead 1"])
        // What is under way is neither tried twice nor taken back.
        let numbers = all.map(\.number) + dead.map(\.number)
        let later = now + .seconds(4000)
        let retried = try await store.retry(numbers, until: later + .seconds(60), at: later)
        #expect(Set(retried) == Set([all[0].number, dead[0].number]))
        #expect(texts(try await begin(at: later)) == ["1", "3"])
        #expect(try await store.cancel(numbers + [999], at: later).isEmpty)
    }

    @Test("an operator finds any delivery by its number, and all dead ones at once")
    func lookedUp() async throws {
        _ = try await store.enqueue((1...3).map { delivery("\($0)", text: "文\($0)") }, at: now)
        let rules = ChannelRules(rates: [TokenBucket.Rate(capacity: 1, perMinute: 60)], mergesTexts: true)
        let begun = try await begin(rules).consignments
        try await store.settle(begun[0], .refused(PlatformRemark(code: "60111")), at: now + .seconds(1))
        #expect(try await store.states(of: [3, 2, 99]) == [2: .dead, 3: .dead])
        #expect(try await store.numbers(in: .dead, on: nil) == [1, 2, 3])
        #expect(try await store.numbers(in: .dead, on: "other").isEmpty)
        let second = try #require(try await store.delivery(2))
        #expect(second.summary.key == "2" && second.summary.progress.note == "60111")
        #expect(second.reply == Reply([.text("文2")]))
        #expect(second.together == [1, 2, 3])
        #expect(second.changedAt == now + .seconds(1) && second.summary.enqueuedAt == now)
        #expect(try await store.delivery(99) == nil)
    }

    @Test("what an administrator does in the chat stands in the audit trail, in the same transaction")
    func audit() async throws {
        _ = try await store.enqueue([delivery("1"), delivery("2")], at: now)
        let turn = Turn(
            message: MessageKey(channel: "c", id: "m"),
            conversation: ConversationKey(account: "a", chat: "c"),
            state: DialogueState(updatedAt: now), reply: Reply([.text("x")]),
            effects: [.retryDeliveries([1], by: "root"), .dropDeliveries([2], by: "root")], at: now)
        _ = try await store.commit(turn)
        let audit = try await store.database.read { connection in
            try connection.query("SELECT actor, action, object FROM audit ORDER BY id") {
                [$0.text(0), $0.text(1), $0.text(2)]
            }
        }
        #expect(audit == [["root", "outbox.retry", "1"], ["root", "outbox.drop", "2"]])
        #expect(try await store.states(of: [1, 2]) == [1: .retrying, 2: .cancelled])
    }
}
