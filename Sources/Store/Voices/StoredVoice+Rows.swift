import Earshot
import SQLite

extension StoredVoice {
    /// The next voices after a number, in their order.
    ///
    /// - Parameters:
    ///   - limit: at most so many.
    ///   - bytes: of their texts; the one that fills them is the last.
    /// - Throws: `RereadingError.unreadable` for a voice that is not as this program writes it.
    static func next(after number: Int64, limit: Int, bytes: Int, on connection: Connection) throws
        -> [StoredVoice]
    {
        let statement = try connection.prepare("\(selection) WHERE voice.id > ? ORDER BY voice.id LIMIT ?")
        return try VoicePage.inParts(from: number, limit: limit, bytes: bytes) { last, count in
            try statement.query(last, count) { try StoredVoice($0) }
        }
    }

    /// The newest voices before a number that are neither advertisements nor reposts, the newest first.
    ///
    /// - Throws: as `next`.
    static func newest(before number: Int64, limit: Int, bytes: Int, on connection: Connection) throws
        -> [StoredVoice]
    {
        let statement = try connection.prepare(
            """
            \(selection)
            WHERE voice.id < ? AND voice.id >= ? AND EXISTS (
                SELECT 1
                FROM reading AS understood
                WHERE understood.voice = voice.id AND understood.advertisement = 0 AND understood.repost_of IS NULL
            )
            ORDER BY voice.id DESC
            LIMIT ?
            """)
        let next = try connection.prepare("SELECT MAX(id) FROM voice WHERE id < ?")
        return try VoicePage.inParts(from: number, limit: limit, bytes: bytes) { last, count in
            // Of thousands in a row that are gone nothing is left to look through.
            guard let top = try next.queryOne(last, row: { $0.optionalInt64(0) }) ?? nil else { return [] }
            return try statement.query(last, top + 1 - farthest, count) { try StoredVoice($0) }
        }
    }

    /// How far back one query looks for a voice that is wanted, so that a flood of advertisements costs no time.
    static let farthest: Int64 = 10_000

    /// What it was read as is asked only where it is not known what the source said.
    private static let selection = """
        SELECT voice.id, voice.kind, voice.published_at, voice.rating, voice.author, voice.text,
            given.id, given.city, given.province, given.ip, given.brand, given.series, given.dealer,
            reading.city, reading.series, dealer.key, reading.subject, subject.brand, subject.series
        FROM voice
        LEFT JOIN given ON given.id = voice.given
        LEFT JOIN reading ON voice.given IS NULL AND reading.voice = voice.id
        LEFT JOIN dealer ON dealer.id = reading.dealer
        LEFT JOIN subject ON subject.id = reading.subject
        """

    private init(_ row: borrowing Row) throws {
        let number = row.int64(0)
        guard let kind = Voice.Kind(rawValue: row.text(1)) else {
            throw RereadingError(
                .unreadable, "voice \(number) is of a kind that this edition of the program does not know")
        }
        var voice = Voice(
            id: "", text: row.text(5), publishedAt: Timestamp(milliseconds: row.int64(2)), kind: kind,
            author: row.optionalText(4), rating: row.optionalDouble(3))
        guard row.optionalInt(6) == nil else {
            GivenFields(
                city: row.text(7), province: row.text(8), ip: row.text(9), brand: row.text(10),
                series: row.text(11), dealer: row.text(12)
            ).fill(&voice)
            self.init(number: number, voice: voice)
            return
        }
        guard let city = row.optionalInt(13), let subject = row.optionalInt(16) else {
            throw RereadingError(.unreadable, "voice \(number) has no reading")
        }
        self.init(
            number: number, voice: voice,
            earlier: Earlier(
                city: city,
                subject: subject <= 0 ? .own : .rival(Rival(brand: row.text(17), series: row.text(18))),
                dealer: row.optionalText(15), series: row.optionalText(14)))
    }
}
