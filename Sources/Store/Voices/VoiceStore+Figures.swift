public import Earshot
import SQLite

extension VoiceStore: VoiceFigures {
    public func slices(_ wanted: [Cut]) async throws -> [Slice] {
        try await read(wide: wanted.contains { $0.subject.isWide }) { [self] connection in
            try wanted.map { cut in
                guard let origin = try Origin(of: cut.subject, on: connection) else { return Slice() }
                return try slice(origin, cut.days, on: connection)
            }
        }
    }

    /// Reads on the calling thread, which is fastest, unless the query sums over many places.
    func read<Value: Sendable>(
        wide: Bool, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        wide ? try await database.read(body) : try database.readBlocking(body)
    }

    private func slice(
        _ origin: Origin, _ days: ClosedRange<Day>, on connection: Connection
    ) throws -> Slice {
        var slice = Slice()
        let statement = try connection.prepare(
            """
            SELECT aspect.name, SUM(negative), SUM(neutral), SUM(positive)
            FROM aspect CROSS JOIN daily_count AS count
                ON count.place = ? AND count.subject = ? AND count.aspect = aspect.id
                AND count.day BETWEEN ? AND ?
            GROUP BY aspect.id
            """)
        for place in origin.places {
            try statement.forEach(
                place, origin.subject, days.lowerBound.number, days.upperBound.number
            ) { row in
                let tally = Tally(positive: row.int(3), neutral: row.int(2), negative: row.int(1))
                let name = row.text(0)
                if name.isEmpty {
                    slice.overall += tally
                } else if let aspect = Aspect(name[...]) {
                    slice.aspects[aspect, default: Tally()] += tally
                }
            }
        }
        return slice
    }

    public func earliestDay() async throws -> Day? {
        try await read(wide: false) { connection in
            try connection.queryOne(
                "SELECT MIN(day) FROM daily_count WHERE place = 0 AND subject = 0 AND aspect = 0"
            ) { $0.optionalInt(0) }.flatMap { $0 }.map { Day(number: $0) }
        }
    }

    public func rivals(
        in place: VisiblePlace, during days: ClosedRange<Day>, before: ClosedRange<Day>
    ) async throws -> [RivalStanding] {
        try await read(wide: place.isWide) { connection in
            var standings: [Rival: RivalStanding] = [:]
            let statement = try connection.prepare(
                """
                SELECT subject.brand, subject.series, count.day >= ?,
                    SUM(negative), SUM(neutral), SUM(positive)
                FROM subject CROSS JOIN daily_count AS count
                    ON count.place = ? AND count.subject = subject.id AND count.aspect = 0
                    AND count.day BETWEEN ? AND ?
                WHERE subject.id > 0 AND (count.day <= ? OR count.day >= ?)
                GROUP BY subject.id, count.day >= ?
                """)
            for code in place.codes {
                let first = days.lowerBound.number
                try statement.forEach(
                    first, code, before.lowerBound.number, days.upperBound.number,
                    before.upperBound.number, first, first
                ) { row in
                    let rival = Rival(brand: row.text(0), series: row.text(1))
                    let tally = Tally(positive: row.int(5), neutral: row.int(4), negative: row.int(3))
                    var standing =
                        standings[rival] ?? RivalStanding(rival: rival, now: Tally(), before: Tally())
                    if row.bool(2) { standing.now += tally } else { standing.before += tally }
                    standings[rival] = standing
                }
            }
            return standings.values.sorted { $0.rival < $1.rival }
        }
    }
}

/// The places and the subject that a cut reads.
struct Origin {
    var places: [Int]
    var subject: Int

    /// Nothing when the dealer or the rival has no voice yet.
    init?(of subject: Cut.Subject, on connection: Connection) throws {
        switch subject {
        case .place(let place):
            self.init(places: place.codes, subject: 0)
        case .dealer(let dealer):
            let id = try connection.queryOne("SELECT id FROM dealer WHERE key = ?", dealer.dealer.id) {
                $0.int(0)
            }
            guard let id else { return nil }
            self.init(places: [id], subject: 0)
        case .rival(let rival, let place):
            let id = try connection.queryOne(
                "SELECT id FROM subject WHERE brand = ? AND series = ? AND id > 0", rival.brand, rival.series
            ) { $0.int(0) }
            guard let id else { return nil }
            self.init(places: place.codes, subject: id)
        }
    }

    private init(places: [Int], subject: Int) {
        self.places = places
        self.subject = subject
    }
}

extension VisiblePlace {
    /// The places of `daily_count` whose sum this one is.
    var codes: [Int] {
        switch area {
        case .city(let city): [city.code]
        case .region(let region): region.cities.map(\.code).sorted()
        case .province(let province): province.cities.map(\.code).sorted()
        case .nation: [0]
        }
    }
}

extension VisiblePlace {
    /// Whether many places are read for it.
    fileprivate var isWide: Bool { area != .nation && codes.count > 4 }
}

extension Cut.Subject {
    var isWide: Bool {
        switch self {
        case .place(let place), .rival(_, in: let place): place.isWide
        case .dealer: false
        }
    }
}
