import EarshotTesting
import Testing

@testable import Earshot

/// It is Saturday, 2026-11-21, 10:00.
@Suite("Today, this week and this month are compared fairly")
struct RunningPeriodTests {
    /// The fixture's voices and 30 more of today in 杭州.
    private static let withToday: [UnderstoodVoice] =
        BotFixture.week
        + BotFixture.week.prefix(30).enumerated().map { number, voice in
            var today = voice
            today.voice.id = "today-\(number)"
            today.voice.text = "今天又说油耗的第\(number)位"
            today.fingerprint = Fingerprint(of: today.voice.id)
            today.day = Fixtures.today
            return today
        }

    @Test("this week ends yesterday and stands beside the same days of last week, which the answer names")
    func thisWeek() async throws {
        let bot = try await BotFixture(Self.withToday)
        let answer = try await bot.say("本周客户在说什么")
        #expect(answer.contains("杭州 · 本周客户之声  11/16–11/20"))
        // Monday to Friday: 71 voices after 32.
        #expect(answer.contains("声量 71（较上周同期 11/09–11/13 +122%）"))
        #expect(answer.contains("抱怨最多 油耗 30（▲200%） · 售后等待 19"))
        #expect(!answer.contains("今天尚未结束"))
        // 26 after 15; the days in between belong to neither.
        #expect(answer.contains("云途L7 好评 +73%"))
        let rivals = try await bot.say("本周竞品动向")
        #expect(rivals.contains("云途L7：声量 26，好评 26（较上周同期 11/09–11/13 +73%）"))
        let before = try await bot.say("本周和之前比")
        #expect(before.contains("杭州 与 上周同期 对比"))
        #expect(before.contains("11/09–11/13") && before.contains("声量变化 +122%"))
    }

    @Test("this month ends yesterday and stands beside the same days of last month")
    func thisMonth() async throws {
        let bot = try await BotFixture(Self.withToday)
        let answer = try await bot.say("本月客户在说什么")
        #expect(answer.contains("杭州 · 本月客户之声  11/01–11/20"))
        #expect(answer.contains("声量 137\n") && answer.contains("没有更早的数据，不与之前比较"))
    }

    @Test(
        "today is not over: it is compared with nothing, and the answer says so",
        arguments: ["今天的客户之声", "今天油耗怎么样", "今天竞品动向", "今天我们店口碑怎么样"])
    func today(question: String) async throws {
        let bot = try await BotFixture(Self.withToday)
        let answer = try await bot.say(question)
        #expect(answer.contains("今天  11/21") || answer.contains("今天客户之声  11/21"), "\(answer)")
        #expect(answer.contains("今天尚未结束"), "\(answer)")
        #expect(!answer.contains("（较") && !answer.contains("▲"), "\(answer)")
    }

    @Test("a period stays for follow-ups, and not for a question that names something else to be told")
    func otherService() async throws {
        let bot = try await BotFixture(Self.withToday)
        _ = try await bot.say("客户在说什么")
        #expect(try await bot.say("今天呢").contains("今天客户之声  11/21"))
        #expect(try await bot.say("那油耗呢").contains("油耗 · 今天"))
        #expect(try await bot.say("我们店口碑").contains("杭州西湖店口碑 · 近7天"))
        _ = try await bot.say("今天客户在说什么")
        #expect(try await bot.say("竞品最近有什么动静").contains("竞品动向 · 近7天"))
        _ = try await bot.say("今天客户在说什么")
        #expect(try await bot.say("哪个竞争对手好评涨得快").contains("竞品动向 · 近7天"))
    }

    @Test("today beside yesterday, when somebody wants it: both counts, and no change")
    func todayBesideYesterday() async throws {
        let bot = try await BotFixture(Self.withToday)
        _ = try await bot.say("今天的客户之声")
        let answer = try await bot.say("和之前比")
        #expect(answer.contains("声量 30") && answer.contains("11/21") && answer.contains("11/20"), "\(answer)")
        #expect(answer.contains("今天尚未结束") && !answer.contains("声量变化"), "\(answer)")
    }

    @Test("on Monday this week has only the day that is not over")
    func monday() async throws {
        let bot = try await BotFixture(Self.withToday)
        bot.clock.advance(by: .seconds(2 * 86_400))
        let answer = try await bot.say("本周的客户之声")
        #expect(answer.contains("本周客户之声  11/23") && answer.contains("今天尚未结束"))
    }

    @Test("full days are compared as before and say nothing about today")
    func fullDays() async throws {
        let bot = try await BotFixture(Self.withToday)
        for question in ["近7天客户之声", "昨天的油耗怎么样", "上周的客户之声"] {
            #expect(try await !bot.say(question).contains("今天尚未结束"), "\(question)")
        }
        #expect(try await bot.say("近7天客户之声").contains("声量 95（较前7天 +126%）"))
    }
}
