public import Earshot
import SQLite

extension VoiceStore {
    public func rivals(
        in place: VisiblePlace, during days: ClosedRange<Day>, before: ClosedRange<Day>, of aspect: Aspect?
    ) async throws -> [RivalStanding] {
        // A week of the nation has voices of every rival there is.
        let isWide =
            place.isWide || place.area == .nation || max(days.count, before.count) > Cut.mostDaysAtOnce
        return try await read(wide: isWide) { [self] connection in
            guard let aspect = try number(of: aspect, on: connection) else { return [] }
            let now = try tallies(of: aspect, in: place, days, on: connection)
            let earlier = try tallies(of: aspect, in: place, before, on: connection)
            var standings: [RivalStanding] = []
            try connection.prepare("SELECT id, brand, series FROM subject WHERE id > 0").forEach { row in
                let (now, before) = (now[row.int(0)], earlier[row.int(0)])
                guard now != nil || before != nil else { return }
                standings.append(
                    RivalStanding(
                        rival: Rival(brand: row.text(1), series: row.text(2)), now: now ?? Tally(),
                        before: before ?? Tally()))
            }
            return standings.sorted { $0.rival < $1.rival }
        }
    }

    /// The number under which this file has an aspect, 0 for a voice as a whole; nothing for one nobody spoke of.
    func number(of aspect: Aspect?, on connection: Connection) throws -> Int? {
        guard let aspect else { return 0 }
        return try connection.queryOne("SELECT id FROM aspect WHERE name = ?", aspect.name) { $0.int(0) }
    }

    /// What is said of every rival, by the rivals' numbers. All of a day and place are read in a row: a seek for
    /// each of hundreds of rivals takes ten times as long.
    private func tallies(
        of aspect: Int, in place: VisiblePlace, _ days: ClosedRange<Day>, on connection: Connection
    ) throws -> [Int: Tally] {
        let statement = try connection.prepare(
            """
            WITH RECURSIVE \(VoiceStore.countedDays)
            SELECT count.subject, count.negative, count.neutral, count.positive
            FROM counted CROSS JOIN daily_count AS count
                ON count.day = counted.day AND count.place = ? AND count.subject > 0
            WHERE count.aspect = ?
            """)
        var tallies: [Int: Tally] = [:]
        for code in place.codes {
            try statement.forEach(days.lowerBound.number, days.upperBound.number, code, aspect) { row in
                tallies[row.int(0), default: Tally()] += Tally(
                    positive: row.int(3), neutral: row.int(2), negative: row.int(1))
            }
        }
        return tallies
    }
}
