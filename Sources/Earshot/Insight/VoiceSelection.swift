/// Which voices to quote.
public struct VoiceSelection: Sendable, Hashable {
    public var subject: Cut.Subject
    public var days: ClosedRange<Day>
    public var aspect: Aspect?
    public var polarity: Polarity?
    /// Only voices taken in up to this one, so that pages do not shift while new ones arrive; nothing for all.
    public var upTo: Int64?

    public init(
        _ subject: Cut.Subject, during days: ClosedRange<Day>, aspect: Aspect? = nil,
        polarity: Polarity? = nil, upTo: Int64? = nil
    ) {
        self.subject = subject
        self.days = days
        self.aspect = aspect
        self.polarity = polarity
        self.upTo = upTo
    }
}

/// A voice with what is needed to quote it. Its text is as the customer wrote it: mask before showing.
public struct QuotableVoice: Sendable, Hashable {
    /// The store's number of the voice; later voices have higher ones.
    public var number: Int64
    public var text: String
    public var source: String
    public var day: Day
    /// Likes and replies.
    public var engagement: Int
    public var reposts: Int
    /// UTF-8 offsets of the words about the wanted aspect, where one was wanted.
    public var evidence: Range<Int>?
    /// How decidedly it speaks of the aspect, or on the whole: 0 to 1.
    public var strength: Double

    public init(
        number: Int64, text: String, source: String, day: Day, engagement: Int = 0, reposts: Int = 0,
        evidence: Range<Int>? = nil, strength: Double = 0
    ) {
        self.number = number
        self.text = text
        self.source = source
        self.day = day
        self.engagement = engagement
        self.reposts = reposts
        self.evidence = evidence
        self.strength = strength
    }
}
