import EarshotTesting
import Testing

@testable import Earshot

/// Every test begins behind A13.
@Suite("Acts on warnings that are named and not done")
struct UndoneTests {
    private func understood(_ text: String) throws -> Understood {
        var context = DialogueContext(role: .hq, today: RoutingFixture.today, minute: 900)
        var previous = Request(.alertShow)
        previous.slots.alert = "13"
        context.previous = previous
        return try RoutingFixture.router().understand(text, in: context)
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

    @Test("the number that is named is kept")
    func number() throws {
        #expect(try understood("明天认领A3").undone?.warning == "3")
        #expect(try understood("先别认领A1").undone?.warning == "1")
    }
}
