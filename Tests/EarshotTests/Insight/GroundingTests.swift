import EarshotTesting
import Testing

@testable import Earshot

@Suite("Sentences about data are held against the data")
struct GroundingTests {
    private static let data = [
        "杭州 · 近7天客户之声 11/14–11/20", "声量 1,284(较前7天 +18%)", "净好评 62%(全国 66%)", "最受认可 空间 97 · 外观 88",
        "抱怨最多 油耗 76(▲120%) · 售后等待 41", "竞品动向 星驰X5 好评 -7%,主要夸「续航」", "门店净好评 -58%,领先 4 个百分点,去年的 3 倍",
        "累计声音 12.5 万",
    ]
    private static let customers = ["高速油耗太高,跑长途心疼,一箱油只跑四百公里,净好评99%"]
    private let grounding = Grounding(in: GroundingTests.data, quotes: GroundingTests.customers)

    @Test(
        "what stands in the data may be said of what it stands beside, in whatever numerals",
        arguments: [
            "近7天声量为1284条。", "近七天声量一千二百八十四条!", "声量1,284条,较前7天增长18%。", "声量１２８４条,上升了百分之十八。",
            "净好评62％,全国净好评为六十六%。", "净好评百分之62。", "抱怨最多的是油耗,76条,增长120%。", "抱怨最多的油耗有七十六条。", "最受认可的是空间97条和外观八十八条。",
            "竞品星驰X5的好评下降了7%。", "竞品星驰x5好评-7%。", "竞品星驰Ｘ5好评回落7%。", "有车主说「高速油耗太高,跑长途心疼」。", "有人说“跑长途心疼”。",
            "有人说\"高速油耗太高\"。", "有人说「一箱油只跑四百公里」。", "竞品主要被夸『续航』。", "11月14日至11月20日有人抱怨油耗。", "门店净好评为-58%,领先4个百分点。",
            "门店净好评是去年的三倍。", "累计声音125000条,即12.5万条,十二万五千条。", "大家一致认为空间很好,进一步看,一般没有别的抱怨。", "客户普遍认可空间与外观。",
        ])
    func mayBeSaid(_ sentence: String) {
        #expect(grounding.verdict(on: sentence) == .grounded)
    }

    @Test(
        "a number that the data does not have, or has otherwise, is not said",
        arguments: [
            "近7天共有1285条声音。", "近7天共有1200条声音。", "声量12,84条。", "净好评62。", "净好评62个百分点。", "声量1284%。", "声量下降18%。",
            "声量较前7天减少了18%。", "油耗抱怨-120%。", "好评增长7%。", "竞品好评7%。", "门店净好评58%。", "油耗抱怨下降120%。", "净好评上升62%。",
            "净好评六成。", "净好评百分之六。", "三成客户抱怨。", "去年的4倍。", "近八天。", "排名第一。", "第2位。", "1.284条", "0.76", "7.6",
            "一万二千八百四十条。", "二〇二六年。", "76亿。", "99999999999999999999999条。", "9999999999亿条。", "抱怨41.5条。", "一点五倍。",
            "净好评99%。", "一箱油只跑四百公里。",
        ])
    func foreignNumber(_ sentence: String) {
        #expect(grounding.verdict(on: sentence) != .grounded, "\(StatedNumbers(in: sentence))")
    }

    @Test(
        "a number that the data has of something else is not said",
        arguments: [
            "最受认可的是空间76条。", "抱怨最多的是空间,97条。", "空间抱怨97条。", "空间76条,油耗97条。", "抱怨最多的是售后等待,76条。", "抱怨最多的是油耗,41条。",
            "声量62条。", "净好评66%。", "全国净好评62%。", "声量7条。", "抱怨最多的油耗有11条。", "抱怨最多的油耗有14条。", "共76条。", "76。",
            "油耗增长18%。", "声量增长120%。", "抱怨最多的是售后等待,增长120%。", "全国声量1284条里领先4个百分点。",
        ])
    func ofSomethingElse(_ sentence: String) {
        #expect(grounding.verdict(on: sentence) == .number)
    }

    @Test(
        "quantities that nobody can look up are not said",
        arguments: [
            "十几位车主抱怨。", "近百条。", "数百条声音。", "76多条。", "七十余条。", "过半客户满意。", "大半客户满意。", "一半的人满意。", "抱怨翻番。",
            "几个客户。", "三四个客户。", "①油耗高。", "½的客户。", "壹佰条。", "Ⅳ级。", "٧٦条。", "上千条。", "若干客户。", "问题之一。", "十分之一。",
            "一万二。", "一千三。",
        ])
    func vagueQuantity(_ sentence: String) {
        #expect(grounding.verdict(on: sentence) != .grounded, "\(StatedNumbers(in: sentence))")
    }

