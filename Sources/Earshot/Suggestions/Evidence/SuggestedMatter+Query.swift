import Glibc

extension SuggestedMatter {
    private enum Weights {
        /// Of what one of three hundred has, or fewer: rarer still says no more.
        static let most = 5.7
        static let least = 1.0
        static let remedy = 0.15
        static let unknown = 0.65
        /// Of what no list knows, where the lists name a matter already.
        static let unknownBesides = 0.3
        /// Of the third weightiest thing, and of further ones: nobody says everything.
        static let third = 0.25
        static let further = 0.15
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
        let isNamed = things.count { $0.kind == .known && !$0.isRequest } >= 2
        for index in things.indices {
            let share = (Double(counts[index]) + 1) / (Double(voices) + 2)
            let rarity = min(Weights.most, max(Weights.least, -log(share)))
            switch things[index].kind {
            case .known: things[index].weight = rarity
            case .unknown:
                things[index].weight = rarity * (isNamed ? Weights.unknownBesides : Weights.unknown)
            case .remedy: things[index].weight = rarity * Weights.remedy
            }
        }
    }

    /// What a voice has that says enough of it.
    var wholeWeight: Double {
        things.map(\.weight).sorted(by: >).enumerated().reduce(0) { sum, thing in
            sum + thing.element * (thing.offset < 2 ? 1 : thing.offset == 2 ? Weights.third : Weights.further)
        }
    }

    /// Whether one thing alone is the matter.
    var isOfOneThing: Bool { things.count { $0.kind != .remedy } < 2 }

    /// The voices that may be about it: with two of its weightiest things, or with the only one.
    var query: SearchQuery? {
        let searched = things.filter { $0.kind != .remedy && $0.query != nil }.sorted {
            $0.weight > $1.weight
        }
        return SearchQuery(twoOf: searched.prefix(SuggestedMatter.mostSearched).compactMap(\.query)[...])
    }
}
