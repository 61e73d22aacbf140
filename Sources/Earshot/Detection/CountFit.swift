/// What a `CountRegression` found.
struct CountFit<Numbers: SIMD & Sendable>: Sendable where Numbers.Scalar == Double {
    let coefficients: CountCoefficients<Numbers>
    let dispersion: Double
    let variance: CountVariance
    /// The factor of the coefficients' precision; nothing where the fit failed.
    let precision: SymmetricSystem?

    /// The expected count of a step of the design.
    func mean(of step: Int, _ design: CountDesign<Numbers>) -> Double { coefficients.mean(of: step, design) }

    /// The variance of the logarithm of the mean.
    func uncertainty(of step: Int, _ design: CountDesign<Numbers>) -> Double {
        guard let precision else { return 1 }
        var row = [Double](repeating: 0, count: precision.size)
        for k in 0..<Numbers.scalarCount { row[k] = design.numbers[step][k] }
        if !design.groupDeviations.isEmpty { row[Numbers.scalarCount + design.groups[step]] = 1 }
        let effect = design.effects[step]
        if effect > 0 { row[Numbers.scalarCount + design.groupDeviations.count + effect - 1] = 1 }
        return precision.quadraticForm(&row)
    }
}
