import Testing

@testable import Earshot

/// It is Saturday, 2026-11-21.
@Suite("Times in the words of everyday")
struct PeriodWordingTests {
    @Test(
        "parts of years, months and spans are the days they name",
        arguments: [
            ("一季度", "2026-01-01..2026-03-31"), ("第一季度", "2026-01-01..2026-03-31"),
            ("三季度", "2026-07-01..2026-09-30"), ("第三季度", "2026-07-01..2026-09-30"),
            ("Q3季度", "2026-07-01..2026-09-30"), ("去年三季度", "2025-07-01..2025-09-30"),
            ("上半年", "2026-01-01..2026-06-30"), ("今年上半年", "2026-01-01..2026-06-30"),
            ("下半年", "2026-07-01..2026-11-20"), ("去年10月", "2025-10-01..2025-10-31"),
            ("去年11月", "2025-11-01..2025-11-30"), ("前年", "2024-01-01..2024-12-31"),
            ("最近两个月", "last60d"), ("最近三个月", "last90d"), ("这三个月", "last90d"), ("近一季度", "last90d"),
            ("9月到10月", "2026-09-01..2026-10-31"), ("8月到10月", "2026-08-01..2026-10-31"),
            ("从9月1号到现在", "2026-09-01..2026-11-21"), ("年初到现在", "2026-01-01..2026-11-21"),
            ("周一到周三", "2026-11-16..2026-11-18"), ("周五到周一", "2026-11-13..2026-11-16"),
            ("第46周", "2026-11-09..2026-11-15"), ("第47周", "2026-11-16..2026-11-20"),
            ("第50周", "2025-12-08..2025-12-14"), ("今年第3周", "2026-01-12..2026-01-18"),
            ("11.20", "2026-11-20..2026-11-20"), ("12月28日到1月3日", "2026-12-28..2027-01-03"),
        ])
    func named(text: String, period: String) throws {
        let context = DialogueContext(role: .dealer, today: try #require(Day("2026-11-21")))
        let understood = try BotFixture.router.get().understand(text, in: context)
        #expect(understood.request.intent == .overview)
        #expect(understood.request.slots.period?.name == period)
        #expect(understood.unclearPeriod == nil)
    }

    @Test(
        "what is no date or period is told so, with an example",
        arguments: ["2月30日", "10月32日油耗怎么样", "11月31日", "近0天", "近-3天", "昨天到前天", "11月7日到11月1日"])
    func impossible(text: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(text)
        #expect(answer.contains("没有这个日期或时间段") && answer.contains("近7天"), "\(answer)")
        #expect(!answer.contains("声量"), "\(answer)")
    }

    @Test("a festival is no time that is known", arguments: ["国庆", "双十一客户怎么说", "春节期间油耗怎么样"])
    func festival(text: String) async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say(text).contains("没有听懂这段时间"))
    }
}
