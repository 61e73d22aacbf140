import EarshotTesting
import Foundation
import Store
import Testing

@testable import Earshot

@Suite("Subscribing to reports in the chat")
struct ReportSubscriptionTests {
    @Test("whoever subscribes reads when it comes and what would have come last")
    func subscribes() async throws {
        let house = try await ReportHouse()
        let answer = try await house.say("订阅周报")
        #expect(answer.contains("已订阅杭州周报，每周一 09:00，下一份 11/23 09:00。"), "\(answer)")
        #expect(answer.contains("上一份会是这样：\n杭州 · 周报  11/09–11/15"), "\(answer)")
        #expect(try await house.subscriptions().map(\.schedule.name) == ["weekly@Mon 09:00"])
        let again = try await house.say("每周五下午5点给我周报")
        #expect(again.contains("已改为杭州周报，每周五 17:00，下一份 11/27 17:00。"), "\(again)")
        #expect(try await house.subscriptions().map(\.schedule.name) == ["weekly@Fri 17:00"])
        let known = try await house.say("订阅周报")
        #expect(known.contains("您已经订阅了杭州周报，每周五 17:00"), "\(known)")
    }

    @Test(
        "the schedule is read from words",
        arguments: [
            ("每天8点半给我日报", "daily@08:30"), ("工作日8点半给我日报", "workdays@08:30"),
            ("每个工作日早上9点发我油耗日报", "workdays@09:00"), ("每周一早上9点给我周报", "weekly@Mon 09:00"),
            ("每月1号给我月报", "monthly@1 09:00"), ("订阅日报", "daily@08:30"), ("订阅月报", "monthly@1 09:00"),
        ])
    func schedules(words: String, name: String) async throws {
        let house = try await ReportHouse()
        let answer = try await house.say(words)
        #expect(try await house.subscriptions().map(\.schedule.name) == [name], "\(words): \(answer)")
    }

    @Test("nobody subscribes to a place that is not theirs, and administrators to none")
    func scope() async throws {
        let house = try await ReportHouse()
        let other = try await house.say("订阅上海日报")
        #expect(other.contains("只能查看杭州"), "\(other)")
        _ = try await house.say("订阅广州周报", as: Fixtures.eastManager)
        _ = try await house.say("订阅日报", as: Fixtures.administrator)
        #expect(try await house.bot.reportSubscriptions(regions: Fixtures.regions).isEmpty)
        let own = try await house.say("订阅宁波日报", as: Fixtures.eastManager)
        #expect(own.contains("已订阅宁波日报"), "\(own)")
    }

    @Test("where several may be meant one is chosen, and nothing ends before")
    func removal() async throws {
        let house = try await ReportHouse()
        for wish in ["订阅日报", "订阅油耗日报", "订阅周报", "订阅预警"] { _ = try await house.say(wish) }
        let list = try await house.say("我的订阅")
        for line in ["杭州预警", "杭州日报，每天 08:30", "杭州油耗日报，每天 08:30", "杭州周报，每周一 09:00"] {
            #expect(list.contains("\n\(line)\n"), "\(list)")
        }
        let asked = try await house.say("退订日报")
        #expect(asked.contains("1 退订杭州日报 2 退订杭州油耗日报 3 退订全部"), "\(asked)")
        #expect(try await house.subscriptions().count == 3)
        let ended = try await house.say("1")
        #expect(ended.contains("已退订杭州日报。"), "\(ended)")
        #expect(try await house.subscriptions().map(\.topic.aspect) == [Aspect("fuel"), nil])
        let weekly = try await house.say("退订周报")
        #expect(weekly.contains("已退订杭州周报。"), "\(weekly)")
        #expect(try await house.bot.subscriptions(regions: Fixtures.regions).count == 1)
    }

