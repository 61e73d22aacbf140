/// The weights that n-grams have, one row a bucket.
///
/// A row's first byte is the bucket's inverse document frequency; the others are weights, already multiplied with it, of
/// several outputs. All are stored as roots (a byte b stands for b·|b|), so that the many small weights of rare n-grams are
/// not lost beside a few large ones. Row `1 << bits` is that of no n-gram and says nothing.
struct GramRows<Row: SIMD<Int8> & Sendable>: Sendable {
    let rows: [Row]
    let bits: Int

    /// - Parameter bytes: 2 to the power of `bits` rows.
    init(_ bytes: UnsafeRawBufferPointer, bits: Int) {
        self.bits = bits
        let count = 1 << bits
        rows = [Row](unsafeUninitializedCapacity: count + 1) { rows, filled in
            UnsafeMutableRawBufferPointer(rows).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: bytes[..<(count * Row.scalarCount)]))
            rows.initializeElement(at: count, to: Row())
            filled = count + 1
        }
    }

    static func bytes(bits: Int) -> Int { Row.scalarCount << bits }

    func withRows<Result>(_ body: (GramWeights) -> Result) -> Result {
        rows.withUnsafeBytes {
            body(GramWeights(bytes: $0, shift: TextGrams.bits - UInt32(bits), width: Row.scalarCount))
        }
    }
}

/// Rows while they are read. Every bucket of a `TextGrams` has one.
struct GramWeights {
    let bytes: UnsafeRawBufferPointer
    fileprivate let shift: UInt32
    fileprivate let width: Int

    fileprivate init(bytes: UnsafeRawBufferPointer, shift: UInt32, width: Int) {
        self.bytes = bytes
        self.shift = shift
        self.width = width
    }

    /// An inverse document frequency of 1 in a row's first byte.
    static let unit: Float = 12

    @inline(__always)
    private func offset(_ bucket: UInt32) -> Int { Int(bucket >> shift) * width }

    /// Looks at each row of n-grams, so that whoever reads them next finds them near: rows lie all over the memory, and a
    /// loop that does little with each waits for many of them at a time.
    ///
    /// - Returns: the square of the length of the n-grams' vector.
    func approach(_ grams: UnsafeBufferPointer<UInt32>) -> Int32 {
        var square: Int32 = 0
        for bucket in grams {
            let frequency = Int32(bytes.load(fromByteOffset: offset(bucket), as: Int8.self))
            square &+= frequency &* frequency
        }
        return square
    }

    /// Sums the first sixteen lanes.
    func sum16(_ grams: UnsafeBufferPointer<UInt32>) -> SIMD16<Int32> {
        var sum = Sum16()
        for bucket in grams { sum.add(bytes.load(fromByteOffset: offset(bucket), as: SIMD8<Int16>.self)) }
        return sum.lanes
    }

    /// Sixteen sums. A number twice as wide is two neighbours, which are told apart by shifts: what the processor's plainest
    /// instructions can do with all at once.
    private struct Sum16 {
        /// Of the lanes 4n, 4n + 2, 4n + 1 and 4n + 3.
        private var sums = (SIMD4<Int32>(), SIMD4<Int32>(), SIMD4<Int32>(), SIMD4<Int32>())

        @inline(__always)
        mutating func add(_ pairs: SIMD8<Int16>) {
            let even = Sum16.squared((pairs &<< 8) &>> 8)
            let odd = Sum16.squared(pairs &>> 8)
            sums.0 &+= (even &<< 16) &>> 16
            sums.1 &+= even &>> 16
            sums.2 &+= (odd &<< 16) &>> 16
            sums.3 &+= odd &>> 16
        }

        /// What roots stand for, two in a lane.
        @inline(__always)
        private static func squared(_ roots: SIMD8<Int16>) -> SIMD4<Int32> {
            let sign = roots &>> 15
            return unsafeBitCast(roots &* ((roots ^ sign) &- sign), to: SIMD4<Int32>.self)
        }

        var lanes: SIMD16<Int32> {
            var lanes = SIMD16<Int32>()
            for place in 0..<4 {
                lanes[4 * place] = sums.0[place]
                lanes[4 * place + 2] = sums.1[place]
                lanes[4 * place + 1] = sums.2[place]
                lanes[4 * place + 3] = sums.3[place]
            }
            return lanes
        }
    }

    /// The sum of four lanes from one on, and the square of the length of the n-grams' vector.
    struct Sum4 {
        var lanes = SIMD4<Int32>()
        var square: Int32 = 0

        /// What the n-grams say; nothing if there are none.
        @inline(__always)
        func scaled(_ scales: SIMD4<Float>) -> SIMD4<Float> {
            guard square > 0 else { return .zero }
            return SIMD4<Float>(lanes) * scales * (GramWeights.unit / Float(square).squareRoot())
        }
    }

    @inline(__always)
    func add(_ grams: UnsafeBufferPointer<UInt32>, from lane: Int, to sum: inout Sum4) {
        for bucket in grams {
            let row = offset(bucket)
            let frequency = Int32(bytes.load(fromByteOffset: row, as: Int8.self))
            sum.square &+= frequency &* frequency
            let roots = SIMD4<Int32>(
                truncatingIfNeeded: bytes.load(fromByteOffset: row + lane, as: SIMD4<Int8>.self))
            sum.lanes &+= roots &* roots.replacing(with: 0 &- roots, where: roots .< 0)
        }
    }

    /// What a single n-gram weighs in one lane, in units.
    func weight(_ bucket: UInt32, lane: Int) -> Int32 {
        let root = Int32(bytes.load(fromByteOffset: offset(bucket) + lane, as: Int8.self))
        return root * abs(root)
    }
}
