import Earshot
import FoundationEssentials
import Testing

@Suite("Couriers and suppliers")
struct PartnerTests {
    @Test(
        "a courier is recognised by the names people use",
        arguments: [
            ("配件是顺丰发的,三天没到", "顺丰"), ("京东快递送来就是坏的", "京东物流"), ("中通快运的态度差", "中通快递"), ("ＥＭＳ太慢", "中国邮政"),
            ("途中通知我改时间", nil), ("在京东买的脚垫", nil), ("货拉拉师傅很客气", "货拉拉"),
        ] as [(String, String?)])
    func couriers(text: String, name: String?) throws {
        #expect(try UnderstandingFixture.read(text).courier == name)
    }

    @Test(
        "a supplier is recognised by the names people use",
        arguments: [
            ("电池是宁德时代的", "宁德时代"), ("bosch的刹车不错", "博世"), ("爱信8AT平顺", "爱信"), ("爱信不信", nil),
            ("高通过性", nil), ("轻松下单", nil), ("换了米其林,静音多了", "米其林"), ("今天合计花了三百", nil),
        ] as [(String, String?)])
    func suppliers(text: String, name: String?) throws {
        #expect(try UnderstandingFixture.read(text).supplier == name)
    }

    @Test("the first of several is given, and what is said beside them is read as before")
    func several() throws {
        let reading = try UnderstandingFixture.read("先是圆通弄丢,又换了德邦;宁德时代的电池续航太短了")
        #expect(reading.courier == "圆通")
        #expect(reading.supplier == "宁德时代")
        #expect(reading["charging"] == .negative)
    }

    @Test("a city inside a firm's name is no place")
    func places() throws {
        #expect(try UnderstandingFixture.read("宁德时代的电池").city == nil)
        #expect(try UnderstandingFixture.read("宁德市的店用宁德时代电池").city == "宁德")
    }

    @Test("a name that says nothing is an error with file and field")
    func broken() throws {
        let part = try UnderstandingFixture.json5(
            Data(#"{couriers: {"顺丰": "-- sf"}}"#.utf8), as: LexiconPart.self)
        let error = #expect(throws: LexiconError.self) { try Lexicon(files: [("partners.json5", part)]) }
        #expect(error?.field == "couriers.顺丰")
        #expect(error?.file == "partners.json5")
    }
}
