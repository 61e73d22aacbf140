import EarshotTesting
import Store
import Testing
import Texts

@testable import Earshot

/// A bot that takes note of agreed actions, with people of two regions.
struct ActionHouse: ConversationHouse {
    let folder: TemporaryFolder
    /// A Saturday, 10:00 in Shanghai: 11/21.
    let clock = ManualClock()
    let bot: BotStore
    let conversations: Conversations
    let rounds: ActionRounds

    static let dealer = Fixtures.westLakeDealer
    static let ningboDealer = Fixtures.ningboDealer
    static let southDealer = WarningHouse.guangzhouDealer
    static let manager = Fixtures.eastManager
    static let speaker = manager
    static let southManager = WarningHouse.southManager
    static let headquarters = Fixtures.headquarters
    /// Has the name of the dealer of 杭州.
    static let namesake = Person(
        id: "wangfang2", name: "王芳", role: .dealer, dealer: Fixtures.ningboStore, accounts: ["dingtalk:d9"])

    /// - Parameters:
    ///   - others: people beside the usual ones.
    ///   - other: whose file is opened again, as after a restart.
    ///   - unreachable: the identifiers of people whom nothing reaches.
    init(
        others: [Person] = [], reopening other: ActionHouse? = nil, unreachable: Set<String> = []
    ) throws {
        folder = try other?.folder ?? TemporaryFolder()
        let bot = try BotStore(path: folder.file("bot.db"), digest: { "test:" + $0 })
        self.bot = bot
        let voices = try VoiceStore(path: folder.file("voices.db"))
        let directory = FixtureDirectory(SuggestionHouse.everybody + others)
        let texts = try BotFixture.texts.get()
        let situation = ActionRounds.Situation(
            directory: directory, texts: texts, reach: FixtureWays(unreachable: unreachable),
            quietHours: ReportHouse.quietHours,
            calendar: .shanghai)
        let dialogue = try Dialogue(
            people: Dialogue.People(directory: directory, register: bot), router: BotFixture.router.get(),
            texts: texts,
            services: [
                Insight(figures: RecentFigures(of: voices)), ActionService(desk: bot, situation: situation),
                SuggestionService(desk: bot, directory: directory),
            ])
        conversations = Conversations(register: bot, dialogue: { dialogue }, clock: clock)
        rounds = ActionRounds(register: bot, clock: clock, situation: { situation })
        if let other {
            clock.advance(by: .milliseconds(other.clock.now.milliseconds - clock.now.milliseconds))
        }
    }

    /// What a round sends, by the id of whom it is for.
    func told() async throws -> [String: String] {
        Dictionary(
            try await rounds.tell().map {
                (String($0.recipient.dropFirst("person:".count)), $0.reply.lines)
            }
        ) { "\($0)\n\($1)" }
    }

    /// What was put into the outbox since this was asked last, by the id of whom it is for.
    func outbox() async throws -> [String: String] {
        try await bot.begin(
            on: "dingtalk/dealers", rules: ChannelRules(mostUnderWay: 1000), most: 1000,
            at: clock.now + .seconds(2 * 86_400)
        ).consignments.reduce(into: [:]) {
            $0[String($1.recipient.dropFirst("person:".count)), default: ""] += $1.reply.lines
        }
    }

    func stored(_ number: Int64 = 1) async throws -> AgreedAction? {
        try await bot.action(number, within: .all)
    }

    /// What the audit trail tells of actions, the oldest first.
    func trail() async throws -> [String] {
        var filter = AuditFilter()
        filter.action = "action.*"
        return try await bot.audit(filter, before: nil, limit: 100).reversed().map {
            "\($0.actor ?? "") \($0.action) \($0.object ?? "")"
        }
    }
}
