import EarshotTesting
import Testing

@testable import Earshot

@Suite("Sums of products of a design's numbers")
struct NumberProductsTests {
    @Test("are those of each pair of numbers, added up in turn", arguments: 1...8)
    func pairs(count: Int) {
        var random = SeededRandom(seed: UInt64(count))
        let steps = (0..<50).map { _ in
            var numbers = SIMD8<Double>.zero
            for k in 0..<count { numbers[k] = Double.random(in: -3...3, using: &random) }
            return (numbers: numbers, weight: Double.random(in: 0...2, using: &random))
        }
        let products = NumberProducts<SIMD8<Double>> { sums in
            for step in steps { sums.add(step.weight * step.numbers, step.numbers, count: count) }
        }
        for row in 0..<8 {
            for column in 0...row {
                let sum = steps.reduce(0.0) { $0 + $1.weight * $1.numbers[row] * $1.numbers[column] }
                #expect(products[row, column] == sum, "\(row), \(column)")
            }
        }
    }
}
