import Earshot
import EarshotTesting
import SQLite
import Testing

@testable import Store

@Suite("The outbox")
struct OutboxTests {
    let folder: TemporaryFolder
    let store: BotStore
    let now = Timestamp(seconds: 1_800_000_000)

    init() throws {
        folder = try TemporaryFolder()
        store = try BotStore(path: folder.file("bot.db")) { $0 }
    }

    private func delivery(
        _ key: String, to recipient: String = "wecom:a", text: String? = nil,
        priority: Delivery.Priority = .normal, within: Duration = .seconds(3600), notBefore: Timestamp? = nil
    ) -> Delivery {
        Delivery(
            key: key, channel: "c", recipient: recipient, reply: Reply([.text(text ?? key)]),
            priority: priority, notBefore: notBefore, deadline: now + within)
    }

    private func begin(
        _ rules: ChannelRules = ChannelRules(), most: Int = 100, at moment: Timestamp? = nil
    ) async throws -> Dispatch {
        try await store.begin(on: "c", rules: rules, most: most, at: moment ?? now)
    }

    private func texts(_ dispatch: Dispatch) -> [String] {
        dispatch.consignments.map { consignment in
            consignment.reply.blocks.map { block in
                if case .text(let text) = block { text } else { "?" }
            }.joined(separator: "+")
        }
    }

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

    /// What became of the first of two parts, and whether the second goes then.
    private static let endings: [(outcome: SendOutcome, isOver: Bool)] = [
        (.sent(SendReceipt()), true), (.refused(PlatformRemark(code: "40058")), true),
        (.retry(after: nil, PlatformRemark(code: "-1")), false),
        (.unclear(repeatIsSafe: false, PlatformRemark(code: "http.timed-out")), false),
    ]

    @Test("a part of a matter leaves once the one before it has ended, however it did", arguments: 0..<4)
    func parts(_ ending: Int) async throws {
        let (outcome, isOver) = OutboxTests.endings[ending]
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

    @Test("channels do not see each other's deliveries")
    func channels() async throws {
        _ = try await store.enqueue([delivery("1")], at: now)
        let other = try await store.begin(on: "other", rules: ChannelRules(), most: 9, at: now)
        #expect(other.consignments.isEmpty)
        #expect(other.next == nil)
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
