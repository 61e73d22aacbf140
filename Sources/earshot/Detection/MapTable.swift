import CSV
import Earshot

/// The maps of a table `series_id,t,count,map,city`, in the order in which they first appear.
struct MapTable {
    private struct Cell {
        var day: Day
        var place: Int32
        var count: Int32
    }

    private var names: [String] = []
    private var cells: [[Cell]] = []
    private let places: PlaceTable

    init(_ path: String, _ table: inout InputTable, _ places: PlaceTable) throws {
        self.places = places
        var (names, positions, cells): ([String], [String: Int], [[Cell]]) = ([], [:], [])
        try table.read(path, columns: ["t", "count", "map", "city"]) { row in
            guard let name = row["map"], !name.isEmpty else { return "map: is empty" }
            guard let city = row["city"], let place = places.positions[city] else {
                return "city: \(Terminal.field(row["city"] ?? "")) is not among the places"
            }
            guard let day = CountColumns.day(row), let count = CountColumns.count(row) else {
                return CountColumns.fault(row)
            }
            let position = positions[name] ?? names.count
            if position == names.count {
                positions[name] = position
                names.append(name)
                cells.append([])
            }
            cells[position].append(Cell(day: day, place: Int32(place), count: Int32(count)))
            return nil
        }
        (self.names, self.cells) = (names, cells)
    }

    /// Hands out each map.
    ///
    /// - Returns: what is wrong with those left out.
    func each(_ body: (String, PlaceMap) -> Void) -> [String] {
        zip(names, cells).compactMap { name, cells in
            guard let first = cells.map(\.day).min(), let last = cells.map(\.day).max() else { return nil }
            let days = first.distance(to: last) + 1
            guard days <= CountColumns.longest, days * places.names.count <= 1 << 26 else {
                return "\(Terminal.field(name)): goes from \(first) to \(last), which is too long"
            }
            var map = PlaceMap(first: first, days: days, places: places.names.count)
            var repeated: Cell?
            for cell in cells {
                let (day, place) = (first.distance(to: cell.day), Int(cell.place))
                if map[day, place] != nil { repeated = cell }
                map[day, place] = Int(cell.count)
            }
            body(name, map)
            return repeated.map { cell in
                "\(Terminal.field(name)) has \(cell.day) twice for \(places.names[Int(cell.place)]); the last counts"
            }
        }
    }
}
