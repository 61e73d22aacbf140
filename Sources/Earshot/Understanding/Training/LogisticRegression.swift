internal import Glibc

/// L2-regularised logistic regression, fitted by Newton's method with conjugate gradients (Lin, Weng and Keerthi,
/// "Trust Region Newton Method for Large-Scale Logistic Regression", JMLR 9, 2008; here with a line search in place of the
/// trust region, and preconditioned by the diagonal, as figures are much larger than the shares of n-grams).
///
/// It minimises ½‖w‖² + C Σ cᵢ log(1 + exp(-yᵢ w·xᵢ)).
struct LogisticRegression {
    let rows: SparseRows
    /// C: how much the examples count against small weights.
    var cost: Double

    private static let mostSteps = 40
    private static let mostDirections = 100
    /// The fit ends when the gradient is so much smaller than at the beginning.
    private static let precision = 0.000_1

    /// The weights of the columns.
    ///
    /// - Parameters:
    ///   - examples: the rows to learn from, with what they are and how much each counts.
    func fitted(to examples: [(row: Int, isTrue: Bool, weight: Float)]) -> [Double] {
        var weights = [Double](repeating: 0, count: rows.width)
        var scores = [Double](repeating: 0, count: examples.count)
        var firstLength = 0.0
        for step in 0..<LogisticRegression.mostSteps {
            let slope = slope(at: weights, scores, examples)
            let length = LogisticRegression.length(slope)
            if step == 0 { firstLength = length }
            if length <= LogisticRegression.precision * firstLength || length == 0 { break }
            let curvatures = zip(scores, examples).map { score, example in
                let share = LogisticRegression.probability(score)
                return cost * Double(example.weight) * share * (1 - share)
            }
            let direction = direction(down: slope, curvatures, examples)
            let moves = products(direction, examples)
            guard let stride = stride(weights, direction, scores, moves, slope, examples) else { break }
            for index in weights.indices { weights[index] += stride * direction[index] }
            for index in scores.indices { scores[index] += stride * moves[index] }
        }
        return weights
    }

    private typealias Examples = [(row: Int, isTrue: Bool, weight: Float)]

    private func slope(at weights: [Double], _ scores: [Double], _ examples: Examples) -> [Double] {
        var slope = weights
        slope.withUnsafeMutableBufferPointer { slope in
            guard let base = slope.baseAddress else { return }
            for (index, example) in examples.enumerated() {
                let miss = LogisticRegression.probability(scores[index]) - (example.isTrue ? 1 : 0)
                rows.add(example.row, times: cost * Double(example.weight) * miss, to: base)
            }
        }
        return slope
    }

    private func products(_ vector: [Double], _ examples: Examples) -> [Double] {
        vector.withUnsafeBufferPointer { vector in
            guard let base = vector.baseAddress else { return [] }
            return examples.map { rows.product($0.row, base) }
        }
    }

    /// Solves (I + XᵀDX) d = -slope by conjugate gradients.
    private func direction(down slope: [Double], _ curvatures: [Double], _ examples: Examples) -> [Double] {
        let diagonal = diagonal(curvatures, examples)
        func scaled(_ vector: [Double]) -> [Double] { zip(vector, diagonal).map { $0 / $1 } }
        var solution = [Double](repeating: 0, count: slope.count)
        var residual = slope.map { -$0 }
        var search = scaled(residual)
        var square = LogisticRegression.dot(residual, search)
        let goal = 0.01 * square
        for _ in 0..<LogisticRegression.mostDirections where square > goal {
            let curved = curved(search, curvatures, examples)
            let step = square / LogisticRegression.dot(search, curved)
            for index in solution.indices {
                solution[index] += step * search[index]
                residual[index] -= step * curved[index]
            }
            let next = scaled(residual)
            let nextSquare = LogisticRegression.dot(residual, next)
            let share = nextSquare / square
            for index in search.indices { search[index] = next[index] + share * search[index] }
            square = nextSquare
        }
        return solution
    }

    /// The diagonal of I + XᵀDX.
    private func diagonal(_ curvatures: [Double], _ examples: Examples) -> [Double] {
        var diagonal = [Double](repeating: 1, count: rows.width)
        for (index, example) in examples.enumerated() {
            rows.addSquares(example.row, times: curvatures[index], to: &diagonal)
        }
        return diagonal
    }

    private func curved(_ vector: [Double], _ curvatures: [Double], _ examples: Examples) -> [Double] {
        let moves = products(vector, examples)
        var result = vector
        result.withUnsafeMutableBufferPointer { result in
            guard let base = result.baseAddress else { return }
            for (index, example) in examples.enumerated() {
                rows.add(example.row, times: curvatures[index] * moves[index], to: base)
            }
        }
        return result
    }

    /// How far to go for the loss to fall as the slope lets expect (Armijo's rule).
    private func stride(
        _ weights: [Double], _ direction: [Double], _ scores: [Double], _ moves: [Double], _ slope: [Double],
        _ examples: Examples
    ) -> Double? {
        let before = loss(LogisticRegression.dot(weights, weights), scores, moves, 0, examples)
        let expected = LogisticRegression.dot(slope, direction)
        let (own, mixed) = (
            LogisticRegression.dot(direction, direction), LogisticRegression.dot(weights, direction)
        )
        let start = LogisticRegression.dot(weights, weights)
        var stride = 1.0
        for _ in 0..<20 {
            let square = start + 2 * stride * mixed + stride * stride * own
            if loss(square, scores, moves, stride, examples) <= before + 0.01 * stride * expected {
                return stride
            }
            stride /= 2
        }
        return nil
    }

    private func loss(
        _ square: Double, _ scores: [Double], _ moves: [Double], _ stride: Double, _ examples: Examples
    ) -> Double {
        var sum = 0.0
        for (index, example) in examples.enumerated() {
            let score = scores[index] + stride * moves[index]
            sum += Double(example.weight) * LogisticRegression.softplus(example.isTrue ? -score : score)
        }
        return square / 2 + cost * sum
    }

    private static func dot(_ left: [Double], _ right: [Double]) -> Double {
        var sum = 0.0
        for index in left.indices { sum += left[index] * right[index] }
        return sum
    }

    private static func length(_ vector: [Double]) -> Double { dot(vector, vector).squareRoot() }

    static func probability(_ score: Double) -> Double {
        1 / (1 + exp(-score))
    }

    /// log(1 + e^score).
    private static func softplus(_ score: Double) -> Double {
        max(score, 0) + log1p(exp(-abs(score)))
    }
}
