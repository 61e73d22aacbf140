/// How many more voices of a matter there are in some days than there usually were before, by nothing but counting.
///
/// One look asks for the same matters again and again, so that what was counted is remembered: for use by one task alone.
final class RecentExcess {
    private let counts: ComplaintCounts
    private var counted: [Asked: Int] = [:]
    private var known: [Day: Int] = [:]

    private struct Asked: Hashable {
        var matter: WatchedMatter
        var days: ClosedRange<Day>
    }

    /// The days before a rise that tell what is usual, and how long before it they end.
    private static let (quarter, gap) = (91, 7)

    init(_ counts: ComplaintCounts) { self.counts = counts }

    /// The days that tell what is usual on some days.
    static func before(_ days: ClosedRange<Day>) -> ClosedRange<Day> {
        let last = days.lowerBound - gap
        return (last - (quarter - 1))...last
    }

    /// How many more than in as many days of the quarter before; below zero where there are fewer.
    func of(_ matter: WatchedMatter, during days: ClosedRange<Day>) -> Double {
        Double(observed(matter, during: days)) - usual(matter, during: days)
    }

    /// How many there were in as many days of the quarter before.
    func usual(_ matter: WatchedMatter, during days: ClosedRange<Day>) -> Double {
        usual(observed(matter, during: RecentExcess.before(days)), during: days)
    }

    /// As many of what was counted in the quarter before as fall on as many days.
    func usual(_ earlier: Int, during days: ClosedRange<Day>) -> Double {
        let before = RecentExcess.before(days)
        let span = known[before.upperBound] ?? max(1, before.count { counts.isKnown($0) })
        known[before.upperBound] = span
        return Double(earlier * days.count) / Double(span)
    }

    private func observed(_ matter: WatchedMatter, during days: ClosedRange<Day>) -> Int {
        let asked = Asked(matter: matter, days: days)
        if let known = counted[asked] { return known }
        let sum = cells(of: matter).reduce(0) { sum, cell in
            sum + (counts.cells[cell] ?? []).reduce(0) { days.contains($1.day) ? $0 + $1.complaints : $0 }
        }
        counted[asked] = sum
        return sum
    }

    private func cells(of matter: WatchedMatter) -> [ComplaintCounts.Cell] {
        if case .store(let store) = matter.place {
            return [
                ComplaintCounts.Cell(
                    city: nil, aspect: matter.aspect, series: matter.series, store: store.id,
                    praiseOf: matter.rival)
            ]
        }
        // The nation is counted by itself, with the voices whose city nobody knows.
        let cities: [City?] = matter.place.cities.map { $0.map { $0 } } ?? [nil]
        return cities.map {
            ComplaintCounts.Cell(
                city: $0, aspect: matter.aspect, series: matter.series, praiseOf: matter.rival)
        }
    }
}
