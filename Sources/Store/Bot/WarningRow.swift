import Earshot
import SQLite

/// A warning as it stands in its row.
enum WarningRow {
    static let columns = """
        number, version, subject, parts, state, severity, since, last_abnormal, ordinary_days, first_day, last_day,
        observed, expected, return_period, peak_first_day, peak_last_day, peak_observed, peak_expected,
        peak_return_period, opened_at, worse_at, reopenings, owner, claimed_at, assigned_by, silent_until, silenced_by,
        silence_reason, guidance, told_by, told_at, told_recipients, ended_at, ended_by, end_remark, merged_into,
        evidence, told_cities, spreads, spread_at, loudness
        """

    /// The warning of a row; nothing for one of a subject that this edition of the program does not know.
    static func warning(_ row: borrowing Row, regions: [Region]) -> Warning? {
        guard let subject = WarningSubject(row.text(2), regions: regions),
            let state = WarningState(rawValue: row.int(4)), let severity = Severity(rawValue: row.int(5))
        else { return nil }
        var warning = Warning(
            number: row.int64(0), subject, figures(row, from: 9), severity: severity,
            at: moment(row.int64(19)))
        warning.version = row.int(1)
        warning.parts = row.text(3).split(separator: "\n").compactMap {
            WarningSubject(String($0), regions: regions)
        }
        warning.state = state
        warning.since = day(row.int(6))
        warning.lastAbnormal = day(row.int(7))
        warning.ordinaryDays = row.int(8)
        warning.peak = figures(row, from: 14)
        warning.worseAt = row.optionalInt64(20).map(moment)
        warning.reopenings = row.int(21)
        warning.owner = row.optionalText(22)
        warning.claimedAt = row.optionalInt64(23).map(moment)
        warning.assignedBy = row.optionalText(24)
        if let until = row.optionalInt64(25), let by = row.optionalText(26) {
            warning.silence = Warning.Silence(until: moment(until), by: by, reason: row.optionalText(27))
        }
        if let words = row.optionalText(28), let by = row.optionalText(29), let at = row.optionalInt64(30) {
            warning.guidance = Warning.Guidance(
                words: words, by: by, at: moment(at), recipients: row.optionalInt(31) ?? 0,
                cities: cities(row.optionalText(37)))
        }
        warning.end = row.optionalInt64(32).map { at in
            Warning.End(
                at: moment(at), by: row.optionalText(33), remark: row.optionalText(34),
                mergedInto: row.optionalInt64(35))
        }
        warning.evidence = row.optionalText(36)
        warning.spreads = row.int(38)
        warning.spreadAt = row.optionalInt64(39).map(moment)
        for (place, excess) in loudness(row.text(40), regions: regions) {
            warning.loudness.note(excess, in: place)
        }
        return warning
    }

    /// Writes a warning into its row.
    ///
    /// - Parameter before: the version that the row must have; nothing where it must be new.
    /// - Throws: `WarningConflict` where it is not so.
    static func save(_ warning: Warning, before: Int?, on connection: Connection) throws {
        if before == nil {
            try connection.execute(
                """
                INSERT INTO warning (
                    number, version, subject, parts, state, severity, is_ongoing, since, last_abnormal, ordinary_days,
                    first_day, last_day, observed, expected, return_period, peak_first_day, peak_last_day,
                    peak_observed, peak_expected, peak_return_period, opened_at, reopenings)
                VALUES (?, -1, '', '', 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                ON CONFLICT DO NOTHING
                """, warning.number)
            guard connection.changes == 1 else { throw WarningConflict() }
        }
        let (figures, peak) = (warning.figures, warning.peak)
        try connection.execute(
            """
            UPDATE warning
            SET version = ?, subject = ?, parts = ?, state = ?, severity = ?, is_ongoing = ?, since = ?,
                last_abnormal = ?, ordinary_days = ?, first_day = ?, last_day = ?, observed = ?, expected = ?,
                return_period = ?, peak_first_day = ?, peak_last_day = ?, peak_observed = ?, peak_expected = ?,
                peak_return_period = ?, opened_at = ?, worse_at = ?, reopenings = ?, owner = ?, claimed_at = ?,
                assigned_by = ?, silent_until = ?, silenced_by = ?, silence_reason = ?, guidance = ?, told_by = ?,
                told_at = ?, told_recipients = ?, ended_at = ?, ended_by = ?, end_remark = ?, merged_into = ?,
                evidence = ?, told_cities = ?, spreads = ?, spread_at = ?, loudness = ?
            WHERE number = ? AND version = ?
            """,
            arguments: [
                warning.version, warning.subject.description,
                warning.parts.map(\.description).joined(separator: "\n"), warning.state.rawValue,
                warning.severity.rawValue, warning.isOngoing, warning.since.number,
                warning.lastAbnormal.number, warning.ordinaryDays, figures.days.lowerBound.number,
                figures.days.upperBound.number, figures.observed, figures.expected, figures.returnPeriod,
                peak.days.lowerBound.number, peak.days.upperBound.number, peak.observed, peak.expected,
                peak.returnPeriod, warning.openedAt.milliseconds, warning.worseAt?.milliseconds,
                warning.reopenings, warning.owner, warning.claimedAt?.milliseconds, warning.assignedBy,
                warning.silence?.until.milliseconds, warning.silence?.by, warning.silence?.reason,
                warning.guidance?.words, warning.guidance?.by, warning.guidance?.at.milliseconds,
                warning.guidance?.recipients, warning.end?.at.milliseconds, warning.end?.by,
                warning.end?.remark, warning.end?.mergedInto, warning.evidence,
                warning.guidance.map { text($0.cities) }, warning.spreads, warning.spreadAt?.milliseconds,
                text(warning.loudness),
                warning.number, before ?? -1,
            ])
        guard connection.changes == 1 else { throw WarningConflict() }
    }

    private static func figures(_ row: borrowing Row, from column: Int) -> WarningFigures {
        let (first, last) = (day(row.int(column)), day(row.int(column + 1)))
        return WarningFigures(
            days: min(first, last)...max(first, last), observed: row.int(column + 2),
            expected: row.double(column + 3), returnPeriod: row.double(column + 4))
    }

    /// A line for each place, and behind a blank how much it was there.
    private static func text(_ loudness: Loudness) -> String {
        loudness.places.map { "\($0) \(loudness[$0] ?? 0)" }.sorted().joined(separator: "\n")
    }

    private static func loudness(_ text: String, regions: [Region]) -> [(WatchedPlace, Double)] {
        text.split(separator: "\n").compactMap { line in
            guard let blank = line.lastIndex(of: " "),
                let place = WatchedPlace(String(line[..<blank]), regions: regions),
                let excess = Double(line[line.index(after: blank)...]), excess.isFinite
            else { return nil }
            return (place, excess)
        }
    }

    /// The codes of cities; `everywhere` for all there are.
    private static func text(_ cities: Set<City>?) -> String {
        cities.map { $0.map(\.code).sorted().map(String.init).joined(separator: " ") } ?? everywhere
    }

    /// Nothing for all there are. Of a line to take from before that was kept nobody knows: none.
    private static func cities(_ text: String?) -> Set<City>? {
        if text == everywhere { return nil }
        let codes = text?.split(separator: " ").compactMap { Int($0) } ?? []
        return Set(codes.compactMap { Gazetteer.china.city(code: $0) })
    }

    private static let everywhere = "*"

    private static func day(_ number: Int) -> Day { Day(number: number) }
    private static func moment(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }
}
