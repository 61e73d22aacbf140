/// What a message names in order to leave it out: 油耗 in 不要油耗看空间, 不是油耗是空间, 油耗就算了,看空间.
enum Unwanted {
    /// The tokens, of which those that are left out mean nothing any more.
    ///
    /// An aspect right behind 不要, 去掉, 除了 is always left out; a place, time or polarity there, and anything that 不是
    /// denies or 就算了 sets aside, only where another of its kind follows.
    static func removed(
        from tokens: [Token], _ phrasebook: Phrasebook
    ) -> (tokens: [Token], dropsAspect: Bool) {
        var tokens = tokens
        var drops = false
        for index in tokens.indices where tokens[index].senses.contains(where: { $0.kind != nil }) {
            let isWithout = index > 0 && tokens[index - 1].isIn(phrasebook.without)
            let isDenied = isWithout || denies(tokens, before: index, phrasebook)
            let aside = setAside(tokens, behind: index, phrasebook)
            guard isDenied || aside != nil else { continue }
            let kept = tokens[index].senses.filter { sense in
                guard let kind = sense.kind else { return true }
                return !(isWithout && kind == .aspect) && !follows(kind, in: tokens, behind: index)
            }
            guard kept.count < tokens[index].senses.count else { continue }
            drops = drops || tokens[index].senses.contains { $0.kind == .aspect }
            tokens[index].senses = kept
            if let aside { tokens[aside].senses.removeAll { !$0.isIn(phrasebook.setAside) } }
        }
        return (tokens, drops)
    }

    /// 不是油耗, 不是说油耗
    private static func denies(_ tokens: [Token], before index: Int, _ phrasebook: Phrasebook) -> Bool {
        guard let before = tokens[..<index].last(where: { !$0.isLittle(phrasebook) }) else { return false }
        return before.isIn(phrasebook.rather)
    }

    /// The token right behind that sets aside: 油耗就算了.
    private static func setAside(_ tokens: [Token], behind index: Int, _ phrasebook: Phrasebook) -> Int? {
        let next = tokens[(index + 1)...].firstIndex { !$0.isLittle(phrasebook) }
        return next.flatMap { tokens[$0].isIn(phrasebook.setAside) ? $0 : nil }
    }

    private static func follows(_ kind: Sense.Kind, in tokens: [Token], behind index: Int) -> Bool {
        tokens[(index + 1)...].contains { $0.senses.contains { $0.kind == kind } }
    }
}

extension Token {
    fileprivate func isIn(_ set: FeatureSet) -> Bool { !features.isDisjoint(with: set) }

    /// Whether it is a filler that neither denies nor sets aside.
    fileprivate func isLittle(_ phrasebook: Phrasebook) -> Bool {
        features.isSubset(of: phrasebook.filler) && !isIn(phrasebook.rather) && !isIn(phrasebook.setAside)
    }
}

extension Sense {
    /// Kinds of which one value is wanted in place of another.
    fileprivate enum Kind {
        case aspect, place, period, polarity
    }

    fileprivate var kind: Kind? {
        switch self {
        case .aspect, .facet: .aspect
        case .city, .region, .province, .surroundings: .place
        case .period: .period
        case .polarity: .polarity
        default: nil
        }
    }

    fileprivate func isIn(_ set: FeatureSet) -> Bool {
        if case .word(let wordClass) = self { set.contains(wordClass.feature) } else { false }
    }
}
