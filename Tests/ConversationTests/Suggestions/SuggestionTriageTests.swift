import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("What is decided about suggestions in the chat")
struct SuggestionTriageTests {
    private static let hq = SuggestionHouse.headquarters

    private func filed() async throws -> SuggestionHouse {
        let house = try SuggestionHouse(search: SuggestionHouse.FoundEvidence())
        _ = try await house.say("建议:周末多排两个技师")
        _ = try await house.say("建议:展厅加一台咖啡机", as: SuggestionHouse.guangzhouDealer)
        house.clock.advance(by: .seconds(600))
        return house
    }

    @Test(
        "a decision is made with its reason",
        arguments: [
            ("采纳 #1 下个版本一起改", SuggestionState.accepted, "下个版本一起改"), ("采纳 1", .accepted, nil),
            ("不采纳 1 因为成本太高", .declined, "成本太高"), ("不采纳 #1 因为成本太高", .declined, "成本太高"),
            ("驳回 #1 成本过高", .declined, "成本过高"), ("1 处理中", .inProgress, nil), ("#1 处理中", .inProgress, nil),
        ] as [(String, SuggestionState, String?)])
    func decide(_ text: String, _ state: SuggestionState, _ reason: String?) async throws {
        let house = try await filed()
        let answer = try await house.say(text, as: Self.hq)
        let stored = try #require(try await house.stored())
        #expect(stored.state == state, "\(answer)")
        #expect(stored.reason == reason, "\(answer)")
        #expect(answer.contains("我会通知提出和支持它的人"), "\(answer)")
    }

    @Test(
        "a suggestion goes from its acceptance to its shipping, and what is skipped is refused with what is so"
    )
    func course() async throws {
        let house = try await filed()
        #expect(try await house.say("#1 已上线", as: Self.hq).contains("现在是「待评估」，不能直接改为「已上线」"))
        for text in ["采纳 1", "1 处理中", "1 已上线"] { _ = try await house.say(text, as: Self.hq) }
        #expect(try await house.stored()?.state == .shipped)
        #expect(try await house.bot.history(of: 1).map(\.kind) == [.filed, .accepted, .started, .shipped])
    }

