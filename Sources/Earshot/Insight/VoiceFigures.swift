/// Where counts and quotes come from. The store implements it; every query names a place that a scope allowed.
public protocol VoiceFigures: Sendable {
    /// From which reading of the voices all that is given here comes; nothing without voices.
    func edition() async throws -> FiguresEdition?

    /// The counts of every wanted cut, all of one state of the voices, in the order wanted.
    func slices(_ wanted: [Cut]) async throws -> [Slice]

    /// How each rival fares in a place, on the whole or in one aspect, over two spans of one state of the voices;
    /// those without a voice in either are left out.
    func rivals(
        in place: VisiblePlace, during days: ClosedRange<Day>, before: ClosedRange<Day>, of aspect: Aspect?
    ) async throws -> [RivalStanding]

    /// The first day with a voice of the own brand, nothing without any.
    func earliestDay() async throws -> Day?

    /// The newest voices that match, at most `limit`, newest first, reposts left out.
    func voices(_ wanted: VoiceSelection, limit: Int) async throws -> [QuotableVoice]
}

/// One cut through the counts.
public struct Cut: Sendable, Hashable {
    public var subject: Subject
    public var days: ClosedRange<Day>

    public init(_ subject: Subject, during days: ClosedRange<Day>) {
        self.subject = subject
        self.days = days
    }

    public enum Subject: Sendable, Hashable {
        /// What is said of the own brand in a place.
        case place(VisiblePlace)
        /// What is said of one series of the own brand in a place, as a whole: there is nothing of it by aspect.
        case series(String, in: VisiblePlace)
        /// What is said of one store.
        case dealer(VisibleDealer)
        /// What is said of one series of a rival in a place.
        case rival(Rival, in: VisiblePlace)
        /// What is said of a rival maker in a place, of all its series and of none.
        case maker(String, in: VisiblePlace)
        /// What is said of all rivals in a place.
        case rivals(in: VisiblePlace)
        /// What the stores of a place noted of their customers, apart from all that customers said themselves.
        case notes(in: VisiblePlace)
        /// What one store noted.
        case notesOf(VisibleDealer)
    }
}

/// A rival's voices on the whole or in one aspect, now and in the span before.
public struct RivalStanding: Sendable, Hashable {
    public var rival: Rival
    public var now: Tally
    public var before: Tally

    public init(rival: Rival, now: Tally, before: Tally) {
        self.rival = rival
        self.now = now
        self.before = before
    }
}
