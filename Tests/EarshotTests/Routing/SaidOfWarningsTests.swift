import Testing

@testable import Earshot

/// Every test begins behind A13.
@Suite("What is said of warnings in words that come close to an act")
struct SaidOfWarningsTests {
    private func understood(_ text: String) throws -> Understood {
        try RoutingFixture.understood(text, behind: "13")
    }

    @Test(
        "who asks about a silence or a hand-over, or wants others to be left alone, does nothing",
        arguments: [
            "A2静默了多久", "静默A2要写原因吗", "A2 静默原因改成：厂家开会", "A2请勿打扰客户", "A2别催门店", "A2刚转给周清", "A2转给谁合适",
            "A2静默会有什么后果", "A2静默会不会漏掉", "A2静默过几次", "A2静默前要报备", "A2昨晚静默了2小时", "A2静默，怎么设置时间",
            "A2静默4小时，还是别了", "A2我想转给周清，你觉得呢", "A2转给周清，再说吧", "昨天我认领了A2",
        ])
    func nothing(_ text: String) throws {
        let intent = try understood(text).request.intent
        #expect(!intent.isAct, "\(text): \(intent)")
    }

    @Test(
        "what is to be ignored is asked about, for it need be no false alarm", arguments: ["A2 忽略", "A2 忽略掉"])
    func ignored(_ text: String) throws {
        let result = try understood(text)
        #expect(
            result.request.intent == .unknown && result.meant?.request.intent == .alertDismiss, "\(result)")
    }

    @Test(
        "what mocks that it is over or a false alarm, or leaves it open, ends nothing",
        arguments: [
            "A2已解决，个鬼", "A2 已解决，才怪", "A2已解决，想得美", "A2误报，也不至于", "A2误报，拉倒吧", "A2 误报 周清说要先查",
        ])
    func mocked(_ text: String) throws {
        let intent = try understood(text).request.intent
        #expect(!intent.isAct, "\(text): \(intent)")
    }

    @Test("an end that nobody knows silences nothing")
    func unknownEnd() throws {
        let request = try understood("A2静默到下班前").request
        #expect(request.intent == .alertSilence && request.slots.silencesNothing, "\(request)")
    }

    @Test(
        "what is spelled by its sound is asked about first",
        arguments: ["renling A2", "A2 wubao", "A2 jiejue le"])
    func spelledBySound(_ text: String) throws {
        let result = try understood(text)
        #expect(result.request.intent == .unknown && result.meant?.request.intent.isAct == true, "\(result)")
    }

    @Test(
        "the line to take of a warning that is named is looked for there",
        arguments: ["A2的口径是什么", "A2的口径谁发的"])
    func itsLine(_ text: String) throws {
        let request = try understood(text).request
        #expect(request.intent == .alertShow && request.slots.alert == "2", "\(text): \(request)")
    }

    @Test(
        "one that is pointed at by its place is shown",
        arguments: [("南京那条详情", Intent.alertShow), ("南京那条原话", .alertQuotes)])
    func pointedAt(_ text: String, _ intent: Intent) throws {
        let request = try understood(text).request
        #expect(request.intent == intent && request.slots.described?.city == "南京", "\(text): \(request)")
    }

    @Test("what sounds like 不采纳 accepts nothing", arguments: ["部采纳2", "步采纳3", "布采纳 #4", "部同意5"])
    func slippedDenial(_ text: String) throws {
        let intent = try understood(text).request.intent
        #expect(intent != .suggestionDecide, "\(text): \(intent)")
    }

    @Test("A0 is no warning", arguments: ["A0 误报", "认领A0"])
    func nought(_ text: String) throws {
        #expect(try understood(text).request.slots.alert != "0", "\(text)")
    }

    @Test("who asks whom a warning was told to drafts no line to take")
    func told() throws {
        #expect(try understood("谁收到了A2的通知").request.intent == .alertReason)
    }

    @Test(
        "why something was a false alarm or is over may name a place, a series or what was done",
        arguments: [
            ("A2 误报，杭州没有这事", "杭州没有这事"), ("A2 误报，华东没问题", "华东没问题"), ("A2 误报，星驰X5没问题", "星驰X5没问题"),
        ])
    func reasons(_ text: String, _ reason: String) throws {
        let request = try understood(text).request
        #expect(request.intent == .alertDismiss && request.slots.words == reason, "\(text): \(request)")
    }

    @Test(
        "采纳 is done to suggestions alone, also after a warning was spoken of",
        arguments: [("采纳12", "12"), ("采纳 12 因为合理", "12"), ("不采纳 14 因为重复", "14")])
    func suggestions(_ text: String, _ number: String) throws {
        let request = try understood(text).request
        #expect(
            request.intent == .suggestionDecide && request.slots.suggestion == number, "\(text): \(request)")
    }

    @Test("those that one has taken on are listed", arguments: ["我认领的预警有哪些", "我名下的预警"])
    func own(_ text: String) throws {
        let request = try understood(text).request
        #expect(request.intent == .alertList && request.slots.words == Slots.own, "\(text): \(request)")
    }

    @Test("one is taken on by its aspect where none was spoken of")
    func described() throws {
        let request = try RoutingFixture.router().understand(
            "认领价格那条", in: DialogueContext(role: .manager, today: RoutingFixture.today)
        ).request
        #expect(
            request.intent == .alertClaim && request.slots.described?.aspect == Aspect("price"), "\(request)")
    }

    @Test(
        "who asks what suggestions are good for, or what somebody else suggests, files none",
        arguments: ["建议提了有用吗", "提建议是干嘛的", "您建议客户怎么处理"])
    func noSuggestion(_ text: String) throws {
        let intent = try RoutingFixture.understood(text, behind: nil).request.intent
        #expect(intent != .suggestionFile, "\(text)")
    }

    @Test("a particle behind the command is no part of what is suggested")
    func particle() throws {
        #expect(try RoutingFixture.understood("提个建议吧，发票能不能电子化", behind: nil).freeText == "发票能不能电子化")
    }
}
