/// Who writes: somebody about to buy, or somebody who sells.
///
/// Decided by the phrases of the text (`buyers.json5`, `advertisements.json5`) wherever they stand; a site adds its own
/// there.
extension Scan {
    private var characters: Int { offsets.count - 1 }

    /// A text with more characters tells a story, whose phrases may be about the past or about others.
    private static let longestRemark = 250

    /// Whether the writer is about to buy.
    var isByBuyer: Bool {
        guard !cues.contains(.bought), !isAdvertisement else { return false }
        if cues.contains(.buying), characters <= Scan.longestRemark { return true }
        return cues.contains(.asking) && !cues.isDisjoint(with: [.buying, .pricing])
    }

    /// Whether the text offers something to whoever reads it.
    var isAdvertisement: Bool {
        guard !cues.contains(.customer) else { return false }
        let isComplete =
            cues.contains(.advert) && !cues.isDisjoint(with: [.offer, .seller])
            && !cues.isDisjoint(with: [.contact, .seller])
        if characters > Scan.longestRemark || !cues.isDisjoint(with: [.inquiry, .asking, .buying, .bought]) {
            return isComplete
        }
        return cues.contains(.advert) || cues.contains([.offer, .contact])
            || (cues.contains(.seller) && !cues.isDisjoint(with: [.offer, .contact]))
    }
}
