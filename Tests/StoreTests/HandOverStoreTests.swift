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
