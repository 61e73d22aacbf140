import Glibc

/// The greatest scores of simulated ordinary days.
///
/// Method: the greatest of many scores follows Gumbel's law closely, so that a few hundred simulated days give
/// probabilities far beyond one in a few hundred (Abrams, Kulldorff and Kleinman, "Empirical/asymptotic p-values for
/// Monte Carlo-based hypothesis testing", Int. J. Health Geogr. 9, 2010).
struct OrdinaryScores: Sendable {
    private static let days = 200

    private let location: Double
    private let scale: Double

    init(_ scan: PlaceScan, _ expectation: PlaceExpectation, seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        let scores = (0..<OrdinaryScores.days).map { _ in
            scan.greatestScore(
                PlaceScan.Days(
                    observed: expectation.counts.map { row in
                        row.map {
                            Double(RandomCount.draw(mean: $0, dispersion: expectation.dispersion, &chance))
                        }
                    },
                    expected: expectation.counts, dispersion: expectation.dispersion))
        }
        let mean = scores.reduce(0, +) / Double(scores.count)
        let square = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scores.count - 1)
        // Moments of Gumbel's law: variance π²/6 · scale², mean location + γ · scale.
        scale = max(square.squareRoot() * 6.0.squareRoot() / .pi, 1e-3)
        location = mean - 0.577_215_664_901_532_9 * scale
    }

    /// −log10 of the probability that an ordinary day's greatest score is as high; at most 300.
    func surprise(of score: Double) -> Double {
        // log(1 − exp(−x)) without cancellation, x being what is left of the law.
        let rest = exp(-(score - location) / scale)
        guard rest > 1e-12 else { return min(300, (score - location) / scale / M_LN10) }
        return max(0, -log(-expm1(-rest)) / M_LN10)
    }
}
