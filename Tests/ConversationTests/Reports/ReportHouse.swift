import EarshotTesting
import Foundation
import Store
import Testing
import Texts

@testable import Earshot

/// A bot that sends reports, over two weeks of voices, on a Saturday.
final class ReportHouse: ConversationHouse {
    let folder: TemporaryFolder
    let clock: ManualClock
    let bot: BotStore
    let voices: VoiceStore
    let conversations: Conversations
    let office: ReportOffice
    let rounds: ReportRounds

    static let dealer = Fixtures.westLakeDealer
    static let quietHours = QuietHours(from: TimeOfDay(hour: 22), until: TimeOfDay(hour: 8))

    /// - Parameter other: whose files are opened again, as after a restart.
    init(
        people: [Person] = FixtureDirectory().people, workdays: WorkCalendar = WorkCalendar(),
        reopening other: ReportHouse? = nil
    ) async throws {
        folder = try other?.folder ?? TemporaryFolder()
        clock = other?.clock ?? ManualClock()
        let bot = try BotStore(path: folder.file("bot.db"), digest: { "test:" + $0 })
        self.bot = bot
        voices = try VoiceStore(path: folder.file("voices.db"))
        if other == nil { _ = try await voices.add(BotFixture.week) }
        let directory = FixtureDirectory(people)
        let router = try BotFixture.router.get()
        let texts = try BotFixture.texts.get()
        let insight = Insight(figures: voices, stores: [Fixtures.westLakeStore, Fixtures.ningboStore])
        let rules = WarningRules(quietHours: ReportHouse.quietHours, releasesAtOnce: true)
        let office = ReportOffice(
            desk: bot,
            composer: ReportComposer(
                insight: insight, texts: texts, directory: directory, calendar: .shanghai),
            newsroom: ReportNewsroom(
                warnings: bot, suggestions: bot, directory: directory, texts: texts, rules: rules,
                review: ReviewSources(
                    suggestions: bot, notes: voices, handOvers: bot, knowledge: bot, actions: bot)),
            directory: directory, calendar: .shanghai, workdays: workdays,
            quietHours: ReportHouse.quietHours, words: ReportWords(texts),
            answers: FailedAnswers(desk: bot, title: router.title(of:)))
        self.office = office
        let subscriptions = SubscriptionService(
            desk: bot, warnings: bot, directory: directory,
            chain: ChainOfCommand(directory: directory, headquarters: []), rules: rules, office: office)
        let dialogue = try Dialogue(
            people: Dialogue.People(directory: directory, register: bot), router: router,
            texts: texts,
            services: [
                insight, subscriptions,
                ActionService(
                    desk: bot,
                    situation: ActionRounds.Situation(
                        directory: directory, texts: texts, reach: WeComWays(),
                        quietHours: ReportHouse.quietHours, calendar: .shanghai)),
            ])
        conversations = Conversations(register: bot, dialogue: { dialogue }, clock: clock)
        rounds = ReportRounds(register: bot, clock: clock) {
            ReportRounds.Situation(office: office, reach: WeComWays())
        }
    }

    func subscriptions(of person: Person = dealer) async throws -> [ReportSubscription] {
        try await bot.reportSubscriptions(of: person.id, regions: Fixtures.regions)
    }
}
