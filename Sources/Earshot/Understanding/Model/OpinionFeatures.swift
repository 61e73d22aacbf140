/// The features of a text by which the model decides: hashed n-grams, and figures of what the rules found.
///
/// Three layers read them. *Subjects* decides which aspects a text speaks of, from the n-grams of the whole text;
/// *polarity* how it speaks of one of them, from those of the whole text, of the clauses that speak of the aspect and of
/// what stands around its word; *sentiment* how the text as a whole is meant.
struct OpinionFeatures {
    let heads: [Aspect]

    /// How much of a text is read for the n-grams of the whole, in symbols.
    static let longestText = 1_024
    /// The same for the clauses of one aspect.
    static let longestClauses = 256
    /// How far left and right of an aspect's word is read.
    static let window: Int32 = 14
    static let mostWindows = 4

    /// How many figures there are for the polarity, beside three a head, and for the sentiment.
    static let basicFigures = 17
    static let sentimentFigureCount = 8

    // MARK: Subjects

    /// The n-grams of the whole text.
    static func insertText(_ text: StudiedText, into grams: inout GramSet, as group: LinearLayer.Group) {
        let symbols = text.normal.symbols.prefix(longestText)
        grams.clear(for: symbols.count * group.longest)
        grams.insert(symbols, longest: group.longest, bits: group.bits)
    }

    /// Whether the rules find it, of each head.
    func subjectFigures(_ text: StudiedText) -> [LinearLayer.Figure] {
        var figures: [LinearLayer.Figure] = []
        for opinion in text.ruled {
            if let head = heads.firstIndex(where: { opinion.aspect.isWithin($0) }),
                !figures.contains(where: { $0.number == head })
            {
                figures.append((head, 1))
            }
        }
        return figures
    }

    // MARK: Polarity

    /// The n-grams of the clauses that speak of a head; of a short text that nowhere does, those of the whole.
    func insertClauses(
        _ text: StudiedText, _ head: Aspect, into grams: inout GramSet, as group: LinearLayer.Group
    ) {
        let clauses = OpinionFeatures.clauses(of: text, head)
        var symbols: [UInt32] = []
        for clause in clauses where symbols.count < OpinionFeatures.longestClauses {
            symbols += text.normal.symbols[Int(clause.lowerBound)..<Int(clause.upperBound)]
        }
        let read = symbols.prefix(OpinionFeatures.longestClauses)
        grams.clear(for: read.count * group.longest)
        grams.insert(read, longest: group.longest, bits: group.bits)
    }

    static func clauses(of text: StudiedText, _ head: Aspect) -> [Range<Int32>] {
        let spots = text.spots.filter { $0.isOn(head) }
        guard !spots.isEmpty else { return text.normal.clauses.count < 4 ? text.normal.clauses : [] }
        // Of a very long text only what the n-grams of the whole are made of is read.
        return text.normal.clauses.prefix { $0.lowerBound < longestText }.filter { clause in
            spots.contains { $0.span.overlaps(clause) || $0.target.overlaps(clause) }
        }
    }

    /// The n-grams around the words for a head, those before and those after it apart, and those that cross it.
    func insertWindows(
        _ text: StudiedText, _ head: Aspect, into grams: inout GramSet, as group: LinearLayer.Group
    ) {
        grams.clear(for: OpinionFeatures.mostWindows * (2 * Int(OpinionFeatures.window) * group.longest + 12))
        var seen: [Range<Int32>] = []
        for spot in text.spots where spot.isOn(head) && !spot.target.isEmpty {
            guard !seen.contains(spot.target) else { continue }
            seen.append(spot.target)
            insertWindow(around: spot.target, of: text.normal.symbols, into: &grams, as: group)
            if seen.count == OpinionFeatures.mostWindows { return }
        }
    }

