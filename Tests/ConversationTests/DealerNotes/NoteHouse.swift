import EarshotTesting
import Foundation
import Store
import Testing
import Texts

@testable import Earshot

/// A bot that takes what dealers record, over two weeks of voices, with two stores in one city.
final class NoteHouse: ConversationHouse {
    let folder: TemporaryFolder
    let clock: ManualClock
    let bot: BotStore
    let voices: VoiceStore
    let conversations: Conversations
    let rounds: DealerNoteRounds

    static let dealer = Fixtures.westLakeDealer
    static let neighbour = Person(
        id: "chenjie", name: "陈杰", role: .dealer,
        dealer: Dealer(id: "HZ002", name: "杭州滨江店", city: Fixtures.hangzhou), accounts: ["dingtalk:d9"])
    static let people = [
        dealer, neighbour, Fixtures.ningboDealer, Fixtures.eastManager, Fixtures.headquarters,
        WarningHouse.southManager,
    ]
    static let stores = people.compactMap(\.dealer)

    /// Knows of air conditioning, software and space, and no other.
    private static let comprehension = Result {
        let words = """
            {
                "targets": {"parts.air_conditioning": "空调", "software": "车机", "space": "空间"},
                "opinions": {"-1": "异味 卡 不制冷 不好", "1": "真大 真好"}, "adverts": "加微信"
            }
            """
        let part = try JSONDecoder().decode(LexiconPart.self, from: Data(words.utf8))
        let analyzer = try Analyzer(
            lexicon: Lexicon(files: [("words.json5", part)]), catalogue: BotFixture.products, dealers: stores,
            places: Gazetteer.china.spokenNames, decoys: Gazetteer.china.spokenDecoys)
        return Comprehension(analyzer: analyzer, catalogue: BotFixture.products, dealers: stores)
    }

    /// Reads a text by these words.
    static func read(_ text: String) -> Reading {
        (try? comprehension.get())?.analyzer.analyze(text) ?? Reading(sentiment: 0, opinions: [])
    }

    /// - Parameter other: whose files are opened again, as after a restart.
    init(reopening other: NoteHouse? = nil, filled: Bool = true) async throws {
        folder = try other?.folder ?? TemporaryFolder()
        clock = other?.clock ?? ManualClock()
        let bot = try BotStore(path: folder.file("bot.db"), digest: { "test:" + $0 })
        self.bot = bot
        let voices = try VoiceStore(path: folder.file("voices.db"))
        self.voices = voices
        if other == nil, filled { _ = try await voices.add(BotFixture.week) }
        let comprehension = try NoteHouse.comprehension.get()
        let directory = FixtureDirectory(NoteHouse.people)
        let figures = RecentFigures(of: voices)
        let dialogue = try Dialogue(
            people: Dialogue.People(directory: directory, register: bot), router: BotFixture.router.get(),
            texts: try BotFixture.texts.get(),
            services: [
                Insight(figures: figures, stores: NoteHouse.stores),
                DealerNoteService(
                    desk: bot, voices: voices, figures: figures, directory: directory,
                    read: { comprehension.analyzer.analyze($0) }),
            ])
        conversations = Conversations(register: bot, dialogue: { dialogue }, clock: clock)
        rounds = DealerNoteRounds(queue: bot, register: voices, voices: voices) { comprehension }
    }

    /// The notes among the voices that headquarters reads.
    func noted() async throws -> [NotedVoice] {
        let scope = Scope(of: Fixtures.headquarters, regions: Fixtures.regions)
        guard case .seen(let nation) = scope.nation() else { return [] }
        return try await voices.notes(
            NoteSelection(.notes(in: nation), during: Fixtures.today - 30...Fixtures.today + 30), limit: 1000)
    }
}
