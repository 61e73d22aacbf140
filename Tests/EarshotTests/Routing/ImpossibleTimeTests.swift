import Testing

@testable import Earshot

@Suite("Hours and days that do not exist")
struct ImpossibleTimeTests {
    @Test(
        "are kept as they were written where something shall come then",
        arguments: [
            ("每天25:30问我今天最常见的三个抱怨", "25:30"), ("每天17:60问我今天最常见的三个抱怨", "17:60"), ("订阅日报 每天25点", "25点"),
            ("订阅周报 每周一 9:75", "9:75"), ("订阅月报 每月32号", "32号"), ("订阅周报 每周八", "周八"), ("订阅日报 每天二十五点", "二十五点"),
            ("订阅周报 每周一25点", "25点"), ("订阅周报 每周一三五早上9点", "周一三五"), ("订阅周报 每周二四", "周二四"),
            ("订阅周报 每周一和周三", "周一和周三"), ("订阅日报 每天24:30", "24:30"),
        ])
    func kept(text: String, time: String) throws {
        let context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        let request = try RoutingFixture.router().understand(text, in: context).request
        #expect(request.intent == .subscriptionAdd)
        #expect(request.slots.schedule == time)
        #expect(request.slots.schedule.flatMap { ReportSchedule(name: $0) } == nil)
    }

    @Test(
        "are none of those that do",
        arguments: [
            "每周10点给我周报", "订阅日报 每天8点半", "每月1号给我月报", "每天23:59给我日报", "订阅近60日油耗日报", "订阅周报 每周三早上8点", "订阅周报 每周五九点",
            "订阅周报 每周三十点", "订阅周报 每周二八点", "订阅周报 每周三两点",
            "免打扰 22点到24点", "订阅日报 每天24点", "周五九点给我周报", "每周一三个抱怨问我",
        ])
    func others(text: String) {
        #expect(Normalization(text).impossibleTime == nil)
    }

    @Test(
        "the hour behind a day of the week is its own",
        arguments: [("订阅周报 每周五九点", 5, 9), ("订阅周报 每周三十点", 3, 10), ("订阅周报 每周二八点", 2, 8)])
    func weekly(text: String, day: Int, hour: Int) throws {
        let context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        let schedule = try RoutingFixture.router().understand(text, in: context).request.slots.schedule
        let said = try #require(schedule.flatMap { ReportSchedule(name: $0) })
        let whole = try RoutingFixture.router().understand(
            "订阅周报 每周\(["", "一", "二", "三", "四", "五"][day]) \(hour):00", in: context
        ).request.slots.schedule
        #expect(said.name == whole, "\(schedule ?? "")")
    }

    @Test("a month above the twelfth is none", arguments: ["13月油耗怎么样", "32月声量", "36月油耗", "2026年13月油耗"])
    func noMonth(text: String) throws {
        let context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        #expect(try RoutingFixture.router().understand(text, in: context).unclearPeriod == .impossible)
    }

    @Test("how many months a car was driven is no month", arguments: ["用了18月油耗怎么样", "开了36月油耗怎么样", "近18月油耗"])
    func length(text: String) throws {
        let context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        #expect(try RoutingFixture.router().understand(text, in: context).unclearPeriod == nil)
    }

    @Test("the last 18 months are as long written 近18月 as 近18个月")
    func lately() throws {
        let context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        let router = try RoutingFixture.router()
        let said = router.understand("近18月油耗怎么样", in: context).request.slots.period
        #expect(said != nil)
        #expect(said == router.understand("近18个月油耗怎么样", in: context).request.slots.period)
    }

    @Test(
        "reports are paused until a time begins that is still to come",
        arguments: [
            ("暂停日报到下季度", "2027-01-01"), ("暂停日报到明年", "2027-01-01"), ("暂停日报到明年1月5日", "2027-01-05"),
            ("暂停日报到明年3月", "2027-03-01"), ("暂停日报到12月", "2026-12-01"), ("暂停日报到十二月份", "2026-12-01"),
            ("暂停日报到2月", "2027-02-01"), ("暂停日报到周一", "2026-11-23"), ("暂停日报到周六", "2026-11-28"),
            ("暂停日报到下周一", "2026-11-23"), ("暂停日报到下周", "2026-11-23"), ("暂停日报到下个月", "2026-12-01"),
            ("暂停日报到下下周一", "2026-11-30"), ("暂停日报到下下周", "2026-11-30"), ("暂停日报到下月底", "2026-12-31"),
        ])
    func paused(text: String, day: String) throws {
        let context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        let request = try RoutingFixture.router().understand(text, in: context).request
        #expect(request.intent == .subscriptionPause && request.slots.words == nil)
        #expect(request.slots.period == Day(day).map { .days($0...$0) })
    }

