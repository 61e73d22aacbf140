/// What was composed of a place for everybody who reads of it in the same way: counts and quotes, from which message and
/// table are made.
public struct Report: Sendable, Hashable {
    /// Names what it is of, and for whom it was composed on which day; the same for everybody who is sent it.
    public var key: String
    /// The place by its name; nothing for the nation.
    public var place: String?
    public var aspect: Aspect?
    public var days: ClosedRange<Day>
    public var composedAt: Timestamp
    /// The edition of the figures.
    public var edition: Int?
    public var figures: OverviewFigures
    public var quotes: [Quote]

    public init(
        key: String, place: String?, aspect: Aspect?, days: ClosedRange<Day>, composedAt: Timestamp,
        edition: Int?, figures: OverviewFigures, quotes: [Quote]
    ) {
        (self.key, self.place, self.aspect, self.days) = (key, place, aspect, days)
        (self.composedAt, self.edition, self.figures, self.quotes) = (composedAt, edition, figures, quotes)
    }

    /// A customer's words, masked, as they are shown.
    public struct Quote: Sendable, Hashable {
        public var text: String
        public var source: String

        public init(_ text: String, source: String) {
            (self.text, self.source) = (text, source)
        }
    }
}

/// A report as one person was given it: what everybody reads, and what is the person's alone.
public struct ReportIssue: Sendable, Hashable {
    /// Under which it can be made again; nothing until it is kept.
    public var number: Int64?
    /// Nothing where it was asked for.
    public var subscription: Int64?
    public var person: String
    public var kind: ReportTopic.Kind
    /// The day of the occurrence for which it is, or on which it was asked for.
    public var day: Day
    /// Whether it came after its time.
    public var isLate: Bool
    public var report: Report
    public var news: ReportNews
    public var at: Timestamp
    /// In which words it was given; nothing where an earlier edition of the program kept none.
    public var text: ReportText?

    public init(
        number: Int64? = nil, subscription: Int64?, person: String, kind: ReportTopic.Kind, day: Day,
        isLate: Bool, report: Report, news: ReportNews, at: Timestamp, text: ReportText? = nil
    ) {
        (self.number, self.subscription, self.person, self.kind) = (number, subscription, person, kind)
        (self.day, self.isLate, self.report, self.news, self.at) = (day, isLate, report, news, at)
        self.text = text
    }

    /// Whether nothing happened of which it could tell.
    var isEmpty: Bool {
        report.figures.isEmpty && news.warnings.isEmpty && news.suggestions.isEmpty
            && news.sections.allSatisfy { $0.lines.isEmpty }
    }
}

/// What of a report is one person's: what changed since that person's last one, and what only some may read.
public struct ReportNews: Sendable, Hashable {
    /// Aspects that were not among the most complained of in the last one.
    public var aspects: [Aspect] = []
    public var warnings: [Line] = []
    public var suggestions: [Line] = []
    /// What a review tells of beside the figures; of any other report there are none.
    public var sections: [Section] = []

    public init() {}

    /// A part of a review: a sentence, and what it is made of.
    public struct Section: Sendable, Hashable {
        public var kind: Kind
        public var heading: String
        public var lines: [Line]

        /// The names are stored.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            case warnings, suggestions, notes, questions, actions, answers
        }

        public init(_ kind: Kind, heading: String, lines: [Line]) {
            (self.kind, self.heading, self.lines) = (kind, heading, lines)
        }
    }

    public struct Line: Sendable, Hashable {
        public var text: String
        /// Whether it happened since the last one.
        public var isNew: Bool

        public init(_ text: String, isNew: Bool) {
            (self.text, self.isNew) = (text, isNew)
        }
    }
}
