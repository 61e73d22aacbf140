import Earshot
import SQLite

/// Removes voices with all that was made of them, within one transaction: text, reading, mentions and counts, sketch, words.
struct VoiceRemoval {
    private let connection: Connection
    private var mentions: MentionRemoval
    /// The last voice whose words are in the index.
    private let indexed: Int64
    private var newest: Int64 = 0
    private var leavesReposts = false
    private(set) var count = 0

    init(_ connection: Connection) throws {
        self.connection = connection
        mentions = MentionRemoval(connection, from: .inForce)
        indexed = try VoiceStore.reached(on: connection)
    }

    /// A voice with what its reading says of where it is counted.
    private struct Standing {
        var kind: String
        var text: String
        var day: Int?
        var city: Int
        var subject: Int
        var dealer: Int?
        var isAdvertisement: Bool
        var repostOf: Int64?
        var reposts: Int

        var isCounted: Bool { day != nil && !isAdvertisement && repostOf == nil }
    }

    /// Removes one; nothing where it is gone.
    mutating func remove(_ number: Int64) throws {
        guard let standing = try standing(number) else { return }
        if standing.isCounted, let day = standing.day {
            try mentions.remove(said(by: number, standing, on: day), of: number, on: day)
        }
        if let first = standing.repostOf {
            try connection.execute("UPDATE reading SET reposts = reposts - 1 WHERE voice = ?", first)
        }
        if standing.reposts > 0 { leavesReposts = true }
        // With the words it was indexed by: https://www.sqlite.org/fts5.html, "The 'delete' Command".
        if number <= indexed, standing.kind != Voice.Kind.dealerNote.rawValue, !standing.text.isEmpty {
            try connection.execute(
                "INSERT INTO voice_words (voice_words, rowid, words) VALUES ('delete', ?, ?)", number,
                SearchWords.indexed(standing.text))
        }
        try connection.execute("DELETE FROM sketch WHERE voice = ?", number)
        try connection.execute("DELETE FROM reading WHERE voice = ?", number)
        try connection.execute("DELETE FROM voice WHERE id = ?", number)
        newest = max(newest, number)
        count += 1
    }

    /// Writes the counts, and what is to be known of those that went.
    mutating func finish() throws {
        try mentions.finish()
        guard count > 0 else { return }
        try connection.execute(
            "UPDATE voice_removal SET newest = MAX(newest, ?), left_reposts = left_reposts + ?", newest,
            leavesReposts)
        if let inForce = try EditionRows(connection).inForce() {
            try EditionRows(connection).noteChange(of: inForce.number, strays: 0)
        }
    }

    private func standing(_ number: Int64) throws -> Standing? {
        try connection.queryOne(
            """
            SELECT voice.kind, voice.text, reading.day, IFNULL(reading.city, 0), IFNULL(reading.subject, 0),
                reading.dealer, IFNULL(reading.advertisement, 0), reading.repost_of, IFNULL(reading.reposts, 0)
            FROM voice
            LEFT JOIN reading ON reading.voice = voice.id
            WHERE voice.id = ?
            """, number
        ) { row in
            Standing(
                kind: row.text(0), text: row.text(1), day: row.optionalInt(2), city: row.int(3),
                subject: row.int(4), dealer: row.optionalInt(5), isAdvertisement: row.int(6) != 0,
                repostOf: row.optionalInt64(7), reposts: row.int(8))
        }
    }

    /// What a voice is counted under, as `ReadingWriter` counts it. The key begins with what is known but the aspect and the
    /// polarity, of which there are few: that many seeks.
    private func said(
        by number: Int64, _ standing: Standing, on day: Int
    ) throws -> [MentionRemoval.Mention] {
        let ofHome = try connection.prepare(
            """
            SELECT mention.subject, mention.aspect, mention.polarity, mention.place
            FROM aspect CROSS JOIN mention
                ON mention.day = ? AND mention.subject = ? AND mention.aspect = aspect.id
                    AND mention.polarity IN (-1, 0, 1) AND mention.place = ? AND mention.voice = ?
            """)
        var homes = [(standing.subject, standing.city)]
        if let dealer = standing.dealer { homes.append((min(standing.subject, 0), dealer)) }
        var said: [MentionRemoval.Mention] = []
        for (subject, place) in homes {
            said += try ofHome.query(day, subject, place, number) { MentionRemoval.Mention($0) }
        }
        guard standing.subject == 0 else { return said }
        // Of an own series only the whole is counted.
        let ofSeries = try connection.prepare(
            """
            SELECT mention.subject, mention.aspect, mention.polarity, mention.place
            FROM subject CROSS JOIN mention
                ON mention.day = ? AND mention.subject = subject.id AND mention.aspect = 0
                    AND mention.polarity IN (-1, 0, 1) AND mention.place = ? AND mention.voice = ?
            WHERE subject.id < ?
            """)
        said += try ofSeries.query(day, standing.city, number, Dimensions.dealerNotes) {
            MentionRemoval.Mention($0)
        }
        return said
    }
}

extension MentionRemoval.Mention {
    fileprivate init(_ row: borrowing Row) {
        self.init(subject: row.int(0), aspect: row.int(1), polarity: row.int(2), place: row.int(3))
    }
}
