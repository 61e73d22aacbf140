import Configuration
import Earshot

/// Finds the days that are coming on which nobody is there who would have to be told first, with those who stand in counted in.
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
        var (ofRegions, ofHeadquarters): ([String: [Gap]], [Gap]) = ([:], [])
        let cities = Set(everybody.dealers.map(\.city))
        for day in (0..<AbsenceCheck.days).map({ today + $0 }) where isSomebodyMissing(on: day) {
            let chain = ChainOfCommand(directory: directory(of: day), headquarters: headquarters)
            for region in everybody.regions {
                let places = region.cities.intersection(cities).map { WatchedPlace.city($0) }
                let found = places.lazy.compactMap { self.gap(in: chain, .managers, of: $0, on: day) }.first
                if let found { ofRegions[region.name, default: []].append(found) }
            }
            if let found = gap(in: chain, .headquarters, of: .nation, on: day) {
                ofHeadquarters.append(found)
            }
        }
        return everybody.regions.compactMap {
            problem(ofRegions[$0.name] ?? [], "of \($0.name) is there to be told of warnings first")
        } + [problem(ofHeadquarters, "of headquarters is there to be told of warnings")].compactMap(\.self)
    }

    private func directory(of day: Day) -> Directory {
        PresentDirectory(everybody, clock: Standing(now: calendar.start(of: day)), calendar: calendar).ofToday
    }

    /// A clock that stands still on a day.
    private struct Standing: Earshot.Clock { let now: Timestamp }

    /// A day on which nobody of a level is there, and one of those who are away.
    private struct Gap {
        var day: Day
        var away: Person
    }

    private func isSomebodyMissing(on day: Day) -> Bool {
        everybody.people.contains {
            ($0.role == .manager || $0.role == .hq) && ($0.isAway(on: day) || !$0.isValid(on: day))
        }
    }

    /// Nothing where somebody is told, and where nobody could be on any day, of which other warnings tell.
    private func gap(
        in chain: ChainOfCommand, _ level: ChainOfCommand.Level, of place: WatchedPlace, on day: Day
    ) -> Gap? {
        let told = chain.level(level, of: place, on: day).told
        guard !told.contains(where: { ways.way(to: $0.person) != nil }) else { return nil }
        return chain.members(of: level, of: place)
            .first { $0.isAway(on: day) && ways.way(to: $0) != nil }
            .map { Gap(day: day, away: $0) }
    }

    /// At the line of the first who is away.
    private func problem(_ gaps: [Gap], _ words: String) -> Problem? {
        guard let away = gaps.first?.away, let row = rows.people.first(where: { $0.id == away.id })
        else { return nil }
        return Problem(
            .badValue, file: row.place.file, line: row.place.line, field: "away",
            "on \(AbsenceCheck.spans(gaps.map(\.day))) nobody \(words): \(away.id) is away, and nobody stands in",
            hint: "a deputy who is there then and can be reached")
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
