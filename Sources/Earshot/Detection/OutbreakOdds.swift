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
    /// What an outbreak makes of an expected count.
    enum Rise: Sendable {
        /// That many times as many, and 0.3 of it more, so that matters without any voice so far can rise, too.
        case times(Double)
        /// That many standard deviations more.
        case deviations(Double)
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
    let rises: [Rise]
    /// What the odds are multiplied by for each further step that an outbreak has lasted.
    let persistence: Double

    /// Nodes and weights of the rule with five points for a standard normal variable.
    private static let nodes: [(Double, Double)] = [
        (-2.856_970_013_872_8, 0.011_257_411_327_72), (-1.355_626_179_974_2, 0.222_075_922_005_61),
        (0, 0.533_333_333_333_33),
        (1.355_626_179_974_2, 0.222_075_922_005_61), (2.856_970_013_872_8, 0.011_257_411_327_72),
    ]

    /// - Parameters:
    ///   - steps: newest first, without those that have no data; not empty.
    ///   - deviation: of the logarithm of the level.
    func verdict(on steps: [Step], deviation: Double) -> Verdict {
        let (nodes, width) = (OutbreakOdds.nodes, rises.count)
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: nodes.count * steps.count * width) {
            terms in
            var courses: [Double] = []
            for (row, (node, weight)) in nodes.enumerated() {
                let base = row * steps.count * width
                let course =
                    fill(terms.baseAddress! + base, steps, level: exp(node * deviation)) + log(weight)
                for i in base..<(base + steps.count * width) { terms[i] += course }
                courses.append(course)
            }
            let highest = max(terms.max()!, courses.max()!)
            let ordinary = courses.reduce(0) { $0 + exp($1 - highest) }
            var (outbreak, weights, best, duration) = (0.0, 0.0, 0.0, 1)
            for i in steps.indices {
                var sum = 0.0
                for row in nodes.indices {
                    let base = (row * steps.count + i) * width
                    for k in 0..<width { sum += exp(terms[base + k] - highest) }
                }
                let weight = pow(persistence, Double(steps[i].age))
                outbreak += weight * sum
                weights += weight * Double(width)
                if weight * sum > best { (best, duration) = (weight * sum, steps[i].age + 1) }
            }
            let score = log10(outbreak / weights) - log10(ordinary)
            // Nothing explains a count of a billion where none was expected: both underflow.
            return Verdict(score: score.isFinite ? score : 300, duration: duration)
        }
    }

    /// Writes, for each step and rise, how much likelier an outbreak since then is than the ordinary course, and gives the
    /// likelihood of the latter; natural logarithms.
    private func fill(_ terms: UnsafeMutablePointer<Double>, _ steps: [Step], level: Double) -> Double {
        var course = 0.0
        for (i, step) in steps.enumerated() {
            let mean = step.mean * level
            let likelihood = CountLikelihood(step.count, around: step.mean, step.dispersion, variance)
            let usual = likelihood.log(mean)
            course += usual
            let factor = variance.factor(mean: mean, dispersion: step.dispersion)
            for (k, rise) in rises.enumerated() {
                let raised =
                    switch rise {
                    case .times(let times): (mean + 0.3) * times
                    case .deviations(let count): mean + count * (mean * factor).squareRoot()
                    }
                let before = i > 0 ? terms[(i - 1) * rises.count + k] : 0
                terms[i * rises.count + k] = before + likelihood.log(raised) - usual
            }
        }
        return course
    }
}
