extension Prompt {
    private static let handOver: [String: TextValue] = [
        "name": "H12", "asker": "王芳", "store": "杭州西湖店", "holder": "李强", "openedAt": "2026-11-20 09:00",
    ]
    private static let talk: [String: TextValue] = [
        "lines": [["author": "王芳", "text": "客户要退车怎么办"]],
        "before": [["asked": "退车", "answered": "抱歉，没有听懂。"]],
    ]

    static let handOverOpened = Prompt(
        "handover.opened",
        .object(
            handOver.merging([
                "people": .series([["name": "李强"]]), "again": true,
                "along": [["asked": "退车", "answered": "抱歉，没有听懂。"]], "unsaid": true, "from": "09:00",
                "until": "18:00", "opens": "2026-11-23 09:00",
            ]) { $1 }))
    static let handOverTaken = Prompt("handover.taken", .object(handOver.merging(talk) { $1 }))
    static let handOverSent = Prompt(
        "handover.sent",
        .object(
            handOver.merging([
                "to": .series([["name": "李强"]]), "masked": true, "nobody": true, "held": "2026-11-23 09:00",
            ]) { $1 }))
    static let handOverEnded = Prompt(
        "handover.ended",
        .object(
            handOver.merging([
                "answered": true, "asks": true, "lines": [["author": "王芳", "text": "客户要退车怎么办"]],
            ]) { $1 }))
    static let handOverList = Prompt(
        "handover.list",
        [
            "none": false, "further": true,
            "handOvers": [.object(handOver.merging(["waiting": true]) { $1 })],
        ])
    /// Lines to take that wait for headquarters' approval.
    static let handOverProposed = Prompt(
        "handover.proposed",
        [
            "none": false, "count": "2", "further": true,
            "lines": [.object(handOver.merging(["question": "客户要退车怎么办", "answer": "七天内可以退"]) { $1 })],
        ])
    static let handOverRefused = Prompt(
        "handover.refused",
        [
            "problem": .flags(
                HandOverService.Problem.allCases.map { ($0.rawValue, $0 == .taken) }),
            "name": "H12", "holder": "李强", "limit": "1,000", "entry": "#1",
        ])
    /// Words that may be for the other side.
    static let handOverPass = Prompt(
        "handover.pass", .object(handOver.merging(["words": "可以免费检测", "one": true]) { $1 }))
    /// Which of several is answered or ended.
    static let handOverWhich = Prompt("handover.which", ["ends": true, "takes": true, "replies": true])
    /// Words that may end it or be an answer.
    static let handOverCancel = Prompt(
        "handover.cancel", .object(handOver.merging(["words": "不用了"]) { $1 }))
    /// What would be proposed to be kept.
    static let handOverDraft = Prompt(
        "handover.draft",
        .object(handOver.merging(["question": "客户要退车怎么办", "answer": "七天内可以退"]) { $1 }))
    static let handOverKept = Prompt(
        "handover.kept",
        .object(
            handOver.merging([
                "to": .series([["name": "赵敏"]]), "question": "客户要退车怎么办", "answer": "七天内可以退",
            ]) { $1 }))

    /// What the other side wrote.
    static let handOverMessage = Prompt(
        "handover.message",
        .object(handOver.merging(["author": "李强", "text": "七天内可以退", "toAsker": true]) { $1 }))
    static let handOverNews = Prompt(
        "handover.news",
        .object(
            handOver.merging(talk) { $1 }.merging([
                "news": .flags(HandOverPost.News.allCases.map { ($0.rawValue, $0 == .opened) }),
                "contact": "400-000-0000", "keeps": true, "answered": true,
            ]) { $1 }))
    static let handOverProposal = Prompt(
        "handover.proposal",
        .object(
            handOver.merging(["by": "李强", "question": "客户要退车怎么办", "answer": "七天内可以退"]) { $1 }))

    static let ofHandOvers: [Prompt] = [
        handOverOpened, handOverTaken, handOverSent, handOverEnded, handOverList, handOverRefused,
        handOverPass, handOverWhich, handOverCancel, handOverDraft, handOverKept, handOverMessage,
        handOverNews, handOverProposal, handOverProposed,
    ]
}

extension Phrase {
    static let handOverOffer = Phrase("offer.handover")
    static let handOverTakeOffer = Phrase("offer.handover-take", [["name": "H12"]])
    static let handOverPassOffer = Phrase("offer.handover-pass", [["name": "H12"]])
    static let handOverKeepOffer = Phrase("offer.handover-keep", [["name": "H12"]])

    static let handOverWhichOffer = Phrase("offer.handover-which", [handOverExample])
    static let handOverEndOffer = Phrase("offer.handover-end", [["name": "H12"]])
    static let handOverProposeOffer = Phrase("offer.handover-propose")
    /// Beside a picture or file.
    static let handOverPicturesStay = Phrase("handover.pictures-stay", [["name": "H12"]])
    static let handOverNotPassedOn = Phrase("handover.not-passed-on", [["name": "H12"]])
    private static let handOverExample: [String: TextValue] = [
        "name": "H12", "asker": "王芳", "store": "杭州西湖店", "holder": "李强", "openedAt": "2026-11-20 09:00",
    ]

    static let ofHandOvers: [Phrase] = [
        handOverWhichOffer, handOverNotPassedOn, handOverEndOffer, handOverProposeOffer, handOverPicturesStay,
        handOverOffer, handOverTakeOffer, handOverPassOffer, handOverKeepOffer,
    ]
}
