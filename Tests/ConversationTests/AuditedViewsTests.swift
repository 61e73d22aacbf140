import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Who was shown what customers wrote")
struct AuditedViewsTests {
    private func seen(_ bot: BotFixture) async throws -> [String] {
        var filter = AuditFilter()
        filter.action = "words.seen"
        return try await bot.bot.audit(filter, before: nil, limit: 100).reversed().map {
            "\($0.actor ?? "") \($0.object ?? "")"
        }
    }

    @Test(
        "an answer with a quote is an entry with its place and without the words; others are none, nor is a repeat"
    )
    func entries() async throws {
        let bot = try await BotFixture()
        for text in ["你好", "油耗原话", "上海的油耗原话", "谢谢"] { _ = try await bot.say(text) }
        let entries = try await seen(bot)
        // Who greets is told of the week, with a quote; another city is refused.
        #expect(entries == ["wangfang insight.overview 杭州", "wangfang insight.quotes 杭州"])
        let message = InboundMessage(
            channel: "dingtalk/sales", id: "same", account: Fixtures.westLakeDealer.accounts[0], chat: "c",
            content: .text("油耗原话"))
        let reply = try await bot.conversations.handle(message)
        #expect(try await bot.conversations.handle(message) == reply)
        let more = try await seen(bot)
        #expect(more.count == 3)
        #expect(try await bot.bot.verifyAudit(containing: nil).fault == nil)
    }

    @Test("somebody who sits at the console in a person's stead is not taken for the person")
    func console() async throws {
        let bot = try await BotFixture()
        _ = try await bot.conversations.handle(
            InboundMessage(
                channel: "console", id: "1", account: Dialogue.ownAccount(of: Fixtures.westLakeDealer),
                chat: "c", content: .text("油耗原话")))
        #expect(try await seen(bot) == ["console:wangfang insight.quotes 杭州"])
    }

    @Test("where a site does not want it nothing is written down")
    func off() async throws {
        let bot = try await BotFixture()
        let silent = try BotFixture.conversations(
            bot.bot, bot.voices, bot.clock, settings: Dialogue.Settings(recordsViews: false))
        let reply = try await silent.handle(
            InboundMessage(
                channel: "dingtalk/sales", id: "1", account: Fixtures.westLakeDealer.accounts[0], chat: "c",
                content: .text("油耗原话")))
        #expect(reply.blocks.contains { if case .quote = $0 { true } else { false } })
        #expect(try await seen(bot) == [])
    }
}
