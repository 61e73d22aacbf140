/// A report in the words in which it was given to somebody: put into words once, and kept, so that message, page and table are
/// the same whenever they are made again, whatever became of the templates, of a place's name or of the program's own words.
public struct ReportText: Sendable, Hashable {
    /// What was read, without what might be asked next.
    public var message: Reply
    /// The same figures and more: the first row is `ReportWords.header`.
    public var table: [[String]]
    /// What the page calls things, by the names of `ReportLabels`.
    public var labels: [String: String]
    /// What the page is put into; empty where there was none.
    public var frame: String

    public init(message: Reply, table: [[String]], labels: [String: String], frame: String) {
        (self.message, self.table, self.labels, self.frame) = (message, table, labels, frame)
    }
}

extension ReportWords {
    /// What is kept of a report beside its figures.
    public func text(of issue: ReportIssue) throws -> ReportText {
        try text(of: issue, as: .report, values(of: issue))
    }

    /// - Parameter values: what the message says, where that is more than `values(of:)`.
    func text(of issue: ReportIssue, as prompt: Prompt, _ values: [String: TextValue]) throws -> ReportText {
        ReportText(
            message: try texts.reply(prompt, .object(values)),
            table: [ReportWords.header] + (try rows(issue)),
            labels: Dictionary(
                uniqueKeysWithValues: try ReportLabels.names.map {
                    ($0, try texts.words(Phrase.reportLabel.with([$0: true])))
                }), frame: frame)
    }

    /// The same with its words, kept as they are wherever it stood so already.
    ///
    /// - Parameter written: the words of reports that other people are given as well.
    func written(
        _ issue: ReportIssue, among written: inout [ReportIssue: ReportText]
    ) throws -> ReportIssue {
        var issue = issue
        var shared = issue
        // Nothing of these is said.
        (shared.subscription, shared.person, shared.at) = (nil, "", issue.report.composedAt)
        let text = try written[shared] ?? text(of: issue)
        written[shared] = text
        issue.text = text
        return issue
    }
}

/// The words of the page of a report that stand in no message.
public enum ReportLabels {
    /// Each has its words in `report.label`: the figures of the table, the columns, the headings, and what the page says of
    /// itself.
    public static let names =
        figures + [
            "figure", "name", "value", "before", "note", "aspect", "now", "all", "aspects", "download", "own",
        ]

    /// Figures of the table that are numbers.
    public static let figures = [
        "volume", "praise", "complaints", "net_praise", "most_praised", "most_praised_share",
        "most_complained", "most_complained_share", "after_sales", "after_sales_share",
    ]

    static let examples: [[String: TextValue]] = names.map { [$0: true] }
}
