/// That somebody was shown what customers wrote: for the audit trail, without the words.
public struct WordsShown: Sendable, Hashable {
    /// A person of the directory, or an account of the program's own channels.
    public var person: String
    /// Of what: `insight.quotes 杭州`, `alert.show A12`.
    public var object: String

    public init(person: String, object: String) {
        self.person = person
        self.object = object
    }

    /// Nothing where the answer shows none.
    init?(_ reply: Reply, to question: Question, by viewer: String) {
        guard reply.blocks.contains(where: { if case .quote = $0 { true } else { false } }) else {
            return nil
        }
        person = viewer
        object = "\(question.request.intent.rawValue) \(question.audited)"
    }
}

extension Question {
    /// What it is asked of, as the scope lets it be seen: a warning's or a suggestion's number, a store or a place.
    fileprivate var audited: String {
        let slots = request.slots
        if let alert = slots.alert { return "A\(alert)" }
        if let suggestion = slots.suggestion { return "#\(suggestion)" }
        if let dealer { return dealer.id }
        guard case .seen(let place) = place else { return "" }
        return switch place.area {
        case .city(let city): city.name
        case .region(let region): region.name
        case .province(let province): province.name
        case .surroundings(let around): Area.surroundings(of: around.middle.name).name
        case .nation: "nation"
        }
    }
}
