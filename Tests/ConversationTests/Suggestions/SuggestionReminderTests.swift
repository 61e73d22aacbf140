import EarshotTesting
import Store
import Testing
import Texts

@testable import Earshot

@Suite("Reminders of overdue suggestions, and whether customers speak differently since one was shipped")
struct SuggestionReminderTests {
    private static let hq = SuggestionHouse.headquarters

    private func situation() throws -> SuggestionRounds.Situation {
        SuggestionRounds.Situation(
            directory: FixtureDirectory(SuggestionHouse.everybody),
            texts: try BotFixture.texts.get(), reach: FixtureWays(),
            quietHours: WarningHouse.quietHours, calendar: .shanghai)
    }

    private func remind(_ house: SuggestionHouse) async throws -> [Delivery] {
        let situation = try situation()
        return try await SuggestionReminderRounds(
            register: house.bot, clock: house.clock, situation: { situation }
        ).remind()
    }

    /// Moves the clock to the same hour of later days.
    private func pass(_ days: Int, _ house: SuggestionHouse) {
        house.clock.advance(by: .seconds(days * 86_400))
    }

    private func scheduled() async throws -> SuggestionHouse {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师")
        _ = try await house.say("建议:展厅加一台咖啡机", as: SuggestionHouse.guangzhouDealer)
        for number in 1...2 {
            _ = try await house.say("采纳 \(number)", as: SuggestionHouse.second)
            _ = try await house.say("\(number) 11月23日前", as: Self.hq)
        }
        #expect(try await house.stored()?.due == Fixtures.today + 2)
        return house
    }

    @Test("who decided is reminded of all in one message, again after a week, and four times in all")
    func weekly() async throws {
        let house = try await scheduled()
        pass(2, house)
        #expect(try await remind(house).isEmpty, "the day itself is not over")
        pass(1, house)
        let told = try await remind(house)
        #expect(told.map(\.recipient) == ["person:sunbo"])
        let words = try #require(told.first).reply.lines
        #expect(words.contains("有 2 条建议") && words.contains("#1") && words.contains("#2"), "\(words)")
        #expect(try await remind(house).isEmpty)
        var reminded = 0
        for _ in 1...60 {
            pass(1, house)
            reminded += try await remind(house).count
        }
        #expect(reminded == 3)
    }

    @Test("another day begins anew, and what has ended or is a part is of no reminder")
    func ended() async throws {
        let house = try await scheduled()
        pass(3, house)
        #expect(try await remind(house).count == 1)
        _ = try await house.say("1 已上线", as: Self.hq)
        _ = try await house.say("2 11月25日前", as: Self.hq)
        pass(1, house)
        #expect(try await remind(house).isEmpty)
        pass(1, house)
        let told = try await remind(house)
        #expect(told.count == 1 && told[0].reply.lines.contains("#2"))
        #expect(!told[0].reply.lines.contains("#1"))
    }

    @Test("nobody is reminded before nine or at night, and after a downtime once")
    func hours() async throws {
        let house = try await scheduled()
        pass(20, house)
        house.clock.advance(by: .seconds(-2 * 3600))
        #expect(try await remind(house).isEmpty)
        house.clock.advance(by: .seconds(14 * 3600))
        #expect(try await remind(house).isEmpty)
        house.clock.advance(by: .seconds(12 * 3600))
        #expect(try await remind(house).count == 1)
        #expect(try await remind(house).isEmpty)
    }

    @Test("who it was given to is reminded as well, where that is a person who may decide")
    func assigned() async throws {
        let house = try await scheduled()
        _ = try await house.say("1 交给李强", as: Self.hq)
        pass(3, house)
        let told = try await remind(house)
        #expect(told.map(\.recipient).sorted() == ["person:liqiang", "person:sunbo"])
    }

