import EarshotTesting
import Testing

@testable import Earshot

@Suite("What a customer wrote, as nobody's")
struct NobodysTextTests {
    @Test(
        "the author's name and numbers of people are gone to their last digit",
        arguments: [
            ("我是爱车的小李,电话13812345678,油耗太高", "我是＊＊＊＊＊,电话***********,油耗太高"),
            ("浙A12345这车油耗高", "浙******这车油耗高"), ("爱车的小李说:油耗高 爱车的小李", "＊＊＊＊＊说:油耗高 ＊＊＊＊＊"),
            ("油耗8.5个,跑了3000公里", "油耗8.5个,跑了3000公里"),
        ])
    func hidden(_ text: String, _ expected: String) {
        #expect(NobodysText.of(text, by: "爱车的小李") == expected)
    }

    @Test(
        "a name of letters and digits is hidden as a whole word alone",
        arguments: [
            ("km", "跑了3000km,km说好", "跑了3000km,**说好"), ("tom", "atom tom tom2 我是tom啊", "atom *** tom2 我是***啊"),
            ("小三", "小三一直说,二小三", "＊＊一直说,二＊＊"),
        ])
    func wholeWords(_ author: String, _ text: String, _ expected: String) {
        #expect(NobodysText.of(text, by: author) == expected)
    }

    @Test(
        "a number with something unseen at any place within or beside it goes to its last digit",
        arguments: ["13800138000", "１３８００１３８０００"], ["\u{200B}", "\u{FEFF}", "\u{200D}\u{200B}"])
    func unseen(_ number: String, _ sign: String) {
        for (before, behind) in [("", ""), ("油耗高", "谢谢"), ("电话:", " "), ("🚗", "🚗"), ("京", "!")] {
            for place in 0...number.count {
                let start = number.index(number.startIndex, offsetBy: place)
                let text = before + number[..<start] + sign + number[start...] + behind
                let result = NobodysText.of(text, by: nil)
                #expect(
                    !result.unicodeScalars.contains { $0.properties.numericType == .decimal },
                    "\(place) in \(text)")
                #expect(result.utf8.count == text.utf8.count)
            }
        }
    }

    @Test("a name of one character, or none, hides nothing")
    func noName() {
        #expect(NobodysText.of("李先生说油耗高", by: "李") == "李先生说油耗高")
        #expect(NobodysText.of("李先生说油耗高", by: nil) == "李先生说油耗高")
    }

    @Test("of 3,000 texts each is as long as before, and none has the name or the number", arguments: 0..<3)
    func length(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let parts = [
            "油耗高", "é", "🚗", "13800138000", "１３８００１３８０００", "小李", "Tom", " ", "京N9K888", "\u{200B}",
            "wx_ab12cd",
        ]
        for _ in 0..<1000 {
            let author = ["小李", "Tom", "🚗🚗", "é高"].randomElement(using: &random) ?? ""
            let text = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
                parts.randomElement(using: &random) ?? ""
            }.joined()
            let result = NobodysText.of(text, by: author)
            #expect(result.utf8.count == text.utf8.count, "\(text)")
            // A name of letters is left within a longer word, of which it may be a part by chance.
            if author != "Tom" {
                #expect(!Array(result.utf8).contains(author), "\(text) by \(author): \(result)")
            }
            #expect(
                result.split { $0 != "8" && $0 != "1" && $0 != "3" && $0 != "0" }.allSatisfy {
                    $0 != "13800138000"
                }, "\(text): \(result)")
            #expect(NobodysText.of(result, by: author) == result, "\(text)")
        }
    }
}

extension [UInt8] {
    fileprivate func contains(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }
}
