extension Prompt {
    static let subscriptionAdded = Prompt(
        "subscription.added",
        [
            "place": "杭州", "matter": "星驰X5", "aspect": "油耗", "praise": false,
            "topic": .flags(Subscribed.topics.map { ($0, $0 == "alert") }), "ofStore": false,
            "inCharge": false, "known": false, "full": "20", "dealer": true,
            "atOnce": false, "days": "30", "count": "2", "last": .object(WarningWords.example),
            "dangers": "1",
        ])
    static let subscriptionRemoved = Prompt(
        "subscription.removed", ["ended": .series([Subscribed.exampleName]), "inCharge": true])
    static let subscriptionList = Prompt(
        "subscription.list",
        [
            "strange": "火星", "missing": true, "none": false, "count": "2",
            "subscriptions": [
                .object(
                    Subscribed.exampleName.merging([
                        "schedule": "每天 08:30", "paused": "11/30", "untilResumed": false,
                        "pausedAhead": "12/7 至 12/13",
                    ]) { $1 })
            ], "inCharge": true, "region": "华东", "quiet": "22:00-08:00",
        ])
    /// What can be subscribed to.
    static let subscriptionReports = Prompt("subscription.which")

    /// What was named and cannot be subscribed to.
    static let subscriptionUnclear = Prompt(
        "subscription.unclear",
        [
            "nation": false, "store": "杭州西湖店", "product": "云途L7", "byAspect": "星驰X5", "rivals": true,
            "praise": true, "complaints": true,
            "warnings": true, "name": "火星", "place": "杭州", "time": "25:30",
            "several": "周一三五", "interval": "每两周", "once": true, "review": true, "shown": true,
        ])

    /// That a report does not come on such days.
    static let subscriptionOtherRhythm = Prompt(
        "subscription.other-rhythm",
        ["daily": true, "weekly": false, "monthly": false, "schedule": "每周一 09:00"])

    /// That nothing was done, since the message may mean something else.
    static let subscriptionUnsure = Prompt("subscription.unsure")

    /// That a report that comes already is not changed from a day to come on.
    static let subscriptionLater = Prompt(
        "subscription.later",
        .object(
            Subscribed.exampleName.merging([
                "schedule": "每天 08:30", "paused": false, "untilResumed": false, "pausedAhead": false,
            ]) { $1 }))

    static let ofSubscriptions: [Prompt] = [
        subscriptionLater,
        subscriptionUnclear, subscriptionOtherRhythm, subscriptionUnsure,
        subscriptionAdded, subscriptionRemoved, subscriptionList, subscriptionReports,
    ]
}

extension Phrase {
    static let subscribeOffer = Phrase("offer.subscribe")
    static let subscriptionsOffer = Phrase("offer.subscriptions")
    /// What subscribes to a report at a time, or to warnings.
    static let subscribeReportOffer = Phrase(
        "offer.subscribe-report", [Subscribed.exampleName.merging(["schedule": "每周一 09:00"]) { $1 }])
    /// What holds reports back.
    static let pauseOffer = Phrase(
        "offer.pause",
        [
            ["until": "11/30", "ahead": false], ["until": false, "ahead": false],
            ["until": "12/14", "ahead": "12/7 至 12/13"],
        ])

    static let ofSubscriptions: [Phrase] = [
        subscribeOffer, subscriptionsOffer, subscribeReportOffer, pauseOffer,
    ]
}
