import EarshotTesting
import Foundation
import Store
import Testing
import Texts

@testable import Earshot

@Suite("What people say of answers in words")
struct SpokenFeedbackTests: ConversationHouse {
    private let folder: TemporaryFolder
    private let bot: BotStore
    let conversations: Conversations
    let clock = ManualClock()
    static let dealer = Fixtures.westLakeDealer
    private static let colleague = Fixtures.ningboDealer

    init() async throws {
        folder = try TemporaryFolder()
        let bot = try BotStore(path: folder.file("bot.db"), digest: { $0 })
        self.bot = bot
        let voices = try VoiceStore(path: folder.file("voices.db"))
        _ = try await voices.add(BotFixture.week)
        let router = try BotFixture.router.get()
        let directory = FixtureDirectory()
        let dialogue = try Dialogue(
            people: Dialogue.People(directory: directory, register: bot), router: router,
            texts: try BotFixture.texts.get(),
            services: [
                Insight(figures: voices), SuggestionService(desk: bot, directory: directory),
                FeedbackService(FailedAnswers(desk: bot, title: router.title(of:))),
            ])
        conversations = Conversations(register: bot, dialogue: { dialogue }, clock: clock)
    }

    /// The last words on answers, the newest first.
    private func kept() async throws -> [RatedAnswer] {
        try await bot.feedback(
            since: Timestamp(milliseconds: 0), verdicts: Set(Feedback.Verdict.allCases), limit: 100)
    }

    private static let sorry = "抱歉没答好，已记下。可以换个说法再问，或回复「人工」。"
    private static let thanks = "谢谢，记下了。"