    private func insertWindow(
        around target: Range<Int32>, of symbols: [UInt32], into grams: inout GramSet,
        as group: LinearLayer.Group
    ) {
        let before = symbols[Int(max(0, target.lowerBound - OpinionFeatures.window))..<Int(target.lowerBound)]
        let after = symbols[
            Int(target.upperBound)..<min(symbols.count, Int(target.upperBound + OpinionFeatures.window))]
        grams.insert(before, longest: group.longest, kind: Kind.before, bits: group.bits)
        grams.insert(after, longest: group.longest, kind: Kind.after, bits: group.bits)
        var word = Kind.word
        for symbol in symbols[Int(target.lowerBound)..<Int(target.upperBound)] {
            word = GramSet.extended(word, symbol)
        }
        grams.insert(word, bits: group.bits)
        for left in 0...min(3, before.count) {
            for right in 0...min(3 - left, after.count) where left + right > 0 {
                var hash = Kind.across
                for symbol in before.suffix(left) { hash = GramSet.extended(hash, symbol) }
                hash = GramSet.extended(hash, 0x25C7)
                for symbol in after.prefix(right) { hash = GramSet.extended(hash, symbol) }
                grams.insert(hash, bits: group.bits)
            }
        }
    }

    private enum Kind {
        static let before: UInt64 = 0x9D
        static let after: UInt64 = 0x1F3
        static let word: UInt64 = 0x2B7
        static let across: UInt64 = 0x3C5
    }

    /// What the rules say of a head, and what kind of text it stands in; `basicFigures`, then three a head.
    ///
    /// - Parameter general: how the whole text and the clauses that speak of the head are meant, as `SentimentOutput.general`
    ///   has it.
    func polarityFigures(
        _ text: StudiedText, _ number: Int, general: (text: Float, clauses: Float)
    ) -> [LinearLayer.Figure] {
        let head = heads[number]
        var lean: Float = 0
        var isMet = false
        var isPraised = false
        var isBlamed = false
        for opinion in text.ruled where opinion.aspect.isWithin(head) {
            isMet = true
            if abs(Float(opinion.lean)) > abs(lean) { lean = Float(opinion.lean) }
            if opinion.polarity == .positive { isPraised = true }
            if opinion.polarity == .negative { isBlamed = true }
        }
        let basic = OpinionFeatures.basicFigures
        return OpinionFeatures.figures([
            (0, lean > 0 ? 1 : 0), (1, lean < 0 ? 1 : 0), (2, max(lean, 0)), (3, max(-lean, 0)),
            (4, text.sentiment), (5, abs(text.sentiment)), (6, isMet ? 1 : 0), (7, isPraised ? 1 : 0),
            (8, isBlamed ? 1 : 0), (9, text.isAsking ? 1 : 0),
            (10, Float(min(text.normal.symbols.count, 400)) / 100), (11, Float(min(text.ruled.count, 9)) / 3),
            (12, text.isBuying ? 1 : 0), (13, max(general.text, 0)), (14, max(-general.text, 0)),
            (15, max(general.clauses, 0)), (16, max(-general.clauses, 0)), (basic + number, 1),
            (basic + heads.count + number, max(lean, 0)),
            (basic + 2 * heads.count + number, max(-lean, 0)),
        ])
    }

    // MARK: Sentiment

    /// What the rules say of the text as a whole.
    static func sentimentFigures(_ text: StudiedText) -> [LinearLayer.Figure] {
        let praised = text.ruled.count { $0.lean > 0 }
        let blamed = text.ruled.count { $0.lean < 0 }
        return figures([
            (0, max(text.sentiment, 0)), (1, max(-text.sentiment, 0)), (2, text.sentiment > 0 ? 1 : 0),
            (3, text.sentiment < 0 ? 1 : 0), (4, Float(min(praised, 4)) / 4), (5, Float(min(blamed, 4)) / 4),
            (6, text.isAsking ? 1 : 0), (7, text.isBuying ? 1 : 0),
        ])
    }

    /// A score of the general sentiment as a figure, of which extremes say no more than much.
    static func general(_ score: Float) -> Float { max(-3, min(3, score)) / 3 }

    private static func figures(_ all: [LinearLayer.Figure]) -> [LinearLayer.Figure] {
        all.filter { $0.value != 0 }
    }
}
