/// A sparse matrix by rows: the features of examples.
struct SparseRows: Sendable {
    /// Where each row begins, and the end of the last one.
    private(set) var starts = [0]
    private(set) var columns: [Int32] = []
    private(set) var values: [Float] = []
    /// The number of columns.
    let width: Int

    init(width: Int) { self.width = width }

    var count: Int { starts.count - 1 }

    mutating func add(_ column: Int, _ value: Float) {
        columns.append(Int32(truncatingIfNeeded: column))
        values.append(value)
    }

    mutating func endRow() { starts.append(columns.count) }

    /// The product of a row with a vector.
    @inline(__always)
    func product(_ row: Int, _ vector: UnsafePointer<Double>) -> Double {
        columns.withUnsafeBufferPointer { columns in
            values.withUnsafeBufferPointer { values in
                var sum = 0.0
                for index in starts[row]..<starts[row + 1] {
                    sum += Double(values[index]) * vector[Int(columns[index])]
                }
                return sum
            }
        }
    }

    /// Adds a multiple of a row to a vector.
    @inline(__always)
    func add(_ row: Int, times factor: Double, to vector: UnsafeMutablePointer<Double>) {
        columns.withUnsafeBufferPointer { columns in
            values.withUnsafeBufferPointer { values in
                for index in starts[row]..<starts[row + 1] {
                    vector[Int(columns[index])] += Double(values[index]) * factor
                }
            }
        }
    }

    /// Adds a multiple of the squares of a row's values to a vector.
    func addSquares(_ row: Int, times factor: Double, to vector: inout [Double]) {
        for index in starts[row]..<starts[row + 1] {
            vector[Int(columns[index])] += Double(values[index] * values[index]) * factor
        }
    }
}
