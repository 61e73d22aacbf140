import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Who changed a suggestion")
struct AuditedSuggestionTests {
    private func trail(_ house: SuggestionHouse) async throws -> [String] {
        try await house.bot.audit(AuditFilter(), before: nil, limit: 100).reversed()
            .filter { $0.action.hasPrefix("suggestion.") }
            .map { "\($0.actor ?? "") \($0.action.dropFirst("suggestion.".count)) \($0.object ?? "")" }
    }

    @Test("each change is an entry with who made it, in its order; what was refused or came twice is none")
    func changes() async throws {
        let house = try SuggestionHouse()
        let (hq, colleague) = (SuggestionHouse.headquarters, SuggestionHouse.colleague)
        _ = try await house.say("建议:周末多排两个技师")
        _ = try await house.say("建议:展厅加一台咖啡机", as: SuggestionHouse.guangzhouDealer)
        _ = try await house.say("支持 1", as: colleague, id: "support")
        // The platform's repeat, and what may not be done.
        _ = try await house.say("支持 1", as: colleague, id: "support")
        for refused in ["采纳 1", "不采纳 2"] { _ = try await house.say(refused, as: colleague) }
        for text in [
            "1 转给产品部", "1 11月30日前完成", "采纳 1", "1 处理中", "合并 2 到 1", "拆开 2", "不采纳 2 因为成本太高", "1 已上线",
        ] {
            _ = try await house.say(text, as: hq)
        }
        #expect(
            try await trail(house) == [
                "wangfang filed #1", "hejun filed #2", "chenjie supported #1", "zhaomin assigned #1",
                "zhaomin scheduled #1", "zhaomin accepted #1", "zhaomin started #1", "zhaomin merged #2",
                "zhaomin absorbed #1", "zhaomin split #2", "zhaomin released #1", "zhaomin declined #2",
                "zhaomin shipped #1",
            ])
        #expect(try await house.bot.verifyAudit(containing: nil).fault == nil)
    }
}
