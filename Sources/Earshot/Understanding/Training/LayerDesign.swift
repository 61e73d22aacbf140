/// The examples of a layer: groups of n-grams side by side, then the figures, then a constant.
struct LayerDesign: Sendable {
    /// Of a group: how its n-grams are made.
    struct Shape: Sendable {
        var bits: Int
        var longest: Int
        var stride: Int
    }

    let shapes: [Shape]
    /// How many figures there are, and those of each example.
    let figureCount: Int
    let figures: [[LinearLayer.Figure]]
    let frequencies: [[Int8]]
    /// The n-grams of each example and a constant.
    let rows: SparseRows

    /// - Parameters:
    ///   - grams: by group the n-grams of each example.
    ///   - figures: those of each example, each below `figureCount`.
    init(
        _ shapes: [Shape], grams: [GramColumns], figures: [[LinearLayer.Figure]], figureCount: Int
    ) {
        self.shapes = shapes
        self.figures = figures
        self.figureCount = figureCount
        frequencies = grams.map { $0.frequencies() }
        var rows = SparseRows(width: shapes.reduce(0) { $0 + 1 << $1.bits } + 1)
        for number in figures.indices {
            var offset = 0
            for (group, shape) in shapes.enumerated() {
                LayerDesign.add(grams[group].row(number), frequencies[group], from: offset, to: &rows)
                offset += 1 << shape.bits
            }
            rows.add(offset, 1)
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

    private static func root(_ value: Float) -> Int8 {
        let root = Int8(abs(value).squareRoot().rounded())
        return value < 0 ? -root : root
    }

    /// The layer with these weights; its rows are appended to what is written after the header.
    func layer(_ fits: [StackedFit], rows content: inout [UInt8]) -> LinearLayer {
        let weights = fits.map(\.grams)
        var groups: [LinearLayer.Group] = []
        var offset = 0
        for (shape, frequencies) in zip(shapes, frequencies) {
            let columns = offset..<offset + 1 << shape.bits
            let products = weights.map { weights in
                zip(weights[columns], frequencies).map { Float($0) * Float($1) / LinearLayer.unit }
            }
            let scales = products.map {
                max($0.reduce(0) { max($0, abs($1)) } / (127 * 127), .leastNormalMagnitude)
            }
            groups.append(
                LinearLayer.Group(
                    offset: content.count, bits: shape.bits, longest: shape.longest, stride: shape.stride,
                    scales: scales))
            for bucket in 0..<1 << shape.bits {
                content.append(UInt8(bitPattern: frequencies[bucket]))
                for (output, product) in products.enumerated() {
                    content.append(UInt8(bitPattern: LayerDesign.root(product[bucket] / scales[output])))
                }
                for _ in weights.count + 1..<shape.stride { content.append(0) }
            }
            offset += 1 << shape.bits
        }
        return LinearLayer(
            outputs: fits.count, groups: groups,
            figures: (0..<figureCount).flatMap { index in fits.map { Float($0.figures[index]) } },
            bias: fits.map { Float($0.bias) })
    }
}
