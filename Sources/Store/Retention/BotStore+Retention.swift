public import Earshot
import SQLite

extension BotStore {
    /// How long the reply to a message is kept: three times what is promised for repeats.
    public static let repliesKept = usual(.replies)
    /// How long the reply to a message is kept that people may rate, with what was understood: a rating that comes later
    /// is kept without its answer.
    public static let ratedRepliesKept = usual(.ratedReplies)
    public static let feedbackKept = usual(.feedback)
    public static let warningsKept = usual(.warnings)
    public static let unansweredKept = usual(.unanswered)
    public static let handOversKept = usual(.handOvers)

    private static func usual(_ kind: RetainedKind) -> Duration {
        .seconds((RetentionRules.usualDays[kind] ?? 0) * 86_400)
    }

    /// The most rows of a table that are removed in one transaction: messages are answered in between.
    private static let part = 1000
    /// As many attachments: each is of up to some megabytes.
    private static let mostAttachments = 20

    /// Removes whatever has been kept for its time, a part at a time. A kind that cannot be removed holds up no other.
    ///
    /// - Parameters:
    ///   - calendar: tells the days that are kept.
    ///   - pause: lets others write for as long as a part took, be they of another process, which learn of it by asking.
    /// - Returns: how many rows went.
    /// - Throws: `RetentionFault` of the first kind that could not be removed, after all others were.
    public func forget(
        at now: Timestamp, _ rules: RetentionRules = RetentionRules(), calendar: LocalCalendar = .shanghai,
        pause: (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) async throws -> Int {
        var removed = 0
        var fault: RetentionFault?
        for kind in RetainedKind.allCases {
            guard let horizon = rules.horizon(of: kind, at: now) else { continue }
            do {
                while true {
                    try Task.checkCancellation()
                    let start = ContinuousClock.now
                    let part = try await database.write { connection in
                        try BotStore.expire(kind, before: horizon, at: now, calendar, on: connection)
                    }
                    guard part > 0 else { break }
                    removed += part
                    try await pause(ContinuousClock.now - start)
                }
            } catch let error as CancellationError {
                throw error
            } catch {
                fault = fault ?? RetentionFault(kind: kind, reason: error)
            }
        }
        if let fault { throw fault }
        return removed
    }

    /// What is kept of each kind, and how much of it `forget` would remove.
    public func retained(
        at now: Timestamp, _ rules: RetentionRules, calendar: LocalCalendar = .shanghai
    ) async throws -> [RetainedKind: RetainedAmount] {
        try await database.read { connection in
            var amounts: [RetainedKind: RetainedAmount] = [:]
            for kind in RetainedKind.allCases {
                let horizon = rules.horizon(of: kind, at: now).map {
                    BotStore.number($0, for: kind, calendar)
                }
                amounts[kind] = try RetainedTable.tables(of: kind).first?.amount(
                    before: horizon, on: connection)
            }
            return amounts
        }
    }

    /// Removes a part of a kind that is due; nothing is left of it where none was.
    private static func expire(
        _ kind: RetainedKind, before horizon: Timestamp, at now: Timestamp, _ calendar: LocalCalendar,
        on connection: Connection
    ) throws -> Int {
        let moment = number(horizon, for: kind, calendar)
        let tables = RetainedTable.tables(of: kind)
        switch kind {
        case .audit: return try expireAudit(before: horizon, at: now, on: connection)
        case .warnings:
            return try remove(
                tables[0].due(before: moment, limit: part / 10, on: connection), of: "warning",
                with: [
                    "warning_step", "notice_decision",
                ], on: connection)
        case .handOvers:
            return try remove(
                tables[0].due(before: moment, limit: part / 10, on: connection), of: "hand_over",
                with: ["hand_over_line"], on: connection)
        case .suggestions:
            let numbers = try tables[0].due(before: moment, limit: part / 10, on: connection)
            return try numbers.reduce(0) { try $0 + removeSuggestion($1, on: connection) }
        case .reports:
            let issues = try tables[0].expire(before: moment, limit: part, on: connection)
            let askings = try tables[1].expire(before: moment, limit: part, on: connection)
            guard issues > 0 else { return askings }
            try connection.execute(
                "DELETE FROM report WHERE number NOT IN (SELECT report FROM report_issue)")
            let reports = connection.changes
            try forgetReportTexts(on: connection)
            return issues + askings + reports + connection.changes
        case .deliveries:
            let deliveries = try tables[0].expire(before: moment, limit: part, on: connection)
            try forgetPictures(on: connection)
            return deliveries + connection.changes
        case .attachments:
            return try tables[0].expire(before: moment, limit: mostAttachments, on: connection)
        default:
            // One table in a transaction.
            for table in tables {
                let removed = try table.expire(before: moment, limit: part, on: connection)
                if removed > 0 { return removed }
            }
            return 0
        }
    }

    /// A moment as the kind's table writes it.
    private static func number(
        _ moment: Timestamp, for kind: RetainedKind, _ calendar: LocalCalendar
    ) -> Int64 {
        kind == .unanswered ? Int64(calendar.day(of: moment).number) : moment.milliseconds
    }

    private static func remove(
        _ numbers: [Int64], of table: String, with others: [String], on connection: Connection
    ) throws -> Int {
        var rows = 0
        for number in numbers {
            for other in others {
                try connection.execute("DELETE FROM \(other) WHERE \(table) = ?", number)
                rows += connection.changes
            }
            try connection.execute("DELETE FROM \(table) WHERE number = ?", number)
            rows += connection.changes
        }
        return rows
    }

    /// A suggestion goes with those that became a part of it.
    private static func removeSuggestion(_ number: Int64, on connection: Connection) throws -> Int {
        let parts = try connection.query(
            "SELECT number FROM suggestion WHERE merged_into = ?", number
        ) { $0.int64(0) }
        var rows = try parts.reduce(0) { try $0 + removeSuggestion($1, on: connection) }
        try connection.execute(
            """
            DELETE FROM suggestion_notice
            WHERE wanted = ? OR step IN (SELECT id FROM suggestion_step WHERE suggestion = ?)
            """, number, number)
        rows += connection.changes
        return try rows
            + remove(
                [number], of: "suggestion",
                with: [
                    "suggestion_step", "suggestion_support", "suggestion_attachment", "suggestion_reminder",
                ], on: connection)
    }
}

/// That what is due of a kind could not be removed.
public struct RetentionFault: Error, CustomStringConvertible {
    public var kind: RetainedKind
    public var reason: any Error

    public var description: String { "what is due of \(kind.rawValue) could not be removed: \(reason)" }
}
