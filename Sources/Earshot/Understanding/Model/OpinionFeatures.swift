/// The features of a text by which the model decides: its n-grams, and figures of what the rules found.
///
/// Three layers read them. *Subjects* decides which aspects a text speaks of, from the n-grams of the whole text;
/// *polarity* how it speaks of one of them, from those of the whole text, of the clauses that speak of the aspect and of
/// what stands before and behind its words; *sentiment* how the text as a whole is meant.
enum OpinionFeatures {
    /// How many symbols of the clauses of one aspect are read.
    static let longestClauses = 256
    /// How far left and right of an aspect's word is read.
    static let window: Int32 = 14
    static let mostWindows = 4

    /// How many figures there are for the polarity, beside three a head, and for the sentiment.
    static let basicFigures = 17
    static let sentimentFigures = 8

    /// What the figures are, for somebody who wants to know why: of the polarity, of each head's three, of the sentiment.
    static let polarityNames = [
        "the rules find praise", "the rules find a complaint", "strength of the praise",
        "strength of the complaint",
        "the rules' sentiment", "strength of the rules' sentiment", "the rules find the aspect",
        "the rules judge it as praise", "the rules judge it as a complaint", "something is asked",
        "length of the text", "number of opinions", "a buyer writes", "tone of the text: good",
        "tone of the text: bad",
        "tone of the clauses: good", "tone of the clauses: bad",
    ]
    static let headNames = ["what is usual of", "the rules' praise of", "the rules' complaint of"]
    static let sentimentNames = [
        "the rules' sentiment: good", "the rules' sentiment: bad", "the rules find it good",
        "the rules find it bad",
        "number of praises", "number of complaints", "something is asked", "a buyer writes",
    ]

    /// Takes a figure that is not zero: its number and its value.
    typealias Take = (Int, Float) -> Void

    // MARK: Spans

    /// The clauses that speak of a head; of a short text that nowhere does, all.
    @inline(__always)
    static func clauses(of text: StudiedText, _ head: Aspect, _ body: (Range<Int32>) -> Void) {
        let hasSpots = text.spots.contains { $0.isOn(head) }
        guard hasSpots || text.normal.clauses.count < fewClauses else { return }
        var symbols = 0
        for clause in text.normal.clauses {
            guard symbols < longestClauses, clause.lowerBound < StudiedText.longest else { return }
            let isMeant =
                !hasSpots
                || text.spots.contains {
                    $0.isOn(head) && ($0.span.overlaps(clause) || $0.target.overlaps(clause))
                }
            if isMeant {
                body(clause)
                symbols += clause.count
            }
        }
    }

    private static let fewClauses = 4

    /// What stands before and behind the words for a head.
    @inline(__always)
    static func windows(
        of text: StudiedText, _ head: Aspect, _ body: (_ before: Range<Int32>, _ after: Range<Int32>) -> Void
    ) {
        let end = Int32(truncatingIfNeeded: text.normal.symbols.count)
        var count = 0
        for (number, spot) in text.spots.enumerated() where spot.isOn(head) && !spot.target.isEmpty {
            let isSeen = text.spots[..<number].contains { $0.isOn(head) && $0.target == spot.target }
            guard !isSeen else { continue }
            let (start, stop) = (spot.target.lowerBound, spot.target.upperBound)
            body(max(0, start - window)..<start, stop..<min(end, stop + window))
            count += 1
            if count == mostWindows { return }
        }
    }

    // MARK: Figures

    /// Whether the rules find it, of each head.
    ///
    /// - Parameter heads: by aspect the number of the head that it is or lies below, -1 for none.
    @inline(__always)
    static func subject(_ text: StudiedText, heads: [Int8], _ take: Take) {
        for (number, opinion) in text.ruled.enumerated() {
            let head = heads[Int(opinion.aspect.index)]
            guard head >= 0 else { continue }
            let isTaken = text.ruled[..<number].contains { heads[Int($0.aspect.index)] == head }
            if !isTaken { take(Int(head), 1) }
        }
    }

    /// What the rules say of a head, and what kind of text it stands in; `basicFigures`, then three a head.
    ///
    /// - Parameters:
    ///   - number: of the head among `count`.
    ///   - general: how the whole text and the clauses that speak of the head are meant, as `SentimentOutput.general` has it.
    @inline(__always)
    static func polarity(
        _ text: StudiedText, _ head: Aspect, number: Int, of count: Int,
        general: (text: Float, clauses: Float), _ take: Take
    ) {
        var lean: Float = 0
        var isMet = false
        var isPraised = false
        var isBlamed = false
        for opinion in text.ruled where opinion.aspect.isWithin(head) {
            isMet = true
            if abs(opinion.lean) > abs(lean) { lean = opinion.lean }
            if opinion.polarity == .positive { isPraised = true }
            if opinion.polarity == .negative { isBlamed = true }
        }
        if lean > 0 {
            take(0, 1)
            take(2, lean)
            take(basicFigures + count + number, lean)
        } else if lean < 0 {
            take(1, 1)
            take(3, -lean)
            take(basicFigures + 2 * count + number, -lean)
        }
        take(4, text.sentiment)
        take(5, abs(text.sentiment))
        if isMet { take(6, 1) }
        if isPraised { take(7, 1) }
        if isBlamed { take(8, 1) }
        if text.normal.isAsking { take(9, 1) }
        take(10, Float(min(text.normal.symbols.count, 400)) / 100)
        take(11, Float(min(text.ruled.count, 9)) / 3)
        if text.isBuying { take(12, 1) }
        take(general.text > 0 ? 13 : 14, abs(general.text))
        take(general.clauses > 0 ? 15 : 16, abs(general.clauses))
        take(basicFigures + number, 1)
    }

    /// What the rules say of the text as a whole.
    @inline(__always)
    static func sentiment(_ text: StudiedText, _ take: Take) {
        var (praised, blamed) = (0, 0)
        for opinion in text.ruled {
            if opinion.lean > 0 { praised += 1 }
            if opinion.lean < 0 { blamed += 1 }
        }
        take(text.sentiment > 0 ? 0 : 1, abs(text.sentiment))
        if text.sentiment != 0 { take(text.sentiment > 0 ? 2 : 3, 1) }
        take(4, Float(min(praised, 4)) / 4)
        take(5, Float(min(blamed, 4)) / 4)
        if text.normal.isAsking { take(6, 1) }
        if text.isBuying { take(7, 1) }
    }

    /// A score of the general sentiment as a figure, of which extremes say no more than much.
    static func general(_ score: Float) -> Float { max(-3, min(3, score)) / 3 }
}