    @Test("reports are paused until a day and gone on with, and hours are kept quiet")
    func pauses() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅日报")
        let paused = try await house.say("暂停日报到下周一")
        #expect(paused.contains("已暂停 1 份报告，11/23 起接着发。"), "\(paused)")
        #expect(
            try await house.subscriptions().first?.pause?.until
                == LocalCalendar.shanghai.start(of: Fixtures.today + 2))
        let list = try await house.say("我的订阅")
        #expect(list.contains("杭州日报，每天 08:30（暂停到 11/23）"), "\(list)")
        let resumed = try await house.say("恢复订阅")
        #expect(resumed.contains("已恢复，1 份报告"), "\(resumed)")
        #expect(try await house.subscriptions().first?.pause == nil)
        let open = try await house.say("暂停订阅")
        #expect(open.contains("说「恢复订阅」就接着发"), "\(open)")
        let quiet = try await house.say("免打扰 22点到8点")
        #expect(quiet.contains("22:00 到 08:00 不打扰您"), "\(quiet)")
        #expect(try await house.bot.quietHours(of: ReportHouse.dealer.id) == ReportHouse.quietHours)
        let off = try await house.say("取消免打扰")
        #expect(off.contains("已取消"), "\(off)")
        #expect(try await house.bot.quietHours(of: ReportHouse.dealer.id) == nil)
    }

    @Test("reports are held back on days to come, and begin on one")
    func ahead() async throws {
        let house = try await ReportHouse()
        for text in ["暂停日报到下周一", "今天先不发日报", "下周不用发日报"] {
            #expect(try await house.say(text).contains("没有可以暂停的"), "\(text)")
        }
        let begun = try await house.say("从12月10日起给我日报")
        #expect(begun.contains("已订阅杭州日报，每天 08:30，12/10 起发，下一份 12/10 08:30。"), "\(begun)")
        _ = try await house.say("恢复订阅")
        let paused = try await house.say("下周不用发日报")
        #expect(paused.contains("不发 1 份报告，11/30 起接着发。"), "\(paused)")
        let calendar = LocalCalendar.shanghai
        #expect(
            try await house.subscriptions().first?.pause
                == ReportPause(
                    from: calendar.start(of: Fixtures.today + 2),
                    until: calendar.start(of: Fixtures.today + 9)))
        let list = try await house.say("我的订阅")
        #expect(list.contains("暂停）") && !list.contains("暂停到"), "\(list)")
        let apart = try await house.say("12月20日到12月25日不要发日报")
        #expect(apart.contains("不相连") && apart.contains("没有改动"), "\(apart)")
        let later = try await house.say("从12月10日起每天9点给我日报")
        #expect(later.contains("您已经订阅了杭州日报，每天 08:30。已有的订阅不能定在以后某天才改"), "\(later)")
        #expect(try await house.subscriptions().first?.schedule.name == "daily@08:30")
        _ = try await house.say("恢复订阅")
        #expect(try await house.subscriptions().first?.pause == nil)
    }

    @Test(
        "a day that is none, or that nobody knows, ends nothing",
        arguments: ["2月30日别发日报", "11月31日别发日报", "清明节别发日报", "元旦三天别发日报"])
    func unknownDays(_ text: String) async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅日报")
        let answer = try await house.say(text)
        #expect(try await house.subscriptions().map(\.pause) == [nil], "\(answer)")
        #expect(try await house.say("恢复订阅").contains("没有暂停中的报告"))
    }

    @Test("several of those that may end are chosen at once, and both reports of a message pause")
    func severalChosen() async throws {
        let house = try await ReportHouse()
        for text in ["订阅日报", "订阅油耗日报", "订阅刹车日报", "订阅周报"] { _ = try await house.say(text) }
        #expect(try await house.say("退订日报").contains("有 3 项符合"))
        let ended = try await house.say("1和3")
        #expect(ended.contains("已退订杭州日报") && ended.contains("已退订杭州刹车日报"), "\(ended)")
        #expect(try await house.subscriptions().map(\.topic.aspect) == [Aspect("fuel"), nil])
        let paused = try await house.say("日报和周报明天都别发")
        #expect(try await house.subscriptions().allSatisfy { $0.pause != nil }, "\(paused)")
        _ = try await house.say("恢复订阅")
        for text in ["别发日报，明天除外", "日报明天别发，周报后天别发", "明天别推预警", "明天不发日报的话"] {
            let answer = try await house.say(text)
            #expect(try await house.subscriptions().map(\.pause) == [nil, nil], "\(text): \(answer)")
        }
    }

    @Test("a report is exchanged for one of another aspect")
    func exchangedAspect() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅刹车日报")
        let answer = try await house.say("刹车日报换成空调日报")
        #expect(answer.contains("已退订杭州刹车日报") && answer.contains("已订阅杭州空调日报"), "\(answer)")
        #expect(try await house.subscriptions().count == 1)
        let paused = try await house.say("从明天开始别发日报，三天")
        #expect(paused.contains("11/22") && paused.contains("11/25 起接着发"), "\(paused)")
    }

    @Test("of two pauses apart in one message the second is refused, and a wished day is none")
    func pausesApart() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅日报")
        let apart = try await house.say("12月1号到5号，还有12月10号不要发日报")
        #expect(apart.contains("12/01–12/05 不发") && apart.contains("不相连"), "\(apart)")
        let calendar = LocalCalendar.shanghai
        let kept = try await house.subscriptions().first?.pause
        #expect(kept?.until == Day("2026-12-06").map { calendar.start(of: $0) })
        _ = try await house.say("恢复订阅")
        for text in ["明天发日报，后天不发", "今天的日报发给我，明天别发", "车明天不发货客户很急"] {
            let answer = try await house.say(text)
            #expect(try await house.subscriptions().first?.pause == nil, "\(text): \(answer)")
        }
    }

    @Test("of two reports that a message ends each one is asked about that may be one of several")
    func severalEnds() async throws {
        let house = try await ReportHouse()
        for text in ["订阅日报", "订阅油耗日报", "订阅月报"] { _ = try await house.say(text) }
        let asked = try await house.say("退订日报和月报")
        #expect(asked.contains("有 2 项符合") && asked.contains("已退订杭州月报"), "\(asked)")
        #expect(asked.contains("1 退订杭州日报") && asked.contains("2 退订杭州油耗日报"), "\(asked)")
        let ended = try await house.say("2")
        #expect(ended.contains("已退订杭州油耗日报"), "\(ended)")
        let missing = try await house.say("把日报和周报都停了")
        #expect(missing.contains("已退订杭州日报") && missing.contains("没有"), "\(missing)")
    }

    @Test(
        "a report of one aspect is taken in the place of that of another, and one that is moved nowhere stays"
    )
    func exchanged() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅油耗日报")
        let ended = try await house.say("油耗的日报不要了，换成刹车的")
        #expect(ended.contains("已退订杭州油耗日报") && ended.contains("1 换成刹车的"), "\(ended)")
        #expect(!ended.contains("没有找到"), "\(ended)")
        #expect(try await house.say("1").contains("已订阅杭州刹车日报"))
        let moved = try await house.say("日报改到下午")
        #expect(moved.contains("杭州刹车日报，每天 08:30"), "\(moved)")
        let unoffered = try await house.say("订阅月报，每月最后一个工作日")
        #expect(unoffered.contains("不能按「最后一个工作日」发"), "\(unoffered)")
    }

    @Test(
        "in the place of a report whose days are not over comes the one before, which is said",
        arguments: [
            ("看今天的日报", "看日报", "今天还没有过完"), ("看本周的周报", "看周报", "这一周还没有过完"), ("看本月的月报", "看月报", "这个月还没有过完"),
        ])
    func unfinished(_ words: String, _ plain: String, _ remark: String) async throws {
        let house = try await ReportHouse()
        let shown = try await house.say(words)
        #expect(shown.contains(remark), "\(shown)")
        let last = try await house.say(plain)
        #expect(!last.contains(remark), "\(last)")
    }

    @Test("a report that is asked for comes now, is kept, and can be made again")
    func asked() async throws {
        let house = try await ReportHouse()
        let answer = try await house.say("看日报")
        #expect(answer.hasPrefix("杭州 · 日报  11/20"), "\(answer)")
        #expect(try await house.subscriptions().isEmpty)
        let kept = try #require(try await house.bot.reportIssues(limit: 10).first)
        #expect(try house.office.words.reply(kept).lines == answer)
        let group = try await house.say("看周报", inGroup: true)
        #expect(!group.contains(Fixtures.westLakeStore.name), "\(group)")
    }

    @Test("it is of the day, week or month that is named, where that is one and over")
    func ofNamedDays() async throws {
        let house = try await ReportHouse()
        for (text, title) in [
            ("看11月18日的日报", "杭州 · 日报  11/18"), ("看上周的周报", "杭州 · 周报  11/09–11/15"),
            ("看10月的月报", "10/01–10/31"), ("看今天的日报", "杭州 · 日报  11/20"), ("看本周的周报", "杭州 · 周报  11/09–11/15"),
            ("看11月1日到10日的日报", "日报看的是一天，11/01–11/10 不止一天。"), ("看11月18日的周报", "周报看的是一周七天，11/18 不是一周。"),
            ("看11月1日到10日的月报", "可以直接问「11/01–11/10 客户在说什么」"), ("看12月1日的日报", "12/01 还没有到"),
        ] {
            let answer = try await house.say(text)
            #expect(answer.contains(title), "\(text): \(answer)")
        }
        // A question about other days before is none about a report.
        _ = try await house.say("11月18日客户在说什么")
        #expect(try await house.say("看日报").hasPrefix("杭州 · 日报  11/20"))
    }

    @Test("nobody has more than twenty, warnings and reports together")
    func most() async throws {
        let house = try await ReportHouse()
        let cities = Gazetteer.china.cities.prefix(11).map(\.name)
        for city in cities.prefix(10) {
            _ = try await house.say("订阅\(city)预警", as: Fixtures.headquarters)
            _ = try await house.say("订阅\(city)日报", as: Fixtures.headquarters)
        }
        #expect(try await house.subscriptions(of: Fixtures.headquarters).count == 10)
        let last = try await house.say("订阅\(cities[10])日报", as: Fixtures.headquarters)
        #expect(last.contains("最多可以订阅 20 项。"), "\(last)")
    }

    @Test("what headquarters reads in a group gives no dealer the words of other cities")
    func nationInGroup() async throws {
        let house = try await ReportHouse()
        let group = try await house.say("看全国日报", as: Fixtures.headquarters, inGroup: true)
        #expect(group.contains("「"), "\(group)")
        let dealer = try await house.say("看全国日报")
        #expect(dealer.contains("声量") && !dealer.contains("「"), "\(dealer)")
        let again = try await house.say("看全国日报", as: Fixtures.headquarters, inGroup: true)
        #expect(again.contains("「"), "\(again)")
    }
}
