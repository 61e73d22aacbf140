import Earshot
import SQLite

/// What people do with warnings.
extension BotStore {
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
        try BotStore.takeBackReliefs(overtakenBy: change, at: now, on: connection)
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
    static func takeBackNotices(
        of warning: Int64, at now: Timestamp, on connection: Connection
    ) throws {
        let waiting = try BotStore.waiting(Delivery.key(ofNoticesOf: warning), on: connection)
        let stale = waiting.filter { Delivery.isOvertaken(noticeKey: $0.key) }.map(\.number)
        _ = try BotStore.cancel(stale, at: now, on: connection)
    }

    /// Takes back what was not sent yet of somebody else having a warning: to whoever has it now, and to whoever is told so anew.
    private static func takeBackReliefs(
        overtakenBy change: WarningChange, at now: Timestamp, on connection: Connection
    ) throws {
        let people = Set(
            change.deliveries.compactMap { Delivery.relieved(byKey: $0.key) }
                + [change.warning.owner].compactMap(\.self))
        let waiting = try BotStore.waiting(
            Delivery.key(ofReliefsFrom: change.warning.number), on: connection)
        let stale = waiting.filter { Delivery.relieved(byKey: $0.key).map(people.contains) == true }
        _ = try BotStore.cancel(stale.map(\.number), at: now, on: connection)
    }
}
