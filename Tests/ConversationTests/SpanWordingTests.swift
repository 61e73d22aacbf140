import Testing

@testable import Earshot

/// It is Saturday, 2026-11-21, where a test does not say otherwise.
@Suite("Times that reach from one to another")
struct SpanWordingTests {
    private func understood(_ text: String, on today: String = "2026-11-21") throws -> Understood {
        let context = DialogueContext(role: .dealer, today: try #require(Day(today)))
        return try BotFixture.router.get().understand(text, in: context)
    }

    private func check(_ text: String, _ period: String, on today: String = "2026-11-21") throws {
        let understood = try understood(text, on: today)
        #expect(understood.request.intent == .overview)
        #expect(understood.request.slots.period?.name == period)
        #expect(understood.unclearPeriod == nil)
    }

    @Test(
        "the end of a span of weekdays is of the week it names, or else of the beginning's",
        arguments: [
            ("上周一到这周三", "2026-11-09..2026-11-18"), ("上上周一到上周五", "2026-11-02..2026-11-13"),
            ("上周五到这周二", "2026-11-13..2026-11-17"), ("上周一到周五", "2026-11-09..2026-11-13"),
            ("上周一到上周五", "2026-11-09..2026-11-13"), ("上上周三到周五", "2026-11-04..2026-11-06"),
            ("上个星期一到这个星期三", "2026-11-09..2026-11-18"), ("周一-周三", "2026-11-16..2026-11-18"),
        ])
    func weekdays(text: String, period: String) throws { try check(text, period) }

    @Test(
        "two times of any kind are the span from the one to the other",
        arguments: [
            ("9月到现在", "2026-09-01..2026-11-21"), ("去年10月到现在", "2025-10-01..2026-11-21"),
            ("三季度到现在", "2026-07-01..2026-11-21"), ("上周一到现在", "2026-11-09..2026-11-21"),
            ("上周一到昨天", "2026-11-09..2026-11-20"), ("昨天到现在", "2026-11-20..2026-11-21"),
            ("10月1日到昨天", "2026-10-01..2026-11-20"), ("前天到昨天", "2026-11-19..2026-11-20"),
            ("上周到昨天", "2026-11-09..2026-11-20"), ("上个月至今", "2026-10-01..2026-11-21"),
            ("9月以来", "2026-09-01..2026-11-21"), ("从9月开始到现在", "2026-09-01..2026-11-21"),
            ("上个月初到昨天", "2026-10-01..2026-11-20"), ("9月初到昨天", "2026-09-01..2026-11-20"),
            ("9月初到现在", "2026-09-01..2026-11-21"), ("10月初到上周五", "2026-10-01..2026-11-13"),
            ("去年初到昨天", "2025-01-01..2026-11-20"), ("2025年初到昨天", "2025-01-01..2026-11-20"),
            ("月初到昨天", "2026-11-01..2026-11-20"), ("昨天到周日", "2026-11-20..2026-11-21"),
            ("昨天到28号", "2026-11-20..2026-11-21"), ("上周五到周二", "2026-11-13..2026-11-17"),
            ("15号到现在", "2026-11-15..2026-11-21"), ("去年9月到今年3月", "2025-09-01..2026-03-31"),
            ("9月15日到10月", "2026-09-15..2026-10-31"), ("9月到10月15日", "2026-09-01..2026-10-15"),
            ("年初到9月", "2026-01-01..2026-09-30"),
            ("去年9月到10月15日", "2025-09-01..2025-10-15"), ("去年9月到3月5日", "2025-09-01..2026-03-05"),
            ("去年9月15日到10月", "2025-09-15..2025-10-31"), ("去年国庆到现在", "2025-10-01..2026-11-21"),
            ("国庆到现在", "2026-10-01..2026-11-21"), ("双十一到昨天", "2026-11-11..2026-11-20"),
            ("元旦以来", "2026-01-01..2026-11-21"), ("双十二到现在", "2025-12-12..2026-11-21"),
            ("月初到昨天", "2026-11-01..2026-11-20"),
            ("前天到目前为止", "2026-11-19..2026-11-21"), ("十月一号到上周五", "2026-10-01..2026-11-13"),
        ])
    func unequal(text: String, period: String) throws { try check(text, period) }

    @Test(
        "the first of two months may leave out what both are",
        arguments: [
            ("9到10月", "2026-09-01..2026-10-31"), ("9-10月", "2026-09-01..2026-10-31"),
            ("9月-10月", "2026-09-01..2026-10-31"), ("9月~10月", "2026-09-01..2026-10-31"),
            ("去年9到10月", "2025-09-01..2025-10-31"),
        ])
    func months(text: String, period: String) throws { try check(text, period) }

    @Test(
        "a span that is partly still to come goes until today",
        arguments: [
            ("昨天到明天", "2026-11-21", "2026-11-20..2026-11-21"),
            ("11月15日到11月30日", "2026-11-21", "2026-11-15..2026-11-21"),
            ("9月到12月", "2026-11-21", "2026-09-01..2026-11-21"),
            ("本周一到周五", "2026-11-18", "2026-11-16..2026-11-18"),
            ("上周五到下周二", "2026-11-21", "2026-11-13..2026-11-21"),
        ])
    func partlyToCome(text: String, today: String, period: String) throws {
        try check(text, period, on: today)
    }

    @Test(
        "a span that is wholly still to come has not come",
        arguments: [
            ("明天到后天", "11/22–11/23"), ("下周一到周五", "11/23–11/27"), ("下周一到下周三", "11/23–11/25"),
            ("明年1月到3月", "2027/01/01–2027/03/31"), ("11月25日到11月30日", "11/25–11/30"),
        ])
    func toCome(text: String, days: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(text)
        #expect(answer.hasPrefix("\(days) 还没有到"), "\(answer)")
    }

    @Test("a span that ends before it begins is none", arguments: ["昨天到前天", "昨天到上周", "这周三到上周一", "本月到9月"])
    func reversed(text: String) throws {
        #expect(try understood(text).unclearPeriod == .impossible)
    }

    @Test("a festival of the moon's calendar is no beginning that is known, and none alone is a time")
    func festival() throws {
        for text in ["春节到现在", "中秋到昨天", "国庆", "双十一"] {
            #expect(try understood(text).unclearPeriod == .unknown)
        }
    }

    @Test("what is said of every week, and how long something takes, is no span")
    func noSpan() throws {
        #expect(try understood("每周一到周五早上9点发我日报").unclearPeriod == nil)
        #expect(try understood("每周一到周五早上9点发我日报").request.slots.schedule != nil)
        #expect(try understood("近3天到7天的客户之声").request.slots.period?.name == "last3d")
    }
}
