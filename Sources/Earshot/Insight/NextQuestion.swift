/// The questions that answers about voices propose, each with its words and what these say.
enum NextQuestion {
    case overview
    case competitors
    case againstNation
    /// The overview of a longer time.
    case longer
    case afterSales
    /// The words behind an aspect, or behind all of them.
    case quotes(Aspect?, Polarity?)

    static let longerDays = 30

    static let all: [NextQuestion] =
        [.overview, .competitors, .againstNation, .longer, .afterSales]
        + ([nil] + Aspect.all).flatMap { aspect in
            [nil, .positive, .negative].map { .quotes(aspect, $0) }
        }

    var label: TextValue {
        switch self {
        case .overview: Phrase.overviewOffer.with()
        case .competitors: Phrase.competitorsOffer.with()
        case .againstNation: Phrase.nationOffer.with()
        case .longer: Phrase.longerOffer.with(["days": .count(NextQuestion.longerDays)])
        case .afterSales: Phrase.afterSalesOffer.with()
        case .quotes(let aspect, let polarity):
            Phrase.quotesOffer.with(["aspect": .optional(aspect?.words)].merging(polarity.kind) { $1 })
        }
    }

    /// What the words alone say, without the place and period of the answer that proposes it.
    var request: Request {
        var slots = Slots()
        switch self {
        case .overview: return Request(.overview)
        case .competitors: return Request(.competitors)
        case .againstNation:
            slots.against = .nation
            return Request(.compare, slots)
        case .longer:
            slots.period = .last(days: NextQuestion.longerDays)
            return Request(.overview, slots)
        case .afterSales:
            slots.aspect = .afterSales
            return Request(.aspect, slots)
        case .quotes(let aspect, let polarity):
            slots.aspect = aspect
            slots.polarity = polarity
            return Request(.quotes, slots)
        }
    }
}

extension NextQuestion {
    /// Whether, after an answer about a store, it is about the store as well.
    var isSaidOfStores: Bool {
        switch self {
        case .againstNation, .afterSales, .quotes: true
        case .overview, .competitors, .longer: false
        }
    }
}

extension Polarity? {
    /// Which words are quoted, for a template: `praise`, `complaints` or `any`.
    var kind: [String: TextValue] {
        switch self {
        case .positive: ["praise": true]
        case .negative: ["complaints": true]
        case .neutral, nil: ["any": true]
        }
    }
}

extension Insight {
    public var proposals: [Proposal] { NextQuestion.all.map { Proposal($0.label, $0.request) } }

    /// Another question about the same place and period.
    func propose(
        _ next: NextQuestion, after question: Question, _ change: (inout Slots) -> Void = { _ in }
    ) -> Proposal {
        var request = next.request
        request.slots.city = question.request.slots.city
        request.slots.region = question.request.slots.region
        request.slots.period = request.slots.period ?? question.request.slots.period
        if next.isSaidOfStores { request.store = question.dealer?.id }
        change(&request.slots)
        return Proposal(next.label, request)
    }
}
