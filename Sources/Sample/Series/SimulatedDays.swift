public import Earshot
import Glibc

extension SimulatedSeries {
    private static let levels = [0.2, 0.5, 1, 2, 5, 20, 50, 100]
    private static let shapes: [[Double]] = [
        [1.15, 1.1, 1.1, 1.1, 1.05, 0.8, 0.7], [0.85, 0.85, 0.85, 0.9, 1, 1.3, 1.25],
        [1.35, 1.3, 1.3, 1.25, 1.2, 0.35, 0.25], [1, 1, 1, 1, 1, 1, 1],
    ]
    private static let judged = 180

    /// A series by days; the same for the same seed.
    public static func days(seed: UInt64, calendar: WorkCalendar) -> SimulatedSeries {
        var chance = SeededRandom(seed: seed)
        let level = chance.pick(levels)
        let dispersion = chance.pick([0, 0.1, 0.2, 0.3])
        let history = chance.pick([56, 90, 180, 365, 550])
        let first = Day(year: 2023, month: 3, day: 1)! + (550 - history) + chance.below(60)
        var counts = means(first, history + judged, &chance, calendar).map { factor in
            RandomCount.draw(mean: level * factor, dispersion: dispersion, &chance)
        }
        for _ in 0..<chance.below(1 + history / 90) {
            _ = addOutbreak(at: chance.number(in: 5...(history - 12)), level, &counts, &chance)
        }
        var outbreaks: [ClosedRange<Int>] = []
        var next = history + chance.number(in: 3...50)
        for _ in 0..<chance.below(4) where next + 12 < counts.count {
            outbreaks.append(addOutbreak(at: next, level, &counts, &chance))
            next = outbreaks[outbreaks.count - 1].upperBound + chance.number(in: 12...55)
        }
        return SimulatedSeries(
            series: CountSeries(first: first, rhythm: .daily, counts: counts), start: history,
            outbreaks: outbreaks)
    }

    /// The expected counts of the days as multiples of the level.
    private static func means(
        _ first: Day, _ count: Int, _ chance: inout SeededRandom, _ calendar: WorkCalendar
    ) -> [Double] {
        let shape = chance.pick(shapes)
        let (holiday, trend) = (chance.pick([0.5, 1, 1.8]), chance.pick([-0.3, 0, 0.4]))
        let (wave, phase) = (chance.pick([0, 0.25]), chance.fraction())
        let deviation = chance.pick([0, 0.15])
        var drift = 0.0
        return (0..<count).map { step in
            let day = first + step
            let shaped =
                switch calendar[day] {
                case .holiday: shape[6] * holiday
                case .workday: shape[0]
                case nil: shape[day.weekday]
                }
            drift = 0.97 * drift + 0.243 * deviation * normal(&chance)
            let year = Double(step) / 365.25
            return shaped * exp(trend * year + wave * sin(2 * .pi * (year + phase)) + drift)
        }
    }

    /// Adds an outbreak that begins at a step, and gives its steps.
    private static func addOutbreak(
        at start: Int, _ level: Double, _ counts: inout [Int], _ chance: inout SeededRandom
    ) -> ClosedRange<Int> {
        let length = min(chance.number(in: 2...10), counts.count - start)
        let size = chance.pick([2.0, 3, 4, 6, 8])
        let shape = chance.below(3)
        var added = (0..<length).map { step in
            let position = (Double(step) + 1) / Double(length)
            let share = [0.85, position, 1 - abs(2 * position - 1)][shape]
            return RandomCount.draw(mean: level * (size - 1) * share, dispersion: 0, &chance)
        }
        while added.reduce(0, +) < 2 { added[chance.below(length)] += 1 }
        for (step, count) in added.enumerated() { counts[start + step] += count }
        let steps = added.indices.filter { added[$0] > 0 }
        return (start + steps[0])...(start + steps[steps.count - 1])
    }

    static func normal(_ chance: inout SeededRandom) -> Double {
        (-2 * log(1 - chance.fraction())).squareRoot() * cos(2 * .pi * chance.fraction())
    }
}
