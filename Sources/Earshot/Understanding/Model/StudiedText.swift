/// What of one text the model's features are made of: its normal form, and what the rules of the lexicon found in it.
struct StudiedText: Sendable {
    var normal: NormalText
    /// The opinions that the rules alone give.
    var ruled: [Opinion]
    /// What they give for the whole text, from -1 to 1.
    var sentiment: Float
    var isBuying: Bool
    /// Where the text speaks of an aspect, in the order of the text's words.
    var spots: [Spot] = []

    /// A span of symbols that speaks of an aspect.
    struct Spot: Sendable {
        /// Positions of the aspect and of the one at the top above it in `Aspect.all`.
        var aspect: UInt8
        var root: UInt8
        var span: Range<Int32>
        /// The word that is spoken of.
        var target: Range<Int32>

        /// Whether it speaks of an aspect or of one below it.
        func isOn(_ head: Aspect) -> Bool { aspect == head.index || root == head.index }
    }

    /// Whether something in it asks: a question mark, 吗, 呢.
    var isAsking: Bool {
        normal.symbols.contains { $0 == 0x3F || $0 == 0x5417 || $0 == 0x5462 }
    }
}
