import EarshotTesting
import Testing

@testable import Earshot

@Suite("A platform's rate")
struct TokenBucketTests {
    @Test(
        "in no span are more let out than allowed, however they are asked for",
        arguments: [(20, 60), (30, 60), (100, 60), (5, 1), (1000, 3600), (1, 60)])
    func neverMore(count: Int, seconds: Int) {
        let rate = TokenBucket.Rate.atMost(count, within: .seconds(seconds))
        var random = SeededRandom(seed: 11)
        let start = Timestamp(seconds: 1_800_000_000)
        var bucket = TokenBucket(rate, at: start)
        var now = start
        var sent: [Int64] = []
        for _ in 0..<20_000 {
            now = now + .milliseconds(Int.random(in: 0...(seconds * 1000 / max(2, count)), using: &random))
            bucket.fill(rate, at: now)
            while bucket.available > 0, Bool.random(using: &random) {
                bucket.take()
                sent.append(now.milliseconds)
            }
        }
        #expect(sent.count > count)
        let most = sent.indices.map { first in
            sent[first...].prefix { $0 < sent[first] + Int64(seconds) * 1000 }.count
        }.max()
        #expect((most ?? 0) <= max(count, 2))
    }

    @Test("whoever waits until the moment that is named finds a token, and not before")
    func next() {
        let rate = TokenBucket.Rate(capacity: 2, perMinute: 7)
        var bucket = TokenBucket(rate, at: Timestamp(seconds: 1000))
        bucket.take()
        bucket.take()
        let next = bucket.next(rate)
        var early = bucket
        early.fill(rate, at: next - .milliseconds(1))
        #expect(early.available == 0)
        bucket.fill(rate, at: next)
        #expect(bucket.available == 1)
    }

    @Test("a clock that is set back brings no tokens")
    func setBack() {
        let rate = TokenBucket.Rate(capacity: 3, perMinute: 60)
        var bucket = TokenBucket(rate, at: Timestamp(seconds: 1000))
        for _ in 0..<3 { bucket.take() }
        bucket.fill(rate, at: Timestamp(seconds: 500))
        #expect(bucket.available == 0)
        bucket.fill(rate, at: Timestamp(seconds: 501))
        #expect(bucket.available == 1)
    }
}
