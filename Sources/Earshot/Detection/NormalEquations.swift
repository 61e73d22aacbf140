/// The gradient and the negative Hessian of a penalised likelihood, added up step by step.
struct NormalEquations<Numbers: SIMD & Sendable> where Numbers.Scalar == Double {
    private let design: CountDesign<Numbers>
    private var numberSlopes = Numbers.zero
    private var numberRows: [Numbers]
    private var classes: [Sum]
    /// Curvature by effect and group.
    private var crossings: [Double]
    private var system: SymmetricSystem
    /// The factor of the coefficients' precision at the last step; nothing where it was not positive definite.
    private(set) var precision: SymmetricSystem?

    /// What a group or an effect sums up over its steps.
    private struct Sum {
        var slope = 0.0
        var curvature = 0.0
        var numbers = Numbers.zero
    }

    init(_ design: CountDesign<Numbers>) {
        self.design = design
        numberRows = [Numbers](repeating: .zero, count: Numbers.scalarCount)
        let (groups, effects) = (max(1, design.groupDeviations.count), design.effectDeviations.count + 1)
        classes = [Sum](repeating: Sum(), count: groups + effects)
        crossings = [Double](repeating: 0, count: groups * effects)
        system = SymmetricSystem(size: design.coefficients)
    }

    mutating func clear() {
        numberSlopes = .zero
        for k in numberRows.indices { numberRows[k] = .zero }
        for k in classes.indices { classes[k] = Sum() }
        for k in crossings.indices { crossings[k] = 0 }
    }

    /// Adds a step with the derivative of its log-likelihood and the negative second derivative.
    @inline(__always)
    mutating func add(_ numbers: Numbers, _ group: Int, _ effect: Int, slope: Double, curvature: Double) {
        numberSlopes += slope * numbers
        let weighted = curvature * numbers
        for k in 0..<Numbers.scalarCount { numberRows[k] += weighted[k] * numbers }
        classes[group].slope += slope
        classes[group].curvature += curvature
        classes[group].numbers += weighted
        guard effect > 0 else { return }
        let groups = classes.count - design.effectDeviations.count - 1
        classes[groups + effect].slope += slope
        classes[groups + effect].curvature += curvature
        classes[groups + effect].numbers += weighted
        crossings[effect * groups + group] += curvature
    }

    /// Newton's step, or nothing where the matrix is not positive definite.
    mutating func step(from coefficients: CountCoefficients<Numbers>) -> [Double]? {
        precision = nil
        guard fill() else { return nil }
        precision = system
        var gradient: [Double] = []
        gradient.reserveCapacity(design.coefficients)
        func append(_ slope: Double, _ coefficient: Double, _ deviation: Double) {
            gradient.append(slope - coefficient / (deviation * deviation))
        }
        for k in 0..<Numbers.scalarCount {
            append(numberSlopes[k], coefficients.numbers[k], design.numberDeviations[k])
        }
        for (k, deviation) in design.groupDeviations.enumerated() {
            append(classes[k].slope, coefficients.groups[k], deviation)
        }
        let groups = max(1, design.groupDeviations.count)
        for (k, deviation) in design.effectDeviations.enumerated() {
            append(classes[groups + k + 1].slope, coefficients.effects[k + 1], deviation)
        }
        system.solve(&gradient)
        return gradient
    }

    private mutating func fill() -> Bool {
        system.clear()
        let (width, size) = (Numbers.scalarCount, system.size)
        for k in 0..<width {
            for l in 0...k { system.cells[k * size + l] = numberRows[k][l] }
            system.cells[k * size + k] += 1 / (design.numberDeviations[k] * design.numberDeviations[k])
        }
        for (k, deviation) in design.groupDeviations.enumerated() {
            write(classes[k], at: width + k, deviation)
        }
        let groups = max(1, design.groupDeviations.count)
        for (k, deviation) in design.effectDeviations.enumerated() {
            let row = width + design.groupDeviations.count + k
            write(classes[groups + k + 1], at: row, deviation)
            for group in design.groupDeviations.indices {
                system.cells[row * size + width + group] = crossings[(k + 1) * groups + group]
            }
        }
        return system.factor()
    }

    private mutating func write(_ sum: Sum, at row: Int, _ deviation: Double) {
        for l in 0..<Numbers.scalarCount { system.cells[row * system.size + l] = sum.numbers[l] }
        system.cells[row * system.size + row] = sum.curvature + 1 / (deviation * deviation)
    }
}
