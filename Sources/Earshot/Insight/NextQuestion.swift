/// The questions that answers about voices propose, each with its words and what these say.
enum NextQuestion: Hashable {
    case overview
    case competitors
    case againstNation
    case againstBefore
    /// The overview of a longer time.
    case longer(days: Int)
    /// The overview of the whole country.
    case nation
    case afterSales
    case aspect(Aspect)
    /// The words behind an aspect, or behind all of them.
    case quotes(Aspect?, Polarity?)

    /// The steps in which a time is lengthened.
    static let longerDays = [7, 30, 90, Period.longest]

    /// A place beside the nation, and the nation beside itself before.
    static func against(_ place: VisiblePlace) -> NextQuestion {
        place.area == .nation ? .againstBefore : .againstNation
    }

    /// Every question whose words mean it wherever they are said. An aspect or a time alone means what was asked before.
    static let all: [NextQuestion] =
        [.overview, .competitors, .againstNation, .againstBefore, .nation, .afterSales]
        + ([nil] + Aspect.all).flatMap { aspect in
            [nil, .positive, .negative].map { .quotes(aspect, $0) }
        }

    var label: TextValue {
        switch self {
        case .overview: Phrase.overviewOffer.with()
        case .competitors: Phrase.competitorsOffer.with()
        case .againstNation: Phrase.nationOffer.with()
        case .againstBefore: Phrase.beforeOffer.with()
        case .longer(let days): Phrase.longerOffer.with(["days": .count(days)])
        case .nation: Phrase.nationOverviewOffer.with()
        case .aspect(let aspect):
            Phrase.furtherOffer.with(["place": false, "aspect": aspect.words, "title": false])
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
        case .againstBefore:
            slots.against = .previous
            return Request(.compare, slots)
        case .longer(let days):
            slots.period = .last(days: days)
            return Request(.overview, slots)
        case .nation:
            slots.area = .nation
            return Request(.overview, slots)
        case .aspect(let aspect):
            slots.aspect = aspect
            return Request(.aspect, slots)
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
        case .againstNation, .againstBefore, .afterSales, .aspect, .quotes: true
        case .overview, .competitors, .longer, .nation: false
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
        request.slots.takePlace(of: question.request.slots)
        request.slots.period = request.slots.period ?? question.request.slots.period
        // The answer says again that it is of the whole brand.
        if next != .competitors, let product = question.request.slots.product, product.isOwn {
            request.slots.product = product
        }
        if next.isSaidOfStores { request.store = question.dealer?.id }
        change(&request.slots)
        return Proposal(next.label, request)
    }
}
