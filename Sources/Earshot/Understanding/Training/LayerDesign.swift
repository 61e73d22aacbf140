/// The examples of a layer: groups of n-grams side by side, then the figures, then a constant.
struct LayerDesign: Sendable {
    /// How many figures there are, and those of each example.
    let figureCount: Int
    let figures: [[Figure]]
    /// The n-grams of each example and a constant.
    let rows: SparseRows
    private let groups: Int
    /// By bucket, as a model's file has them.
    private let frequencies: [Int8]

    /// A figure that is not zero, by its number.
    typealias Figure = (number: Int, value: Float)

    /// - Parameters:
    ///   - grams: by group the n-grams of each example, all in as many buckets as there are frequencies.
    ///   - figures: those of each example, each below `figureCount`.
    init(grams: [GramColumns], frequencies: [Int8], figures: [[Figure]], figureCount: Int) {
        self.figures = figures
        self.figureCount = figureCount
        self.frequencies = frequencies
        groups = grams.count
        var rows = SparseRows(width: grams.count * frequencies.count + 1)
        for number in figures.indices {
            for (group, columns) in grams.enumerated() {
                LayerDesign.add(columns.row(number), frequencies, from: group * frequencies.count, to: &rows)
            }
            rows.add(grams.count * frequencies.count, 1)
            rows.endRow()
        }
        self.rows = rows
    }

    private static func add(
        _ buckets: ArraySlice<UInt32>, _ frequencies: [Int8], from offset: Int, to rows: inout SparseRows
    ) {
        let square = buckets.reduce(Float(0)) { sum, bucket in
            let frequency = Float(frequencies[Int(bucket)])
            return sum + frequency * frequency
        }
        guard square > 0 else { return }
        let length = square.squareRoot()
        for bucket in buckets where frequencies[Int(bucket)] != 0 {
            rows.add(offset + Int(bucket), Float(frequencies[Int(bucket)]) / length)
        }
    }

    /// The figures that a function of `OpinionFeatures` gives.
    static func figures(_ all: (_ take: OpinionFeatures.Take) -> Void) -> [Figure] {
        var figures: [Figure] = []
        all { number, value in
            if value != 0 { figures.append((number, value)) }
        }
        return figures
    }

    /// The layer with these weights, which it writes into the rows of a model.
    ///
    /// - Parameters:
    ///   - rows: of the model, `width` bytes each.
    ///   - lane: by group the lane of the first output.
    func layer(_ fits: [StackedFit], rows content: inout [Int8], width: Int, lanes: [Int]) -> LinearLayer {
        var scales: [[Float]] = []
        for group in 0..<groups {
            let first = group * frequencies.count
            let products = fits.map { fit in
                zip(fit.grams[first..<first + frequencies.count], frequencies).map {
                    Float($0) * Float($1) / GramWeights.unit
                }
            }
            scales.append(
                products.map {
                    max($0.reduce(0) { max($0, abs($1)) } / (127 * 127), .leastNormalMagnitude)
                })
            for (output, product) in products.enumerated() {
                for bucket in frequencies.indices {
                    content[bucket * width + lanes[group] + output] = LayerDesign.root(
                        product[bucket] / scales[group][output])
                }
            }
        }
        for bucket in frequencies.indices { content[bucket * width] = frequencies[bucket] }
        return LinearLayer(
            outputs: fits.count, scales: scales,
            figures: (0..<figureCount).flatMap { index in fits.map { Float($0.figures[index]) } },
            bias: fits.map { Float($0.bias) })
    }

    private static func root(_ value: Float) -> Int8 {
        let root = Int8(abs(value).squareRoot().rounded())
        return value < 0 ? -root : root
    }
}
