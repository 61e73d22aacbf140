/// Sums of the products of a design's numbers with each other: a symmetric matrix, of which the lower half is kept in pairs of
/// columns, as the processor multiplies them.
struct NumberProducts<Numbers: SIMD & Sendable> where Numbers.Scalar == Double {
    /// Row by row; row k has the columns up to k, and one more where k is even.
    private let pairs: [SIMD2<Double>]

    /// The sums of what is added in `body`.
    @inline(__always)
    init(_ body: (Sums) -> Void) {
        let count = Self.start(of: Numbers.scalarCount)
        pairs = [SIMD2<Double>](unsafeUninitializedCapacity: count) { pairs, filled in
            pairs.initialize(repeating: .zero)
            filled = count
            body(Sums(pairs: pairs.baseAddress!))
        }
    }

    /// The cell of a row and of a column up to it.
    subscript(row: Int, column: Int) -> Double { pairs[Self.start(of: row) + column / 2][column % 2] }

    @inline(__always)
    private static func start(of row: Int) -> Int { row + (row - 1) * (row - 1) / 4 }

    /// The sums while they grow.
    struct Sums {
        fileprivate let pairs: UnsafeMutablePointer<SIMD2<Double>>

        /// Adds products of which only the first `count` rows and columns are not 0.
        @inline(__always)
        func add(_ left: Numbers, _ right: Numbers, count: Int) {
            var pair = pairs
            for row in 0..<Numbers.scalarCount {
                guard row < count else { return }
                for column in 0...(row / 2) {
                    pair.pointee += left[row] * SIMD2(right[2 * column], right[2 * column + 1])
                    pair += 1
                }
            }
        }
    }
}
