/// A regression over n-grams, and one above it that weighs its score with the figures.
///
/// Fitted together, the figures would let the n-grams learn less than they can. So the n-grams are fitted alone; the
/// regression above sees for each example the score of one that has not seen it (Wolpert, "Stacked Generalization", Neural
/// Networks 5, 1992). As both are linear, they are one in the end.
struct StackedFit: Sendable {
    /// Weights of the n-grams' columns.
    var grams: [Double]
    var figures: [Double]
    var bias: Double
    /// By row of the design the probability that fits give it which have not seen its group.
    var held: [Double]

    /// - Parameters:
    ///   - examples: the rows to learn from.
    ///   - groups: by row of the design what it belongs to; rows of one group are held out together.
    ///   - cost: C of the regression over n-grams.
    init(_ examples: Examples, of design: LayerDesign, groups: [Int], cost: Double) {
        let first = LogisticRegression(rows: design.rows, cost: cost)
        var scores = [Double](repeating: 0, count: groups.count)
        for fold in 0..<StackedFit.folds {
            let weights = first.fitted(to: examples.filter { groups[$0.row] % StackedFit.folds != fold })
            weights.withUnsafeBufferPointer { weights in
                guard let base = weights.baseAddress else { return }
                for row in groups.indices where groups[row] % StackedFit.folds == fold {
                    scores[row] = design.rows.product(row, base)
                }
            }
        }
        var rows = SparseRows(width: design.figureCount + 2)
        for (score, figures) in zip(scores, design.figures) {
            for figure in figures { rows.add(figure.number, figure.value) }
            rows.add(design.figureCount, Float(score))
            rows.add(design.figureCount + 1, 1)
            rows.endRow()
        }
        let above = LogisticRegression(rows: rows, cost: StackedFit.costAbove).fitted(to: examples)
        let share = above[design.figureCount]
        let whole = first.fitted(to: examples)
        figures = Array(above.prefix(design.figureCount))
        grams = whole.dropLast().map { $0 * share }
        bias = above[design.figureCount + 1] + share * (whole.last ?? 0)
        held = above.withUnsafeBufferPointer { above in
            guard let base = above.baseAddress else { return [] }
            return groups.indices.map { LogisticRegression.probability(rows.product($0, base)) }
        }
    }

    static let folds = 5
    /// C of the regression above, which has too few weights to learn by heart.
    private static let costAbove = 1.0
}

/// Rows of a design to learn from, with what they are and how much each counts.
typealias Examples = [(row: Int, isTrue: Bool, weight: Float)]

extension [StackedFit] {
    /// The fits of several outputs, as many at a time as there are processors.
    init(_ outputs: [Examples], of design: LayerDesign, groups: [Int], cost: Double) async {
        self = await withTaskGroup(of: (Int, StackedFit).self) { group in
            for (output, examples) in outputs.enumerated() {
                group.addTask { (output, StackedFit(examples, of: design, groups: groups, cost: cost)) }
            }
            var fits: [Int: StackedFit] = [:]
            for await (output, fit) in group { fits[output] = fit }
            return outputs.indices.compactMap { fits[$0] }
        }
    }
}