    @Test(
        "a reason is kept as it was written",
        arguments: [
            ("不采纳 1 来不及排期", "来不及排期"), ("不采纳 1 因为给不了预算", "给不了预算"), ("不采纳 #1，原因是：为时过早", "为时过早"),
        ])
    func reasons(_ words: String, _ reason: String) async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议：高速油耗显示不准")
        _ = try await house.say(words, as: SuggestionHouse.headquarters)
        #expect(try await house.stored()?.state == .declined)
        #expect(try await house.stored()?.reason == reason)
    }

    @Test("a manager does not part what headquarters has put together with another region's")
    func splitByOneHalf() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议：高速油耗显示不准", as: SuggestionHouse.guangzhouDealer)
        _ = try await house.say("建议：周末多排两个技师")
        _ = try await house.say("合并 2 到 1", as: SuggestionHouse.headquarters)
        let version = try await house.stored(1)?.version
        let refused = try await house.say("拆开 2", as: SuggestionHouse.manager)
        #expect(refused.contains("已与另一条建议合并处理，不能单独操作"), "\(refused)")
        #expect(try await house.stored(1)?.version == version)
        #expect(try await house.stored(2)?.mergedInto == 1)
    }

    @Test("without a reason nothing is declined")
    func reasonless() async throws {
        let house = try await filed()
        #expect(try await house.say("不采纳 1", as: Self.hq).contains("不采纳需要写原因"))
        #expect(try await house.say("不采纳 1 因为", as: Self.hq).contains("不采纳需要写原因"))
        #expect(try await house.stored()?.state == .open)
    }

    @Test(
        "the reason that was missing may be said next, and is taken once that is confirmed",
        arguments: ["成本太高", "因为价格压不下来"])
    func reasonNext(_ words: String) async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师")
        _ = try await house.say("不采纳 1", as: Self.hq)
        let asked = try await house.say(words, as: Self.hq)
        #expect(asked.contains("不采纳 #1 因为"), "\(asked)")
        #expect(try await house.stored()?.state == .open)
        _ = try await house.say("1", as: Self.hq)
        #expect(try await house.stored()?.state == .declined)
        #expect(try await house.stored()?.reason.map { words.hasSuffix($0) } == true)
    }

    @Test("a question behind a decision without a reason is answered, and decides nothing")
    func questionNext() async throws {
        let house = try SuggestionHouse()
        _ = try await house.say("建议:周末多排两个技师")
        _ = try await house.say("不采纳 1", as: Self.hq)
        for text in ["怎么写原因？", "建议列表", "算了"] {
            #expect(!(try await house.say(text, as: Self.hq)).contains("不采纳 #1 因为"), "\(text)")
        }
        #expect(try await house.stored()?.state == .open)
    }

    @Test("the second who decides is told who was first, and may confirm the own decision")
    func second() async throws {
        let house = try await filed()
        _ = try await house.say("采纳 1", as: Self.hq)
        let answer = try await house.say("不采纳 1 因为成本太高", as: SuggestionHouse.second)
        #expect(answer.contains("赵敏 刚刚（10:10）把建议 #1 定为「采纳」，您的决定没有记下。"), "\(answer)")
        #expect(try await house.stored()?.state == .accepted)
        _ = try await house.say("1", as: SuggestionHouse.second)
        #expect(try await house.stored()?.state == .declined)
        #expect(try await house.stored()?.reason == "成本太高")
    }

    @Test("of eight who decide at once exactly one is first, and the others are told")
    func atOnce() async throws {
        let house = try await filed()
        let texts = (0..<8).map { $0 % 2 == 0 ? "采纳 1" : "不采纳 1 因为成本太高" }
        let answers = try await withThrowingTaskGroup { group in
            for (index, text) in texts.enumerated() {
                let person = index % 2 == 0 ? Self.hq : SuggestionHouse.second
                group.addTask { try await house.say(text, as: person) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count { $0.contains("我会通知") } == 1, "\(answers)")
        #expect(try await house.bot.history(of: 1).count == 2)
    }

    @Test(
        "a suggestion is given to a department and gets a day",
        arguments: ["1 交给产品部", "#1 转给 产品部", "1 转给产品部"])
    func department(_ text: String) async throws {
        let house = try await filed()
        let answer = try await house.say(text, as: Self.hq)
        #expect(try await house.stored()?.department == "产品部", "\(answer)")
        let due = try await house.say("1 月底前", as: Self.hq)
        #expect(try await house.stored()?.due == Day(year: 2026, month: 11, day: 30), "\(due)")
        #expect(due.contains("11/30"))
    }

    @Test("what was shown is meant where no number is said")
    func spokenOf() async throws {
        let house = try await filed()
        _ = try await house.say("#1 进度", as: Self.hq)
        _ = try await house.say("转给 产品部", as: Self.hq)
        _ = try await house.say("月底前", as: Self.hq)
        _ = try await house.say("采纳", as: Self.hq)
        let stored = try #require(try await house.stored())
        #expect(stored.department == "产品部")
        #expect(stored.due == Day(year: 2026, month: 11, day: 30))
        #expect(stored.state == .accepted)
    }

    @Test("two are put together and taken apart, and nobody who wants them is lost")
    func merge() async throws {
        let house = try await filed()
        _ = try await house.say("支持 1", as: SuggestionHouse.colleague)
        let merged = try await house.say("合并 1 到 2", as: Self.hq)
        #expect(merged.contains("已并入 #2"), "\(merged)")
        #expect(try await house.bot.weight(of: 2) == Suggestion.Weight(dealers: 3, cities: 3))
        #expect(try await house.say("采纳 1", as: Self.hq).contains("已并入 #2"))
        // Neither becomes a part of the other at the same time.
        #expect(try await house.say("合并 2 到 1", as: Self.hq).contains("已并入 #2"))
        // The dealer of 杭州 does not learn the number of one of 广州.
        let shown = try await house.say("#1 进度")
        #expect(shown.contains("已与另一条建议合并处理") && !shown.contains("#2"), "\(shown)")
        _ = try await house.say("采纳 2", as: Self.hq)
        #expect(try await house.say("#1 进度").contains("已采纳"))
        let split = try await house.say("拆开 1", as: Self.hq)
        #expect(split.contains("已从 #2 拆出"), "\(split)")
        #expect(try await house.bot.weight(of: 2) == Suggestion.Weight(dealers: 1, cities: 1))
        #expect(try await house.bot.weight(of: 1) == Suggestion.Weight(dealers: 2, cities: 2))
    }

    @Test("which of two becomes a part is asked where it is not said, and several become parts of one")
    func mergeSeveral() async throws {
        let house = try await filed()
        _ = try await house.say("建议:休息区加充电宝", as: SuggestionHouse.colleague)
        let asked = try await house.say("1和2合并", as: Self.hq)
        #expect(
            asked.contains("还没有合并") && asked.contains("1 把 #1 并入 #2") && asked.contains("2 把 #2 并入 #1"),
            "\(asked)")
        #expect(try await house.all().allSatisfy { $0.mergedInto == nil })
        #expect(try await house.say("1", as: Self.hq).contains("已并入 #2"))
        _ = try await house.say("拆开 1", as: Self.hq)
        let merged = try await house.say("合并 1、3 到 2", as: Self.hq)
        #expect(merged.contains("建议 #1") && merged.contains("建议 #3"), "\(merged)")
        #expect(Set(try await house.all().filter { $0.mergedInto == 2 }.map(\.number)) == [1, 3])
        let split = try await house.say("拆开 1、3", as: Self.hq)
        #expect(try await house.all().allSatisfy { $0.mergedInto == nil }, "\(split)")
    }

    @Test("what is done with one suggestion in one message is all done, and a row goes to one department")
    func severalSteps() async throws {
        let house = try await filed()
        _ = try await house.say("采纳 1", as: Self.hq)
        let done = try await house.say("#1 处理中，月底前，交给产品部", as: Self.hq)
        let first = try #require(try await house.all().first { $0.number == 1 })
        #expect(first.state == .inProgress && first.department == "产品部", "\(done)")
        #expect(first.due == Day(year: 2026, month: 11, day: 30))
        _ = try await house.say("1、2转给售后部处理", as: Self.hq)
        #expect(try await house.all().map(\.department) == ["售后部", "售后部"])
        _ = try await house.say("1和2交给客服部，12月5日前", as: Self.hq)
        #expect(try await house.all().map(\.department) == ["客服部", "客服部"])
        #expect(Set(try await house.all().map(\.due)) == [Day(year: 2026, month: 12, day: 5)])
        _ = try await house.say("1到2交给质量部", as: Self.hq)
        #expect(try await house.all().map(\.department) == ["质量部", "质量部"])
        let declined = try await house.say("1 2 都不采纳，原因是成本太高", as: Self.hq)
        #expect(try await house.all().map(\.state) == [.declined, .declined], "\(declined)")
    }

    @Test(
        "a question about one shows it, and a condition is its reason",
        arguments: [("#1要不要采纳？", nil), ("1 上线了吗", nil), ("1这条我看可以，采纳吧，但是先小范围试点", "先小范围试点")]
            as [(String, String?)])
    func asked(_ text: String, _ reason: String?) async throws {
        let house = try await filed()
        let answer = try await house.say(text, as: Self.hq)
        let first = try #require(try await house.all().first { $0.number == 1 })
        #expect(answer.contains("周末多排两个技师"), "\(answer)")
        #expect(first.state == (reason == nil ? .open : .accepted))
        #expect(first.reason == reason)
    }

    @Test(
        "what asks, is refused or lacks its reason is not half done",
        arguments: [
            "#1 采纳，交给产品部？", "#1 处理中，交给产品部呢？", "#1 不采纳，交给产品部", "#1 已上线，交给产品部", "采纳 999，交给产品部",
            "2025款上线了吗", "11月上线了吗", "明天采纳1", "周五采纳 1", "采纳 1 但是要等预算", "#1 还没上线", "采纳 1-99",
        ])
    func notHalfDone(_ text: String) async throws {
        let house = try await filed()
        let answer = try await house.say(text, as: Self.hq)
        let first = try #require(try await house.all().first { $0.number == 1 })
        #expect(first.department == nil && first.state == .open, "\(answer)")
        #expect(!answer.contains("没有建议 #2025") && !answer.contains("没有建议 #11"), "\(answer)")
    }

    @Test(
        "a row is no part of a reason, nor a day of the month a suggestion",
        arguments: [
            ("不采纳 1 因为成本要3到5万", "成本要3到5万"), ("不采纳 1，先在3-5家店试点", "先在3-5家店试点"),
            ("采纳1到2，因为1-2周能做完", "1-2周能做完"),
        ])
    func ranges(_ text: String, _ reason: String) async throws {
        let house = try await filed()
        let answer = try await house.say(text, as: Self.hq)
        #expect(try await house.all().first { $0.number == 1 }?.reason == reason, "\(answer)")
        #expect(try await (house.all().first { $0.number == 2 }?.state == .accepted) == text.hasPrefix("采纳"))
        _ = try await house.say("2号把1交给产品部", as: Self.hq)
        #expect(try await house.all().first { $0.number == 2 }?.department == nil)
    }

    @Test("of a row each one that is not decided on is given to nobody")
    func rowRefused() async throws {
        let house = try await filed()
        _ = try await house.say("采纳 1", as: Self.hq)
        house.clock.advance(by: .seconds(600))
        let answer = try await house.say("1、2 处理中，交给产品部", as: Self.hq)
        let all = try await house.all().sorted { $0.number < $1.number }
        #expect(all[0].state == .inProgress && all[0].department == "产品部", "\(answer)")
        #expect((all[1].department == nil) == (all[1].state == .open), "\(answer)")
    }

    @Test("a row with many blanks is read in no time to speak of")
    func manyBlanks() async throws {
        let house = try await filed()
        let blanks = String(repeating: "1    ", count: 11)
        let answer = try await house.say(blanks + "x", as: Self.hq)
        let long = try await house.say(String(repeating: "1    ", count: 300) + "因为x", as: Self.hq)
        #expect(!answer.isEmpty && !long.isEmpty)
        #expect(try await house.all().allSatisfy { $0.state == .open })
    }

    @Test("a wish of another kind is no part of what is suggested, and is said not to be done")
    func wishBeside() async throws {
        let house = try SuggestionHouse(search: SuggestionHouse.FoundEvidence())
        let filed = try await house.say("建议：试驾车加儿童座椅，还有退订日报")
        #expect(try await house.all().map(\.words) == ["试驾车加儿童座椅"], "\(filed)")
        #expect(filed.contains("退订日报"), "\(filed)")
        _ = try await house.say("建议：展厅加儿童座椅，另外展厅加饮水机")
        #expect(try await house.all().map(\.words).contains("展厅加儿童座椅，另外展厅加饮水机"))
    }

    @Test("two that are put into each other at once are not both")
    func mergedIntoEachOther() async throws {
        let house = try await filed()
        let answers = try await withThrowingTaskGroup { group in
            group.addTask { try await house.say("合并 1 到 2", as: Self.hq) }
            group.addTask { try await house.say("合并 2 到 1", as: SuggestionHouse.second) }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let parts = try await house.all().filter { $0.mergedInto != nil }
        #expect(parts.count == 1, "\(answers)")
    }

    @Test("a dealer decides nothing, and a manager only about the own region's")
    func roles() async throws {
        let house = try await filed()
        for text in ["采纳 1", "1 交给产品部", "1 月底前", "合并 1 到 2", "拆开 1"] {
            let answer = try await house.say(text)
            #expect(answer.contains("建议由总部和区域经理处理"), "\(text): \(answer)")
        }
        #expect(try await house.say("采纳 2", as: SuggestionHouse.manager).contains("没有建议 #2"))
        #expect(try await house.say("采纳 1", as: SuggestionHouse.southManager).contains("没有建议 #1"))
        #expect(try await house.say("采纳 1", as: SuggestionHouse.manager).contains("已采纳"))
        #expect(try await house.stored(2)?.state == .open)
    }

    @Test("nobody supports the own one, nor any twice")
    func support() async throws {
        let house = try await filed()
        #expect(try await house.say("支持 1").contains("是您自己提的"))
        #expect(try await house.say("支持 1", as: SuggestionHouse.colleague).contains("已为您支持 #1"))
        #expect(try await house.say("支持 1", as: SuggestionHouse.colleague).contains("您已经支持过"))
        #expect(try await house.say("支持 1", as: SuggestionHouse.guangzhouDealer).contains("没有建议 #1"))
        #expect(try await house.stored()?.supporters.count == 1)
    }
}
