import EarshotTesting
import Foundation
import Store
import Testing
import Texts

@testable import Earshot

/// A bot that tells people what matters today, with everything there is to tell of.
final class BriefingHouse: ConversationHouse {
    static let dealer = NoteHouse.dealer
    let notes: NoteHouse
    let conversations: Conversations
    let rounds: ReportRounds
    var bot: BotStore { notes.bot }
    var clock: ManualClock { notes.clock }

    /// - Parameter other: whose files are opened again, as after a restart.
    init(reopening other: BriefingHouse? = nil, filled: Bool = true) async throws {
        let notes = try await NoteHouse(reopening: other?.notes, filled: filled)
        self.notes = notes
        let bot = notes.bot
        let directory = FixtureDirectory(NoteHouse.people)
        let texts = try BotFixture.texts.get()
        let figures = RecentFigures(of: notes.voices)
        let insight = Insight(figures: figures, stores: NoteHouse.stores)
        let quiet = QuietHours(from: TimeOfDay(hour: 22), until: TimeOfDay(hour: 8))
        let rules = WarningRules(quietHours: quiet)
        let office = ReportOffice(
            desk: bot,
            composer: ReportComposer(
                insight: insight, texts: texts, directory: directory, calendar: .shanghai),
            newsroom: ReportNewsroom(
                warnings: bot, suggestions: bot, directory: directory, texts: texts, rules: rules),
            directory: directory, calendar: .shanghai, workdays: WorkCalendar(), quietHours: quiet,
            words: ReportWords(texts))
        let dialogue = try Dialogue(
            people: Dialogue.People(directory: directory, register: bot), router: BotFixture.router.get(),
            texts: texts,
            services: [
                insight,
                WarningService(
                    desk: bot, directory: directory, insight: insight, figures: figures, texts: texts,
                    reach: WeComWays(), rules: rules),
                SuggestionService(desk: bot, directory: directory),
                SubscriptionService(
                    desk: bot, warnings: bot, directory: directory,
                    chain: ChainOfCommand(directory: directory, headquarters: []), rules: rules,
                    office: office),
                DealerNoteService(
                    desk: bot, voices: notes.voices, figures: figures, directory: directory,
                    read: { NoteHouse.read($0) }),
                BriefingService(
                    desk: bot,
                    sources: BriefingService.Sources(
                        warnings: bot, suggestions: bot, reports: bot, notes: bot, actions: bot),
                    insight: insight, directory: directory, rules: rules),
            ])
        conversations = Conversations(register: bot, dialogue: { dialogue }, clock: notes.clock)
        rounds = ReportRounds(register: bot, clock: notes.clock) {
            ReportRounds.Situation(office: office, reach: WeComWays())
        }
    }

    func open(as person: Person = NoteHouse.dealer) async throws -> String {
        try await send(.opened, as: person).lines
    }

    /// Opens a warning of fuel consumption in a city.
    func warn(_ number: Int64, of city: City = Fixtures.hangzhou, told words: String? = nil) async throws {
        let figures = WarningFigures(
            days: (Fixtures.today - 1)...(Fixtures.today - 1), observed: 19, expected: 4, returnPeriod: 3287)
        var warning = Warning(
            number: number, .complaints(WatchedMatter(.city(city), Aspect("fuel"))), figures,
            severity: .serious, at: clock.now)
        if let words {
            warning.guidance = Warning.Guidance(
                words: words, by: Fixtures.eastManager.id, at: clock.now, recipients: 1, cities: [city])
        }
        var changes = WarningBook.Changes()
        changes.steps = [warning.changed(.opened, at: clock.now)]
        changes.warnings = [(warning, nil)]
        try await bot.keep(changes, at: clock.now)
    }
}
