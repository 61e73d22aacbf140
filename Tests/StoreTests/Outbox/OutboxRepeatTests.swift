import Earshot
import EarshotTesting
import SQLite
import Testing

@testable import Store

@Suite("What the outbox sends again")
struct OutboxRepeatTests: OutboxSuite {
    let house: OutboxHouse

    init() throws { house = try OutboxHouse() }

    @Test("a failed one comes back after its pause, as the same message, and counts its tries")
    func retry() async throws {
        _ = try await store.enqueue([delivery("k")], at: now)
        let first = try await begin().consignments[0]
        try await store.settle(
            first, .unclear(repeatIsSafe: false, PlatformRemark(code: "time is up")), at: now)
        let waiting = try await begin()
        #expect(waiting.consignments.isEmpty)
        let due = try #require(waiting.next)
        #expect((now + .seconds(5)..<now + .milliseconds(6250)).contains(due))
        let second = try await begin(at: due).consignments[0]
        #expect(second.number == first.number)
        #expect(second.earlierTries == 1)
        let summaries = try await store.deliveries(in: [.sending], on: "c", limit: 9)
        #expect(summaries.map(\.progress.mayHaveArrived) == [true])
    }

    @Test("what was under way when the program ended is sent again under the same number")
    func recovery() async throws {
        _ = try await store.enqueue([delivery("1"), delivery("2")], at: now)
        let begun = try await begin()
        try await store.settle(begun.consignments[0], .sent(SendReceipt()), at: now)
        await store.close()
        let again = try BotStore(path: folder.file("bot.db")) { $0 }
        let interrupted = try await again.recover(at: now + .seconds(60)).interrupted
        #expect(interrupted.map(\.number) == [begun.consignments[1].number])
        #expect(interrupted.map(\.begunAt) == [now])
        let resent = try await again.begin(
            on: "c", rules: ChannelRules(), most: 9, at: now + .seconds(60))
        #expect(texts(resent) == ["2"])
        #expect(resent.consignments[0].number == begun.consignments[1].number)
        #expect(resent.consignments[0].key == "2")
        let summaries = try await again.deliveries(in: [.sending], on: "c", limit: 9)
        #expect(summaries.map(\.progress.mayHaveArrived) == [true])
        #expect(try await again.recover(at: now + .seconds(61)).interrupted.count == 1)
        await again.close()
    }

    @Test("what may have arrived when the program ended is sent again before all that was waiting behind it")
    func recoveredFirst() async throws {
        _ = try await store.enqueue((1...4).map { delivery("\($0)") }, at: now)
        let begun = try await store.begin(on: "c", rules: ChannelRules(), most: 2, at: now + .seconds(1))
        #expect(texts(begun) == ["1", "2"])
        let recovery = try await store.recover(at: now + .seconds(60))
        #expect(recovery.interrupted.count == 2)
        let again = try await store.begin(on: "c", rules: ChannelRules(), most: 3, at: now + .seconds(60))
        #expect(texts(again) == ["1", "2", "3"])
    }

    @Test("what may have arrived is tried again before a long backlog while the platform would recognise it")
    func repeatedFirst() async throws {
        let rules = ChannelRules(recognisesRepetitions: .seconds(120))
        _ = try await store.enqueue([delivery("k", priority: .bulk)], at: now)
        let first = try await begin(rules).consignments[0]
        let lost = SendOutcome.unclear(repeatIsSafe: true, PlatformRemark(code: "time is up"))
        try await store.settle(first, lost, at: now)
        let backlog = (0..<40).map { delivery("urgent\($0)", priority: .urgent) }
        _ = try await store.enqueue(backlog, at: now)
        // Not before its pause is over.
        #expect(try await texts(begin(rules, most: 1, at: now + .seconds(2))) == ["urgent0"])
        let again = try await begin(rules, most: 1, at: now + .seconds(10))
        #expect(texts(again) == ["k"])
        try await store.settle(again.consignments[0], lost, at: now + .seconds(11))
        // Later it would be shown twice in any case, and waits its turn.
        #expect(try await texts(begin(rules, most: 1, at: now + .seconds(130))) == ["urgent1"])
        let unrecognised = ChannelRules()
        #expect(try await texts(begin(unrecognised, most: 1, at: now + .seconds(60))) == ["urgent2"])
    }

    @Test("what was under way too late or for the last time is not sent again, and that is told")
    func lastTry() async throws {
        _ = try await store.enqueue([delivery("late", within: .seconds(50)), delivery("tired")], at: now)
        _ = try await begin()
        try await store.database.write { connection in
            try connection.execute(
                "UPDATE delivery SET tries = ? WHERE key = 'tired'", RetrySchedule.mostTries)
        }
        let recovery = try await store.recover(at: now + .seconds(60))
        #expect(recovery.interrupted.isEmpty)
        #expect(recovery.ended.map(\.state) == [.expired, .dead])
        #expect(recovery.ended.allSatisfy { $0.reason != nil })
    }
}
