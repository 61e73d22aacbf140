import EarshotTesting
import Foundation
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("Lines to take on disk")
struct KnowledgeStoreTests {
    private let folder: TemporaryFolder
    private let store: BotStore
    private let now = Fixtures.now

    init() throws {
        folder = try TemporaryFolder()
        store = try BotStore(path: folder.file("bot.db"), digest: { $0 })
    }

    private func filing(_ number: Int64, _ question: String = "刹车异响", in place: Territory = .nation)
        -> KnowledgeChange
    {
        KnowledgeChange(
            filing: KnowledgeEntry(
                number: number,
                KnowledgeEntry.Content(
                    question: question, variants: ["一", "二"], answer: "答", place: place,
                    validUntil: Fixtures.today, approver: "孙总"),
                filed: KnowledgeEntry.Mark(by: "zhaomin", at: now)))
    }

    @Test(
        "filing, changing, retiring and answering stand in the audit trail, and what they were based on must be so"
    )
    func audit() async throws {
        let filed = filing(1)
        try await store.keep([filed])
        let mark = KnowledgeEntry.Mark(by: "sunbo", at: now)
        var content = filed.entry.content
        content.answer = "新"
        let changed = KnowledgeChange(filed.entry, to: content, mark)
        try await store.keep([changed])
        await #expect(throws: ConversationConflict.self) { try await store.keep([changed]) }
        let turn = Turn(
            message: MessageKey(channel: "c", id: "m"),
            conversation: ConversationKey(account: "a", chat: "c"), state: DialogueState(updatedAt: now),
            reply: Reply([.text("x")]),
            effects: [
                .giveKnowledge(number: 1, version: 2, to: "wangfang"),
                .changeKnowledge(KnowledgeChange(retiring: changed.entry, because: "旧了", mark)),
            ], at: now)
        _ = try await store.commit(turn)
        // The same message once more changes nothing.
        _ = try await store.commit(turn)
        let audit = try await store.database.read { connection in
            try connection.query("SELECT actor, action, object FROM audit ORDER BY id") {
                [$0.text(0), $0.text(1), $0.text(2)]
            }
        }
        #expect(
            audit == [
                ["zhaomin", "knowledge.filed", "#1"], ["sunbo", "knowledge.changed", "#1/2"],
                ["wangfang", "knowledge.answered", "#1/2"], ["sunbo", "knowledge.retired", "#1/3"],
            ])
        #expect(try await store.entry(1, within: .all)?.retirement?.reason == "旧了")
        #expect(try await store.revisions(of: 1).map(\.entry.version) == [1, 2, 3])
        #expect(try await store.knowledgeEdition() == 3)
    }

    @Test("a question is in use once in a place, and a number is never given twice, also after a restart")
    func unique() async throws {
        #expect(try await store.nextEntry() == 1)
        try await store.keep([filing(1)])
        await #expect(throws: ConversationConflict.self) { try await store.keep([filing(2, "刹车异响？")]) }
        try await store.keep([filing(3, in: .city("杭州"))])
        let again = try BotStore(path: folder.file("bot.db"), digest: { $0 })
        #expect(try await again.nextEntry() == 4)
        #expect(try await again.nextEntry() == 5)
    }

    @Test("what is out of a person's reach, or over, is not found")
    func reach() async throws {
        try await store.keep([filing(1), filing(2, in: .city("杭州")), filing(3, in: .region("华南"))])
        let reach = KnowledgeReach.places([.nation, .region("华东"), .city("杭州")])
        let filter = KnowledgeFilter(validOn: Fixtures.today)
        #expect(try await store.entries(filter, within: reach, offset: 0, limit: 9).map(\.number) == [2, 1])
        #expect(try await store.count(filter, within: reach) == 2)
        #expect(try await store.entry(3, within: reach) == nil)
        #expect(try await store.count(KnowledgeFilter(validOn: Fixtures.today + 1), within: .all) == 0)
        #expect(try await store.entry(1, within: .all)?.content.variants == ["一", "二"])
    }

    @Test("of an unanswered question the latest wording is shown, and days are those of the given calendar")
    func latestWording() async throws {
        let folder = try TemporaryFolder()
        let store = try BotStore(path: folder.file("bot.db"), digest: { $0 })
        func ask(_ text: String, _ day: Day) async throws {
            _ = try await store.commit(
                Turn(
                    message: MessageKey(channel: "c", id: "\(text)\(day)"),
                    conversation: ConversationKey(account: "a", chat: "c"),
                    state: DialogueState(updatedAt: Fixtures.now), reply: Reply(),
                    effects: [.countUnanswered(text, on: day)], at: Fixtures.now))
        }
        try await ask("座椅加热怎么开？", Fixtures.today - 2)
        try await ask("座椅加热怎么开", Fixtures.today - 1)
        let found = try await store.unanswered(since: Fixtures.today - 9, offset: 0, limit: 9)
        #expect(found.map(\.text) == ["座椅加热怎么开"] && found.map(\.count) == [2])
        let first = try await store.unanswered(
            during: (Fixtures.today - 9)...(Fixtures.today - 2), limit: 9)
        #expect(first.map(\.count) == [1])
        // Of Honolulu it still is the day before, so that the first day is kept there.
        let honolulu = LocalCalendar(timeZone: try #require(TimeZone(identifier: "Pacific/Honolulu")))
        let moment = LocalCalendar.shanghai.start(of: Fixtures.today - 1) + BotStore.unansweredKept
        _ = try await store.forget(at: moment, calendar: honolulu)
        #expect(
            try await store.unanswered(since: Fixtures.today - 9, offset: 0, limit: 9).map(\.count) == [2])
        _ = try await store.forget(at: moment)
        #expect(
            try await store.unanswered(since: Fixtures.today - 9, offset: 0, limit: 9).map(\.count) == [1])
    }

    @Test("unanswered questions are counted by what they say, limited by day, and forgotten in time")
    func unanswered() async throws {
        func ask(_ text: String, _ id: String, on day: Day = Fixtures.today) async throws {
            _ = try await store.commit(
                Turn(
                    message: MessageKey(channel: "c", id: id),
                    conversation: ConversationKey(account: "a", chat: "c"),
                    state: DialogueState(updatedAt: now), reply: Reply([.text("x")]),
                    effects: [.countUnanswered(text, on: day)], at: now))
        }
        try await ask("座椅加热怎么开", "1")
        try await ask("座椅加热怎么开？", "2")
        try await ask("座椅加热怎么开？", "2")
        try await ask("车顶帐篷", "3", on: Fixtures.today - 40)
        let recent = try await store.unanswered(since: Fixtures.today - 29, offset: 0, limit: 9)
        #expect(recent == [UnansweredQuestion("座椅加热怎么开？", count: 2)])
        #expect(try await store.countUnanswered(since: Fixtures.today - 50) == 2)
        _ = try await store.forget(at: now + .seconds(30 * 86_400))
        #expect(try await store.countUnanswered(since: Fixtures.today - 50) == 1)
    }
}
