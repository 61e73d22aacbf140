import EarshotTesting
import Foundation
import Store
import Testing
import Texts

@testable import Earshot

/// A bot that knows of warnings, with people of two regions.
struct WarningHouse {
    let folder: TemporaryFolder
    let clock = ManualClock()
    let bot: BotStore
    let voices: VoiceStore
    let scope: ScopeGuard
    let conversations: Conversations
    let people: [Person]
    let texts: PromptTexts

    static let manager = Fixtures.eastManager
    static let head = Person(
        id: "head", name: "林枫", role: .manager, regions: [Fixtures.eastChina], accounts: ["dingtalk:h2"],
        isHead: true)
    static let southManager = Person(
        id: "zhoutao", name: "周涛", role: .manager, regions: [Fixtures.southChina], accounts: ["dingtalk:m2"])
    /// Two of one name.
    static let namesakes = ["1", "2"].map { number in
        Person(
            id: "zhangwei\(number)", name: "张伟", role: .manager, regions: [Fixtures.eastChina],
            accounts: ["dingtalk:z\(number)"])
    }
    static let guangzhouStore = Dealer(id: "GZ001", name: "广州天河店", city: Fixtures.guangzhou)
    static let guangzhouDealer = Person(
        id: "hejun", name: "何军", role: .dealer, dealer: guangzhouStore, accounts: ["dingtalk:d3"])
    /// Of a store in 杭州, without any account.
    static let unreached = Person(
        id: "sunli", name: "孙丽", role: .dealer,
        dealer: Dealer(id: "HZ002", name: "杭州滨江店", city: Fixtures.hangzhou))
    static let everybody =
        [
            Fixtures.westLakeDealer, Fixtures.ningboDealer, guangzhouDealer, unreached, manager, head,
            southManager, Fixtures.headquarters, Fixtures.administrator,
        ] + namesakes

    static let quietHours = QuietHours(from: TimeOfDay("22:00")!, until: TimeOfDay("08:00")!)

    init(
        people: [Person] = everybody, voices: [UnderstoodVoice] = BotFixture.week,
        unreachable: Set<String> = [], releasesAtOnce: Bool = false,
        knowledge: ((BotStore) throws -> [any AnsweringService])? = nil
    ) async throws {
        folder = try TemporaryFolder()
        bot = try BotStore(path: folder.file("bot.db"), digest: { "test:" + $0 })
        self.voices = try VoiceStore(path: folder.file("voices.db"))
        _ = try await self.voices.add(voices)
        let directory = FixtureDirectory(people)
        let texts = try BotFixture.texts.get()
        self.texts = texts
        let scope = ScopeGuard(self.voices)
        let insight = Insight(figures: scope)
        let rules = WarningRules(quietHours: WarningHouse.quietHours, releasesAtOnce: releasesAtOnce)
        let warnings = WarningService(
            desk: bot, directory: directory, insight: insight, figures: scope, texts: texts,
            reach: FixtureWays(unreachable: unreachable), rules: rules)
        let subscriptions = SubscriptionService(
            desk: bot, warnings: bot, directory: directory,
            chain: ChainOfCommand(directory: directory, headquarters: []), rules: rules,
            office: ReportOffice(
                desk: bot,
                composer: ReportComposer(
                    insight: insight, texts: texts, directory: directory, calendar: .shanghai),
                newsroom: ReportNewsroom(
                    warnings: bot, suggestions: bot, directory: directory, texts: texts, rules: rules),
                directory: directory, calendar: .shanghai, workdays: WorkCalendar(),
                quietHours: WarningHouse.quietHours, words: ReportWords(texts)))
        let dialogue = try Dialogue(
            people: Dialogue.People(directory: directory, register: bot), router: BotFixture.router.get(),
            texts: texts, services: [insight, warnings, subscriptions] + (try knowledge?(bot) ?? []))
        conversations = Conversations(register: bot, dialogue: { dialogue }, clock: clock)
        self.scope = scope
        self.people = people
    }

    static func complaints(_ place: WatchedPlace, _ aspect: String? = "fuel") -> WarningSubject {
        .complaints(WatchedMatter(place, aspect.flatMap { Aspect($0) }))
    }

    static let fuel = complaints(.city(Fixtures.hangzhou))

    /// Opens a warning; A12 of fuel consumption in 杭州 where nothing else is said.
    @discardableResult
    func open(
        _ subject: WarningSubject = fuel, number: Int64 = 12, parts: [WarningSubject] = [],
        days: ClosedRange<Day> = (Fixtures.today - 1)...(Fixtures.today - 1), observed: Int = 19,
        expected: Double = 4, returnPeriod: Double = 3287
    ) async throws -> Warning {
        let figures = WarningFigures(
            days: days, observed: observed, expected: expected, returnPeriod: returnPeriod)
        var warning = Warning(
            number: number, subject, figures, severity: Severity(of: figures), at: clock.now)
        warning.parts = parts
        var changes = WarningBook.Changes()
        changes.steps = [warning.changed(.opened, at: clock.now)]
        changes.warnings = [(warning, nil)]
        try await bot.keep(changes, at: clock.now)
        return warning
    }

    /// Has a round of the watch change a warning.
    func change(_ number: Int64 = 12, _ change: (inout Warning) -> [WarningStep]) async throws {
        var warning = try #require(try await stored(number))
        var changes = WarningBook.Changes()
        let before = warning.version
        changes.steps = change(&warning)
        changes.warnings = [(warning, before)]
        try await bot.keep(changes, at: clock.now)
    }

    func stored(_ number: Int64 = 12) async throws -> Warning? {
        try await bot.warning(number, regions: Fixtures.regions)
    }

    /// Says something and gives the answer as lines of text.
    func say(
        _ text: String, as person: Person = manager, id: String = UUID().uuidString, inGroup: Bool = false
    ) async throws -> String {
        try await reply(text, as: person, id: id, inGroup: inGroup).lines
    }

    func reply(
        _ text: String, as person: Person = manager, id: String = UUID().uuidString, inGroup: Bool = false
    ) async throws -> Reply {
        try await ScopeGuard.$asker.withValue(person) {
            try await conversations.handle(
                InboundMessage(
                    channel: "dingtalk/test", id: id, account: person.accounts.first,
                    chat: inGroup ? "group" : "chat-\(person.id)", isGroup: inGroup, content: .text(text)))
        }
    }

    /// What is in the outbox, oldest first.
    func deliveries() async throws -> [DeliverySummary] {
        try await bot.deliveries(in: Set(DeliveryState.allCases), on: nil, limit: 1000).reversed()
    }

    /// The recipients of lines to take, in order.
    func told() async throws -> [String] {
        try await deliveries().filter { $0.key.contains("/guidance/") }.map(\.recipient)
    }

    func decide(
        _ notice: Notice, _ person: Person, _ verdict: NoticeDecision.Verdict, insteadOf: [String] = [],
        number: Int64 = 12
    ) async throws {
        let warning = try #require(try await stored(number))
        try await bot.keep(
            [
                NoticeDecision(
                    warning: number, notice: notice, person: person.id, insteadOf: insteadOf,
                    verdict: verdict, at: clock.now)
            ], of: [warning], [], at: clock.now)
    }
}
