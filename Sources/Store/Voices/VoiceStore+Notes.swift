public import Earshot
import SQLite

extension VoiceStore: NotedVoices {
    public func notes(_ wanted: NoteSelection, limit: Int) async throws -> [NotedVoice] {
        guard wanted.isQuotable else { return [] }
        return try await database.read { [self] connection in
            guard let origin = try Origin(of: wanted.subject, on: connection) else { return [] }
            // The nation's stand under their cities, and under 0.
            let codes =
                wanted.isNational ? nil : "[" + origin.places.map(String.init).joined(separator: ",") + "]"
            let aspects = try aspects(on: connection)
            let said = try connection.prepare(VoiceStore.saidInNote)
            return try connection.query(
                VoiceStore.newestNotes, wanted.days.lowerBound.number, wanted.days.upperBound.number,
                Dimensions.dealerNotes, codes, wanted.olderThan?.day.number ?? Int.max,
                wanted.olderThan?.number ?? Int64.max, limit
            ) { row -> NotedVoice in
                let (day, place, number) = (row.int(0), row.int(1), row.int64(2))
                let mentions = try said.query(day, Dimensions.dealerNotes, place, number) { mention in
                    aspects[mention.int(0)].map {
                        NotedVoice.Mention(aspect: $0, polarity: Polarity(sign: mention.int(1)))
                    }
                }
                return NotedVoice(
                    position: VoicePosition(day: Day(number: day), number: number), text: row.text(3),
                    dealerID: row.optionalText(4), mentions: mentions.compactMap(\.self))
            }
        }
    }

    public func takeBack(_ ids: [String], of source: String) async throws {
        guard !ids.isEmpty else { return }
        try await database.write { connection in
            let find = try connection.prepare(
                """
                SELECT voice.id
                FROM voice
                JOIN source ON source.id = voice.source
                WHERE source.name = ? AND voice.external_id = ? AND voice.kind = ? AND voice.text <> ''
                """)
            let numbers = try ids.compactMap { id in
                try find.queryOne(source, id, Voice.Kind.dealerNote.rawValue) { $0.int64(0) }
            }
            guard !numbers.isEmpty else { return }
            let rows = EditionRows(connection)
            let tables = [.inForce] + (try rows.next() == nil ? [] : [ReadingTables.next])
            for number in numbers {
                for tables in tables { try NoteRemoval(connection, from: tables).remove(number) }
                // Its number stays: what comes in later must not be taken for what was looked at before.
                try connection.execute(
                    "UPDATE voice SET text = '', title = NULL, author = NULL, url = NULL WHERE id = ?", number
                )
            }
            if let inForce = try rows.inForce() { try rows.noteChange(of: inForce.number, strays: 0) }
        }
    }

    /// A seek for each day and polarity, the newest first.
    private static let newestNotes = """
        WITH RECURSIVE \(countedDays)
        SELECT mention.day, mention.place, mention.voice, voice.text, dealer.key
        FROM counted CROSS JOIN mention
            ON mention.day = counted.day AND mention.subject = ?3 AND mention.aspect = 0
                AND mention.polarity IN (-1, 0, 1)
        JOIN voice ON voice.id = mention.voice
        JOIN reading ON reading.voice = voice.id
        LEFT JOIN dealer ON dealer.id = reading.dealer
        WHERE (?4 IS NULL AND mention.place < 1000000 OR mention.place IN (SELECT value FROM json_each(?4)))
            AND (mention.day, mention.voice) < (?5, ?6)
        ORDER BY mention.day DESC, mention.voice DESC
        LIMIT ?7
        """

    private static let saidInNote = """
        SELECT mention.aspect, mention.polarity
        FROM aspect CROSS JOIN mention
            ON mention.day = ? AND mention.subject = ? AND mention.aspect = aspect.id
                AND mention.polarity IN (-1, 0, 1) AND mention.place = ? AND mention.voice = ?
        WHERE aspect.id > 0
        ORDER BY aspect.id
        """
}

extension NoteSelection {
    fileprivate var isNational: Bool { selection.isNational }
    fileprivate var isQuotable: Bool { selection.isQuotable }
    private var selection: VoiceSelection { VoiceSelection(subject, during: days) }
}

/// Takes what a store noted out of the mentions and counts of an edition.
private struct NoteRemoval {
    private let connection: Connection
    private let tables: ReadingTables

    init(_ connection: Connection, from tables: ReadingTables) {
        (self.connection, self.tables) = (connection, tables)
    }

    func remove(_ number: Int64) throws {
        let day = try connection.queryOne("SELECT day FROM \(tables.reading) WHERE voice = ?", number) {
            $0.int(0)
        }
        guard let day else { return }
        let subject = Dimensions.dealerNotes
        let mentions = try connection.query(
            "SELECT aspect, polarity, place FROM \(tables.mention) WHERE day = ? AND subject = ? AND voice = ?",
            day, subject, number
        ) {
            MentionRemoval.Mention(
                subject: subject, aspect: $0.int(0), polarity: $0.int(1), place: $0.int(2))
        }
        var removal = MentionRemoval(connection, from: tables)
        try removal.remove(mentions, of: number, on: day)
        try removal.finish()
        try connection.execute(
            "UPDATE \(tables.reading) SET polarity = 0, sentiment = 0, series = NULL WHERE voice = ?", number)
    }
}
