import EarshotTesting
import Testing

@testable import Earshot

@Suite("How rivals are named and ordered")
struct RivalNamesTests {
    @Test(
        "a series is named so that it can be asked about",
        arguments: [
            ("比亚迪", "汉", "比亚迪汉"), ("马自达", "6", "马自达6"), ("云途", "云途L7", "云途L7"), ("标致", "508", "标致508"),
        ])
    func name(brand: String, series: String, name: String) throws {
        #expect(Rival(brand: brand, series: series).name == name)
        let catalogue = ProductCatalogue(brands: [.init(name: brand, series: [.init(name: series)])])
        #expect(catalogue.spokenNames.contains { $0.name == name && $0.product.series == series })
    }

    @Test("who is spoken of most comes first, and nobody is praised without praise")
    func order() async throws {
        func about(_ rival: Rival, _ count: Int, sentiment: Double) -> [UnderstoodVoice] {
            let voices: [UnderstoodVoice] = .several(
                count, "\(rival.name)的动力", city: Fixtures.hangzhou, ago: 1...7, sentiment: 0.8, "power")
            return voices.map { voice in
                var other = voice
                other.subject = .rival(rival)
                other.reading.sentiment = sentiment
                return other
            }
        }
        let bot = try await BotFixture(
            about(Rival(brand: "云途", series: "云途L7"), 3, sentiment: 0.8)
                + about(Rival(brand: "远岚", series: "远岚M6"), 9, sentiment: 0))
        let answer = try await bot.say("竞品动向")
        let lines = answer.split(separator: "\n").filter { $0.contains("声量") }
        #expect(lines.map { $0.prefix(4) } == ["远岚M6", "云途L7"], "\(answer)")
        #expect(lines.first?.contains("主要夸") == false, "\(answer)")
        let praised = try await bot.say("哪个竞品好评最多").split(separator: "\n").filter { $0.contains("声量") }
        #expect(praised.first?.hasPrefix("云途L7") == true, "\(praised)")
    }
}
