/// Whether a message names an action without wanting it: 先别认领A12, A12谁认领了, 如果A12解决了通知我, 通报A12,先别.
enum DeniedAction {
    /// - Parameter pattern: the one by which the action was found.
    static func isNamed(in message: MessageFeatures, of pattern: Pattern, _ phrasebook: Phrasebook) -> Bool {
        guard
            [phrasebook.not, phrasebook.done, phrasebook.condition, phrasebook.takenBack].contains(
                where: message.says)
        else { return false }
        let cues = pattern.required.filter { element in
            element.members.contains { $0.feature >= Feature.slots.count }
        }
        guard
            let cue = message.tokens.lastIndex(where: { token in
                cues.contains { !$0.features.isDisjoint(with: token.features) }
            })
        else { return false }
        let clause = message.clause(around: message.tokens[cue].range)
        return message.tokens.indices.contains { index in
            let token = message.tokens[index]
            // A condition holds for all that follows: 如果A11升级了,转给周清.
            if index < cue, !token.features.isDisjoint(with: phrasebook.condition) { return true }
            guard clause.contains(token.range.lowerBound), index != cue else { return false }
            // 撤回 in 撤回建议57 is what is wanted.
            let isCue = cues.contains { !$0.features.isDisjoint(with: token.features) }
            return index < cue && !isCue && !token.features.isDisjoint(with: phrasebook.not)
                || !token.features.isDisjoint(with: phrasebook.done)
        } || isTakenBack(in: message, behind: clause, phrasebook)
    }

    /// Whether a message names the end of a subscription without wanting it: 先别退订, 怎么退订, 如果没用就退订. Many words for
    /// 别 end one themselves (别发日报了), so that only some of them deny here.
    static func isRemovalNamed(in message: MessageFeatures, _ phrasebook: Phrasebook) -> Bool {
        let ending = phrasebook.unsubscribe.union(phrasebook.negation)
        guard
            let last = message.tokens.lastIndex(where: { !$0.features.isDisjoint(with: ending) })
        else { return false }
        let clause = message.clause(around: message.tokens[last].range)
        return message.tokens.indices.contains { index in
            let token = message.tokens[index]
            if index < last, !token.features.isDisjoint(with: phrasebook.condition) { return true }
            guard clause.contains(token.range.lowerBound), index != last else { return false }
            if !token.features.isDisjoint(with: phrasebook.done),
                token.features.isDisjoint(with: ending)
            {
                return true
            }
            return denies(message, at: index, ending, phrasebook)
        } || isTakenBack(in: message, behind: clause, phrasebook)
    }

    /// 先别 before whatever ends one, and 别 right before 退订, or before 把: 别把日报退了.
    private static func denies(
        _ message: MessageFeatures, at index: Int, _ ending: FeatureSet, _ phrasebook: Phrasebook
    ) -> Bool {
        let token = message.tokens[index]
        guard !token.features.isDisjoint(with: phrasebook.not) else { return false }
        if token.features.isDisjoint(with: ending) { return true }
        let behind = message.tokens[(index + 1)...]
        if let next = behind.first, !next.features.isDisjoint(with: phrasebook.taking) {
            return behind.contains { !$0.features.isDisjoint(with: phrasebook.ending) }
        }
        let next = behind.first { !$0.features.isSubset(of: phrasebook.filler) || $0.isIn(phrasebook.ending) }
        return next?.isIn(phrasebook.ending) ?? false
    }

    /// Whether a later clause says nothing but that it is not wanted.
    private static func isTakenBack(
        in message: MessageFeatures, behind clause: Range<Int>, _ phrasebook: Phrasebook
    ) -> Bool {
        message.tokens.contains { token in
            guard token.range.lowerBound >= clause.upperBound,
                !token.features.isDisjoint(with: phrasebook.takenBack)
            else { return false }
            let other = message.clause(around: token.range)
            let within = message.tokens.filter { other.contains($0.range.lowerBound) }
            return within.allSatisfy {
                $0.features.isSubset(of: phrasebook.filler)
                    || !$0.features.isDisjoint(with: phrasebook.takenBack)
            }
                && other.allSatisfy { position in
                    message.text.divides(at: position) || within.contains { $0.range.contains(position) }
                }
        }
    }
}

extension Token {
    fileprivate func isIn(_ set: FeatureSet) -> Bool { !features.isDisjoint(with: set) }
}

extension MessageFeatures {
    /// The stretch between two breaks.
    fileprivate func clause(around range: Range<Int>) -> Range<Int> {
        let start = text.scalars[..<range.lowerBound].indices.last(where: text.divides(at:)) ?? 0
        let end =
            text.scalars[range.upperBound...].indices.first(where: text.divides(at:)) ?? text.scalars.endIndex
        return start..<end
    }
}

extension Intent {
    /// Whether nothing brings back what was before: whoever asks (A15误报吗, 采纳6吗) has not decided.
    var mustBeCertain: Bool {
        switch self {
        case .alertResolve, .alertDismiss, .alertRestore, .alertUnsilence, .suggestionDecide,
            .suggestionSupport, .suggestionUnsupport, .suggestionWithdraw, .subscriptionRemove:
            true
        default: false
        }
    }

    /// Whether it is an action that words like 别 and 谁 turn into something else; others have patterns of their own
    /// for that (不采纳, 不要订阅) or take any text (记录 客户不满意).
    var canBeDenied: Bool {
        switch self {
        case .subscriptionAdd, .alertClaim, .alertResolve, .alertDismiss, .alertSilence, .alertUnsilence,
            .alertRestore, .alertBroadcast, .alertAssign, .suggestionSupport, .suggestionDecide,
            .suggestionWithdraw, .outboxRetry, .outboxDrop:
            true
        default: false
        }
    }
}
