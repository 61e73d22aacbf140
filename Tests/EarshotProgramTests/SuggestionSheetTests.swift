import Earshot
import EarshotTesting
import Testing

@testable import EarshotProgram

@Suite("A suggestion in the export")
struct SuggestionSheetTests {
    @Test(
        "a suggestion of a store's people stands with the region of the city, one of a manager with the own")
    func region() {
        let city = Suggestion.Backer(
            person: "wangfang", dealer: "HZ001", city: "杭州", region: nil, at: Fixtures.now)
        let manager = Suggestion.Backer(
            person: "liqiang", dealer: nil, city: nil, region: "华南", at: Fixtures.now)
        #expect(SuggestionSheet.region(of: city, among: Fixtures.regions) == "华东")
        #expect(SuggestionSheet.region(of: manager, among: Fixtures.regions) == "华南")
    }

    @Test("counts say whether they are all there are")
    func atLeast() {
        for (isAtLeast, words) in [(true, "yes"), (false, "no")] {
            let evidence = Evidence(
                day: Fixtures.today, city: nil, nation: Evidence.Span(month: 5, quarter: 9), voices: [],
                isAtLeast: isAtLeast)
            #expect(SuggestionSheet.isAtLeast(evidence) == words)
        }
        #expect(SuggestionSheet.isAtLeast(nil) == "")
    }
}
