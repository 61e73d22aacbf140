import Earshot
import Testing

@Suite("How long a warning is silenced")
struct SilenceDurationTests {
    private let router: Router

    init() throws {
        router = try RoutingFixture.router()
    }

    @Test(
        "it is told of any way to say it",
        arguments: [
            ("静默A12半天", "12h"), ("静默 A12 两小时", "2h"), ("静默A12 90分钟", "90m"), ("静默A12 1.5小时", "90m"),
            ("静默A12一个半小时", "90m"), ("静默A12 1小时30分钟", "90m"), ("静默A12三天", "3d"), ("静默A12一周", "7d"),
            ("静默A12一刻钟", "15m"), ("静默 A12 到明早8点", "1020m"), ("静默A12到今晚8点", "300m"), ("静默A12到今晚12点", "540m"),
            ("静默 A12 到明天", "1080m"), ("静默A12到明早", "1080m"), ("静默A12到周一", "2520m"),
            ("静默 A12 到下周五", "8280m"), ("静默 A12 到今天", "540m"), ("静默到明天 A12", "1080m"),
            ("静默A12到下午5点", "120m"), ("静默A12到明天中午12点", "1260m"), ("静默A12到5点", "120m"), ("静默A12到后天9点", "2520m"),
            ("静默A12二三十分钟", "30m"), ("静默A12两三天", "3d"),
            ("静默 A12 到 11/25 10:00", "5460m"), ("静默 A12 到11月25日上午10点", "5460m"), ("静默 A12 到周五9点", "8280m"),
            ("静默 A12 两天三小时", "51h"), ("静默A12两天零三小时", "51h"), ("静默 A12 一天半", "36h"), ("静默A12 1.5天", "36h"),
            ("静默 A12 100年", "36500d"), ("静默 A12 一年", "365d"), ("静默 A12 半年", "182d"), ("静默 A12 十分钟左右", "10m"),
            ("静默A12大概两小时", "2h"), ("静默 A12 2d3h", "51h"), ("静默 A12 90秒", "2m"),
            ("静默 A12 2小时 30分钟后到店核实", "2h"), ("静默A12 2小时 5分好评是刷的", "2h"),
            ("静默A12两天三小时厂家在查", "51h"), ("静默 A12 到11月25日24点", "6300m"), ("静默 A12 到11月25日晚上12点", "6300m"),
            ("静默A12到明天24点", "1980m"), ("静默A12 11月25日上午10点前", "5460m"), ("静默 A12 到11月25日 10：00", "5460m"),
            ("静默A12 11月25日 10:00前", "5460m"), ("静默A12 11月25日 10:00前 原因：等厂家", "5460m"),
            ("静默A12周五前 原因：等厂家", "8280m"), ("静默A12周五前 等厂家", "8280m"), ("静默A12到周五前", "8280m"),
            ("静默A12到周五之前，等厂家", "8280m"),
        ])
    func durations(text: String, duration: String) {
        // 15:00
        let context = DialogueContext(role: .manager, today: RoutingFixture.today, minute: 900)
        let request = router.understand(text, in: context).request
        #expect(request.intent == .alertSilence)
        #expect(request.slots.alert == "12")
        #expect(request.slots.duration == duration)
    }

    @Test(
        "a number before a comma is the warning's and no part of a length",
        arguments: [
            ("静默1，2小时", "1", "2h"), ("静默2，3天", "2", "3d"), ("静默7, 8小时", "7", "8h"), ("静默3，2小时", "3", "2h"),
        ])
    func comma(text: String, alert: String, duration: String) throws {
        let request = try RoutingFixture.understood(text, behind: "5", today: RoutingFixture.today).request
        #expect(request.intent == .alertSilence)
        #expect(request.slots.alert == alert && request.slots.duration == duration, "\(request.slots)")
    }

    @Test(
        "what is no length of time gives none",
        arguments: [
            "静默A12", "静默A12一下", "静默 A12 厂家在查", "静默 A12，到店核实", "静默 A12 厂家一直在查", "静默 A12 配件长期缺货",
            "静默 A12 一年前的老投诉", "静默 A12 会后统一回复", "静默 A12 三年质保内已修",
            "静默 A12 一天半前的老投诉", "静默 A12 两天三小时前就修好了", "静默 A12 等配件到货，预计周五", "静默 A12 客户到店后周一再看", "静默 A12 OTA",
            "静默 A12 周末客流大", "静默 预警 12", "静默 A12 3个客户是同一人",
        ])
    func noDuration(text: String) {
        let context = DialogueContext(role: .manager, today: RoutingFixture.today, minute: 900)
        let request = router.understand(text, in: context).request
        #expect(request.intent == .alertSilence)
        #expect(request.slots.duration == nil)
    }

