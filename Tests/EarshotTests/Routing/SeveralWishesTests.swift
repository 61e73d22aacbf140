import Earshot
import Testing

@Suite("Several wishes and what is not wished")
struct SeveralWishesTests {
    private let router: Router

    init() throws {
        router = try RoutingFixture.router()
    }

    private func understood(_ text: String, after turns: [String] = [], as role: Role = .manager)
        -> Understood
    {
        var context = DialogueContext(role: role, today: RoutingFixture.today)
        if !turns.isEmpty { context.previous = RoutingFixture.request(after: turns, of: role, router) }
        return router.understand(text, in: context)
    }

    @Test(
        "the first wish is understood and the others stand beside it",
        arguments: [
            ("看下油耗,再订阅日报", [Intent.aspect, .subscriptionAdd]), ("看下油耗然后认领A12", [.aspect, .alertClaim]),
            ("认领A12,再看下油耗", [.alertClaim, .aspect]), ("客户最近在说什么;退订周报", [.overview, .subscriptionRemove]),
            ("看下竞品,再看热门话题,最后订阅日报", [.competitors, .topics, .subscriptionAdd]),
        ])
    func several(text: String, intents: [Intent]) {
        let understood = understood(text)
        #expect([understood.request.intent] + understood.further.map(\.intent) == intents)
    }

    @Test("a further wish keeps its own words and its own slots")
    func words() throws {
        let understood = understood("看下杭州的油耗,再订阅日报,谢谢")
        #expect(understood.request.slots.named == ["city": "杭州", "aspect": "fuel"])
        let further = try #require(understood.further.first)
        #expect(further.slots.named == ["topic": "daily"])
        #expect(understood.furtherWords[further] == "订阅日报")
    }

    @Test(
        "a question in several clauses is one",
        arguments: ["杭州,上周,油耗怎么样", "油耗怎么样,和全国比呢", "记录 客户说油耗高,再说订阅日报", "我要提建议 油耗显示不准,再订阅日报"])
    func single(text: String) {
        #expect(understood(text, as: .dealer).further.isEmpty)
    }

    @Test(
        "an action that is denied or asked about is not done",
        arguments: [
            "先别认领A12", "不要通报A12", "别静默A12", "不支持#128", "先不要采纳#128", "A12谁认领了", "A12通报给经销商了吗", "暂时不认领12号预警",
            "如果A12解决了，通知我", "A12要是解决了告诉我一声", "一旦认领A12就告诉我", "等客户确认后认领A12", "A12什么时候解决", "通报A12，先别",
            "认领A12，算了",
            "静默A12,先不要", "if A12 is resolved tell me", "A4 误报吗", "A10 误报？", "A15 要不要标误报", "A7 已解决？",
            "如果A11升级了，转给周清",
            "如果A22是误报，就标误报", "A24解决后通知我", "等A16解决了再通知我", "采纳#6吗",
            "#6 已上线？",
            "不采纳 #5 吗", "取消采纳 #27", "支持 #9？", "#1 有多少人支持", "怎么订阅预警",
        ])
    func denied(text: String) {
        #expect(!understood(text).request.intent.changesSomething)
    }

    @Test(
        "an action that is asked for politely is done",
        arguments: [
            ("能不能帮我认领A12", Intent.alertClaim), ("A12已解决，客户没意见了", .alertResolve),
            ("A12已解决，如果再出现请告诉我", .alertResolve), ("A12可以通报给经销商吗", .alertBroadcast),
            ("不采纳#128", .suggestionDecide),
        ])
    func polite(text: String, intent: Intent) {
        #expect(understood(text).request.intent == intent)
    }

    @Test(
        "the right one follows what is denied or set aside",
        arguments: [
            ("不是油耗是空间", ["aspect": "space"]), ("油耗不用看了,看看空间", ["aspect": "space"]),
            ("油耗就算了,看空间", ["aspect": "space"]),
            ("不是杭州是宁波的口碑", ["city": "宁波"]), ("不要上周的,要这周的客户反馈", ["period": "thisWeek"]),
        ])
    func rather(text: String, slots: [String: String]) {
        #expect(understood(text).request.slots.named == slots)
    }

    @Test("politeness beside a follow-up does not hide it", arguments: ["早上好,宁波呢", "宁波呢,谢谢老师"])
    func politeFollowUp(text: String) {
        let request = understood(text, after: ["杭州油耗怎么样"]).request
        #expect(request.intent == .aspect)
        #expect(request.slots.named == ["city": "宁波", "aspect": "fuel"])
    }

    @Test(
        "subscriptions that are not wanted are not added", arguments: ["不要订阅", "不要订阅日报", "别推送了", "我不想订阅周报"])
    func noSubscription(text: String) {
        #expect(understood(text).request.intent == .subscriptionRemove)
    }

    @Test("what is not handed out in the chat is explained")
    func explained() {
        #expect(understood("客户电话给我", as: .dealer).explains == .personal)
        #expect(understood("导出excel", as: .dealer).explains == .export)
        #expect(understood("客户打电话说空调坏了", as: .dealer).explains == nil)
    }
}
