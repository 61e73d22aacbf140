/// Which command's pattern a message is read by.
extension Router {
    struct Match {
        var pattern: Pattern
        var points: Int
    }

    /// The pattern worth most, without actions that the message names and does not want.
    func bestMatch(_ message: MessageFeatures, _ context: DialogueContext) -> Match? {
        let match = bestMatch(message, context) { intent in
            // After warnings a bare number is a warning's.
            intent != .suggestionDecide || context.previous?.intent.isAboutAlerts != true
                || message.namesSuggestion
        }
        guard let match else { return nil }
        let intent = phrasebook.entries[match.pattern.command].intent
        guard
            isDenied(match, message)
                || intent == .subscriptionRemove && DeniedAction.isRemovalNamed(in: message, phrasebook)
                || intent.mustBeCertain && message.text.isQuestion
        else { return match }
        return bestMatch(message, context) { !$0.changesSomething }
    }

    private func isDenied(_ match: Match, _ message: MessageFeatures) -> Bool {
        phrasebook.entries[match.pattern.command].intent.canBeDenied
            && DeniedAction.isNamed(in: message, of: match.pattern, phrasebook)
    }

    /// Whether a message names an action on a warning and does not want it: 先别通报A12.
    func isHeldBack(_ message: MessageFeatures, _ context: DialogueContext) -> Bool {
        heldBack(message, context) != nil
    }

    /// Which action on a warning a message names and does not want.
    func heldBack(_ message: MessageFeatures, _ context: DialogueContext) -> Intent? {
        guard let match = bestMatch(message, context, among: { $0.isAboutAlerts }), isDenied(match, message)
        else { return nil }
        return phrasebook.entries[match.pattern.command].intent
    }

    private func bestMatch(
        _ message: MessageFeatures, _ context: DialogueContext, among isEligible: (Intent) -> Bool
    ) -> Match? {
        var best: Int?
        var bestPoints = Pattern.threshold - 1
        // Most patterns fail this first test; it copies no pattern.
        for index in phrasebook.necessary.indices
        where message.present.isSuperset(of: phrasebook.necessary[index]) {
            let pattern = phrasebook.patterns[index]
            let takes = phrasebook.entries[pattern.command].takes
            guard isEligible(phrasebook.entries[pattern.command].intent),
                let points = message.points(pattern, takes: takes, context: context), points > bestPoints
            else {
                continue
            }
            best = index
            bestPoints = points
        }
        return best.map { Match(pattern: phrasebook.patterns[$0], points: bestPoints) }
    }

    /// Whether a message sent while a form is open is clearly something else: a command without free text,
    /// or a question about voices. 油耗显示不准 is a suggestion, 油耗怎么样 is not.
    func leavesForm(_ match: Match?, _ message: MessageFeatures) -> Bool {
        guard let match, message.unexplained == 0, !match.pattern.leavesText else { return false }
        let intent = phrasebook.entries[match.pattern.command].intent
        guard intent.rawValue.hasPrefix("insight.") || intent.rawValue.hasPrefix("ranking.") else {
            return !match.pattern.isBare
        }
        return message.says(phrasebook.question) || message.text.asks
            || phrasebook.triageWords.asks(message.text)
    }
}
