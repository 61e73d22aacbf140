import EarshotTesting
import Foundation
import Store
import Testing
import Texts

@testable import Earshot
@testable import EarshotProgram

/// Some days of a site in which anything happens: voices come in, people act in the chat, the process dies and is started
/// again, and the clock jumps. All that is kept is in the site's two files.
struct WarningHistory {
    let folder: TemporaryFolder
    let clock = ManualClock()
    var random: SeededRandom
    var people: HistoryPeople
    private(set) var voices: HistoryVoices
    private(set) var bot: BotStore
    private(set) var file: VoiceStore
    /// What happened, for a failure's message.
    private(set) var log: [String] = []
    private var rounds: WarningRounds
    private var conversations: Conversations
    private var death: DyingRegister.Death
    private var collectedThrough = Fixtures.today - 1
    private var lookedAt: Timestamp?
    private var messages = 0

    static let watch = Watch(
        calendar: WorkCalendar(), regions: Fixtures.regions, stores: [Fixtures.westLakeStore])
    static let rules = WarningRules(
        quietHours: QuietHours(from: TimeOfDay("22:00")!, until: TimeOfDay("08:00")!))

    /// What the delivered configuration makes, read once.
    private struct Shipped {
        var safety: SafetyWords
        var router: Router
        var texts: PromptTexts
    }

    private static let shipped = Result {
        let installation = try Installation.read(DemoTests.config, needsSecrets: false)
        return Shipped(
            safety: try installation.safetyWords(), router: try installation.router(),
            texts: try installation.texts())
    }

    /// Voices of ordinary weeks, with which every history begins.
    private static let before = Task {
        let folder = try TemporaryFolder()
        let store = try VoiceStore(path: folder.file("voices.db"))
        var (random, voices) = (SeededRandom(seed: 20_261_121), HistoryVoices())
        for day in (Fixtures.today - HistoryVoices.daysBefore)...(Fixtures.today - 1) {
            _ = try await store.add(voices.ofDay(day, isQuiet: true, &random))
        }
        await store.close()
        return (folder: folder, voices: voices)
    }

