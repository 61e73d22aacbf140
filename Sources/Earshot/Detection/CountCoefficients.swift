import Glibc

/// The coefficients of a `CountDesign`.
struct CountCoefficients<Numbers: SIMD & Sendable>: Sendable where Numbers.Scalar == Double {
    var numbers: Numbers
    var groups: [Double]
    /// From 1; the first is none and 0.
    var effects: [Double]

    /// All 0.
    init(_ design: CountDesign<Numbers>) {
        numbers = .zero
        groups = [Double](repeating: 0, count: max(1, design.groupDeviations.count))
        effects = [Double](repeating: 0, count: design.effectDeviations.count + 1)
    }

    /// The expected count of a step of the design.
    @inline(__always)
    func mean(of step: Int, _ design: CountDesign<Numbers>) -> Double {
        let exponent =
            (numbers * design.numbers[step]).sum() + groups[design.groups[step]]
            + effects[design.effects[step]]
        let bounds = CountRegression<Numbers>.exponents
        return exp(min(max(exponent, bounds.lowerBound), bounds.upperBound))
    }

    /// Adds a step to all coefficients, each of its parts at most 1.5, and gives the largest.
    mutating func move(by step: [Double]) -> Double {
        var largest = 0.0
        func bounded(_ part: Double) -> Double {
            let part = min(max(part, -1.5), 1.5)
            largest = max(largest, abs(part))
            return part
        }
        var position = 0
        for k in 0..<Numbers.scalarCount { numbers[k] += bounded(step[k]) }
        position = Numbers.scalarCount
        let groupCount = step.count - position - (effects.count - 1)
        for k in 0..<groupCount { groups[k] += bounded(step[position + k]) }
        position += groupCount
        for k in 1..<max(1, effects.count) { effects[k] += bounded(step[position + k - 1]) }
        return largest
    }
}
