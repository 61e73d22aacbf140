import Configuration
import Earshot

/// Finds the days that are coming on which nobody is there who would have to be told first, with those who stand in counted in:
/// because somebody is away, or has left.
struct AbsenceCheck {
    /// Everybody of the files, whatever the day.
    let everybody: Directory
    /// What the directory was made of, for the lines.
    let rows: DirectoryRows
    /// The ways to everybody.
    let ways: Ways
    /// The ids of those of headquarters who are told; with none all are.
    let headquarters: [String]
    let today: Day
    let calendar: LocalCalendar

    /// So many days ahead, today included: who is away later may still be given a deputy in time.
    private static let days = 60

    /// What is found, a region after the other and headquarters last.
    var warnings: [Problem] {
        var (ofRegions, ofHeadquarters): ([String: Gaps], Gaps) = ([:], [:])
        let cities = Set(everybody.dealers.map(\.city))
        var chains: [Day: ChainOfCommand] = [:]
        func chain(of day: Day) -> ChainOfCommand {
            if let known = chains[day] { return known }
            let chain = ChainOfCommand(directory: directory(of: day), headquarters: headquarters)
            chains[day] = chain
            return chain
        }
        for day in (0..<AbsenceCheck.days).map({ today + $0 }) where isSomebodyMissing(on: day) {
            for region in everybody.regions {
                for city in region.cities.intersection(cities) {
                    guard let missing = missing(.managers, of: .city(city), on: day, chain) else { continue }
                    ofRegions[region.name, default: [:]][missing, default: []].insert(day)
                }
            }
            if let missing = missing(.headquarters, of: .nation, on: day, chain) {
                ofHeadquarters[missing, default: []].insert(day)
            }
        }
        return everybody.regions.flatMap {
            problems(ofRegions[$0.name] ?? [:], "of \($0.name) is there to be told of warnings first")
        } + problems(ofHeadquarters, "of headquarters is there to be told of warnings")
    }

    private func directory(of day: Day) -> Directory {
        PresentDirectory(everybody, clock: Standing(now: calendar.start(of: day)), calendar: calendar).ofToday
    }

    /// A clock that stands still on a day.
    private struct Standing: Earshot.Clock { let now: Timestamp }

    /// The days on which nobody of a level is there somewhere, by the one whom that is said of.
    private typealias Gaps = [Missing: Set<Day>]

    /// One of those who are away, or the last who was there.
    private struct Missing: Hashable {
        var person: String
        /// The last day of somebody who has left.
        var left: Day?
    }

    private func isSomebodyMissing(on day: Day) -> Bool {
        everybody.people.contains {
            ($0.role == .manager || $0.role == .hq) && ($0.isAway(on: day) || !$0.isValid(on: day))
        }
    }

    /// Nothing where somebody is told, and where nobody could be on any day, of which other warnings tell.
    private func missing(
        _ level: ChainOfCommand.Level, of place: WatchedPlace, on day: Day, _ chain: (Day) -> ChainOfCommand
    ) -> Missing? {
        let ofDay = chain(day)
        let told = ofDay.level(level, of: place, on: day).told
        guard !told.contains(where: { ways.way(to: $0.person) != nil }) else { return nil }
        let away = ofDay.members(of: level, of: place)
            .first { $0.isAway(on: day) && ways.way(to: $0) != nil }
        if let away { return Missing(person: away.id) }
        return everybody.people.filter { person in
            guard let last = person.validUntil, (today..<day).contains(last), ways.way(to: person) != nil
            else { return false }
            return chain(last).members(of: level, of: place).contains { $0.id == person.id }
        }
        .compactMap { person in person.validUntil.map { Missing(person: person.id, left: $0) } }
        .max { ($0.left ?? day) < ($1.left ?? day) }
    }

    /// Each at the line of whom it is said of, in the order of the file, the earliest first.
    private func problems(_ gaps: Gaps, _ words: String) -> [Problem] {
        let found = gaps.map { (missing: $0.key, days: $0.value.sorted()) }
            .sorted {
                ($0.missing.left == nil ? 0 : 1, $0.days[0]) < ($1.missing.left == nil ? 0 : 1, $1.days[0])
            }
        return rows.people.flatMap { row in
            found.filter { isRow(row, of: $0.missing, from: $0.days[0]) }
                .map { missing, days in
                    let nobody = "on \(AbsenceCheck.spans(days)) nobody \(words)"
                    guard let last = missing.left else {
                        return Problem(
                            .badValue, file: row.place.file, line: row.place.line, field: "away",
                            "\(nobody): \(row.id) is away, and nobody stands in",
                            hint: "a deputy who is there then and can be reached")
                    }
                    return Problem(
                        .badValue, file: row.place.file, line: row.place.line, field: "valid_until",
                        "\(nobody): \(row.id) is there until \(last), and nobody is there right after",
                        hint: "somebody who is in charge then and can be reached, or a deputy")
                }
        }
    }

    /// Whether it is said of this one of a person's rows: the one with the last day, or the one in force when the days begin.
    private func isRow(_ row: PersonRow, of missing: Missing, from day: Day) -> Bool {
        guard row.id == missing.person else { return false }
        let until = Day(row.validUntil)
        if let left = missing.left { return until == left }
        return (Day(row.validFrom).map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }

    /// 2026-12-01..2026-12-05, 2026-12-20: as the file writes them.
    private static func spans(_ days: [Day]) -> String {
        var spans: [ClosedRange<Day>] = []
        for day in days {
            if let last = spans.last, last.upperBound + 1 == day {
                spans[spans.count - 1] = last.lowerBound...day
            } else {
                spans.append(day...day)
            }
        }
        return spans.map {
            $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)..\($0.upperBound)"
        }
        .joined(separator: ", ")
    }
}
