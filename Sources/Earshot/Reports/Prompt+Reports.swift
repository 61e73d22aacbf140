extension Prompt {
    /// A report as it is sent, or asked for.
    static let report = Prompt("report", .object(reportValues))
    /// A report in the place of one whose days are not over.
    static let reportOfBefore = Prompt("report.of-before", .object(reportValues))
    /// A review that was asked for, with what it leaves out.
    static let reviewShown = Prompt(
        "review.shown",
        .object(
            reportValues.merging([
                "without": "油耗", "leftOut": true, "others": .series([["name": "宁波"]]), "ofMonth": true,
                "year": "2025", "month": "12",
            ]) { $1 }))
    /// What was subscribed to, with what would have come last.
    static let reportAdded = Prompt(
        "subscription.report-added",
        .object(
            reportValues.merging(Subscribed.exampleName) { $1 }.merging([
                "schedule": "每周一 09:00", "next": "11/23 09:00", "full": "20", "known": true, "changed": true,
                "quietUntil": "08:00", "paused": true, "pausedAhead": "12/7 至 12/13", "begins": "12/10",
            ]) { $1 }))
    static let reportsPaused = Prompt(
        "subscription.paused",
        [
            "none": false, "subscribed": true, "until": "11/30", "ahead": "11/23 至 11/29",
            "untilResumed": true, "resumed": true,
            "count": "2", "mixed": true,
        ])
    /// That days without reports lie apart from those that were said before.
    static let pausesApart = Prompt(
        "subscription.pauses-apart",
        .object(
            Subscribed.exampleName.merging([
                "schedule": "每天 08:30", "paused": "11/30", "untilResumed": false,
                "pausedAhead": "12/7 至 12/13",
            ]) { $1 }))
    /// Until when reports were to be held back is no day to come.
    static let notPaused = Prompt(
        "subscription.not-paused", ["until": "昨天", "over": true, "none": true, "unknown": true])
    static let quietHours = Prompt(
        "subscription.quiet",
        ["from": "22:00", "until": "08:00", "off": true, "wrong": "25点", "empty": "08:00"])
    /// That a report does not cover so many days.
    static let reportOfOtherDays = Prompt(
        "report.other-days", ["days": "11/01–11/10", "daily": true, "weekly": false, "monthly": false])
    static let subscriptionWhichEnds = Prompt("subscription.which-ends", ["count": "2"])

    static let ofReports: [Prompt] = [
        report, reportOfBefore, reviewShown, reportAdded, reportsPaused, pausesApart, notPaused, quietHours,
        subscriptionWhichEnds,
        reportOfOtherDays,
    ]

    private static let reportValues: [String: TextValue] = [
        "kind": .flags(ReportTopic.Kind.allCases.map { ($0.rawValue, $0 == .daily) }), "place": "杭州",
        "matter": "星驰X5", "aspect": "油耗", "days": "11/14–11/20", "late": true, "empty": false, "none": false,
        "tooFew": true,
        "minimum": "20", "volume": "1,284", "change": "+18%", "before": "前7天", "beforeDays": false,
        "net": "62%", "netBefore": "60%", "nationNet": "66%", "praised": counts, "complained": counts,
        "stages": counts,
        "warnings": lines, "suggestions": lines,
        "sections": [["heading": "约定的 3 项行动：2 项已完成，1 项逾期", "lines": [["text": "R3 林枫", "fresh": true]]]],
        "quotes": [["text": "高速油耗太高了", "source": "11/18 论坛"]],
    ]
    private static let counts: TextValue = .series([
        [
            "label": "油耗", "count": "76", "rise": "120%", "fresh": true, "earlier": "40", "share": "7%",
            "nationShare": "5%", "beside": true,
        ]
    ])
    private static let lines: TextValue = ["lines": [["text": "A12 杭州 · 油耗抱怨偏多", "fresh": true]]]
}

extension Phrase {
    /// All rivals, in the name of a report.
    static let reportRivals = Phrase("report.rivals")
    /// When something comes again.
    static let schedule = Phrase("schedule", ReportSchedule.examples)
    /// What the page of a report calls a figure, a column or a part of itself.
    static let reportLabel = Phrase("report.label", ReportLabels.examples)
    /// What opens the page of a report.
    public static let reportLink = Phrase("report.link", [["days": "7"]])
    /// Said where such a link leads nowhere.
    public static let reportGone = Phrase("report.gone")
    /// A warning as one line of a report.
    static let reportWarning = Phrase(
        "report.warning", [WarningWords.subjectExample.merging(["name": "A12", "ended": true]) { $1 }])
    /// A suggestion as one line of a report.
    static let reportSuggestion = Phrase("report.suggestion", [SuggestionWords.example])
    /// What ends one of several subscriptions.
    static let unsubscribeOffer = Phrase("offer.unsubscribe", [Subscribed.exampleName])
    static let unsubscribeAllOffer = Phrase("offer.unsubscribe-all")

    static let ofReports: [Phrase] = [
        reportRivals, schedule, reportLabel, reportLink, reportGone, reportWarning, reportSuggestion,
        unsubscribeOffer,
        unsubscribeAllOffer,
    ]
}
