extension Router {
    /// A message with what it says as a whole.
    struct Reading {
        let message: MessageFeatures
        let dates: DateReader
        let match: Match?
        let followUp: FollowUp?
        let intent: Intent

        /// Whether a word had to be corrected to find something that changes something. A subscription that every
        /// character speaks for is believed: it only brings reports.
        var isUncertain: Bool {
            guard intent.changesSomething, !(intent == .subscriptionAdd && message.unexplained == 0) else {
                return false
            }
            return message.tokens.contains { token in
                if token.correction != nil { return true }
                guard token.spelling != nil else { return false }
                // In a text of the person's own only the command's words decide.
                guard let match, match.pattern.leavesText else { return true }
                return match.pattern.required.contains { !$0.features.isDisjoint(with: token.features) }
            }
        }

        /// Whether it is a question or command of its own that takes no free text; one that says only slots must say more
        /// than one thing (看下空间).
        var isWish: Bool {
            guard intent != .unknown, let match else { return false }
            return (!match.pattern.leavesText || intent == .competitors)
                && (followUp?.isElliptic != true || message.pieces.count > 1)
        }

        /// Whether something is changed only because of a single character that stands beside one nothing explains:
        /// it may be a part of another word (腿定周报).
        func isTorn(_ phrasebook: Phrasebook) -> Bool {
            guard intent.changesSomething, let match, message.unexplained > 0, !match.pattern.leavesText
            else {
                return false
            }
            let gaps = message.gaps
            let cues = message.tokens.filter { token in
                match.pattern.required.contains { element in
                    element.members.contains { $0.feature >= Feature.slots.count }
                        && !element.features.isDisjoint(with: token.features)
                }
            }
            return !cues.isEmpty
                && cues.allSatisfy { cue in
                    let (before, behind) = (cue.range.lowerBound - 1, cue.range.upperBound)
                    return cue.range.count == 1
                        && (gaps.indices.contains(before) && gaps[before]
                            || gaps.indices.contains(behind) && gaps[behind])
                }
        }
    }
}
