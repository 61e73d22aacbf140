import Earshot
import Testing

@Suite("Series that no list has")
struct StrangeSeriesTests {
    private func understood(_ text: String) throws -> Understood {
        try RoutingFixture.router().understand(
            text, in: DialogueContext(role: .manager, today: RoutingFixture.today))
    }

    @Test("are told, of one letter or two", arguments: ["X99", "GT99", "ET99"])
    func asked(name: String) throws {
        let understood = try understood("\(name)怎么样")
        #expect(understood.request.intent == .overview)
        #expect(understood.strangeNames == [name] && understood.isOfStrangers)
    }

    @Test("are told beside other strange names")
    func beside() throws {
        let names = try understood("L77和蒲公英的原话").strangeNames
        #expect(names.contains("L77") && names.contains("蒲公英"), "\(names)")
    }

    @Test(
        "are none where driving, petrol, rims, engines, quarters and motorways are written so",
        arguments: [
            "L2辅助驾驶怎么样", "L3智驾的原话", "加E10油耗怎么样", "R18轮毂异响多吗", "Q3油耗怎么样", "V6油耗怎么样", "G60油耗怎么样", "G318油耗怎么样",
        ])
    func others(text: String) throws {
        let names = try understood(text).strangeNames
        #expect(!names.contains { $0.contains { $0.isASCII } }, "\(names)")
    }
}
