import EarshotTesting
import Store
import Testing
import Texts

@testable import Earshot
@testable import EarshotProgram

@Suite("What the service does about suggestions in the background")
struct BackgroundSuggestionsTests {
    /// Finds other voices than were found at the filing.
    private struct NewVoices: EvidenceSearch {
        func evidence(for words: String, in city: City?, upTo day: Day) async throws -> Evidence? {
            Evidence(
                day: day, city: Evidence.Span(month: 12, quarter: 30),
                nation: Evidence.Span(month: 210, quarter: 500), voices: [41, 42])
        }

        func count(
            of words: String, in city: City?, during days: ClosedRange<Day>
        ) async throws -> MatterCount? {
            MatterCount(
                city: 3, nation: days.lowerBound < Fixtures.today ? 40 : 12, of: 9120, isAtLeast: false)
        }

        func voices(_ numbers: [Int64], seenFrom place: VisiblePlace) async throws -> [QuotableVoice] { [] }
    }

    private let folder: TemporaryFolder
    private let stores: Stores
    private let clock = ManualClock()
    private let filed = Evidence(
        day: Fixtures.today, city: nil, nation: Evidence.Span(month: 200, quarter: 490), voices: [7, 9])

    init() throws {
        folder = try TemporaryFolder()
        stores = try Stores(folder: folder.file("data"))
    }

    /// Files a suggestion with evidence of today, and does with it what headquarters does.
    private func file(_ number: Int64, _ actions: [SuggestionAction] = []) async throws {
        let now = clock.now
        var suggestion = Suggestion(
            number: number, "周末多排两个技师，第\(number)条",
            filer: Suggestion.Backer(Fixtures.westLakeDealer, at: now))
        suggestion.evidence = filed
        var effects = [Turn.Effect.fileSuggestion(SuggestionFiling(suggestion))]
        for action in actions {
            let before = suggestion.version
            let step = try suggestion.apply(action, by: Fixtures.headquarters.id, at: now)
            effects.append(
                .changeSuggestion(
                    SuggestionChange(suggestion, before: before, step), by: Fixtures.headquarters.id))
        }
        _ = try await stores.bot.commit(
            Turn(
                message: MessageKey(channel: "c", id: "\(number)"),
                conversation: ConversationKey(account: "dingtalk:h1", chat: "c"),
                state: DialogueState(updatedAt: now),
                reply: Reply(), effects: effects, at: now))
    }

    /// Lets the background go through all of its rounds at least once.
    ///
    /// - Returns: the channels that were woken.
    private func run() async throws -> Set<String> {
        let texts = try PromptTexts(folder: "\(SampleSite.project)/prompts/zh-CN")
        let (looks, look) = AsyncStream<Void>.makeStream()
        let (woken, waking) = AsyncStream<String>.makeStream()
        let background = BackgroundSuggestions(
            stores, clock: clock,
            situation: {
                look.yield()
                return SuggestionRounds.Situation(
                    directory: FixtureDirectory(), texts: texts, reach: FixtureWays(),
                    quietHours: QuietHours(from: TimeOfDay(hour: 0), until: TimeOfDay(hour: 0)),
                    calendar: .shanghai)
            }, evidence: { EvidenceRounds.Situation(search: NewVoices(), calendar: .shanghai) },
            wake: { waking.yield($0) }, pause: .zero)
        let work = Task { await background.run() }
        // Telling looks once a round, and so does reminding: whichever is there, a whole round lies between.
        var rounds = looks.makeAsyncIterator()
        for _ in 0..<5 { await rounds.next() }
        work.cancel()
        await work.value
        waking.finish()
        return await woken.reduce(into: []) { $0.insert($1) }
    }

    @Test(
        "a week after its filing a suggestion has the newest evidence, other voices as well as other counts")
    func evidence() async throws {
        try await file(1)
        clock.advance(by: .seconds(6 * 86_400))
        _ = try await run()
        #expect(try await stores.bot.suggestion(1, within: .all)?.evidence == filed)
        clock.advance(by: .seconds(2 * 86_400))
        _ = try await run()
        let evidence = try #require(try await stores.bot.suggestion(1, within: .all)?.evidence)
        #expect(evidence.day == Fixtures.today + 8)
        #expect(evidence.nation == Evidence.Span(month: 210, quarter: 500))
        #expect(evidence.voices == [41, 42])
        await stores.close()
    }

    @Test("who decided is reminded once its day has passed, and the channel is woken")
    func reminder() async throws {
        try await file(1, [.decide(.accepted, reason: nil), .schedule(Fixtures.today + 2)])
        clock.advance(by: .seconds(1200))
        // Whoever filed it is told that it was accepted.
        _ = try await run()
        #expect(try await run().isEmpty)
        clock.advance(by: .seconds(3 * 86_400))
        #expect(try await run() == ["dingtalk/dealers"])
        let keys = try await stores.bot.deliveries(in: [.waiting], on: nil, limit: 9).map(\.key)
        #expect(keys.contains("suggestion/overdue/\(Fixtures.today + 3)/zhaomin"), "\(keys)")
        await stores.close()
    }

    @Test("eleven days after it was shipped it is measured what customers say, once, and its filer is told")
    func outcome() async throws {
        try await file(1, [.decide(.accepted, reason: nil), .decide(.shipped, reason: nil)])
        _ = try await run()
        clock.advance(by: .seconds(11 * 86_400))
        _ = try await run()
        _ = try await run()
        let measured = try await stores.bot.history(of: 1).filter { $0.kind == .measured }
        #expect(measured.map(\.note) == ["40,12;3,3/9120,9120"])
        clock.advance(by: .seconds(86_400))
        #expect(try await run() == ["dingtalk/dealers"])
        let told = try await stores.bot.deliveries(in: [.waiting], on: nil, limit: 9)
        #expect(told.map(\.recipient) == ["person:wangfang", "person:wangfang"])
        await stores.close()
    }
}
