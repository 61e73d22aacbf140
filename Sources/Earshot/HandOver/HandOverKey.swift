/// Names what is told of a hand-over to somebody, as the key of the delivery: `handover/12/line/3/liqiang`.
package struct HandOverKey: Sendable, Hashable {
    package var number: Int64
    /// Nothing in a key of an edition that told no kinds apart.
    package var kind: Kind?
    /// Of the hand-over: nobody is told two things of one version.
    package var version: Int
    package var person: String

    package enum Kind: String, Sendable, CaseIterable {
        /// Asks somebody to take it up.
        case call
        /// What the asker wrote, for those who answer.
        case line
        /// What was answered, or what became of it.
        case news
        /// That somebody else has taken it up, for whoever was called to it.
        case relief
    }

    init(_ handOver: HandOver, _ kind: Kind, to person: String) {
        (number, self.kind, version, self.person) = (handOver.number, kind, handOver.version, person)
    }

    /// Nothing for the key of something else.
    package init?(_ text: String) {
        var parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "handover", let number = Int64(parts[1]) else { return nil }
        parts = parts[2].split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        let kind = parts.first.flatMap { Kind(rawValue: String($0)) }
        // An identifier may have a stroke in it.
        let rest =
            kind == nil
            ? [parts[0], parts.dropFirst().joined(separator: "/")[...]] : Array(parts.dropFirst())
        guard rest.count == 2, let version = Int(rest[0]) else { return nil }
        (self.number, self.kind, self.version, person) = (number, kind, version, String(rest[1]))
    }

    package var text: String {
        "handover/\(number)/" + (kind.map { "\($0.rawValue)/" } ?? "") + "\(version)/\(person)"
    }

    /// How the keys of everything begin that is told of hand-overs.
    package static let beginning = "handover/"

    /// How the keys of all begin that is told of one.
    package static func beginning(of number: Int64) -> String { "handover/\(number)/" }

    /// How the keys of a kind begin that is told of one.
    package static func beginning(_ kind: Kind, of number: Int64) -> String {
        "handover/\(number)/\(kind.rawValue)/"
    }

    /// Whether what waits under it is of no use to anybody, by how the hand-over stands: a call to one that nobody is called to
    /// any more, and what the asker wrote or who took it up in one that is over.
    package func isOvertaken(by handOver: HandOver) -> Bool {
        guard person != handOver.asker else { return false }
        let isOver = !handOver.state.isOpen
        let isAnswered = isOver || handOver.unansweredSince == nil
        switch kind {
        case .call: return isAnswered
        case .line, .relief: return isOver
        case .news: return false
        // The first that was told of one called to it; what is told of its end is of its last version, but for what is kept.
        case nil where version == 1: return isAnswered || handOver.state == .taken
        case nil: return isOver && version < handOver.version - (handOver.proposedAt == nil ? 0 : 1)
        }
    }
}
