import Earshot
import Testing

@Suite("What is done only when it is surely meant")
struct GuardedActionsTests {
    private let router: Router

    init() throws {
        router = try RoutingFixture.router()
    }

    private func understood(_ text: String, after turns: [String] = [], as role: Role = .hq) -> Understood {
        var talk = RoutedTalk(router, role: role, today: RoutingFixture.today)
        for turn in turns { _ = talk.hear(turn) }
        return talk.understand(text)
    }

    @Test(
        "a subscription is not ended by a denial, a question or a condition",
        arguments: [
            "先别退订", "怎么退订", "如何退订周报", "退订吗", "退订周报吗", "如果没用就退订", "要是太吵就退订预警", "退订周报，算了", "别退订周报",
            "不要取消日报", "别把日报退了", "先别把日报退订了", "还没退订", "为什么退订",
        ])
    func guardedRemoval(text: String) {
        #expect(!understood(text, as: .dealer).request.intent.changesSomething, "\(text)")
    }

    @Test(
        "a subscription is ended in many words",
        arguments: [
            "退订", "退订周报", "别推月报了", "不想要日报了", "不再接收预警", "取消周报", "不要再发日报了", "别给我发预警了", "帮我取消日报",
            "把日报退了",
        ])
    func removal(text: String) {
        #expect(understood(text, as: .dealer).request.intent == .subscriptionRemove, "\(text)")
    }

    @Test("the place and the aspect of a subscription that ends are understood")
    func removedSubject() {
        let request = understood("退订杭州油耗预警").request
        #expect(request.intent == .subscriptionRemove)
        #expect(request.slots.named == ["city": "杭州", "aspect": "fuel", "topic": "alert"])
        #expect(understood("退订全部预警").request.slots.everything == true)
        #expect(understood("退订预警").request.slots.everything == nil)
    }

    @Test(
        "a command that is listed as misspelt is shown as it is spelled, and not done",
        arguments: [
            ("认令A12", "认领A12", Intent.alertClaim), ("静墨 A12 2h", "静默 A12 2h", .alertSilence),
            ("把A12通抱给经销商", "把A12通报给经销商", .alertBroadcast), ("采拿 57", "采纳 57", .suggestionDecide),
            ("A12 误爆", "A12 误报", .alertDismiss), ("退定周报", "退订周报", .subscriptionRemove),
            ("取销日报", "取消日报", .subscriptionRemove),
        ])
    func listedMisspellings(text: String, spelled: String, intent: Intent) throws {
        let understood = understood(text)
        #expect(understood.request.intent == .unknown)
        let meant = try #require(understood.meant)
        #expect(meant.text == spelled && meant.request.intent == intent)
    }

    @Test("what is only asked, and a new subscription, is understood in spite of a listed misspelling")
    func harmlessMisspellings() {
        #expect(understood("油号怎么样").request.slots.named == ["aspect": "fuel"])
        #expect(understood("订越日报").request.intent == .subscriptionAdd)
        #expect(understood("魔都油耗怎么样").request.slots.city == "上海")
    }

    @Test("a suggestion is not lost over a wrong character of its command")
    func misspeltFiling() throws {
        let meant = try #require(understood("我要提建意 周末多排两个技师").meant)
        #expect(meant.request.intent == .suggestionFile && meant.request.slots.words == "周末多排两个技师")
        // Of a text of the person's own no word is corrected.
        let filed = understood("建议：售后的受后两字写错了，请改一下")
        #expect(filed.request.intent == .suggestionFile)
    }

    @Test(
        "the same is wished for several warnings or suggestions",
        arguments: [
            ("认领 A13 A11", ["13", "11"], nil), ("A13、A11 已解决，配件已换", ["13", "11"], "配件已换"),
            ("A13和A11 误报，是水军", ["13", "11"], "是水军"), ("采纳 3，4", ["3", "4"], nil),
            ("采纳 3、4 因为下版本就改", ["3", "4"], "下版本就改"), ("支持 57 58", ["57", "58"], nil),
            ("采纳 #3 #4 下版本", ["3", "4"], "下版本"), ("采纳3，100台车先试点", ["3"], "100台车先试点"),
            ("不采纳 57 因为 A12 已处理", ["57"], "A12 已处理"),
        ] as [(String, [String], String?)])
    func several(text: String, numbers: [String], words: String?) {
        let understood = understood(text)
        let all = [understood.request] + understood.alike
        #expect(all.map { $0.slots.suggestion ?? $0.slots.alert } == numbers, "\(text)")
        #expect(all.allSatisfy { $0.slots.words == words }, "\(all.map(\.slots.words))")
        #expect(Set(all.map(\.intent)).count == 1 && understood.further.isEmpty)
    }

    @Test("a line to take is confirmed one by one: the second warning is what else was wished")
    func severalLines() {
        let understood = understood("通报 A12 A13")
        #expect(understood.request.slots.alert == "12" && understood.alike.isEmpty)
        #expect(understood.further.map(\.slots.alert) == ["13"])
        #expect(understood.further.first.flatMap { understood.furtherWords[$0] } == "通报 A13")
    }

