import Glibc

/// The likelihood of one count as a function of its expected value, up to what all expected values share.
struct CountLikelihood {
    private let count: Double
    private let reference: Double
    private let variance: CountVariance
    private let isPoisson: Bool
    /// 1 / dispersion, or dispersion − 1 and the logarithm of the dispersion: of all expected values the same.
    private let (size, excess, scale): (Double, Double, Double)

    init(_ count: Double, around reference: Double, _ dispersion: Double, _ variance: CountVariance) {
        (self.count, self.reference, self.variance) = (count, reference, variance)
        isPoisson = dispersion <= variance.least + 1e-6
        switch variance {
        case .quadratic: (size, excess, scale) = (1 / dispersion, 0, 0)
        case .proportional: (size, excess, scale) = (0, dispersion - 1, Glibc.log(dispersion))
        }
    }

    /// The natural logarithm.
    @inline(__always)
    func log(_ mean: Double) -> Double {
        if isPoisson { return counted(mean) - (mean - reference) }
        switch variance {
        case .quadratic:
            return counted(mean) - (count + size) * Glibc.log((size + mean) / (size + reference))
        case .proportional:
            let size = mean / excess
            return logRising(size) - size * scale
        }
    }

    /// What a count adds by being that often expected; most counts of rare matters are 0.
    @inline(__always)
    private func counted(_ mean: Double) -> Double { count == 0 ? 0 : count * Glibc.log(mean / reference) }

    /// ln Γ(size + count) − ln Γ(size).
    private func logRising(_ size: Double) -> Double {
        if count == 0 { return 0 }
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
