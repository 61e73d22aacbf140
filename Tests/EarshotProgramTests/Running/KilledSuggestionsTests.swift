import Earshot
import Store
import Testing

@testable import EarshotProgram

@Suite("kill -9 among suggestions")
struct KilledSuggestionsTests {
    @Test(
        "of 60 people who file at once every acknowledged suggestion is kept once under its number, and so are the rest"
    )
    func filing() async throws {
        // None is asked whether it is another's.
        let crowd = KilledCrowd(60) { "建议:" + KilledCrowd.characters(of: $0) }
        let site = try crowd.site()
        let answers = try await crowd.survive(on: site)
        try await site.withStores { stores in
            var filter = SuggestionFilter()
            filter.includesParts = true
            let kept = try await stores.bot.suggestions(filter, within: .all, offset: 0, limit: 1000)
            #expect(kept.count == crowd.people.count)
            #expect(Set(kept.map(\.filer.person)).count == crowd.people.count)
            for suggestion in kept {
                let answer = answers[suggestion.filer.person] ?? ""
                #expect(answer.contains("已收到建议 \(suggestion.name)「"), "\(answer)")
                #expect(try await stores.bot.history(of: suggestion.number).map(\.kind) == [.filed])
            }
        }
    }
}
