import Testing

@testable import Earshot

@Suite("Excerpts of long texts")
struct ExcerptTests {
    @Test("a text that is short enough is whole and on one line")
    func short() {
        #expect(Excerpt.of(" 油耗高\n\n  空间大 ", around: nil, limit: 20) == "油耗高 空间大 ")
        #expect(Excerpt.of("油耗高", around: 0..<2, limit: 3) == "油耗高")
    }

    @Test("without words to keep it is the beginning")
    func beginning() {
        #expect(Excerpt.of("一二三四五六", around: nil, limit: 4) == "一二三四…")
    }

    @Test(
        "the words it is chosen for are inside, whatever stands around them",
        arguments: ["a", "油", "a\n", "  \n", "🚗", "é"], ["a", "耗", "\n\n", "👨‍👩‍👧"])
    func evidence(before: String, after: String) {
        for count in [0, 10, 79, 80, 81, 160, 500] {
            let lead = String(repeating: before, count: count)
            let text = lead + "高速油耗太高" + String(repeating: after, count: 400)
            let start = lead.unicodeScalars.count
            let excerpt = Excerpt.of(text, around: start..<(start + 6), limit: 160)
            #expect(excerpt.contains("高速油耗太高"), "\(count)")
            #expect(excerpt.count <= 162)
        }
    }

    @Test("of words longer than the excerpt their beginning is inside")
    func longEvidence() {
        let text = String(repeating: "前", count: 300) + "重点" + String(repeating: "后", count: 300)
        #expect(Excerpt.of(text, around: 300..<602, limit: 60).hasPrefix("…重点后"))
    }

    @Test("offsets beyond the text are passed over")
    func beyond() {
        #expect(Excerpt.of("一二三四五六", around: 90..<99, limit: 4) == "一二三四…")
    }
}