    @Test("a warning's number is none of a suggestion, whatever was spoken of", arguments: ["采纳A3", "支持A3"])
    func warningsNumber(text: String) {
        let request = understood(text, after: ["#4 进度"]).request
        #expect(request.slots.suggestion == nil && request.slots.alert == "3")
    }

    @Test("each place and aspect of a wish to subscribe is taken")
    func severalSubjects() {
        let aspects = understood("订阅 刹车和油耗预警")
        #expect(([aspects.request] + aspects.alike).map(\.slots.aspect?.name) == ["parts.brake", "fuel"])
        let cities = understood("订阅杭州和宁波预警")
        #expect(([cities.request] + cities.alike).map(\.slots.city) == ["杭州", "宁波"])
        #expect(understood("订阅油耗预警").alike.isEmpty)
    }

    @Test("a name that is not known is told", arguments: ["订阅火星预警", "退订火星预警"])
    func strangers(text: String) {
        #expect(understood(text).strangeNames == ["火星"])
    }

    @Test(
        "an action is undone",
        arguments: [
            ("取消静默 A12", Intent.alertUnsilence), ("取消A12的静默", .alertUnsilence), ("解除静默A12", .alertUnsilence),
            ("撤销误报 A12", .alertRestore), ("撤销A12的误报", .alertRestore),
        ])
    func undone(text: String, intent: Intent) {
        let request = understood(text).request
        #expect(request.intent == intent && request.slots.alert == "12", "\(text)")
    }

    @Test(
        "nothing is undone by a question or a denial",
        arguments: ["A12 撤销误报吗", "先别取消静默A12", "谁撤销误报A12了", "撤销建议57吗", "先别撤回建议57", "取消采纳 6"])
    func notUndone(text: String) {
        #expect(!understood(text).request.intent.changesSomething, "\(text)")
    }

    @Test(
        "whoever filed a suggestion takes it back by its number",
        arguments: ["撤回建议 57", "删除建议 57", "撤回 #57", "建议57撤回", "撤销建议#57"])
    func withdrawn(text: String) {
        let request = understood(text, as: .dealer).request
        #expect(request.intent == .suggestionWithdraw && request.slots.suggestion == "57", "\(text)")
    }

    @Test("anger is no suggestion, and a wish for openness is one")
    func wishes() {
        for text in ["能不能不要这样", "希望你们倒闭", "请你们别再这样了"] {
            #expect(understood(text, as: .dealer).request.intent != .suggestionFile, "\(text)")
        }
        for text in ["能不能把保养价格公开", "希望总部公示工时费"] {
            #expect(understood(text, as: .dealer).request.intent == .suggestionFile, "\(text)")
        }
    }

    @Test(
        "a length is read with its sign, and a bracket that nothing opens ends no reason",
        arguments: [
            ("静默 A12 -2h", "-2h", nil), ("静默A12-2h", "2h", nil), ("静默 A12 0h", "0h", nil),
            ("静默 A12 2h (原因：厂家在查)", "2h", "厂家在查"), ("静默 A12 2h 原因：等配件（周五到）", "2h", "等配件（周五到）"),
        ] as [(String, String, String?)])
    func silences(text: String, duration: String, words: String?) {
        let slots = understood(text).request.slots
        #expect(slots.duration == duration && slots.words == words, "\(text) \(slots.words ?? "")")
    }

    @Test(
        "whoever asks, leaves it open or takes it back in the same breath has decided nothing",
        arguments: [
            "认领A12，那就算了", "解决A12，那就算了", "采纳1，那就算了", "57采纳取消", "采纳57，撤回", "A12误报吗，我看不像", "A12 误报 是吧",
            "A12解决了 是吗，我不确定", "57 采纳还是不采纳", "57 采纳不采纳", "57要采纳不", "采纳57吗，我觉得可以", "支持57不", "合并 2 到 1？",
            "拆开2？", "57 交给产品部？", "57 交给产品部吗",
        ])
    func undecided(text: String) {
        #expect(!understood(text).request.intent.changesSomething, "\(text)")
    }

    @Test(
        "a reason may deny, and speak of what cannot be",
        arguments: [
            ("不采纳 3 因为没有预算", "没有预算"), ("不采纳 3 因为不知道怎么改", "不知道怎么改"), ("不采纳 57 因为成本太高", "成本太高"),
        ])
    func reasons(text: String, reason: String) {
        let request = understood(text).request
        #expect(request.intent == .suggestionDecide && request.slots.words == reason, "\(request)")
    }

    @Test(
        "what is plainly meant is done",
        arguments: [
            ("A12 已解决，没有问题了", Intent.alertResolve), ("A12 误报，是水军吧", .alertDismiss),
            ("采纳 57", .suggestionDecide),
            ("合并 2 到 1", .suggestionMerge), ("支持57", .suggestionSupport), ("认领A12", .alertClaim),
        ])
    func meant(text: String, intent: Intent) {
        #expect(understood(text).request.intent == intent, "\(text)")
    }
}
