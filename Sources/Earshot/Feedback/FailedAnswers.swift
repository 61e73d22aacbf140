/// Puts together which answers people called bad, for those who see to the bot.
public struct FailedAnswers: Sendable {
    private let desk: any FeedbackDesk
    private let calendar: LocalCalendar
    /// What people read for an intent.
    private let title: @Sendable (Intent) -> String

    /// The questions of a list.
    static let mostListed = 8
    /// 👎 that are put together.
    private static let mostRead = 5000

    public init(
        desk: any FeedbackDesk, calendar: LocalCalendar = .shanghai,
        title: @escaping @Sendable (Intent) -> String
    ) {
        (self.desk, self.calendar, self.title) = (desk, calendar, title)
    }

    /// Whether somebody may read what others asked and wrote.
    static func areReadable(by person: Person) -> Bool { person.role == .hq || person.role == .admin }

    /// What was called bad on some days, the newest first.
    func rated(during days: ClosedRange<Day>) async throws -> [RatedAnswer] {
        let until = calendar.start(of: days.upperBound + 1)
        return try await desk.feedback(
            since: calendar.start(of: days.lowerBound), verdicts: [.negative],
            limit: FailedAnswers.mostRead
        ).filter { $0.givenAt < until }
    }

    /// What a template says of a question.
    func values(of failed: FailedQuestion) -> [String: TextValue] {
        [
            "title": .text(title(failed.intent)), "aspect": .optional(failed.matter.aspect?.words),
            "product": .optional(failed.matter.product.map { $0.series ?? $0.brand }),
            "words": .optional(failed.words), "times": .count(failed.count),
            "reasons": .series(
                failed.reasons.map { entry in
                    [
                        "reason": .flags(FailedAnswers.reasons.map { ($0, $0 == entry.reason.rawValue) }),
                        "times": .count(entry.count),
                    ]
                }),
            "answer": .optional(failed.answer), "comment": .optional(failed.comment),
        ]
    }

    /// What a report of some days tells of them: one part, or none where nothing was called bad.
    func sections(during days: ClosedRange<Day>, _ texts: any Texts) async throws -> [ReportNews.Section] {
        let rated = try await rated(during: days)
        let failed = FailedQuestion.grouped(rated)
        guard !failed.isEmpty else { return [] }
        let shown = failed.prefix(FailedAnswers.mostListed)
        let heading = try texts.words(
            Phrase.failedAnswers.with([
                "count": .count(rated.count),
                "shown": shown.count < failed.count ? .count(shown.count) : false,
                "days": .text(Figures.days(days, today: days.upperBound)),
            ]))
        return [
            ReportNews.Section(
                .answers, heading: heading,
                lines: try shown.map { question in
                    ReportNews.Line(
                        try texts.words(Phrase.failedQuestion.with(values(of: question))), isNew: false)
                })
        ]
    }

    private static let reasons = ["irrelevant", "incomplete", "wrong", "analysis"]

    static let example: [String: TextValue] = [
        "title": "客户原话", "aspect": "油耗", "product": "星驰X5", "words": "座椅加热怎么开", "times": "5",
        "reasons": .series([
            ["reason": .flags(reasons.map { ($0, $0 == "wrong") }), "times": "3"]
        ]),
        "answer": "还没有这方面的统一口径", "comment": "不对",
    ]
}
