extension Prompt {
    /// A review is each reader's own.
    static let reviewInGroup = Prompt("review.in-group")

    static let ofReviews: [Prompt] = [reviewInGroup]
}

extension Phrase {
    /// What a month is compared with.
    static let reviewBefore = Phrase("review.before", [["month": "9"]])
    /// How long something took.
    static let reviewSpan = Phrase("review.span", [["minutes": "40"], ["hours": "5"], ["days": "3"]])
    static let reviewWarnings = Phrase(
        "review.warnings",
        [["count": "4", "claimed": "3", "mean": reviewSpan.with(["hours": "5"]), "ended": "2", "open": "2"]])
    static let reviewWarning = Phrase(
        "review.warning",
        [
            WarningWords.subjectExample.merging([
                "name": "A12", "began": "10/16", "opened": "10/18", "handled": true, "settled": true,
                "claimed": reviewSpan.with(["hours": "5"]), "dismissed": true, "itself": true,
                "ended": reviewSpan.with(["days": "3"]),
            ]) { $1 }
        ])
    static let reviewSuggestions = Phrase(
        "review.suggestions",
        [
            [
                "count": "4", "own": true,
                "states": .series([["state": SuggestionWords.state(.open), "count": "2"]]),
            ]
        ])
    static let reviewNotes = Phrase(
        "review.notes",
        [["count": "12", "more": true, "aspects": .series([["aspect": "空调", "count": "5"]])]])
    static let reviewNote = Phrase(
        "review.note", [["day": "10/18", "store": "杭州西湖店", "words": "客户说空调有异味"]])
    static let reviewQuestions = Phrase("review.questions", [["handOvers": "2", "unanswered": true]])
    static let reviewHandOver = Phrase(
        "review.hand-over", [["name": "H3", "day": "10/18", "store": "杭州西湖店", "waiting": true]])
    static let reviewUnanswered = Phrase("review.unanswered", [["words": "座椅加热怎么开", "count": "3"]])
    static let reviewActions = Phrase(
        "review.actions",
        [
            ["count": "3", "none": false, "done": "2", "overdue": "1", "open": "1", "cancelled": "1"],
            ["count": "0", "none": true, "done": false, "overdue": false, "open": false, "cancelled": false],
        ])
    static let reviewAction = Phrase("review.action", [ActionValues.example])

    static let ofReviews: [Phrase] = [
        reviewBefore, reviewSpan, reviewWarnings, reviewWarning, reviewSuggestions, reviewNotes, reviewNote,
        reviewQuestions,
        reviewHandOver, reviewUnanswered, reviewActions, reviewAction,
    ]
}
