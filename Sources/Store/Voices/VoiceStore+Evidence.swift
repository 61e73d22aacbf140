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

    public func volume(during days: ClosedRange<Day>) async throws -> Int {
        try await database.read { connection in
            // The nation, the own brand, whatever the aspect.
            try connection.queryOne(
                """
                SELECT COALESCE(SUM(negative + neutral + positive), 0)
                FROM daily_count
                WHERE place = 0 AND subject = 0 AND aspect = 0 AND day BETWEEN ? AND ?
                """, days.lowerBound.number, days.upperBound.number
            ) { $0.int(0) } ?? 0
        }
    }

    public func candidates(
        matching query: SearchQuery, in city: City?, during days: ClosedRange<Day>
    ) async throws -> EvidenceCandidates {
        try await database.read { connection in
            let progress = try VoiceStore.indexProgress(on: connection)
            let isBehind = progress.reached == 0 ? progress.newest > 0 : progress.left > VoiceStore.mostUnread
            // An index of another edition's words is none.
            guard progress.reached > 0 else { return EvidenceCandidates(isCut: isBehind) }
            let (found, isAll) = try VoiceStore.found(
                matching: query, upTo: progress.reached, during: days, on: connection)
            let chosen = VoiceStore.chosen(found, in: city)
            let text = try connection.prepare("SELECT substr(text, 1, ?2) FROM voice WHERE id = ?1")
            let voices = try chosen.compactMap { found in
                try text.queryOne(found.number, EvidenceCandidate.longestText) { row in
                    EvidenceCandidate(
                        number: found.number, day: found.day, city: found.city, series: found.series,
                        text: row.text(0))
                }
            }
            return EvidenceCandidates(
                voices: voices, isCut: isBehind || !isAll || chosen.count < found.count)
        }
    }

    /// The newest that match and are wanted, page by page, and whether there are no others.
    private static func found(
        matching query: SearchQuery, upTo newest: Int64, during days: ClosedRange<Day>,
        on connection: Connection
    ) throws -> ([Found], isAll: Bool) {
        let first = max(1, newest - mostLookedThrough + 1)
        let matches = try connection.prepare(VoiceStore.matches)
        var (found, last, looked): ([Found], Int64, Int) = ([], newest, 0)
        while true {
            var onPage = 0
            try matches.forEach(
                days.lowerBound.number, days.upperBound.number, query.expression, first, last, matchesOfPage
            ) { row in
                onPage += 1
                last = row.int64(0) - 1
                guard let day = row.optionalInt(1) else { return }
                found.append(
                    Found(
                        number: row.int64(0), day: Day(number: day), city: row.int(2),
                        series: row.optionalText(3)))
            }
            looked += onPage
            guard onPage == matchesOfPage else { break }
            // Where most are rivals', old or advertised, the wanted ones are further below.
            guard found.count <= mostJudged, looked < mostMatching else { return (found, false) }
        }
        guard first > 1 else { return (found, true) }
        let older = try connection.queryOne(
            "SELECT 1 FROM reading WHERE voice BETWEEN ? AND ? AND day >= ? LIMIT 1",
            first - sampledBelow, first - 1, days.lowerBound.number
        ) { $0.int(0) }
        return (found, older == nil)
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
    /// Voices with the words that are looked up, of all brands and days, at once and in all.
    private static let matchesOfPage = 10_000
    private static let mostMatching = 50_000
    /// The newest voices whose words are compared; those just below tell whether older ones may be of the days as well.
    private static let mostLookedThrough: Int64 = 2_000_000
    private static let sampledBelow: Int64 = 1000
    /// Voices that the index may lack without that the counts are doubted: it is always a little behind the intake.
    private static let mostUnread: Int64 = 500
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
            WHERE voice_words MATCH ?3 AND rowid BETWEEN ?4 AND ?5
            ORDER BY rowid DESC
            LIMIT ?6
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
