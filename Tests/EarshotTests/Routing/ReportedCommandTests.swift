import EarshotTesting
import Testing

@testable import Earshot

@Suite("What reads like a command and is none")
struct ReportedCommandTests {
    private func understood(_ text: String, after alert: String? = "4") throws -> Understood {
        var context = DialogueContext(role: .hq, today: RoutingFixture.today)
        if let alert {
            var previous = Request(.alertShow)
            previous.slots.alert = alert
            context.previous = previous
        }
        return try RoutingFixture.router().understand(text, in: context)
    }

    @Test(
        "a list of warnings or suggestions of a kind does nothing to the one that was spoken of",
        arguments: [
            "全部结束的预警", "最近结束的预警", "已经结束的预警给我看看", "误报的预警", "静默的预警", "我认领的预警", "通报的预警", "采纳的建议", "不采纳的建议",
            "已解决的预警",
        ])
    func lists(_ text: String) throws {
        let intent = try understood(text).request.intent
        #expect(!intent.isAct, "\(text): \(intent)")
    }

    @Test(
        "what somebody else has said is asked about before anything is done",
        arguments: [
            "他说“A6误报”", "老刘说“A10误报”", "有人说A11是误报", "王磊说A8已经解决了", "“认领A6”", "「退订全部」", "听说A6是误报", "提醒王磊处理A6",
            "催一下刘洋认领A6",
        ])
    func reported(_ text: String) throws {
        let result = try understood(text)
        #expect(result.request.intent == .unknown, "\(text): \(result.request.intent)")
    }

    @Test("what shall come once is no subscription, what is over is shown, and from a day on it is one")
    func once() throws {
        for text in [
            "提醒我明天看周报", "12月5日给我周报", "明天8点给我发日报", "提醒我明天8点看周报", "下周给我发一次周报", "一次性给我发个周报", "提醒我明天一起看周报",
        ] {
            let request = try understood(text, after: nil).request
            #expect(request.slots.schedule == ReportSchedule.once, "\(text): \(request)")
        }
        for text in ["昨天的日报", "发我昨天的日报", "上周的周报", "10月月报"] {
            #expect(try understood(text, after: nil).request.intent == .reportShow, "\(text)")
        }
        for text in [
            "每周一提醒我看周报", "从明天起每天给我日报", "明天开始给我日报", "周五给我周报", "订阅日报", "订阅日报，从11月30日", "11月20日没收到日报，订阅日报",
        ] {
            let request = try understood(text, after: nil).request
            #expect(request.intent == .subscriptionAdd, "\(text)")
            #expect(request.slots.schedule.map { ReportSchedule(name: $0) != nil } ?? true, "\(text)")
        }
    }