    @Test(
        "reports are paused on days to come, until the day behind them",
        arguments: [
            ("下周不用发日报", "2026-11-23", "2026-11-30"), ("下下周不用发日报", "2026-11-30", "2026-12-07"),
            ("下下周一到周三别发日报", "2026-11-30", "2026-12-03"), ("明天不要发日报", "2026-11-22", "2026-11-23"),
            ("12月7日到12月11日暂停日报", "2026-12-07", "2026-12-12"), ("暂停日报，下周再发", "2026-11-23", "2026-11-23"),
            ("日报先停发，12月10日再发", "2026-12-10", "2026-12-10"), ("今天到12月5日暂停日报", "2026-12-06", "2026-12-06"),
            ("从今天到12月5日不要发日报", "2026-12-06", "2026-12-06"), ("1月20日到1月25日不要发日报", "2027-01-20", "2027-01-26"),
            ("从12月7日到12月11日不要发日报", "2026-12-07", "2026-12-12"),
            ("下周一到周三不要发日报", "2026-11-23", "2026-11-26"), ("下周一之前不要发日报", "2026-11-23", "2026-11-23"),
            ("明天不发日报", "2026-11-22", "2026-11-23"), ("明天和后天不要发日报", "2026-11-22", "2026-11-24"),
            ("明天起三天不发日报", "2026-11-22", "2026-11-25"), ("从明天开始连续三天别发日报", "2026-11-22", "2026-11-25"),
            ("今天别发日报", "2026-11-22", "2026-11-22"), ("今天不要发日报", "2026-11-22", "2026-11-22"),
            ("从12月7号暂停日报到11号", "2026-12-07", "2026-12-12"),
        ])
    func pausedAhead(text: String, first: String, again: String) throws {
        let context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        let request = try RoutingFixture.router().understand(text, in: context).request
        #expect(request.intent == .subscriptionPause && request.slots.words == nil)
        let (first, again) = (try #require(Day(first)), try #require(Day(again)))
        #expect(request.slots.period == .days(first...again), "\(text)")
    }

    @Test(
        "days apart on which no report is wished are two pauses, and a day that is said next is of the same report"
    )
    func pausedApart() throws {
        var context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        let apart = try RoutingFixture.router().understand("12月1号到5号，还有12月10号不要发日报", in: context)
        #expect(apart.request.slots.period?.name == "2026-12-01..2026-12-06")
        #expect(apart.alike.map { $0.slots.period?.name } == ["2026-12-10..2026-12-11"])
        #expect(apart.alike.map(\.slots.topic) == ["daily"])
        context.previous = apart.request
        let next = try RoutingFixture.router().understand("下周三也别发", in: context).request
        #expect(next.intent == .subscriptionPause && next.slots.topic == "daily")
        #expect(next.slots.period?.name == "2026-11-25..2026-11-26")
    }

    @Test(
        "reports are paused until no day that is over, and none that is not understood",
        arguments: [
            ("暂停日报到昨天", true), ("暂停日报到11月", true), ("暂停推送日报到群里", false), ("暂停日报到2月30日", false),
            ("暂停日报到国庆", false), ("暂停日报到12月初", false),
        ])
    func notPaused(text: String, isOver: Bool) throws {
        let context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        let request = try RoutingFixture.router().understand(text, in: context).request
        #expect(request.intent == .subscriptionPause && request.slots.words != nil)
        #expect((request.slots.period != nil) == isOver)
    }

    @Test("24点 is midnight")
    func midnight() throws {
        let context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        let request = try RoutingFixture.router().understand("免打扰 22点到24点", in: context).request
        #expect(request.intent == .subscriptionQuiet && request.slots.words == "22:00-00:00")
    }

    @Test("several days of the week are told as such, and an hour that is none is not")
    func several() {
        #expect(Normalization.isOfSeveralDays("周一三五") && Normalization.isOfSeveralDays("周一和周三"))
        #expect(!Normalization.isOfSeveralDays("周八") && !Normalization.isOfSeveralDays("25点"))
    }

    @Test("quiet hours that are none are no silence of a warning")
    func quiet() throws {
        let context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        let request = try RoutingFixture.router().understand("免打扰 25点到8点", in: context).request
        #expect(request.intent == .subscriptionQuiet && request.slots.words == "25点")
    }
}
