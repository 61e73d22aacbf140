public import Earshot
import SQLite

extension VoiceStore {
    public func voices(_ wanted: VoiceSelection, limit: Int) async throws -> [QuotableVoice] {
        guard wanted.isQuotable else { return [] }
        // Every day is looked at for itself, so many days are many looks.
        let isLong = wanted.days.count > Cut.mostDaysAtOnce
        return try await read(wide: isLong || wanted.subject.isWide || wanted.isNational) {
            [self] connection in
            guard let origin = try Origin(of: wanted.subject, on: connection), !origin.places.isEmpty else {
                return []
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
        guard let aspect = try number(of: wanted.aspect, on: connection),
            let days = try wanted.daysLeft?.clamped(toMentionsOn: connection)
        else { return [] }
        let area = PlaceSpan(origin.places, isNational: wanted.isNational)
        let looks = try looks(at: origin.subjects, wanted.polarity, on: connection)
        var found: [Mentioned] = []
        var seen: Set<Int64> = []
        for day in days.reversed() where found.count < limit {
            var today: [Mentioned] = []
            for look in looks {
                try look.statement.forEach(
                    day, look.subject, look.polarity, aspect, area.span.lowerBound, area.span.upperBound,
                    wanted.newest(on: day), area.isWhole ? limit : -1
                ) { row in
                    guard area.contains(row.int(0)) else { return }
                    let (start, end) = (row.optionalInt(2), row.optionalInt(3))
                    today.append(
                        Mentioned(
                            day: day, voice: row.int64(1),
                            evidence: start.flatMap { start in end.map { start..<max(start, $0) } },
                            lean: row.double(4)))
                }
            }
            today.sort { $1.voice < $0.voice }
            found += today.filter { seen.insert($0.voice).inserted }
        }
        return Array(found.prefix(limit))
    }

    /// One query of a day's mentions.
    private struct Look {
        var statement: Statement
        /// The one that is read, or the first of those in a row.
        var subject: Int
        /// Nothing for all three.
        var polarity: Int?
    }

    private func looks(
        at subjects: [ClosedRange<Int>], _ polarity: Polarity?, on connection: Connection
    ) throws -> [Look] {
        if subjects == [Origin.rivals] {
            let statement = try connection.prepare(VoiceStore.rivalMentions)
            return [Look(statement: statement, subject: Origin.rivals.lowerBound, polarity: polarity?.sign)]
        }
        let statement = try connection.prepare(VoiceStore.mentionsOfOne)
        return subjects.flatMap { subjects in
            (polarity.map { [$0] } ?? Polarity.allCases).map {
                Look(statement: statement, subject: subjects.lowerBound, polarity: $0.sign)
            }
        }
    }

    private static let mentionsOfOne = mentions("subject = ? AND polarity = ?")
    /// All that is said of rivals on a day is read in a row: three seeks for each of hundreds of them take longer.
    private static let rivalMentions = mentions("subject >= ? AND polarity = IFNULL(?, polarity)")

    private static func mentions(_ condition: String) -> String {
        """
        SELECT place, voice, evidence_start, evidence_end, lean
        FROM mention
        WHERE day = ? AND \(condition) AND aspect = ? AND place BETWEEN ? AND ? AND voice <= ?
        ORDER BY voice DESC
        LIMIT ?
        """
    }

    /// The places whose mentions are read: all of a span of codes, or some of it.
    private struct PlaceSpan {
        let span: ClosedRange<Int>
        /// Nothing when everything in the span belongs to it.
        private let places: Set<Int>?

        init(_ places: [Int], isNational: Bool) {
            if isNational {
                // The nation's voices stand under their cities; 0 holds those without one.
                span = 0...999_999
                self.places = nil
            } else {
                // Codes of one region lie close together (GB/T 2260 numbers the regions).
                span = (places.min() ?? 0)...(places.max() ?? 0)
                self.places = places.count > 1 ? Set(places) : nil
            }
        }

        var isWhole: Bool { places == nil }

        func contains(_ place: Int) -> Bool { places?.contains(place) ?? true }
    }

    private func quotable(_ mentioned: Mentioned, on connection: Connection) throws -> QuotableVoice? {
        try connection.queryOne(
            """
            SELECT voice.text, source.name, voice.likes + voice.replies, reading.reposts
            FROM voice
            JOIN source ON source.id = voice.source
            JOIN reading ON reading.voice = voice.id
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

extension ClosedRange<Day> {
    /// The days from the first of these to the last that have mentions, as numbers: somebody may ask for a thousand
    /// years.
    fileprivate func clamped(toMentionsOn connection: Connection) throws -> ClosedRange<Int>? {
        let ends = try connection.queryOne(
            "SELECT (SELECT MIN(day) FROM mention), (SELECT MAX(day) FROM mention)"
        ) { row in (first: row.optionalInt(0), last: row.optionalInt(1)) }
        guard let first = ends?.first, let last = ends?.last else { return nil }
        let (start, end) = (Swift.max(lowerBound.number, first), Swift.min(upperBound.number, last))
        return start <= end ? start...end : nil
    }
}

extension VoiceSelection {
    var isNational: Bool {
        switch subject {
        case .place(let place), .series(_, in: let place), .rival(_, in: let place),
            .maker(_, in: let place), .rivals(in: let place), .notes(in: let place):
            place.area == .nation
        case .dealer, .notesOf: false
        }
    }

    /// The days that voices older than the given one can be of; nothing when there are none such.
    var daysLeft: ClosedRange<Day>? {
        guard let position = olderThan, position.day < days.upperBound else { return days }
        return position.day < days.lowerBound ? nil : days.lowerBound...position.day
    }

    /// The highest number that a voice of a day may have.
    func newest(on day: Int) -> Int64 {
        guard let position = olderThan, position.day.number == day else { return Int64.max }
        return position.number - 1
    }

    /// Whether the asker's scope allows the words themselves, not only the averages.
    var isQuotable: Bool {
        switch subject {
        case .place(let place), .series(_, in: let place), .rival(_, in: let place),
            .maker(_, in: let place), .rivals(in: let place), .notes(in: let place):
            place.isQuotable
        case .dealer, .notesOf: true
        }
    }
}
