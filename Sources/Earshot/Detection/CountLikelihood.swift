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

    /// The natural logarithms for the first `width` of some expected values; of the others they mean nothing.
    ///
    /// - Parameter ratios: the logarithms of their ratios to the reference, which most counts do not need.
    @inline(__always)
    func logs(_ means: Lanes, width: Int, ratios: () -> Lanes) -> Lanes {
        // What a count adds by being that often expected; most counts of rare matters are 0.
        func counted() -> Lanes { count == 0 ? .zero : count * ratios() }
        if isPoisson { return counted() - (means - reference) }
        switch variance {
        case .quadratic:
            return counted() - (count + size) * ((size + means) * (1 / (size + reference))).logarithms()
        case .proportional:
            var logs = Lanes.zero
            for k in 0..<width {
                let size = means[k] / excess
                logs[k] = logRising(size) - size * scale
            }
            return logs
        }
    }

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
