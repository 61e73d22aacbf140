/// Puts a report into words, from what is kept of it alone.
public struct ReportWords: Sendable {
    let texts: any Texts
    /// What pages are put into, kept with each report.
    let frame: String

    public init(_ texts: any Texts, frame: String = "") {
        (self.texts, self.frame) = (texts, frame)
    }

    public func reply(_ issue: ReportIssue) throws -> Reply {
        try texts.reply(.report, .object(values(of: issue)))
    }

    /// Asks what customers complained of most.
    func asking() throws -> Reply { try texts.reply(.noteAsking, [:]) }

    /// What templates say of it.
    func values(of issue: ReportIssue) -> [String: TextValue] {
        let report = issue.report
        var values = report.figures.values(
            fresh: Set(issue.news.aspects), isBeside: issue.kind == .review)
        values.merge([
            "kind": .flags(ReportTopic.Kind.allCases.map { ($0.rawValue, $0 == issue.kind) }),
            "place": report.place.map { .text($0) } ?? Phrase.nation.with(),
            // The place names it already; where somebody subscribes, both are said by themselves.
            "matter": false,
            "aspect": .optional(report.aspect?.words),
            "days": .text(Figures.days(report.days, today: issue.day)),
            "before": before(issue),
            "sections": .list(
                issue.news.sections.map { section in
                    [
                        "heading": .text(section.heading),
                        "lines": .list(
                            section.lines.map { ["text": .text($0.text), "fresh": .flag($0.isNew)] }),
                    ]
                }),
            "beforeDays": false, "late": .flag(issue.isLate), "empty": .flag(issue.isEmpty),
            "none": .flag(report.figures.isEmpty),
            "tooFew": .flag(
                !report.figures.isEmpty && report.figures.now.decided < report.figures.minimum),
            "minimum": .count(report.figures.minimum),
            "warnings": lines(issue.news.warnings), "suggestions": lines(issue.news.suggestions),
            "quotes": .list(report.quotes.map { ["text": .text($0.text), "source": .text($0.source)] }),
        ]) { $1 }
        return values
    }

    /// What the days stand beside: 9月, 前7天.
    private func before(_ issue: ReportIssue) -> TextValue {
        let days = issue.report.days
        if issue.kind == .review, let month = days.monthBefore {
            return Phrase.reviewBefore.with(["month": .text(String(month.lowerBound.civil.month))])
        }
        return Phrase.before.with(days.count == 1 ? ["day": true] : ["days": .count(days.count)])
    }

    private func lines(_ lines: [ReportNews.Line]) -> TextValue {
        guard !lines.isEmpty else { return false }
        return ["lines": .list(lines.map { ["text": .text($0.text), "fresh": .flag($0.isNew)] })]
    }

    /// The same figures as rows of a table, under `ReportWords.header`.
    public func rows(_ issue: ReportIssue) throws -> [[String]] {
        let (report, figures) = (issue.report, issue.report.figures)
        var rows: [[String]] = []
        func add(_ figure: String, _ name: String, _ value: String, _ before: String, _ note: String) {
            rows.append([figure, name, value, before, note])
        }
        let place = try texts.words(report.place.map { .text($0) } ?? Phrase.nation.with())
        let name = try report.aspect.map { "\(place) \(try texts.words($0.words))" } ?? place
        add("period", name, "\(report.days.lowerBound)", "", "\(report.days.upperBound)")
        func addSections() {
            for section in issue.news.sections {
                add(section.kind.rawValue, section.heading, "", "", "")
                for line in section.lines { add(section.kind.rawValue, line.text, "", "", "") }
            }
        }
        if issue.kind == .answers {
            addSections()
            return rows
        }
        let before = figures.compares ? figures.before : nil
        func number(_ count: Int?) -> String { count.map { String($0) } ?? "" }
        add("volume", name, number(figures.now.total), number(before?.total), try change(figures))
        add("praise", name, number(figures.now.positive), number(before?.positive), "")
        add("complaints", name, number(figures.now.negative), number(before?.negative), "")
        let isReview = issue.kind == .review
        add(
            "net_praise", name, figures.net(figures.now) ?? "", isReview ? figures.netBefore ?? "" : "", "")
        if let nation = figures.nation {
            add(
                "net_praise", try texts.words(Phrase.nation.with()), figures.net(nation) ?? "", "", "")
        }
        for (figure, counts, rises) in [
            ("most_praised", figures.praised, false), ("most_complained", figures.complained, true),
            ("after_sales", figures.stages, false),
        ] {
            for count in counts {
                let rise = rises ? figures.rise(count).map { "+\(Figures.percent($0))" } : nil
                let fresh = rises && issue.news.aspects.contains(count.aspect) ? "new" : nil
                add(
                    figure, try texts.words(count.aspect.words), number(count.count),
                    figures.compares ? number(count.before) : "",
                    [rise, fresh].compactMap(\.self).joined(separator: " "))
                if isReview, let shares = figures.shares(count) {
                    add("\(figure)_share", try texts.words(count.aspect.words), shares.own, "", shares.nation)
                }
            }
        }
        for entry in figures.aspects {
            let aspect = try texts.words(entry.aspect.words)
            let before = figures.compares ? entry.before : nil
            add("aspect_volume", aspect, number(entry.now.total), number(before?.total), "")
            add("aspect_praise", aspect, number(entry.now.positive), number(before?.positive), "")
            add("aspect_complaints", aspect, number(entry.now.negative), number(before?.negative), "")
        }
        for line in issue.news.warnings { add("warning", line.text, "", "", line.isNew ? "new" : "") }
        for line in issue.news.suggestions { add("suggestion", line.text, "", "", line.isNew ? "new" : "") }
        addSections()
        for quote in report.quotes { add("quote", quote.text, "", "", quote.source) }
        return rows
    }

    public static let header = ["figure", "name", "value", "before", "note"]

    private func change(_ figures: OverviewFigures) throws -> String {
        try figures.change?.words.map { try texts.words($0) } ?? ""
    }
}
