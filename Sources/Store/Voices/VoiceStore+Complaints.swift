public import Earshot
import SQLite

extension VoiceStore: ComplaintSource {
    /// The complaints about the own brand in these days, as the watch judges them, all of one state of the file.
    public func complaints(during days: ClosedRange<Day>) async throws -> ComplaintCounts {
        try await database.read { [self] connection in
            var counts = ComplaintCounts(days: days)
            try readComplaints(of: days, into: &counts, on: connection)
            return counts
        }
    }

    /// Adds the complaints of some days to counts that have none of these days.
    func readComplaints(
        of days: ClosedRange<Day>, into counts: inout ComplaintCounts, on connection: Connection
    ) throws {
        let aspects = try aspects(on: connection)
        let (first, last) = (days.lowerBound.number, days.upperBound.number)
        // A known day has a voice about anything, also about rivals.
        let known = try connection.prepare(
            """
            WITH RECURSIVE \(VoiceStore.countedDays)
            SELECT day
            FROM counted
            WHERE EXISTS (SELECT 1 FROM daily_count AS count WHERE count.day = counted.day)
            """)
        try known.forEach(first, last) { counts.markKnown(Day(number: $0.int(0))) }
        // Below 1,000,000 a place is the nation (0) or a city's code, above it a store.
        let statement = try connection.prepare(
            """
            SELECT day, place, aspect, negative
            FROM daily_count
            WHERE day BETWEEN ? AND ?
                AND subject = 0
                AND negative > 0
                AND place < 1000000
            """)
        var cities: [Int: City?] = [:]
        try statement.forEach(first, last) { row in
            let (code, id) = (row.int(1), row.int(2))
            let city: City?
            if code == 0 {
                city = nil
            } else if let known = cities[code] {
                city = known
            } else {
                city = Gazetteer.china.city(code: code)
                cities[code] = city
            }
            let aspect = id == 0 ? nil : aspects[id]
            // A city or an aspect of another edition of the program is watched by none of its own.
            guard code == 0 || city != nil, id == 0 || aspect != nil else { return }
            counts.add(
                row.int(3), on: Day(number: row.int(0)),
                of: ComplaintCounts.Cell(city: city, aspect: aspect))
        }
    }
}
