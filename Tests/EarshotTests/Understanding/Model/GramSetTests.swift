import Testing

@testable import Earshot

@Suite("Hashed n-grams")
struct GramSetTests {
    private func grams(_ text: String, longest: Int = 3, kind: UInt64 = 0) -> [UInt32] {
        var set = GramSet()
        let symbols = text.unicodeScalars.map(\.value)
        set.clear(for: symbols.count * longest)
        set.insert(symbols[...], longest: longest, kind: kind, bits: 16)
        return Array(set.buckets)
    }

    @Test("Each n-gram of one to three characters counts once")
    func distinct() {
        // 油 耗 高, 油耗 耗高, 油耗高
        #expect(grams("油耗高").count == 6)
        // a, aa, aaa
        #expect(grams("aaaaaaaa").count == 3)
        #expect(grams("").isEmpty)
    }

    @Test("The same text gives the same buckets, another kind other ones")
    func kinds() {
        #expect(grams("油耗高") == grams("油耗高"))
        #expect(Set(grams("油耗高")).isDisjoint(with: grams("油耗高", kind: 7)))
    }

    @Test("A set used again holds nothing of the text before, however long the texts are")
    func reused() {
        var set = GramSet()
        for length in [3000, 2, 500] {
            let symbols = (0..<length).map { UInt32($0 + 0x4E00) }
            set.clear(for: length)
            set.insert(symbols[...], longest: 1, bits: 22)
            // Two of thousands may share a bucket of four million.
            #expect(abs(set.buckets.count - length) <= 5)
            #expect(Set(set.buckets).count == set.buckets.count)
        }
    }
}