    private func outcome(
        _ counts: (before: Int, after: Int), of all: (before: Int, after: Int) = (9120, 9120),
        isAtLeast: Bool = false, after days: Int = 11
    ) async throws -> (looked: Int, told: [String: String], house: SuggestionHouse) {
        var search = SuggestionHouse.FoundEvidence()
        (search.counts, search.all, search.isAtLeast) = (counts, all, isAtLeast)
        let house = try SuggestionHouse(search: search)
        _ = try await house.say("建议:高速油耗显示不准")
        _ = try await house.say("支持 1", as: SuggestionHouse.colleague)
        for text in ["采纳 1", "1 处理中", "1 已上线"] { _ = try await house.say(text, as: Self.hq) }
        let situation = try situation()
        let notices = SuggestionRounds(register: house.bot, clock: house.clock, situation: { situation })
        house.clock.advance(by: .seconds(700))
        _ = try await notices.tell()
        pass(days, house)
        let found = search
        let rounds = SuggestionOutcomeRounds(register: house.bot, clock: house.clock) {
            EvidenceRounds.Situation(search: found, calendar: .shanghai)
        }
        let looked = try await rounds.look()
        #expect(try await rounds.look() == 0, "once")
        house.clock.advance(by: .seconds(700))
        let told = try await notices.tell()
        return (
            looked, Dictionary(uniqueKeysWithValues: told.map { ($0.recipient, $0.reply.lines) }), house
        )
    }

    @Test("ten days after the shipping filer and supporters are told how many spoke of it before and since")
    func outcomes() async throws {
        let (looked, told, house) = try await outcome((before: 40, after: 12))
        #expect(looked == 1)
        let filer = try #require(told["person:wangfang"])
        #expect(filer.contains("上线前10天全国 40 条、之后10天 12 条；杭州 13 条、4 条（同期全部声音 9,120 条、9,120 条）"), "\(filer)")
        #expect(filer.contains("客户提得比以前少了") && !filer.contains("%"))
        let supporter = try #require(told["person:chenjie"])
        #expect(supporter.contains("40 条") && !supporter.contains("杭州 13"), "\(supporter)")
        #expect(try await house.bot.history(of: 1).map(\.kind).last == .measured)
    }

    @Test(
        "what is too little, alike, more or not counted to the end is said so",
        arguments: [
            (5, 2, false, "声音太少"), (40, 38, false, "差不多"), (20, 60, false, "比以前多了"),
            (40, 12, true, "不作比较"),
        ])
    func verdicts(_ before: Int, _ after: Int, _ isAtLeast: Bool, _ words: String) async throws {
        let (_, told, _) = try await outcome((before: before, after: after), isAtLeast: isAtLeast)
        #expect(told["person:wangfang"]?.contains(words) == true, "\(told)")
    }

    @Test(
        "of more voices on the whole, or of fewer, more or fewer of the matter are nothing new",
        arguments: [
            (40, 60, 9000, 18_000, "差不多"), (40, 40, 9000, 18_000, "比以前少了"),
            (60, 30, 18_000, 9000, "差不多"), (40, 40, 18_000, 9000, "比以前多了"), (30, 0, 9000, 0, "完全没有声音"),
        ])
    func volume(_ before: Int, _ after: Int, _ allBefore: Int, _ allAfter: Int, _ words: String) async throws
    {
        let (_, told, _) = try await outcome((before: before, after: after), of: (allBefore, allAfter))
        #expect(told["person:wangfang"]?.contains(words) == true, "\(told)")
    }

    @Test("what was kept of an outcome is read again, also without the number of all voices")
    func notes() {
        for (note, isSound) in [
            ("40,12", true), ("40,12;13,4", true), ("40,12+", true), ("40,12;13,4/9120,9480+", true),
            ("40,12/9120,9480", true), ("", false), ("40", false), ("40,12/", false), ("40,12/9120", false),
            ("40,12;1,2;3,4", false), ("40,12;", false), ("40,x", false), ("40,12/1,2/3,4", false),
        ] {
            #expect((SuggestionOutcome(note: note)?.note == note) == isSound, "\(note)")
        }
    }

    @Test(
        "not before ten whole days are over, late after a downtime, and not when nobody wants to know any more"
    )
    func time() async throws {
        #expect(try await outcome((before: 40, after: 12), after: 10).looked == 0)
        #expect(try await outcome((before: 40, after: 12), after: 38).looked == 1)
        #expect(try await outcome((before: 40, after: 12), after: 45).looked == 0)
    }
}
