/// Whether customers speak differently of a matter since a suggestion about it was shipped: how many complained of it on the
/// ten days before and after, and of how many voices.
public struct SuggestionOutcome: Sendable, Hashable {
    /// Voices that speak of the matter, advertisements and reposts left out.
    public struct Count: Sendable, Hashable {
        public var before: Int
        public var after: Int

        public init(before: Int, after: Int) { (self.before, self.after) = (before, after) }

        /// What the two numbers say, of so many voices on the whole.
        ///
        /// Where the matter's share of all voices is what it was, of those that speak of it as large a part came after as of all
        /// (a binomial count; Przyborowski and Wilenski, Biometrika 31, 1940), within 1.96 standard deviations nineteen times in
        /// twenty.
        func verdict(minimum: Int, of all: Count?) -> Verdict {
            let both = Double(before + after)
            guard before + after >= minimum else { return .tooFew }
            var share = 0.5
            if let all {
                guard all.before > 0, all.after > 0 else { return .silent }
                share = Double(all.after) / Double(all.before + all.after)
            }
            let difference = Double(after) - both * share
            let deviation = (both * share * (1 - share)).squareRoot()
            if abs(difference) <= 1.96 * deviation { return .alike }
            return difference < 0 ? .fewer : .more
        }
    }

    public enum Verdict: String, Sendable, CaseIterable {
        case tooFew, alike, fewer, more
        /// The counts are the least there is, and so not to be compared.
        case unknown
        /// Before or after there were no voices at all.
        case silent
    }

    /// Of the city of whoever filed it; nothing where that is no city's.
    public var city: Count?
    public var nation: Count
    /// All voices about the own brand on these days; nothing in what an older version kept.
    public var all: Count?
    /// Whether there may be more than the counts say.
    public var isAtLeast: Bool

    /// Days before and after, that of shipping left out.
    static let days = 10

    public init(city: Count?, nation: Count, of all: Count? = nil, isAtLeast: Bool) {
        (self.city, self.nation, self.all, self.isAtLeast) = (city, nation, all, isAtLeast)
    }

    func verdict(minimum: Int) -> Verdict {
        isAtLeast ? .unknown : nation.verdict(minimum: minimum, of: all)
    }

    /// As the note of a step has it: `before,after`, of the nation, of the city, behind a stroke of all voices, and a plus where
    /// there may be more.
    public var note: String {
        func text(_ count: Count) -> String { "\(count.before),\(count.after)" }
        let counts = [nation, city].compactMap(\.self).map(text).joined(separator: ";")
        return counts + (all.map { "/" + text($0) } ?? "") + (isAtLeast ? "+" : "")
    }

    /// Nothing for what `note` has not written.
    public init?(note: String) {
        let isAtLeast = note.hasSuffix("+")
        let parts = note.dropLast(isAtLeast ? 1 : 0).split(separator: "/", omittingEmptySubsequences: false)
        guard let counts = parts.first.flatMap({ SuggestionOutcome.counts($0) }),
            (1...2).contains(counts.count)
        else { return nil }
        let all = parts.count == 2 ? SuggestionOutcome.counts(parts[1]) : nil
        guard parts.count == 1 || all?.count == 1 else { return nil }
        self.init(
            city: counts.count > 1 ? counts[1] : nil, nation: counts[0], of: all?.first, isAtLeast: isAtLeast)
    }

    private static func counts(_ text: Substring) -> [Count]? {
        let counts = text.split(separator: ";", omittingEmptySubsequences: false).compactMap {
            part -> Count? in
            let numbers = part.split(separator: ",").compactMap { Int($0) }
            return numbers.count == 2 ? Count(before: numbers[0], after: numbers[1]) : nil
        }
        return counts.count == text.split(separator: ";", omittingEmptySubsequences: false).count
            ? counts : nil
    }
}

/// How many customers speak of a matter in some days.
public struct MatterCount: Sendable, Hashable {
    /// In the city that is counted apart.
    public var city: Int?
    /// In the whole country, the city included.
    public var nation: Int
    /// Of so many voices about the own brand there.
    public var all: Int
    /// Whether there may be more.
    public var isAtLeast: Bool

    public init(city: Int?, nation: Int, of all: Int, isAtLeast: Bool) {
        (self.city, self.nation, self.all, self.isAtLeast) = (city, nation, all, isAtLeast)
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
                of: SuggestionOutcome.Count(before: before.all, after: after.all),
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
