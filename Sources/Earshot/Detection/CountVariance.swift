/// How the variance of a count grows with its mean.
enum CountVariance: Sendable {
    /// In proportion to it (quasi-Poisson, NB1); the dispersion is the factor, 1 for Poisson.
    case proportional
    /// mean + dispersion · mean² (NB2); 0 for Poisson.
    case quadratic

    /// The dispersion of a Poisson count.
    var least: Double { self == .quadratic ? 0 : 1 }

    /// The variance as a multiple of the mean.
    @inline(__always)
    func factor(mean: Double, dispersion: Double) -> Double {
        self == .quadratic ? 1 + dispersion * mean : dispersion
    }

    /// The same of eight means.
    @inline(__always)
    func factors(means: Lanes, dispersion: Double) -> Lanes {
        self == .quadratic ? 1 + dispersion * means : Lanes(repeating: dispersion)
    }
}