    @Test("days without reports are a pause, and what shall pause is not subscribed to")
    func pauses() throws {
        for text in ["明天不要发日报", "明天先别发日报"] {
            let request = try understood(text, after: nil).request
            let tomorrow = RoutingFixture.today + 1
            #expect(
                request.intent == .subscriptionPause
                    && request.slots.period == .days(tomorrow...(tomorrow + 1)),
                "\(text)")
        }
        #expect(try understood("这周先别发日报", after: nil).request.intent == .subscriptionPause)
        #expect(try understood("不要再发日报了", after: nil).request.intent == .subscriptionRemove)
        #expect(try understood("暂停日报下周", after: nil).request.intent != .subscriptionAdd)
    }

    @Test("who only speaks of what somebody is responsible for claims nothing")
    func relative() throws {
        for text in ["我负责的城市有什么预警", "我负责的城市有哪些问题", "我管的店怎么样"] {
            #expect(try understood(text).request.intent != .alertClaim, "\(text)")
        }
        for text in ["认领", "我来处理", "认领这条"] {
            #expect(try understood(text).request.intent == .alertClaim, "\(text)")
        }
    }

    @Test("words of a list do not keep a command from being done, nor an ordinary one from being a list")
    func words() throws {
        for text in ["A6结束了", "A6已结束", "A6已经结束了", "A6关闭了", "A6全部结束"] {
            #expect(try understood(text).request.intent == .alertResolve, "\(text)")
        }
        #expect(try understood("结束了").request.intent == .alertResolve)
        for (text, ended) in [
            ("没结束的预警", nil), ("还没结束的预警有哪些", nil), ("油耗显示不准的预警", nil), ("数据问题的预警", nil), ("关闭车窗异响的预警", nil),
            ("历史预警", .all), ("全部结束的预警", .all), ("误报的预警", .dismissed), ("已解决的预警", .resolved),
        ] as [(String, EndedWarnings?)] {
            let request = try understood(text, after: nil).request
            #expect(request.slots.ended == ended, "\(text): \(request)")
        }
        #expect(try !understood("误报的呢").request.intent.isAct)
        #expect(try understood("认领刚才的预警").request.intent == .alertClaim)
        for text in ["未解决的", "最新的", "待处理"] {
            #expect(try understood(text).request.intent != .alertShow, "\(text)")
        }
    }

    @Test("a place beside a command moves it to no other warning, and one before 那条 or 预警 does")
    func described() throws {
        for text in ["认领，杭州那边我去协调", "我来处理，杭州的同事配合", "认领这条预警，杭州的", "认领"] {
            #expect(try understood(text).request.slots.described == nil, "\(text)")
        }
        for text in ["认领杭州那条", "杭州那条预警已解决", "静默杭州刹车预警两小时", "杭州油耗预警静默两天"] {
            let request = try understood(text).request
            #expect(request.slots.described?.city == "杭州", "\(text): \(request)")
        }
    }

    @Test("what is to be done later or by others, what is asked and what is denied is not done")
    func undone() throws {
        for text in ["A4：11月30日前处理完", "A4 明天解决", "A6 让王磊认领", "A12已解决：还没", "A12 误报：不是", "认领哪条预警"] {
            #expect(try !understood(text).request.intent.isAct, "\(text)")
        }
        #expect(try understood("我来认领，客户那边我去沟通").request.intent == .alertClaim)
        #expect(try understood("今天别发日报", after: nil).request.intent != .subscriptionAdd)
        for (text, days) in [
            ("12月20日不要发日报", "2026-12-20..2026-12-21"), ("12月不要发周报", "2026-12-01..2027-01-01"),
        ] {
            let request = try understood(text, after: nil).request
            #expect(request.intent == .subscriptionPause, "\(text): \(request)")
            #expect(request.slots.named["period"] == days, "\(text)")
        }
        #expect(try understood("从明天起不要发日报", after: nil).request.intent == .subscriptionRemove)
    }

    @Test("a row has its two ends beside one sign, and what stands between two other numbers is none")
    func rows() throws {
        func numbers(_ text: String) throws -> [String] {
            let result = try understood(text)
            return ([result.request] + result.alike).compactMap(\.slots.alert).sorted()
        }
        #expect(try numbers("A6-A9 误报") == ["6", "7", "8", "9"])
        #expect(try numbers("A9-A6 误报") == ["6", "7", "8", "9"])
        #expect(try numbers("A1-2 误报") == ["1", "2"])
        #expect(try numbers("A6到9误报") == ["6", "7", "8", "9"])
        #expect(try numbers("认领A1 - 油耗, A4 - 刹车") == ["1", "4"])
        #expect(try numbers("A1静默到明天，A4也静默到明天") == ["1", "4"])
        #expect(try numbers("A1 A2 取消静默") == ["1", "2"])
        #expect(try numbers("静默 A12-2h").count == 1)
        let long = try understood("A1到A40 误报").request
        #expect(long.intent == .alertList && long.slots.isTooMany == true)
    }

    @Test(
        "a command with words of saying behind it is one",
        arguments: [
            ("A6 误报，客户说是水军", Intent.alertDismiss), ("认领 A6", .alertClaim), ("A8 已解决", .alertResolve),
            ("静默 A6 2小时", .alertSilence), ("误报", .alertDismiss), ("认领", .alertClaim),
            ("认领A6，客户在催", .alertClaim), ("A6 已解决，已提醒门店", .alertResolve), ("让我认领A6", .alertClaim),
            ("把这个预警静默2小时", .alertSilence), ("这个预警是误报", .alertDismiss), ("退订日报", .subscriptionRemove),
        ] as [(String, Intent)])
    func commands(_ text: String, _ intent: Intent) throws {
        #expect(try understood(text).request.intent == intent, "\(text)")
    }

    @Test(
        "whatever stands around the question why there was no warning, an answer comes",
        arguments: [
            "刹车为什么没预警，气死", "杭州刹车为什么没预警？求解", "为什么没有预警，懵了", "为什么没预警？火星", "刹车为什么没预警，群里", "火星为什么没预警",
            "失控为什么没预警",
        ])
    func ending(_ text: String) throws {
        #expect(try understood(text, after: nil).request.intent != .unknown, "\(text)")
    }
}
