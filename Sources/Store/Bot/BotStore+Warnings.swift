public import Earshot
import SQLite

extension BotStore: WarningRegister {
    public func book(endedSince moment: Timestamp, regions: [Region]) async throws -> WarningBook {
        try await database.read { connection in
            let warnings = try connection.query(
                """
                SELECT \(WarningRow.columns) FROM warning WHERE is_ongoing = 1 OR state < 4
                UNION
                SELECT \(WarningRow.columns) FROM warning WHERE ended_at >= ?
                ORDER BY number
                """, moment.milliseconds
            ) { WarningRow.warning($0, regions: regions) }
            let last = try connection.queryOne("SELECT seq FROM sqlite_sequence WHERE name = 'warning'") {
                $0.int64(0)
            }
            let through = try BotStore.position(BotStore.watchedThrough, on: connection)
            return WarningBook(
                warnings.compactMap(\.self), nextNumber: (last ?? 0) + 1,
                watchedThrough: through.map { Day(number: Int($0)) },
                arrivedThrough: try BotStore.position(BotStore.arrivedThrough, on: connection))
        }
    }

    public func keep(_ changes: WarningBook.Changes, at now: Timestamp) async throws {
        try await database.write { connection in
            for (warning, before) in changes.warnings {
                try WarningRow.save(warning, before: before, on: connection)
                if !warning.state.isActive {
                    try BotStore.takeBackNotices(of: warning.number, at: now, on: connection)
                }
            }
            for step in changes.steps { try BotStore.keep(step, on: connection) }
            for rise in changes.sparse { try BotStore.keep(rise, on: connection) }
            if let newest = changes.sparse.map(\.days.upperBound.number).max() {
                try connection.execute(
                    "DELETE FROM sparse_rise WHERE day < ?", newest - BotStore.daysOfSparseRises)
            }
            if let day = changes.watchedThrough {
                try BotStore.setPosition(BotStore.watchedThrough, to: Int64(day.number), on: connection)
            }
            if let number = changes.arrivedThrough {
                try BotStore.setPosition(BotStore.arrivedThrough, to: number, on: connection)
            }
        }
    }

    public func keep(
        _ decisions: [NoticeDecision], of warnings: [Warning], _ deliveries: [Delivery], at now: Timestamp
    ) async throws {
        try await database.write { connection in
            for warning in warnings {
                let version = try connection.queryOne(
                    "SELECT version FROM warning WHERE number = ?", warning.number
                ) { $0.int(0) }
                guard version == warning.version else { throw WarningConflict() }
            }
            for decision in decisions { try BotStore.keep(decision, on: connection) }
            _ = try BotStore.enqueue(deliveries, at: now, on: connection)
        }
    }

    public func decisions(of warnings: [Int64]) async throws -> [NoticeDecision] {
        try await database.read { connection in
            try warnings.flatMap { warning in
                try connection.query(
                    """
                    SELECT notice, person, instead_of, account, reason, reason_until, reason_by, at, wish
                    FROM notice_decision
                    WHERE warning = ?
                    ORDER BY id
                    """, warning
                ) { BotStore.decision($0, of: warning) }.compactMap(\.self)
            }
        }
    }

    public func waitingLines(of warning: Int64) async throws -> [WaitingLine] {
        try await database.read { connection in
            try BotStore.waitingLines(of: warning, on: connection).map(\.line)
        }
    }

    public func alarmShares() async throws -> [String: AlarmShare] {
        try await database.read { connection in
            var shares: [String: AlarmShare] = [:]
            try connection.forEach("SELECT subject, factor, false_alarms, confirmed FROM alarm_share") {
                row in
                let subject = row.text(0)
                shares[subject] = AlarmShare(
                    subject: subject, factor: row.double(1), falseAlarms: row.int(2), confirmed: row.int(3))
            }
            return shares
        }
    }

