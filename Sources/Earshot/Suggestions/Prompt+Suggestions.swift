extension Prompt {
    static let suggestionFiled = Prompt(
        "suggestion.filed", .object(SuggestionWords.example.merging(["attachments": "1"]) { $1 }))
    /// The same words were filed before.
    static let suggestionKnown = Prompt("suggestion.known", .object(SuggestionWords.example))
    /// There is none of that number, or it is not for the person.
    static let suggestionUnknown = Prompt(
        "suggestion.unknown", ["name": "#57", "unsaid": false, "warning": "A3", "number": "3"])
    static let suggestionForm = Prompt(
        "suggestion.form",
        [
            "step": .flags(SuggestionForm.Step.allCases.map { ("\($0)", $0 == .what) }),
            "again": true, "noWords": true, "noChoice": true, "kept": true, "words": "高速油耗显示不准",
            "about": "星驰X5",
            "urgency": SuggestionService.urgency(.high), "attachments": "1",
            "similar": [.object(SuggestionWords.example.merging(["own": true]) { $1 })],
        ])
    /// The last line of an answer while a form is open: what is asked next.
    static let suggestionRecall = Prompt(
        "suggestion.recall", ["step": .flags(SuggestionForm.Step.allCases.map { ("\($0)", $0 == .what) })])
    static let suggestionShow = Prompt(
        "suggestion.show",
        .object(
            SuggestionWords.example.merging([
                "attachments": "1", "opens": true, "history": SuggestionWords.historyExample, "part": "#31",
                "isPart": true,
                "supporters": "2", "own": true,
                "quotes": [["text": "油耗比标的高不少", "source": "11/18 论坛"]],
            ]) { $1 }))
    /// What becomes of the pictures and files that somebody wants to see.
    static let suggestionAttachments = Prompt(
        "suggestion.attachments",
        .object(
            SuggestionWords.example.merging([
                "inGroup": true, "closed": true, "none": true, "lost": true, "own": true, "count": "12",
                "sent": "2", "elsewhere": true,
                "further": true, "from": "1", "to": "9",
                "others": [
                    [
                        "place": "3",
                        "kind": .flags([("picture", true), ("file", false), ("recording", false)]),
                        "format": "PDF", "size": "1.2 MB", "attachment": "12", "limit": "10",
                        "reason": .flags(AttachmentObstacle.allCases.map { ($0.rawValue, $0 == .tooLarge) }),
                        "saves": true,
                    ]
                ],
            ]) { $1 }))
    /// The line above a picture: of which suggestion it is, and which of how many.
    static let suggestionAttachment = Prompt(
        "suggestion.attachment",
        ["name": "#57", "title": "高速油耗显示不准", "place": "1", "count": "2"])
    static let suggestionList = Prompt(
        "suggestion.list",
        [
            "none": false, "mine": true, "count": "12", "place": "杭州", "aspect": "油耗", "from": "1", "to": "8",
            "state": SuggestionWords.state(.open), "period": "近7天", "further": true, "department": "产品部",
            "late": true,
            "suggestions": [.object(SuggestionWords.example.merging(["supported": true]) { $1 })],
        ])
    static let suggestionDone = Prompt(
        "suggestion.done",
        .object(
            SuggestionWords.example.merging([
                "step": SuggestionWords.step(.accepted), "other": "#31", "told": true,
            ]) { $1 }))
    static let suggestionRefused = Prompt(
        "suggestion.refused",
        .object(
            SuggestionWords.example.merging([
                "refusal": .flags(SuggestionService.refusals.map { ($0, $0 == "own") }),
                "to": SuggestionWords.state(.shipped), "by": "赵敏", "byYou": true, "at": "09:20",
                "other": "#31",
            ]) { $1 }))
    /// A dealer asks for those of another region.
    static let suggestionsElsewhere = Prompt("suggestion.elsewhere", [:])
    /// Somebody's suggestions are asked for and not shown.
    static let suggestionsOfPerson = Prompt(
        "suggestion.of-person", ["name": "赵敏", "others": true, "unknown": true, "several": true])
    static let suggestionForOthers = Prompt("suggestion.for-others", ["dealer": true, "manager": "李强"])

    /// What became of suggestions that somebody filed or supports.
    static let suggestionNotice = Prompt(
        "suggestion.notice",
        [
            "several": true, "further": "3",
            "suggestions": [
                .object(
                    SuggestionWords.example.merging([
                        "history": SuggestionWords.historyExample, "own": true, "shipped": true,
                    ]) { $1 })
            ],
        ])

    /// Suggestions whose day has passed, for who decides about them.
    static let suggestionOverdue = Prompt(
        "suggestion.overdue",
        ["count": "2", "further": "3", "first": "57", "suggestions": [.object(SuggestionWords.example)]])

    static let ofSuggestions: [Prompt] = [
        suggestionNotice, suggestionOverdue,
        suggestionFiled, suggestionKnown, suggestionUnknown, suggestionForm, suggestionRecall, suggestionShow,
        suggestionAttachments, suggestionAttachment, suggestionList, suggestionDone, suggestionRefused,
        suggestionForOthers, suggestionsOfPerson, suggestionsElsewhere,
    ]
}

extension Phrase {
    static let suggestionShowOffer = Phrase("offer.suggestion-show", [["name": "#57"]])
    static let suggestionSupportOffer = Phrase("offer.suggestion-support", [["number": "57"]])
    static let suggestionMineOffer = Phrase("offer.suggestion-mine")
    static let suggestionAcceptOffer = Phrase("offer.suggestion-accept", [["number": "57"]])
    static let suggestionStartOffer = Phrase("offer.suggestion-start", [["number": "57"]])
    static let suggestionShipOffer = Phrase("offer.suggestion-ship", [["number": "57"]])
    static let suggestionInsteadOffer = Phrase(
        "offer.suggestion-instead", [["number": "57", "state": SuggestionWords.state(.declined)]])
    static let suggestionMergeOffer = Phrase(
        "offer.suggestion-merge", [["name": "#57", "number": "57", "other": "#31"]])
    /// What a form offers to choose.
    static let formChoice = Phrase(
        "suggestion.choice",
        [
            ["submit": true], ["insist": true], ["edit": true], ["cancel": true], ["skip": true],
            ["high": true], ["normal": true], ["low": true], ["what": true], ["about": true],
            ["urgency": true], ["pictures": true], ["support": "57"],
        ])
    /// What customers said before and after a suggestion was shipped.
    static let suggestionOutcome = Phrase(
        "suggestion.outcome",
        SuggestionOutcome.Verdict.allCases.map { verdict in
            [
                "before": "40", "after": "12", "atLeast": true, "city": "杭州", "cityBefore": "9",
                "cityAfter": "3", "allBefore": "9,120", "allAfter": "9,480",
                "verdict": .flags(
                    SuggestionOutcome.Verdict.allCases.map { ($0.rawValue, $0 == verdict) }),
            ]
        })
    static let formChoices = Phrase("choices.form")
    /// Of a suggestion in the place of which another one is filed before it was.
    static let suggestionReplaced = Phrase("suggestion.replaced", [["title": "高速油耗显示不准"]])

    static let ofSuggestions: [Phrase] = [
        suggestionShowOffer, suggestionSupportOffer, suggestionMineOffer, suggestionAcceptOffer,
        suggestionStartOffer, suggestionShipOffer, suggestionInsteadOffer, suggestionMergeOffer,
        suggestionReplaced, formChoice,
        formChoices,
        suggestionOutcome,
    ]
}
