import Glibc

/// The likelihood of one count as a function of its expected value, up to what all expected values share.
struct CountLikelihood {
    private let count: Double
    private let reference: Double
    private let dispersion: Double
    private let variance: CountVariance
    private let isPoisson: Bool

    init(_ count: Double, around reference: Double, _ dispersion: Double, _ variance: CountVariance) {
        (self.count, self.reference, self.dispersion, self.variance) = (
            count, reference, dispersion, variance
        )
        isPoisson = dispersion <= variance.least + 1e-6
    }

    /// The natural logarithm.
    @inline(__always)
    func log(_ mean: Double) -> Double {
        if isPoisson { return count * Glibc.log(mean / reference) - (mean - reference) }
        switch variance {
        case .quadratic:
            let size = 1 / dispersion
            return count * Glibc.log(mean / reference)
                - (count + size) * Glibc.log((size + mean) / (size + reference))
        case .proportional:
            let size = mean / (dispersion - 1)
            return logRising(size) - size * Glibc.log(dispersion)
        }
    }

    /// ln Γ(size + count) − ln Γ(size).
    private func logRising(_ size: Double) -> Double {
        if count <= 24 {
            var (product, k) = (1.0, 0.0)
            // 24 factors below 10¹² stay below the greatest double.
            guard size < 1e12 else { return count * Glibc.log(size) }
            while k < count {
                product *= size + k
                k += 1
            }
            return Glibc.log(product)
        }
        var sign: Int32 = 0
        return lgamma_r(size + count, &sign) - lgamma_r(size, &sign)
    }
}
