/// Tells headquarters and administrators which answers people called bad most often.
public struct FeedbackService: AnsweringService {
    private let answers: FailedAnswers

    public let intents: Set<Intent> = [.feedbackWorst]
    public let proposals: [Proposal] = []

    /// Where no time is named, those of so many days.
    private static let usualDays = 7

    public init(_ answers: FailedAnswers) {
        self.answers = answers
    }

    public func answer(_ question: Question) async throws -> Answer {
        guard FailedAnswers.areReadable(by: question.person), !question.isInGroup else {
            return FeedbackService.refusal(question)
        }
        var days =
            question.request.slots.period?.days(today: question.today)
            ?? (question.today - (FeedbackService.usualDays - 1))...question.today
        // What is said today is of this week, too.
        if question.request.slots.period?.goesOn != false {
            days = days.lowerBound...max(question.today, days.upperBound)
        }
        let rated = try await answers.rated(during: days)
        let failed = FailedQuestion.grouped(rated)
        let offset = min(question.page?.offset ?? 0, failed.count)
        let shown = failed.dropFirst(offset).prefix(FailedAnswers.mostListed)
        var answer = Answer(
            .feedbackWorst,
            [
                "none": .flag(failed.isEmpty), "days": .text(Figures.days(days, today: question.today)),
                "count": .count(rated.count), "further": .flag(offset + shown.count < failed.count),
                "questions": .list(shown.map { .object(answers.values(of: $0)) }),
            ])
        if offset + shown.count < failed.count {
            answer.more = Page(request: question.request, offset: offset + shown.count)
        }
        return answer
    }

    /// Who may read them, and where.
    static func refusal(_ question: Question) -> Answer {
        Answer(
            .feedbackRefused,
            ["inGroup": .flag(question.isInGroup && FailedAnswers.areReadable(by: question.person))],
            isRefusal: true)
    }
}

extension Prompt {
    static let feedbackWorst = Prompt(
        "feedback.worst",
        [
            "none": false, "days": "近7天", "count": "12", "further": true,
            "questions": [.object(FailedAnswers.example)],
        ])
    static let feedbackRefused = Prompt("feedback.refused", ["inGroup": true])

    static let feedbackGiven = Prompt("feedback.given", ["good": true])

    static let ofFeedback: [Prompt] = [feedbackWorst, feedbackRefused, feedbackGiven]
}

extension Phrase {
    /// How many answers were called bad.
    static let failedAnswers = Phrase(
        "feedback.count", [["count": "12", "shown": "8", "days": "11/16–11/22"]])
    /// One question whose answers were called bad.
    static let failedQuestion = Phrase("feedback.question", [FailedAnswers.example])

    static let ofFeedback: [Phrase] = [failedAnswers, failedQuestion]
}
