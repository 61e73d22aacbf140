import CSV
import Earshot

/// The series of a table `series_id,t,count`, in the order in which they first appear.
struct SeriesTable {
    private struct Entry {
        var name: String
        var counts: [Day: Int] = [:]
    }

    private var entries: [Entry] = []
    private var positions: [String: Int] = [:]

    init(_ path: String, _ table: inout InputTable) throws {
        var entries: [Entry] = []
        var positions: [String: Int] = [:]
        try table.read(path, columns: ["series_id", "t", "count"]) { row in
            guard let name = row["series_id"], !name.isEmpty else { return "series_id: is empty" }
            guard let day = CountColumns.day(row), let count = CountColumns.count(row) else {
                return CountColumns.fault(row)
            }
            let position = positions[name] ?? entries.count
            if position == entries.count {
                positions[name] = position
                entries.append(Entry(name: name))
            }
            guard entries[position].counts.updateValue(count, forKey: day) == nil else {
                return "\(Terminal.field(name)) has \(day) twice; the last counts"
            }
            return nil
        }
        self.entries = entries
    }

    /// Weekly when all days of all series are Mondays.
    var rhythm: CountSeries.Rhythm {
        let isWeekly =
            !entries.isEmpty && entries.allSatisfy { $0.counts.keys.allSatisfy { $0.weekday == 0 } }
        return isWeekly ? .weekly : .daily
    }

    /// Hands out each series.
    ///
    /// - Returns: what is wrong with those left out.
    func each(_ rhythm: CountSeries.Rhythm, _ body: (String, CountSeries) -> Void) -> [String] {
        entries.compactMap { entry in
            guard let first = entry.counts.keys.min(), let last = entry.counts.keys.max() else { return nil }
            let name = Terminal.field(entry.name)
            if rhythm == .weekly,
                let other = entry.counts.keys.sorted().first(where: { $0.weekday != first.weekday })
            {
                return "\(name): \(other) is not the same day of the week as \(first)"
            }
            guard first.distance(to: last) < CountColumns.longest else {
                return
                    "\(name): goes from \(first) to \(last), which is longer than \(CountColumns.longest) days"
            }
            var counts = [Int?](repeating: nil, count: first.distance(to: last) / rhythm.days + 1)
            for (day, count) in entry.counts { counts[first.distance(to: day) / rhythm.days] = count }
            body(entry.name, CountSeries(first: first, rhythm: rhythm, counts: counts))
            return nil
        }
    }
}
