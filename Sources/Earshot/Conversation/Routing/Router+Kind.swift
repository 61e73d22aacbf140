extension Router {
    /// Keeps what a message narrows a list by that is no slot: warnings that nobody has taken on (没有人认领的预警), the cities of a
    /// place beside each other (华东哪个城市最差).
    func settleKind(
        of understood: inout Understood, _ message: MessageFeatures, after previous: Request?
    ) {
        let intent = understood.request.intent
        // A report is of its last day, week or month unless another one is named.
        if intent == .reportShow, understood.said.period == nil { understood.request.slots.period = nil }
        // 撤销误报, 撤销解决: what is taken back.
        if intent == .alertRestore {
            understood.request.slots.ended =
                message.says(phrasebook.warnings.undismissing)
                ? .dismissed : message.says(phrasebook.warnings.unresolving) ? .resolved : nil
        }
        // 这周新增了几条建议 asks for those of the week, also where they are decided.
        if intent == .suggestionList, understood.request.slots.status == SuggestionState.open.name,
            understood.request.slots.period != nil, phrasebook.listWords.nameNew(message.text)
        {
            understood.request.slots.status = nil
        }
        if intent == .alertList {
            if message.says(phrasebook.warnings.unclaimed) { understood.request.slots.isUnclaimed = true }
            if phrasebook.listWords.nameOwn(message.text) { understood.request.slots.words = Slots.own }
            understood.request.slots.ended = ended(message)
            // 误报的预警, then 杭州呢.
            if let previous, previous.intent == .alertList, !message.says(phrasebook.warnings.alert),
                !message.says(phrasebook.warnings.pending)
            {
                understood.request.slots.ended = understood.request.slots.ended ?? previous.slots.ended
                understood.request.slots.isUnclaimed =
                    understood.request.slots.isUnclaimed ?? previous.slots.isUnclaimed
                if previous.slots.words == Slots.own { understood.request.slots.words = Slots.own }
            }
            // 上周油耗, then 有什么预警: which there are now.
            if understood.said.period == nil, previous?.intent != .alertList {
                understood.request.slots.period = nil
            }
        }
        if intent == .compare || intent == .overview || intent == .aspect {
            rankCities(of: &understood, message, after: previous)
        }
    }

    /// Puts the cities of a place beside each other where that is asked for, or how they were put before is asked for otherwise
    /// (好评最多的呢).
    private func rankCities(
        of understood: inout Understood, _ message: MessageFeatures, after previous: Request?
    ) {
        let slots = understood.request.slots
        let against = understood.said.against
        let isOtherOrder =
            previous?.slots.cities != nil && says(order: message) && !understood.said.namesPlace
            && !phrasebook.listWords.ranksOther(message)
        guard message.says(phrasebook.ofCities) || isOtherOrder, slots.city == nil,
            slots.product?.isOwn != false, against == nil || against == .nation,
            message.mentions.dealers.isEmpty
        else { return }
        understood.request.slots.cities = order(message)
        // What was compared with before is no part of it.
        understood.request.slots.against = against
        // 全国哪个城市最差 after those of a region is of the nation's.
        if against == .nation, !understood.said.namesPlace {
            var nation = Slots()
            nation.area = .nation
            understood.request.slots.takePlace(of: nation)
            understood.request.slots.against = nil
        }
        if isOtherOrder {
            understood.request.intent = .compare
            understood.request.slots.aspect = understood.said.aspect ?? previous?.slots.aspect
        }
    }

    /// Whether a message says which come first: 好评最多, 抱怨最少, 最差.
    private func says(order message: MessageFeatures) -> Bool {
        [
            phrasebook.counted, phrasebook.worst, phrasebook.fewest, phrasebook.complaintCount,
            phrasebook.praiseCount,
        ].contains(where: message.says)
    }

    /// Which of the warnings that are over are meant: 历史预警, 误报的预警, 解决了的预警.
    private func ended(_ message: MessageFeatures) -> EndedWarnings? {
        guard !message.says(phrasebook.warnings.pending) else { return nil }
        if message.says(phrasebook.warnings.ended) { return .all }
        if message.says(phrasebook.warnings.misreported) { return .dismissed }
        return message.says(phrasebook.warnings.settled) ? .resolved : nil
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
