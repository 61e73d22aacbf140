/// What a text must have to be found, over the words of `SearchWords`.
public indirect enum SearchQuery: Sendable, Hashable {
    case word(String)
    case all([SearchQuery])
    case any([SearchQuery])

    /// The texts that have one of several; nothing for none.
    init?(anyOf queries: [SearchQuery]) {
        guard let first = queries.first else { return nil }
        self = queries.count == 1 ? first : .any(queries)
    }

    /// The texts that may have a phrase: of several characters every pair, which may also stand apart.
    ///
    /// Nothing for a phrase that is found by no word: a Chinese character stands nearly always within a longer run.
    init?(phrase: [UInt32]) {
        var words: [SearchQuery] = []
        for run in SearchText(SearchText.string(phrase[...])).runs {
            if SearchText.isLatin(phrase[run.lowerBound]) {
                words.append(.word(SearchText.string(phrase[run])))
            } else {
                for start in run.dropLast() {
                    words.append(.word(SearchText.string(phrase[start...(start + 1)])))
                }
            }
        }
        guard let first = words.first else { return nil }
        self = words.count == 1 ? first : .all(words)
    }
}
