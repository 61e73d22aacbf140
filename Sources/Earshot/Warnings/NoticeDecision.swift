/// Whether a person was told something of a warning, and why not: kept, so that 为什么发给我 has an answer.
public struct NoticeDecision: Sendable, Hashable {
    public var warning: Int64
    public var notice: Notice
    /// By the directory's identifier.
    public var person: String
    /// For whom the person stands in.
    public var insteadOf: [String]
    /// Of somebody who subscribed: which wish the warning is one of.
    public var wish: WarningWish?
    public var verdict: Verdict
    public var at: Timestamp

    public init(
        warning: Int64, notice: Notice, person: String, insteadOf: [String] = [],
        wish: WarningWish? = nil, verdict: Verdict, at: Timestamp
    ) {
        self.warning = warning
        self.notice = notice
        self.person = person
        self.insteadOf = insteadOf
        self.wish = wish
        self.verdict = verdict
        self.at = at
    }

    public enum Verdict: Sendable, Hashable {
        /// Handed to the outbox for an account.
        case sent(account: String)
        case withheld(Reason)

        public var isSent: Bool { if case .sent = self { true } else { false } }
    }

    /// Why somebody is not told.
    public enum Reason: Sendable, Hashable {
        case quietHours(until: Timestamp)
        case silenced(until: Timestamp, by: String)
        /// Somebody else has taken it on.
        case claimed(by: String)
        /// The days since are ordinary.
        case ordinary
        /// It was so long ago that it helps nobody.
        case stale
        /// The person is away, and nobody stands in.
        case away
        /// There is no channel to any account of the person.
        case unreachable
        /// It was over before the person could be told.
        case ended
        /// It turned out to be a part of another one, which is told of instead, before the person could be told.
        case merged(into: Int64)
        /// The person did it.
        case own
        /// The person is in charge of it no more.
        case elsewhere
        /// The person was told what to say about it, and so knows.
        case guided
    }
}

extension NoticeDecision.Reason {
    /// The form in which it is kept: a name, and where it has them a moment and a person,
    /// or the number of a warning in the place of one.
    public var record: (name: String, until: Timestamp?, by: String?) {
        switch self {
        case .quietHours(let until): ("quiet", until, nil)
        case .silenced(let until, let by): ("silenced", until, by)
        case .claimed(let by): ("claimed", nil, by)
        case .ordinary: ("ordinary", nil, nil)
        case .stale: ("stale", nil, nil)
        case .away: ("away", nil, nil)
        case .unreachable: ("unreachable", nil, nil)
        case .ended: ("ended", nil, nil)
        case .merged(let other): ("merged", nil, "#\(other)")
        case .own: ("own", nil, nil)
        case .elsewhere: ("elsewhere", nil, nil)
        case .guided: ("guided", nil, nil)
        }
    }

    /// Reads what `record` gave.
    public init?(name: String, until: Timestamp?, by: String?) {
        switch (name, until, by) {
        case ("quiet", let until?, _): self = .quietHours(until: until)
        case ("silenced", let until?, let by?): self = .silenced(until: until, by: by)
        case ("claimed", _, let by?): self = .claimed(by: by)
        case ("ordinary", _, _): self = .ordinary
        case ("stale", _, _): self = .stale
        case ("away", _, _): self = .away
        case ("unreachable", _, _): self = .unreachable
        case ("ended", _, _): self = .ended
        case ("merged", _, let other?):
            guard let number = Int64(other.dropFirst()) else { return nil }
            self = .merged(into: number)
        case ("own", _, _): self = .own
        case ("elsewhere", _, _): self = .elsewhere
        case ("guided", _, _): self = .guided
        default: return nil
        }
    }
}
