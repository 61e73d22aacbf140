import Foundation
import Testing

@testable import Earshot

@Suite("The regression of counts")
struct CountRegressionTests {
    /// Two groups in turn, the second of twice the counts; the eighth step has an effect.
    private func design(_ steps: Int) -> CountDesign {
        var design = CountDesign(
            numbers: [10, 0.5], groups: [2, 2], effects: [CountDesign.Effect(deviation: 0.5, group: 1)])
        for step in 0..<steps { design.append([0], effect: step == 7 ? 0 : nil) }
        return design
    }

    private func fit(_ counts: [Double], _ variance: CountVariance = .quadratic) -> (CountFit, CountDesign) {
        let design = design(counts.count)
        let weights = counts.map { $0.isNaN ? 0.0 : 1 }
        return (
            CountRegression(design: design, variance: variance).fit(
                counts, over: 0..<counts.count, weights: weights),
            design
        )
    }

    @Test("finds level and groups, and a step without data changes nothing")
    func groups() {
        var counts = (0..<100).map { $0 % 2 == 0 ? 10.0 : 20 }
        let (fit, design) = fit(counts)
        #expect(abs(fit.mean(of: 50) - 10) < 0.1 && abs(fit.mean(of: 51) - 20) < 0.1)
        #expect(fit.dispersion == 0)
        #expect(fit.uncertainty(of: 50, design) > 0 && fit.uncertainty(of: 50, design) < 0.01)
        counts[20] = .nan
        let (other, _) = self.fit(counts)
        #expect(abs(other.mean(of: 50) - 10) < 0.1)
    }

    /// Weekdays from a Thursday on, a trend, and a holiday that is a Sunday with half of its counts.
    private func weekdays(_ steps: Int) -> (design: CountDesign, counts: [Double]) {
        var design = CountDesign(
            numbers: [10, 1], groups: [Double](repeating: 1, count: 7),
            effects: [CountDesign.Effect(deviation: 1, group: 6)], phase: 3)
        var counts: [Double] = []
        for step in 0..<steps {
            let isHoliday = step % 10 == 4
            let weekday = isHoliday ? 6 : (step + 3) % 7
            design.append([Double(step) / 100], effect: isHoliday ? 0 : nil)
            counts.append(40 * (1 + Double(weekday) / 10) * exp(Double(step) / 1000) * (isHoliday ? 0.5 : 1))
        }
        return (design, counts)
    }

    @Test("a step counts for its weekday, and for a holiday's where it is one, from any step on")
    func effects() {
        let (design, counts) = weekdays(400)
        for range in [0..<400, 33..<391] {
            let weights = range.map { _ in 1.0 }
            let fit = CountRegression(design: design, variance: .quadratic)
                .fit(counts, over: range, weights: weights)
            for step in [33, 34, 44, 200, 204, 205, 390] {
                #expect(abs(fit.mean(of: step) / counts[step] - 1) < 0.02, "\(step) of \(range)")
            }
        }
    }

    @Test("does not learn a past outbreak", arguments: [CountVariance.quadratic, .proportional])
    func outbreaks(variance: CountVariance) {
        var counts = (0..<100).map { $0 % 2 == 0 ? 10.0 : 20 }
        for step in 60..<64 { counts[step] += 40 }
        let plain = counts.enumerated().filter { $0.offset % 2 == 0 }.map(\.element).reduce(0, +) / 50
        let (fit, _) = fit(counts, variance)
        #expect(fit.mean(of: 50) - 10 < 0.6 * (plain - 10), "\(fit.mean(of: 50)) of \(plain)")
    }

    @Test(
        "finds the dispersion of negative binomial counts, of few and of a great many",
        arguments: [10.0, 20_000])
    func dispersion(level: Double) {
        var chance = SplitMix64(seed: 3)
        func drawn(_ dispersion: Double) -> [Double] {
            (0..<2000).map { step in
                let mean = step % 2 == 0 ? level : 2 * level
                return Double(RandomCount.draw(mean: mean, dispersion: dispersion, &chance))
            }
        }
        #expect(abs(fit(drawn(0.3)).0.dispersion - 0.3) < 0.06)
        #expect(fit(drawn(0)).0.dispersion < 0.02)
    }

    @Test("without any data says that it does not know")
    func nothing() {
        let (fit, design) = fit([Double](repeating: .nan, count: 30))
        #expect(fit.uncertainty(of: 3, design) > 1)
    }

    @Test("solves a symmetric system")
    func system() {
        var system = SymmetricSystem(size: 3)
        system.cells = [4, 0, 0, 2, 5, 0, 1, 3, 6]
        let isDefinite = system.factor()
        #expect(isDefinite)
        var vector = [7.0, 10, 10]
        system.solve(&vector)
        #expect(zip(vector, [1.0, 1, 1]).allSatisfy { abs($0 - $1) < 1e-12 })
        var form = [7.0, 10, 10]
        #expect(abs(system.quadraticForm(&form) - 27) < 1e-9)
        system.cells = [1, 0, 0, 2, 1, 0, 0, 0, 1]
        let isSound = system.factor()
        #expect(!isSound)
    }
}
