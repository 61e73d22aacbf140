/// Where voices are found by their words. The store implements it.
public protocol EvidenceSource: Sendable {
    /// How many of the newest voices match each query, of so many that were looked through.
    func frequencies(of queries: [SearchQuery]) async throws -> (counts: [Int], voices: Int)

    /// The voices of the own brand that match and are of these days, each repost once, advertisements left out: of a bounded
    /// number of the newest, and of those that the index has come to.
    func candidates(
        matching query: SearchQuery, in city: City?, during days: ClosedRange<Day>
    ) async throws -> EvidenceCandidates

    /// How many voices of the own brand there are of these days, each repost once, advertisements left out.
    func volume(during days: ClosedRange<Day>) async throws -> Int

    /// Voices by their numbers, in the order given, of what is seen from a place.
    func voices(_ numbers: [Int64], seenFrom place: VisiblePlace) async throws -> [QuotableVoice]
}

/// Voices that share words with a suggestion.
public struct EvidenceCandidates: Sendable {
    public var voices: [EvidenceCandidate]
    /// Whether there may be more than were looked at.
    public var isCut: Bool

    public init(voices: [EvidenceCandidate] = [], isCut: Bool = false) {
        self.voices = voices
        self.isCut = isCut
    }
}

/// A voice that may be about the matter of a suggestion.
public struct EvidenceCandidate: Sendable {
    public var number: Int64
    public var day: Day
    /// A code of GB/T 2260; 0 for none.
    public var city: Int
    /// The own series it is about, by its name in the catalogue.
    public var series: String?
    /// Of a long one the beginning.
    public var text: String

    /// Characters of a text by which it is judged.
    public static let longestText = 4000

    public init(number: Int64, day: Day, city: Int, series: String?, text: String) {
        self.number = number
        self.day = day
        self.city = city
        self.series = series
        self.text = text
    }
}
