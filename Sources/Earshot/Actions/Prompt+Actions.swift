extension Prompt {
    /// An action that was recorded, or what became of one.
    static let actionDone = Prompt(
        "action.done",
        .object(
            ActionValues.example.merging([
                "event": ActionValues.event(.recorded),
                "told": .series([["name": "林枫", "penultimate": true]]),
            ]) { $1 }))
    static let actionShow = Prompt("action.show", .object(ActionValues.example))
    static let actionList = Prompt(
        "action.list",
        [
            "none": false, "count": "12", "records": true, "mine": true, "late": true, "owner": "林枫",
            "first": "R7",
            "place": "杭州",
            "from": "1",
            "to": "8", "further": true, "actions": [.object(ActionValues.example)],
        ])
    static let actionRefused = Prompt(
        "action.refused",
        .object(
            ActionValues.example.merging([
                "longest": "200",
                "refusal": .flags(ActionService.Refusal.allCases.map { ($0.rawValue, $0 == .nobody) }),
            ]) { $1 }))
    /// Asks whether what was wished shall be an action.
    static let actionOffer = Prompt(
        "action.offer", ["owner": "林枫", "due": "12/15", "words": "复查杭州门店的保养排队"])
    /// Asks who of several people is meant.
    static let actionWhich = Prompt("action.which", ["name": "王磊", "count": "2"])
    /// Tells of what was agreed on, and of what became of it.
    static let actionNews = Prompt(
        "action.news",
        ["actions": [.object(ActionValues.news)]])
    /// Reminds of those whose day has passed.
    static let actionOverdue = Prompt(
        "action.overdue", ["count": "2", "first": "R3", "actions": [.object(ActionValues.example)]])

    static let ofActions: [Prompt] = [
        actionDone, actionShow, actionList, actionRefused, actionOffer, actionWhich, actionNews,
        actionOverdue,
    ]
}

extension Phrase {
    /// Somebody with what tells them from others of the name.
    static let actionPerson = Phrase(
        "offer.action-person", [["name": "王磊", "place": "杭州西湖店", "headquarters": true]])

    /// Records what was wished.
    static let actionRecordOffer = Phrase("offer.action-record")

    /// Shows one.
    static let actionShowOffer = Phrase("offer.action-show", [["name": "R3"]])

    static let ofActions: [Phrase] = [actionPerson, actionRecordOffer, actionShowOffer]
}
