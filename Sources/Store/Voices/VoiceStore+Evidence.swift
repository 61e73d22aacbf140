public import Earshot
import SQLite

extension VoiceStore: EvidenceSource {
    public func frequencies(of queries: [SearchQuery]) async throws -> (counts: [Int], voices: Int) {
        try await database.read { connection in
            let reached = try VoiceStore.reached(on: connection)
            let first = max(0, reached - VoiceStore.frequencyWindow)
            let statement = try connection.prepare(
                "SELECT COUNT(*) FROM voice_words WHERE voice_words MATCH ? AND rowid > ?")
            let counts = try queries.map { query in
                try statement.queryOne(query.expression, first) { $0.int(0) } ?? 0
            }
            return (counts, Int(reached - first))
        }
    }

    public func candidates(
        matching query: SearchQuery, in city: City?, during days: ClosedRange<Day>
    ) async throws -> EvidenceCandidates {
        try await database.read { connection in
            // An index of another edition's words is none.
            guard try VoiceStore.reached(on: connection) > 0 else { return EvidenceCandidates() }
            var (matching, found): (Int, [Found]) = (0, [])
            let matches = try connection.prepare(VoiceStore.matches)
            try matches.forEach(
                days.lowerBound.number, days.upperBound.number, query.expression, VoiceStore.mostMatching
            ) { row in
                matching += 1
                guard let day = row.optionalInt(1) else { return }
                found.append(
                    Found(
                        number: row.int64(0), day: Day(number: day), city: row.int(2),
                        series: row.optionalText(3)))
            }
            let chosen = VoiceStore.chosen(found, in: city)
            let text = try connection.prepare("SELECT text FROM voice WHERE id = ?")
            let voices = try chosen.compactMap { found in
                try text.queryOne(found.number) { row in
                    EvidenceCandidate(
                        number: found.number, day: found.day, city: found.city, series: found.series,
                        text: row.text(0))
                }
            }
            return EvidenceCandidates(
                voices: voices,
                isCut: matching == VoiceStore.mostMatching || chosen.count < found.count)
        }
    }

    public func voices(_ numbers: [Int64], seenFrom place: VisiblePlace) async throws -> [QuotableVoice] {
        guard place.isQuotable else { return [] }
        // One list for each place that has its codes, none for the nation.
        let codes = place.area == .nation ? nil : place.codes.map(String.init).joined(separator: ",")
        return try await read(wide: numbers.count > VoiceStore.mostAtOnce) { connection in
            let statement = try connection.prepare(VoiceStore.seenVoice)
            return try numbers.compactMap { number in
                try statement.queryOne(number, codes.map { "[\($0)]" }) { row in
                    QuotableVoice(
                        number: number, text: row.text(0), source: row.text(1), day: Day(number: row.int(2)),
                        engagement: row.int(3), reposts: row.int(4), strength: abs(row.double(5)))
                }
            }
        }
    }

    private struct Found {
        var number: Int64
        var day: Day
        var city: Int
        var series: String?
    }

    /// The newest of the city and the newest of all.
    private static func chosen(_ found: [Found], in city: City?) -> [Found] {
        guard found.count > mostJudged else { return found }
        var (local, others) = (0, 0)
        return found.filter { found in
            if found.city == city?.code, local < mostOfCity {
                local += 1
                return true
            }
            guard others < mostJudged else { return false }
            others += 1
            return true
        }
    }

    /// The newest voices by which is told how rare a word is.
    private static let frequencyWindow: Int64 = 20_000
    /// Voices with the words that are looked up, of all brands and days.
    private static let mostMatching = 10_000
    /// Voices whose texts are read: of the nation, and of the city beside them.
    private static let mostJudged = 1500
    private static let mostOfCity = 500
    /// Voices that are read on the caller's thread.
    private static let mostAtOnce = 20

    /// The newest numbers first, each with its reading where that is wanted.
    private static let matches = """
        SELECT found.number, reading.day, reading.city, reading.series
        FROM (
            SELECT ?1 AS first, ?2 AS last, rowid AS number
            FROM voice_words
            WHERE voice_words MATCH ?3
            ORDER BY rowid DESC
            LIMIT ?4
        ) AS found
        LEFT JOIN reading
            ON reading.voice = found.number AND reading.day BETWEEN found.first AND found.last
                AND reading.subject = 0 AND reading.advertisement = 0 AND reading.repost_of IS NULL
        ORDER BY found.number DESC
        """

    private static let seenVoice = """
        SELECT voice.text, source.name, reading.day, voice.likes + voice.replies, reading.reposts,
            reading.sentiment
        FROM voice
        JOIN source ON source.id = voice.source
        JOIN reading ON reading.voice = voice.id
        WHERE voice.id = ?1 AND reading.subject = 0 AND reading.advertisement = 0
            AND reading.repost_of IS NULL
            AND (?2 IS NULL OR reading.city IN (SELECT value FROM json_each(?2)))
        """
}

extension SearchQuery {
    /// As FTS5 reads it. Words hold letters, digits and Chinese characters alone and stand in quotes, so that nothing that was
    /// typed is taken for syntax.
    var expression: String {
        switch self {
        case .word(let word): "\"\(word)\""
        case .all(let parts): "(" + parts.map(\.expression).joined(separator: " AND ") + ")"
        case .any(let parts): "(" + parts.map(\.expression).joined(separator: " OR ") + ")"
        }
    }
}