    @Test(
        "words that nobody said are not quoted, and no mark is left open",
        arguments: [
            "有人说「油耗太高了吧」。", "有人说“这车真烂”。", "有人说\"这车真烂\"。", "有人说「」。", "有人说「高速油耗太高。", "有人说高速油耗太高」。",
            "有人说『高速油耗太高”。", "有人说‘油耗低’。", "有人说\"高速油耗太高。", "有人说＂油耗低＂。", "「续航」和「刹车失灵」都被提到。",
        ])
    func foreignQuote(_ sentence: String) {
        #expect(grounding.verdict(on: sentence) == .quote)
    }

    @Test(
        "names and addresses in Latin letters that the data does not have are not said",
        arguments: ["比L7更好。", "请看http://evil.example。", "Hello.", "X6好评。", "加VX联系。", "twelve条。", "<b>油耗</b>"])
    func foreignName(_ sentence: String) {
        #expect(grounding.verdict(on: sentence) == .name)
    }

    @Test("only the sentence that fails is dropped, and with nothing left there is nothing")
    func onlyThose() {
        #expect(
            grounding.grounded("近7天声量1284条。其中九成满意!抱怨最多的是油耗。\n有人说「太贵了。不买」;空间受认可")
                == ["近7天声量1284条。", "抱怨最多的是油耗。", "空间受认可"])
        #expect(grounding.grounded("共1300条。") == [])
        #expect(grounding.grounded(" \n。 ") == [])
    }

    @Test("a sentence does not end within a quote")
    func quotedStops() {
        #expect(
            Grounding.sentences(of: "他说「好。真好!」是真的。第二句") == ["他说「好。真好!」是真的。", "第二句"])
    }

    @Test(
        "any number that the data states may be repeated, and no other one of the same length",
        arguments: [1, 2])
    func property(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let number = Int.random(in: 0...99_999, using: &random)
            let other = Int.random(in: 0...99_999, using: &random)
            let grounding = Grounding(in: ["油耗 \(number) 条"])
            #expect(grounding.verdict(on: "油耗共\(number)条。") == .grounded)
            #expect(
                grounding.verdict(on: "油耗共\(chinese(number))条。") == .grounded, "\(number) \(chinese(number))")
            guard other != number else { continue }
            #expect(grounding.verdict(on: "油耗共\(other)条。") == .number)
            #expect(grounding.verdict(on: "油耗共\(chinese(other))条。") == .number)
        }
    }

    @Test(
        "a rise is not told as a fall, nor as less or more than it is, in whatever words",
        arguments: [
            "声量较前7天暴跌18%。", "声量较前7天骤降18%。", "声量降幅18%。", "声量降幅为18%。", "声量跌了18%。", "声量下降近18%。",
            "声量下降超18%。", "声量下降超过18%。", "声量下降到18%。", "声量下降幅度达到18%。", "声量缩水18%。", "声量少了18%。",
            "声量比前7天低18%。", "声量下降了约18%。", "声量减18%。", "声量跌幅+18%。", "声量变化18%。", "声量增长不到18%。",
            "声量增长超过18%。", "声量增长不足18%。", "声量滑落18%。", "门店净好评落后4个百分点。", "门店净好评跌至62%。", "门店净好评降到62%。",
            "竞品星驰X5的好评涨了7%。", "竞品星驰X5的好评增幅7%。", "净好评跌至62%。", "声量至少1284条。", "声量超1284条。",
            "声量低于1284条。",
        ])
    func otherDirection(_ sentence: String) {
        #expect(grounding.verdict(on: sentence) != .grounded, "\(StatedNumbers(in: sentence))")
    }

    @Test(
        "the data's own direction may be told in whatever words",
        arguments: [
            "声量较前7天涨了18%。", "声量增幅18%。", "声量涨幅达到18%。", "声量上升了约18%。", "声量攀升18%。", "竞品星驰X5的好评跌7%。",
            "竞品星驰X5的好评降幅为7%。", "竞品星驰X5的好评减少了7%。", "油耗抱怨激增120%。", "门店净好评领先4个百分点。",
        ])
    func sameDirection(_ sentence: String) {
        #expect(grounding.verdict(on: sentence) == .grounded, "\(StatedNumbers(in: sentence))")
    }

    @Test(
        "a day of a month, a month, a year and a length of time do not stand in for each other",
        arguments: [
            "油耗抱怨已持续14天。", "油耗抱怨已连续7周。", "油耗抱怨持续14个月。", "油耗抱怨持续11年。", "油耗抱怨持续20天。",
            "抱怨最多的油耗持续76小时。", "近11天。", "近7周。", "近7年。", "7月有人抱怨油耗。", "7日有人抱怨油耗。", "14月。",
            "11日有人抱怨油耗。", "11/7有人抱怨油耗。", "14/11有人抱怨油耗。", "近20个月。", "油耗抱怨已连续7天。", "油耗抱怨持续了7天。",
        ])
    func otherTime(_ sentence: String) {
        #expect(grounding.verdict(on: sentence) != .grounded, "\(StatedNumbers(in: sentence))")
    }

    @Test("a time may be told as it stands, in whatever form of writing it")
    func sameTime() {
        let data = [
            "杭州 · 近7天客户之声 11/14–11/20", "数据从 2026-07-29 开始。", "最长可以看 366 天。",
            "宁波 · 7–8月客户之声 2025/12/30–2026/01/02", "温州 · 第3季度客户之声",
        ]
        let grounding = Grounding(in: data)
        for sentence in [
            "11/14–11/20有人抱怨。", "11/14-11/20有人抱怨。", "11月14日至20日有人抱怨。", "11月14–20日有人抱怨。", "11月14号起。",
            "近七天。", "过去7天。", "2026年7月29日起。", "2026-07-29起。", "2026/07/29起。", "7–8月。", "7月和8月。",
            "2025年12月30日到2026年1月2日。", "第三季度。", "最长366天。", "近7日。",
        ] {
            #expect(
                grounding.verdict(on: sentence) == .grounded, "\(sentence) \(StatedNumbers(in: sentence))")
        }
    }

    @Test(
        "a row of numerals that is no number, or larger than any that is counted, is vague",
        arguments: [
            "一亿一亿", "一亿一亿一亿", "一万一亿", "一万一万", "九九九九九九九九九九九九九九九", "九九九九九九九九九九九九九九九九", "一一一一一一一一一一一一一一一一",
            "九九九亿九九九亿", "一二三四五六七八九一二三四五六七八九", "九二二三三七二〇三六八五四七七点九", "九千九百九十九亿亿亿",
        ])
    func noNumber(_ row: String) {
        let stated = StatedNumbers(in: row)
        #expect(stated.isVague && stated.numbers.isEmpty, "\(stated)")
        #expect(grounding.verdict(on: "声量\(row)条。") == .vague)
    }

    @Test("factors of ten thousand fall, and each belongs to what stands before it")
    func largeFactors() {
        let values = ["一亿二千万", "十二亿三千四百万五千六百", "三十万"].map { StatedNumbers(in: $0).numbers.map(\.value) }
        #expect(values == [[1_200_000_000_000], [12_340_056_000_000], [3_000_000_000]])
    }

    @Test("no row of numerals, however long, ends the process or is a number below zero", arguments: [1, 2])
    func anyRow(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let numerals = Array("零〇一二两三四五六七八九十百千万亿万亿点点3９.,成%倍年 ")
        for _ in 0..<10_000 {
            let row = String(
                (0..<Int.random(in: 1...24, using: &random)).map { _ in
                    numerals.randomElement(using: &random) ?? "一"
                })
            let stated = StatedNumbers(in: row)
            #expect(stated.numbers.allSatisfy { $0.value >= 0 }, "\(row)")
        }
    }

    /// A number in Chinese, the way it is read aloud.
    private func chinese(_ number: Int) -> String {
        let digits = Array("零一二三四五六七八九"), units = ["", "十", "百", "千"]
        guard number >= 10 else { return String(digits[number]) }
        guard number < 10_000 else {
            let (high, low) = number.quotientAndRemainder(dividingBy: 10_000)
            let gap = low > 0 && low < 1000 ? "零" : ""
            // 一万二 is heard as 12000, so that 2 has a zero before it, which it has.
            return chinese(high) + "万" + (low == 0 ? "" : gap + section(low, within: true))
        }
        return section(number, within: false)

        func section(_ number: Int, within: Bool) -> String {
            var (text, gap) = ("", false)
            for place in stride(from: 3, through: 0, by: -1) {
                let digit = number / [1, 10, 100, 1000][place] % 10
                if digit == 0 {
                    gap = !text.isEmpty
                    continue
                }
                if gap { text += "零" }
                gap = false
                text += String(digits[digit]) + units[place]
            }
            return !within && text.hasPrefix("一十") ? String(text.dropFirst()) : text
        }
    }
}
