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
            understood.request.slots.cities = order(message)
        }
    }

    /// Of the cities first those with the most or least complaints or praise that are asked for: 抱怨最少 asks for the best.
    private func order(_ message: MessageFeatures) -> CityOrder {
        let isLeast = message.says(phrasebook.fewest)
        if message.says(phrasebook.worst) { return .worst }
        switch message.mentions.polarity {
        case .negative: return isLeast ? .best : .worst
        case .positive: return isLeast ? .worst : .best
        default: break
        }
        if message.says(phrasebook.praising) { return isLeast ? .worst : .best }
        if message.says(phrasebook.volume) { return isLeast ? .quietest : .loudest }
        return .best
    }
}
