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

    @Test("what shall come once is no subscription, and from a day on it is")
    func once() throws {
        for (text, day) in [("提醒我明天看周报", "明天"), ("12月5日给我周报", "12月5日")] {
            #expect(try understood(text, after: nil).request.slots.schedule == day, "\(text)")
        }
        for text in ["每周一提醒我看周报", "从明天起每天给我日报", "明天开始给我日报", "周五给我周报", "订阅日报"] {
            let request = try understood(text, after: nil).request
            #expect(request.intent == .subscriptionAdd, "\(text)")
            #expect(request.slots.schedule.map { ReportSchedule(name: $0) != nil } ?? true, "\(text)")
        }
    }

    @Test(
        "a command with words of saying behind it is one",
        arguments: [
            ("A6 误报，客户说是水军", Intent.alertDismiss), ("认领 A6", .alertClaim), ("A8 已解决", .alertResolve),
            ("静默 A6 2小时", .alertSilence), ("误报", .alertDismiss), ("认领", .alertClaim),
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
