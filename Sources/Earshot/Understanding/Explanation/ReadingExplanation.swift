/// Why a text is understood as it is: what the rules find in it, and what the model's decisions are sums of.
public struct ReadingExplanation: Sendable {
    /// What is understood, the same as `Analyzer.analyze` gives.
    public var reading: Reading
    public var clauses: [Clause]
    /// What the rules conclude, in the order of the text.
    public var votes: [Vote]
    /// The aspects that the model does not think out of the question, the likeliest first; none without a model.
    public var judgements: [Judgement]
    /// How the model decides between praise and complaint for the text as a whole; nothing without a model.
    public var sentiment: Decision?

    /// A part of the text between commas and full stops.
    public struct Clause: Sendable {
        /// Bytes of the text, here as everywhere.
        public var bytes: Range<Int>
        public var terms: [Term]
    }

    /// A term of the lexicon, a product, a dealer or a firm.
    public struct Term: Sendable {
        public var bytes: Range<Int>
        public var senses: [Sense]
    }

    /// What a term says.
    public enum Sense: Sendable, Equatable {
        /// It is about an aspect.
        case aspect(Aspect)
        /// It praises (above zero) or blames an aspect, or whatever is near.
        case opinion(Aspect?, strength: Float)
        /// It tells how much there is of something.
        case amount(Float)
        /// It strengthens or weakens what follows by a factor.
        case degree(Float)
        /// It does something else in the clause: negation, contrast, question, ...
        case role(String)
        case product(String)
        case dealer(String)
        case firm(String)
    }

    /// An opinion that the rules find.
    public struct Vote: Sendable {
        public var aspect: Aspect
        /// Below zero complaint, above praise; 1 is a plain "good".
        public var value: Float
        /// Whether the sentence states it, and does not ask, wish or suppose it.
        public var isStated: Bool
        public var bytes: Range<Int>
    }

    /// How likely the text speaks of an aspect, and how.
    public struct Judgement: Sendable {
        public var aspect: Aspect
        /// Whether the text speaks of it.
        public var mention: Decision
        /// Shares of complaint, remark and praise, which sum to 1.
        public var shares: [(polarity: Polarity, share: Float)]
        /// The decision for the likeliest polarity.
        public var polarity: Decision
        /// Of aspect and polarity together.
        public var probability: Float
        /// Whether it is given as an opinion.
        public var isGiven: Bool
    }

    /// A sum of weights, and the probability that it stands for.
    public struct Decision: Sendable {
        /// What the model says before it has read anything.
        public var base: Float
        /// Log-odds for and against, those that weigh most first.
        public var weights: [Weight]

        public var score: Float { weights.reduce(base) { $0 + $1.score } }
        public var probability: Float { LinearLayer.probability(score) }
    }

    public struct Weight: Sendable {
        public var source: Source
        public var score: Float
    }

    /// What a weight belongs to.
    public enum Source: Sendable, Hashable {
        /// Characters of the text, where they stand first.
        case characters(Range<Int>, Place)
        /// Something else that is known of the text.
        case figure(String)
    }

    /// Where characters are looked for.
    public enum Place: String, Sendable {
        case text, clauses, before, after
    }
}
