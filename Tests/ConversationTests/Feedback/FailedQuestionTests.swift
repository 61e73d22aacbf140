import EarshotTesting
import Foundation
import Store
import Testing
import Texts

@testable import Earshot

@Suite("Which answers failed most")
struct FailedQuestionTests {
    private let folder: TemporaryFolder
    private let bot: BotStore
    private let conversations: Conversations
    private let clock = ManualClock()

    init() throws {
        folder = try TemporaryFolder()
        let bot = try BotStore(path: folder.file("bot.db"), digest: { $0 })
        self.bot = bot
        let voices = try VoiceStore(path: folder.file("voices.db"))
        let router = try BotFixture.router.get()
        let dialogue = try Dialogue(
            people: Dialogue.People(directory: FixtureDirectory(), register: bot), router: router,
            texts: try BotFixture.texts.get(),
            services: [
                Insight(figures: RecentFigures(of: voices)),
                FeedbackService(FailedAnswers(desk: bot, title: router.title(of:))),
            ])
        conversations = Conversations(register: bot, dialogue: { dialogue }, clock: clock)
    }

    private func say(
        _ text: String, as person: Person = Fixtures.headquarters, id: String = UUID().uuidString,
        inGroup: Bool = false
    ) async throws -> String {
        try await conversations.handle(
            InboundMessage(
                channel: "wecom-bot/test", id: id, account: person.accounts.first, chat: "c",
                isGroup: inGroup, content: .text(text), takesFeedback: true)
        ).lines
    }

    private func fail(
        _ text: String, as person: Person, _ reasons: [Feedback.Reason] = [], _ comment: String? = nil
    ) async throws {
        let id = UUID().uuidString
        _ = try await say(text, as: person, id: id)
        _ = try await bot.keep(
            Feedback(
                event: MessageKey(channel: "wecom-bot/test", id: "f\(id)"), message: id,
                account: person.accounts[0], verdict: .negative, reasons: reasons, comment: comment),
            at: clock.now)
    }

    @Test(
        "those of the same question stand together wherever it was asked, with reasons, an example and masked words"
    )
    func grouped() async throws {
        try await fail("杭州上周油耗差评", as: Fixtures.westLakeDealer, [.wrong])
        try await fail("宁波近30天油耗差评", as: Fixtures.ningboDealer, [.wrong, .incomplete], "打 13812345678 问过，不对")
        try await fail("火星店啥啥啥呀 13912345678", as: Fixtures.westLakeDealer, [.irrelevant])
        let answer = try await say("本周没答好的")
        #expect(answer.contains("共 3 个差评"), "\(answer)")
        #expect(answer.contains("2 次 · ") && answer.contains("油耗（不正确 2、不完整 1）"), "\(answer)")
        #expect(answer.contains("火星店啥啥啥呀") && answer.contains("答非所问 1"))
        #expect(!answer.contains("13812345678") && !answer.contains("13912345678"), "\(answer)")
        let lines = answer.split(separator: "\n")
        let first = lines.firstIndex { $0.contains("油耗") }
        let second = lines.firstIndex { $0.contains("火星店") }
        #expect(try #require(first) < #require(second))
    }

    @Test("what was taken back or is of another week is left out, and others are not told")
    func scope() async throws {
        try await fail("杭州上周油耗差评", as: Fixtures.westLakeDealer, [.wrong])
        #expect(try await say("差评最多的回答").contains("共 1 个差评"))
        #expect(try await say("差评最多的回答", as: Fixtures.administrator).contains("共 1 个差评"))
        for person in [Fixtures.westLakeDealer, Fixtures.eastManager] {
            #expect(try await !say("差评最多的回答", as: person).contains("个差评"))
        }
        #expect(try await !say("差评最多的回答", inGroup: true).contains("个差评"))
        clock.advance(by: .seconds(8 * 86_400))
        #expect(try await say("差评最多的回答").contains("没有收到差评"))
    }
}
