import Testing

@testable import Earshot

@Suite("Hashed n-grams")
struct TextGramsTests {
    private func normal(_ text: String) throws -> NormalText {
        let forms = try UnderstandingFixture.analyzer.get().glossary.forms
        var text = text
        return text.withUTF8 { bytes in
            NormalText(
                bytes, characters: String(decoding: bytes, as: UTF8.self).unicodeScalars.count, forms: forms)
        }
    }

    private func grams(_ text: String, most: Int = 1_024) throws -> TextGrams {
        TextGrams(try normal(text), most: most)
    }

    private func met(_ grams: ArraySlice<UInt32>) -> [UInt32] { grams.filter { $0 != TextGrams.none } }

    @Test(
        "Every n-gram of one to three characters within a clause has a bucket, the same for the same characters"
    )
    func grid() throws {
        // 油 耗 高, 油耗 耗高, 油耗高
        #expect(met(try grams("油耗高").buckets[...]).count == 6)
        // The mark belongs to its clause: 油 高, 油高, 高, 油高, and nothing begins in one clause and ends in the next.
        #expect(met(try grams("油耗,高").buckets[...]).count == 7)
        #expect(Set(met(try grams("aaaaaaaa").buckets[...])).count == 3)
        #expect(try grams("").buckets.isEmpty)
        #expect(try grams("油耗高").buckets == grams("油耗高").buckets)
    }

    @Test("The n-grams of a clause are those of the clause alone")
    func clause() throws {
        let text = try normal("空间大,油耗高。")
        let grams = TextGrams(text, most: 1_024)
        let clause = grams.buckets[grams.beginning(in: text.clauses[1])]
        #expect(Array(clause) == (try self.grams("油耗高。").buckets))
    }

    @Test("Within a span only those n-grams count that do not go beyond it", arguments: [0, 1, 2, 3, 5])
    func window(length: Int) throws {
        let grams = try grams("一二三四五六七八")
        var found: [UInt32] = []
        grams.within(1..<Int32(1 + length)) { found += met(grams.buckets[$0]) }
        let alone = try self.grams(String("二三四五六".prefix(length)))
        #expect(Set(found) == Set(met(alone.buckets[...])))
        #expect(found.count == met(alone.buckets[...]).count)
    }

    @Test("Of a long text so many symbols are read as were asked for, and spans beyond them hold nothing")
    func cut() throws {
        let grams = try grams("一二三四五六七八", most: 3)
        #expect(grams.buckets.count == 3 * TextGrams.longest)
        #expect(Set(met(grams.buckets[...])) == Set(met(try self.grams("一二三").buckets[...])))
        #expect(grams.beginning(in: 5..<8).isEmpty)
        grams.within(2..<8) { #expect($0.upperBound <= grams.buckets.count) }
    }
}