    /// Makes durable what a person did, within the transaction of the answer.
    ///
    /// - Throws: `ConversationConflict` where the warning is not what the answer took it for, or lines that it was to call back are
    ///   on their way.
    func apply(
        _ change: WarningChange, by actor: String, at now: Timestamp, on connection: Connection
    ) throws {
        do {
            try WarningRow.save(change.warning, before: change.before, on: connection)
        } catch is WarningConflict {
            throw ConversationConflict()
        }
        // Words that come after others replace them, and what to say of a false alarm is nothing.
        if change.step.kind == .told || change.warning.state == .dismissed {
            let told = Set(change.deliveries.compactMap { Delivery.guided(byKey: $0.key)?.person })
            let waiting = try BotStore.waitingLines(of: change.warning.number, on: connection)
                .filter { change.step.kind != .told || told.contains($0.line.person) }
            guard change.recalled.map({ $0 == waiting.count }) ?? true else { throw ConversationConflict() }
            try BotStore.recall(waiting, of: change.warning, by: actor, at: now, on: connection)
            if change.step.kind != .told {
                try BotStore.takeBackGuidance(
                    of: change.warning, unread: waiting.map(\.line), on: connection)
            }
        }
        try BotStore.keep(change.step, on: connection)
        try BotStore.audit(
            actor, "warning.\(change.step.kind.rawValue)", change.warning.name, at: now, on: connection)
        try BotStore.auditDetail(of: change, by: actor, at: now, on: connection)
        // Who has it, or knows that it is over, is not told that nobody has.
        if change.warning.owner != nil || !change.warning.state.isActive {
            try BotStore.takeBackNotices(of: change.warning.number, at: now, on: connection)
        }
        for decision in change.decisions { try BotStore.keep(decision, on: connection) }
        _ = try BotStore.enqueue(change.deliveries, at: now, on: connection)
        guard let share = change.share else { return }
        try connection.execute(
            """
            INSERT INTO alarm_share (subject, factor, false_alarms, confirmed, changed_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE
            SET factor = excluded.factor, false_alarms = excluded.false_alarms, confirmed = excluded.confirmed,
                changed_at = excluded.changed_at
            """, share.subject, share.factor, share.falseAlarms, share.confirmed, now.milliseconds)
    }

    /// What the entry of a change does not say: whom a warning was given to, and until when it is silent.
    private static func auditDetail(
        of change: WarningChange, by actor: String, at now: Timestamp, on connection: Connection
    ) throws {
        switch change.step.kind {
        case .assigned:
            guard let person = change.step.note else { return }
            try audit(actor, AuditAction.assignee, person, at: now, on: connection)
        case .silenced:
            guard let silence = change.warning.silence else { return }
            try audit(
                actor, AuditAction.silenceEnd, silence.until.iso8601, at: now,
                on: connection)
        default: return
        }
    }

    /// Takes back what was not sent yet of what those in charge were to be told.
    private static func takeBackNotices(
        of warning: Int64, at now: Timestamp, on connection: Connection
    ) throws {
        let waiting = try BotStore.waiting(Delivery.key(ofNoticesOf: warning), on: connection)
        let stale = waiting.filter { Delivery.isOvertaken(noticeKey: $0.key) }.map(\.number)
        _ = try BotStore.cancel(stale, at: now, on: connection)
    }

    /// The lines to take of a warning that wait to be sent, by the numbers of their deliveries.
    private static func waitingLines(
        of warning: Int64, on connection: Connection
    ) throws -> [(number: Int64, line: WaitingLine)] {
        try waiting(Delivery.key(ofGuidanceOf: warning), on: connection).compactMap { number, key in
            Delivery.guided(byKey: key).map { (number, $0) }
        }
    }

    /// Takes back lines to take that were not sent yet: those who would have read them were not told, and the history says so.
    private static func recall(
        _ waiting: [(number: Int64, line: WaitingLine)], of warning: Warning, by actor: String,
        at now: Timestamp, on connection: Connection
    ) throws {
        guard !waiting.isEmpty else { return }
        _ = try cancel(waiting.map(\.number), at: now, on: connection)
        for (_, line) in waiting {
            // In the place of the word that it was sent.
            try connection.execute(
                """
                UPDATE notice_decision SET account = NULL, reason = 'ended', at = ?
                WHERE warning = ? AND notice = ? AND person = ?
                """, now.milliseconds, warning.number, Notice.guided(line.at).description, line.person)
        }
        let people = Set(waiting.map(\.line.person)).count
        try keep(
            WarningStep(warning.number, at: now, by: actor, .recalled, note: String(people)), on: connection)
        try audit(actor, AuditAction.recalled, warning.name, at: now, on: connection)
    }

