extension Router {
    /// Keeps what a message narrows a list by that is no slot: warnings that nobody has taken on (没有人认领的预警), the cities of a
    /// place beside each other (华东哪个城市最差).
    func settleKind(of understood: inout Understood, _ message: MessageFeatures) {
        let intent = understood.request.intent
        if intent == .alertList, message.says(phrasebook.unclaimed) {
            understood.request.slots.isUnclaimed = true
        }
        let slots = understood.request.slots
        if intent == .compare || intent == .overview || intent == .aspect, message.says(phrasebook.ofCities),
            slots.city == nil, slots.product == nil, slots.against == nil || slots.against == .nation,
            message.mentions.dealers.isEmpty
        {
            understood.request.slots.citiesFromWorst =
                message.says(phrasebook.worst) || message.mentions.polarity == .negative
        }
    }
}
