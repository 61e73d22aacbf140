import EarshotTesting
import SQLite
import Store
import Testing
import Texts

@testable import Earshot

/// Steps at random, and what becomes of them, told from outside: by what the history has and the messages say.
@Suite("Whoever wants a suggestion is told of each step once, whatever happens meanwhile")
struct SuggestionTellingPropertyTests {
    /// A step that is to be told, and those who are to be told of it.
    private struct Expected {
        var id: Int64
        /// Words that stand in no other step; nothing where a step has none of its own.
        var marker: String?
        var people: Set<String>
    }

    private struct Told {
        var person: String
        var day: Day
        var words: String
    }

    private let texts: PromptTexts

    init() throws { texts = try BotFixture.texts.get() }

    private static let dealers = [
        SuggestionHouse.dealer, SuggestionHouse.colleague, SuggestionHouse.guangzhouDealer,
        SuggestionHouse.secondGuangzhouDealer,
    ]
    private static let deciders = [SuggestionHouse.headquarters, SuggestionHouse.second]
    private static let words = ["周末多排两个技师", "展厅加一台咖啡机", "试驾车换新一批", "合同改成电子签名", "洗车位搭个雨棚"]

    @Test("steps, support, merges, restarts, clocks set back and days of downtime", arguments: 0..<8)
    func told(_ seed: Int) async throws {
        var random = SeededRandom(seed: UInt64(seed))
        var house = try SuggestionHouse()
        var (expected, told) = ([Expected](), [Told]())
        var (seen, unreachable) = (Set<Int64>(), Set<String>())
        for number in 1...90 {
            try await act(number, in: house, &random)
            expected += try await steps(of: house, &seen)
            switch Int.random(in: 0..<20, using: &random) {
            case 0: house = try await restarted(house)
            case 1: house.clock.advance(by: .seconds(Int64.random(in: 1...3, using: &random) * 86_400))
            case 2: house.clock.advance(by: .seconds(-Int64.random(in: 600...200_000, using: &random)))
            case 3: unreachable = Set(Self.dealers.map(\.id).filter { _ in Bool.random(using: &random) })
            default: house.clock.advance(by: .seconds(Int64.random(in: 30...15_000, using: &random)))
            }
            told += try await tell(house, unreachable)
        }
        // Three days more, in which everybody is reached.
        for _ in 0..<24 {
            house.clock.advance(by: .seconds(3 * 3600))
            told += try await tell(house)
        }
        try await check(expected, told, house)
    }

    private func all(_ house: SuggestionHouse) async throws -> [Suggestion] {
        var filter = SuggestionFilter()
        (filter.includesParts, filter.includesWithdrawn) = (true, true)
        return try await house.bot.suggestions(filter, within: .all, offset: 0, limit: 1000)
    }

    /// What somebody says.
    private func act(_ number: Int, in house: SuggestionHouse, _ random: inout SeededRandom) async throws {
        let filed = try await all(house).count
        let (dealer, decider) = (
            Self.dealers.randomElement(using: &random)!, Self.deciders.randomElement(using: &random)!
        )
        let (one, other) = (
            Int.random(in: 1...max(1, filed), using: &random),
            Int.random(in: 1...max(1, filed), using: &random)
        )
        switch filed == 0 ? 0 : Int.random(in: 0..<12, using: &random) {
        case 0 where filed < Self.words.count: _ = try await house.say("建议:\(Self.words[filed])", as: dealer)
        case 0...2: _ = try await house.say("支持 \(one)", as: dealer)
        case 3: _ = try await house.say("合并 \(one) 到 \(other)", as: decider)
        case 4: _ = try await house.say("拆开 \(one)", as: decider)
        case 5: _ = try await house.say("\(one) 交给第\(number)号小组", as: decider)
        case 6: _ = try await house.say("撤回建议 \(one)", as: dealer)
        default:
            let word = ["采纳", "不采纳", "处理中", "已上线"].randomElement(using: &random)!
            _ = try await house.say("\(word) \(one) 按第\(number)号纪要办", as: decider)
        }
    }

