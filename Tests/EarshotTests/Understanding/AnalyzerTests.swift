import Earshot
import Testing

@Suite("Analyzer")
struct AnalyzerTests {
    @Test("an opinion names its aspect, target and words")
    func plainOpinion() throws {
        let text = "车买了三个月,油耗太高了,空间很大。"
        let reading = try UnderstandingFixture.read(text)
        #expect(reading["fuel"] == .negative)
        #expect(reading["space"] == .positive)
        let space = try #require(reading.opinions.first { $0.aspect.name == "space" })
        #expect(UnderstandingFixture.evidence(space, in: text).contains("空间"))
        #expect(space.target == "空间")
        #expect(space.lean > 0.3)
    }

    @Test("the city of the text is the only one it names")
    func city() throws {
        #expect(try UnderstandingFixture.read("杭州这边优惠多少").city == "杭州")
        #expect(try UnderstandingFixture.read("杭州和上海哪个便宜").city == nil)
        #expect(try UnderstandingFixture.read("长安的车和这个大同小异").city == nil)
    }

    @Test("a dealer is found by name and by alias")
    func dealer() throws {
        #expect(try UnderstandingFixture.read("去杭州西湖店保养,等了三个小时").dealer == "杭州西湖店")
        #expect(try UnderstandingFixture.read("西湖星驰4s店的态度很差").dealer == "杭州西湖店")
    }
}
