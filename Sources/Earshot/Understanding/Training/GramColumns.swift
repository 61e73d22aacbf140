internal import Glibc

/// The n-grams of one group in many examples, counted so that each bucket's inverse document frequency is known.
struct GramColumns: Sendable {
    let bits: Int
    private(set) var buckets: [UInt32] = []
    private(set) var starts = [0]
    private var documents: [Int32]
    /// The last example that had it, by bucket.
    private var lastExample: [Int32]

    init(bits: Int) {
        self.bits = bits
        documents = [Int32](repeating: 0, count: 1 << bits)
        lastExample = [Int32](repeating: -1, count: 1 << bits)
    }

    /// Adds n-grams of the example that `endExample` ends.
    mutating func add(_ grams: some Sequence<UInt32>) {
        for gram in grams where gram != TextGrams.none {
            let bucket = gram >> (TextGrams.bits - UInt32(bits))
            buckets.append(bucket)
            if lastExample[Int(bucket)] != starts.count {
                documents[Int(bucket)] += 1
                lastExample[Int(bucket)] = Int32(truncatingIfNeeded: starts.count)
            }
        }
    }

    mutating func endExample() { starts.append(buckets.count) }

    func row(_ number: Int) -> ArraySlice<UInt32> { buckets[starts[number]..<starts[number + 1]] }

    /// By bucket, in the units of a model's file; 0 for a bucket that fewer than two examples have.
    func frequencies() -> [Int8] {
        let total = Float(starts.count)
        return documents.map { count in
            guard count > 1 else { return 0 }
            let frequency = log(total / Float(count + 1)) + 1
            return Int8(min(127, (frequency * GramWeights.unit).rounded()))
        }
    }
}