    @Test(
        "a moment that is over or does not exist, and words in the place of a length, must not mean the usual one",
        arguments: [
            "静默 A12 到昨天", "静默 A12 到2月30日", "静默 A12 到25:00", "静默A12到今天早上8点", "静默 A12 abc",
            "静默 A12 永远", "静默 A12 0h", "永久静默A12", "静默A12一直", "静默 A12，到昨天",
            "静默A12一会儿", "静默 A12 一会儿", "静默 A12 一小会", "静默 A12 下班前", "静默 A12 30秒", "一会儿静默A12", "静默 A12，一会儿",
            "静默 A12 一会儿，厂家在查", "静默A12明天", "静默A12 今天", "A12今晚不要吵我",
            "静默 A12 到11月20日上午10点", "静默 A12 到11月20日", "静默A12 11月20日前",
            "静默A12到13月1日", "静默 A12 到13月5日上午9点", "静默 A12 3个工作日", "静默 A12 三个工作日", "静默 A12 周末",
            "静默 A12 本周末，厂家在查",
            "静默 A12 5", "静默 A12 五", "静默12号预警 5", "静默 A12 5，厂家在查",
        ])
    func refused(text: String) {
        let context = DialogueContext(role: .manager, today: RoutingFixture.today, minute: 900)
        let request = router.understand(text, in: context).request
        #expect(request.intent == .alertSilence)
        #expect(request.slots.duration == "0h")
    }

    @Test(
        "a length alone is of the warning that is spoken of, and a warning alone of a silence that lacks one")
    func answers() {
        var context = DialogueContext(role: .manager, today: RoutingFixture.today, minute: 900)
        context.previous = Request(.alertSilence)
        let length = router.understand("两小时", in: context).request
        #expect(length.intent == .alertSilence && length.slots.duration == "2h")
        context.previous = length
        let named = router.understand("A12", in: context).request
        #expect(named.intent == .alertSilence && named.slots.alert == "12" && named.slots.duration == "2h")
        context.previous = named
        #expect(router.understand("A12", in: context).request.intent == .alertShow)
        for (text, duration) in [("30分钟", "30m"), ("两天三小时", "51h"), ("一会儿", "0h")] {
            let said = router.understand(text, in: context)
            #expect(said.request.intent == .alertSilence && said.request.slots.alert == "12", "\(text)")
            #expect(said.request.slots.duration == duration && said.said.duration == duration, "\(text)")
        }
    }

    @Test("why a warning is silenced stays with it when the length is said anew")
    func reason() {
        var context = DialogueContext(role: .manager, today: RoutingFixture.today, minute: 900)
        context.previous = router.understand("静默 A12 厂家一直在查", in: context).request
        #expect(context.previous?.slots.words?.contains("厂家一直在查") == true)
        #expect(router.understand("两小时", in: context).request.slots.words == context.previous?.slots.words)
        #expect(router.understand("静默 A12 OTA", in: context).request.slots.words?.hasSuffix("OTA") == true)
    }

    @Test(
        "what stands behind a length of several units is the reason, and no part of the length is",
        arguments: [
            ("静默 A12 两天三小时", nil), ("静默 A12 两天三小时，等检测报告", "等检测报告"), ("静默 A12 100年 原因：等检测报告", "等检测报告"),
            ("静默 A12 一天半 因为等检测报告", "等检测报告"), ("静默 A12 十分钟左右", nil),
            ("静默 A12 2小时 30分钟后到店核实", "30分钟后到店核实"), ("静默A12 2小时 5分好评是刷的", "5分好评是刷的"),
            ("静默 A12 一天半前的老投诉", "一天半前的老投诉"), ("静默 A12 两天三小时前就修好了", "两天三小时前就修好了"),
        ] as [(String, String?)])
    func behind(text: String, words: String?) {
        let context = DialogueContext(role: .manager, today: RoutingFixture.today, minute: 900)
        #expect(router.understand(text, in: context).request.slots.words == words)
    }

    @Test("an hour gives no length where the time of day is not known")
    func unknownTime() {
        let context = DialogueContext(role: .manager, today: RoutingFixture.today)
        #expect(router.understand("静默A12到明早8点", in: context).request.slots.duration == nil)
    }
}
