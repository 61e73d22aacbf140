import EarshotTesting
import Foundation
import Store
import Testing
import Texts

@testable import Earshot

/// A bot that hands over to people, with those in charge of two regions.
struct HandOverHouse: ConversationHouse {
    let folder: TemporaryFolder
    /// A Monday, 10:00 in Shanghai.
    let clock = ManualClock(HandOverHouse.monday)
    let bot: BotStore
    let conversations: Conversations
    let rounds: HandOverRounds
    let service: HandOverService

    static let monday = Fixtures.now + .seconds(2 * 86_400)
    static let dealer = Fixtures.westLakeDealer
    static let southDealer = WarningHouse.guangzhouDealer
    static let manager = Fixtures.eastManager
    static let southManager = WarningHouse.southManager
    static let headquarters = Fixtures.headquarters
    /// The head of 华东, who is told after its managers.
    static let head = Person(
        id: "gaofei", name: "高飞", role: .manager, regions: [Fixtures.eastChina], accounts: ["dingtalk:m9"],
        isHead: true)
    /// What a dealer asks a person.
    static let question = "客户要求七天内退车该怎么办"
    static let everybody = SuggestionHouse.everybody + [head]

    /// - Parameters:
    ///   - unreachable: the ids of those to whom no way leads.
    ///   - other: whose file is opened again, as after a restart.
    init(
        people: [Person] = everybody, unreachable: Set<String> = [], contact: String? = nil,
        reopening other: HandOverHouse? = nil
    ) async throws {
        folder = try other?.folder ?? TemporaryFolder()
        let bot = try BotStore(path: folder.file("bot.db"), digest: { "test:" + $0 })
        self.bot = bot
        let voices = try VoiceStore(path: folder.file("voices.db"))
        _ = try await voices.add(BotFixture.week)
        let directory = FixtureDirectory(people)
        let texts = try BotFixture.texts.get()
        let router = try BotFixture.router.get()
        let rules = HandOverRules(officeHours: OfficeHours())
        let post = HandOverPost(
            texts: texts, directory: directory,
            chain: ChainOfCommand(directory: directory, headquarters: []),
            reach: FixtureWays(unreachable: unreachable), rules: rules)
        let knowledge = KnowledgeService(
            desk: bot, directory: directory, words: router.knowledgeWords,
            lexicon: try KnowledgeHouse.lexicon())
        service = HandOverService(
            desk: bot, directory: directory, post: post, rules: rules, words: router.handOverWords,
            contact: contact, knowledge: knowledge)
        let suggestions = SuggestionService(desk: bot, directory: directory)
        let dialogue = try Dialogue(
            people: Dialogue.People(directory: directory, register: bot), router: router, texts: texts,
            services: [Insight(figures: RecentFigures(of: voices)), knowledge, suggestions, service],
            settings: Dialogue.Settings(contact: contact))
        conversations = Conversations(register: bot, dialogue: { dialogue }, clock: clock)
        let situation = HandOverRounds.Situation(post: post, rules: rules, contact: contact)
        rounds = HandOverRounds(register: bot, clock: clock, situation: { situation })
    }

    /// Where a dealer has asked for a person, and those in charge were told.
    static func asked() async throws -> HandOverHouse {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(question)")
        _ = try await house.told()
        return house
    }

    /// Where what a dealer asked was taken up by the manager, and everybody was told.
    static func takenUp() async throws -> HandOverHouse {
        let house = try await asked()
        _ = try await house.say("接手 H1", as: manager)
        _ = try await house.told()
        return house
    }

    /// What was enqueued since this was asked last, by the id of whom it is for.
    func told() async throws -> [String: String] {
        let consignments = try await bot.begin(
            on: "dingtalk/dealers", rules: ChannelRules(mostUnderWay: 1000), most: 1000,
            at: clock.now + .seconds(2 * 86_400)
        ).consignments
        return Dictionary(
            consignments.map { (String($0.recipient.dropFirst("person:".count)), $0.reply.lines) }
        ) { "\($0)\n\($1)" }
    }
}
