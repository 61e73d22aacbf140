import EarshotTesting
import Testing

@testable import Earshot

@Suite("Actions that are not meant to be done at once")
struct LaterActionTests {
    /// - Parameter today: 2026-11-24, a Tuesday, unless another day is given.
    private func understood(_ text: String, after alert: String? = "4") throws -> Understood {
        try RoutingFixture.understood(text, behind: alert, today: RoutingFixture.today + 3)
    }

    @Test(
        "what is to be done later is neither done nor offered",
        arguments: [
            "A4 周五前处理完", "A4 1月10日前处理完", "A4 月底前处理完", "A4 三天内解决", "A4 今天之内解决", "A4 本周内处理完", "A4：11月30日前处理完",
            "A4 明天解决",
            "A4 周五解决", "A4 8点前解决", "A4 两小时后解决", "明天认领A4", "A4明天我来处理", "12月1日起静默A4两天", "从12月1日起静默A4两天",
            "明天静默A4", "A4 下周转给张伟",
            "明天把A4转给张伟", "明天通报A4", "月底前解决", "A4 11月30日前已处理完",
        ])
    func later(_ text: String) throws {
        let result = try understood(text)
        #expect(!result.request.intent.isAct, "\(text): \(result.request.intent)")
        #expect(result.meant?.request.intent.isAct != true, "\(text)")
    }

    @Test(
        "what is guessed, half done or about to be ends no warning",
        arguments: [
            "A4 解决不了", "A4 无法解决", "A4 准备解决", "A4 快解决了", "A4 解决了一半", "A4 好像解决了", "A4 差不多解决了", "A4 月底解决",
            "A4 今晚解决", "A4 可能是误报", "A4 怀疑误报", "A4 争取尽快解决", "A4 王磊说误报", "A4 听说已经解决了", "A4 客户说已解决",
        ])
    func guessed(_ text: String) throws {
        #expect(try !understood(text).request.intent.isAct, "\(text)")
    }

    @Test(
        "where not the same is wanted of several warnings, or one is left out, none is touched",
        arguments: [
            "认领A4，A7误报", "A4误报，A7已解决", "A4误报 A7认领", "A4解决了，A7转给吴霞", "认领A4和A7，A1误报", "A4认领，A7静默2小时",
            "A4别动，A7误报", "A4先不动，A7误报", "除了A4都误报", "A4除外，其他误报", "A4-A7误报，A5除外", "认领A4以外的",
        ])
    func different(_ text: String) throws {
        let result = try understood(text)
        #expect(!result.request.intent.isAct, "\(text): \(result.request)")
        #expect(result.alike.isEmpty, "\(text)")
    }

