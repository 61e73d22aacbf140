import SQLite

/// Takes mentions of voices out of an edition within one transaction, and their counts at its end.
struct MentionRemoval {
    private let connection: Connection
    private let tables: ReadingTables
    private var counts: [Key: Change] = [:]

    /// A row of `mention`, of a voice and a day that are known.
    struct Mention {
        var subject: Int
        var aspect: Int
        var polarity: Int
        var place: Int
    }

    private struct Key: Hashable {
        var day: Int
        var place: Int
        var subject: Int
        var aspect: Int
    }

    private struct Change {
        var negative = 0
        var neutral = 0
        var positive = 0
    }

    init(_ connection: Connection, from tables: ReadingTables) {
        (self.connection, self.tables) = (connection, tables)
    }

    mutating func remove(_ mentions: [Mention], of voice: Int64, on day: Int) throws {
        let delete = try connection.prepare(
            """
            DELETE FROM \(tables.mention)
            WHERE day = ? AND subject = ? AND aspect = ? AND polarity = ? AND place = ? AND voice = ?
            """)
        for mention in mentions {
            try delete.execute(
                day, mention.subject, mention.aspect, mention.polarity, mention.place, voice)
            uncount(mention, day, mention.place)
            // The nation's own row, beside the city's.
            if (1..<1_000_000).contains(mention.place) { uncount(mention, day, 0) }
        }
    }

    private mutating func uncount(_ mention: Mention, _ day: Int, _ place: Int) {
        let key = Key(day: day, place: place, subject: mention.subject, aspect: mention.aspect)
        switch mention.polarity {
        case ..<0: counts[key, default: Change()].negative += 1
        case 0: counts[key, default: Change()].neutral += 1
        default: counts[key, default: Change()].positive += 1
        }
    }

    /// Writes the counts without what was removed.
    mutating func finish() throws {
        let update = try connection.prepare(
            """
            UPDATE \(tables.dailyCount)
            SET negative = negative - ?, neutral = neutral - ?, positive = positive - ?
            WHERE day = ? AND place = ? AND subject = ? AND aspect = ?
            """)
        // A row of which nothing is left is none.
        let delete = try connection.prepare(
            """
            DELETE FROM \(tables.dailyCount)
            WHERE day = ? AND place = ? AND subject = ? AND aspect = ?
                AND negative = 0 AND neutral = 0 AND positive = 0
            """)
        for (key, change) in counts {
            try update.execute(
                change.negative, change.neutral, change.positive, key.day, key.place, key.subject, key.aspect)
            try delete.execute(key.day, key.place, key.subject, key.aspect)
        }
        counts = [:]
    }
}
