public import Earshot
import SQLite

/// Lines to take that wait to be sent, and are called back.
extension BotStore {
    public func waitingLines(of warning: Int64) async throws -> [WaitingLine] {
        try await database.read { connection in
            try BotStore.waitingLines(of: warning, on: connection).map(\.line)
        }
    }

    /// The lines to take of a warning that wait to be sent, by the numbers of their deliveries.
    static func waitingLines(
        of warning: Int64, on connection: Connection
    ) throws -> [(number: Int64, line: WaitingLine)] {
        try waiting(Delivery.key(ofGuidanceOf: warning), on: connection).compactMap { number, key in
            Delivery.guided(byKey: key).map { (number, $0) }
        }
    }

    /// Takes back lines to take that were not sent yet: those who would have read them were not told, and the history says so.
    static func recall(
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
    static func takeBackGuidance(
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
}
