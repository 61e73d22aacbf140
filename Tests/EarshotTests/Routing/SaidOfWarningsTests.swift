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
