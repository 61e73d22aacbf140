import Earshot
import Glibc

extension SimulatedSeries {
    /// Level, trend a week, the two amplitudes of the season, and variance over mean.
    private struct Family {
        var level: Double
        var trend: Double
        var cosine: Double
        var sine: Double
        var dispersion: Double
    }

    private static let families = [
        Family(level: 0.1, trend: 0.0025, cosine: 0.6, sine: 0.6, dispersion: 1.5),
        Family(level: -2, trend: 0.005, cosine: 0.1, sine: 0.3, dispersion: 2),
        Family(level: 1.5, trend: 0.003, cosine: 0.2, sine: -0.4, dispersion: 1),
        Family(level: 0.5, trend: 0.002, cosine: 0.5, sine: 0.5, dispersion: 5),
        Family(level: 2.5, trend: 0.001, cosine: 1, sine: 0.1, dispersion: 3),
        Family(level: 3.75, trend: 0.001, cosine: 0.1, sine: -0.1, dispersion: 1.1),
        Family(level: 5, trend: 0.0001, cosine: 0.05, sine: 0.01, dispersion: 1.2),
    ]
    private static let weeks = 624
    private static let start = 575

    /// A series by weeks; the same for the same seed.
    public static func weeks(seed: UInt64) -> SimulatedSeries {
        var chance = SeededRandom(seed: seed)
        let family = chance.pick(families)
        let (hasTrend, waves) = (chance.chance(0.5), chance.below(3))
        let means = (1...weeks).map { week in
            var exponent = family.level + (hasTrend ? family.trend * Double(week) : 0)
            for wave in 0..<waves {
                let angle = 2 * Double.pi * Double((wave + 1) * week) / 52
                exponent += family.cosine * cos(angle) + family.sine * sin(angle)
            }
            return exp(exponent)
        }
        var counts = means.map { mean in
            RandomCount.draw(mean: mean, dispersion: (family.dispersion - 1) / mean, &chance)
        }
        func addOutbreak(at start: Int, size: Double) -> ClosedRange<Int> {
            var total = 0
            while total < 2 {
                let deviation = (family.dispersion * means[start]).squareRoot()
                total = RandomCount.draw(mean: size * deviation, dispersion: 0, &chance)
            }
            let steps = (0..<total).map { _ in min(start + Int(exp(0.5 * normal(&chance))), weeks - 1) }
            for step in steps { counts[step] += 1 }
            return steps.min()!...steps.max()!
        }
        let past = chance.pick([0.0, 2, 3, 5, 10])
        if past > 0 {
            for _ in 0..<4 { _ = addOutbreak(at: chance.number(in: 312...569), size: past) }
        }
        let outbreak = addOutbreak(
            at: chance.number(in: start...617), size: Double(chance.number(in: 2...10)))
        let first = Day(year: 2014, month: 1, day: 6)!
        return SimulatedSeries(
            series: CountSeries(first: first, rhythm: .weekly, counts: counts), start: start,
            outbreaks: [outbreak])
    }
}
