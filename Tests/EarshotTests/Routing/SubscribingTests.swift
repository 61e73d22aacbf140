import Testing

@testable import Earshot

@Suite("Whether a message surely subscribes to something or ends it")
struct SubscribingTests {
    private func understood(_ text: String) throws -> Understood {
        try RoutingFixture.router().understand(
            text, in: DialogueContext(role: .manager, today: RoutingFixture.today, minute: 900))
    }

    @Test(
        "what says nothing else is done at once",
        arguments: [
            ("订阅日报", .subscriptionAdd), ("帮我订个周报吧", .subscriptionAdd), ("能不能每天8点发我日报？", .subscriptionAdd),
            ("麻烦每周一早上9点给我发周报，谢谢", .subscriptionAdd), ("请把日报改到9点", .subscriptionAdd),
            ("从明天起每天给我日报", .subscriptionAdd), ("从12月1日起给我日报", .subscriptionAdd),
            ("下周不用发日报", .subscriptionPause), ("下周日报不用发了", .subscriptionPause), ("日报先停一停", .subscriptionPause),
            ("是的，退订日报", .subscriptionRemove), ("日报暂时停一下", .subscriptionPause),
            ("明天不发日报", .subscriptionPause), ("今天别发日报", .subscriptionPause), ("明天起三天不发日报", .subscriptionPause),
            ("从下周一推送周报给我", .subscriptionAdd), ("周一到周五早上8点半给我日报", .subscriptionAdd),
            ("暂停日报到下周一，谢谢", .subscriptionPause),
            ("订阅杭州油耗预警", .subscriptionAdd), ("有新预警马上告诉我", .subscriptionAdd), ("每晚8点给我来份日报", .subscriptionAdd),
            ("希望每天9点收到日报", .subscriptionAdd), ("每月最后一天给我月报", .subscriptionAdd), ("订阅日报和周报", .subscriptionAdd),
            ("每天早上七点半推日报给我", .subscriptionAdd), ("周报改成周二", .subscriptionAdd),
            ("退订日报", .subscriptionRemove), ("日报停了吧", .subscriptionRemove), ("我不订周报了", .subscriptionRemove),
            ("麻烦把我的周报取消掉", .subscriptionRemove), ("月报以后别发了", .subscriptionRemove),
            ("预警通知别再推送给我", .subscriptionRemove), ("不想再收周报", .subscriptionRemove),
            ("退订全部", .subscriptionRemove),
            ("取消预警订阅", .subscriptionRemove), ("不要再给我推预警了", .subscriptionRemove),
            ("从明天起不要发日报", .subscriptionRemove),
            ("暂停日报到下周一", .subscriptionPause),
            ("subscribe weekly report", .subscriptionAdd), ("stop daily report", .subscriptionRemove),
            ("dingyue ribao", .subscriptionAdd), ("日报提前到8点", .subscriptionAdd),
            ("退订日报，多谢", .subscriptionRemove),
            ("每周五下午五点发周报给我，辛苦了", .subscriptionAdd), ("把日报停了", .subscriptionRemove),
            ("月报改到5号", .subscriptionAdd),
            ("不想收了，取消日报", .subscriptionRemove),
        ] as [(String, Intent)])
    func sure(_ text: String, _ intent: Intent) throws {
        let request = try understood(text).request
        #expect(request.intent == intent, "\(text): \(request.intent)")
        #expect(request.slots.isConfirmed == nil, "\(text)")
    }

