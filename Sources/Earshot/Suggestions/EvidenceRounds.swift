/// Looks again, once a week, for what customers say of suggestions that somebody still has to do something about; and soon where
/// nobody has found out yet, or not all.
public struct EvidenceRounds: Sendable {
    private let register: any EvidenceRegister
    private let clock: any Clock
    private let situation: @Sendable () -> Situation

    /// What the rounds go by; a reload makes another one.
    public struct Situation: Sendable {
        public var search: any EvidenceSearch
        public var calendar: LocalCalendar

        public init(search: any EvidenceSearch, calendar: LocalCalendar) {
            (self.search, self.calendar) = (search, calendar)
        }
    }

    /// After so long it is looked for again.
    static let week = Duration.seconds(7 * 86_400)
    /// The same where the search failed, or the index of the voices' words was behind.
    static let soon = Duration.seconds(3600)
    /// Searches of one round: each may take a tenth of a second.
    private static let most = 20

    public init(
        register: any EvidenceRegister, clock: any Clock, situation: @escaping @Sendable () -> Situation
    ) {
        (self.register, self.clock, self.situation) = (register, clock, situation)
    }

    /// When what was found has to be looked for again; nothing is for a search that failed.
    public static func due(after evidence: Evidence?, at now: Timestamp) -> Timestamp {
        now + (evidence.map { $0.isAtLeast && $0.nation.quarter == 0 } ?? true ? soon : week)
    }

    /// Looks for what is due.
    ///
    /// - Returns: how many suggestions were looked at.
    /// - Throws: the first search's fault; the others are made all the same, and those that failed are due again in an hour.
    @discardableResult
    public func renew() async throws -> Int {
        let (now, situation) = (clock.now, situation())
        let due = try await register.suggestionsWantingEvidence(at: now, limit: EvidenceRounds.most)
        var fault: (any Error)?
        for suggestion in due {
            do {
                let found = try await situation.search.evidence(
                    for: suggestion.words,
                    in: suggestion.filer.city.flatMap { Gazetteer.china.city(named: $0) },
                    upTo: situation.calendar.day(of: now))
                // Words that name nothing may name something once the word lists have changed.
                let next =
                    found == nil ? now + EvidenceRounds.week : EvidenceRounds.due(after: found, at: now)
                try await register.renewEvidence(of: suggestion.number, found, due: next)
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                fault = fault ?? error
                try await register.renewEvidence(
                    of: suggestion.number, suggestion.evidence, due: now + EvidenceRounds.soon)
            }
        }
        if let fault { throw fault }
        return due.count
    }
}

/// Where the evidence of suggestions is kept.
public protocol EvidenceRegister: Sendable {
    /// Suggestions that are pending and no parts of others, whose evidence is due, the longest due first.
    func suggestionsWantingEvidence(at now: Timestamp, limit: Int) async throws -> [Suggestion]

    /// Keeps what was found, and when to look again.
    func renewEvidence(of suggestion: Int64, _ evidence: Evidence?, due: Timestamp) async throws
}
