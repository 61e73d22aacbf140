/// Which voices to quote.
public struct VoiceSelection: Sendable, Hashable {
    public var subject: Cut.Subject
    public var days: ClosedRange<Day>
    public var aspect: Aspect?
    public var polarity: Polarity?
    /// Only voices that come after this one in the order of answers, newest first; nothing for all.
    public var olderThan: VoicePosition?

    public init(
        _ subject: Cut.Subject, during days: ClosedRange<Day>, aspect: Aspect? = nil,
        polarity: Polarity? = nil, olderThan: VoicePosition? = nil
    ) {
        self.subject = subject
        self.days = days
        self.aspect = aspect
        self.polarity = polarity
        self.olderThan = olderThan
    }
}

/// Where a voice stands among others: by its day, and within the day by when it was taken in. Pages that go on from
/// one do not shift while new voices arrive.
public struct VoicePosition: Sendable, Hashable, Codable {
    public var day: Day
    public var number: Int64

    public init(day: Day, number: Int64) {
        self.day = day
        self.number = number
    }
}

/// A voice with what is needed to quote it. Its text is as the customer wrote it: mask before showing.
public struct QuotableVoice: Sendable, Hashable {
    public var position: VoicePosition { VoicePosition(day: day, number: number) }

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
