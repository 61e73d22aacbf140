import EarshotTesting
import Testing

@testable import Earshot

@Suite("Several wishes in one message, and wishes that are asked about")
struct SeveralWishesConversationTests {
    @Test("the first wish is answered and the number of the other one does it")
    func second() async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say("看下油耗,再看看差评原话")
        #expect(answer.hasPrefix("杭州 · 油耗"), "\(answer)")
        #expect(answer.contains("1 看看差评原话"), "\(answer)")
        let quotes = try await bot.say("1")
        #expect(quotes.contains("杭州 · 油耗 · 差评原话"), "\(quotes)")
    }

    @Test(
        "a further wish is offered also where no service answers the first",
        arguments: ["帮助,再看下油耗", "我是谁,顺便看下油耗"])
    func courtesyFirst(text: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(text)
        #expect(answer.contains("1 看下油耗"), "\(answer)")
        #expect(try await bot.say("1").hasPrefix("杭州 · 油耗"))
    }

    @Test("help that is wished as well is given by its number")
    func courtesySecond() async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say("看下油耗,再给我帮助")
        #expect(answer.hasPrefix("杭州 · 油耗") && answer.contains("1 给我帮助"), "\(answer)")
        #expect(try await bot.say("1").contains("听客户"))
    }

    @Test("a misspelt action is asked about, with its words as they are spelled")
    func asked() async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say("腿订周报")
        #expect(answer.contains("您是想问") && answer.contains("1 退订周报"), "\(answer)")
        let done = try await bot.say("1")
        #expect(done.contains("退订") && !done.contains("没有听懂"), "\(done)")
    }

    @Test("a misspelt question is answered")
    func answered() async throws {
        #expect(try await BotFixture().say("油浩怎么样").hasPrefix("杭州 · 油耗"))
    }

    @Test(
        "what belongs to a customer is not given, and nothing is exported", arguments: ["客户电话给我", "把车主手机号发我"])
    func personal(text: String) async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say(text).contains("个人信息我不会提供"))
        #expect(try await bot.say("导出excel").contains("不能导出文件"))
    }

    @Test("a word that no lexicon knows is told also behind 有人说")
    func strangeWord() async throws {
        let answer = try await BotFixture().say("有人说蒲公英吗")
        #expect(answer.contains("没有认出「蒲公英」"), "\(answer)")
    }
}
