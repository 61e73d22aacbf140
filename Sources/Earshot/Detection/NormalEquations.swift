/// The gradient and the negative Hessian of a penalised likelihood, added up step by step.
struct NormalEquations<Numbers: SIMD & Sendable> where Numbers.Scalar == Double {
    private let design: CountDesign<Numbers>
    private var numberSlopes = Numbers.zero
    private var products = NumberProducts<Numbers> { _ in }
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
        let (groups, effects) = (max(1, design.groupDeviations.count), design.effectDeviations.count + 1)
        classes = [Sum](repeating: Sum(), count: groups + effects)
        crossings = [Double](repeating: 0, count: groups * effects)
        system = SymmetricSystem(size: design.coefficients)
    }

    /// Sums up steps of the design, and nothing else. This is what judging a series costs.
    ///
    /// - Parameter part: the derivative of a step's log-likelihood and the negative second derivative; nothing for a step
    ///   that does not count.
    @inline(__always)
    mutating func sum(_ steps: Range<Int>, _ part: (Int) -> (slope: Double, curvature: Double)?) {
        for k in classes.indices { classes[k] = Sum() }
        for k in crossings.indices { crossings[k] = 0 }
        let (design, hasClasses) = (design, design.hasClasses)
        var slopes = Numbers.zero
        products = NumberProducts { products in
            for step in steps {
                guard let (slope, curvature) = part(step) else { continue }
                let numbers = design.numbers[step]
                slopes += slope * numbers
                let weighted = curvature * numbers
                products.add(weighted, numbers, count: design.numberCount)
                if hasClasses { add(step, weighted, slope, curvature) }
            }
        }
        numberSlopes = slopes
    }

    @inline(__always)
    private mutating func add(_ step: Int, _ weighted: Numbers, _ slope: Double, _ curvature: Double) {
        let (group, effect) = (design.groups[step], design.effects[step])
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
            for l in 0...k { system.cells[k * size + l] = products[k, l] }
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
