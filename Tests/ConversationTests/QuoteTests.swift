import EarshotTesting
import Testing

@testable import Earshot

@Suite("Messages that quote, and messages with pictures")
struct QuoteTests {
    private func say(
        _ text: String, quoting quote: String?, as person: Person = Fixtures.westLakeDealer,
        hasPictures: Bool = false, after earlier: String? = nil
    ) async throws -> String {
        let bot = try await BotFixture()
        if let earlier { _ = try await bot.say(earlier, as: person) }
        return try await bot.conversations.handle(
            InboundMessage(
                channel: "dingtalk/test", id: "quoting", account: person.accounts.first,
                chat: "chat-\(person.id)", content: .text(text), hasPictures: hasPictures, quote: quote)
        ).lines
    }

    @Test("what was said stands by itself, whatever is quoted")
    func own() async throws {
        let alone = try await say("杭州的空间口碑怎么样", quoting: nil)
        #expect(try await say("杭州的空间口碑怎么样", quoting: "油耗的差评原文") == alone)
    }

    @Test("a follow-up is about the quoted question, not about what was said before")
    func followUp() async throws {
        let answer = try await say("那售后呢", quoting: "油耗的差评原文", after: "我们城市的客户最近在说什么")
        #expect(answer.contains("差评原话"), "\(answer)")
        #expect(answer.contains("售后"), "\(answer)")
    }

    @Test(
        "a quoted question is answered when nothing that can be understood was said of it",
        arguments: ["", "唔唔咿呀"])
    func quoted(text: String) async throws {
        #expect(try await say(text, quoting: "油耗的差评原文") == say("油耗的差评原文", quoting: nil))
    }

    @Test(
        "a quote that is no question changes nothing",
        arguments: ["现场照片", "", "谢谢", "取消", "绑定 7KQM-X2VA-9TPC"])
    func noQuestion(quote: String) async throws {
        #expect(try await say("唔唔咿呀", quoting: quote) == say("唔唔咿呀", quoting: nil))
    }

    @Test("a quoted question that is refused is not what the next message follows")
    func refusedQuote() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们城市的客户最近在说什么")
        func say(_ text: String, quoting quote: String, id: String) async throws -> String {
            try await bot.conversations.handle(
                InboundMessage(
                    channel: "dingtalk/test", id: id, account: Fixtures.westLakeDealer.accounts.first,
                    chat: "chat-\(Fixtures.westLakeDealer.id)", content: .text(text), quote: quote)
            ).lines
        }
        let refused = try await say("那售后呢", quoting: "上海客户在说什么", id: "q1")
        #expect(refused.contains("您绑定的是杭州"), "\(refused)")
        #expect(try await say("谢谢", quoting: "上海客户在说什么", id: "q2").contains("客气"))
        let next = try await bot.say("那油耗呢")
        #expect(next.contains("杭州 · 油耗"), "\(next)")
    }

    @Test("更多 with a quote is more of the quoted question")
    func more() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("油耗的差评原文")
        _ = try await bot.say("空间的好评原文")
        func more(quoting quote: String, id: String) async throws -> String {
            try await bot.conversations.handle(
                InboundMessage(
                    channel: "dingtalk/test", id: id, account: Fixtures.westLakeDealer.accounts.first,
                    chat: "chat-\(Fixtures.westLakeDealer.id)", content: .text("更多"), quote: quote)
            ).lines
        }
        let same = try await more(quoting: "空间的好评原文", id: "m1")
        #expect(same.contains("空间 · 好评原话") && same.contains("第 6–10 条"), "\(same)")
        let other = try await more(quoting: "油耗的差评原文", id: "m2")
        #expect(other.contains("油耗 · 差评原话") && other.contains("第 1–5 条"), "\(other)")
        let next = try await bot.say("更多")
        #expect(next.contains("油耗 · 差评原话") && next.contains("第 6–10 条"), "\(next)")
    }

    @Test("what follows a quoted question about the own store is about the store")
    func store() async throws {
        let answer = try await say("上周呢", quoting: "我们店口碑怎么样")
        #expect(answer.contains(Fixtures.westLakeDealer.dealer?.name ?? "?"), "\(answer)")
    }

    @Test("a long quote is a report and no question")
    func report() async throws {
        let report = "油耗的差评原文" + String(repeating: "，杭州", count: 100)
        #expect(try await say("唔唔咿呀", quoting: report) == say("唔唔咿呀", quoting: nil))
    }

    @Test("a quoted question reaches no further than who quotes it may see")
    func scope() async throws {
        let answer = try await say("", quoting: "广州的内饰差评原话")
        #expect(!answer.contains("异味"), "\(answer)")
    }

    @Test("pictures beside a text are acknowledged, and the text is answered")
    func pictures() async throws {
        let answer = try await say("油耗的差评原文", quoting: nil, hasPictures: true)
        let alone = try await say("油耗的差评原文", quoting: nil)
        #expect(answer == "图片收到了，不过我还看不懂图片内容，下面只回答您写的文字。\n" + alone)
    }
}
