/// What a term of the word lists did in many texts.
public struct TermUse: Sendable {
    /// As terms are compared, `DecidingTerm.term`.
    public let term: String
    /// In how many texts it stands.
    public private(set) var texts = 0
    /// What became of its votes.
    public private(set) var all = Counts()
    /// The same by aspect; those without a vote are absent.
    public private(set) var aspects: [Aspect: Counts] = [:]
    /// At most three for each outcome, the first that were added.
    private var quotes: [Quote] = []

    /// Votes by what became of them.
    public struct Counts: Sendable, Equatable {
        public var followed = 0
        public var overruled = 0
        public var undecided = 0

        public var votes: Int { followed + overruled + undecided }
        /// The share of the votes that were overruled, 0 to 1; 0 without any.
        public var overruledShare: Double { votes > 0 ? Double(overruled) / Double(votes) : 0 }
    }

    /// Words of a customer in which the term votes.
    public struct Quote: Sendable {
        public let vote: DecidingTerm.Vote
        private let text: String

        /// The words on one line, personal data masked, at most so many characters of them.
        public static let longest = 60

        init(_ vote: DecidingTerm.Vote, of text: String) {
            self.vote = vote
            self.text = text
        }

        /// What may be shown, at most `longest` characters and a … on each side.
        public var words: String {
            // Masking leaves as many scalars as there were.
            Excerpt.of(
                PersonalData.masked(text), around: Excerpt.scalars(of: vote.evidence, in: text),
                limit: Quote.longest)
        }
    }

    static let mostQuotes = 3

    init(_ term: String) {
        self.term = term
    }

    mutating func add(_ found: DecidingTerm, in text: String) {
        texts += 1
        var outcomes: Set<DecidingTerm.Outcome> = []
        for vote in found.votes {
            all.add(vote.outcome)
            aspects[vote.aspect, default: Counts()].add(vote.outcome)
            guard outcomes.insert(vote.outcome).inserted,
                quotes.count(where: { $0.vote.outcome == vote.outcome }) < TermUse.mostQuotes
            else { continue }
            quotes.append(Quote(vote, of: text))
        }
    }

    /// At most three quotes, those with the outcome before the others.
    public func quotes(first outcome: DecidingTerm.Outcome) -> [Quote] {
        let wanted = quotes.filter { $0.vote.outcome == outcome }
        let others = quotes.filter { $0.vote.outcome != outcome }
        return Array((wanted + others).prefix(TermUse.mostQuotes))
    }

    /// The aspects with their votes, those with most first.
    public var aspectsByVotes: [(aspect: Aspect, counts: Counts)] {
        aspects.map { (aspect: $0.key, counts: $0.value) }
            .sorted { ($1.counts.votes, $0.aspect) < ($0.counts.votes, $1.aspect) }
    }
}

extension TermUse.Counts {
    fileprivate mutating func add(_ outcome: DecidingTerm.Outcome) {
        switch outcome {
        case .followed: followed += 1
        case .overruled: overruled += 1
        case .undecided: undecided += 1
        }
    }
}
