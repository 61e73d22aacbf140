import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Who did what about a warning")
struct AuditedWarningTests {
    private func trail(_ house: WarningHouse) async throws -> [String] {
        try await house.bot.audit(AuditFilter(), before: nil, limit: 100).reversed()
            .filter { $0.action.hasPrefix("warning.") }
            .map { "\($0.actor ?? "") \($0.action.dropFirst("warning.".count)) \($0.object ?? "")" }
    }

    @Test(
        "the trail has whom it was given to, until when it is silent, and that a waiting line was called back"
    )
    func details() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let me = WarningHouse.manager.id
        _ = try await house.say("A12 转给林枫")
        _ = try await house.say("静默 A12 2h 原因：在核实")
        house.clock.advance(by: .seconds(13 * 3600))
        _ = try await house.say("通报 A12：请先登记")
        _ = try await house.say("确认通报")
        _ = try await house.say("A12 误报")
        #expect(
            try await trail(house) == [
                "\(me) assigned A12", "\(me) assignee \(WarningHouse.head.id)", "\(me) silenced A12",
                "\(me) silence-end 2026-11-21T04:00:00Z", "\(me) told A12", "\(me) recalled A12",
                "\(me) dismissed A12",
            ])
        #expect(try await house.bot.verifyAudit(containing: nil).fault == nil)
    }
}
