import EarshotTesting
import Testing

@testable import Earshot

/// It is Saturday, 2026-11-21.
@Suite("A comparison is with the time that was named")
struct NamedPeriodTests {
    /// 66 days of voices in 杭州, 21 each in the week of 14 October.
    private static let voices: [UnderstoodVoice] =
        BotFixture.week
        + .several(30, "十月的油耗", city: Fixtures.hangzhou, ago: 32...38, sentiment: -0.8, "fuel")
        + .several(70, "秋天的空间", city: Fixtures.hangzhou, ago: 39...66, sentiment: 0.8, "space")

    @Test("跟上个月比一下 stands the same stretch of last month beside this one and says which days")
    func lastMonth() async throws {
        let bot = try await BotFixture(Self.voices)
        let answer = try await bot.say("跟上个月比一下")
        #expect(answer.contains("杭州 与 上月同期 对比 · 近7天"), "\(answer)")
        #expect(answer.contains("11/14–11/20") && answer.contains("10/14–10/20"), "\(answer)")
        #expect(answer.contains("声量变化 +217%"), "\(answer)")
    }

    @Test(
        "another period after it is that period, beside the time right before it",
        arguments: [("昨天呢", "前一天", "昨天"), ("上周呢", "前7天", "上周"), ("近14天呢", "前14天", "近14天")])
    func followUp(question: String, before: String, period: String) async throws {
        let bot = try await BotFixture(Self.voices)
        _ = try await bot.say("跟上个月比一下")
        let answer = try await bot.say(question)
        #expect(answer.contains("杭州 与 \(before) 对比 · \(period)"), "\(answer)")
    }

    @Test("another aspect after it keeps the time that was named")
    func aspect() async throws {
        let bot = try await BotFixture(Self.voices)
        _ = try await bot.say("跟上个月比一下")
        #expect(try await bot.say("油耗呢").contains("杭州 与 上月同期 对比 · 油耗"))
    }

    @Test("a period of two months stands beside as many days up to the same date of last month")
    func twoMonths() async throws {
        let bot = try await BotFixture(Self.voices)
        _ = try await bot.say("近30天的客户之声")
        let answer = try await bot.say("跟上个月比")
        // 22 October to 20 November.
        #expect(answer.contains("杭州 与 上月同期 对比 · 近30天"), "\(answer)")
        #expect(answer.contains("10/22–11/20") && answer.contains("09/21–10/20"), "\(answer)")
        #expect(!answer.contains("天数不同"), "\(answer)")
    }

    @Test(
        "weeks, months, days and ranges",
        arguments: [
            ("和上周比", "杭州 与 上周同期 对比 · 近7天", "11/07–11/13"), ("这周和上周比", "对比 · 本周", "11/09–11/13"),
            ("这个月跟上个月相比怎么样", "对比 · 本月", "10/01–10/20"), ("和昨天比", "杭州 与 昨天 对比 · 今天", "11/20"),
            ("和9月比", "杭州 与 09/14–09/20 对比", "09/14–09/20"), ("对比一下上周", "上周同期", "11/07–11/13"),
            ("和10月1日到10日比", "杭州 与 10/01–10/10 对比", "天数不同"),
        ])
    func named(question: String, heading: String, days: String) async throws {
        let bot = try await BotFixture(Self.voices)
        let answer = try await bot.say(question)
        #expect(answer.contains(heading) && answer.contains(days), "\(answer)")
    }

    @Test(
        "同比 and 和去年比 are the same days a year before, of which there is nothing",
        arguments: ["同比", "和去年比", "油耗同比怎么样"])
    func year(question: String) async throws {
        let bot = try await BotFixture(Self.voices)
        let answer = try await bot.say(question)
        #expect(answer.contains("与 去年同期 对比"), "\(answer)")
        #expect(answer.contains("2025/11/14–2025/11/20") && answer.contains("没有数据或数据不全"), "\(answer)")
        #expect(!answer.contains("声量变化") && !answer.contains("声量 0"), "\(answer)")
    }

    @Test("no change is 持平, and a time without any earlier data is compared with nothing")
    func noChange() async throws {
        let even = [UnderstoodVoice].several(
            60, "油耗", city: Fixtures.hangzhou, ago: 1...60, sentiment: -0.8, "fuel")
        let bot = try await BotFixture(even)
        #expect(try await bot.say("近20天的客户之声").contains("声量 20（较前20天 持平）"))
        let all = try await bot.say("近40天的客户之声")
        #expect(all.contains("之前的数据不全，不与之前比较") && !all.contains("新出现"), "\(all)")
    }

    @Test("a time alone is asked of what was asked before", arguments: ["近30天", "近7天", "近90天"])
    func timeAlone(question: String) async throws {
        let bot = try await BotFixture(Self.voices)
        _ = try await bot.say("油耗怎么样")
        #expect(try await bot.say(question).contains("杭州 · 油耗 · \(question)"))
    }

    @Test(
        "a time to come has not come, and the answer says which it is",
        arguments: [
            ("2027年1月的客户之声", "2027/01/01–2027/01/31"), ("2026年12月1日到12月5日油耗怎么样", "12/01–12/05"),
            ("明天的客户之声", "11/22"), ("后天油耗怎么样", "11/23"), ("下周客户在说什么", "11/23–11/29"), ("下周三的口碑", "11/25"),
            ("下个月的客户反馈", "12/01–12/31"), ("明年的客户之声", "2027/01/01–2027/12/31"),
            ("下季度客户在说什么", "2027/01/01–2027/03/31"), ("12月25日的客户之声", "12/25"), ("1月2日客户在说什么", "2027/01/02"),
            ("和下周比", "11/23–11/29"),
        ])
    func future(question: String, days: String) async throws {
        let bot = try await BotFixture(Self.voices)
        let answer = try await bot.say(question)
        #expect(answer.hasPrefix("\(days) 还没有到") && !answer.contains("近30天"), "\(answer)")
    }

    @Test("a month that is not over this year, and a day far ahead, are last year's and say so")
    func lastYears() async throws {
        let bot = try await BotFixture(Self.voices)
        #expect(try await bot.say("12月的客户之声").contains("2025/12/01–2025/12/31"))
        #expect(try await bot.say("3月5日的客户之声").contains("客户之声  03/05"))
        #expect(try await bot.say("1月20日的客户之声").contains("客户之声  01/20"))
    }

    @Test("a time that begins before the first voice says from when there are voices")
    func dataFrom() async throws {
        let bot = try await BotFixture(Self.voices)
        let all = try await bot.say("近366天的客户之声")
        #expect(all.contains("近366天客户之声") && all.contains("数据从 2026-09-16 开始"), "\(all)")
        #expect(try await bot.say("近366天的油耗原话").contains("数据从 2026-09-16 开始"))
        #expect(try await !bot.say("近30天的客户之声").contains("数据从"))
    }

    @Test("more than can be answered is answered as far as it goes, and said so")
    func tooLong() async throws {
        let bot = try await BotFixture(Self.voices)
        let answer = try await bot.say("近9999天的客户之声")
        #expect(answer.contains("近366天客户之声") && answer.contains("最长可以看 366 天"), "\(answer)")
    }
}
