import EarshotTesting
import Testing

@testable import Earshot

@Suite("Logistic regression")
struct LogisticRegressionTests {
    @Test("One feature that is always there gets the log-odds of what is true, drawn towards zero")
    func logOdds() {
        var rows = SparseRows(width: 1)
        for _ in 0..<100 {
            rows.add(0, 1)
            rows.endRow()
        }
        let examples = (0..<100).map { (row: $0, isTrue: $0 < 80, weight: Float(1)) }
        let weights = LogisticRegression(rows: rows, cost: 1_000).fitted(to: examples)
        // ln 4
        #expect(abs(weights[0] - 1.386) < 0.002)
        #expect(LogisticRegression(rows: rows, cost: 0.01).fitted(to: examples)[0] < 0.3)
    }

    @Test("An example of weight 3 counts as three")
    func weighted() {
        var rows = SparseRows(width: 1)
        for _ in 0..<4 {
            rows.add(0, 1)
            rows.endRow()
        }
        let once = LogisticRegression(rows: rows, cost: 10).fitted(to: [(0, true, 3), (1, false, 1)])
        let thrice = LogisticRegression(rows: rows, cost: 10)
            .fitted(to: [(0, true, 1), (1, true, 1), (2, true, 1), (3, false, 1)])
        #expect(abs(once[0] - thrice[0]) < 1e-6)
    }

    @Test("At the fitted weights the loss has no slope worth mentioning")
    func stationary() {
        var random = SeededRandom(seed: 5)
        var rows = SparseRows(width: 30)
        var examples: Examples = []
        for row in 0..<400 {
            var score = 0.0
            for column in 0..<30 where Int.random(in: 0..<4, using: &random) == 0 {
                let value = Float(Int.random(in: 1...3, using: &random))
                rows.add(column, value)
                score += Double(value) * (column % 2 == 0 ? 1 : -1)
            }
            rows.endRow()
            examples.append((row, score + Double(Int.random(in: -4...4, using: &random)) > 0, 1))
        }
        let weights = LogisticRegression(rows: rows, cost: 1).fitted(to: examples)
        func slope(at weights: [Double]) -> Double {
            var slope = weights
            for example in examples {
                let range = rows.starts[example.row]..<rows.starts[example.row + 1]
                let score = range.reduce(0) {
                    $0 + Double(rows.values[$1]) * weights[Int(rows.columns[$1])]
                }
                let miss = LogisticRegression.probability(score) - (example.isTrue ? 1 : 0)
                for index in range { slope[Int(rows.columns[index])] += miss * Double(rows.values[index]) }
            }
            return slope.reduce(0) { $0 + $1 * $1 }.squareRoot()
        }
        #expect(slope(at: weights) < 0.003 * slope(at: [Double](repeating: 0, count: 30)))
    }
}
