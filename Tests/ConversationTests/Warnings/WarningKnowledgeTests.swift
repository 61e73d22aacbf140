import EarshotTesting
import Store
import Testing
import Texts

@testable import Earshot

@Suite("Lines to take for warnings")
struct WarningKnowledgeTests {
    private func service(_ bot: BotStore) throws -> KnowledgeService {
        KnowledgeService(
            desk: bot, directory: FixtureDirectory(WarningHouse.everybody),
            words: try BotFixture.router.get().knowledgeWords, lexicon: KnowledgeLexicon(),
            aspects: {
                $0.contains("油耗") ? [Aspect("fuel")!] : $0.contains("售后") ? [Aspect("after_sales")!] : []
            })
    }

    private func entry(
        _ number: Int64, _ question: String, _ answer: String, _ place: Territory = .nation,
        until: Day? = nil
    ) -> KnowledgeChange {
        KnowledgeChange(
            filing: KnowledgeEntry(
                number: number,
                KnowledgeEntry.Content(
                    question: question, answer: answer, place: place, validUntil: until, approver: "赵敏"),
                filed: KnowledgeEntry.Mark(by: "zhaomin", at: Fixtures.now)))
    }

    @Test("the valid line of the warning's aspect is taken, that for the narrowest place before others")
    func best() async throws {
        let folder = try TemporaryFolder()
        let bot = try BotStore(path: folder.file("bot.db"), digest: { $0 })
        let service = try service(bot)
        func line(_ subject: WarningSubject, longest: Int = 500) async throws -> String? {
            try await service.line(
                about: subject, for: WarningHouse.manager, on: Fixtures.today, longest: longest
            )?.content.answer
        }
        #expect(try await line(WarningHouse.fuel) == nil)
        try await bot.keep([
            entry(1, "油耗高怎么解释", "全国的"), entry(2, "油耗高怎么解释", "杭州的", .city("杭州")),
            entry(3, "油耗高怎么解释", "广州的", .city("广州")),
            entry(4, "油耗虚标怎么办", "过期的", .city("杭州"), until: Fixtures.today - 1),
            entry(5, "售后等太久", "售后的"),
        ])
        #expect(try await line(WarningHouse.fuel) == "杭州的")
        #expect(try await line(WarningHouse.fuel, longest: 2) == nil)
        #expect(try await line(WarningHouse.complaints(.city(Fixtures.ningbo))) == "全国的")
        // A warning of a place that the line does not hold for as a whole.
        #expect(try await line(WarningHouse.complaints(.region(Fixtures.eastChina))) == "全国的")
        #expect(
            try await line(WarningHouse.complaints(.city(Fixtures.hangzhou), "after_sales.waiting")) == "售后的")
        #expect(try await line(WarningHouse.complaints(.city(Fixtures.hangzhou), nil)) == nil)
        #expect(
            try await line(
                .danger(.init(key: "brake", title: "油耗", place: .city(Fixtures.hangzhou)))) == nil)
    }
}
