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
        // A known day has a voice about anything, also about rivals; what stores noted is none.
        let known = try connection.prepare(
            """
            WITH RECURSIVE \(VoiceStore.countedDays)
            SELECT day
            FROM counted
            WHERE EXISTS (
                SELECT 1 FROM daily_count AS count WHERE count.day = counted.day AND count.subject >= 0)
            """)
        try known.forEach(first, last) { counts.markKnown(Day(number: $0.int(0))) }
        // Below 1,000,000 a place is the nation (0) or a city's code, above it a store. Subject 0 is the own brand, one below
        // it a series of it.
        let statement = try connection.prepare(
            """
            SELECT day, place, subject, aspect, negative, positive
            FROM daily_count
            WHERE day BETWEEN ? AND ?
                AND (subject <= 0 AND negative > 0 OR subject > 0 AND aspect = 0 AND positive > 0)
            """)
        var cells: [Key: ComplaintCounts.Cell?] = [:]
        let stores = try connection.query("SELECT id, key FROM dealer") { ($0.int(0), $0.text(1)) }
        let names = Names(
            stores: Dictionary(stores) { first, _ in first }, aspects: aspects,
            rivals: try rivals(on: connection), series: try series(on: connection))
        try statement.forEach(first, last) { row in
            let key = Key(place: row.int(1), subject: row.int(2), aspect: row.int(3))
            let cell: ComplaintCounts.Cell?
            if let known = cells[key] {
                cell = known
            } else {
                cell = names.cell(of: key)
                cells[key] = cell
            }
            // What another edition of the program knows is watched by none of its own.
            guard let cell else { return }
            counts.add(row.int(key.subject <= 0 ? 4 : 5), on: Day(number: row.int(0)), of: cell)
        }
    }

    /// Whose counts a row has.
    private struct Key: Hashable {
        var place: Int
        var subject: Int
        var aspect: Int
    }

    private struct Names {
        let stores: [Int: String]
        let aspects: [Int: Aspect]
        let rivals: [Int: Rival]
        let series: [Int: String]

        /// Nothing where a name is not known, and for what is said of a rival at a store.
        func cell(of key: Key) -> ComplaintCounts.Cell? {
            let aspect = key.aspect == 0 ? nil : aspects[key.aspect]
            let rival = key.subject <= 0 ? nil : rivals[key.subject]
            let series = key.subject >= 0 ? nil : series[key.subject]
            guard key.aspect == 0 || aspect != nil, key.subject == 0 || rival != nil || series != nil else {
                return nil
            }
            if key.place >= 1_000_000 {
                guard key.subject == 0, let store = stores[key.place] else { return nil }
                return ComplaintCounts.Cell(city: nil, aspect: aspect, store: store)
            }
            let city = key.place == 0 ? nil : Gazetteer.china.city(code: key.place)
            guard key.place == 0 || city != nil else { return nil }
            return ComplaintCounts.Cell(city: city, aspect: aspect, series: series, praiseOf: rival)
        }
    }

    private func series(on connection: Connection) throws -> [Int: String] {
        let rows = try connection.query("SELECT id, series FROM subject WHERE id < 0") {
            ($0.int(0), $0.text(1))
        }
        return Dictionary(rows) { first, _ in first }
    }

    private func rivals(on connection: Connection) throws -> [Int: Rival] {
        let rows = try connection.query("SELECT id, brand, series FROM subject WHERE id > 0") { row in
            (row.int(0), Rival(brand: row.text(1), series: row.text(2)))
        }
        return Dictionary(rows) { first, _ in first }
    }
}
