import Configuration
import Earshot

/// Finds the days that are coming on which nobody is there who would have to be told first, with those who stand in counted in.
struct AbsenceCheck {
    let directory: Directory
    /// What the directory was made of, for the lines.
    let rows: DirectoryRows
    let ways: Ways
    let chain: ChainOfCommand
    let today: Day

    /// So many days ahead, today included: who is away later may still be given a deputy in time.
    private static let days = 60

    /// What is found, a region after the other and headquarters last.
    var warnings: [Problem] {
        let regions = directory.regions.compactMap { region -> Problem? in
            let cities = Set(directory.dealers.map(\.city)).filter { region.cities.contains($0) }
            let days = cities.reduce(into: Set<Day>()) { $0.formUnion(unattended(.managers, of: .city($1))) }
            return problem(
                chain.members(of: .managers, of: .region(region)), on: days,
                "of \(region.name) is there to be told of warnings first")
        }
        let headquarters = problem(
            chain.members(of: .headquarters, of: .nation), on: unattended(.headquarters, of: .nation),
            "of headquarters is there to be told of warnings")
        return regions + [headquarters].compactMap(\.self)
    }

    /// The days on which a level has people whom something reaches, and none of them, nor anybody in their stead, is there.
    private func unattended(_ level: ChainOfCommand.Level, of place: WatchedPlace) -> Set<Day> {
        let members = chain.members(of: level, of: place)
        guard members.contains(where: { ways.way(to: $0) != nil }) else { return [] }
        return Set((0..<AbsenceCheck.days).lazy.map { today + $0 }).filter { day in
            guard !members.contains(where: { !$0.isAway(on: day) && ways.way(to: $0) != nil }) else {
                return false
            }
            return !chain.level(level, of: place, on: day).told.contains { ways.way(to: $0.person) != nil }
        }
    }

    /// At the first of those who are away on the first of the days.
    private func problem(_ members: [Person], on days: Set<Day>, _ words: String) -> Problem? {
        guard let first = days.min(),
            let away = members.first(where: { $0.isAway(on: first) && ways.way(to: $0) != nil }),
            let row = rows.people.first(where: { $0.id == away.id })
        else { return nil }
        return Problem(
            .badValue, file: row.place.file, line: row.place.line, field: "away",
            "on \(AbsenceCheck.spans(days)) nobody \(words): \(away.id) is away, and nobody stands in",
            hint: "a deputy who is there then and can be reached")
    }

    /// 2026-12-01..2026-12-05, 2026-12-20: as the file writes them.
    private static func spans(_ days: Set<Day>) -> String {
        var spans: [ClosedRange<Day>] = []
        for day in days.sorted() {
            if let last = spans.last, last.upperBound + 1 == day {
                spans[spans.count - 1] = last.lowerBound...day
            } else {
                spans.append(day...day)
            }
        }
        return spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)..\($0.upperBound)" }
            .joined(separator: ", ")
    }
}
