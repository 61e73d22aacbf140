extension Prompt {
    /// What somebody is told of a warning.
    static let warningNotice = Prompt(
        "warning.notice",
        .object(
            WarningWords.example.merging([
                "notice": .flags(NoticePost.notices.map { ($0, $0 == "opened") }),
                "instead": .series([["name": "王芳"]]), "giver": "林枫",
                "wish": .object(WarningWish.exampleName), "wishedAgain": true,
                "summary": WarningWords.summaryExample,
                "quotes": [["text": "油耗比标的高不少", "source": "11/18 论坛"]],
            ]) { $1 }))
    /// The line to take, as a dealer reads it.
    static let warningGuidance = Prompt(
        "warning.guidance",
        .object(
            WarningWords.example.merging(["words": "感谢反馈,我们正在核实。", "sender": "刘洋"]) { $1 }))
    /// That somebody else has it now, as the one reads it who had it.
    static let warningRelieved = Prompt(
        "warning.relieved", .object(WarningWords.example.merging(["taker": "张伟"]) { $1 }))
    static let warningList = Prompt(
        "warning.list",
        [
            "none": false, "unclaimed": true, "own": true, "place": "华东", "aspect": "油耗", "count": "3",
            "further": "9",
            "from": "1",
            "to": "8", "tooMany": "9", "past": ["resolved": true, "dismissed": false], "span": "11/16–11/22",
            "warnings": [.object(WarningWords.example.merging(WarningWords.endingExample) { $1 })],
        ])
    static let warningShow = Prompt(
        "warning.show",
        .object(
            WarningWords.example.merging([
                "history": WarningWords.historyExample,
                "summary": WarningWords.summaryExample,
                "guidance": "感谢反馈,我们正在核实。", "unsent": true, "reads": true, "share": AlarmShare.example,
                "silencedBy": "刘洋", "silenceReason": "正在核实",
                "quotes": [["text": "油耗比标的高不少", "source": "11/18 论坛"]],
                "peak": .object(["days": "11/24", "observed": "19"]),
            ]) { $1 }))
    static let warningTrend = Prompt(
        "warning.trend",
        .object(
            WarningWords.example.merging([
                "curve": "▁▂▁▃█", "span": "11/12–11/25", "all": true, "differs": true,
                "counts": [["day": "11/24", "count": "19", "abnormal": true]],
            ]) { $1 }))
    /// Above what else may be done.
    static let warningMore = Prompt("warning.more", .object(WarningWords.example))
    /// What was done.
    static let warningDone = Prompt(
        "warning.done",
        .object(
            WarningWords.example.merging([
                "done": .flags(WarningService.deeds.map { ($0, $0 == "claim") }), "until": "14:00",
                "remark": "正在核实", "to": "林枫", "recipients": "8", "held": "08:00",
                "rarer": AlarmShare.example, "moved": AlarmShare.example, "cut": "7", "recalled": "8",
                "lowered": true, "unsent": true, "unreached": "2", "waiting": "8",
                "undismissed": true, "returned": true,
            ]) { $1 }))
    /// Why nothing was done.
    static let warningRefused = Prompt(
        "warning.refused",
        .object(
            WarningWords.example.merging([
                "taken": "刘洋", "takenAt": "09:20", "own": false, "resolved": false, "dismissed": false,
                "endedBy": "刘洋", "endedAt": "09:20", "other": "A11", "aged": false, "notSilenced": false,
                "notEnded": ["any": true, "resolved": false, "dismissed": false],
                "longAgo": ["resolved": true, "dismissed": false], "regrettable": true, "noLength": false,
                "twin": "A15",
            ]) { $1 }))
    static let warningWhich = Prompt(
        "warning.which",
        [
            "missing": "A12", "unmatched": true, "none": false, "nothingEnded": false,
            "warnings": [.object(WarningWords.example)],
        ])
    static let warningForOthers = Prompt(
        "warning.for-others", ["dealer": true, "manager": "刘洋", "group": false])
    static let warningWhom = Prompt(
        "warning.whom",
        [
            "name": "A12", "person": "张伟", "nobody": false, "unsaid": false,
            "unreachable": false, "several": true,
            "people": .series([["name": "刘洋", "region": "华东"]]),
        ])
    /// That a draft was not sent.
    static let warningDraftDropped = Prompt(
        "warning.draft-dropped", ["name": "A12", "nothing": true])
    static let warningDraft = Prompt(
        "warning.draft",
        .object(
            WarningWords.example.merging([
                "words": "感谢反馈,我们正在核实。", "stores": "8", "recipients": "10", "drafted": true,
                "people": .series([["name": "王磊", "store": "杭州西湖店"]]), "further": "2",
                "unreached": .series([["name": "赵敏", "store": "杭州滨江店"]]), "held": "08:00",
                "nobody": false, "tooLong": "500", "before": "感谢反馈。",
                "overtaken": true, "teller": "林枫", "toldAt": "09:20", "entry": "#12", "approver": "赵敏",
            ]) { $1 }))
    /// Why somebody was told of a warning, or not.
    static let warningReason = Prompt(
        "warning.reason",
        .object(
            WarningWords.example.merging([
                "none": false, "wishes": .series([WarningWish.exampleName]), "wishedLater": true,
                "whom": "王磊", "ofStore": true,
                "elsewhere": true,
                "audience": .series([["name": "刘洋"]]), "audienceCount": "12", "nobody": false,
                "standIns": .series([["name": "林枫"]]), "guidedAt": "09:20",
                "earlier": "3",
                "decisions": [
                    [
                        "at": "09:20", "sent": true, "account": "wecom:liuyang",
                        "notice": .flags(NoticePost.notices.map { ($0, $0 == "opened") }),
                        "instead": .series([["name": "王芳"]]), "wish": .object(WarningWish.exampleName),
                        "until": "14:00", "by": "刘洋",
                        "whole": "A3", "wholePlace": "全国",
                        "reason": .flags(WarningReasons.names.map { ($0, $0 == "quiet") }),
                    ]
                ],
            ]) { $1 }))

    /// Why nobody is told whether somebody else was told of a warning.
    static let warningReasonRefused = Prompt(
        "warning.reason-refused", ["name": "王磊", "unknown": true, "several": true, "inGroup": true])

    /// Why nothing is warned of.
    static let warningAbsence = Prompt(
        "warning.absence",
        [
            "unknown": "火星市", "stranger": "火星", "future": "11/28", "store": "杭州西湖店", "product": "星驰X5",
            "period": "近7天",
            "place": "杭州", "aspect": "油耗", "since": "11/7", "fewest": "3", "further": "2", "readsAll": true,
            "warnings": [.object(WarningWords.example)],
            "sparse": [
                .object(
                    WarningWords.subjectExample.merging(["days": "11/20", "observed": "2"]) { $1 })
            ],
        ])

    static let ofWarnings: [Prompt] = [
        warningAbsence,
        warningNotice, warningGuidance, warningRelieved, warningList, warningShow, warningTrend, warningMore,
        warningDone,
        warningRefused, warningWhich, warningForOthers, warningWhom, warningDraft,
        warningDraftDropped, warningReason, warningReasonRefused,
    ]
}

