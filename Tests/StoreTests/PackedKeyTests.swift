import EarshotTesting
import Testing

@testable import Earshot
@testable import Store

@Suite("Packed keys and daily counts")
struct PackedKeyTests {
    @Test("keys are ordered as their numbers are, also below zero, and give them back")
    func order() {
        var random = SeededRandom(seed: 5)
        func number() -> Int {
            Bool.random(using: &random)
                ? Int.random(in: -2...2, using: &random)
                : Int.random(in: -(1 << 30)..<(1 << 30), using: &random)
        }
        for _ in 0..<2000 {
            let (left, right) = (
                [number(), number(), number(), number()], [number(), number(), number(), number()]
            )
            let leftKey = PackedKey(left[0], left[1], left[2], left[3])
            let rightKey = PackedKey(right[0], right[1], right[2], right[3])
            #expect((leftKey.packed < rightKey.packed) == left.lexicographicallyPrecedes(right))
            #expect(leftKey.numbers == (left[0], left[1], left[2], left[3]))
        }
    }

    @Test("counts of one key become one row, rows come in the order of the key, and nothing is left")
    func rows() throws {
        var counts = DailyCounts()
        for polarity in [Polarity.negative, .positive, .negative, .neutral] {
            counts.add(day: 20_000, place: 330_100, subject: 0, aspect: 7, polarity: polarity)
        }
        counts.add(day: -40, place: 0, subject: 3, aspect: 0, polarity: .positive)
        var found: [DailyCounts.Row] = []
        try counts.drain { found.append($0) }
        #expect(
            found == [
                DailyCounts.Row(day: -40, place: 0, subject: 3, aspect: 0, tally: Tally(positive: 1)),
                DailyCounts.Row(
                    day: 20_000, place: 330_100, subject: 0, aspect: 7,
                    tally: Tally(positive: 1, neutral: 1, negative: 2)),
            ])
        found = []
        try counts.drain { found.append($0) }
        #expect(found.isEmpty)
    }
}
