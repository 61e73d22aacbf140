/// Who writes: somebody about to buy, or somebody who sells.
///
/// Decided by the phrases of the text (`buyers.json5`, `advertisements.json5`) wherever they stand; a site adds its own
/// there.
extension Scan {
    private var characters: Int { offsets.count - 1 }

    /// A text with more characters tells a story, whose phrases may be about the past or about others.
    private static let longestRemark = 250

    /// Whether the writer is about to buy.
    func isByBuyer(_ glossary: Glossary) -> Bool {
        guard !cues.contains(.bought), !cues.isDisjoint(with: [.buying, .asking]) else { return false }
        let isBuying =
            cues.contains(.buying) && characters <= Scan.longestRemark
            || cues.contains(.asking) && !cues.isDisjoint(with: [.buying, .pricing])
        return isBuying && !isAdvertisement(glossary, isBlaming: false)
    }

    /// Whether the text offers something to whoever reads it.
    ///
    /// - Parameter isBlaming: whether it complains of something: 嘴上说欢迎到店,进店没人理 repeats what a store says.
    func isAdvertisement(_ glossary: Glossary, isBlaming: Bool) -> Bool {
        let isOffering =
            cues.contains(.advert) || cues.contains([.offer, .contact])
            || cues.contains(.seller) && !cues.isDisjoint(with: [.offer, .contact])
        guard isOffering, !cues.contains(.customer) else { return false }
        let isComplete =
            cues.contains(.advert) && !cues.isDisjoint(with: [.offer, .seller])
            && !cues.isDisjoint(with: [.contact, .seller])
        if isComplete { return true }
        return !isBlaming && characters <= Scan.longestRemark
            && cues.isDisjoint(with: [.asking, .buying, .bought])
            && !asks(glossary)
    }

    /// Whether there is a question in the text.
    private func asks(_ glossary: Glossary) -> Bool {
        tokens.contains {
            $0.entry == Token.question || $0.entry >= 0 && glossary.entries[Int($0.entry)].role == .question
        }
    }
}
