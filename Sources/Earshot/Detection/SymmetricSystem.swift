/// A symmetric positive definite matrix and its Cholesky factor.
struct SymmetricSystem: Sendable {
    let size: Int
    /// Row by row; only the lower half counts. After `factor` it holds the factor.
    var cells: [Double]

    init(size: Int) {
        self.size = size
        cells = [Double](repeating: 0, count: size * size)
    }

    mutating func clear() {
        for i in cells.indices { cells[i] = 0 }
    }

    /// Replaces the matrix by its Cholesky factor. False, and the cells are of no use, when it is not positive definite.
    mutating func factor() -> Bool {
        let n = size
        return cells.withUnsafeMutableBufferPointer { a in
            for j in 0..<n {
                for i in j..<n {
                    var cell = a[i * n + j]
                    for k in 0..<j { cell -= a[i * n + k] * a[j * n + k] }
                    if i == j {
                        guard cell > 0, cell.isFinite else { return false }
                        a[j * n + j] = cell.squareRoot()
                    } else {
                        a[i * n + j] = cell / a[j * n + j]
                    }
                }
            }
            return true
        }
    }

    /// Replaces b by the x of matrix · x = b. Needs the factor.
    func solve(_ vector: inout [Double]) {
        solveLower(&vector)
        let n = size
        cells.withUnsafeBufferPointer { a in
            vector.withUnsafeMutableBufferPointer { x in
                for i in (0..<n).reversed() {
                    var value = x[i]
                    for k in (i + 1)..<max(n, i + 1) { value -= a[k * n + i] * x[k] }
                    x[i] = value / a[i * n + i]
                }
            }
        }
    }

    /// bᵀ · matrix⁻¹ · b. Needs the factor; `vector` is used up.
    func quadraticForm(_ vector: inout [Double]) -> Double {
        solveLower(&vector)
        return vector.reduce(0) { $0 + $1 * $1 }
    }

    private func solveLower(_ vector: inout [Double]) {
        let n = size
        cells.withUnsafeBufferPointer { a in
            vector.withUnsafeMutableBufferPointer { x in
                for i in 0..<n {
                    var value = x[i]
                    for k in 0..<i { value -= a[i * n + k] * x[k] }
                    x[i] = value / a[i * n + i]
                }
            }
        }
    }
}
