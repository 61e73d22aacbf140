import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("Hand-overs on disk")
struct HandOverStoreTests {
    private let folder: TemporaryFolder
    private let path: String
    private let rules = HandOverRules(officeHours: OfficeHours())

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("bot.db")
    }

    private func open() throws -> BotStore { try BotStore(path: path, digest: { $0 }) }

    private func opened(_ number: Int64) -> HandOverChange {
        let handOver = HandOver(
            number: number, asker: Fixtures.westLakeDealer, of: Fixtures.westLakeStore, level: .heads,
            before: [RecentTurn(asked: "退车", answered: "抱歉，没有听懂。")], at: Fixtures.now, rules)
        return HandOverChange(
            handOver, before: nil, event: "opened", by: "wangfang",
            line: HandOverLine("wangfang", "客户要退车", at: Fixtures.now))
    }

    @Test("one is read as it was kept, whatever became of it")
    func kept() async throws {
        let store = try open()
        var change = opened(1)
        try await store.keep(change, at: Fixtures.now)
        let events: [HandOver.Event] = [
            .take(by: "liqiang"), .ask, .alarm(.escalated, .heads), .answer(by: "liqiang"),
            .finish(by: "wangfang"), .propose,
        ]
        for event in events {
            let before = change.handOver
            try change.handOver.apply(event, at: Fixtures.now + .seconds(60), rules)
            try await store.keep(
                HandOverChange(change.handOver, before: before.version, event: "test", by: nil),
                at: Fixtures.now)
            #expect(try await store.handOver(1, within: .all) == change.handOver)
            // Of an old version nothing is changed.
            await #expect(throws: ConversationConflict.self) {
                try await store.keep(
                    HandOverChange(before, before: before.version, event: "test", by: nil), at: Fixtures.now)
            }
        }
        #expect(try await store.lines(ofHandOver: 1, limit: 9).map(\.text) == ["客户要退车"])
        _ = try await store.forget(at: Fixtures.now + BotStore.handOversKept + .seconds(61))
        #expect(try await store.handOver(1, within: .all) == nil)
        #expect(try await store.lines(ofHandOver: 1, limit: 9).isEmpty)
    }

    @Test(
        "a key is read as it was written, also of the edition that told no kinds apart",
        arguments: ["liqiang", "a/b", "call"])
    func keys(_ person: String) throws {
        for kind in HandOverKey.Kind.allCases {
            let key = try #require(HandOverKey("handover/12/\(kind)/3/\(person)"))
            #expect(key.number == 12 && key.kind == kind && key.version == 3 && key.person == person)
            #expect(key.text == "handover/12/\(kind)/3/\(person)")
            #expect(key.text.hasPrefix(HandOverKey.beginning(kind, of: 12)))
        }
        let old = try #require(HandOverKey("handover/12/3/\(person)"))
        #expect(old.kind == nil && old.version == 3 && old.person == person)
        #expect(old.text == "handover/12/3/\(person)")
        for text in [
            "handover/12", "handover/x/1/a", "warning/12/1/a", "handover/12/call/x/a", "handover/12/call", "",
        ] {
            #expect(HandOverKey(text) == nil, "\(text)")
        }
    }

    @Test("what waits and is of no use any more is taken back, also what an earlier edition left")
    func overtaken() async throws {
        let store = try open()
        // Of 1 the asker waits, 2 is taken, 3 is over, 4 is over and its answer was proposed.
        let events: [Int64: [HandOver.Event]] = [
            1: [.ask], 2: [.take(by: "liqiang"), .ask], 3: [.ask, .finish(by: "wangfang")],
            4: [.answer(by: "liqiang"), .finish(by: "liqiang"), .propose],
        ]
        for (number, events) in events {
            var change = opened(number)
            change.handOver.asker = "asker\(number)"
            try await store.keep(change, at: Fixtures.now)
            for event in events {
                let before = change.handOver
                try change.handOver.apply(event, at: Fixtures.now, rules)
                try await store.keep(
                    HandOverChange(change.handOver, before: before.version, event: "test", by: nil),
                    at: Fixtures.now)
            }
        }
        func deliver(_ keys: [String]) async throws {
            _ = try await store.enqueue(
                keys.map {
                    Delivery(
                        key: $0, channel: "dingtalk/dealers", recipient: "a", reply: Reply(),
                        deadline: Fixtures.now + .seconds(86_400))
                }, at: Fixtures.now)
        }
        let kept = [
            "handover/1/1/liqiang", "handover/1/2/liqiang", "handover/1/call/3/liqiang",
            "handover/1/line/4/liqiang",
            "handover/2/3/liqiang", "handover/2/line/4/liqiang", "handover/2/1/asker2", "handover/3/2/asker3",
            "handover/3/3/liqiang", "handover/3/news/3/liqiang", "handover/4/3/liqiang",
            "handover/4/4/zhaomin",
            "handover/9/1/liqiang",
        ]
        let stale = [
            "handover/2/1/liqiang", "handover/3/1/liqiang", "handover/3/2/liqiang",
            "handover/3/call/9/gaofei",
            "handover/3/line/2/liqiang", "handover/4/1/liqiang", "handover/4/2/gaofei",
        ]
        // Somebody has had the same line.
        try await deliver(["handover/1/line/4/zhaomin"])
        _ = try await store.begin(
            on: "dingtalk/dealers", rules: ChannelRules(mostUnderWay: 1), most: 1, at: Fixtures.now)
        try await deliver(kept + stale)
        #expect(try await store.waitingLines(ofHandOver: 1, unreadBy: "liqiang") == 1)
        #expect(try await store.waitingLines(ofHandOver: 1, unreadBy: "zhaomin") == 0)
        #expect(try await store.dropOvertaken(at: Fixtures.now) == stale.count)
        let waiting = try await store.deliveries(in: [.waiting], on: nil, limit: 99)
        #expect(Set(waiting.map(\.key)) == Set(kept))
        #expect(try await store.dropOvertaken(at: Fixtures.now) == 0)
    }

    @Test("nobody has two open ones, and no number is taken twice")
    func once() async throws {
        let store = try open()
        try await store.keep(opened(1), at: Fixtures.now)
        for number: Int64 in [1, 2] {
            await #expect(throws: ConversationConflict.self) {
                try await store.keep(opened(number), at: Fixtures.now)
            }
        }
    }

    @Test("a filled file of the edition before is taken over, with what is remembered of conversations")
    func migration() async throws {
        let conversation = ConversationKey(account: "a", chat: "c")
        let store = try open()
        var state = DialogueState(updatedAt: Fixtures.now)
        state.misunderstandings = 1
        let suggestion = Suggestion(
            number: 1, "周末多排两个技师",
            filer: Suggestion.Backer(
                person: "wangfang", dealer: "HZ001", city: "杭州", region: nil, at: Fixtures.now))
        _ = try await store.commit(
            Turn(
                message: MessageKey(channel: "c", id: "1"), conversation: conversation, state: state,
                reply: Reply(), effects: [.fileSuggestion(SuggestionFiling(suggestion))], at: Fixtures.now))
        await store.close()
        do {
            let connection = try Connection(path: path)
            try connection.executeScript(
                """
                ALTER TABLE report_subscription DROP COLUMN paused_from;
                ALTER TABLE warning DROP COLUMN loudness;
                ALTER TABLE warning_step DROP COLUMN until;
                ALTER TABLE warning_step DROP COLUMN gain;
                DROP TABLE report_link;
                DROP TABLE report_text;
                DROP INDEX report_issue_by_words;
                ALTER TABLE report_issue DROP COLUMN words;
                ALTER TABLE notice_decision DROP COLUMN wish;
                DROP INDEX suggestion_attachment_by_message;
                ALTER TABLE delivery_picture DROP COLUMN attachment;
                DROP INDEX delivery_by_receipt;
                ALTER TABLE delivery DROP COLUMN receipt_chat;
                DROP TABLE agreed_action;
                DROP TABLE hand_over_line;
                DROP TABLE hand_over;
                DROP TABLE suggestion_reminder;
                DROP INDEX suggestion_by_due;
                DROP INDEX suggestion_by_shipping;
                PRAGMA user_version = 21;
                """)
        }
        let again = try open()
        let known = try await again.recall(MessageKey(channel: "c", id: "2"), in: conversation)
        #expect(known.state == state)
        #expect(try await again.suggestion(1, within: .all)?.words == "周末多排两个技师")
        try await again.keep(opened(1), at: Fixtures.now)
        #expect(try await again.openHandOver(of: "wangfang")?.number == 1)
        state.recent = [RecentTurn(asked: "退车", answered: "抱歉，没有听懂。")]
        for form in [nil, SuggestionForm(words: "油耗")] {
            state.form = form.map { form in
                var open = DialogueState.Form(intent: .suggestionFile, startedAt: Fixtures.now)
                open.suggestion = form
                return open
            }
            #expect(try DialogueState(record: state.record) == state)
        }
    }
}
