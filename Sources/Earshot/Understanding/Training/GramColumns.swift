internal import Glibc

/// The n-grams of one group in many examples, counted so that each bucket's inverse document frequency is known.
struct GramColumns: Sendable {
    let bits: Int
    private(set) var buckets: [UInt32] = []
    private(set) var starts = [0]
    private var documents: [Int32]

    init(bits: Int) {
        self.bits = bits
        documents = [Int32](repeating: 0, count: 1 << bits)
    }

    mutating func add(_ grams: GramSet) {
        for bucket in grams.buckets { documents[Int(bucket)] += 1 }
        buckets += grams.buckets
        starts.append(buckets.count)
    }

    func row(_ number: Int) -> ArraySlice<UInt32> { buckets[starts[number]..<starts[number + 1]] }

    /// By bucket, in the units of a model's file; 0 for a bucket that fewer than two examples have.
    func frequencies() -> [Int8] {
        let total = Float(starts.count)
        return documents.map { count in
            guard count > 1 else { return 0 }
            let frequency = log(total / Float(count + 1)) + 1
            return Int8(min(127, (frequency * LinearLayer.unit).rounded()))
        }
    }
}
