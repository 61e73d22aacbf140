/// Who is to be told what of a warning at a moment, and who is not, with the reason.
///
/// It decides from the warning and from what was decided before: asked twice it wants nothing the second time.
struct NoticePlan {
    private let warning: Warning
    private let audience: WarningAudience
    private let rules: WarningRules
    /// Those who wish to be told of it, and may.
    private let subscribers: [Subscriber]
    private let now: Timestamp
    private let today: Day
    /// The last decision for each notice and person.
    private let last: [Key: NoticeDecision]
    private let made: [NoticeDecision]
    private let restoredBy: String?

    /// Somebody who wishes to be told of it, and may.
    struct Subscriber {
        var person: String
        var wish: WarningWish
        /// Whether a dealer was told what to say about it.
        var isGuided: Bool
    }

    private struct Key: Hashable {
        var notice: Notice
        var person: String
    }

    /// Days after its end in which somebody is still told that a warning is over.
    private static let fresh = 3

    /// - Parameters:
    ///   - made: all decisions of the warning, in the order in which they were made.
    ///   - restoredBy: who took it back last that it was over.
    ///   - subscribers: those who wish to be told of it, and may.
    init(
        _ warning: Warning, made: [NoticeDecision], restoredBy: String? = nil, audience: WarningAudience,
        subscribers: [Subscriber] = [], rules: WarningRules, at now: Timestamp
    ) {
        self.restoredBy = restoredBy
        self.warning = warning
        self.audience = audience
        self.rules = rules
        self.subscribers = subscribers
        self.now = now
        self.made = made
        today = rules.calendar.day(of: now)
        last = Dictionary(made.map { (Key(notice: $0.notice, person: $0.person), $0) }) { $1 }
    }

    /// What is decided anew. Whoever is to be told has `account` to be filled in, or cannot be reached.
    func decisions() -> [NoticeDecision] {
        var wanted: [Wanted] = []
        if warning.state.isActive {
            wanted += ladder()
            wanted += worse()
            wanted += assigned()
            wanted += covering()
            wanted += subscribed()
        } else {
            wanted += neverTold()
            wanted += ended()
        }
        var seen: Set<Key> = []
        return wanted.compactMap { wish in
            let key = wish.key
            guard seen.insert(key).inserted else { return nil }
            let verdict = wish.reason.map { NoticeDecision.Verdict.withheld($0) } ?? .sent(account: "")
            if let before = last[key] {
                if before.verdict.isSent { return nil }
                // Whether there is a way is looked up again each time, and said once.
                if before.verdict == verdict { return nil }
            }
            return NoticeDecision(
                warning: warning.number, notice: wish.notice, person: wish.person, insteadOf: wish.insteadOf,
                wish: wish.subscribed, verdict: verdict, at: now)
        }
    }

    private struct Wanted {
        var notice: Notice
        var person: String
        var insteadOf: [String] = []
        var subscribed: WarningWish?
        /// Why not; nothing to tell.
        var reason: NoticeDecision.Reason?

        var key: Key { Key(notice: notice, person: person) }
    }

    // MARK: Those in charge, one level after the other

    private func ladder() -> [Wanted] {
        var wanted = level(.managers, as: .opened)
        // Nobody climbs further while somebody has it, or nothing is wrong any more.
        guard warning.owner == nil, warning.state == .open, !warning.subject.isTechnical else {
            return wanted
        }
        guard var due = deadline(after: .opened, .managers, rules.claimWithin) else { return wanted }
        for level in [ChainOfCommand.Level.heads, .headquarters] {
            guard now >= due else { return wanted }
            let notice = Notice.escalated(level)
            let summons = self.level(level, as: notice)
            // Where a level has nobody the next is asked at once.
            guard !summons.isEmpty else { continue }
            wanted += summons
            guard let next = deadline(after: notice, level, rules.headWithin) else { return wanted }
            due = next
        }
        return wanted + reminders()
    }

    /// When the next level is to be told: some time after the first of a level was; at once where none can be; nothing
    /// while it is not settled whether one can.
    private func deadline(
        after notice: Notice, _ level: ChainOfCommand.Level, _ patience: Duration
    ) -> Timestamp? {
        let decided = made.filter { $0.notice == notice }
        if let first = decided.filter(\.verdict.isSent).map(\.at).min() {
            // Of a clock that ran ahead: nobody waits for it to be right again.
            guard first <= now else { return now }
            // What has grown since is given the same time again.
            return max(first, warning.worseAt.map { min($0, now) } ?? first) + patience
        }
        let told = audience.level(level, of: warning.subject, on: today).told
        let hopeless = told.allSatisfy { addressed in
            last[Key(notice: notice, person: addressed.person.id)]?.verdict == .withheld(.unreachable)
        }
        return hopeless ? now : nil
    }

