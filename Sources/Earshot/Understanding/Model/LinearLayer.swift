internal import Glibc

/// A layer of linear models over the same features: one score an output, log-odds of a logistic regression.
///
/// The weights of hashed n-grams lie in the model's file as bytes, one row a bucket: the bucket's inverse document
/// frequency, then the weight of each output already multiplied with it. The n-grams of a group count as a vector of the
/// length 1, so a score is a sum of whole numbers and one division.
struct LinearLayer: Sendable, Codable {
    var outputs: Int
    var groups: [Group]
    /// Weights of the figures beside the n-grams, `outputs` a figure.
    var figures: [Float]
    var bias: [Float]

    /// The rows of one kind of n-grams.
    struct Group: Sendable, Codable {
        /// Where they begin among the bytes behind the header.
        var offset: Int
        /// The number of buckets is 2 to the power of it.
        var bits: Int
        /// The greatest length of its n-grams.
        var longest: Int
        /// Bytes a row.
        var stride: Int
        /// What a weight's unit stands for, by output.
        var scales: [Float]

        var bytes: Int { stride << bits }
    }

    /// An inverse document frequency of 1 in a row's first byte.
    static let unit: Float = 12

    /// A figure that is not zero, by its number.
    typealias Figure = (number: Int, value: Float)

    /// What the figures say, beside the bias.
    func scores(of figures: [Figure]) -> Scores {
        var scores = Scores()
        for output in 0..<outputs { scores[output] = bias[output] }
        for figure in figures {
            for output in 0..<outputs {
                scores[output] += figure.value * self.figures[figure.number * outputs + output]
            }
        }
        return scores
    }

    /// One number an output.
    typealias Scores = SIMD16<Float>

    /// What a group's n-grams say.
    ///
    /// - Parameter rows: what follows the header.
    func scores(of grams: GramSet, of group: Int, in rows: UnsafeRawBufferPointer) -> Scores {
        let group = groups[group]
        var scores = Scores()
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: LinearLayer.mostOutputs) { sums in
            sums.initialize(repeating: 0)
            // The compiler unrolls the loop over outputs where it knows their number.
            let square =
                switch outputs {
                case 3: LinearLayer.add(grams, group, 3, rows, to: sums)
                case 4: LinearLayer.add(grams, group, 4, rows, to: sums)
                case 10: LinearLayer.add(grams, group, 10, rows, to: sums)
                default: LinearLayer.add(grams, group, outputs, rows, to: sums)
                }
            guard square > 0 else { return }
            let scale = LinearLayer.unit / Float(square).squareRoot()
            for output in 0..<outputs { scores[output] = Float(sums[output]) * scale * group.scales[output] }
        }
        return scores
    }

    /// Adds the weights of the n-grams' rows.
    ///
    /// - Returns: the square of the length of the n-grams' vector.
    @inline(__always)
    private static func add(
        _ grams: GramSet, _ group: Group, _ outputs: Int, _ rows: UnsafeRawBufferPointer,
        to sums: UnsafeMutableBufferPointer<Int32>
    ) -> Int32 {
        var square: Int32 = 0
        grams.buckets.withUnsafeBufferPointer { buckets in
            // The rows lie all over the memory. A loop that does little with each waits for many of them at a time; the
            // next loop finds them near.
            for bucket in buckets {
                let frequency = Int32(Int8(bitPattern: rows[group.offset + Int(bucket) * group.stride]))
                square &+= frequency &* frequency
            }
            for bucket in buckets {
                let row = group.offset + Int(bucket) * group.stride
                for output in 0..<outputs {
                    // Weights are stored as roots, so that the many small ones of rare n-grams are not lost beside a few
                    // large ones.
                    let root = Int32(Int8(bitPattern: rows[row + 1 + output]))
                    sums[output] &+= root &* abs(root)
                }
            }
        }
        return square
    }

    /// The sum of what n-grams say for one output, whatever else the text holds.
    func weight(
        of grams: GramSet, of group: Int, for output: Int, in rows: UnsafeRawBufferPointer
    ) -> Float {
        let group = groups[group]
        let sum = grams.buckets.reduce(Int32(0)) { sum, bucket in
            let root = Int32(Int8(bitPattern: rows[group.offset + Int(bucket) * group.stride + output + 1]))
            return sum + root * abs(root)
        }
        return Float(sum) * group.scales[output]
    }

    /// The most outputs that a layer with n-grams can have: a row's sixteen lanes but the first.
    static let mostOutputs = 15

    /// The probability that belongs to log-odds.
    static func probability(_ score: Float) -> Float { 1 / (1 + exp(-score)) }
}
