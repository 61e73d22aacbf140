/// Tells headquarters and administrators which answers people called bad most often.
public struct FeedbackService: AnsweringService {
    private let desk: any FeedbackDesk
    private let calendar: LocalCalendar
    /// What people read for an intent.
    private let title: @Sendable (Intent) -> String

    public let intents: Set<Intent> = [.feedbackWorst]
    public let proposals: [Proposal] = []

    /// The questions of a list.
    private static let mostListed = 8
    /// 👎 that are put together.
    private static let mostRead = 5000
    /// Where no time is named, those of so many days.
    private static let usualDays = 7

    public init(
        desk: any FeedbackDesk, calendar: LocalCalendar = .shanghai,
        title: @escaping @Sendable (Intent) -> String
    ) {
        self.desk = desk
        self.calendar = calendar
        self.title = title
    }

    public func answer(_ question: Question) async throws -> Answer {
        let role = question.person.role
        guard role == .hq || role == .admin, !question.isInGroup else {
            return Answer(.feedbackRefused, ["inGroup": .flag(question.isInGroup)], isRefusal: true)
        }
        let days =
            question.request.slots.period?.days(today: question.today)
            ?? (question.today - (FeedbackService.usualDays - 1))...question.today
        // What is said today is of this week, too.
        let last = question.request.slots.period?.goesOn == false ? days.upperBound : question.today
        let until = calendar.start(of: max(last, days.upperBound) + 1)
        let rated = try await desk.feedback(
            since: calendar.start(of: days.lowerBound), verdicts: [.negative],
            limit: FeedbackService.mostRead
        ).filter { $0.givenAt < until }
        let failed = FailedQuestion.grouped(rated)
        let offset = min(question.page?.offset ?? 0, failed.count)
        let shown = failed.dropFirst(offset).prefix(FeedbackService.mostListed)
        var answer = Answer(
            .feedbackWorst,
            [
                "none": .flag(failed.isEmpty),
                "days": .text(
                    Figures.days(days.lowerBound...max(last, days.upperBound), today: question.today)),
                "count": .count(rated.count), "further": .flag(offset + shown.count < failed.count),
                "questions": .list(shown.map(values)),
            ])
        if offset + shown.count < failed.count {
            answer.more = Page(request: question.request, offset: offset + shown.count)
        }
        return answer
    }

    private func values(of failed: FailedQuestion) -> TextValue {
        [
            "title": .text(title(failed.intent)), "aspect": .optional(failed.matter.aspect?.words),
            "product": .optional(failed.matter.product.map { $0.series ?? $0.brand }),
            "words": .optional(failed.words), "times": .count(failed.count),
            "reasons": .series(
                failed.reasons.map { entry in
                    [
                        "reason": .flags(FeedbackService.reasons.map { ($0, $0 == entry.reason.rawValue) }),
                        "times": .count(entry.count),
                    ]
                }),
            "answer": .optional(failed.answer), "comment": .optional(failed.comment),
        ]
    }

    private static let reasons = ["irrelevant", "incomplete", "wrong", "analysis"]

    static let example: TextValue = [
        "title": "客户原话", "aspect": "油耗", "product": "星驰X5", "words": "座椅加热怎么开", "times": "5",
        "reasons": .series([
            ["reason": .flags(reasons.map { ($0, $0 == "wrong") }), "times": "3"]
        ]),
        "answer": "还没有这方面的统一口径", "comment": "不对",
    ]
}

extension Prompt {
    static let feedbackWorst = Prompt(
        "feedback.worst",
        [
            "none": false, "days": "近7天", "count": "12", "further": true,
            "questions": [FeedbackService.example],
        ])
    static let feedbackRefused = Prompt("feedback.refused", ["inGroup": true])

    static let ofFeedback: [Prompt] = [feedbackWorst, feedbackRefused]
}
