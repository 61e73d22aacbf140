import EarshotTesting
import Testing

@testable import Earshot

/// Every test begins behind A13.
@Suite("Acts on warnings that are named and not done")
struct UndoneTests {
    private func understood(_ text: String) throws -> Understood {
        try RoutingFixture.understood(text, behind: "13")
    }

    @Test(
        "why it is not done is known",
        arguments: [
            ("先别认领A1", .alertClaim, .denied), ("先别认领", .alertClaim, .denied),
            ("取消通报A2", .alertBroadcast, .denied),
            ("不要通报A2", .alertBroadcast, .denied), ("A12已解决：还没", .alertResolve, .denied),
            ("明天认领A3", .alertClaim, .later), ("A4 周五前处理完", .alertResolve, .later),
            ("A2 可能是误报", .alertDismiss, .uncertain), ("A2 快解决了", .alertResolve, .uncertain),
            ("A2 批准后误报", .alertDismiss, .uncertain), ("A2 请示领导后标误报", .alertDismiss, .uncertain),
            ("A2 12月才能解决", .alertResolve, .uncertain), ("A2 将解决", .alertResolve, .uncertain),
            ("认领A2，A7误报", .alertDismiss, .different), ("除了A13都误报", .alertDismiss, .different),
            ("静默所有预警", .alertSilence, .unclear), ("认领另一条", .alertClaim, .unclear),
            ("认领杭州和南京那条", .alertClaim, .unclear),
        ] as [(String, Intent, Undone.Reason)])
    func reasons(_ text: String, _ act: Intent, _ reason: Undone.Reason) throws {
        let result = try understood(text)
        #expect(!result.request.intent.isAct, "\(text): \(result.request.intent)")
        #expect(result.undone?.act == act, "\(text): \(String(describing: result.undone))")
        // What is to come may be told as either of two.
        let alike: [Undone.Reason] = [.later, .uncertain]
        let isAlike = result.undone.map { alike.contains($0.reason) } ?? false
        #expect(
            result.undone?.reason == reason || alike.contains(reason) && isAlike,
            "\(text): \(String(describing: result.undone))")
    }

    @Test(
        "who asks, looks on or does it is told nothing of that",
        arguments: ["A12谁认领了", "A12认领了吗", "A12", "认领", "A12通报了没有", "如果A12解决了通知我", "预警", "你好", "A12 为什么没人认领"])
    func asked(_ text: String) throws {
        #expect(try understood(text).undone == nil, "\(text)")
    }

    @Test(
        "of several that are named in doubt none is offered before the others, but all are shown",
        arguments: ["A1还是A9误报", "12或13误报", "A1或A9误报", "12号 1号都解决了", "A1、A2大部分解决"])
    func several(_ text: String) throws {
        let result = try understood(text)
        #expect(result.request == Request(.alertList) && result.meant == nil, "\(text)")
        let reasons: [Undone.Reason?] = [.uncertain, .unclear]
        #expect(reasons.contains(result.undone?.reason) && result.undone?.warning == nil, "\(text)")
    }

    @Test(
        "where something is said to be over and no more is understood, it is asked whether the warning is",
        arguments: [("换件后解决了", .alertResolve), ("昨天的误报", .alertDismiss)]
            as [(String, Intent)])
    func ended(_ text: String, _ act: Intent) throws {
        let result = try understood(text)
        #expect(result.request.intent == .unknown && result.undone?.reason == .uncertain, "\(text)")
        #expect(result.meant?.request.intent == act && result.meant?.request.slots.alert == "13", "\(text)")
        #expect(try RoutingFixture.understood(text, behind: nil).meant == nil, "\(text)")
    }

    @Test("behind a list it is asked which of them is over", arguments: ["都误报", "这几条都处理完了"])
    func listed(_ text: String) throws {
        var context = DialogueContext(role: .hq, today: RoutingFixture.today)
        context.previous = Request(.alertList)
        let behind = try RoutingFixture.router().understand(text, in: context)
        #expect(behind.request == Request(.alertList) && behind.undone?.reason == .unclear, "\(text)")
    }

    @Test(
        "what was ended just now is offered to be taken back where that is called a mistake",
        arguments: ["我弄错了", "弄错了，还没解决", "刚才点错了", "不好意思，弄错了", "手滑了"])
    func mistaken(_ text: String) throws {
        for (intent, ended) in [(Intent.alertDismiss, EndedWarnings.dismissed), (.alertResolve, .resolved)] {
            let result = try RoutingFixture.understood(text, behind: "13", intent)
            #expect(result.request.intent == .unknown && result.undone == nil, "\(text)")
            #expect(result.meant?.request.intent == .alertRestore, "\(text)")
            #expect(result.meant?.request.slots.ended == ended, "\(text)")
            #expect(result.meant?.request.slots.alert == "13", "\(text)")
        }
        #expect(try understood(text).meant?.request.intent != .alertRestore, "\(text)")
    }

    @Test(
        "a silence that is spoken of is shown, and none begins",
        arguments: ["A1静默2小时够吗", "A1静默了2小时还没解决", "A1静默到期了", "静默到期了", "静默2小时太长了", "静默期过了", "静默的作用"])
    func silenceTold(_ text: String) throws {
        #expect(try understood(text).request.intent == .alertShow, "\(text)")
    }

    @Test("the number that is named is kept")
    func number() throws {
        #expect(try understood("明天认领A3").undone?.warning == "3")
        #expect(try understood("先别认领A1").undone?.warning == "1")
    }
}
