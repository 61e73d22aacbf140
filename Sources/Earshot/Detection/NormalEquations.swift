/// The gradient and the negative Hessian of a penalised likelihood, added up row by row.
struct NormalEquations {
    private let design: CountDesign
    /// Of each block, by lanes: the slopes, those times each number behind the level; the curvatures, those times each of these
    /// numbers, and times each pair of them.
    private var sums: [[Lanes]]
    private var system: SymmetricSystem
    /// The factor of the coefficients' precision at the last step; nothing where it was not positive definite.
    private(set) var precision: SymmetricSystem?

    init(_ design: CountDesign) {
        self.design = design
        let slopes = design.slopes
        let cells = [Lanes](repeating: .zero, count: 2 * (slopes + 1) + slopes * (slopes + 1) / 2)
        sums = [[Lanes]](repeating: cells, count: design.numbers.count)
        system = SymmetricSystem(size: design.coefficients)
    }

    /// Sums up rows of a block of the design, and nothing else. This is what judging a series costs.
    ///
    /// - Parameter part: the derivatives of a row's log-likelihoods and the negative second derivatives.
    @inline(__always)
    mutating func sum(_ block: Int, _ rows: Range<Int>, _ part: (Int) -> (slope: Lanes, curvature: Lanes)) {
        let slopes = design.slopes
        sums[block].withUnsafeMutableBufferPointer { sums in
            for k in sums.indices { sums[k] = .zero }
            design.numbers[block].withUnsafeBufferPointer { numbers in
                for row in rows {
                    let (slope, curvature) = part(row)
                    sums[0] += slope
                    sums[slopes + 1] += curvature
                    var cell = 2 * (slopes + 1)
                    for k in 0..<slopes {
                        let number = numbers[row * slopes + k]
                        sums[k + 1] += slope * number
                        let weighted = curvature * number
                        sums[slopes + 2 + k] += weighted
                        for l in 0...k {
                            sums[cell] += weighted * numbers[row * slopes + l]
                            cell += 1
                        }
                    }
                }
            }
        }
    }

    /// Newton's step, or nothing where the matrix is not positive definite.
    mutating func step(from coefficients: CountCoefficients) -> [Double]? {
        precision = nil
        var gradient = [Double](repeating: 0, count: design.coefficients)
        system.clear()
        for block in sums.indices { add(sums[block], of: block, to: &gradient) }
        let deviations = design.numberDeviations + design.groupDeviations + design.effects.map(\.deviation)
        for (k, deviation) in deviations.enumerated() {
            let precision = 1 / (deviation * deviation)
            gradient[k] -= coefficients.all[k] * precision
            system.cells[k * system.size + k] += precision
        }
        guard system.factor() else { return nil }
        precision = system
        system.solve(&gradient)
        return gradient
    }

    private mutating func add(_ sums: [Lanes], of block: Int, to gradient: inout [Double]) {
        let (ofNumbers, size) = (design.slopes + 1, system.size)
        // The numbers with each other.
        var cell = 2 * ofNumbers
        for k in 0..<ofNumbers {
            gradient[k] += sums[k].sum()
            system.cells[k * size] += sums[ofNumbers + k].sum()
            for l in 1..<max(1, k + 1) {
                system.cells[k * size + l] += sums[cell].sum()
                cell += 1
            }
        }
        /// A group or an effect, with itself and the numbers: of one lane or of all.
        func add(_ row: Int, _ sum: (Lanes) -> Double) {
            gradient[row] += sum(sums[0])
            for k in 0..<ofNumbers { system.cells[row * size + k] += sum(sums[ofNumbers + k]) }
            system.cells[row * size + row] += sum(sums[ofNumbers])
        }
        guard block > 0 else {
            for group in design.groupDeviations.indices { add(ofNumbers + group) { $0[group] } }
            return
        }
        let row = ofNumbers + design.groupDeviations.count + block - 1
        add(row) { $0.sum() }
        guard design.hasGroups else { return }
        let group = ofNumbers + design.effects[block - 1].group
        add(group) { $0.sum() }
        system.cells[row * size + group] += sums[ofNumbers].sum()
    }
}
