import Earshot
import SQLite

/// Writes what voices were read as within one transaction, and their mentions and counts at its end.
struct ReadingWriter {
    private let connection: Connection
    private let tables: ReadingTables
    private var dimensions: Dimensions
    private var counts = DailyCounts()
    private var mentions: [MentionRow] = []
    private let insert: Statement
    private let repeated: Statement
    private let isStanding: Statement
    private let reposts: RepostFinder
    private let countsSeries: Bool

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

    /// - Parameters:
    ///   - edition: the number of the edition whose tables they are.
    ///   - countsSeries: whether it counts the own series.
    ///   - recent: the sketches of its latest voices.
    init(
        _ connection: Connection, into tables: ReadingTables, edition: Int, countsSeries: Bool,
        recent: RecentSketches
    ) throws {
        self.countsSeries = countsSeries
        self.connection = connection
        self.tables = tables
        dimensions = Dimensions(connection)
        reposts = try RepostFinder(connection, in: tables, edition: edition, recent: recent)
        insert = try connection.prepare(
            """
            INSERT INTO \(tables.reading) (
                voice, day, city, subject, dealer, polarity, sentiment, intent_to_buy, series, advertisement,
                repost_of)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        repeated = try connection.prepare(
            "UPDATE \(tables.reading) SET reposts = reposts + 1 WHERE voice = ?")
        isStanding = try connection.prepare("SELECT 1 FROM voice WHERE id = ? AND text <> ''")
    }

    /// Adds a voice of which the edition has no row; a text repeats only those of lower numbers.
    mutating func add(_ understood: UnderstoodVoice, of number: Int64) throws -> Admission {
        let (voice, reading) = (understood.voice, understood.reading)
        let isNote = voice.kind == .dealerNote
        // A customer who writes what an advertisement says repeats none, and is counted; two customers of whom stores note
        // the same are two.
        let first =
            reading.isAdvertisement || isNote
            ? nil : try reposts.first(like: understood.fingerprint, text: voice.text, before: number)
        let subject = isNote ? Dimensions.dealerNotes : try dimensions.subject(understood.subject)
        let dealer = try understood.dealerID.map { try dimensions.dealer($0) }
        try insert.execute(
            number, understood.day.number, understood.city?.code ?? 0, subject, dealer, reading.polarity.sign,
            reading.sentiment, reading.intentToBuy, reading.series ?? voice.series, reading.isAdvertisement,
            first)
        if let first {
            try repeated.execute(first)
            return .repost
        }
        if reading.isAdvertisement { return .advertisement }
        if isNote {
            // One that was taken back while it was being read again stands no more.
            guard try isStanding.queryOne(number, row: { $0.int(0) }) != nil else { return .accepted }
        } else {
            try reposts.remember(understood.fingerprint, of: number)
        }
        try count(understood, number: number, subject: subject, dealer: dealer)
        return .accepted
    }

    /// Writes the mentions and the counts of all voices added.
    mutating func finish() throws {
        mentions.sort { $0.isBefore($1) }
        var rows = try NumberRows(
            connection,
            """
            INSERT INTO \(tables.mention) (
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
            "INSERT INTO \(tables.dailyCount) (day, place, subject, aspect, negative, neutral, positive) VALUES",
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
        let homes = [(city, subject)] + (dealer.map { [($0, min(subject, 0))] } ?? [])
        // Of an own series only the whole is counted.
        let series =
            countsSeries && subject == 0 ? try understood.ownSeries.map { try dimensions.ownSeries($0) } : nil
        let homesOfWhole = homes + (series.map { [(city, $0)] } ?? [])
        for mention in Mentions(of: understood.reading).all {
            let aspect = try mention.aspect.map { try dimensions.aspect($0) } ?? 0
            for (place, subject) in aspect == 0 ? homesOfWhole : homes {
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
            if let series, aspect == 0 {
                counts.add(day: day, place: 0, subject: series, aspect: 0, polarity: mention.polarity)
            }
        }
    }
}
