extension Prompt {
    static let knowledgeAnswer = Prompt("knowledge.answer", .object(KnowledgeWords.example))
    /// What dealers were sent for a warning.
    static let knowledgeReleased = Prompt("knowledge.released", .object(ReleasedLines.example))
    /// Several entries fit nearly equally.
    static let knowledgeWhich = Prompt("knowledge.which", ["several": true])
    static let knowledgeNone = Prompt("knowledge.none")
    /// There is none of that number, or it is not for the person.
    static let knowledgeUnknown = Prompt("knowledge.unknown", ["name": "#12", "unsaid": false])
    static let knowledgeForOthers = Prompt("knowledge.for-others")
    static let knowledgeHow = Prompt("knowledge.how", ["number": "12", "question": "刹车异响怎么解释"])
    static let knowledgeProblem = Prompt(
        "knowledge.problem",
        [
            "name": "#12",
            "problems": [
                [
                    "problem": .flags(KnowledgeService.problems.map { ($0, $0 == "tooLong") }),
                    "what": "江南", "limit": "100",
                    "field": .flags(
                        KnowledgeCommandWords.Field.allCases.map { ($0.rawValue, $0 == .answer) }),
                ]
            ],
        ])
    static let knowledgeDraft = Prompt(
        "knowledge.draft",
        .object(
            KnowledgeWords.example.filter {
                ["question", "answer", "variants", "place", "until", "approver"].contains($0.key)
            }.merging(["known": "#12", "before": "属正常", "overtaken": true, "edits": true]) { $1 }))
    static let knowledgeDone = Prompt(
        "knowledge.done",
        .object(KnowledgeWords.example.merging(["kind": KnowledgeWords.kind(.filed)]) { $1 }))
    static let knowledgeRefused = Prompt(
        "knowledge.refused",
        .object(
            KnowledgeWords.example.merging([
                "refusal": .flags(KnowledgeService.refusals.map { ($0, $0 == "retired") })
            ]) { $1 }))
    static let knowledgeList = Prompt(
        "knowledge.list",
        [
            "none": false, "count": "12", "from": "1", "to": "8", "further": true,
            "entries": [.object(KnowledgeWords.example)],
        ])
    static let knowledgeShow = Prompt(
        "knowledge.show",
        .object(
            KnowledgeWords.example.merging([
                "history": [
                    [
                        "kind": KnowledgeWords.kind(.changed), "at": "2026-11-20 09:00", "by": "赵敏",
                        "answer": "属正常", "reason": "已更新",
                    ]
                ]
            ]) { $1 }))
    static let knowledgeUnanswered = Prompt(
        "knowledge.unanswered",
        [
            "none": false, "days": "30", "count": "12", "from": "1", "to": "8", "further": true,
            "questions": [["text": "座椅加热怎么开", "times": "5"]],
        ])

    static let ofKnowledge: [Prompt] = [
        knowledgeAnswer, knowledgeWhich, knowledgeNone, knowledgeUnknown, knowledgeForOthers, knowledgeHow,
        knowledgeProblem, knowledgeDraft, knowledgeDone, knowledgeRefused, knowledgeList, knowledgeShow,
        knowledgeUnanswered, knowledgeReleased,
    ]
}

extension Phrase {
    static let knowledgeAskOffer = Phrase("offer.knowledge-ask", [["question": "刹车异响怎么解释"]])
    static let releasedOffer = Phrase(
        "offer.knowledge-released",
        [WarningWords.subjectExample.merging(["name": "A12"]) { $1 }])
    static let knowledgeConfirmOffer = Phrase("offer.knowledge-confirm")
    static let knowledgeFileOffer = Phrase("offer.knowledge-file", [["question": "座椅加热怎么开"]])

    /// Above the offer to confirm a draft once more, where something else was said.
    static let knowledgeWaits = Phrase("knowledge.waits", [["label": "确认"]])
    /// Where a form begins, behind which no draft can be confirmed.
    static let knowledgeDropped = Phrase("knowledge.dropped")

    static let ofKnowledge: [Phrase] = [
        knowledgeAskOffer, knowledgeConfirmOffer, knowledgeFileOffer, knowledgeWaits, knowledgeDropped,
        releasedOffer,
    ]
}
