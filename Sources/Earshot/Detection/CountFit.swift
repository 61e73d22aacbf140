/// What a `CountRegression` found.
struct CountFit: Sendable {
    let coefficients: CountCoefficients
    let dispersion: Double
    let variance: CountVariance
    /// The factor of the coefficients' precision; nothing where the fit failed.
    let precision: SymmetricSystem?

    /// The expected count of a step of the design.
    func mean(of step: Int) -> Double { coefficients.mean(of: step) }

    /// The variance of the logarithm of the mean.
    func uncertainty(of step: Int, _ design: CountDesign) -> Double {
        guard let precision else { return 1 }
        var row = [Double](repeating: 0, count: precision.size)
        design.forEachColumn(of: step) { row[$0] = $1 }
        return precision.quadraticForm(&row)
    }
}
