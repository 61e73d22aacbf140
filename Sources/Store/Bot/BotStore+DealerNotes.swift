public import Earshot
import SQLite
import Synchronization

extension BotStore: DealerNoteDesk, DealerNoteQueue {
    public func nextNote() async throws -> Int64 {
        let recorded = try await database.read { connection in
            try connection.queryOne("SELECT seq FROM sqlite_sequence WHERE name = 'voice_note'") {
                $0.int64(0)
            }
        }
        // Many may record at once, and each gets another one; a number that is not used in the end stays out.
        return lastNote.withLock { last in
            last = max(last, recorded ?? 0) + 1
            return last
        }
    }

    public func note(_ number: Int64, of person: String) async throws -> DealerNote? {
        try await database.read { connection in
            try connection.queryOne(
                "SELECT \(BotStore.noteColumns) FROM voice_note WHERE number = ? AND person = ?", number,
                person
            ) { DealerNote($0) }
        }
    }

    public func notes(of person: String, offset: Int, limit: Int) async throws -> [DealerNote] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT \(BotStore.noteColumns)
                FROM voice_note
                WHERE person = ? AND withdrawn = 0
                ORDER BY number DESC
                LIMIT ? OFFSET ?
                """, person, limit, offset
            ) { DealerNote($0) }
        }
    }

    public func countNotes(of person: String) async throws -> Int {
        try await database.read { connection in
            try connection.queryOne(
                "SELECT COUNT(*) FROM voice_note WHERE person = ? AND withdrawn = 0", person
            ) { $0.int(0) } ?? 0
        }
    }

    public func waitingNotes(limit: Int) async throws -> [DealerNote] {
        try await database.read { connection in
            try connection.query(
                "SELECT \(BotStore.noteColumns) FROM voice_note WHERE waiting = 1 ORDER BY number LIMIT ?",
                limit
            ) { DealerNote($0) }
        }
    }

    public func settle(_ notes: [DealerNote]) async throws {
        try await database.write { connection in
            for note in notes {
                try connection.execute(
                    "UPDATE voice_note SET waiting = 0 WHERE number = ? AND revision = ? AND withdrawn = ?",
                    note.number, note.revision, note.isWithdrawn)
            }
        }
    }

    private static let noteColumns =
        "number, revision, person, dealer, city, words, recorded_at, withdrawn"

    /// Makes durable what a person did with a note, within the transaction of the answer.
    ///
    /// - Throws: `ConversationConflict` where it is not what the answer took it for.
    static func apply(_ change: DealerNoteChange, at now: Timestamp, on connection: Connection) throws {
        let note = change.note
        if change.kind == .recorded {
            try connection.execute(
                """
                INSERT INTO voice_note (
                    number, revision, person, dealer, city, words, recorded_at, withdrawn, waiting)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0, 1)
                ON CONFLICT DO NOTHING
                """, note.number, note.revision, note.person, note.dealer, note.city, note.words,
                note.recordedAt.milliseconds)
        } else {
            try connection.execute(
                """
                UPDATE voice_note
                SET revision = ?, words = ?, withdrawn = ?, waiting = 1
                WHERE number = ? AND person = ? AND revision = ? AND withdrawn = 0
                """, note.revision, note.words, note.isWithdrawn, note.number, note.person,
                change.kind == .corrected ? note.revision - 1 : note.revision)
        }
        guard connection.changes == 1 else { throw ConversationConflict() }
        try audit(note.person, "note.\(change.kind.rawValue)", "#\(note.number)", at: now, on: connection)
    }
}

extension DealerNote {
    fileprivate init(_ row: borrowing Row) {
        self.init(
            number: row.int64(0), revision: row.int(1), person: row.text(2), dealer: row.text(3),
            city: row.text(4), row.text(5), recordedAt: Timestamp(milliseconds: row.int64(6)),
            isWithdrawn: row.int(7) != 0)
    }
}
