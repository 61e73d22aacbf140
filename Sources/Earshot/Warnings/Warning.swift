/// One matter that somebody has to deal with, from its first abnormal day to its end.
public struct Warning: Sendable, Hashable {
    /// People write it with an A before it: A12. Never given twice.
    public let number: Int64
    /// Counts its changes, so that who decides on an old one notices.
    public package(set) var version = 0
    /// The broadest that it has grown to.
    public package(set) var subject: WarningSubject
    /// What else stands out within it.
    public package(set) var parts: [WarningSubject] = []
    public package(set) var state = WarningState.open
    /// The worst it has been.
    public package(set) var severity: Severity
    /// The first abnormal day.
    public package(set) var since: Day
    /// As last looked at.
    public package(set) var figures: WarningFigures
    /// At its worst.
    public package(set) var peak: WarningFigures
    /// The words of the voice that is enough, masked; of the newest where there are several.
    public package(set) var evidence: String?
    /// The last day on which it was abnormal.
    public package(set) var lastAbnormal: Day
    /// Whole days since then, one after the other, that were ordinary.
    public package(set) var ordinaryDays = 0
    public let openedAt: Timestamp
    /// The person who has taken it on, by the directory's identifier.
    public package(set) var owner: String?
    public package(set) var claimedAt: Timestamp?
    /// Who gave it to the owner; nothing where the owner took it.
    public package(set) var assignedBy: String?
    public package(set) var silence: Silence?
    /// What the dealers were told to say.
    public package(set) var guidance: Guidance?
    public package(set) var end: End?
    /// How often it was opened again.
    public package(set) var reopenings = 0
    /// When it last became worse than it had been.
    public package(set) var worseAt: Timestamp?
    /// How much it was, and what stood out with it, in each place.
    package var loudness = Loudness()
    /// How often it has spread to a wider place, and when it last did.
    public package(set) var spreads = 0
    public package(set) var spreadAt: Timestamp?

    /// For a time nobody is reminded of it.
    public struct Silence: Sendable, Hashable {
        public var until: Timestamp
        public var by: String
        public var reason: String?

        public init(until: Timestamp, by: String, reason: String?) {
            (self.until, self.by, self.reason) = (until, by, reason)
        }
    }

    /// A line to take that was sent to dealers.
    public struct Guidance: Sendable, Hashable {
        public var words: String
        public var by: String
        public var at: Timestamp
        /// How many were written to.
        public var recipients: Int
        /// Whose dealers it is for; nothing for all there are.
        public var cities: Set<City>?

        public init(words: String, by: String, at: Timestamp, recipients: Int, cities: Set<City>?) {
            (self.words, self.by, self.at, self.recipients) = (words, by, at, recipients)
            self.cities = cities
        }
    }

    /// How it ended.
    public struct End: Sendable, Hashable {
        public var at: Timestamp
        /// Nothing where it ended by itself.
        public var by: String?
        public var remark: String?
        /// The warning that it is a part of.
        public var mergedInto: Int64?

        public init(at: Timestamp, by: String? = nil, remark: String? = nil, mergedInto: Int64? = nil) {
            (self.at, self.by, self.remark, self.mergedInto) = (at, by, remark, mergedInto)
        }
    }

    /// Days in a row that must be ordinary before it is over. What may cost a life waits for somebody who says that it is.
    var daysToEnd: Int { subject.isDanger ? 30 : subject.isTechnical ? 1 : 3 }

    /// Days after which it is over where nothing at all is known any more.
    var daysToForget: Int { subject.isDanger ? 30 : 14 }

    /// A12.
    public var name: String { "A\(number)" }

    /// A11, the one that it has become a part of.
    var mergedName: String? { end?.mergedInto.map { "A\($0)" } }

    package init(
        number: Int64, _ subject: WarningSubject, _ figures: WarningFigures, severity: Severity,
        at now: Timestamp
    ) {
        self.number = number
        self.subject = subject
        self.severity = severity
        self.figures = figures
        peak = figures
        loudness.note(figures.excess, in: subject.place)
        since = figures.days.lowerBound
        lastAbnormal = figures.days.upperBound
        openedAt = now
    }

    /// Whether what is abnormal on a day like it belongs to its episode, also when it has ended.
    package var isOngoing: Bool { ordinaryDays < daysToEnd && end?.mergedInto == nil }

    /// Whether what was found is a part of it: what was found beside it, across its border, is a matter of its own. So is an aspect
    /// or a series of which the same customers spoke once, when it stands out without it and is more than its echo.
    ///
    /// - Parameter hasOwn: whether what was found has a warning of its own, of which alone it is an echo then.
    func hasWithin(_ finding: Finding, hasOwn: Bool) -> Bool {
        let other = finding.subject
        guard parts.contains(other), !subject.laps(over: other) else { return false }
        guard subject.isBeside(other) || subject.isToldOf(with: other),
            !finding.isOfSameCustomers(as: subject)
        else { return true }
        return !hasOwn && finding.severity <= severity
            && loudness.drowns(finding.figures.excess, in: other.place)
    }

    /// Whether it goes on with what was found of it: what is only its echo in another place, a city's series behind the region's
    /// aspect, says nothing of the whole.
    func goesOn(with finding: Finding) -> Bool {
        let other = finding.subject
        return other.place == subject.place || !subject.isToldOf(with: other)
            || finding.isOfSameCustomers(as: subject)
    }

    /// Where it stands while it is abnormal.
    var attended: WarningState {
        owner == nil ? .open : (guidance?.recipients ?? 0) > 0 ? .notified : .claimed
    }

    /// How many voices of a danger are worth another word.
    static let tellingCounts = [2, 5, 10, 30, 100, 300, 1000]

    /// Counts what of it is worth another word, so that none is told twice.
    var turns: Int { reopenings + tellings }

    /// How often a danger has been told of by so many more voices.
    var tellings: Int { subject.isDanger ? Warning.tellingCounts.count { $0 <= figures.observed } : 0 }

    /// Whether somebody asked not to be reminded of it.
    func isSilenced(at now: Timestamp) -> Bool { silence.map { now < $0.until } ?? false }
}
