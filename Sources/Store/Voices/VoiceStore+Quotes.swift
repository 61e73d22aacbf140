public import Earshot
import SQLite

extension VoiceStore {
    public func voices(_ wanted: VoiceSelection, limit: Int) async throws -> [QuotableVoice] {
        guard wanted.isQuotable else { return [] }
        return try await read(wide: wanted.subject.isWide || wanted.isNational) { [self] connection in
            guard var origin = try Origin(of: wanted.subject, on: connection) else { return [] }
            if wanted.isNational {
                // The nation's voices stand under their cities; 0 holds those without one.
                origin.places += Gazetteer.china.cities.map(\.code)
            }
            let newest = try mentions(wanted, origin, limit: limit, on: connection)
            return try newest.compactMap { try quotable($0, on: connection) }
        }
    }

    /// A row of `mention` that may be quoted.
    private struct Mentioned {
        var day: Int
        var voice: Int64
        var evidence: Range<Int>?
        var lean: Double
    }

    /// The newest mentions over all places and polarities wanted, newest first, each voice once.
    private func mentions(
        _ wanted: VoiceSelection, _ origin: Origin, limit: Int, on connection: Connection
    ) throws -> [Mentioned] {
        let aspect = try wanted.aspect.map { aspect in
            try connection.queryOne("SELECT id FROM aspect WHERE name = ?", aspect.name) { $0.int(0) } ?? -1
        }
        let statement = try connection.prepare(
            """
            SELECT day, voice, evidence_start, evidence_end, lean
            FROM mention
            WHERE place = ? AND subject = ? AND aspect = ? AND polarity = ? AND day BETWEEN ? AND ?
                AND voice <= ?
            ORDER BY day DESC, voice DESC
            LIMIT ?
            """)
        var found: [Mentioned] = []
        for place in origin.places {
            for polarity in wanted.polarity.map({ [$0] }) ?? Polarity.allCases {
                found += try statement.query(
                    place, origin.subject, aspect ?? 0, polarity.sign, wanted.days.lowerBound.number,
                    wanted.days.upperBound.number, wanted.upTo ?? Int64.max, limit
                ) { row in
                    let (start, end) = (row.optionalInt(2), row.optionalInt(3))
                    return Mentioned(
                        day: row.int(0), voice: row.int64(1),
                        evidence: start.flatMap { start in end.map { start..<max(start, $0) } },
                        lean: row.double(4))
                }
            }
        }
        found.sort { ($1.day, $1.voice) < ($0.day, $0.voice) }
        var seen: Set<Int64> = []
        return Array(found.filter { seen.insert($0.voice).inserted }.prefix(limit))
    }

    private func quotable(_ mentioned: Mentioned, on connection: Connection) throws -> QuotableVoice? {
        try connection.queryOne(
            """
            SELECT voice.text, source.name, voice.likes + voice.replies, voice.reposts
            FROM voice JOIN source ON source.id = voice.source
            WHERE voice.id = ?
            """, mentioned.voice
        ) { row in
            QuotableVoice(
                number: mentioned.voice, text: row.text(0), source: row.text(1),
                day: Day(number: mentioned.day),
                engagement: row.int(2), reposts: row.int(3), evidence: mentioned.evidence,
                strength: abs(mentioned.lean))
        }
    }
}

extension VoiceSelection {
    var isNational: Bool {
        switch subject {
        case .place(let place), .rival(_, in: let place): place.area == .nation
        case .dealer: false
        }
    }

    /// Whether the asker's scope allows the words themselves, not only the averages.
    var isQuotable: Bool {
        switch subject {
        case .place(let place), .rival(_, in: let place): place.isQuotable
        case .dealer: true
        }
    }
}
