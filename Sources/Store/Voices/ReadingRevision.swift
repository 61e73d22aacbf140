import Earshot
import SQLite

/// Replaces what a voice of the edition in force says of aspects, with the counts that follow. What it is as a whole, where
/// it is from and of what it speaks stay as they were read.
struct ReadingRevision {
    private let connection: Connection
    private var dimensions: Dimensions

    init(_ connection: Connection) {
        self.connection = connection
        dimensions = Dimensions(connection)
    }

    /// Where a voice is counted.
    private struct Home {
        var day: Int
        var city: Int
        var subject: Int
        var dealer: Int?

        /// Its places and subjects, as `ReadingWriter` counts them.
        var places: [(place: Int, subject: Int)] {
            [(city, subject)] + (dealer.map { [($0, min(subject, 0))] } ?? [])
        }
    }

    private struct Said: Equatable {
        var aspect: Int
        var polarity: Polarity
        var lean: Double
        var start: Int?
        var end: Int?
    }

    /// - Returns: whether anything is another than it was; false for a voice that is not counted or was taken back.
    mutating func replace(_ number: Int64, by reading: Reading) throws -> Bool {
        guard let home = try home(of: number) else { return false }
        let said = try Mentions(of: reading).all.compactMap { mention -> Said? in
            guard let aspect = mention.aspect else { return nil }
            return Said(
                aspect: try dimensions.aspect(aspect), polarity: mention.polarity, lean: mention.lean,
                start: mention.evidence?.lowerBound, end: mention.evidence?.upperBound)
        }.sorted { $0.aspect < $1.aspect }
        var counts = CountChanges()
        for (place, subject) in home.places {
            let before = try mentions(of: number, home.day, place, subject)
            guard before != said else { continue }
            try remove(before, of: number, home.day, place, subject)
            try add(said, of: number, home.day, place, subject)
            counts.change(before, to: said, home.day, place, subject)
            // The nation's own row, beside the city's.
            if place == home.city, place != 0 { counts.change(before, to: said, home.day, 0, subject) }
        }
        try counts.write(to: connection)
        return !counts.isEmpty
    }

    private func home(of number: Int64) throws -> Home? {
        try connection.queryOne(
            """
            SELECT reading.day, reading.city, reading.subject, reading.dealer
            FROM reading
            JOIN voice ON voice.id = reading.voice
            WHERE reading.voice = ? AND reading.advertisement = 0 AND reading.repost_of IS NULL
                AND voice.text <> ''
            """, number
        ) { Home(day: $0.int(0), city: $0.int(1), subject: $0.int(2), dealer: $0.optionalInt(3)) }
    }

    /// What a voice says of aspects, in their order. The key begins with what is known but the aspect and the polarity, of
    /// which there are few: that many seeks.
    private func mentions(of number: Int64, _ day: Int, _ place: Int, _ subject: Int) throws -> [Said] {
        try connection.query(
            """
            SELECT mention.aspect, mention.polarity, mention.lean, mention.evidence_start, mention.evidence_end
            FROM aspect CROSS JOIN mention
                ON mention.day = ? AND mention.subject = ? AND mention.aspect = aspect.id
                    AND mention.polarity IN (-1, 0, 1) AND mention.place = ? AND mention.voice = ?
            WHERE aspect.id > 0
            ORDER BY aspect.id
            """, day, subject, place, number
        ) { row in
            Said(
                aspect: row.int(0), polarity: Polarity(sign: row.int(1)), lean: row.double(2),
                start: row.optionalInt(3), end: row.optionalInt(4))
        }
    }

    private func remove(_ said: [Said], of number: Int64, _ day: Int, _ place: Int, _ subject: Int) throws {
        for said in said {
            try connection.execute(
                """
                DELETE FROM mention
                WHERE day = ? AND subject = ? AND aspect = ? AND polarity = ? AND place = ? AND voice = ?
                """, day, subject, said.aspect, said.polarity.sign, place, number)
        }
    }

    private func add(_ said: [Said], of number: Int64, _ day: Int, _ place: Int, _ subject: Int) throws {
        for said in said {
            try connection.execute(
                """
                INSERT INTO mention (
                    day, subject, aspect, polarity, place, voice, lean, evidence_start, evidence_end)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, day, subject, said.aspect, said.polarity.sign, place, number, said.lean, said.start,
                said.end)
        }
    }

    /// What is added to rows of `daily_count`, and taken from others.
    private struct CountChanges {
        private var changes: [Key: [Polarity: Int]] = [:]
        /// Whether nothing was said otherwise, be it with other words alone.
        private(set) var isEmpty = true

        private struct Key: Hashable {
            var day: Int
            var place: Int
            var subject: Int
            var aspect: Int
        }

        mutating func change(
            _ before: [Said], to now: [Said], _ day: Int, _ place: Int, _ subject: Int
        ) {
            isEmpty = false
            func count(_ said: [Said], _ step: Int) {
                for said in said {
                    let key = Key(day: day, place: place, subject: subject, aspect: said.aspect)
                    changes[key, default: [:]][said.polarity, default: 0] += step
                }
            }
            count(before, -1)
            count(now, 1)
        }

        func write(to connection: Connection) throws {
            for (key, change) in changes where change.values.contains(where: { $0 != 0 }) {
                func step(_ polarity: Polarity) -> Int { change[polarity] ?? 0 }
                try connection.execute(
                    """
                    INSERT INTO daily_count (day, place, subject, aspect, negative, neutral, positive)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET
                        negative = negative + excluded.negative,
                        neutral = neutral + excluded.neutral,
                        positive = positive + excluded.positive
                    """, key.day, key.place, key.subject, key.aspect, step(.negative), step(.neutral),
                    step(.positive))
                // A row of which nothing is left is none.
                try connection.execute(
                    """
                    DELETE FROM daily_count
                    WHERE day = ? AND place = ? AND subject = ? AND aspect = ?
                        AND negative = 0 AND neutral = 0 AND positive = 0
                    """, key.day, key.place, key.subject, key.aspect)
            }
        }
    }
}
