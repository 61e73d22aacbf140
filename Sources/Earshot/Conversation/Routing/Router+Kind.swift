extension Router {
    /// Keeps what a message narrows a list by that is no slot: warnings that nobody has taken on (没有人认领的预警), the cities of a
    /// place beside each other (华东哪个城市最差).
    func settleKind(of understood: inout Understood, _ message: MessageFeatures) {
        let intent = understood.request.intent
        if intent == .alertList, message.says(phrasebook.unclaimed) {
            understood.request.slots.isUnclaimed = true
        }
        let slots = understood.request.slots
        let against = understood.said.against
        if intent == .compare || intent == .overview || intent == .aspect, message.says(phrasebook.ofCities),
            slots.city == nil, slots.product?.isOwn != false, against == nil || against == .nation,
            message.mentions.dealers.isEmpty
        {
            understood.request.slots.cities = order(message)
            // What was compared with before is no part of it.
            understood.request.slots.against = against
        }
    }

    /// Of the cities first those with the most or least complaints or praise that are asked for, or that fare best or worst:
    /// 抱怨最少 asks for the fewest complaints, 差评率低 for the best.
    private func order(_ message: MessageFeatures) -> CityOrder {
        let isLeast = message.says(phrasebook.fewest)
        let isCount = message.says(phrasebook.counted)
        let polarity = message.mentions.polarity
        if message.says(phrasebook.worst) { return .worst }
        if message.says(phrasebook.complaintCount) || isCount && polarity == .negative {
            return isLeast ? .leastComplained : .mostComplained
        }
        if message.says(phrasebook.praiseCount) || isCount && polarity == .positive {
            return isLeast ? .leastPraised : .mostPraised
        }
        switch polarity {
        case .negative: return isLeast ? .best : .worst
        case .positive: return isLeast ? .worst : .best
        default: break
        }
        if message.says(phrasebook.praising) { return isLeast ? .worst : .best }
        if message.says(phrasebook.volume) { return isLeast ? .quietest : .loudest }
        return .best
    }
}
