import DecoderFuzzing
import EarshotTesting
import Testing

/// A short run of what `make fuzz` does a million times with sanitizers on.
@Suite("Decoders of what strangers send")
struct DecoderFuzzTests {
    private static let seed: UInt64 = 20_261_126
    private static let inputs: UInt64 = 4000

    @Test(
        "4,000 broken inputs of each decoder are read or refused, and the refusals tell no more than they may"
    )
    func all() throws {
        let decoders = try FuzzedDecoder.all()
        #expect(decoders.count == 8)
        for decoder in decoders {
            let tally = try decoder.run(0..<DecoderFuzzTests.inputs, seed: DecoderFuzzTests.seed)
            #expect(tally.wrong == nil, "\(decoder.name), seed \(DecoderFuzzTests.seed): \(tally)")
            #expect(tally.read > 100, "\(decoder.name): \(tally)")
            #expect(tally.refused.values.reduce(0, +) > 200, "\(decoder.name): \(tally)")
        }
    }

    @Test("an input is the same by its seed and number, wherever a run begins")
    func replay() throws {
        let decoder = try #require(try FuzzedDecoder.all().first { $0.name == "wecom-bot" })
        var singly = FuzzedDecoder.Tally()
        for number in UInt64(700)..<800 {
            let one = try decoder.run(number..<number + 1, seed: 7)
            singly.read += one.read
            singly.refused.merge(one.refused, uniquingKeysWith: +)
        }
        #expect(try decoder.run(700..<800, seed: 7) == singly)
        #expect(try decoder.run(700..<800, seed: 8) != singly)
    }
}