    /// Takes back from the line to take of a warning those who were not sent it; where nobody was, the line before it holds that
    /// somebody was sent.
    private static func takeBackGuidance(
        of warning: Warning, unread: [WaitingLine], on connection: Connection
    ) throws {
        guard let guidance = warning.guidance else { return }
        let people = Set(unread.filter { $0.at == guidance.at }.map(\.person)).count
        guard people > 0 else { return }
        try connection.execute(
            "UPDATE warning SET told_recipients = MAX(0, told_recipients - ?) WHERE number = ?", people,
            warning.number)
        guard guidance.recipients <= people else { return }
        // Of a narrower place another line was spoken.
        let steps = try steps(of: warning.number, on: connection)
        let spread = steps.lastIndex { $0.kind == .spread }.map { $0 + 1 } ?? steps.startIndex
        for step in steps[spread...].reversed() {
            // Somebody else's line was for other cities, and which these were is not kept.
            guard let told = step.told, let words = told.words, step.actor == guidance.by else { continue }
            let sent = try connection.queryOne(
                "SELECT COUNT(*) FROM notice_decision WHERE warning = ? AND notice = ? AND account IS NOT NULL",
                warning.number, Notice.guided(step.at).description
            ) { $0.int(0) }
            guard let sent, sent > 0 else { continue }
            try connection.execute(
                """
                UPDATE warning SET guidance = ?, told_by = ?, told_at = ?, told_recipients = ?
                WHERE number = ?
                """, words, step.actor, step.at.milliseconds, sent, warning.number)
            return
        }
    }

    /// The deliveries that wait, by how their keys begin.
    static func waiting(
        _ prefix: String, on connection: Connection
    ) throws -> [(number: Int64, key: String)] {
        try connection.query(
            "SELECT id, key FROM delivery WHERE key > ? AND key < ? AND state IN (0, 2)", prefix,
            prefix + "\u{10FFFF}"
        ) { ($0.int64(0), $0.text(1)) }
    }

    /// How long it can be said that something was of too few voices.
    private static let daysOfSparseRises = 90

    private static func keep(_ rise: SparseRise, on connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO sparse_rise (day, subject, days, observed, expected) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET
                days = excluded.days, observed = excluded.observed, expected = excluded.expected
            """, rise.days.upperBound.number, WarningSubject(rise.matter).description, rise.days.count,
            rise.observed, rise.expected)
    }

    private static func keep(_ step: WarningStep, on connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO warning_step (warning, at, actor, kind, note, until, gain)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, step.warning, step.at.milliseconds, step.actor, step.kind.rawValue, step.note,
            step.until?.milliseconds, step.gain)
    }

    private static func keep(_ decision: NoticeDecision, on connection: Connection) throws {
        var account: String?
        var reason: (name: String, until: Timestamp?, by: String?)?
        switch decision.verdict {
        case .sent(let sent): account = sent
        case .withheld(let why): reason = why.record
        }
        try connection.execute(
            """
            INSERT INTO notice_decision (
                warning, notice, person, instead_of, account, reason, reason_until, reason_by, at,
                wish)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, decision.warning, decision.notice.description, decision.person,
            decision.insteadOf.joined(separator: "\n"), account, reason?.name, reason?.until?.milliseconds,
            reason?.by, decision.at.milliseconds, decision.wish?.description)
    }

    /// One row; nothing for a notice or a reason of another edition of the program.
    private static func decision(_ row: borrowing Row, of warning: Int64) -> NoticeDecision? {
        guard let notice = Notice(row.text(0)) else { return nil }
        let verdict: NoticeDecision.Verdict
        if let account = row.optionalText(3) {
            verdict = .sent(account: account)
        } else {
            guard
                let reason = NoticeDecision.Reason(
                    name: row.optionalText(4) ?? "",
                    until: row.optionalInt64(5).map { Timestamp(milliseconds: $0) }, by: row.optionalText(6))
            else { return nil }
            verdict = .withheld(reason)
        }
        return NoticeDecision(
            warning: warning, notice: notice, person: row.text(1),
            insteadOf: row.text(2).split(separator: "\n").map(String.init),
            // A region is said by its name.
            wish: row.optionalText(8).flatMap { WarningWish($0, regions: []) }, verdict: verdict,
            at: Timestamp(milliseconds: row.int64(7)))
    }
}

