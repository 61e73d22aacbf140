public import Earshot
import SQLite

extension VoiceStore: VoiceFigures {
    public func slices(_ wanted: [Cut]) async throws -> [Slice] {
        try await read(wide: wanted.contains { $0.isWide }) { [self] connection in
            let aspects = try aspects(on: connection)
            return try wanted.map { cut in
                guard let origin = try Origin(of: cut.subject, on: connection) else { return Slice() }
                return try slice(origin, cut.days, aspects, on: connection)
            }
        }
    }

    /// Reads on the calling thread, which is fastest, unless the query sums over many places or days.
    func read<Value: Sendable>(
        wide: Bool, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        wide ? try await database.read(body) : try database.readBlocking(body)
    }

    /// The days of a period that have counts, from the first to the last: somebody may ask for a thousand years.
    static let countedDays = """
        counted(day, last) AS (
            SELECT first, last FROM (
                SELECT MAX(?, (SELECT MIN(day) FROM daily_count)) AS first,
                    MIN(?, (SELECT MAX(day) FROM daily_count)) AS last)
            WHERE first <= last
            UNION ALL
            SELECT day + 1, last FROM counted WHERE day < last
        )
        """

    private func slice(
        _ origin: Origin, _ days: ClosedRange<Day>, _ aspects: [Int: Aspect], on connection: Connection
    ) throws -> Slice {
        // Summed here: grouping in SQL would sort the rows first.
        let statement = try connection.prepare(
            """
            WITH RECURSIVE \(VoiceStore.countedDays)
            SELECT count.aspect, count.negative, count.neutral, count.positive
            FROM counted CROSS JOIN daily_count AS count
                ON count.day = counted.day AND count.place = ? AND count.subject BETWEEN ? AND ?
            """)
        var overall = Tally()
        var tallies = [Tally?](repeating: nil, count: Aspect.all.count)
        for place in origin.places {
            for subjects in origin.subjects {
                try statement.forEach(
                    days.lowerBound.number, days.upperBound.number, place, subjects.lowerBound,
                    subjects.upperBound
                ) { row in
                    let tally = Tally(positive: row.int(3), neutral: row.int(2), negative: row.int(1))
                    let id = row.int(0)
                    if id == 0 {
                        overall += tally
                    } else if let aspect = aspects[id] {
                        tallies[Int(aspect.index)] = (tallies[Int(aspect.index)] ?? Tally()) + tally
                    }
                }
            }
        }
        var slice = Slice(overall: overall)
        for aspect in Aspect.all { slice.aspects[aspect] = tallies[Int(aspect.index)] }
        return slice
    }

    /// The aspects by the numbers under which this file has them.
    func aspects(on connection: Connection) throws -> [Int: Aspect] {
        let known = try connection.query("SELECT id, name FROM aspect WHERE id > 0") { row in
            (row.int(0), Aspect(row.text(1)[...]))
        }
        var aspects: [Int: Aspect] = [:]
        for (id, aspect) in known { aspects[id] = aspect }
        return aspects
    }

    public func earliestDay() async throws -> Day? {
        try await read(wide: false) { connection in
            try connection.queryOne(
                """
                SELECT day FROM daily_count WHERE place = 0 AND subject = 0 AND aspect = 0
                ORDER BY day LIMIT 1
                """
            ) { Day(number: $0.int(0)) }
        }
    }
}

/// The places and the subjects that a cut reads. A voice has one subject, so their counts add up.
struct Origin {
    var places: [Int]
    /// Neighbours in the table are read in one go: there may be hundreds of rivals.
    var subjects: [ClosedRange<Int>]

    /// Every subject but the own brand.
    static let rivals = 1...Int.max
    /// What stores noted.
    static let notes = Dimensions.dealerNotes...Dimensions.dealerNotes

    /// Nothing when the dealer or the rival has no voice yet.
    init?(of subject: Cut.Subject, on connection: Connection) throws {
        switch subject {
        case .place(let place):
            self.init(places: place.codes, subjects: [0...0])
        case .dealer(let dealer):
            guard let id = try Origin.number(of: dealer, on: connection) else { return nil }
            self.init(places: [id], subjects: [0...0])
        case .series(let series, let place):
            guard let id = try Dimensions.ownSeries(series, on: connection) else { return nil }
            self.init(places: place.codes, subjects: [id...id])
        case .rival(let rival, let place):
            let id = try connection.queryOne(
                "SELECT id FROM subject WHERE brand = ? AND series = ? AND id > 0", rival.brand, rival.series
            ) { $0.int(0) }
            guard let id else { return nil }
            self.init(places: place.codes, subjects: [id...id])
        case .maker(let brand, let place):
            let ids = try connection.query(
                "SELECT id FROM subject WHERE brand = ? AND id > 0 ORDER BY id", brand
            ) {
                $0.int(0)
            }
            guard !ids.isEmpty else { return nil }
            self.init(places: place.codes, subjects: ids.map { $0...$0 })
        case .rivals(let place):
            self.init(places: place.codes, subjects: [Origin.rivals])
        case .notes(let place):
            self.init(places: place.codes, subjects: [Origin.notes])
        case .notesOf(let dealer):
            guard let id = try Origin.number(of: dealer, on: connection) else { return nil }
            self.init(places: [id], subjects: [Origin.notes])
        }
    }

    private static func number(of dealer: VisibleDealer, on connection: Connection) throws -> Int? {
        try connection.queryOne("SELECT id FROM dealer WHERE key = ?", dealer.dealer.id) { $0.int(0) }
    }

    private init(places: [Int], subjects: [ClosedRange<Int>]) {
        self.places = places
        self.subjects = subjects
    }
}

extension VisiblePlace {
    /// The places of `daily_count` whose sum this one is.
    var codes: [Int] { cities?.map(\.code).sorted() ?? [0] }
}

extension VisiblePlace {
    /// Whether many places are read for it.
    var isWide: Bool { area != .nation && codes.count > 4 }
}

extension Cut {
    /// Days that are read on the caller's thread.
    static let mostDaysAtOnce = 31

    var isWide: Bool { subject.isWide || days.count > Cut.mostDaysAtOnce }
}

extension Cut.Subject {
    var isWide: Bool {
        switch self {
        case .place(let place), .series(_, in: let place), .rival(_, in: let place),
            .notes(in: let place):
            place.isWide
        case .maker, .rivals: true
        case .dealer, .notesOf: false
        }
    }
}
