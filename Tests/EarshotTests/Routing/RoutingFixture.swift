import FoundationEssentials
import Testing

@testable import Earshot

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

    /// What a message means to headquarters behind the answer to another one about a warning, at three in the afternoon.
    ///
    /// - Parameters:
    ///   - number: the warning that was spoken of; nothing where none was.
    ///   - intent: what was done about it.
    ///   - people: who is known by name; nothing for all.
    static func understood(
        _ text: String, behind number: String?, _ intent: Intent = .alertShow, today: Day = today,
        people: Set<String>? = nil
    ) throws -> Understood {
        var context = DialogueContext(role: .hq, today: today, minute: 900)
        if let number {
            var previous = Request(intent)
            previous.slots.alert = number
            context.previous = previous
        }
        if let people { context.knowsPerson = people.contains }
        return try router().understand(text, in: context)
    }

    /// The acts on warnings that a message means, each with the number it is for: `resolve 12`.
    static func acts(_ understood: Understood) -> [String] {
        ([understood.request] + understood.alike + understood.further).filter(\.intent.isAct).map {
            "\($0.intent.rawValue.dropFirst("alert.".count)) \($0.slots.alert ?? "")"
        }.sorted()
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
