import Earshot
import SQLite

/// Adds voices within one transaction, and their counts at its end.
struct VoiceIntakeTransaction {
    private let connection: Connection
    private var dimensions: Dimensions
    private var counts: [CountKey: Tally] = [:]
    private var mentions: [MentionRow] = []
    private let insertVoice: Statement
    private let insertMention: Statement
    private let reposts: RepostFinder

    /// One row of `daily_count`, in the order of its key, so that rows are written side by side.
    private struct CountKey: Hashable, Comparable {
        var place: Int
        var subject: Int
        var aspect: Int
        var day: Int

        static func < (left: CountKey, right: CountKey) -> Bool {
            (left.place, left.subject, left.aspect, left.day)
                < (right.place, right.subject, right.aspect, right.day)
        }
    }

    /// One row of `mention`. Rows are written at the end, in the order of its key: neighbours share a page.
    private struct MentionRow {
        var day: Int
        var subject: Int
        var aspect: Int
        var polarity: Int
        var place: Int
        var voice: Int64
        var lean: Double
        var evidence: Range<Int>?

        var key: (Int, Int, Int, Int, Int, Int64) { (day, subject, aspect, polarity, place, voice) }
    }

    init(_ connection: Connection, recent: RecentSketches) throws {
        self.connection = connection
        dimensions = Dimensions(connection)
        reposts = try RepostFinder(connection, recent: recent)
        insertVoice = try connection.prepare(
            """
            INSERT INTO voice (
                source, external_id, kind, published_at, day, city, subject, dealer, polarity, sentiment,
                intent_to_buy, likes, replies, rating, text_hash, repost_of, series, author, url, title, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (source, external_id) DO NOTHING
            """)
        insertMention = try connection.prepare(
            """
            INSERT INTO mention (
                day, subject, aspect, polarity, place, voice, lean, evidence_start, evidence_end)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """)
    }

    mutating func add(_ understood: UnderstoodVoice) throws -> Admission {
        let voice = understood.voice
        let first = try reposts.first(like: understood.fingerprint, text: voice.text)
        let subject = try dimensions.subject(understood.subject)
        let dealer = try understood.dealerID.map { try dimensions.dealer($0) }
        try insertVoice.execute(
            try dimensions.source(voice.source), voice.id, voice.kind.rawValue,
            voice.publishedAt.milliseconds, understood.day.number, understood.city?.code ?? 0, subject,
            dealer, understood.reading.polarity.sign, understood.reading.sentiment,
            understood.reading.intentToBuy, voice.likes, voice.replies, voice.rating,
            understood.fingerprint.exact, first, understood.reading.series ?? voice.series, voice.author,
            voice.url, voice.title, voice.text)
        guard connection.changes == 1 else { return .repeated }
        let number = connection.lastInsertedRowID
        if let first {
            try connection.execute("UPDATE voice SET reposts = reposts + 1 WHERE id = ?", first)
            return .repost
        }
        try reposts.remember(understood.fingerprint, of: number)
        try count(understood, number: number, subject: subject, dealer: dealer)
        return .accepted
    }

    /// Writes the mentions and the counts of all voices added.
    mutating func finish() throws {
        for row in mentions.sorted(by: { $0.key < $1.key }) {
            try insertMention.execute(
                row.day, row.subject, row.aspect, row.polarity, row.place, row.voice, row.lean,
                row.evidence?.lowerBound, row.evidence?.upperBound)
        }
        mentions = []
        let upsert = try connection.prepare(
            """
            INSERT INTO daily_count (place, subject, aspect, day, negative, neutral, positive)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET
                negative = negative + excluded.negative,
                neutral = neutral + excluded.neutral,
                positive = positive + excluded.positive
            """)
        for (key, tally) in counts.sorted(by: { $0.key < $1.key }) {
            try upsert.execute(
                key.place, key.subject, key.aspect, key.day, tally.negative, tally.neutral, tally.positive)
        }
        counts = [:]
    }

    private mutating func count(
        _ understood: UnderstoodVoice, number: Int64, subject: Int, dealer: Int?
    ) throws {
        let city = understood.city?.code ?? 0
        // A store's reputation is what is said of it, whatever car the customer compares it with.
        let homes = [(city, subject)] + (dealer.map { [($0, 0)] } ?? [])
        for mention in Mentions(of: understood.reading).all {
            let aspect = try mention.aspect.map { try dimensions.aspect($0) } ?? 0
            for (place, subject) in homes {
                mentions.append(
                    MentionRow(
                        day: understood.day.number, subject: subject, aspect: aspect,
                        polarity: mention.polarity.sign, place: place, voice: number, lean: mention.lean,
                        evidence: mention.evidence))
            }
            // The nation's own row, beside the city's and the store's.
            let counted = city == 0 ? homes : homes + [(0, subject)]
            for (place, subject) in counted {
                let key = CountKey(place: place, subject: subject, aspect: aspect, day: understood.day.number)
                counts[key, default: Tally()].add(mention.polarity)
            }
        }
    }
}

extension Tally {
    fileprivate mutating func add(_ polarity: Polarity) {
        switch polarity {
        case .positive: positive += 1
        case .neutral: neutral += 1
        case .negative: negative += 1
        }
    }
}