    @Test(
        "they are kept with what was asked and answered",
        arguments: [
            ("有用", .positive, nil, nil), ("👍", .positive, nil, nil), ("没用", .negative, nil, nil),
            ("👎", .negative, nil, nil), ("答得不对", .negative, .wrong, nil),
            ("不是我要的，我要的是空调", .negative, .irrelevant, "我要的是空调"),
            ("没用，我问的是空调", .negative, nil, "我问的是空调"),
        ] as [(String, Feedback.Verdict, Feedback.Reason?, String?)])
    func rated(_ text: String, verdict: Feedback.Verdict, reason: Feedback.Reason?, comment: String?)
        async throws
    {
        let answer = try await say("上周油耗差评", id: "q")
        clock.advance(by: .seconds(60))
        let reply = try await say(text, id: "r")
        #expect(reply == (verdict == .positive ? SpokenFeedbackTests.thanks : SpokenFeedbackTests.sorry))
        // The platform sends it once more.
        #expect(try await say(text, id: "r") == reply)
        let kept = try await kept()
        #expect(kept.count == 1)
        let one = try #require(kept.first)
        #expect(
            one.feedback
                == Feedback(
                    event: MessageKey(channel: "dingtalk/test", id: "r"), message: "q",
                    account: SpokenFeedbackTests.dealer.accounts[0], verdict: verdict,
                    reasons: reason.map { [$0] } ?? [], comment: comment))
        #expect(one.givenAt == clock.now)
        #expect(one.answer?.request.slots.aspect == Aspect("fuel"))
        #expect(one.answer?.reply.lines == answer)
        #expect(one.answer?.at == clock.now + .seconds(-60))
    }

    @Test("the second word on an answer replaces the first, and is of that answer")
    func replaced() async throws {
        _ = try await say("上周油耗差评", id: "q")
        #expect(try await say("没用") == SpokenFeedbackTests.sorry)
        #expect(try await say("有用") == SpokenFeedbackTests.thanks)
        #expect(try await say("谢谢").contains("不客气"))
        #expect(try await say("踩") == SpokenFeedbackTests.sorry)
        let kept = try await kept()
        #expect(kept.map(\.feedback.verdict) == [.negative] && kept[0].feedback.message == "q")
        _ = try await say("空间怎么样", id: "q2")
        _ = try await say("赞")
        #expect(try await self.kept().map(\.feedback.message) == ["q2", "q"])
    }

    @Test("the conversation goes on where it was: pages, numbers and follow-ups")
    func untouched() async throws {
        #expect(try await say("油耗的差评原文").contains("第 1–5 条"))
        _ = try await say("没用")
        #expect(try await say("更多").contains("第 6–10 条"))
        _ = try await say("有用")
        #expect(try await say("那空间呢").contains("空间"))
        _ = try await say("油耗怎么样")
        _ = try await say("👎")
        #expect(try await say("1").contains("第 1–5 条"))
        #expect(try await kept().count == 3)
    }

    @Test("what was not understood is rated with its words, and stands in the list of what failed")
    func failed() async throws {
        _ = try await say("火星店啥啥啥呀 13912345678")
        #expect(try await say("没用") == SpokenFeedbackTests.sorry)
        _ = try await say("上周油耗差评", as: SpokenFeedbackTests.colleague)
        _ = try await say("答得不对，打 13812345678 问过", as: SpokenFeedbackTests.colleague)
        let list = try await say("本周没答好的", as: Fixtures.headquarters)
        #expect(list.contains("共 2 个差评") && list.contains("火星店啥啥啥呀"), "\(list)")
        #expect(list.contains("不正确 1") && list.contains("问过"), "\(list)")
        #expect(!list.contains("13912345678") && !list.contains("13812345678"), "\(list)")
    }

    @Test("in a group they are of the answer to the same person")
    func group() async throws {
        _ = try await say("油耗怎么样", id: "mine", inGroup: true)
        let other = try await say("没用", as: SpokenFeedbackTests.colleague, inGroup: true)
        #expect(other != SpokenFeedbackTests.sorry)
        _ = try await say("空间怎么样", as: SpokenFeedbackTests.colleague, id: "theirs", inGroup: true)
        #expect(try await say("没用", inGroup: true) == SpokenFeedbackTests.sorry)
        #expect(try await kept().map(\.feedback.message) == ["mine"])
    }

    @Test("nothing is rated before an answer, long after it, in a form, or behind what changed something")
    func nothing() async throws {
        #expect(try await say("没用") != SpokenFeedbackTests.sorry)
        clock.advance(by: DialogueState.followUpLifetime)
        #expect(try await say("没用") != SpokenFeedbackTests.sorry)
        _ = try await say("油耗怎么样")
        clock.advance(by: DialogueState.followUpLifetime)
        #expect(try await say("没用") != SpokenFeedbackTests.sorry)
        _ = try await say("油耗怎么样")
        _ = try await say("我要提建议")
        #expect(try await say("没用") != SpokenFeedbackTests.sorry)
        _ = try await say("取消")
        #expect(try await say("没用") != SpokenFeedbackTests.sorry)
        #expect(try await say("建议：展厅多放两台试驾车").contains("#1"))
        #expect(try await say("没用") != SpokenFeedbackTests.sorry)
        #expect(try await kept().filter { $0.answer?.request.intent != .unknown } == [])
    }

    @Test("a correction stays one")
    func correction() async throws {
        _ = try await say("油耗怎么样")
        #expect(try await say("不是油耗，是空间").contains("空间"))
        #expect(try await kept() == [])
    }

    @Test("what is said to a rating is no answer that a thumb rates")
    func thumbs() async throws {
        func send(_ text: String, _ id: String) async throws {
            _ = try await conversations.handle(
                InboundMessage(
                    channel: "wecom-bot/test", id: id, account: SpokenFeedbackTests.dealer.accounts[0],
                    chat: "c", content: .text(text), takesFeedback: true))
        }
        try await send("油耗怎么样", "q")
        try await send("没用", "r")
        for (message, event) in [("r", "f1"), ("q", "f2")] {
            _ = try await bot.keep(
                Feedback(
                    event: MessageKey(channel: "wecom-bot/test", id: event), message: message,
                    account: SpokenFeedbackTests.dealer.accounts[0], verdict: .negative), at: clock.now)
        }
        let kept = try await kept()
        // The thumb is the last word on the answer.
        #expect(kept.map(\.feedback.event.id) == ["f2", "f1"])
        #expect(kept[0].answer?.request.intent == .aspect && kept[1].answer == nil)
    }
}
