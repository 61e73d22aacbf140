public import Earshot
import SQLite

extension VoiceStore: VoiceArrivals {
    public func arrivals(after number: Int64, limit: Int) async throws -> [ArrivedVoice] {
        try await database.read { connection in
            let statement = try connection.prepare(VoiceStore.nextArrivals)
            return try VoicePage.inParts(from: number, limit: limit, bytes: VoiceStore.arrivalBytes) {
                last, count in
                try statement.query(last, count) { try ArrivedVoice($0) }
            }
        }
    }

    /// Costs nothing, unlike `count`.
    public func lastArrival() async throws -> Int64 {
        try database.readBlocking { connection in
            try connection.queryOne("SELECT COALESCE(MAX(id), 0) FROM voice") { $0.int64(0) } ?? 0
        }
    }

    public func sourceArrivals(during days: ClosedRange<Day>) async throws -> [String: [DailyArrivals]] {
        try await database.read { connection in
            var arrivals: [String: [DailyArrivals]] = [:]
            // For each of some dozens of sources a walk of its days.
            let statement = try connection.prepare(VoiceStore.arrivalsBySource)
            try statement.forEach(days.lowerBound.number, days.upperBound.number) { row in
                arrivals[row.text(0), default: []].append(
                    DailyArrivals(day: Day(number: row.int(1)), voices: row.int(2)))
            }
            return arrivals
        }
    }

    public func shares(
        of sources: Set<String>, in places: Set<WatchedPlace>, during days: ClosedRange<Day>
    ) async throws -> [WatchedPlace: Double] {
        guard !sources.isEmpty, !places.isEmpty else { return [:] }
        return try await database.read { connection in
            let numbers = try connection.query("SELECT name, id FROM source") { ($0.text(0), $0.int(1)) }
                .filter { sources.contains($0.0) }.map { String($0.1) }.joined(separator: ", ")
            let stores = try VoiceStore.storeNumbers(on: connection)
            var shares: [WatchedPlace: Double] = [:]
            for place in places {
                guard let condition = VoiceStore.places(of: place, stores) else { continue }
                // Day by day, as the table has them.
                let counts = try connection.queryOne(
                    """
                    WITH RECURSIVE \(VoiceStore.countedDays)
                    SELECT COUNT(*), COALESCE(SUM(voice.source IN (\(numbers))), 0)
                    FROM counted
                    CROSS JOIN mention ON mention.day = counted.day AND mention.subject = 0
                        AND mention.aspect = 0 AND mention.polarity IN (-1, 0, 1)
                        AND mention.place \(condition)
                    CROSS JOIN voice ON voice.id = mention.voice
                    """, days.lowerBound.number, days.upperBound.number
                ) { (all: $0.int(0), silent: $0.int(1)) }
                if let counts, counts.all > 0 { shares[place] = Double(counts.silent) / Double(counts.all) }
            }
            return shares
        }
    }

    /// Texts of a page, after which it ends early.
    private static let arrivalBytes = 8 << 20

    static let nextArrivals = """
        SELECT voice.id, voice.text, voice.kind, source.name, voice.published_at, reading.day, reading.city,
            subject.id, subject.brand, subject.series, dealer.key, reading.polarity, reading.advertisement,
            reading.repost_of
        FROM voice
        JOIN source ON source.id = voice.source
        JOIN reading ON reading.voice = voice.id
        JOIN subject ON subject.id = reading.subject
        LEFT JOIN dealer ON dealer.id = reading.dealer
        WHERE voice.id > ?
        ORDER BY voice.id
        LIMIT ?
        """

    static let arrivalsBySource = """
        SELECT source.name, source_day.day, source_day.voices
        FROM source
        JOIN source_day ON source_day.source = source.id
        WHERE source_day.day BETWEEN ? AND ?
        ORDER BY source.id, source_day.day
        """
}

extension ArrivedVoice {
    fileprivate init(_ row: borrowing Row) throws {
        let number = row.int64(0)
        guard let kind = Voice.Kind(rawValue: row.text(2)) else {
            throw RereadingError(
                .unreadable, "voice \(number) is of a kind that this edition of the program does not know")
        }
        let city = row.int(6)
        self.init(
            number: number, text: row.text(1), kind: kind, source: row.text(3),
            publishedAt: Timestamp(milliseconds: row.int64(4)), day: Day(number: row.int(5)),
            city: city == 0 ? nil : Gazetteer.china.city(code: city),
            subject: row.int(7) == 0 ? .own : .rival(Rival(brand: row.text(8), series: row.text(9))),
            dealerID: row.optionalText(10), polarity: Polarity(sign: row.int(11)),
            isAdvertisement: row.int(12) != 0, repostOf: row.optionalInt64(13))
    }
}
