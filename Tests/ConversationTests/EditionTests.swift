import EarshotTesting
import Synchronization
import Testing

@testable import Earshot
@testable import Store

@Suite("Answers after the voices were read again")
struct EditionTests {
    /// Puts an edition into force in which everybody complains about comfort.
    private func changeOver(_ bot: BotFixture, at moment: Timestamp) throws {
        let progress = try #require(try bot.voices.beginReading(by: ReadingEdition(key: "0123456789abcdef")))
        let held = try bot.voices.changeOver(progress, at: moment, most: 1000, bytes: .max) {
            EditionTests.read($0)
        }
        #expect(held != nil)
    }

    private static func read(_ stored: StoredVoice) -> UnderstoodVoice {
        let opinions = Aspect("comfort").map {
            [Opinion(aspect: $0, polarity: .negative, lean: -0.9, evidence: 0..<3)]
        }
        return UnderstoodVoice(
            voice: stored.voice, reading: Reading(sentiment: -0.9, opinions: opinions ?? []),
            fingerprint: Fingerprint(of: "\(stored.number)"),
            day: LocalCalendar.shanghai.day(of: stored.voice.publishedAt), city: Fixtures.hangzhou,
            subject: .own,
            dealerID: nil)
    }

    private static let note = "起改用新的统计口径（第 2 版），全部数字已重新统计，可能与之前看到的不同。"

    @Test("for three days answers with figures say that these were counted anew, and quotes do not")
    func told() async throws {
        let bot = try await BotFixture()
        #expect(try await !bot.say("我们城市的客户最近在说什么").contains("统计口径"))
        try changeOver(bot, at: bot.clock.now)
        for question in ["我们城市的客户最近在说什么", "舒适性怎么样", "和全国比"] {
            let answer = try await bot.say(question)
            #expect(answer.contains(Fixtures.today.slashed + " " + Self.note), "\(answer)")
        }
        let overview = try await bot.say("我们城市的客户最近在说什么")
        #expect(overview.contains("抱怨最多 舒适性"))
        #expect(try await !bot.say("舒适性原话").contains("统计口径"))
        bot.clock.advance(by: .seconds(2 * 86_400))
        #expect(try await bot.say("我们城市的客户最近在说什么").contains(Self.note))
        bot.clock.advance(by: .seconds(86_400))
        #expect(try await !bot.say("我们城市的客户最近在说什么").contains("统计口径"))
    }

    @Test("whoever asks how far the figures can be relied on reads their edition, and since when it holds")
    func explained() async throws {
        let bot = try await BotFixture()
        let before = try await bot.say("数据准确吗")
        #expect(before.contains("现在是第 1 版统计口径。"), "\(before)")
        try changeOver(bot, at: bot.clock.now)
        let after = try await bot.say("数据准确吗")
        #expect(after.contains("现在是第 2 版统计口径（\(Fixtures.today) "), "\(after)")
        let empty = try await BotFixture([])
        #expect(try await !empty.say("数据准确吗").contains("统计口径"))
    }

    /// Figures that change over within the first answer, between two looks.
    private final class Turning: VoiceFigures {
        private let figures: any VoiceFigures
        private let turn: @Sendable () throws -> Void
        private let looks = Mutex(0)

        init(_ figures: any VoiceFigures, turn: @escaping @Sendable () throws -> Void) {
            self.figures = figures
            self.turn = turn
        }

        func edition() async throws -> FiguresEdition? { try await figures.edition() }
        func slices(_ wanted: [Cut]) async throws -> [Slice] { try await figures.slices(wanted) }
        func earliestDay() async throws -> Day? { try await figures.earliestDay() }
        func rivals(
            in place: VisiblePlace, during days: ClosedRange<Day>, before: ClosedRange<Day>,
            of aspect: Aspect?
        ) async throws -> [RivalStanding] {
            try await figures.rivals(in: place, during: days, before: before, of: aspect)
        }
        func voices(_ wanted: VoiceSelection, limit: Int) async throws -> [QuotableVoice] {
            if looks.withLock({ looks in
                looks += 1
                return looks == 1
            }) {
                try turn()
            }
            return try await figures.voices(wanted, limit: limit)
        }
    }

    @Test("an answer that the change over comes into is made anew: none mixes two editions")
    func neverMixed() async throws {
        let bot = try await BotFixture()
        let scope = Scope(of: Fixtures.westLakeDealer, regions: Fixtures.regions)
        let question = Question(
            person: Fixtures.westLakeDealer, scope: scope, request: Request(.overview), today: Fixtures.today)
        let before = try await Insight(figures: bot.voices).answer(question)
        let turning = Turning(bot.voices) { try changeOver(bot, at: bot.clock.now) }
        let mixed = try await Insight(figures: turning).answer(question)
        #expect(try bot.voices.edition()?.number == 2)
        let after = try await Insight(figures: bot.voices).answer(question)
        #expect(mixed.values == after.values)
        #expect(after.values != before.values)
    }
}
