public import Earshot
import SQLite

/// What happened to a warning.
extension BotStore {
    public func steps(of warning: Int64) async throws -> [WarningStep] {
        try await database.read { try BotStore.steps(of: warning, on: $0) }
    }

    static func steps(of warning: Int64, on connection: Connection) throws -> [WarningStep] {
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

    static func keep(_ step: WarningStep, on connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO warning_step (warning, at, actor, kind, note, until, gain)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, step.warning, step.at.milliseconds, step.actor, step.kind.rawValue, step.note,
            step.until?.milliseconds, step.gain)
    }
}