    @Test(
        "the same is wanted of several warnings in a row of words",
        arguments: ["A4，A7误报", "A4、A7误报", "误报A4和A7"])
    func same(_ text: String) throws {
        let result = try understood(text)
        #expect(
            result.request.intent == .alertDismiss && result.alike.count == 1, "\(text): \(result.request)")
    }

    @Test(
        "what has been done, is done now, or lasts until a day is done",
        arguments: [
            ("A4 三天前就解决了", .alertResolve), ("A4 周五已解决", .alertResolve), ("A4 两小时内已处理完", .alertResolve),
            ("A4 昨天解决了", .alertResolve), ("A4 上周五已处理完", .alertResolve), ("认领A4，明天去现场", .alertClaim),
            ("我来处理A4，周五前完成", .alertClaim), ("A4转给张伟，下周处理", .alertAssign), ("静默A4到12月1日", .alertSilence),
            ("静默A4 12月1日前", .alertSilence), ("A4静默到明天", .alertSilence), ("静默A4两天", .alertSilence),
            ("静默A4两小时后再看", .alertSilence), ("A4 已解决，明天复查", .alertResolve),
            ("A4 误报，上周的老帖", .alertDismiss), ("通报A4：12月1日起免费检测", .alertBroadcast), ("今天认领A4", .alertClaim),
        ] as [(String, Intent)])
    func now(_ text: String, _ intent: Intent) throws {
        let request = try understood(text).request
        #expect(request.intent == intent && request.slots.alert == "4", "\(text): \(request)")
    }

    @Test(
        "what somebody else shall do is offered as handing it over to that one",
        arguments: [
            "A6 让王磊认领", "预警A6让王磊认领", "把A6让王磊认领", "A6这条让王磊处理", "提醒王磊处理A6", "催一下王磊认领A6", "王磊认领A6", "A6由王磊处理",
            "请王磊处理A6",
        ])
    func others(_ text: String) throws {
        let result = try understood(text)
        #expect(result.request.intent == .unknown, "\(text): \(result.request.intent)")
        #expect(result.meant?.text == "A6 转给 王磊", "\(text): \(String(describing: result.meant))")
        #expect(result.meant?.request.intent == .alertAssign, "\(text)")
        #expect(result.meant?.request.slots.alert == "6", "\(text)")
        #expect(result.meant?.request.slots.person == "王磊", "\(text)")
    }

    @Test("of nobody's name nothing is offered, and who does it oneself does it")
    func oneself() throws {
        #expect(try understood("让他们处理A6").meant == nil)
        for text in ["让我认领A6", "A6我来处理", "我认领A6", "由我处理A6", "麻烦认领A6", "马上认领A6", "A6 认领", "帮我认领A6"] {
            let request = try understood(text).request
            #expect(request.intent == .alertClaim && request.slots.alert == "6", "\(text): \(request)")
        }
    }

    @Test(
        "what is denied in the same breath is neither done nor offered",
        arguments: [
            "A12 误报：不是误报，是真的", "A12已解决：还没解决", "A12已解决：没有呢", "A12已解决：还没", "A12 误报：不是", "A12已解决：没有完全解决",
            "A12已解决：還沒解決",
            "A12 误报：不是的，是真的",
        ])
    func denied(_ text: String) throws {
        let result = try understood(text)
        #expect(!result.request.intent.isAct, "\(text): \(result.request.intent)")
        #expect(result.meant == nil, "\(text)")
    }

    @Test(
        "a reason may begin with a word that denies something else",
        arguments: [
            ("A12 误报：不是质量问题", .alertDismiss), ("A12 误报：没有这回事", .alertDismiss),
            ("A12已解决：没有再出现", .alertResolve),
            ("A12已解决：不再出现", .alertResolve), ("A12 误报：不用处理", .alertDismiss), ("通报A12：不要承诺赔偿", .alertBroadcast),
            ("静默A12 2小时：不是紧急问题", .alertSilence), ("A12 误报：没有问题，是水军", .alertDismiss),
        ] as [(String, Intent)])
    func reasons(_ text: String, _ intent: Intent) throws {
        let request = try understood(text).request
        #expect(request.intent == intent && request.slots.alert == "12", "\(text): \(request)")
    }

    @Test("a subscription ends from tomorrow on at the latest, and otherwise nothing is done")
    func subscriptions() throws {
        for text in ["从12月20日起不要发日报", "下周起不要发日报", "从1月10日起不要发周报"] {
            let intent = try understood(text, after: nil).request.intent
            #expect(!intent.isAct && intent != .subscriptionAdd, "\(text): \(intent)")
        }
        for text in ["从明天起不要发日报", "从今天起不要发日报", "以后不要发日报", "不要再发日报了"] {
            #expect(try understood(text, after: nil).request.intent == .subscriptionRemove, "\(text)")
        }
        for text in ["要不发我今天的日报吧", "要不发我一份日报"] {
            let intent = try understood(text, after: nil).request.intent
            #expect(!intent.isAct && intent != .unknown, "\(text): \(intent)")
        }
        for text in ["今天不要发日报", "今天别发日报"] {
            let intent = try understood(text, after: nil).request.intent
            #expect(intent != .subscriptionAdd && intent != .subscriptionRemove, "\(text): \(intent)")
        }
        #expect(try understood("明天别给我发日报", after: nil).request.intent == .subscriptionPause)
    }
}
