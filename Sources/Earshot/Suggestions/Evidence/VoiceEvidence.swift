/// Finds the voices about the matter of a suggestion: by their words in the index of full text, and judged one by one.
///
/// A voice counts when it speaks of most of what the suggestion names, close together, and does not praise it. While the index
/// lacks voices, what is found is the least there is.
public struct VoiceEvidence: EvidenceSearch {
    private let source: any EvidenceSource
    private let words: EvidenceWords
    private let analyzer: Analyzer

    /// - Parameter analyzer: that by which the voices are read.
    public init(_ source: any EvidenceSource, words: EvidenceWords, analyzer: Analyzer) {
        self.source = source
        self.words = words
        self.analyzer = analyzer
    }

    public func evidence(for words: String, in city: City?, upTo day: Day) async throws -> Evidence? {
        guard let (judged, isCut) = try await judged(words, in: city, upTo: day) else { return nil }
        func span(_ voices: [Judged]) -> Evidence.Span {
            Evidence.Span(month: voices.count { $0.voice.day > day - Evidence.month }, quarter: voices.count)
        }
        return Evidence(
            day: day, city: city.map { city in span(judged.filter { $0.voice.city == city.code }) },
            nation: span(judged),
            voices: EvidenceQuotes.choose(judged, in: city, most: Evidence.mostQuoted), isAtLeast: isCut)
    }

    public func voices(_ numbers: [Int64], seenFrom place: VisiblePlace) async throws -> [QuotableVoice] {
        try await source.voices(numbers, seenFrom: place)
    }

    public func count(
        of words: String, in city: City?, during days: ClosedRange<Day>
    ) async throws -> MatterCount? {
        guard let (judged, isCut) = try await judged(words, in: city, during: days) else { return nil }
        return MatterCount(
            city: city.map { city in judged.count { $0.voice.city == city.code } }, nation: judged.count,
            of: try await source.volume(during: days), isAtLeast: isCut)
    }

    /// A voice that counts.
    struct Judged: Sendable {
        var voice: EvidenceCandidate
        var relevance: Relevance
    }

    /// All voices that count, and whether there may be more; nothing where there is nothing to be looked for.
    func judged(_ suggestion: String, in city: City?, upTo day: Day) async throws -> ([Judged], isCut: Bool)?
    {
        try await judged(suggestion, in: city, during: (day - (Evidence.quarter - 1))...day)
    }

    private func judged(
        _ suggestion: String, in city: City?, during days: ClosedRange<Day>
    ) async throws -> ([Judged], isCut: Bool)? {
        var matter = SuggestedMatter(suggestion, by: words, analyzer)
        let searched = matter.things.indices.filter { matter.things[$0].firmQuery != nil }
        let queries = searched.compactMap { matter.things[$0].firmQuery }
        guard !queries.isEmpty else { return nil }
        let (frequencies, voices) = try await source.frequencies(of: queries)
        // What no index has is taken for frequent.
        var counts = [Int](repeating: voices, count: matter.things.count)
        for (thing, count) in zip(searched, frequencies) { counts[thing] = count }
        matter.weigh(counts, of: voices)
        guard let query = matter.query else { return nil }
        let candidates = try await source.candidates(
            matching: query, in: city, during: days)
        let judge = RelevanceJudge(matter, by: words, analyzer)
        let found = try candidates.voices.compactMap { voice -> Judged? in
            try Task.checkCancellation()
            guard let relevance = judge.judge(voice), relevance.isEnough else { return nil }
            return Judged(voice: voice, relevance: relevance)
        }
        return (found, candidates.isCut)
    }
}
