/// What of one text the model's features are made of: its normal form, and what the rules of the lexicon found in it.
struct StudiedText: Sendable {
    let normal: NormalText
    let grams: TextGrams
    /// The opinions that the rules alone give, by aspect.
    var ruled: [RuledOpinion] = []
    /// What they give for the whole text, from -1 to 1.
    var sentiment: Float
    var isBuying: Bool
    /// Where the text speaks of an aspect, in the order of the text's words.
    var spots: [Spot] = []

    /// How much of a text is read by the model, in symbols.
    static let longest = 1_024

    init(_ normal: NormalText, sentiment: Float, isBuying: Bool) {
        self.normal = normal
        self.sentiment = sentiment
        self.isBuying = isBuying
        grams = TextGrams(normal, most: StudiedText.longest)
    }

    /// What the rules say of an aspect.
    struct RuledOpinion: Sendable {
        var aspect: Aspect
        var polarity: Polarity
        /// From -1 (complaint) to 1 (praise).
        var lean: Float
    }

    /// A span of symbols that speaks of an aspect.
    struct Spot: Sendable {
        /// Positions of the aspect and of the one at the top above it in `Aspect.all`.
        var aspect: UInt8
        var root: UInt8
        var span: Range<Int32>
        /// The word that is spoken of.
        var target: Range<Int32>

        /// Whether it speaks of an aspect or of one below it.
        @inline(__always)
        func isOn(_ head: Aspect) -> Bool { aspect == head.index || root == head.index }
    }
}
