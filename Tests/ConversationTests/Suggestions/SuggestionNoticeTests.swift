import EarshotTesting
import Store
import Testing
import Texts

@testable import Earshot

@Suite("What those who want a suggestion are told of it")
struct SuggestionNoticeTests {
    private static let hq = SuggestionHouse.headquarters

    private func filed() async throws -> SuggestionHouse {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师")
        _ = try await house.say("支持 1", as: SuggestionHouse.colleague)
        return house
    }

    private func tell(_ house: SuggestionHouse) async throws -> [Delivery] {
        let texts = try BotFixture.texts.get()
        let rounds = SuggestionRounds(register: house.bot, clock: house.clock) {
            SuggestionRounds.Situation(
                directory: FixtureDirectory(SuggestionHouse.everybody), texts: texts,
                reach: FixtureWays(), quietHours: WarningHouse.quietHours,
                calendar: .shanghai)
        }
        return try await rounds.tell()
    }

    @Test(
        "filer and supporters are told ten minutes after the last change, of all changes in one message, once"
    )
    func folded() async throws {
        let house = try await filed()
        _ = try await house.say("采纳 1 下个版本一起改", as: Self.hq)
        house.clock.advance(by: .seconds(300))
        _ = try await house.say("1 处理中", as: Self.hq)
        house.clock.advance(by: .seconds(599))
        #expect(try await tell(house).isEmpty)
        house.clock.advance(by: .seconds(1))
        let told = try await tell(house)
        #expect(Set(told.map(\.recipient)) == ["person:wangfang", "person:chenjie"])
        for delivery in told {
            let words = delivery.reply.lines
            #expect(words.contains("采纳：下个版本一起改") && words.contains("开始处理"), "\(words)")
            #expect(!words.contains("赵敏"))
        }
        house.clock.advance(by: .seconds(60))
        #expect(try await tell(house).isEmpty)
    }

    @Test("a later change of the day waits for nine o'clock of the next morning")
    func onceADay() async throws {
        let house = try await filed()
        _ = try await house.say("采纳 1", as: Self.hq)
        house.clock.advance(by: .seconds(700))
        #expect(try await tell(house).count == 2)
        _ = try await house.say("1 处理中", as: Self.hq)
        var hours: [Int] = []
        for hour in 1...30 {
            house.clock.advance(by: .seconds(3600))
            if try await !tell(house).isEmpty { hours.append(hour) }
        }
        // From 10:11 the first look after 9:00 is the 23rd hour.
        #expect(hours == [23])
    }

    @Test("nobody is woken, and whoever did it is not told")
    func quiet() async throws {
        let house = try await filed()
        _ = try await house.say("建议:展厅加一台咖啡机", as: Self.hq)
        house.clock.advance(by: .seconds(13 * 3600))
        _ = try await house.say("采纳 1", as: Self.hq)
        _ = try await house.say("采纳 2", as: Self.hq)
        house.clock.advance(by: .seconds(1200))
        #expect(try await tell(house).isEmpty)
        house.clock.advance(by: .seconds(9 * 3600))
        #expect(Set(try await tell(house).map(\.recipient)) == ["person:wangfang", "person:chenjie"])
    }

    @Test("what is shipped names who filed it, and the reason of what is declined is told")
    func words() async throws {
        let house = try await filed()
        for text in ["采纳 1", "1 处理中", "1 已上线"] { _ = try await house.say(text, as: Self.hq) }
        house.clock.advance(by: .seconds(700))
        let told = try await tell(house)
        let filer = try #require(told.first { $0.recipient == "person:wangfang" }).reply.lines
        #expect(filer.contains("这条建议因您提出而上线，谢谢您！共有 2 家经销商、2 个城市提过。"), "\(filer)")
        let supporter = try #require(told.first { $0.recipient == "person:chenjie" }).reply.lines
        #expect(supporter.contains("这条建议有您的支持"), "\(supporter)")
    }

