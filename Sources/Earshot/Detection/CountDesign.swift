/// What the expected counts of a series depend on, step by step: numbers that all steps have (level, trend, season),
/// the group that a step belongs to (its weekday) and an effect that only some steps have (a holiday).
///
/// Groups and effects are kept apart from the numbers because a step is in one of them only: a year of days costs a
/// fraction of what it costs with a column for each. Numbers that a design does not use are 0.
struct CountDesign<Numbers: SIMD & Sendable>: Sendable where Numbers.Scalar == Double {
    struct Step {
        var numbers: Numbers
        /// From 0; without groups 0.
        var group = 0
        /// From 0, or nothing.
        var effect: Int?
    }

    /// The standard deviation of each coefficient's Gaussian prior around 0.
    let numberDeviations: Numbers
    let groupDeviations: [Double]
    let effectDeviations: [Double]

    private(set) var numbers: [Numbers] = []
    /// How many numbers are in use: behind them all are 0.
    private(set) var numberCount = 0
    private(set) var groups: [Int] = []
    /// The effect of each step, from 1; 0 is none.
    private(set) var effects: [Int] = []

    init(numbers: Numbers, groups: [Double] = [], effects: [Double] = []) {
        (numberDeviations, groupDeviations, effectDeviations) = (numbers, groups, effects)
    }

    /// All coefficients: those of the numbers, of the groups, of the effects.
    var coefficients: Int { Numbers.scalarCount + groupDeviations.count + effectDeviations.count }

    /// Whether steps differ by more than their numbers.
    var hasClasses: Bool { !groupDeviations.isEmpty || !effectDeviations.isEmpty }

    mutating func append(_ step: Step) {
        numbers.append(step.numbers)
        for k in numberCount..<Numbers.scalarCount where step.numbers[k] != 0 { numberCount = k + 1 }
        groups.append(step.group)
        effects.append(step.effect.map { $0 + 1 } ?? 0)
    }
}
