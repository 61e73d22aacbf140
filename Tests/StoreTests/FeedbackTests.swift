import Earshot
import EarshotTesting
import SQLite
import Testing

@testable import Store

@Suite("What people think of answers, on disk")
struct FeedbackTests {
    private let folder: TemporaryFolder
    private static let channel = "wecom-bot/sales"

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open() throws -> BotStore {
        try BotStore(path: folder.file("bot.db"), digest: { $0 })
    }

    private var request: Request {
        var slots = Slots()
        slots.city = "杭州"
        slots.aspect = Aspect("fuel")
        return Request(.quotes, slots, store: "D001")
    }

    private func answer(_ message: String, rated: Bool = true, at moment: Timestamp = Fixtures.now) -> Turn {
        Turn(
            message: MessageKey(channel: FeedbackTests.channel, id: message),
            conversation: ConversationKey(account: "wecom:u7", chat: "c1"),
            state: DialogueState(updatedAt: moment), reply: Reply([.title("杭州 · 油耗"), .text("76 条")]),
            request: rated ? request : nil, at: moment)
    }

    private func thumb(
        _ verdict: Feedback.Verdict, _ event: String, of message: String = "m1",
        by account: String = "wecom:u7"
    ) -> Feedback {
        Feedback(
            event: MessageKey(channel: FeedbackTests.channel, id: event), message: message, account: account,
            verdict: verdict, reasons: [.incomplete, .analysis], comment: "能再具体到门店吗;3:")
    }

    private func all(_ store: BotStore, _ verdicts: [Feedback.Verdict] = Feedback.Verdict.allCases)
        async throws
        -> [RatedAnswer]
    {
        try await store.feedback(
            since: Timestamp(milliseconds: 0), verdicts: Set(verdicts), limit: 100)
    }

    @Test("feedback is kept with the answer it is of, once, also after a restart")
    func kept() async throws {
        let store = try open()
        _ = try await store.commit(answer("m1"))
        let given = thumb(.negative, "f1")
        #expect(try await store.keep(given, at: Fixtures.now + .seconds(60)))
        #expect(try await !store.keep(given, at: Fixtures.now + .seconds(61)))
        await store.close()
        let again = try open()
        #expect(try await !again.keep(given, at: Fixtures.now + .seconds(62)))
        let expected = RatedAnswer(
            number: 1, feedback: given, givenAt: Fixtures.now + .seconds(60),
            answer: RatedAnswer.Answered(
                request: request, reply: answer("m1").reply, at: Fixtures.now))
        #expect(try await all(again) == [expected])
        #expect(try await again.feedback(1) == expected)
        #expect(try await again.feedback(2) == nil)
        await again.close()
    }

    @Test("the last word of a person on an answer counts, and another person's beside it")
    func lastWord() async throws {
        let store = try open()
        for (number, (verdict, message, account)) in [
            (Feedback.Verdict.negative, "m1", "wecom:u7"), (.withdrawn, "m1", "wecom:u7"),
            (.positive, "m1", "wecom:u8"), (.negative, "m2", "wecom:u7"),
        ].enumerated() {
            _ = try await store.keep(
                thumb(verdict, "f\(number)", of: message, by: account), at: Fixtures.now + .seconds(number))
        }
        #expect(try await all(store).map(\.number) == [4, 3, 2])
        #expect(try await all(store, [.negative]).map(\.number) == [4])
        #expect(
            try await store.feedbackCounts(since: Fixtures.now) == [
                .negative: 1, .positive: 1, .withdrawn: 1,
            ])
        let since = Fixtures.now + .seconds(2)
        #expect(try await store.feedbackCounts(since: since) == [.negative: 1, .positive: 1])
        #expect(
            try await store.feedback(since: since, verdicts: [.positive, .negative], limit: 1).map(\.number)
                == [4])
        await store.close()
    }

    @Test("feedback of an answer that is not known any more, or never could be rated, is kept without it")
    func unknownAnswer() async throws {
        let store = try open()
        _ = try await store.commit(answer("m1", rated: false))
        _ = try await store.keep(thumb(.negative, "f1"), at: Fixtures.now)
        _ = try await store.keep(thumb(.negative, "f2", of: "never"), at: Fixtures.now)
        #expect(try await all(store).map(\.answer) == [nil, nil])
        await store.close()
    }

    @Test("replies that people may rate are kept for a week, others for a day, and feedback for a year")
    func retention() async throws {
        let store = try open()
        _ = try await store.commit(answer("rated"))
        _ = try await store.commit(answer("other", rated: false))
        func isKnown(_ message: String) async throws -> Bool {
            try await store.reply(to: MessageKey(channel: FeedbackTests.channel, id: message)) != nil
        }
        _ = try await store.forget(at: Fixtures.now + BotStore.repliesKept + .seconds(1))
        #expect(try await isKnown("rated"))
        #expect(try await !isKnown("other"))
        _ = try await store.keep(thumb(.positive, "f1", of: "rated"), at: Fixtures.now)
        _ = try await store.forget(at: Fixtures.now + BotStore.ratedRepliesKept + .seconds(1))
        #expect(try await !isKnown("rated"))
        #expect(try await all(store).first?.answer?.reply == answer("rated").reply)
        _ = try await store.forget(at: Fixtures.now + BotStore.feedbackKept)
        #expect(try await all(store).count == 1)
        _ = try await store.forget(at: Fixtures.now + BotStore.feedbackKept + .seconds(1))
        #expect(try await all(store).isEmpty)
        await store.close()
    }

    @Test("replies of an edition that knew of no feedback are kept as they were")
    func migrated() async throws {
        let earlier = Schema(
            applicationID: BotSchema.schema.applicationID,
            migrations: Array(BotSchema.schema.migrations.prefix(6)))
        let old = try Database(path: folder.file("bot.db"), schema: earlier)
        let reply = answer("m1").reply
        let record = reply.record
        try await old.write { connection in
            try connection.execute(
                "INSERT INTO handled (channel, message, reply, handled_at) VALUES (?, 'm1', ?, ?)",
                FeedbackTests.channel, record, Fixtures.now.milliseconds)
        }
        await old.close()
        let store = try open()
        #expect(try await store.reply(to: MessageKey(channel: FeedbackTests.channel, id: "m1")) == reply)
        _ = try await store.forget(at: Fixtures.now + BotStore.repliesKept + .seconds(1))
        #expect(try await store.reply(to: MessageKey(channel: FeedbackTests.channel, id: "m1")) == nil)
        await store.close()
    }
}
