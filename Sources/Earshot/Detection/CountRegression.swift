import Glibc

/// Regression of counts on a `CountDesign`, with a logarithmic link and weak Gaussian priors, fitted twice: plainly, and
/// with the steps that rose far above the first fit weighted down, because a past outbreak must not become what is
/// expected.
///
/// Method: penalised iteratively reweighted least squares; weights from Anscombe residuals as in Farrington et al.,
/// "A statistical algorithm for the early detection of outbreaks of infectious disease", JRSS A 159 (1996), with the
/// limit of Noufaily et al., "An improved algorithm for outbreak detection in multiple surveillance systems", Stat. Med.
/// 32 (2013).
struct CountRegression {
    let design: CountDesign
    let variance: CountVariance

    /// Residuals above this one weigh less, by the square of how far they are above it.
    static var outlier: Double { 2.58 }
    /// Bounds of the logarithm of an expected count.
    static var exponents: ClosedRange<Double> { -12...22 }

    /// The fit to the steps of `range`.
    ///
    /// - Parameter weights: one for each step of the range, 0 for a step without data.
    func fit(_ counts: [Double], over range: Range<Int>, weights: [Double]) -> CountFit {
        precondition(weights.count == range.count)
        var ascent = CountAscent(self, CountRows(design, counts, range, weights))
        ascent.climb(until: 1e-2)
        ascent.estimateDispersion()
        ascent.weighOutbreaksDown()
        ascent.climb(until: 1e-2)
        ascent.estimateDispersion()
        return ascent.finish()
    }
}
