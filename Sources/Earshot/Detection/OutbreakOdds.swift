import Glibc

/// How much better an outbreak explains the newest counts of a series than its ordinary course does.
///
/// The last counts are compared with what was expected under either account. The ordinary course: the expected counts
/// times a level that is not quite known. An outbreak: the same, and from some step on until today a rise; over all
/// starts and rises the likelihoods are averaged. The decimal logarithm of the ratio of the two (a Bayes factor) is the
/// score. It puts counts of a few and of hundreds on one scale, and adds up the days of an outbreak that no single day
/// gives away.
///
/// Method: the Bayesian scan statistic of Neill, Moore and Cooper (NIPS 2005), over time, with negative binomial counts;
/// the level is integrated by the rule of Gauss and Hermite.
struct OutbreakOdds: Sendable {
    /// What an outbreak makes of an expected count; at most seven, of which each is as likely.
    enum Rises: Sendable {
        /// That many times as many, and 0.3 of it more, so that matters without any voice so far can rise, too.
        case times([Double])
        /// That many standard deviations more.
        case deviations([Double])
    }

    /// A newest count with what was expected.
    struct Step: Sendable {
        /// How many steps ago; 0 is today.
        var age: Int
        var count: Double
        var mean: Double
        /// As of `CountVariance`.
        var dispersion: Double
    }

    struct Verdict: Sendable, Equatable {
        /// The decimal logarithm of the Bayes factor.
        var score: Double
        /// Steps that the outbreak has lasted, most likely; 1 is today alone.
        var duration: Int
    }

    let variance: CountVariance
    private let rises: Rises
    private let riseCount: Int
    /// The rises from the second lane on.
    private let sizes: Lanes
    /// The lanes without a rise, of which the first is the ordinary course's.
    private let isIdle: SIMDMask<SIMD8<Int64>>
    /// The natural logarithms of `sizes`.
    private let logarithms: Lanes
    /// What the odds are multiplied by for each further step that an outbreak has lasted.
    private let persistence: Double

    /// Nodes and weights of the rule with five points for a standard normal variable.
    private static let nodes: [(Double, Double)] = [
        (-2.856_970_013_872_8, 0.011_257_411_327_72), (-1.355_626_179_974_2, 0.222_075_922_005_61),
        (0, 0.533_333_333_333_33),
        (1.355_626_179_974_2, 0.222_075_922_005_61), (2.856_970_013_872_8, 0.011_257_411_327_72),
    ]

    init(variance: CountVariance, rises: Rises, persistence: Double) {
        (self.variance, self.rises, self.persistence) = (variance, rises, persistence)
        let numbers =
            switch rises {
            case .times(let numbers), .deviations(let numbers): numbers
            }
        precondition(numbers.count < Lanes.scalarCount && numbers.allSatisfy { $0 > 0 })
        var sizes = Lanes.zero
        for (k, number) in numbers.enumerated() { sizes[k + 1] = number }
        (self.sizes, riseCount, isIdle) = (sizes, numbers.count, sizes .== 0)
        logarithms = sizes.replacing(with: 1, where: sizes .== 0).logarithms()
    }

    /// - Parameters:
    ///   - steps: newest first, without those that have no data; not empty.
    ///   - deviation: of the logarithm of the level.
    func verdict(on steps: [Step], deviation: Double) -> Verdict {
        let nodes = OutbreakOdds.nodes
        let likelihoods = steps.map { CountLikelihood($0.count, around: $0.mean, $0.dispersion, variance) }
        // Of each node the steps one after the other, of each of them the rises.
        return withUnsafeTemporaryAllocation(of: Lanes.self, capacity: nodes.count * steps.count) { terms in
            var courses: [Double] = []
            var highestOfLanes = Lanes(repeating: -.infinity)
            for (row, (node, weight)) in nodes.enumerated() {
                let base = row * steps.count
                let course =
                    fill(terms.baseAddress! + base, steps, likelihoods, logLevel: node * deviation)
                    + log(weight)
                for i in base..<(base + steps.count) {
                    terms[i] += course
                    // What stands for no rise is not there.
                    terms[i].replace(with: -.infinity, where: isIdle)
                    highestOfLanes.replace(with: terms[i], where: terms[i] .> highestOfLanes)
                }
                courses.append(course)
            }
            let highest = max(highestOfLanes.max(), courses.max()!)
            let ordinary = courses.reduce(0) { $0 + exp($1 - highest) }
            var (outbreak, weights, best, duration) = (0.0, 0.0, 0.0, 1)
            for i in steps.indices {
                var sums = Lanes.zero
                for row in nodes.indices { sums += (terms[row * steps.count + i] - highest).exponentials() }
                let sum = sums.sum()
                let weight = persistence == 1 ? 1 : pow(persistence, Double(steps[i].age))
                outbreak += weight * sum
                weights += weight * Double(riseCount)
                if weight * sum > best { (best, duration) = (weight * sum, steps[i].age + 1) }
            }
            let score = log10(outbreak / weights) - log10(ordinary)
            // Nothing explains a count of a billion where none was expected: both underflow.
            return Verdict(score: score.isFinite ? score : 300, duration: duration)
        }
    }

    /// Writes, for each step and rise, how much likelier an outbreak since then is than the ordinary course, and gives the
    /// likelihood of the latter; natural logarithms.
    private func fill(
        _ terms: UnsafeMutablePointer<Lanes>, _ steps: [Step], _ likelihoods: [CountLikelihood],
        logLevel: Double
    ) -> Double {
        let level = exp(logLevel)
        var course = 0.0
        var before = Lanes.zero
        for (i, step) in steps.enumerated() {
            let mean = step.mean * level
            var means: Lanes
            switch rises {
            case .times:
                means = (mean + 0.3) * sizes
                means.replace(with: mean, where: isIdle)
            case .deviations:
                let factor = variance.factor(mean: mean, dispersion: step.dispersion)
                means = mean + sizes * (mean * factor).squareRoot()
            }
            let logs = likelihoods[i].logs(means, width: riseCount + 1) {
                guard case .times = rises else { return (means * (1 / step.mean)).logarithms() }
                let ratios = logarithms + log((mean + 0.3) / step.mean)
                return ratios.replacing(with: logLevel, where: isIdle)
            }
            course += logs[0]
            before += logs - logs[0]
            terms[i] = before
        }
        return course
    }
}
