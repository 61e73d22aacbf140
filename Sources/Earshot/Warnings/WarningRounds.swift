/// The rounds of the watch: looks what is abnormal, keeps the warnings, and has those told who are to be told.
///
/// Whatever a round decides is on disk in one transaction before anything is sent, so a round that is cut off is made
/// again, and nothing is told twice.
public struct WarningRounds: Sendable {
    private let complaints: any ComplaintSource
    let arrivals: (any VoiceArrivals)?
    let register: any WarningRegister
    let situation: @Sendable () -> Situation
    let clock: any Clock

    /// What the rounds go by; a reload makes another one.
    public struct Situation: Sendable {
        public var watch: Watch
        /// The words that one voice is enough with.
        public var safety: SafetyWords
        public var workCalendar: WorkCalendar
        public var audience: WarningAudience
        public var directory: any PeopleDirectory
        public var rules: WarningRules
        public var post: NoticePost
        public var reach: any Reachability

        public init(
            watch: Watch, safety: SafetyWords, workCalendar: WorkCalendar, audience: WarningAudience,
            directory: any PeopleDirectory, rules: WarningRules,
            post: NoticePost, reach: any Reachability
        ) {
            self.watch = watch
            self.safety = safety
            self.workCalendar = workCalendar
            self.audience = audience
            self.directory = directory
            self.rules = rules
            self.post = post
            self.reach = reach
        }
    }

    /// Days of a downtime that are made up for: what was abnormal before wakes nobody any more.
    static let daysMadeUp = 14

    /// Days before today that are looked at again: voices come late.
    static let daysLate = 3

    /// How long an ended warning is looked at: for its last notices.
    private static let endedKept = Duration.seconds(7 * 86_400)

    /// - Parameter arrivals: nothing where neither dangers nor silent sources are looked for.
    public init(
        complaints: any ComplaintSource, arrivals: (any VoiceArrivals)?, register: any WarningRegister,
        clock: any Clock, situation: @escaping @Sendable () -> Situation
    ) {
        self.complaints = complaints
        self.arrivals = arrivals
        self.register = register
        self.situation = situation
        self.clock = clock
    }

    /// Looks what is abnormal, and keeps what came of it.
    ///
    /// - Returns: what was changed.
    @discardableResult
    public func look() async throws -> WarningBook.Changes {
        let (now, situation) = (clock.now, situation())
        let today = situation.rules.calendar.day(of: now)
        let book = try await book(situation, at: now)
        let days = WarningRounds.daysToJudge(watchedThrough: book.position.watchedThrough, today: today)
        let counts = try await complaints.complaints(
            during: (days.lowerBound - Watch.memory)...days.upperBound)
        let shares = WarningRounds.shares(
            try await register.alarmShares(), regions: situation.directory.regions)
        // Once a day, when it is over.
        let sparseDay = (book.position.watchedThrough.map { $0 < today - 1 } ?? true) ? today - 1 : nil
        let rises = situation.watch.rises(
            in: counts, during: days, shares: shares, sparseOn: sparseDay)
        let findings = rises.joined(by: try await complaints.together(rises.pairs))
        let found = findings.abnormal
        let judged = days.filter(counts.isKnown).map { day in
            JudgedDay(
                day: day, findings: (found[day] ?? []).map { Warning.Finding($0) }, isOver: day < today)
        }
        let (silences, missing) = try await silences(
            situation, today, missingIn: WarningRounds.places(of: book, judged))
        return try await note(
            judged, silences: silences, missing: missing, sparse: findings.sparse, in: book, today, at: now)
    }

    /// Of which it must be known whether a day was ordinary there.
    private static func places(of book: WarningBook, _ judged: [JudgedDay]) -> Set<WatchedPlace> {
        let known = book.warnings.values.filter { $0.isOngoing && !$0.subject.isTechnical }.map(
            \.subject.place)
        return Set(known + judged.flatMap { $0.findings.map(\.subject.place) })
    }

    /// Keeps what came of what was found.
    func note(
        _ judged: [JudgedDay], silences: [Warning.Finding] = [], missing: MissingVoices = .unknown,
        sparse: [SparseRise] = [],
        in book: WarningBook, _ today: Day, at now: Timestamp
    ) async throws -> WarningBook.Changes {
        var book = book
        book.note(judged, silences: silences, missing: missing, today: today, at: now)
        book.note(sparse: sparse)
        if !book.changes.isEmpty { try await register.keep(book.changes, at: now) }
        return book.changes
    }

    /// Has told who is to be told by now.
    ///
    /// - Returns: the deliveries that were enqueued.
    @discardableResult
    public func tell() async throws -> [Delivery] {
        let (now, situation) = (clock.now, situation())
        let warnings = try await book(situation, at: now).warnings.values.sorted { $0.number < $1.number }
        let wishes = try await register.subscriptions(regions: situation.directory.regions)
        let made = Dictionary(
            grouping: try await register.decisions(of: warnings.map(\.number)), by: \.warning)
        var told: [Delivery] = []
        var failure: (any Error)?
        for warning in warnings {
            do {
                told += try await tell(of: warning, made[warning.number] ?? [], wishes, situation, at: now)
            } catch is WarningConflict {
                // Somebody acts on it at this moment: the next round looks again.
                continue
            } catch {
                // The others are told all the same.
                failure = error
            }
        }
        if told.isEmpty, let failure { throw failure }
        return told
    }

