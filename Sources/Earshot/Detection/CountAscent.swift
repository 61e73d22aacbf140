import Glibc

/// A fit under way: the coefficients and what the next of Newton's steps needs.
struct CountAscent {
    private let design: CountDesign
    private let variance: CountVariance
    private var data: CountRows
    private let given: [[Lanes]]
    /// Of each block and row.
    private var means: [[Lanes]]
    private var dispersion: Double
    private var coefficients: CountCoefficients
    private var equations: NormalEquations

    init(_ owner: CountRegression, _ data: CountRows) {
        (design, variance, dispersion) = (owner.design, owner.variance, owner.variance.least)
        self.data = data
        given = data.blocks.map(\.weights)
        means = data.blocks.map(\.counts)
        equations = NormalEquations(design)
        coefficients = CountAscent.beginning(design, data)
    }

    /// Where to begin: the mean of all, and what each group has, as if four more of the mean had been counted in it.
    private static func beginning(_ design: CountDesign, _ data: CountRows) -> CountCoefficients {
        var (counted, weights) = (Lanes.zero, Lanes.zero)
        for (number, block) in data.blocks.enumerated() {
            var (sum, weight) = (Lanes.zero, Lanes.zero)
            for i in block.counts.indices {
                sum += block.weights[i] * block.counts[i]
                weight += block.weights[i]
            }
            if number == 0 {
                (counted, weights) = (sum, weight)
            } else {
                counted[design.effects[number - 1].group] += sum.sum()
                weights[design.effects[number - 1].group] += weight.sum()
            }
        }
        let total = weights.sum()
        let mean = max(total > 0 ? counted.sum() / total : 0, 0.02)
        var coefficients = CountCoefficients(design, level: log(mean))
        for group in design.groupDeviations.indices {
            coefficients[group: group] = log((4 * mean + counted[group]) / (4 * mean + weights[group] * mean))
        }
        return coefficients
    }

    /// Newton's steps until no coefficient changes by more than `tolerance`; what is left is about its square.
    mutating func climb(until tolerance: Double) {
        for _ in 0..<12 {
            assemble()
            guard let step = equations.step(from: coefficients) else { break }
            if coefficients.move(by: step) < tolerance { break }
        }
        let expected = RowMeans(coefficients, design)
        for (block, data) in data.blocks.enumerated() {
            for (i, row) in data.rows.enumerated() { means[block][i] = expected.means(of: row, in: block) }
        }
    }

    private mutating func assemble() {
        let (expected, variance, dispersion) = (RowMeans(coefficients, design), variance, dispersion)
        for (number, block) in data.blocks.enumerated() {
            equations.sum(number, block.rows) { row in
                let mean = expected.means(of: row, in: number)
                let i = row - block.rows.lowerBound
                let scale = block.weights[i] / variance.factors(means: mean, dispersion: dispersion)
                return (scale * (block.counts[i] - mean), scale * mean)
            }
        }
    }

    /// The sum over all steps of what is told of a row's counts, means and weights.
    @inline(__always)
    private func sum(_ part: (_ counts: Lanes, _ means: Lanes, _ weights: Lanes) -> Lanes) -> Double {
        var sum = Lanes.zero
        for (block, means) in zip(data.blocks, means) {
            for i in means.indices { sum += part(block.counts[i], means[i], block.weights[i]) }
        }
        return sum.sum()
    }

    /// Pearson's moment equation.
    mutating func estimateDispersion() {
        let pearson = sum { ($0 - $1) * ($0 - $1) / $1 * $2 }
        // Four: about what level, trend and weekdays under their priors use up.
        let freedom = max(sum { $2 } - 4, 1)
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
            var slopes = Lanes.zero
            let sum = sum { count, mean, weight in
                let part = 1 / (1 + a * mean)
                let square = weight * (count - mean) * (count - mean) * part
                slopes += square * part
                return square / mean
            }
            let slope = -slopes.sum()
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
        let limit = CountRegression.outlier
        for (number, block) in data.blocks.enumerated() {
            for i in block.counts.indices {
                let (mean, residual) = (means[number][i], block.counts[i] - means[number][i])
                let square = limit * limit * mean * variance.factors(means: mean, dispersion: dispersion)
                // An Anscombe residual is never above Pearson's for a count above the mean.
                let high = (residual .> 0) .& (residual * residual .> square) .& (block.weights[i] .> 0)
                guard high != SIMDMask(repeating: false) else { continue }
                for lane in 0..<Lanes.scalarCount where high[lane] {
                    let share = share(ofOutbreak: block.counts[i][lane], around: mean[lane])
                    data.blocks[number].weights[i][lane] = given[number][i][lane] * share
                }
            }
        }
    }

    /// How much of its weight a count far above its mean keeps.
    private func share(ofOutbreak count: Double, around mean: Double) -> Double {
        let limit = CountRegression.outlier
        let deviation = (mean * variance.factor(mean: mean, dispersion: dispersion)).squareRoot()
        let root = cbrt(count)
        let residual = 1.5 * (root * root * pow(mean, 1.0 / 3) - mean) / deviation
        return residual > limit ? limit * limit / (residual * residual) : 1
    }

    func finish() -> CountFit {
        CountFit(
            coefficients: coefficients, dispersion: dispersion, variance: variance,
            precision: equations.precision)
    }
}

/// The expected counts of rows by some coefficients.
private struct RowMeans {
    private let numbers: [[Lanes]]
    private let level: Double
    private let slopes: ArraySlice<Double>
    private let factors: [Lanes]
    private let (least, most): (Double, Double)

    init(_ coefficients: CountCoefficients, _ design: CountDesign) {
        numbers = design.numbers
        (level, slopes) = (coefficients.all[0], coefficients.all[1..<(design.slopes + 1)])
        factors = coefficients.factors()
        let bounds = CountRegression.exponents
        (least, most) = (exp(bounds.lowerBound), exp(bounds.upperBound))
    }

    @inline(__always)
    func means(of row: Int, in block: Int) -> Lanes {
        var exponent = Lanes(repeating: level)
        let before = row * slopes.count - 1
        for k in slopes.indices { exponent += slopes[k] * numbers[block][before + k] }
        return (exponent.exponentials() * factors[block]).clamped(least, most)
    }
}