extension Phrase {
    /// Above what a notice proposes to do.
    static let noticeChoices = Phrase("choices.notice")
    static let claimOffer = Phrase("offer.warning-claim", [["name": "A12"]])
    static let detailsOffer = Phrase("offer.warning-details", [["name": "A12"]])
    static let dismissOffer = Phrase("offer.warning-dismiss", [["name": "A12"]])
    static let tellOffer = Phrase("offer.warning-tell", [["name": "A12"]])
    static let resolveOffer = Phrase("offer.warning-resolve", [["name": "A12"]])
    static let restoreOffer = Phrase("offer.warning-restore", [["name": "A12"]])
    static let wordsOffer = Phrase("offer.warning-quotes", [["name": "A12"]])
    static let trendOffer = Phrase("offer.warning-trend", [["name": "A12"]])
    static let silenceOffer = Phrase("offer.warning-silence", [["name": "A12"]])
    static let assignOffer = Phrase("offer.warning-assign", [["name": "A12"]])
    static let moreOffer = Phrase("offer.warning-more", [["name": "A12"]])
    static let restOffer = Phrase("offer.warning-rest", [["name": "A12"]])
    static let giveOffer = Phrase("offer.warning-give", [["name": "A12", "person": "林枫"]])
    static let quietOffer = Phrase("offer.warning-quiet", [["name": "A12"]])
    static let confirmOffer = Phrase("offer.warning-confirm", [["name": "A12"]])
    /// That a draft which was shown has not been sent, and the words that send it yet.
    static let guidanceUnsent = Phrase(
        "warning.unsent", [["name": "A12", "label": "确认通报 A12"], ["name": "A12", "label": false]])
    /// The line to take where nobody has written one.
    static let guidanceDraft = Phrase(
        "warning.guidance-draft", [["place": "杭州", "aspect": "油耗", "danger": false, "rival": "云途L7"]])

    /// How a warning stands, in a few words for its card.
    static let warningStanding = Phrase(
        "warning.standing",
        ["mergedInto", "resolved", "dismissed", "until", "unsilenced", "told", "held", "to", "owner"].map {
            shown in
            var values: [String: TextValue] = [
                "mergedInto": false, "resolved": false, "dismissed": false, "by": "刘洋", "until": false,
                "unsilenced": false,
                "told": false, "held": false, "to": false, "owner": false,
            ]
            values[shown] = ["mergedInto", "until", "held", "to", "owner"].contains(shown) ? "刘洋" : true
            return values
        })

    static let ofWarnings: [Phrase] = [
        noticeChoices, claimOffer, detailsOffer, dismissOffer, tellOffer, resolveOffer, restoreOffer,
        wordsOffer,
        trendOffer,
        silenceOffer, assignOffer, moreOffer, restOffer, giveOffer, quietOffer, confirmOffer, guidanceDraft,
        guidanceUnsent,
        warningStanding,
    ]
}
