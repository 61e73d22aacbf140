import Earshot
import FoundationEssentials
import Testing

/// The router of the delivered `bot-config/commands.json5`, and conversations held with it.
enum RoutingFixture {
    /// The project's folder.
    static let root: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(4)
        return parts.joined(separator: "/")
    }()

    /// 2026-11-21, a Saturday.
    static let today = Day(number: 20_778)

    static func commands() throws -> Commands {
        let content = try #require(
            FileManager.default.contents(atPath: root + "/bot-config/commands.json5"))
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        return try decoder.decode(Commands.self, from: content)
    }

    /// Made once: it is the same for every test.
    static func router() throws -> Router { try made.get() }

    private static let made = Result { try router(products: ProductCatalogue()) }

    /// A router that knows some products as well.
    static func router(products: ProductCatalogue) throws -> Router {
        try Router(
            commands: commands(), regions: ["华东", "华北", "华南", "华中", "西南", "西北", "东北"],
            dealers: ["杭州西湖店", "宁波鄞州店", "南京江宁店"], products: products)
    }

    /// What the last of several messages is understood as.
    static func request(after turns: [String], of role: Role, _ router: Router) -> Request {
        var context = DialogueContext(role: role, today: today)
        var request = Request(.unknown)
        for turn in turns {
            let understood = router.understand(turn, in: context)
            request = understood.request
            let isForm = request.intent == .suggestionFile || request.intent == .recordVoice
            context.openForm = isForm && understood.freeText == nil ? request.intent : nil
            switch request.intent {
            case .unknown, .greeting, .thanks, .help, .cancel, .handoff, .more: break
            default: context.previous = request
            }
        }
        return request
    }
}
