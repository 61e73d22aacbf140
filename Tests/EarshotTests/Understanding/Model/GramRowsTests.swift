import EarshotTesting
import Testing

@testable import Earshot

@Suite("Rows of weights")
struct GramRowsTests {
    /// Rows of random bytes, and buckets that no n-gram has among them.
    private let bytes: [Int8]
    private let buckets: [UInt32]
    private static let bits = 8

    init() {
        var random = SeededRandom(seed: 11)
        bytes = (0..<(32 << GramRowsTests.bits)).map { _ in Int8.random(in: -127...127, using: &random) }
        buckets = (0..<500).map {
            $0 % 7 == 0 ? TextGrams.none : UInt32.random(in: 0..<TextGrams.none, using: &random)
        }
    }

    /// What a row's byte stands for.
    private func weight(_ bucket: UInt32, _ lane: Int) -> Int32 {
        guard bucket != TextGrams.none else { return 0 }
        let root = Int32(bytes[Int(bucket >> (TextGrams.bits - UInt32(GramRowsTests.bits))) * 32 + lane])
        return root * abs(root)
    }

    private func withWeights<Result>(_ body: (GramWeights, UnsafeBufferPointer<UInt32>) -> Result) -> Result {
        let rows = bytes.withUnsafeBytes { GramRows<OpinionRow>($0, bits: GramRowsTests.bits) }
        return rows.withRows { weights in buckets.withUnsafeBufferPointer { body(weights, $0) } }
    }

    @Test("Sixteen lanes are summed as each alone is, and no n-gram adds nothing")
    func sixteen() {
        let sums = withWeights { $0.sum16($1) }
        for lane in 0..<16 { #expect(sums[lane] == buckets.reduce(0) { $0 + weight($1, lane) }, "\(lane)") }
    }

    @Test("Four lanes are summed from any group's first on, with the square of the frequencies")
    func four() {
        for group in OpinionLane.Group.allCases {
            var sum = GramWeights.Sum4()
            withWeights { $0.add($1, from: group.lane, to: &sum) }
            for lane in 0..<4 {
                #expect(sum.lanes[lane] == buckets.reduce(0) { $0 + weight($1, group.lane + lane) })
            }
            #expect(sum.square == buckets.reduce(0) { $0 + abs(weight($1, 0)) })
            #expect(sum.square == withWeights { $0.approach($1) })
        }
    }

    @Test("A single n-gram's weight is what it adds")
    func single() {
        for bucket in buckets.prefix(20) {
            #expect(withWeights { rows, _ in rows.weight(bucket, lane: 5) } == weight(bucket, 5))
        }
    }
}