    @Test(
        "those of a part are told of what becomes of the whole, without its number where they may not see it")
    func parts() async throws {
        let house = try await filed()
        _ = try await house.say("建议:展厅加一台咖啡机", as: SuggestionHouse.guangzhouDealer)
        _ = try await house.say("合并 2 到 1", as: Self.hq)
        house.clock.advance(by: .seconds(700))
        let merged = try await tell(house)
        #expect(merged.map(\.recipient) == ["person:hejun"])
        #expect(!merged[0].reply.lines.contains("#1"), "\(merged[0].reply.lines)")
        house.clock.advance(by: .seconds(86_400))
        _ = try await house.say("采纳 1", as: Self.hq)
        house.clock.advance(by: .seconds(700))
        let told = try await tell(house)
        #expect(
            Set(told.map(\.recipient)) == ["person:wangfang", "person:chenjie", "person:hejun"])
        let south = try #require(told.first { $0.recipient == "person:hejun" }).reply.lines
        #expect(!south.contains("#1") && !south.contains("技师"), "\(south)")
        #expect(south.contains("#2「展厅加一台咖啡机"), "\(south)")
    }

    @Test("whoever joins later is not told of what was before")
    func later() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师")
        _ = try await house.say("采纳 1", as: Self.hq)
        _ = try await house.say("支持 1", as: SuggestionHouse.colleague)
        house.clock.advance(by: .seconds(700))
        #expect(try await tell(house).map(\.recipient) == ["person:wangfang"])
    }

    @Test(
        "whoever wants a part of a part is told in the words of what is the own, and an empty message never goes out"
    )
    func chain() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师", as: Self.hq)
        _ = try await house.say("建议:展厅冷气开大一点", as: SuggestionHouse.colleague)
        _ = try await house.say("建议:试驾车换新一批")
        for words in ["合并 3 到 2", "合并 2 到 1", "采纳 1"] {
            _ = try await house.say(words, as: SuggestionHouse.second)
        }
        house.clock.advance(by: .seconds(700))
        let told = try await tell(house)
        #expect(Set(told.map(\.recipient)) == ["person:wangfang", "person:chenjie", "person:zhaomin"])
        let words = try #require(told.first { $0.recipient == "person:wangfang" }).reply.lines
        #expect(words.contains("试驾车换新一批") && words.contains("已采纳"), "\(words)")
        #expect(!words.contains("冷气") && !words.contains("技师"), "\(words)")
    }

    @Test("what was decided while it was a part is told after it has been taken out again")
    func split() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师", as: SuggestionHouse.colleague)
        _ = try await house.say("建议:试驾车换新一批")
        for words in ["合并 2 到 1", "采纳 1", "拆开 2"] { _ = try await house.say(words, as: Self.hq) }
        house.clock.advance(by: .seconds(700))
        let told = try await tell(house)
        let words = try #require(told.first { $0.recipient == "person:wangfang" }).reply.lines
        #expect(words.contains("试驾车换新一批") && words.contains("采纳"), "\(words)")
    }

    @Test("a step that a clock wrote which ran ahead is told, and holds nothing back")
    func aheadOfTime() {
        let plan = SuggestionNoticePlan(quietHours: WarningHouse.quietHours, calendar: .shanghai)
        let noon = Timestamp(rfc3339: "2026-11-21T12:00:00+08:00") ?? Timestamp(seconds: 0)
        #expect(plan.decide(changes: [noon + .seconds(86_400 * 365)], told: nil, at: noon) == .tell)
        #expect(
            plan.decide(changes: [noon], told: nil, at: noon)
                == .wait(until: noon + .seconds(600), .settling))
    }

    @Test(
        "whatever happens when, nobody is told more than once a day, nobody at night, and nothing is lost",
        arguments: 0..<8)
    func properties(_ seed: Int) async throws {
        var random = SeededRandom(seed: UInt64(seed))
        let house = try await filed()
        var days: [String: [Day]] = [:]
        var changes = 0
        for _ in 0..<60 {
            if Bool.random(using: &random) {
                let before = try await house.stored()?.version
                _ = try await house.say(
                    "1 交给部门\(["甲", "乙", "丙"].randomElement(using: &random)!)组", as: Self.hq)
                if try await house.stored()?.version != before { changes += 1 }
            }
            house.clock.advance(by: .seconds(Int64.random(in: 60...20_000, using: &random)))
            for delivery in try await tell(house) {
                let minute = LocalCalendar.shanghai.minute(of: house.clock.now)
                #expect((480..<1320).contains(minute), "told at minute \(minute)")
                days[delivery.recipient, default: []].append(LocalCalendar.shanghai.day(of: house.clock.now))
            }
        }
        for told in days.values { #expect(Set(told).count == told.count, "\(told)") }
        house.clock.advance(by: .seconds(86_400))
        for _ in 0..<24 {
            _ = try await tell(house)
            house.clock.advance(by: .seconds(3600))
        }
        #expect(try await house.bot.noticesWaiting(since: Timestamp(seconds: 0)).isEmpty)
        let steps = try await house.bot.history(of: 1)
        #expect(steps.count { $0.kind == .assigned } == changes)
    }
}
