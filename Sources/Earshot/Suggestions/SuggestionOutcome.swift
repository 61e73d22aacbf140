/// Whether customers speak differently of a matter since a suggestion about it was shipped: how many complained of it on the
/// ten days before and after.
public struct SuggestionOutcome: Sendable, Hashable {
    /// Voices that speak of the matter, advertisements and reposts left out.
    public struct Count: Sendable, Hashable {
        public var before: Int
        public var after: Int

        public init(before: Int, after: Int) { (self.before, self.after) = (before, after) }

        /// What the two numbers say.
        func verdict(minimum: Int) -> Verdict {
            guard before + after >= minimum else { return .tooFew }
            // Two counts of the same rate differ by less than that nineteen times in twenty: of Poisson's the variance is the mean.
            let (difference, chance) = (Double(after - before), 1.96 * Double(before + after).squareRoot())
            if abs(difference) <= chance { return .alike }
            return difference < 0 ? .fewer : .more
        }
    }

    public enum Verdict: String, Sendable, CaseIterable {
        case tooFew, alike, fewer, more
        /// The counts are the least there is, and so not to be compared.
        case unknown
    }

    /// Of the city of whoever filed it; nothing where that is no city's.
    public var city: Count?
    public var nation: Count
    /// Whether there may be more than the counts say.
    public var isAtLeast: Bool

    /// Days before and after, that of shipping left out.
    static let days = 10

    public init(city: Count?, nation: Count, isAtLeast: Bool) {
        (self.city, self.nation, self.isAtLeast) = (city, nation, isAtLeast)
    }

    func verdict(minimum: Int) -> Verdict {
        isAtLeast ? .unknown : nation.verdict(minimum: minimum)
    }

    /// As the note of a step has it: `before,after`, of the nation, of the city, and a plus where there may be more.
    public var note: String {
        let counts = [nation, city].compactMap(\.self).map { "\($0.before),\($0.after)" }
        return counts.joined(separator: ";") + (isAtLeast ? "+" : "")
    }

    /// Nothing for what `note` has not written.
    public init?(note: String) {
        let isAtLeast = note.hasSuffix("+")
        let counts = note.dropLast(isAtLeast ? 1 : 0).split(separator: ";").map { part in
            part.split(separator: ",").compactMap { Int($0) }
        }
        guard (1...2).contains(counts.count), counts.allSatisfy({ $0.count == 2 }) else { return nil }
        let both = counts.map { Count(before: $0[0], after: $0[1]) }
        self.init(city: both.count > 1 ? both[1] : nil, nation: both[0], isAtLeast: isAtLeast)
    }
}

/// How many customers speak of a matter in some days.
public struct MatterCount: Sendable, Hashable {
    /// In the city that is counted apart.
    public var city: Int?
    /// In the whole country, the city included.
    public var nation: Int
    /// Whether there may be more.
    public var isAtLeast: Bool

    public init(city: Int?, nation: Int, isAtLeast: Bool) {
        (self.city, self.nation, self.isAtLeast) = (city, nation, isAtLeast)
    }
}

/// The rounds that look, ten days after a suggestion was shipped, whether customers speak differently of it now.
public struct SuggestionOutcomeRounds: Sendable {
    private let register: any SuggestionOutcomes
    private let situation: @Sendable () -> EvidenceRounds.Situation
    private let clock: any Clock

    /// After so long nobody wants to know any more.
    private static let lastDay = 40
    /// Searches of one round: each may take a tenth of a second.
    private static let most = 5

    public init(
        register: any SuggestionOutcomes, clock: any Clock,
        situation: @escaping @Sendable () -> EvidenceRounds.Situation
    ) {
        (self.register, self.clock, self.situation) = (register, clock, situation)
    }

    /// Looks at those whose ten days are over. That it was looked at is on disk together with who is to be told.
    ///
    /// - Returns: how many were looked at.
    @discardableResult
    public func look() async throws -> Int {
        let (now, situation) = (clock.now, situation())
        let calendar = situation.calendar
        let today = calendar.day(of: now)
        let shipped = try await register.suggestionsWithoutOutcome(
            shippedFrom: calendar.start(of: today - SuggestionOutcomeRounds.lastDay),
            before: calendar.start(of: today - SuggestionOutcome.days),
            limit: SuggestionOutcomeRounds.most)
        var looked = 0
        for suggestion in shipped {
            guard let moment = suggestion.shippedAt else { continue }
            let day = calendar.day(of: moment)
            let city = suggestion.filer.city.flatMap { Gazetteer.china.city(named: $0) }
            let before = try await situation.search.count(
                of: suggestion.words, in: city, during: (day - SuggestionOutcome.days)...(day - 1))
            let after = try await situation.search.count(
                of: suggestion.words, in: city, during: (day + 1)...(day + SuggestionOutcome.days))
            guard let before, let after else { continue }
            let outcome = SuggestionOutcome(
                city: before.city.flatMap { before in
                    after.city.map { SuggestionOutcome.Count(before: before, after: $0) }
                }, nation: SuggestionOutcome.Count(before: before.nation, after: after.nation),
                isAtLeast: before.isAtLeast || after.isAtLeast)
            try await register.keep(outcome, of: suggestion, at: now)
            looked += 1
        }
        return looked
    }
}

/// Where it is kept what became of customers' words.
public protocol SuggestionOutcomes: Sendable {
    /// Those that were shipped in a time, still are, are no parts of others, are about something that can be looked for, and
    /// were not looked at since; the earliest first.
    func suggestionsWithoutOutcome(
        shippedFrom first: Timestamp, before last: Timestamp, limit: Int
    ) async throws -> [Suggestion]

    /// Makes an outcome durable as a step of the suggestion's history, together with who is to be told; nothing where somebody
    /// was first.
    func keep(_ outcome: SuggestionOutcome, of suggestion: Suggestion, at now: Timestamp) async throws
}