    private func tell(
        of warning: Warning, _ made: [NoticeDecision], _ wishes: [WarningSubscription],
        _ situation: Situation, at now: Timestamp
    ) async throws -> [Delivery] {
        let today = situation.rules.calendar.day(of: now)
        let warning = warning.released(in: situation.directory) {
            situation.audience.covers($0, of: warning.subject, on: today)
        }
        // Who says that one is not over knows that it goes on.
        let restored =
            warning.reopenings > 0 && warning.state.isActive
            ? try await register.steps(of: warning.number).last { $0.kind == .restored } : nil
        let plan = NoticePlan(
            warning, made: made,
            restoredBy: restored.flatMap { $0.at == warning.worseAt ? $0.actor : nil },
            audience: situation.audience,
            subscribers: situation.subscribers(of: warning, wishes), rules: situation.rules, at: now)
        let wanted = plan.decisions()
        guard !wanted.isEmpty else { return [] }
        let ways = try await situation.reach.ways(
            to: wanted.compactMap { $0.verdict.isSent ? situation.directory.person(id: $0.person) : nil })
        var decisions: [NoticeDecision] = []
        var deliveries: [Delivery] = []
        // Only a warning that is over tells what happened to it.
        var steps: [WarningStep]? = warning.end == nil ? [] : nil
        for var decision in wanted {
            if decision.verdict.isSent {
                let person = situation.directory.person(id: decision.person)
                // Whoever has other work now reads no more of it.
                if let person, !situation.scope(of: person).sees(warning) {
                    decision.verdict = .withheld(.elsewhere)
                    if !made.holds(decision) { decisions.append(decision) }
                    continue
                }
                guard let person, let way = ways[person.id] else {
                    decision.verdict = .withheld(.unreachable)
                    if !made.holds(decision) { decisions.append(decision) }
                    continue
                }
                decision.verdict = .sent(account: way.account)
                if steps == nil { steps = try await register.steps(of: warning.number) }
                deliveries.append(
                    try await situation.post.delivery(
                        decision, of: warning, steps ?? [], to: person, by: way,
                        isReopenedBefore: made.tells(person.id, ofReopening: warning.turns),
                        isWishedAgain: wishes.count { $0.person == person.id && $0.covers(warning) } > 1,
                        at: now))
            }
            decisions.append(decision)
        }
        guard !decisions.isEmpty else { return [] }
        try await register.keep(decisions, of: [warning], deliveries, at: now)
        return deliveries
    }

    func book(_ situation: Situation, at now: Timestamp) async throws -> WarningBook {
        try await register.book(
            endedSince: now - WarningRounds.endedKept, regions: situation.directory.regions)
    }

    /// What the register holds.
    func currentBook(at now: Timestamp) async throws -> WarningBook {
        try await book(situation(), at: now)
    }

    /// The days a round looks at: those that nobody has looked at, yesterday again, as voices come late, and today.
    static func daysToJudge(watchedThrough: Day?, today: Day) -> ClosedRange<Day> {
        guard let watchedThrough else { return (today - daysLate)...today }
        // Once a day the last ones again.
        let first = watchedThrough < today - 1 ? min(watchedThrough + 1, today - daysLate) : today - 1
        return max(first, today - daysMadeUp)...today
    }

    static func shares(_ shares: [String: AlarmShare], regions: [Region]) -> [WatchedMatter: Double] {
        var factors: [WatchedMatter: Double] = [:]
        for share in shares.values {
            guard let matter = WarningSubject(share.subject, regions: regions)?.matter else { continue }
            factors[matter] = share.factor
        }
        return factors
    }
}

extension WarningRounds.Situation {
    fileprivate func scope(of person: Person) -> WarningScope {
        WarningScope(of: person, in: directory, releasesAtOnce: rules.releasesAtOnce)
    }

    /// Those who wish to be told of a warning and may, each once.
    fileprivate func subscribers(
        of warning: Warning, _ wishes: [WarningSubscription]
    ) -> [NoticePlan.Subscriber] {
        let people = Dictionary(grouping: wishes.filter { $0.concerns(warning) }, by: \.person)
        return people.sorted { $0.key < $1.key }.compactMap { id, wishes in
            guard let person = directory.person(id: id),
                let wish = WarningWish.reason(for: warning.subject, among: wishes.map(\.wish))
            else { return nil }
            let scope = scope(of: person)
            guard scope.sees(warning) else { return nil }
            return NoticePlan.Subscriber(person: id, wish: wish, isGuided: scope.isGuided(by: warning))
        }
    }
}

extension [NoticeDecision] {
    /// Whether the last word for a notice and person is the same.
    fileprivate func holds(_ decision: NoticeDecision) -> Bool {
        last { $0.notice == decision.notice && $0.person == decision.person }?.verdict == decision.verdict
    }

    /// Whether a person was told of a reopening, or opened it.
    fileprivate func tells(_ person: String, ofReopening turns: Int) -> Bool {
        contains { decision in
            guard decision.person == person, case .worse(_, reopenings: turns) = decision.notice else {
                return false
            }
            return decision.verdict.isSent || decision.verdict == .withheld(.own)
        }
    }
}

/// Where the rounds of the watch get their counts.
public protocol ComplaintSource: Sendable {
    /// The complaints about the own brand in these days, all of one state of the file.
    func complaints(during days: ClosedRange<Day>) async throws -> ComplaintCounts

    /// How many customers complain of both of each pair; nothing for those of which it is not known.
    func together(_ pairs: [ComplaintPair]) async throws -> [ComplaintPair: ComplaintPair.Count]
}
