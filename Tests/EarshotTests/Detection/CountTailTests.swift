import Testing

@testable import Earshot

@Suite("The probability of a count where less was expected")
struct CountTailTests {
    @Test(
        "agrees with R's and SciPy's tails of Poisson and negative binomial counts",
        arguments: [
            (5, 1.0, 1.0, 2.436537090406527), (20, 4.0, 8.0, 3.612359947967774),
            (3, 10.0, 25.0, 0.013934385746742045), (400, 100.0, 2100.0, 4.635006807164031),
            (1, 0.02, 0.03, 1.7935035865589564),
        ])
    func values(count: Int, mean: Double, variance: Double, surprise: Double) {
        #expect(abs(CountTail.surprise(of: count, mean: mean, variance: variance) - surprise) < 1e-9)
    }

    @Test("is never below 0 nor above 300, and grows with the count")
    func bounds() {
        #expect(CountTail.surprise(of: 0, mean: 3, variance: 4) == 0)
        #expect(CountTail.surprise(of: 1_000_000, mean: 0, variance: 0) == 300)
        let grown = (0...60).map { CountTail.surprise(of: $0, mean: 12, variance: 30) }
        #expect(grown == grown.sorted() && grown[60] > 6)
    }
}
