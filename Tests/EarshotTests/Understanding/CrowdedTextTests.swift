import Testing

@testable import Earshot

@Suite("A text of nothing but targets and opinions")
struct CrowdedTextTests {
    @Test("is read in a bounded number of steps and says what it says")
    func crowded() throws {
        let analyzer = try UnderstandingFixture.make()
        let reading = analyzer.analyze(
            String(repeating: "油耗", count: 4000) + String(repeating: "棒", count: 8000))
        #expect(reading.opinions.map(\.aspect.name).contains("fuel"))
        #expect(reading.opinions.count < Aspect.all.count)
    }
}
