import Crypto
import Testing

@Suite("Padding")
struct PaddingTests {
    @Test("a text that ends on a block boundary gets a whole block")
    func wholeBlock() throws {
        var text = [UInt8](repeating: 1, count: 32)
        Padding.to32.pad(&text)
        #expect(text.suffix(32) == [UInt8](repeating: 32, count: 32)[...])
        try Padding.to32.unpad(&text)
        #expect(text == [UInt8](repeating: 1, count: 32))
    }

    @Test("only one of all 65,536 endings of a block with one or two bytes of padding is taken for it")
    func everyEnding() throws {
        for last in UInt8.min...UInt8.max {
            for before in UInt8.min...UInt8.max {
                var text = [UInt8](repeating: 200, count: 14) + [before, last]
                let expected = last == 1 ? 15 : last == 2 && before == 2 ? 14 : nil
                let unpadded = (try? Padding.to16.unpad(&text)) == nil ? nil : text.count
                guard unpadded != expected else { continue }
                Issue.record("ending \(before) \(last) gave \(String(describing: unpadded))")
            }
        }
    }

    @Test("padding of 0, of more than a block, and padding whose bytes disagree are refused")
    func wrongPadding() {
        var wrong: [[UInt8]] = []
        wrong.append([UInt8](repeating: 0, count: 32))
        wrong.append([UInt8](repeating: 33, count: 64))
        wrong.append([UInt8](repeating: 255, count: 256))
        wrong.append([9] + [UInt8](repeating: 32, count: 31))
        wrong.append([UInt8](repeating: 4, count: 28) + [4, 4, 5, 4])
        wrong.append([UInt8](repeating: 16, count: 16))
        wrong.append([])
        for var text in wrong {
            #expect(throws: CryptoError.self, "\(text)") { try Padding.to32.unpad(&text) }
        }
    }
}
