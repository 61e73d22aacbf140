/// A few words that stand inside replies, or on a button beside them: 近7天, +18%, 和全国比.
///
/// The words are a template like a reply's. The examples say which values it is given; texts in which one of them
/// says nothing are refused at start.
public struct Phrase: Sendable, Hashable {
    public let name: String
    public let examples: [[String: TextValue]]

    init(_ name: String, _ examples: [[String: TextValue]] = [[:]]) {
        self.name = name
        self.examples = examples
    }

    /// The phrase filled with values, to stand among the values of a reply.
    func with(_ values: [String: TextValue] = [:]) -> TextValue { .phrase(self, values) }

    public static func == (left: Phrase, right: Phrase) -> Bool { left.name == right.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Phrase {
    /// Every phrase the program uses; each needs a template.
    public static let all: [Phrase] =
        [
            nextChoices, numberedChoices, furtherOffer, furtherLeft, cutOff, waiting, apology, furtherWords,
            underWay,
            chosen,
            nation, aspect, period, before, change, source,
            rivalThere, rivalsThere, provinceWithin, surroundings,
            overviewOffer, competitorsOffer, nationOffer, beforeOffer, nationOverviewOffer, longerOffer,
            afterSalesOffer, quotesOffer, retryOffer, retryAllOffer, dropOffer, showOffer,
        ] + ofWarnings + ofSubscriptions + ofReports + ofSuggestions + ofKnowledge + ofHandOvers
        + ofActions + ofReviews + ofFeedback + ofNotes

    /// Above the questions that may follow an answer.
    static let nextChoices = Phrase("choices.next")
    /// Above a menu.
    static let numberedChoices = Phrase("choices.numbered")
    /// The label of the same question about another aspect.
    static let furtherOffer = Phrase(
        "offer.further",
        [
            ["place": "杭州", "aspect": "油耗", "title": false],
            ["place": false, "aspect": false, "title": "客户原话"],
        ])

    /// What else was wished and is not offered, because the choices are of something else.
    static let furtherLeft = Phrase("further.left", [["words": "我的日报改成9点"]])

    /// Ends a reply that was too long for one message.
    public static let cutOff = Phrase("platform.cut-off")
    /// Shown while the answer is not ready.
    public static let waiting = Phrase("platform.waiting")
    /// Said at once to whoever pressed a button.
    public static let underWay = Phrase("platform.under-way", [["what": "油耗原话"]])
    /// Stands on a card in the place of its buttons when one was pressed.
    public static let chosen = Phrase("platform.chosen", [["what": "油耗原话"]])
    /// Shown when there will be no answer.
    public static let apology = Phrase("platform.apology")
    /// Above what may be said where a card has no button left for it.
    public static let furtherWords = Phrase("platform.further")
}
