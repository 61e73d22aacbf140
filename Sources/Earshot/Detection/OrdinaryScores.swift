import Glibc

/// The greatest scores of simulated ordinary days.
///
/// Method: the greatest of many scores follows Gumbel's law closely, so that a few hundred simulated days give
/// probabilities far beyond one in a few hundred (Abrams, Kulldorff and Kleinman, "Empirical/asymptotic p-values for
/// Monte Carlo-based hypothesis testing", Int. J. Health Geogr. 9, 2010). Days on which nothing stands out at all are
/// counted apart: on maps of rare matters most are.
struct OrdinaryScores: Sendable {
    private static let days = 200
    /// With fewer simulated days on which anything stands out there is nothing to compare with.
    private static let fewest = 20
    /// Scores of rare matters take few values; a narrower law would follow from their sameness alone.
    private static let narrowest = 0.2

    /// The share of days on which anything stands out.
    private let share: Double
    private let location: Double
    private let scale: Double

    /// Nothing where so little is expected that hardly anything ever stands out.
    init?(_ scan: PlaceScan, _ expectation: PlaceExpectation, seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        let scores = (0..<OrdinaryScores.days).map { _ in
            scan.greatestScore(
                PlaceScan.Days(
                    observed: expectation.ordinary.map { row in
                        row.map {
                            Double(RandomCount.draw(mean: $0, dispersion: expectation.dispersion, &chance))
                        }
                    },
                    expected: expectation.ordinary, dispersion: expectation.dispersion))
        }.filter { $0 > 0 }
        guard scores.count >= OrdinaryScores.fewest else { return nil }
        share = Double(scores.count) / Double(OrdinaryScores.days)
        let mean = scores.reduce(0, +) / Double(scores.count)
        let square = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scores.count - 1)
        // Moments of Gumbel's law: variance π²/6 · scale², mean location + γ · scale.
        scale = max(square.squareRoot() * 6.0.squareRoot() / .pi, OrdinaryScores.narrowest)
        location = mean - 0.577_215_664_901_532_9 * scale
    }

    /// −log10 of the probability that an ordinary day's greatest score is as high; at most 300.
    func surprise(of score: Double) -> Double {
        // log(1 − exp(−x)) without cancellation, x being what is left of the law.
        let rest = exp(-(score - location) / scale)
        let tail =
            rest > 1e-12 ? max(0, -log(-expm1(-rest)) / M_LN10) : (score - location) / scale / M_LN10
        return min(300, tail - log10(share))
    }
}
