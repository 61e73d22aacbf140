import EarshotTesting
import Testing

@testable import Earshot

@Suite("Names of stores in a quote")
struct StoreNamesTests {
    private static let home = Fixtures.westLakeStore
    private static let riverside = Dealer(
        id: "HZ002", name: "杭州滨江店", city: Fixtures.hangzhou, aliases: ["滨江4S店", "Binjiang店"])
    private static let elsewhere = Dealer(
        id: "NB002", name: "宁波西湖店", city: Fixtures.ningbo, aliases: ["西湖店"])
    private static let stores = [home, riverside, elsewhere, Fixtures.ningboStore]
    private let names = StoreNames(of: stores)

    private func shown(_ text: String, except reader: Dealer? = home) -> String {
        names.hidden(in: text, except: reader).replacing("\u{FFFC}", with: "某门店")
    }

    @Test(
        "another store has no name, with or without its city, in any width and case",
        arguments: [
            ("滨江店等了三小时", "某门店等了三小时"), ("杭州滨江店不行", "某门店不行"), ("杭州市滨江店不行", "某门店不行"),
            ("在杭州滨江4S店和滨江４s店", "在某门店和某门店"), ("BINJIANG店加价", "某门店加价"), ("去了宁波鄞州店", "去了某门店"),
            ("鄞州店、滨江店", "某门店、某门店"), ("滨江", "滨江"),
        ])
    func hidden(text: String, expected: String) {
        #expect(shown(text) == expected)
    }

    @Test(
        "the own store keeps its name, also where another store's stands within it",
        arguments: ["杭州西湖店很好", "西湖店很好", "杭州市西湖店很好"])
    func own(text: String) {
        #expect(shown(text) == text)
    }

    @Test("somebody without a store reads no store's name")
    func nobodys() {
        #expect(shown("西湖店和滨江店", except: nil) == "某门店和某门店")
    }

    @Test("a text without a name is as it was, and one with a name is words of a template")
    func words() {
        #expect(StoreNames.words(of: names.hidden(in: "油耗高", except: nil)) == .text("油耗高"))
        guard case .phrase(let phrase, _) = StoreNames.words(of: names.hidden(in: "滨江店", except: nil)) else {
            Issue.record("no phrase")
            return
        }
        #expect(phrase == .quoted)
    }

    @Test("whatever stands around them, no name of another store is left", arguments: 1...40)
    func property(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let home = StoreNamesTests.home
        let others = ["杭州滨江店", "滨江店", "滨江4S店", "杭州滨江4S店", "Binjiang店", "宁波鄞州店", "鄞州店", "宁波西湖店"]
        let pieces =
            others + ["杭州西湖店", "等", "了", "杭州", "市", "店", "\n", "，", "4S店", "宁波", "🚗", "A", "\u{FFFC}"]
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 1...12, using: &random))
                .compactMap { _ in pieces.randomElement(using: &random) }.joined()
            let shown = names.hidden(in: text, except: home)
            for name in others where text.contains(name) {
                #expect(!shown.contains(name), "\(text) became \(shown)")
            }
            #expect(shown.unicodeScalars.count <= text.unicodeScalars.count)
            #expect(
                names.hidden(in: shown.replacing("\u{FFFC}", with: "某门店"), except: home)
                    .contains("\u{FFFC}") == false)
        }
    }
}
