import EarshotTesting
import Testing

@testable import Earshot

@Suite("Texts that an editor has changed")
struct EditedTextsTests {
    /// Offers that read differently from every word that the commands know.
    private let edits = [
        "offer.nation": "放到大盘里", "offer.competitors": "隔壁老王",
        "offer.quotes":
            "{{aspect}}·{{#any}}听听看{{/any}}{{#praise}}掌声{{/praise}}{{#complaints}}板砖{{/complaints}}",
    ]

    @Test("what an answer offers is understood by its number and by its words")
    func offered() async throws {
        let bot = try await BotFixture(edits: edits)
        let answer = try await bot.say("我们城市的客户最近在说什么")
        #expect(answer.contains("1 油耗·听听看 2 放到大盘里 3 隔壁老王"))
        #expect(try await bot.say("2").contains("杭州 与 全国 对比"))
        _ = try await bot.say("我们城市的客户最近在说什么")
        #expect(try await bot.say("隔壁老王").contains("竞品动向"))
    }

    @Test("the words of an offer are understood later too, about what was asked in between")
    func offeredEarlier() async throws {
        let bot = try await BotFixture(edits: edits)
        _ = try await bot.say("近30天的客户之声")
        let quotes = try await bot.say(" 空间·掌声 ")
        #expect(quotes.contains("杭州 · 空间 · 好评原话 · 近30天"), "\(quotes)")
        #expect(try await bot.say("放到大盘里").contains("杭州 与 全国 对比 · 空间 · 近30天"))
        bot.clock.advance(by: .seconds(3600))
        #expect(try await bot.say("油耗·板砖").contains("杭州 · 油耗 · 差评原话 · 近7天"))
    }
}
