/// How many more voices of a matter there are in some days than there usually were before, by nothing but counting.
struct RecentExcess {
    private let counts: ComplaintCounts

    /// The days before a rise that tell what is usual, and how long before it they end.
    private static let (quarter, gap) = (91, 7)

    init(_ counts: ComplaintCounts) { self.counts = counts }

    /// How many more than in as many days of the quarter before; below zero where there are fewer.
    func of(_ matter: WatchedMatter, during days: ClosedRange<Day>) -> Double {
        let observed = cells(of: matter).reduce(0) { sum, cell in
            sum + (counts.cells[cell] ?? []).reduce(0) { days.contains($1.day) ? $0 + $1.complaints : $0 }
        }
        return Double(observed) - usual(matter, during: days)
    }

    /// How many there were in as many days of the quarter before.
    func usual(_ matter: WatchedMatter, during days: ClosedRange<Day>) -> Double {
        let last = days.lowerBound - RecentExcess.gap
        let before = (last - RecentExcess.quarter)...last
        let earlier = cells(of: matter).reduce(0) { sum, cell in
            sum + (counts.cells[cell] ?? []).reduce(0) { before.contains($1.day) ? $0 + $1.complaints : $0 }
        }
        let known = max(1, before.count { counts.isKnown($0) })
        return Double(earlier * days.count) / Double(known)
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