    init(seed: UInt64) async throws {
        let before = try await WarningHistory.before.value
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: before.folder.file("voices.db"), toPath: folder.file("voices.db"))
        voices = before.voices
        random = SeededRandom(seed: seed)
        people = HistoryPeople(&random)
        let parts = try WarningHistory.start(folder, clock, people)
        (bot, file, rounds, conversations, death) = parts
        try await subscribe(Fixtures.westLakeDealer)
        // What is there is no news.
        try await rounds.lookForDangers()
        try await rounds.look()
    }

    private static func start(
        _ folder: TemporaryFolder, _ clock: ManualClock, _ people: HistoryPeople
    ) throws -> (BotStore, VoiceStore, WarningRounds, Conversations, DyingRegister.Death) {
        let shipped = try shipped.get()
        let bot = try BotStore(path: folder.file("bot.db"), digest: { $0 })
        let file = try VoiceStore(path: folder.file("voices.db"))
        let (directory, reach) = (people.directory, FixtureWays(unreachable: people.unreachable))
        let situation = WarningRounds.Situation(
            watch: watch, safety: shipped.safety, workCalendar: WorkCalendar(), audience: people.audience,
            directory: directory, rules: rules,
            post: NoticePost(texts: shipped.texts, figures: file, directory: directory), reach: reach)
        let death = DyingRegister.Death()
        let rounds = WarningRounds(
            complaints: RecentComplaints(of: file), arrivals: file,
            register: DyingRegister(store: bot, death: death), clock: clock, situation: { situation })
        let insight = Insight(figures: file)
        let warnings = WarningService(
            desk: bot, directory: directory, insight: insight, figures: file, texts: shipped.texts,
            reach: reach, rules: rules)
        let dialogue = try Dialogue(
            people: Dialogue.People(directory: directory, register: bot), router: shipped.router,
            texts: shipped.texts, services: [insight, warnings])
        return (
            bot, file, rounds, Conversations(register: bot, dialogue: { dialogue }, clock: clock), death
        )
    }

    /// Whether the last round looked at the voices as they are now.
    private(set) var hasJustLooked = false

    var today: Day { LocalCalendar.shanghai.day(of: clock.now) }

    func end() async {
        await bot.close()
        await file.close()
    }

    // MARK: What happens

    /// The process is gone, and another one is started on the same files, with the people as they are now.
    private mutating func restart() async throws {
        await end()
        (bot, file, rounds, conversations, death) = try WarningHistory.start(folder, clock, people)
        lookedAt = nil
    }

    /// Something at random, and then a round of the watch, as the service makes one every minute.
    ///
    /// - Returns: whether the round was made to its end.
    mutating func goOn() async throws -> Bool {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<4: jump()
        case 4..<8:
            clock.advance(by: .seconds(.random(in: 60...1800, using: &random)))
            try await act()
        case 8:
            if Bool.random(using: &random) { people.reload() }
            log.append("restart")
            try await restart()
        default:
            let danger = voices.danger(on: today - Int.random(in: 0...1, using: &random), &random)
            log.append("danger in \(danger.city?.name ?? "")")
            _ = try await file.add([danger])
        }
        try await collect()
        if Int.random(in: 0..<6, using: &random) == 0 {
            death.comes(afterHalves: .random(in: 0..<8, using: &random))
        }
        do {
            try await round()
            death.comes(afterHalves: nil)
            if !death.hasCome {
                voices.hear(on: today)
                return true
            }
        } catch is DyingRegister.Died {}
        log.append("killed")
        try await restart()
        return false
    }

    private mutating func round() async throws {
        let now = clock.now
        // Hourly, and after a clock that was set back.
        hasJustLooked = lookedAt.map { now < $0 || $0 + .seconds(3600) <= now } ?? true
        if hasJustLooked {
            try await rounds.look()
            lookedAt = now
        }
        try await rounds.lookForDangers()
        try await rounds.tell()
    }

    /// What a second round of telling at the same moment enqueues.
    func tellAgain() async throws -> [String] { try await rounds.tell().map(\.key) }

    private mutating func jump() {
        let seconds =
            switch Int.random(in: 0..<20, using: &random) {
            case 0: 86_400
            case 1: -3600
            case 2: -2 * 86_400
            case 3: Int.random(in: 0..<6, using: &random) == 0 ? 120 * 86_400 : 3 * 86_400
            case 4..<8: 9 * 3600
            default: Int.random(in: 1800...18_000, using: &random)
            }
        log.append("clock \(seconds)")
        clock.advance(by: .seconds(seconds))
    }

    /// The voices of the days that have begun; of a long time in which nothing was collected only the last days.
    private mutating func collect() async throws {
        var found: [UnderstoodVoice] = []
        if collectedThrough < today {
            for day in max(collectedThrough + 1, today - 5)...today {
                // On some days nothing comes in at all.
                guard Int.random(in: 0..<15, using: &random) > 0 else { continue }
                found += voices.ofDay(day, isQuiet: false, &random)
            }
            collectedThrough = today
        }
        if Int.random(in: 0..<5, using: &random) == 0 {
            found += voices.late(on: today - Int.random(in: 0...2, using: &random), &random)
        }
        if !found.isEmpty {
            log.append("\(found.count) voices through \(today)")
            _ = try await file.add(found)
        }
    }

    private mutating func act() async throws {
        let known = try await bot.warnings(active: false, limit: 12, regions: Fixtures.regions)
        guard let warning = known.randomElement(using: &random) else { return }
        let name = warning.name
        let person = HistoryPeople.acting.randomElement(using: &random)!
        let other = HistoryPeople.acting.randomElement(using: &random)!
        let texts =
            switch Int.random(in: 0..<9, using: &random) {
            case 0, 1: ["认领 \(name)"]
            case 2: ["\(name) 转给\(other.name)"]
            case 3: ["静默 \(name) \(Int.random(in: 1..<30, using: &random))小时"]
            case 4: ["取消静默 \(name)"]
            case 5: ["误报 \(name)"]
            case 6: ["撤销误报 \(name)"]
            case 7: ["通报 \(name)：请统一回复，我们正在核实。", "确认通报 \(name)"]
            default: ["\(name) 已解决"]
            }
        for text in texts { try await say(text, as: person) }
    }

    private mutating func say(_ text: String, as person: Person) async throws {
        messages += 1
        let reply = try await conversations.handle(
            InboundMessage(
                channel: "dingtalk/test", id: "m\(messages)", account: person.accounts.first,
                chat: "chat-\(person.id)", isGroup: false, content: .text(text)))
        log.append("\(person.id): \(text) -> \("\(reply.blocks)".prefix(60))")
    }

    /// A dealer wishes to be told of the own city.
    private func subscribe(_ dealer: Person) async throws {
        let wish = WarningSubscription(
            person: dealer.id, place: .city(try #require(dealer.dealer?.city)), since: clock.now)
        let conversation = ConversationKey(account: dealer.accounts[0], chat: "chat-\(dealer.id)")
        _ = try await bot.commit(
            Turn(
                message: MessageKey(channel: "dingtalk/test", id: "wish"), conversation: conversation,
                state: DialogueState(updatedAt: clock.now), reply: Reply([.text("好")]),
                effects: [.subscribe(wish)], at: clock.now))
    }
}

extension HistoryPeople {
    var audience: WarningAudience {
        WarningAudience(
            ChainOfCommand(directory: directory, headquarters: []),
            administrators: [Fixtures.administrator])
    }
}
