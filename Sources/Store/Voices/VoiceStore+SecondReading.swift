public import Earshot
import SQLite

extension VoiceStore: SecondReadingArchive {
    public func nextForSecondReading(
        by edition: ReadingEdition, limit: Int, bytes: Int
    ) async throws -> SecondReadingWork {
        let found = try await database.write { connection -> (Int, SecondReadingRows.Unread?)? in
            guard let inForce = try EditionRows(connection).inForce() else { return (0, nil) }
            guard inForce.key == edition.key, inForce.strays == 0 else { return nil }
            let newest =
                try connection.queryOne("SELECT COALESCE(MAX(id), 0) FROM voice") { $0.int64(0) } ?? 0
            return (
                inForce.number, try SecondReadingRows(connection).next(in: inForce.number, newest: newest)
            )
        }
        guard let (number, unread) = found else { return .otherEdition }
        guard let range = unread else { return .nothing }
        // Where the figures change over in between, what comes of the batch counts for nothing.
        let voices = try await database.read { connection in
            try StoredVoice.newest(before: range.unread + 1, limit: limit, bytes: bytes, on: connection)
        }.filter { $0.number >= range.first }
        let numbers = VoiceStore.lowest(of: voices, in: range)...range.unread
        return .voices(SecondReadingBatch(edition: number, voices: voices, numbers: numbers))
    }

    /// How far down a batch reaches: to its last voice or, where there was none, as far as it was looked for.
    private static func lowest(of voices: [StoredVoice], in range: SecondReadingRows.Unread) -> Int64 {
        voices.last?.number ?? max(range.first, range.unread + 1 - StoredVoice.farthest)
    }

    public func finish(_ batch: SecondReadingBatch) async throws {
        try await database.write { connection in
            try SecondReadingRows(connection).finish(batch.numbers, in: batch.edition)
        }
    }

    public func secondReading(of key: [UInt8]) async throws -> KnownSecondReading? {
        try await database.read { connection in
            try connection.queryOne("SELECT verdicts FROM second_reading WHERE question = ?", key) { row in
                guard let verdicts = row.optionalText(0) else { return .unusable }
                return .verdicts(verdicts.split(separator: "\n").compactMap { Verdict(String($0)) })
            }
        }
    }

    public func spend(on day: Day, of texts: Int) async throws -> Bool {
        try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO second_reading_day (day, texts)
                SELECT ?, 1 WHERE ? > 0
                ON CONFLICT DO UPDATE SET texts = texts + 1 WHERE texts < ?
                """, day.number, texts, texts)
            return connection.changes == 1
        }
    }

    public func spent(on day: Day) async throws -> Int {
        try await database.read { connection in
            try connection.queryOne("SELECT texts FROM second_reading_day WHERE day = ?", day.number) {
                $0.int(0)
            } ?? 0
        }
    }

    public func keep(
        _ answer: (key: [UInt8], known: KnownSecondReading)?, at now: Timestamp, _ revision: VoiceRevision?
    ) async throws -> Bool {
        try await database.write { connection in
            if let answer { try VoiceStore.keep(answer.known, to: answer.key, at: now, on: connection) }
            guard let revision, let inForce = try EditionRows(connection).inForce(),
                inForce.number == revision.edition
            else { return false }
            var writer = ReadingRevision(connection)
            guard try writer.replace(revision.number, by: revision.reading) else { return false }
            try EditionRows(connection).noteChange(of: inForce.number, strays: 0)
            try connection.execute(
                """
                INSERT INTO second_reading_edition (edition, corrections)
                VALUES (?, 1)
                ON CONFLICT DO UPDATE SET corrections = corrections + 1
                """, inForce.number)
            return true
        }
    }

    public func undoSecondReadings() async throws -> Bool {
        try await database.write { connection in
            guard let inForce = try EditionRows(connection).inForce(),
                let corrections = try connection.queryOne(
                    "SELECT corrections FROM second_reading_edition WHERE edition = ?", inForce.number,
                    row: { $0.int(0) })
            else { return false }
            // They are read otherwise than the edition says, as those are that another process takes in.
            try EditionRows(connection).noteChange(of: inForce.number, strays: corrections)
            try connection.execute("DELETE FROM second_reading_edition")
            try connection.execute("DELETE FROM second_reading_range")
            return true
        }
    }

    private static func keep(
        _ known: KnownSecondReading, to key: [UInt8], at now: Timestamp, on connection: Connection
    ) throws {
        var verdicts: String?
        if case .verdicts(let list) = known {
            verdicts = list.map(\.description).joined(separator: "\n")
        }
        try connection.execute(
            """
            INSERT INTO second_reading (question, answered_at, verdicts)
            VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET answered_at = excluded.answered_at, verdicts = excluded.verdicts
            """, key, now.milliseconds, verdicts)
    }
}