    /// A word to everybody on every day after the one on which headquarters was told, in the morning: a day begins at night.
    private func reminders() -> [Wanted] {
        // Headquarters, or whoever could be told in its place.
        let sent = made.filter { $0.verdict.isSent && !$0.notice.isGuidance }
        let top = sent.filter { $0.notice == .escalated(.headquarters) }
        guard let first = (top.isEmpty ? sent : top).map(\.at).min(), rules.calendar.day(of: first) < today
        else { return [] }
        let notice = Notice.reminded(today)
        // Whoever has heard of it today needs no reminder.
        let told = Set(sent.filter { rules.calendar.day(of: $0.at) == today }.map(\.person))
            .union(
                worse().filter { $0.reason == nil && last[$0.key]?.verdict.isSent != true }.map(\.person))
        return ChainOfCommand.Level.allCases.flatMap { level($0, as: notice) }.filter {
            !told.contains($0.person)
        }.map { wanted in
            var wanted = wanted
            wanted.reason = wanted.reason ?? night
            return wanted
        }
    }

    private func level(_ level: ChainOfCommand.Level, as notice: Notice) -> [Wanted] {
        let summons = audience.level(level, of: warning.subject, on: today)
        return summons.told.map { addressed in
            Wanted(
                notice: notice, person: addressed.person.id, insteadOf: addressed.insteadOf.map(\.id),
                reason: obstacle(for: addressed.person.id, isReminder: notice != .opened))
        }
            + summons.absent.map { Wanted(notice: notice, person: $0.person.id, reason: .away) }
    }

    // MARK: Those who know of it

    private func worse() -> [Wanted] {
        // Of a clock that ran ahead: who is told now is told how it is now.
        guard let worseAt = warning.worseAt, worseAt <= now else { return [] }
        let isSpread = worseAt == warning.spreadAt
        let notice =
            isSpread
            ? Notice.spread(warning.spreads) : .worse(warning.severity, reopenings: warning.turns)
        let toldBefore = Set(
            made.filter { $0.verdict.isSent && !$0.notice.isGuidance && $0.at < worseAt }.map(\.person))
        // Who has it needs to know, but of what it has spread to before; else all who were told that it was less.
        let isKnown = isSpread && warning.owner != nil
        var people = isKnown ? [] : warning.owner.map { [$0] } ?? toldBefore.sorted()
        if !isKnown, let owner = warning.owner, last[Key(notice: notice, person: owner)]?.isUnheard == true {
            let others = toldBefore.subtracting([owner])
            // Where nobody else knows of it, those in charge are to.
            people +=
                others.isEmpty
                ? ChainOfCommand.Level.allCases.flatMap { level in
                    audience.level(level, of: warning.subject, on: today).told.map(\.person.id)
                } : others.sorted()
        }
        people += heardOfEnd.subtracting(people).sorted()
        return people.map { person in
            Wanted(
                notice: notice, person: person,
                reason: person == restoredBy ? .own : obstacle(for: person, ownerKnows: true))
        }
    }

    /// Those who were told last that it is over, or said so.
    private var heardOfEnd: Set<String> {
        var heard: Set<String> = []
        for decision in made where !decision.notice.isGuidance {
            let isSent = decision.verdict.isSent
            if case .ended = decision.notice {
                if isSent || decision.verdict == .withheld(.own) { heard.insert(decision.person) }
            } else if isSent {
                heard.remove(decision.person)
            }
        }
        return heard
    }

    private func assigned() -> [Wanted] {
        guard let owner = warning.owner, warning.assignedBy != nil, let at = warning.claimedAt else {
            return []
        }
        return [
            // What somebody gave to somebody waits for the morning, and for nothing else.
            Wanted(notice: .assigned(at), person: owner, reason: quiet)
        ]
    }

