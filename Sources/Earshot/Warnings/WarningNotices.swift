/// People who were told the same of a warning at one moment, or could not be.
struct WarningNotices: Sendable {
    var at: Timestamp
    var notice: Notice
    /// By their ids, in the order in which it was decided.
    var people: [String]
    /// Whether they were told; no way led to them otherwise.
    var isReached: Bool

    /// Of more the number is said.
    static let mostNamed = 5

    var isOfHeadquarters: Bool { notice == .escalated(.headquarters) }

    /// What was sent, and what reached nobody, in the order of time. A line to take is a step of its own.
    static func sent(_ decisions: [NoticeDecision]) -> [WarningNotices] {
        var all: [WarningNotices] = []
        for decision in decisions where !decision.notice.isGuidance {
            guard decision.verdict.isSent || decision.verdict == .withheld(.unreachable) else { continue }
            let isReached = decision.verdict.isSent
            if let same = all.firstIndex(where: {
                $0.at == decision.at && $0.notice == decision.notice && $0.isReached == isReached
            }) {
                all[same].people.append(decision.person)
            } else {
                all.append(
                    WarningNotices(
                        at: decision.at, notice: decision.notice, people: [decision.person],
                        isReached: isReached))
            }
        }
        return all.sorted { $0.at < $1.at }
    }
}
