/// The customers' voices that speak of what a suggestion is about, as they were found on one day.
public struct Evidence: Sendable, Hashable, Codable {
    /// The last day it counts.
    public var day: Day
    /// In the city of whoever filed the suggestion; nothing where that is no city's.
    public var city: Span?
    /// In the whole country, the city included.
    public var nation: Span
    /// The store's numbers of the voices that say it best, best first: of the city where it has some. At most
    /// `Evidence.mostQuoted`.
    public var voices: [Int64]
    /// Whether there may be more than the counts say: so many voices share words with the suggestion that only the newest were
    /// looked at, or the index of their words is behind.
    public var isAtLeast: Bool

    /// Voices in the days up to `day`, each repost once, advertisements left out.
    public struct Span: Sendable, Hashable, Codable {
        /// Of the last 30 days.
        public var month: Int
        /// Of the last 90 days.
        public var quarter: Int

        public init(month: Int, quarter: Int) {
            self.month = month
            self.quarter = quarter
        }
    }

    public static let mostQuoted = 5
    /// Days of the shorter and of the longer span.
    static let (month, quarter) = (30, 90)

    public init(day: Day, city: Span?, nation: Span, voices: [Int64], isAtLeast: Bool = false) {
        self.day = day
        self.city = city
        self.nation = nation
        self.voices = voices
        self.isAtLeast = isAtLeast
    }

    /// Whether no customer speaks of it; false while that is not known.
    public var isEmpty: Bool { nation.quarter == 0 && !isAtLeast }

    /// Whether nothing was found yet, and not all was looked through.
    public var isBeingSearched: Bool { nation.quarter == 0 && isAtLeast }
}

/// Finds what customers say of the matter of a suggestion.
public protocol EvidenceSearch: Sendable {
    /// The voices about what `words` ask for.
    ///
    /// - Parameters:
    ///   - words: what somebody suggests, in the own words.
    ///   - city: where they are counted apart from the nation.
    ///   - day: the last day that counts.
    /// - Returns: nothing where the words name nothing that could be looked for.
    func evidence(for words: String, in city: City?, upTo day: Day) async throws -> Evidence?

    /// How many customers speak of what `words` ask for on some days; nothing where the words name nothing that could be looked for.
    func count(of words: String, in city: City?, during days: ClosedRange<Day>) async throws -> MatterCount?

    /// Some of the voices to be quoted to somebody who sees a place, in the order of their numbers as given; those of other
    /// places are left out, and those that are no longer stored.
    func voices(_ numbers: [Int64], seenFrom place: VisiblePlace) async throws -> [QuotableVoice]
}
