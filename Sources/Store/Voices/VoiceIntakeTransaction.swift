import Earshot
import SQLite

/// Adds voices within one transaction, and their counts at its end.
struct VoiceIntakeTransaction {
    private let connection: Connection
    private var dimensions: Dimensions
    private var counts = DailyCounts()
    private var mentions: [MentionRow] = []
    private let insertVoice: Statement
    private let reposts: RepostFinder

    /// One row of `mention`. Rows are written at the end, in the order of their key: neighbours share a page.
    private struct MentionRow {
        /// Day, subject, aspect and polarity.
        var slice: PackedKey
        var place: Int
        var voice: Int64
        var lean: Double
        var evidence: Range<Int>?

        func isBefore(_ other: MentionRow) -> Bool {
            guard slice.packed == other.slice.packed else { return slice.packed < other.slice.packed }
            return (place, voice) < (other.place, other.voice)
        }
    }

    init(_ connection: Connection, recent: RecentSketches) throws {
        self.connection = connection
        dimensions = Dimensions(connection)
        reposts = try RepostFinder(connection, recent: recent)
        insertVoice = try connection.prepare(
            """
            INSERT INTO voice (
                source, external_id, kind, published_at, day, city, subject, dealer, polarity, sentiment,
                intent_to_buy, likes, replies, rating, text_hash, repost_of, series, author, url, title, text,
                advertisement)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (source, external_id) DO NOTHING
            """)
    }

    mutating func add(_ understood: UnderstoodVoice) throws -> Admission {
        let voice = understood.voice
        // A customer who writes what an advertisement says repeats none, and is counted.
        let isAdvertisement = understood.reading.isAdvertisement
        let first =
            isAdvertisement ? nil : try reposts.first(like: understood.fingerprint, text: voice.text)
        let subject = try dimensions.subject(understood.subject)
        let dealer = try understood.dealerID.map { try dimensions.dealer($0) }
        try insertVoice.execute(
            try dimensions.source(voice.source), voice.id, voice.kind.rawValue,
            voice.publishedAt.milliseconds, understood.day.number, understood.city?.code ?? 0, subject,
            dealer, understood.reading.polarity.sign, understood.reading.sentiment,
            understood.reading.intentToBuy, voice.likes, voice.replies, voice.rating,
            understood.fingerprint.exact, first, understood.reading.series ?? voice.series, voice.author,
            voice.url, voice.title, voice.text, isAdvertisement)
        guard connection.changes == 1 else { return .repeated }
        let number = connection.lastInsertedRowID
        if let first {
            try connection.execute("UPDATE voice SET reposts = reposts + 1 WHERE id = ?", first)
            return .repost
        }
        if isAdvertisement { return .advertisement }
        try reposts.remember(understood.fingerprint, of: number)
        try count(understood, number: number, subject: subject, dealer: dealer)
        return .accepted
    }

    /// Writes the mentions and the counts of all voices added.
    mutating func finish() throws {
        mentions.sort { $0.isBefore($1) }
        var rows = try NumberRows(
            connection,
            """
            INSERT INTO mention (
                day, subject, aspect, polarity, place, voice, lean, evidence_start, evidence_end)
            VALUES
            """, columns: 9, "ON CONFLICT DO NOTHING")
        for mention in mentions {
            let (day, subject, aspect, polarity) = mention.slice.numbers
            try rows.add(
                .init(day), .init(subject), .init(aspect), .init(polarity), .init(mention.place),
                .integer(mention.voice), .real(mention.lean), .init(mention.evidence?.lowerBound),
                .init(mention.evidence?.upperBound))
        }
        try rows.finish()
        mentions = []
        try writeCounts()
    }

    private mutating func writeCounts() throws {
        var rows = try NumberRows(
            connection,
            "INSERT INTO daily_count (day, place, subject, aspect, negative, neutral, positive) VALUES",
            columns: 7,
            """
            ON CONFLICT DO UPDATE SET
                negative = negative + excluded.negative,
                neutral = neutral + excluded.neutral,
                positive = positive + excluded.positive
            """)
        try counts.drain { count in
            try rows.add(
                .init(count.day), .init(count.place), .init(count.subject), .init(count.aspect),
                .init(count.tally.negative), .init(count.tally.neutral), .init(count.tally.positive))
        }
        try rows.finish()
    }

    private mutating func count(
        _ understood: UnderstoodVoice, number: Int64, subject: Int, dealer: Int?
    ) throws {
        let (city, day) = (understood.city?.code ?? 0, understood.day.number)
        // A store's reputation is what is said of it, whatever car the customer compares it with.
        let homes = [(city, subject)] + (dealer.map { [($0, 0)] } ?? [])
        for mention in Mentions(of: understood.reading).all {
            let aspect = try mention.aspect.map { try dimensions.aspect($0) } ?? 0
            for (place, subject) in homes {
                mentions.append(
                    MentionRow(
                        slice: PackedKey(day, subject, aspect, mention.polarity.sign), place: place,
                        voice: number, lean: mention.lean, evidence: mention.evidence))
                counts.add(
                    day: day, place: place, subject: subject, aspect: aspect, polarity: mention.polarity)
            }
            // The nation's own row, beside the city's and the store's.
            guard city != 0 else { continue }
            counts.add(day: day, place: 0, subject: subject, aspect: aspect, polarity: mention.polarity)
        }
    }
}
