import Glibc

/// The coefficients of a `CountDesign`: of the numbers, the level first, of the groups, of the effects.
struct CountCoefficients: Sendable {
    private let design: CountDesign
    private(set) var all: [Double]

    /// All 0 but the level.
    init(_ design: CountDesign, level: Double) {
        self.design = design
        all = [Double](repeating: 0, count: design.coefficients)
        all[0] = level
    }

    /// The expected count of a step of the design.
    func mean(of step: Int) -> Double {
        var exponent = 0.0
        design.forEachColumn(of: step) { exponent += $1 * all[$0] }
        let bounds = CountRegression.exponents
        return exp(min(max(exponent, bounds.lowerBound), bounds.upperBound))
    }

    /// That of a group.
    subscript(group group: Int) -> Double {
        get { all[design.slopes + 1 + group] }
        set { all[design.slopes + 1 + group] = newValue }
    }

    /// Adds a step to all coefficients, each of its parts at most 1.5, and gives the largest.
    mutating func move(by step: [Double]) -> Double {
        var largest = 0.0
        for k in all.indices {
            let part = min(max(step[k], -1.5), 1.5)
            largest = max(largest, abs(part))
            all[k] += part
        }
        return largest
    }

    /// What the expected counts of each block's lanes have in common: e to the power of the coefficients of group and effect.
    func factors() -> [Lanes] {
        var groups = Lanes.zero
        for k in design.groupDeviations.indices { groups[k] = self[group: k] }
        let ofEffects = design.effects.enumerated().map { number, effect in
            let group = design.hasGroups ? groups[effect.group] : 0
            return Lanes(
                repeating: exp(group + all[design.slopes + 1 + design.groupDeviations.count + number]))
        }
        return [groups.exponentials()] + ofEffects
    }
}
