/// Where counts and quotes come from. The store implements it; every query names a place that a scope allowed.
public protocol VoiceFigures: Sendable {
    /// The counts of every wanted cut, all of one state of the voices, in the order wanted.
    func slices(_ wanted: [Cut]) async throws -> [Slice]

    /// The rivals' counts in a place, by rival, over two spans of one state of the voices.
    func rivals(
        in place: VisiblePlace, during days: ClosedRange<Day>, before: ClosedRange<Day>
    ) async throws -> [RivalFigures]

    /// The newest voices that match, at most `limit`, newest first, reposts left out.
    func voices(_ wanted: VoiceSelection, limit: Int) async throws -> [QuotableVoice]
}

/// One cut through the counts of the own brand.
public struct Cut: Sendable, Hashable {
    public var subject: Subject
    public var days: ClosedRange<Day>

    public init(_ subject: Subject, during days: ClosedRange<Day>) {
        self.subject = subject
        self.days = days
    }

    public enum Subject: Sendable, Hashable {
        case place(VisiblePlace)
        case dealer(VisibleDealer)
    }
}

/// A rival's counts, now and in the span before.
public struct RivalFigures: Sendable, Hashable {
    /// The rival's series, or its brand where no series was named.
    public var name: String
    public var now: Slice
    public var before: Slice

    public init(name: String, now: Slice, before: Slice) {
        self.name = name
        self.now = now
        self.before = before
    }
}

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
    public var engagement: Int
    public var reposts: Int
    /// UTF-8 offsets of the words about the wanted aspect, where one was wanted.
    public var evidence: Range<Int>?

    public init(
        number: Int64, text: String, source: String, day: Day, engagement: Int = 0, reposts: Int = 0,
        evidence: Range<Int>? = nil
    ) {
        self.number = number
        self.text = text
        self.source = source
        self.day = day
        self.engagement = engagement
        self.reposts = reposts
        self.evidence = evidence
    }
}
