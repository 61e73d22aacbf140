/// What a message names in order to leave it out: 油耗 in 不要油耗看空间.
enum Unwanted {
    /// The tokens, of which an aspect right behind 不要, 去掉, 除了 means nothing any more.
    static func removed(
        from tokens: [Token], _ phrasebook: Phrasebook
    ) -> (tokens: [Token], dropsAspect: Bool) {
        var tokens = tokens
        var drops = false
        for index in tokens.indices.dropFirst()
        where !tokens[index - 1].features.isDisjoint(with: phrasebook.without) {
            let kept = tokens[index].senses.filter { !$0.isAspect }
            guard kept.count < tokens[index].senses.count else { continue }
            tokens[index].senses = kept
            drops = true
        }
        return (tokens, drops)
    }
}

extension Sense {
    fileprivate var isAspect: Bool {
        switch self {
        case .aspect, .facet: true
        default: false
        }
    }
}
