import Foundation
import Testing

@testable import Earshot

@Suite("Exponentials and logarithms of eight numbers at once")
struct LanesTests {
    /// Eight numbers from one on, each as far from the next.
    private func lanes(from first: Double, apart step: Double) -> Lanes {
        first + step * Lanes(0, 1, 2, 3, 4, 5, 6, 7)
    }

    @Test("exponentials are right to some units of the last place")
    func exponentials() {
        var worst = 0.0
        for row in 0..<2000 {
            let numbers = lanes(from: -700 + 0.7 * Double(row), apart: 0.087)
            let exponentials = numbers.exponentials()
            for lane in 0..<Lanes.scalarCount where numbers[lane] <= 700 {
                worst = max(worst, abs(exponentials[lane] / exp(numbers[lane]) - 1))
            }
        }
        #expect(worst > 0 && worst < 8 * Double.ulpOfOne)
        #expect(Lanes(repeating: 0).exponentials() == Lanes(repeating: 1))
    }

    @Test("what is too large or too small for one is taken for 700 and −700")
    func bounds() {
        let far = Lanes(-.infinity, -1e9, -701, -700, 700, 701, 1e9, .infinity).exponentials()
        #expect(far[0] == far[3] && far[1] == far[3] && far[2] == far[3] && far[3] > 0)
        #expect(far[5] == far[4] && far[6] == far[4] && far[7] == far[4] && far[4].isFinite)
    }

    @Test("logarithms are right to some units of the last place, of the least numbers and of the greatest")
    func logarithms() {
        var worst = 0.0
        for exponent in stride(from: -1020, through: 1020, by: 3) {
            let numbers = lanes(from: 1, apart: 0.141) * exp2(Double(exponent))
            let logarithms = numbers.logarithms()
            for lane in 0..<Lanes.scalarCount {
                let right = log(numbers[lane])
                worst = max(worst, abs(logarithms[lane] - right) / max(1, abs(right)))
            }
        }
        #expect(worst > 0 && worst < 8 * Double.ulpOfOne)
        #expect(Lanes(repeating: 1).logarithms() == Lanes.zero)
    }
}
