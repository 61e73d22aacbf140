import Glibc

/// A fit under way: the coefficients and what the next of Newton's steps needs.
struct CountAscent<Numbers: SIMD & Sendable> where Numbers.Scalar == Double {
    private let design: CountDesign<Numbers>
    private let variance: CountVariance
    private let counts: [Double]
    private let range: Range<Int>
    private let given: [Double]
    private var weights: [Double]
    private var means: [Double]
    private var dispersion: Double
    private var coefficients: CountCoefficients<Numbers>
    private var equations: NormalEquations<Numbers>

    init(_ owner: CountRegression<Numbers>, _ counts: [Double], _ range: Range<Int>, _ weights: [Double]) {
        (design, variance, dispersion) = (owner.design, owner.variance, owner.variance.least)
        (self.counts, self.range, given, self.weights) = (counts, range, weights, weights)
        means = [Double](repeating: 0, count: range.count)
        coefficients = CountCoefficients(design)
        equations = NormalEquations(design)
        var (sum, weight) = (0.0, 0.0)
        for i in weights.indices where weights[i] > 0 {
            sum += weights[i] * counts[range.lowerBound + i]
            weight += weights[i]
        }
        let mean = max(weight > 0 ? sum / weight : 0, 0.02)
        coefficients.numbers[0] = log(mean)
        coefficients.groups = groupEffects(over: mean)
    }

    /// Where to begin: what each group has, as if four more of the mean had been counted in it.
    private func groupEffects(over mean: Double) -> [Double] {
        guard !design.groupDeviations.isEmpty else { return coefficients.groups }
        var sums = [Double](repeating: 4 * mean, count: design.groupDeviations.count)
        var expected = sums
        for i in weights.indices where weights[i] > 0 {
            let group = design.groups[range.lowerBound + i]
            sums[group] += weights[i] * counts[range.lowerBound + i]
            expected[group] += weights[i] * mean
        }
        return zip(sums, expected).map { log($0 / $1) }
    }

    /// Newton's steps until no coefficient changes by more than `tolerance`; what is left is about its square.
    mutating func climb(until tolerance: Double) {
        for _ in 0..<12 {
            assemble()
            guard let step = equations.step(from: coefficients) else { break }
            if coefficients.move(by: step) < tolerance { break }
        }
        for i in means.indices { means[i] = coefficients.mean(of: range.lowerBound + i, design) }
    }

    private mutating func assemble() {
        let (design, coefficients, counts, weights) = (design, coefficients, counts, weights)
        let (lower, variance, dispersion) = (range.lowerBound, variance, dispersion)
        equations.sum(range) { step in
            let weight = weights[step - lower]
            guard weight > 0 else { return nil }
            let mean = coefficients.mean(of: step, design)
            let scale = weight / variance.factor(mean: mean, dispersion: dispersion)
            return (slope: scale * (counts[step] - mean), curvature: scale * mean)
        }
    }

    /// Pearson's moment equation.
    mutating func estimateDispersion() {
        // Four: about what level, trend and weekdays under their priors use up.
        let freedom = max(weights.reduce(-4, +), 1)
        var pearson = 0.0
        for i in means.indices where weights[i] > 0 {
            let residual = counts[range.lowerBound + i] - means[i]
            pearson += weights[i] * residual * residual / means[i]
        }
        switch variance {
        case .proportional: dispersion = max(1, pearson / freedom)
        case .quadratic: dispersion = pearson <= freedom ? 0 : quadraticDispersion(freedom)
        }
    }

    /// The a for which the squared residuals over mean + a · mean² add up to `freedom`, at most 3. The sum falls and is
    /// convex in a, so Newton's steps from 0 come nearer from one side.
    private func quadraticDispersion(_ freedom: Double) -> Double {
        var a = 0.0
        for _ in 0..<60 {
            var (sum, slope) = (0.0, 0.0)
            for i in means.indices where weights[i] > 0 {
                let residual = counts[range.lowerBound + i] - means[i]
                let part = weights[i] * residual * residual / (means[i] * (1 + a * means[i]))
                sum += part
                slope -= part * means[i] / (1 + a * means[i])
            }
            guard slope < 0 else { break }
            let step = (freedom - sum) / slope
            a += step
            if a >= 3 { return 3 }
            // Of what it is and of what it adds to the variance: at great means a small a is much.
            if step <= 1e-3 * a { break }
        }
        return max(0, a)
    }

    mutating func weighOutbreaksDown() {
        let limit = CountRegression<Numbers>.outlier
        for i in means.indices where weights[i] > 0 {
            let (count, mean) = (counts[range.lowerBound + i], means[i])
            let deviation = (mean * variance.factor(mean: mean, dispersion: dispersion)).squareRoot()
            // An Anscombe residual is never above Pearson's for a count above the mean.
            guard count - mean > limit * deviation else { continue }
            let root = cbrt(count)
            let residual = 1.5 * (root * root * pow(mean, 1.0 / 3) - mean) / deviation
            guard residual > limit else { continue }
            let share = limit / residual
            weights[i] = given[i] * share * share
        }
    }

    func finish() -> CountFit<Numbers> {
        CountFit(
            coefficients: coefficients, dispersion: dispersion, variance: variance,
            precision: equations.precision)
    }
}
