/// Whether a message goes on with what was asked before.
extension Router {
    func relation(to previous: Request, _ message: MessageFeatures, _ match: Match?) -> FollowUp {
        let isElliptic =
            message.unexplained == 0 && !namesItsIntent(match, message)
            && !isBareNumber(message, after: previous)
            && (saysOnlySlots(message) || asksOnlyForPolarity(message) || asksOnlyForTime(message))
        let remarks = FollowUp.Remarks(
            isMarked: message.says(phrasebook.marker),
            speaksOfHere: message.says(phrasebook.here) && !message.mentions.comparesHere,
            speaksOfRecent: message.says(phrasebook.recent), ownStore: message.says(phrasebook.ownStore),
            rivals: message.says(phrasebook.competitor), best: message.says(phrasebook.best),
            many: message.says(phrasebook.many), compares: message.says(phrasebook.compare),
            dropsAspect: message.dropsAspect, ofCities: message.says(phrasebook.ofCities))
        return FollowUp(previous: previous, isElliptic: isElliptic, remarks: remarks)
    }

    /// 618 after figures: no choice, no warning and no time.
    private func isBareNumber(_ message: MessageFeatures, after previous: Request) -> Bool {
        guard message.pieces.count == 1, let piece = message.pieces.first else { return false }
        return previous.intent.rawValue.hasPrefix("insight.") && piece.features.contains(Feature.number)
            && message.mentions.ordinals.isEmpty && message.mentions.periods.isEmpty
    }

    /// Whether a pattern with words of its own was found; talk of voices in general (差评, 口碑) is no name. A comparison
    /// that names both its sides (杭州上海对比) is one, 和上海比 is not.
    private func namesItsIntent(_ match: Match?, _ message: MessageFeatures) -> Bool {
        guard let match else { return false }
        let intent = phrasebook.entries[match.pattern.command].intent
        if intent == .compare { return message.mentions.namesTwoSides }
        guard !match.pattern.isBare else { return false }
        switch intent {
        case .overview, .aspect: return false
        default: return true
        }
    }

    /// 宁波呢, 换成上周, 只看差评: values of slots and words that join them.
    func saysOnlySlots(_ message: MessageFeatures) -> Bool {
        message.dropsAspect
            || !asksOfAspect(message)
                && message.pieces.contains {
                    !$0.features.isDisjoint(with: .followUpSlots)
                        || !$0.features.isDisjoint(with: phrasebook.here)
                }
                && message.pieces.allSatisfy { phrasebook.canFollowUp($0.features) }
    }

    /// 油耗怎么样, 保养贵不贵: an aspect, and beside it a word that asks of it.
    private func asksOfAspect(_ message: MessageFeatures) -> Bool {
        let ofAspect = message.pieces.map { $0.features.contains(Feature.aspect) }
        return message.pieces.indices.contains { index in
            !message.pieces[index].features.isDisjoint(with: phrasebook.question)
                && ofAspect.indices.contains { $0 != index && ofAspect[$0] }
                || ofAspect[index] && message.asksByDoubling(at: message.pieces[index].token)
        }
    }

    /// 差评多吗, 有好评吗: a question without a subject of its own.
    private func asksOnlyForPolarity(_ message: MessageFeatures) -> Bool {
        let mentions = message.mentions
        return mentions.polarity != nil && mentions.aspects.isEmpty && mentions.cities.isEmpty
            && mentions.regions.isEmpty
            && message.pieces.allSatisfy { piece in
                piece.features.contains(Feature.polarity) || phrasebook.canFollowUp(piece.features)
                    || !piece.features.isDisjoint(with: phrasebook.question)
            }
    }

    /// 上周怎么样: a question that names nothing but its time.
    private func asksOnlyForTime(_ message: MessageFeatures) -> Bool {
        !message.mentions.periods.isEmpty && message.mentions.cities.isEmpty
            && !asksOfAspect(message)
            && message.pieces.allSatisfy { piece in
                phrasebook.canFollowUp(piece.features)
                    || !piece.features.isDisjoint(with: phrasebook.question)
            }
    }
}
