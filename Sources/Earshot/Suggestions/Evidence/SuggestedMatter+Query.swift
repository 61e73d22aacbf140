import Glibc

extension SuggestedMatter {
    private enum Weights {
        /// Of what one of three hundred has, or fewer: rarer still says no more.
        static let most = 5.7
        static let least = 0.7
        static let remedy = 0.15
    }

    /// Things of which two must be found.
    private static let mostSearched = 7

    /// Weighs each thing by how few of some voices have it.
    ///
    /// Method: inverse document frequency, Spärck Jones, "A statistical interpretation of term specificity", 1972.
    ///
    /// - Parameters:
    ///   - counts: by thing: how many of the voices have it.
    ///   - voices: how many were looked through.
    mutating func weigh(_ counts: [Int], of voices: Int) {
        for index in things.indices {
            let share = (Double(counts[index]) + 1) / (Double(voices) + 2)
            let rarity = min(Weights.most, max(Weights.least, -log(share)))
            things[index].weight = things[index].isRemedy ? rarity * Weights.remedy : rarity
        }
    }

    /// The voices that may be about it: with two of its weightiest things, or with the only one.
    var query: SearchQuery? {
        let searched = things.filter { !$0.isRemedy && $0.query != nil }.sorted { $0.weight > $1.weight }
        let queries = searched.prefix(SuggestedMatter.mostSearched).compactMap(\.query)
        guard queries.count > 1 else { return queries.first }
        return .any(
            queries.indices.dropLast().map { index in
                let rest = Array(queries[(index + 1)...])
                return .all([queries[index], rest.count == 1 ? rest[0] : .any(rest)])
            })
    }
}
