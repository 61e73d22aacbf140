import EarshotTesting
import Foundation
import Store
import Testing
import Texts

@testable import Earshot

/// A bot that knows lines to take, with people of two regions.
struct KnowledgeHouse: ConversationHouse {
    let folder: TemporaryFolder
    let clock = ManualClock()
    let bot: BotStore
    let conversations: Conversations

    static let dealer = Fixtures.westLakeDealer
    static let southDealer = WarningHouse.guangzhouDealer
    static let manager = Fixtures.eastManager
    static let headquarters = Fixtures.headquarters
    static let second = SuggestionHouse.second

    init() async throws {
        folder = try TemporaryFolder()
        let bot = try BotStore(path: folder.file("bot.db"), digest: { "test:" + $0 })
        self.bot = bot
        let voices = try VoiceStore(path: folder.file("voices.db"))
        _ = try await voices.add(BotFixture.week)
        let directory = FixtureDirectory(SuggestionHouse.everybody)
        let router = try BotFixture.router.get()
        let knowledge = KnowledgeService(
            desk: bot, directory: directory, words: router.knowledgeWords, lexicon: try Self.lexicon())
        let dialogue = try Dialogue(
            people: Dialogue.People(directory: directory, register: bot), router: router,
            texts: try BotFixture.texts.get(),
            services: [Insight(figures: RecentFigures(of: voices)), knowledge])
        conversations = Conversations(register: bot, dialogue: { dialogue }, clock: clock)
    }

    static func lexicon() throws -> KnowledgeLexicon {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        let path = "\(BotFixture.project)/bot-config/lexicon/knowledge.json5"
        return KnowledgeLexicon(
            try decoder.decode(KnowledgePart.self, from: Data(contentsOf: URL(filePath: path))))
    }

    /// Files an entry as headquarters do.
    func file(_ fields: String) async throws {
        let draft = try await say("新增口径 \(fields)", as: Self.headquarters)
        #expect(draft.contains("确认之前不会保存"))
        let done = try await say("1", as: Self.headquarters)
        #expect(done.contains("已保存") || done.contains("已更新"))
    }

    func all() async throws -> [KnowledgeEntry] {
        try await bot.entries(
            KnowledgeFilter(includesRetired: true), within: .all, offset: 0, limit: 100)
    }
}
