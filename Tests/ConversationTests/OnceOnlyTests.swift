import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Messages are handled once")
struct OnceOnlyTests {
    @Test("a repeated message id gets the same answer and changes nothing")
    func repeated() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("油耗的差评原文")
        let first = try await bot.say("更多", id: "m1")
        #expect(try await bot.say("更多", id: "m1") == first)
        #expect(try await bot.say("更多").contains("第 11–15 条"))
    }

    @Test("a hundred deliveries of one message at once are one answer")
    func concurrent() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("油耗的差评原文")
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<100 { group.addTask { try await bot.say("更多", id: "same") } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(answers.count == 1)
        #expect(try await bot.say("更多").contains("第 11–15 条"))
    }

    @Test("the conversation goes on after a restart, and an answered message keeps its answer")
    func restart() async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say("油耗的差评原文", id: "m1")
        await bot.bot.close()
        let reopened = try BotStore(path: bot.folder.file("bot.db"), digest: { "test:" + $0 })
        let again = try BotFixture.conversations(reopened, bot.voices, bot.clock)
        func say(_ text: String, id: String) async throws -> String {
            try await again.handle(
                InboundMessage(
                    channel: "dingtalk/test", id: id, account: "dingtalk:d1", chat: "chat-wangfang",
                    content: .text(text))
            ).lines
        }
        #expect(try await say("油耗的差评原文", id: "m1") == answer)
        #expect(try await say("更多", id: "m2").contains("第 6–10 条"))
    }

    @Test("after half an hour a follow-up refers to nothing")
    func expiry() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("油耗的差评原文")
        bot.clock.advance(by: .seconds(31 * 60))
        #expect(try await bot.say("更多").contains("没有更多"))
    }
}
