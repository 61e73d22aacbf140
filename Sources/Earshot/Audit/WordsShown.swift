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
    init?(_ reply: Reply, to question: Question, _ answer: Answer, by viewer: String) {
        guard reply.blocks.contains(where: { if case .quote = $0 { true } else { false } }) else {
            return nil
        }
        person = viewer
        object = "\(question.request.intent.rawValue) \(question.audited(answer))"
    }
}

extension Question {
    /// What it is asked of, as the scope lets it be seen: the number of a warning, a suggestion, a hand-over, an action or a line
    /// to take, a store or a place.
    fileprivate func audited(_ answer: Answer) -> String {
        let slots = request.slots
        if let alert = slots.alert ?? answer.warning.map({ String($0) }) { return "A\(alert)" }
        if let handOver = slots.handOver { return "H\(handOver)" }
        if let action = slots.action { return "R\(action)" }
        if let suggestion = slots.suggestion { return "#\(suggestion)" }
        if let dealer { return dealer.id }
        guard case .seen(let place) = place else {
            // Whoever has no place of the own was shown what was named.
            return slots.city ?? slots.region ?? slots.area?.placeName ?? "nation"
        }
        return switch place.area {
        case .city(let city): city.name
        case .region(let region): region.name
        case .province(let province): province.name
        case .surroundings(let around): Area.surroundings(of: around.middle.name).name
        case .nation: "nation"
        }
    }
}
