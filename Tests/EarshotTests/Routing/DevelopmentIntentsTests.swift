import Earshot
import FoundationEssentials
import Testing

@Suite("Intents that others have labelled")
struct DevelopmentIntentsTests {
    private struct Row: Decodable {
        var id: String
        var role: Role
        var turns: [String]
        var intent: String
        var slots: [String: String]
    }

    private static let path = RoutingFixture.root + "/../shared/data/intents/dev.ndjson"

    @Test(
        "at least 95 of 100 conversations are understood with every slot",
        .enabled(if: FileManager.default.fileExists(atPath: path), "skipped: no labelled conversations here"))
    func labelledConversations() throws {
        let content = try #require(FileManager.default.contents(atPath: Self.path))
        let rows = try content.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Row.self, from: Data($0))
        }
        let router = try RoutingFixture.router()
        let wrong = rows.filter { row in
            let request = RoutingFixture.request(after: row.turns, of: row.role, router)
            return request.intent.rawValue != row.intent || request.slots.named != row.slots
        }
        #expect(rows.count > 50)
        #expect(wrong.count * 20 <= rows.count, "wrong: \(wrong.map(\.id))")
    }
}
