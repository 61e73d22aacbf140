import Glibc

/// Counts drawn by chance.
public enum RandomCount {
    /// A negative binomial count of variance mean + dispersion · mean², a Poisson one where the dispersion is 0.
    ///
    /// Method: inversion of the distribution from 0 upwards; above an expected count of 500 the normal law stands in.
    public static func draw(mean: Double, dispersion: Double, _ chance: inout some RandomNumberGenerator)
        -> Int
    {
        guard mean > 0 else { return 0 }
        let wanted = Double.random(in: 0..<1, using: &chance)
        if mean > 500 {
            let other = Double.random(in: 0..<1, using: &chance)
            let normal = (-2 * log(1 - wanted)).squareRoot() * cos(2 * .pi * other)
            return max(0, Int((mean + normal * (mean + dispersion * mean * mean).squareRoot()).rounded()))
        }
        let size = dispersion > 1e-6 ? 1 / dispersion : .infinity
        var probability = size.isFinite ? exp(-size * log1p(mean / size)) : exp(-mean)
        let share = size.isFinite ? mean / (size + mean) : 0
        var (sum, count) = (probability, 0)
        while sum < wanted, count < 100_000 {
            let k = Double(count)
            probability *= size.isFinite ? share * (k + size) / (k + 1) : mean / (k + 1)
            sum += probability
            count += 1
        }
        return count
    }
}
