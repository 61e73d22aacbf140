/// What is expected of a map's newest days: a rate for each place and a factor for each kind of day.
struct PlaceExpectation: Sendable {
    /// Newest days that are not learned from.
    static let guardGap = 7
    /// Days that are learned from.
    static let memory = 120
    /// Days without which nothing is judged.
    static let leastHistory = 28

    /// Days with data that must be among those learned from.
    static let leastKnown = 20

    /// Expected for each of the newest days, today first, and place; 0 where there is no data to compare with.
    let counts: [[Double]]
    /// The same as if all places had data.
    let ordinary: [[Double]]
    /// Extra variance as a share of the squared mean, common to all places; at most 1.
    let dispersion: Double

    /// Nothing where too few days before `today` have data.
    init?(_ map: PlaceMap, at today: Int, window: Int, calendar: WorkCalendar) {
        let end = today - PlaceExpectation.guardGap
        let past = (max(0, end - PlaceExpectation.memory)..<max(0, end)).filter(map.isKnown)
        guard past.count >= PlaceExpectation.leastKnown else { return nil }
        let factors = DayFactors(map, past, calendar)
        let rates = PlaceExpectation.rates(map, past, factors)

        var (excess, squares) = (0.0, 0.0)
        for day in past {
            let factor = factors[map.first + day]
            for place in rates.indices {
                guard let count = map[day, place] else { continue }
                let expected = factor * rates[place]
                let residual = Double(count) - expected
                excess += residual * residual - expected
                squares += expected * expected
            }
        }
        dispersion = squares > 0 ? min(1, max(0, excess / squares)) : 0
        let ordinary = (0..<window).map { age in
            let factor = factors[map.first + (today - age)]
            return rates.map { $0 * factor }
        }
        self.ordinary = ordinary
        counts = ordinary.enumerated().map { age, row in
            row.enumerated().map { map[today - age, $0] == nil ? 0 : $1 }
        }
    }

    /// The counts of an ordinary day by place. Each leans to the mean of all by two days' worth, and all follow a slow
    /// drift of the whole country: the last four weeks.
    private static func rates(_ map: PlaceMap, _ past: [Int], _ factors: DayFactors) -> [Double] {
        var sums = [Double](repeating: 0, count: map.places)
        var efforts = sums
        for day in past {
            let factor = factors[map.first + day]
            for place in sums.indices {
                guard let count = map[day, place] else { continue }
                sums[place] += Double(count)
                efforts[place] += factor
            }
        }
        let mean = sums.reduce(0, +) / max(efforts.reduce(0, +), 1e-9)
        let rates = sums.indices.map { (sums[$0] + 2 * mean) / (efforts[$0] + 2) }
        var (recent, expected) = (50.0, 50.0)
        for day in past.suffix(28) {
            let factor = factors[map.first + day]
            for place in rates.indices {
                guard let count = map[day, place] else { continue }
                recent += Double(count)
                expected += factor * rates[place]
            }
        }
        return rates.map { $0 * recent / expected }
    }
}

/// How much more or less than usual is said on a kind of day.
private struct DayFactors {
    private let calendar: WorkCalendar
    /// Monday to Sunday, holiday, make-up workday.
    private var factors = [Double](repeating: 1, count: 9)

    init(_ map: PlaceMap, _ days: [Int], _ calendar: WorkCalendar) {
        self.calendar = calendar
        let means = days.map { day in
            let known = (0..<map.places).compactMap { map[day, $0] }
            return Double(known.reduce(0, +)) / Double(max(1, known.count))
        }
        let mean = max(means.reduce(0, +) / Double(max(1, days.count)), 1e-9)
        var sums = factors.map { _ in 2 * mean }
        var counts = factors.map { _ in 2.0 }
        for (day, value) in zip(days, means) {
            let kind = kind(of: map.first + day)
            sums[kind] += value
            counts[kind] += 1
        }
        for kind in factors.indices { factors[kind] = sums[kind] / (counts[kind] * mean) }
        // What was never seen is taken for a Sunday or a Monday.
        if counts[7] == 2 { factors[7] = factors[6] }
        if counts[8] == 2 { factors[8] = factors[0] }
    }

    subscript(day: Day) -> Double { factors[kind(of: day)] }

    private func kind(of day: Day) -> Int {
        switch calendar[day] {
        case .holiday: 7
        case .workday: 8
        case nil: day.weekday
        }
    }
}
