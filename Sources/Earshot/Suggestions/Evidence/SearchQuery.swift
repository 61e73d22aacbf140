/// What a text must have to be found, over the words of `SearchWords`.
public indirect enum SearchQuery: Sendable, Hashable {
    case word(String)
    case all([SearchQuery])
    case any([SearchQuery])

    /// Words of a phrase that are asked for.
    private static let mostWords = 12

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
        func add(_ word: String) {
            // Of a long phrase the beginning is enough to find it, and whoever judges reads all.
            guard words.count < SearchQuery.mostWords, !words.contains(.word(word)) else { return }
            words.append(.word(word))
        }
        for run in SearchText(SearchText.string(phrase[...])).runs {
            if SearchText.isLatin(phrase[run.lowerBound]) {
                add(SearchText.token(phrase[run]))
            } else {
                for start in run.dropLast() { add(SearchText.string(phrase[start...(start + 1)])) }
            }
        }
        guard let first = words.first else { return nil }
        self = words.count == 1 ? first : .all(words)
    }

    /// The texts that have two of several things, or the only one; nothing for none.
    ///
    /// Either both are of one half of the things, or each half has one: so it names each thing a few times, and not once for
    /// every other.
    init?(twoOf queries: ArraySlice<SearchQuery>) {
        guard queries.count > 1 else {
            guard let only = queries.first else { return nil }
            self = only
            return
        }
        let middle = (queries.startIndex + queries.endIndex) / 2
        let halves = [queries[..<middle], queries[middle...]]
        let both = SearchQuery.all(halves.compactMap { SearchQuery(anyOf: Array($0)) })
        let within = halves.filter { $0.count > 1 }.compactMap { SearchQuery(twoOf: $0) }
        self = within.isEmpty ? both : .any(within + [both])
    }
}