    @Test(
        "what says more is asked about first, or means something else",
        arguments: [
            "别忘了发日报", "不要忘记给我日报", "没事就别发日报", "出差期间不要发日报", "日报别太早发", "日报不要晚于9点", "日报别发那么长", "不想每天收日报",
            "不要在日报里放原话", "日报不用带原话", "不要日报的图", "取消日报提醒声音", "别给刘洋发日报", "王磊不要日报了", "不要忘了给我发预警", "夜里别发预警",
            "王磊退订预警",
            "日报暂时不用", "日报就算了", "日报是什么", "日报准吗", "有必要订日报吗", "订日报要钱吗", "日报写得真好", "日报发给店长", "看周日的日报",
            "订阅预警吗", "日报是8点发", "日报一般8点发", "日报暂停到周五了", "周报从周一改到周三", "月报从5号改到10号",
            "预警订阅是什么", "帮王磊订阅日报", "给刘洋也订一份周报", "不要停止推送日报", "不要停发日报", "别关日报", "日报被取消了", "周报从周一改到周二",
            "每周最后一天给我周报", "日报换成周报", "收到预警了", "收到预警通知", "收到日报了", "日报来了", "我每天都收到日报", "日报停了", "日报取消了", "日报关了",
            "日报订了",
            "别忘了发日报，再看看油耗", "出差期间不要发日报；认领A12", "客户说每天都收到日报短信很烦",
        ])
    func unsure(_ text: String) throws {
        let request = try understood(text).request
        let changes: [Intent] = [.subscriptionAdd, .subscriptionRemove, .subscriptionPause]
        #expect(
            !changes.contains(request.intent) || request.slots.isConfirmed == false, "\(text): \(request)")
    }

    @Test("who wonders about a report that does not come reads what is subscribed to")
    func wondering() throws {
        for text in ["为什么我没收到日报", "日报没收到", "日报怎么没发给我"] {
            #expect(try understood(text).request.intent == .subscriptionList, "\(text)")
        }
    }

    @Test(
        "a report that is not wished at weekends is offered for the workdays",
        arguments: ["日报周末别发", "节假日不要发日报", "每天给我日报，不要周末"])
    func weekend(_ text: String) throws {
        let request = try understood(text).request
        #expect(request.intent == .subscriptionAdd && request.slots.isConfirmed == false, "\(text)")
        #expect(request.slots.schedule == "workdays@08:30", "\(text)")
    }

    @Test("of a time alone, or of days alone, the other part stays as it was")
    func parts() throws {
        #expect(try understood("日报改到9点").request.slots.words == ReportSchedule.timeAlone)
        #expect(try understood("周报改成周二").request.slots.words == ReportSchedule.daysAlone)
        #expect(try understood("每周二10点发我周报").request.slots.words == nil)
        for text in ["日报改晚一点", "快一点给我日报"] {
            #expect(try understood(text).request.slots.schedule == nil, "\(text)")
        }
    }

    @Test("a report that shall not come at weekends keeps its place")
    func place() throws {
        let request = try understood("广州日报周末别发").request
        #expect(request.slots.city == "广州" && request.slots.schedule == "workdays@08:30")
    }

    @Test("every day without an hour lifts the workdays")
    func everyDay() throws {
        let slots = try understood("每天给我日报").request.slots
        #expect(slots.schedule == nil && slots.words == ReportSchedule.everyDay)
        // Of which there is none, which is said.
        #expect(try understood("每天给我周报").request.slots.schedule == "daily@09:00")
    }

    @Test("a report that is moved without saying to when changes nothing", arguments: ["日报提前", "日报推迟"])
    func moved(_ text: String) throws {
        #expect(try understood(text).request.intent == .subscriptionList, "\(text)")
    }

    @Test("one that is asked for now is shown", arguments: ["来份日报", "再来一份日报"])
    func now(_ text: String) throws {
        #expect(try understood(text).request.intent == .reportShow, "\(text)")
    }

    @Test(
        "who wants another report instead is offered that one, too",
        arguments: ["不要日报要周报", "不要日报，要周报", "订阅周报，不要日报"])
    func instead(_ text: String) throws {
        let understood = try understood(text)
        #expect(understood.request.intent == .subscriptionRemove, "\(text)")
        #expect(understood.request.slots.topic == "daily", "\(text)")
        #expect(understood.further.map(\.intent) == [.subscriptionAdd], "\(text)")
        #expect(understood.further.first?.slots.topic == "weekly", "\(text)")
    }

    @Test(
        "reports begin on a day to come",
        arguments: [
            ("从12月10日起给我日报", "2026-12-10"), ("12月10日开始每天发我日报", "2026-12-10"), ("从下周起给我周报", "2026-11-23"),
        ])
    func begins(_ text: String, _ day: String) throws {
        let request = try understood(text).request
        #expect(request.intent == .subscriptionAdd, "\(text)")
        #expect(request.slots.period == Day(day).map { .days($0...$0) }, "\(text)")
    }

    @Test("a report of the month is moved to a day")
    func day() throws {
        #expect(try understood("月报从5号改到10号").request.slots.schedule == "monthly@10 09:00")
        #expect(try understood("周报从周一改到周三").request.slots.schedule == "weekly@Wed 09:00")
        #expect(try understood("月报改到5号").request.slots.schedule == "monthly@5 09:00")
    }

    @Test("a suggestion with a number is no deadline of another one", arguments: ["建议2周内完成", "建议2026年底前完成"])
    func suggestion(_ text: String) throws {
        #expect(try understood(text).request.intent != .suggestionSchedule, "\(text)")
    }

    @Test("what shall come this evening comes once")
    func once() throws {
        #expect(try understood("今晚8点给我一份日报").request.slots.schedule == ReportSchedule.once)
    }
}
