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
            body(GramWeights(bytes: $0.baseAddress!, bits: bits, width: Row.scalarCount))
        }
    }
}

/// Rows while they are read. Every bucket of a `TextGrams` has one.
struct GramWeights {
    private let bytes: UnsafeRawPointer
    /// A bucket shifted to the right by one is the number of a row, and that shifted to the left by the other its offset.
    private let (bucketShift, rowShift): (UInt32, Int)

    /// - Parameter width: how many bytes a row has, a power of two.
    fileprivate init(bytes: UnsafeRawPointer, bits: Int, width: Int) {
        self.bytes = bytes
        bucketShift = TextGrams.bits - UInt32(bits)
        rowShift = width.trailingZeroBitCount
    }

    /// An inverse document frequency of 1 in a row's first byte.
    static let unit: Float = 12

    @inline(__always)
    private func offset(_ bucket: UInt32) -> Int { Int(bucket &>> bucketShift) &<< rowShift }

    /// Looks at each row of n-grams, so that whoever reads them next finds them near: rows lie all over the memory, and a
    /// loop that does little with each waits for many of them at a time.
    ///
    /// - Returns: the square of the length of the n-grams' vector.
    func approach(_ grams: UnsafeBufferPointer<UInt32>) -> Int32 {
        var square: Int32 = 0
        for bucket in grams { square &+= squaredFrequency(offset(bucket)) }
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
            let even = GramWeights.squared((pairs &<< 8) &>> 8)
            let odd = GramWeights.squared(pairs &>> 8)
            sums.0 &+= (even &<< 16) &>> 16
            sums.1 &+= even &>> 16
            sums.2 &+= (odd &<< 16) &>> 16
            sums.3 &+= odd &>> 16
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
        /// The lanes 0 and 1, and the lanes 2 and 3, of every other n-gram.
        private var sums = (SIMD4<Int32>(), SIMD4<Int32>())
        fileprivate(set) var square: Int32 = 0

        /// Adds four roots of each of two n-grams.
        @inline(__always)
        fileprivate mutating func add(_ first: UInt32, _ second: UInt32) {
            let pairs = SIMD2(Sum4.spread(first), Sum4.spread(second))
            let squares = GramWeights.squared(unsafeBitCast(pairs, to: SIMD8<Int16>.self) &>> 8)
            sums.0 &+= (squares &<< 16) &>> 16
            sums.1 &+= squares &>> 16
        }

        /// Each byte as the upper half of sixteen bits: those of the lanes 0, 2, 1 and 3.
        @inline(__always)
        private static func spread(_ roots: UInt32) -> UInt64 { UInt64(roots &<< 8) | UInt64(roots) &<< 32 }

        @inline(__always)
        var lanes: SIMD4<Int32> {
            SIMD4(lowHalf: sums.0.lowHalf &+ sums.0.highHalf, highHalf: sums.1.lowHalf &+ sums.1.highHalf)
        }

        /// What the n-grams say; nothing if there are none.
        @inline(__always)
        func scaled(_ scales: SIMD4<Float>) -> SIMD4<Float> {
            guard square > 0 else { return .zero }
            return SIMD4<Float>(lanes) * scales * (GramWeights.unit / Float(square).squareRoot())
        }
    }

    @inline(__always)
    func add(_ grams: UnsafeBufferPointer<UInt32>, from lane: Int, to sum: inout Sum4) {
        var index = 0
        while index < grams.count {
            let first = offset(grams[index])
            // Beside the last of an odd number stands none, which adds nothing.
            let second = offset(index + 1 < grams.count ? grams[index + 1] : TextGrams.none)
            sum.square &+= squaredFrequency(first) &+ squaredFrequency(second)
            sum.add(
                bytes.load(fromByteOffset: first + lane, as: UInt32.self),
                bytes.load(fromByteOffset: second + lane, as: UInt32.self))
            index += 2
        }
    }

    @inline(__always)
    private func squaredFrequency(_ row: Int) -> Int32 {
        let frequency = Int32(bytes.load(fromByteOffset: row, as: Int8.self))
        return frequency &* frequency
    }

    /// What roots stand for, two in a lane.
    @inline(__always)
    private static func squared(_ roots: SIMD8<Int16>) -> SIMD4<Int32> {
        unsafeBitCast(roots &* pointwiseMax(roots, 0 &- roots), to: SIMD4<Int32>.self)
    }

    /// What a single n-gram weighs in one lane, in units.
    func weight(_ bucket: UInt32, lane: Int) -> Int32 {
        let root = Int32(bytes.load(fromByteOffset: offset(bucket) + lane, as: Int8.self))
        return root * abs(root)
    }
}
