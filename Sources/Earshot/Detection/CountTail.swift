import Glibc

/// How unlikely a count is where less was expected.
enum CountTail {
    /// The most probabilities that are added up: only of counts in the thousands of millions are there more that matter.
    private static let mostSteps = 100_000.0

    /// −log10 of the probability of `count` or more, for a negative binomial with this mean and variance, or for a Poisson
    /// count where the variance is not above the mean. 0 for a count of 0; at most 300.
    ///
    /// The probabilities are added up from `count` away from the mean, where each is smaller than the one before by a
    /// factor that falls, so that the sum ends soon and loses nothing to cancellation.
    static func surprise(of count: Int, mean: Double, variance: Double) -> Double {
        guard count > 0 else { return 0 }
        let law = Law(mean: max(mean, 1e-6), variance: variance)
        let count = Double(count)
        let start = law.logProbability(count)
        if count > law.mean {
            var (term, sum, k) = (1.0, 1.0, count)
            while term > sum * 1e-12, k < count + mostSteps {
                term *= law.ratio(above: k)
                sum += term
                k += 1
            }
            return min(300, max(0, -(start + log(sum)) / M_LN10))
        }
        // Below the mean: one minus what lies below.
        var (term, sum, k) = (exp(start), 0.0, count)
        while k > 0, term > 1e-15, k > count - mostSteps {
            k -= 1
            term /= law.ratio(above: k)
            sum += term
        }
        return max(0, -log1p(-min(sum, 1 - 1e-15)) / M_LN10)
    }

    /// A count's law: negative binomial, or Poisson where `size` is infinite.
    private struct Law {
        let mean: Double
        private let size: Double
        private let share: Double

        init(mean: Double, variance: Double) {
            self.mean = mean
            size = variance > mean * 1.0001 ? mean * mean / (variance - mean) : .infinity
            share = size.isFinite ? mean / (size + mean) : 0
        }

        func logProbability(_ k: Double) -> Double {
            var sign: Int32 = 0
            let factorial = lgamma_r(k + 1, &sign)
            guard size.isFinite else { return k * log(mean) - mean - factorial }
            return lgamma_r(k + size, &sign) - lgamma_r(size, &sign) - factorial + size * log1p(-share)
                + k * log(share)
        }

        /// The probability of k + 1 as a multiple of that of k.
        func ratio(above k: Double) -> Double {
            size.isFinite ? share * (k + size) / (k + 1) : mean / (k + 1)
        }
    }
}
