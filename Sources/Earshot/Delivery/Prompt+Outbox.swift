extension Prompt {
    /// The states of a delivery as flags, one of which is on.
    private static let states = TextValue.object(
        Dictionary(
            uniqueKeysWithValues: DeliveryState.allCases.map { ("\($0)", .flag($0 == .retrying)) }))

    /// What waits and what could not be sent: counts of each channel, and the newest ones.
    static let outboxList = Prompt(
        "outbox.list",
        [
            "none": false, "waiting": "12", "dead": "1", "expired": "3",
            "channels": [
                ["channel": "wecom/dealers", "waiting": "12", "dead": "1", "expired": "3", "since": "08:30"]
            ],
            "deliveries": [
                [
                    "number": "128", "state": states, "channel": "wecom/dealers", "recipient": "wangfang",
                    "next": "08:30", "note": "45009: freq out of limit", "perhapsArrived": true,
                ]
            ], "further": "9",
        ])
    /// One delivery, without what it says: that may be of customers.
    static let outboxShow = Prompt(
        "outbox.show",
        [
            "number": "128", "state": states, "channel": "wecom/dealers", "recipient": "wangfang",
            "key": "answer/1", "tries": "3", "enqueued": "08:30", "changed": "08:30", "next": "08:30",
            "deadline": "09:30", "note": "45009: freq out of limit", "perhapsArrived": true,
            "together": "129, 130",
        ])
    static let outboxDone = Prompt(
        "outbox.done",
        ["retry": true, "drop": false, "number": "128", "count": "3", "rest": "12", "shown": "2"])
    static let outboxImpossible = Prompt(
        "outbox.impossible",
        ["number": "128", "state": states, "missing": false, "noneDead": false, "shown": true])
    static let outboxWhich = Prompt("outbox.which", ["retry": true, "drop": false, "show": false])
    static let outboxRefused = Prompt("outbox.refused")
    static let outboxInGroup = Prompt("outbox.in-group")
    /// Told to administrators through another channel.
    public static let channelStopped = Prompt(
        "outbox.channel-stopped", ["channel": "group/quality", "reason": "93000: invalid webhook url"])
}

extension Phrase {
    static let retryOffer = Phrase("offer.outbox-retry", [["number": "128"]])
    static let retryAllOffer = Phrase("offer.outbox-retry-all")
    static let dropOffer = Phrase("offer.outbox-drop", [["number": "128"]])
    static let showOffer = Phrase("offer.outbox-show", [["number": "128"]])
}