extension BotStore: WarningDesk {
    public func sparseRises(since day: Day, regions: [Region]) async throws -> [SparseRise] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT day, subject, days, observed, expected
                FROM sparse_rise
                WHERE day >= ?
                ORDER BY day DESC, subject
                """, day.number
            ) { row -> SparseRise? in
                // Of a place or an aspect that is none any more nobody asks.
                guard let matter = WarningSubject(row.text(1), regions: regions)?.matter else { return nil }
                let last = Day(number: row.int(0))
                return SparseRise(
                    matter, days: (last - (max(1, row.int(2)) - 1))...last, observed: row.int(3),
                    expected: row.double(4))
            }.compactMap(\.self)
        }
    }

    public func warning(_ number: Int64, regions: [Region]) async throws -> Warning? {
        try await database.read { connection in
            try connection.queryOne("SELECT \(WarningRow.columns) FROM warning WHERE number = ?", number) {
                WarningRow.warning($0, regions: regions)
            } ?? nil
        }
    }

    public func warnings(active: Bool, limit: Int, regions: [Region]) async throws -> [Warning] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT \(WarningRow.columns)
                FROM warning
                WHERE state < ?
                ORDER BY state >= 4, number DESC
                LIMIT ?
                """, active ? WarningState.resolved.rawValue : Int.max, limit
            ) { WarningRow.warning($0, regions: regions) }.compactMap(\.self)
        }
    }

    public func warnings(openAtOrAfter moment: Timestamp, regions: [Region]) async throws -> [Warning] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT \(WarningRow.columns) FROM warning WHERE ended_at IS NULL OR ended_at >= ?
                ORDER BY number
                """, moment.milliseconds
            ) { WarningRow.warning($0, regions: regions) }.compactMap(\.self)
        }
    }

    public func steps(of warning: Int64) async throws -> [WarningStep] {
        try await database.read { try BotStore.steps(of: warning, on: $0) }
    }

    private static func steps(of warning: Int64, on connection: Connection) throws -> [WarningStep] {
        try connection.query(
            "SELECT at, actor, kind, note, until, gain FROM warning_step WHERE warning = ? ORDER BY id",
            warning
        ) { row -> WarningStep? in
            guard let kind = WarningStep.Kind(rawValue: row.text(2)) else { return nil }
            var step = WarningStep(
                warning, at: Timestamp(milliseconds: row.int64(0)), by: row.optionalText(1), kind,
                note: row.optionalText(3))
            step.until = row.optionalInt64(4).map { Timestamp(milliseconds: $0) }
            step.gain = row.optionalDouble(5)
            return step
        }.compactMap(\.self)
    }
}

extension BotStore {
    private static let watchedThrough = "watched-through"
    private static let arrivedThrough = "arrived-through"

    private static func position(_ name: String, on connection: Connection) throws -> Int64? {
        try connection.queryOne("SELECT position FROM watch_position WHERE name = ?", name) { $0.int64(0) }
    }

    private static func setPosition(_ name: String, to position: Int64, on connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO watch_position (name, position) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET position = excluded.position
            """, name, position)
    }
}

extension BotStore {
    /// How many warnings that are not over stand in each state.
    public func warningCounts() async throws -> [WarningState: Int] {
        try await database.read { connection in
            var counts: [WarningState: Int] = [:]
            try connection.forEach(
                "SELECT state, COUNT(*) FROM warning WHERE state < ? GROUP BY state",
                WarningState.resolved.rawValue
            ) { row in
                if let state = WarningState(rawValue: row.int(0)) { counts[state] = row.int(1) }
            }
            return counts
        }
    }
}

extension BotStore {
}
