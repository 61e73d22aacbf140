extension Prompt {
    static let greeting = Prompt("greeting", ["name": "王芳", "place": "杭州"])
    static let thanks = Prompt("thanks")
    static let cancelled = Prompt("cancelled", ["nothing": false])
    static let nothingMore = Prompt("nothing-more")
    static let help = Prompt(
        "help", ["groups": [["title": "客户之声", "entries": [["title": "总览", "example": "本地客户在说什么"]]]]])
    static let unavailable = Prompt("unavailable", ["what": "提交建议"])
    static let notUnderstood = Prompt("not-understood", ["nearest": true])
    static let menu = Prompt("menu")
    static let noSuchChoice = Prompt("no-such-choice", ["number": "5", "last": "3", "several": true])
    static let handoff = Prompt(
        "handoff",
        [
            "managers": [["name": "李强", "region": "华东", "last": true]], "contact": "400-000-0000",
            "nobody": false,
        ])
    static let profile = Prompt(
        "profile",
        [
            "name": "王芳", "role": .object(["dealer": true, "manager": false, "hq": false, "admin": false]),
            "store": "杭州西湖店", "city": "杭州", "region": "华东", "seesPlace": "杭州", "seesNation": false,
            "seesNothing": false,
        ])
    static let unknownPerson = Prompt("unknown-person", ["name": "王芳", "account": "dingtalk:0123"])
    static let askCode = Prompt("bind.ask-code")
    static let bound = Prompt("bind.bound", ["name": "王芳", "store": "杭州西湖店", "region": "华东"])
    static let bindRefused = Prompt(
        "bind.refused", ["wrong": true, "expired": false, "used": false, "tooMany": false, "gone": false])
    static let alreadyBound = Prompt("bind.already", ["name": "王芳"])
    static let formExpired = Prompt("form.expired", ["what": "绑定"])
    static let picture = Prompt("attachment.picture")
    /// Before the answer to a text that came with pictures.
    static let pictureBeside = Prompt("attachment.picture-beside")
    static let file = Prompt("attachment.file")
    /// What became of pictures, files and recordings that can be fetched.
    static let attachmentKept = Prompt(
        "attachment.kept",
        [
            "kept": true, "pictures": "2", "files": "1", "recordings": "1", "days": "30",
            "tooLarge": "1", "empty": "1", "strange": "1", "full": "1", "tooMany": "1", "notFetched": "1",
            "limit": "10",
            "most": "9", "beside": true, "linked": true,
        ])
    static let speechUnclear = Prompt("attachment.speech")
    static let otherContent = Prompt("attachment.other")
    static let groupOnly = Prompt("group.private-only")
    static let storeInGroup = Prompt("group.store")
    /// To a button of a notice that was pressed, where a group might read the answer.
    static let writtenDirectly = Prompt("group.notice", ["words": "认领 A13"])
    static let unknownCity = Prompt("unknown-city")
    static let whichStore = Prompt(
        "which-store",
        [
            "city": "杭州", "none": false, "further": true, "stores": .series([["name": "杭州西湖店"]]),
        ])
    static let noPeriod = Prompt("no-period", ["unknown": false])
    static let tooLong = Prompt("too-long", ["limit": "2,000"])
    static let fault = Prompt("fault", ["reference": "3f2a"])

    /// Every prompt the program uses; each needs a template.
    public static let all: [Prompt] =
        [
            greeting, thanks, cancelled, nothingMore, help, unavailable, notUnderstood, menu, noSuchChoice,
            handoff, profile,
            unknownPerson, askCode, bound, bindRefused, alreadyBound, formExpired, picture,
            pictureBeside, file, attachmentKept,
            speechUnclear, otherContent, groupOnly, storeInGroup, writtenDirectly, unknownCity, noPeriod,
            tooLong, fault,
            overview, tooFewVoices, aspect, quotes, competitors, comparison, citiesUnranked, ownSeries,
            dealer, rival, series,
            cities, notYet,
            refusedCity, refusedStore, refusedRegion, refusedNationQuotes, unknownRegion, noStore, noInsight,
            sameSides, strangeNames, whichStore,
            outboxList, outboxShow, outboxDone, outboxImpossible, outboxWhich, outboxRefused, outboxInGroup,
            channelStopped, warningUndone,
        ] + ofWarnings + ofSubscriptions + ofReports + ofSuggestions + ofKnowledge + ofDealerNotes
        + ofBriefings + ofHandOvers + ofFeedback + ofActions + ofReviews
        + Explanation.allCases.map(\.prompt)
}