    /// Whoever stands in for the one who has it and is away, once for each time away; where nobody does, or can be reached,
    /// those of the same level or else of the next who are there.
    private func covering() -> [Wanted] {
        guard let owner = warning.owner, warning.state != .watching else { return [] }
        let levels = ChainOfCommand.Level.allCases.map {
            audience.level($0, of: warning.subject, on: today)
        }
        let standIns = levels.flatMap(\.told).filter { $0.insteadOf.contains { $0.id == owner } }
        let absent = levels.lazy.compactMap { level in level.absent.first { $0.person.id == owner } }.first
        guard
            let away = (standIns.first?.insteadOf.first { $0.id == owner } ?? absent?.person)?
                .time(awayOn: today)
        else { return [] }
        let notice = Notice.covering(away.lowerBound)
        let own = levels.firstIndex { level in
            level.absent.contains { $0.person.id == owner }
                || level.told.contains { $0.insteadOf.contains { $0.id == owner } }
        }
        let others = levels[(own ?? 0)...].map { $0.told.filter { !standIns.contains($0) } }
        // Those who could not be reached in an earlier round are passed over.
        let group = ([Array(standIns.prefix(1))] + others).first { group in
            group.contains { last[Key(notice: notice, person: $0.person.id)]?.isUnheard != true }
        }
        return (group ?? []).map { addressed in
            Wanted(notice: notice, person: addressed.person.id, insteadOf: [owner], reason: quiet)
        }
    }

    /// Those who wish to know of it and have not been told otherwise. A dealer who was told what to say knows.
    private func subscribed() -> [Wanted] {
        let told = Set(
            made.filter { $0.verdict.isSent && $0.notice != .subscribed }.map(\.person)
                + [warning.owner]
                .compactMap(\.self))
        let called = Set(
            audience.level(.managers, of: warning.subject, on: today).told.map(\.person.id))
        // Whoever could not be reached with the line to take, or is here since, knows nothing of it. Of lines from before it
        // was kept who was sent them the whole city counts as told.
        let isKept = made.contains { $0.notice.isGuidance }
        return subscribers.filter { !told.contains($0.person) && !called.contains($0.person) }.map { one in
            Wanted(
                notice: .subscribed, person: one.person, subscribed: one.wish,
                reason: one.isGuided && !isKept ? .guided : obstacle(for: one.person, ownerKnows: true))
        }
    }

    /// Those who were to be told later are told why they were not.
    private func neverTold() -> [Wanted] {
        let told = Set(made.filter(\.verdict.isSent).map(\.person))
        return last.values.filter { decision in
            if case .ended = decision.notice { return false }
            if decision.notice.isGuidance { return false }
            return !decision.verdict.isSent && !told.contains(decision.person)
        }
        .sorted { ("\($0.notice)", $0.person) < ("\($1.notice)", $1.person) }
        .map { decision in
            Wanted(
                notice: decision.notice, person: decision.person, insteadOf: decision.insteadOf,
                subscribed: decision.wish,
                reason: warning.end?.mergedInto.map { .merged(into: $0) } ?? .ended)
        }
    }

    private func ended() -> [Wanted] {
        guard let end = warning.end else { return [] }
        let notice = Notice.ended(reopenings: warning.reopenings)
        let guided = last.values.filter { $0.verdict == .withheld(.guided) }.map(\.person)
        // Of a line to take that was called back the last word is that it was not sent.
        let told = Set(last.values.filter(\.verdict.isSent).map(\.person) + guided)
            .union([warning.owner, end.by].compactMap(\.self))
        return told.sorted().map { person in
            let reason: NoticeDecision.Reason? =
                if person == end.by {
                    .own
                } else if now.milliseconds - end.at.milliseconds > Int64(NoticePlan.fresh) * 86_400_000 {
                    .stale
                } else {
                    quiet
                }
            return Wanted(notice: notice, person: person, reason: reason)
        }
    }

    // MARK: Why not

    /// Why a person is not told now that there is a warning.
    ///
    /// - Parameters:
    ///   - ownerKnows: whether it is a word to the one who has it, or would have to have heard of it.
    ///   - isReminder: whether it is no news, so that a silence holds it back.
    private func obstacle(
        for person: String, ownerKnows: Bool = false, isReminder: Bool = false
    ) -> NoticeDecision.Reason? {
        if let owner = warning.owner, !ownerKnows { return owner == person ? .own : .claimed(by: owner) }
        if warning.state == .watching { return .ordinary }
        // While nobody knows of the days since, what nobody has taken on is nobody's to forget.
        if warning.lastAbnormal.distance(to: today) > warning.daysToForget { return .stale }
        if isReminder, let silence = warning.silence, now < silence.until {
            return .silenced(until: silence.until, by: silence.by)
        }
        return quiet
    }

    private var quiet: NoticeDecision.Reason? { warning.subject.isDanger ? nil : night }

    private var night: NoticeDecision.Reason? {
        rules.quietHours.end(ifQuietAt: now, calendar: rules.calendar).map { .quietHours(until: $0) }
    }
}

extension NoticeDecision {
    /// Whether no way leads to the person, or it is no longer a matter of that person.
    fileprivate var isUnheard: Bool {
        [.unreachable, .elsewhere].map(Verdict.withheld).contains(verdict)
    }
}
