import EarshotTesting
import Testing

@testable import Earshot
@testable import Store

@Suite("The sketches in memory")
struct SketchIndexTests {
    @Test("voices that share an anchor are found, the earliest first, through any growth")
    func shared() {
        var index = SketchIndex()
        var random = SeededRandom(seed: 11)
        var anchors: [Int64: [Int64]] = [:]
        for voice in stride(from: Int64(3), to: 9000, by: 3) {
            anchors[voice] = [Int64.random(in: .min ... .max, using: &random), voice % 200]
            index.add(voice, anchors: anchors[voice] ?? [], sketch: 0)
        }
        for (voice, both) in anchors {
            #expect(index.candidates(anchors: [both[0]], sketch: 0) == [voice])
        }
        #expect(
            index.candidates(anchors: [7], sketch: 0)
                == stride(from: Int64(207), to: 9000, by: 600).map { $0 })
        #expect(index.candidates(anchors: [7], sketch: .max).isEmpty)
        #expect(index.candidates(anchors: anchors[300] ?? [], sketch: 0).first == 300)
        #expect(index.newest == 8997)
    }

    @Test("of a phrase that thousands of texts begin with, a bounded number is looked at")
    func popular() {
        var index = SketchIndex()
        for voice in Int64(1)...5000 { index.add(voice, anchors: [42, 1_000_000 + voice], sketch: 0) }
        #expect(index.candidates(anchors: [42], sketch: 0) == Array(1...32))
        #expect(index.candidates(anchors: [1_004_999], sketch: 0) == [4999])
    }

    @Test("one to two generations of voices are known; older ones and those before a gap are forgotten")
    func generations() {
        var index = SketchIndex(capacity: 100)
        for voice in Int64(0)..<250 { index.add(voice, anchors: [voice], sketch: 0) }
        #expect(index.oldest == 100)
        #expect(index.candidates(anchors: [99], sketch: 0).isEmpty)
        #expect(index.candidates(anchors: [100], sketch: 0) == [100])
        #expect(index.candidates(anchors: [249], sketch: 0) == [249])
        index.add(1000, anchors: [1000], sketch: 0)
        #expect(index.oldest == 1000)
        #expect(index.candidates(anchors: [249], sketch: 0).isEmpty)
    }
}