    private func restarted(_ house: SuggestionHouse) async throws -> SuggestionHouse {
        await house.bot.close()
        return try SuggestionHouse(reopening: house)
    }

    /// The steps that are new, with those who want the suggestion now: whoever filed or supports it or a part of it, at any remove.
    private func steps(of house: SuggestionHouse, _ seen: inout Set<Int64>) async throws -> [Expected] {
        let all = try await all(house)
        let connection = try Connection(path: house.folder.file("bot.db"), access: .readOnly)
        let rows = try connection.query("SELECT id, suggestion, actor, kind, note FROM suggestion_step") {
            (
                id: $0.int64(0), suggestion: $0.int64(1), actor: $0.text(2),
                kind: SuggestionStep.Kind(rawValue: $0.text(3)), note: $0.optionalText(4)
            )
        }
        func wanting(_ number: Int64) -> Set<String> {
            let own = all.first { $0.number == number }.map { Set($0.backers.map(\.person)) } ?? []
            return all.filter { $0.mergedInto == number }.reduce(own) { $0.union(wanting($1.number)) }
        }
        return rows.filter { seen.insert($0.id).inserted && $0.kind?.isTold == true }.map { row in
            Expected(
                id: row.id, marker: row.note.flatMap { $0.contains("号") ? $0 : nil },
                people: wanting(row.suggestion).subtracting([row.actor]))
        }
    }

    private func tell(_ house: SuggestionHouse, _ unreachable: Set<String> = []) async throws -> [Told] {
        let texts = texts
        let rounds = SuggestionRounds(register: house.bot, clock: house.clock) {
            SuggestionRounds.Situation(
                directory: FixtureDirectory(SuggestionHouse.everybody), texts: texts,
                reach: FixtureWays(unreachable: unreachable), quietHours: WarningHouse.quietHours,
                calendar: .shanghai)
        }
        let (now, deliveries) = (house.clock.now, try await rounds.tell())
        let minute = LocalCalendar.shanghai.minute(of: now)
        #expect(deliveries.isEmpty || (480..<1320).contains(minute), "told at minute \(minute)")
        return deliveries.map {
            Told(
                person: String($0.recipient.dropFirst("person:".count)),
                day: LocalCalendar.shanghai.day(of: now), words: $0.reply.lines)
        }
    }

    private func check(_ expected: [Expected], _ told: [Told], _ house: SuggestionHouse) async throws {
        #expect(expected.contains { $0.marker != nil && !$0.people.isEmpty }, "nothing was tried")
        for step in expected {
            for person in Set(SuggestionHouse.everybody.map(\.id)) {
                guard let marker = step.marker else { continue }
                let times = told.filter { $0.person == person }
                    .flatMap { $0.words.split(separator: "\n") }.count { $0.hasSuffix("：\(marker)") }
                #expect(
                    times == (step.people.contains(person) ? 1 : 0), "\(person) of step \(step.id), \(marker)"
                )
            }
        }
        // Once a day, though a day comes again where the clock was set back.
        for (person, messages) in Dictionary(grouping: told, by: \.person) {
            #expect(Set(messages.map(\.day)).count == messages.count, "\(person): \(messages.map(\.day))")
        }
        let connection = try Connection(path: house.folder.file("bot.db"), access: .readOnly)
        // What nobody is told of in words of its own, either.
        for step in expected {
            let people = try connection.query(
                "SELECT person, told_at IS NOT NULL FROM suggestion_notice WHERE step = ?", step.id
            ) { ($0.text(0), $0.int(1)) }
            #expect(Set(people.map(\.0)) == step.people && people.allSatisfy { $0.1 == 1 }, "step \(step.id)")
        }
        // Nothing that was told is missing from the outbox.
        let sent = try connection.queryOne(
            "SELECT COUNT(*) FROM delivery WHERE key LIKE 'suggestion/notice/%'"
        ) { $0.int(0) }
        #expect(sent == told.count)
    }
}
