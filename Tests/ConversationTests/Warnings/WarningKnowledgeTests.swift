import EarshotTesting
import Store
import Testing
import Texts

@testable import Earshot

@Suite("Lines to take for warnings")
struct WarningKnowledgeTests {
    private func service(_ bot: BotStore) throws -> KnowledgeService {
        KnowledgeService(
            desk: bot, directory: FixtureDirectory(WarningHouse.everybody),
            words: try BotFixture.router.get().knowledgeWords, lexicon: KnowledgeLexicon(),
            aspects: {
                $0.contains("油耗") ? [Aspect("fuel")!] : $0.contains("售后") ? [Aspect("after_sales")!] : []
            },
            released: ReleasedLines(
                desk: bot, directory: FixtureDirectory(WarningHouse.everybody),
                rules: WarningRules(quietHours: WarningHouse.quietHours),
                dangers: { $0.contains("起火") ? ["fire"] : [] }))
    }

    private func entry(
        _ number: Int64, _ question: String, _ answer: String, _ place: Territory = .nation,
        until: Day? = nil
    ) -> KnowledgeChange {
        KnowledgeChange(
            filing: KnowledgeEntry(
                number: number,
                KnowledgeEntry.Content(
                    question: question, answer: answer, place: place, validUntil: until, approver: "赵敏"),
                filed: KnowledgeEntry.Mark(by: "zhaomin", at: Fixtures.now)))
    }

    @Test("the valid line of the warning's aspect is taken, that for the narrowest place before others")
    func best() async throws {
        let folder = try TemporaryFolder()
        let bot = try BotStore(path: folder.file("bot.db"), digest: { $0 })
        let service = try service(bot)
        func line(_ subject: WarningSubject, longest: Int = 500) async throws -> String? {
            try await service.line(
                about: subject, for: WarningHouse.manager, on: Fixtures.today, longest: longest
            )?.content.answer
        }
        #expect(try await line(WarningHouse.fuel) == nil)
        try await bot.keep([
            entry(1, "油耗高怎么解释", "全国的"), entry(2, "油耗高怎么解释", "杭州的", .city("杭州")),
            entry(3, "油耗高怎么解释", "广州的", .city("广州")),
            entry(4, "油耗虚标怎么办", "过期的", .city("杭州"), until: Fixtures.today - 1),
            entry(5, "售后等太久", "售后的"),
        ])
        #expect(try await line(WarningHouse.fuel) == "杭州的")
        #expect(try await line(WarningHouse.fuel, longest: 2) == nil)
        #expect(try await line(WarningHouse.complaints(.city(Fixtures.ningbo))) == "全国的")
        // A warning of a place that the line does not hold for as a whole.
        #expect(try await line(WarningHouse.complaints(.region(Fixtures.eastChina))) == "全国的")
        #expect(
            try await line(WarningHouse.complaints(.city(Fixtures.hangzhou), "after_sales.waiting")) == "售后的")
        #expect(try await line(WarningHouse.complaints(.city(Fixtures.hangzhou), nil)) == nil)
        #expect(
            try await line(
                .danger(.init(key: "brake", title: "油耗", place: .city(Fixtures.hangzhou)))) == nil)
    }

    private static let fire = WarningSubject.danger(
        .init(key: "fire", title: "起火", place: .city(Fixtures.hangzhou)))

    /// A house in which the dealers of 杭州 were sent a line.
    private func told(_ subject: WarningSubject, _ line: String) async throws -> WarningHouse {
        let house = try await WarningHouse(knowledge: { [try service($0)] })
        try await house.open(subject)
        _ = try await house.say("通报 A12：\(line)")
        _ = try await house.say("确认通报")
        return house
    }

    @Test("a dealer who asks what to say is given the line that was sent for a warning of it")
    func released() async throws {
        let house = try await told(Self.fire, "请客户立即靠边停车，拨打救援电话")
        let dealer = Fixtures.westLakeDealer
        for text in ["起火了客户怎么安抚", "车起火了怎么跟客户解释", "客户的车起火了该怎么办"] {
            let answer = try await house.say(text, as: dealer)
            #expect(answer.contains("请客户立即靠边停车，拨打救援电话"), "\(text): \(answer)")
            #expect(answer.contains("来自 预警 A12，\(WarningHouse.manager.name)"), "\(text): \(answer)")
            WarningHouse.checkWriting(answer)
        }
        // Of what it is not about, and for a city that it was not sent to, it says nothing.
        for (text, person) in [
            ("油耗高怎么跟客户解释", dealer), ("起火了客户怎么安抚", Fixtures.ningboDealer),
            ("起火了客户怎么安抚", WarningHouse.guangzhouDealer),
        ] {
            let answer = try await house.say(text, as: person)
            #expect(!answer.contains("靠边停车"), "\(text): \(answer)")
        }
    }

    @Test("that a dealer was given the line is in the audit trail, with which of the lines it was")
    func audited() async throws {
        let house = try await told(Self.fire, "请客户立即靠边停车")
        let sent = try #require(try await house.stored()?.guidance?.at)
        _ = try await house.say("起火了客户怎么安抚", as: Fixtures.westLakeDealer)
        _ = try await house.say("起火了客户怎么安抚", as: Fixtures.ningboDealer)
        var filter = AuditFilter()
        filter.action = "warning.answered"
        let entries = try await house.bot.audit(filter, before: nil, limit: 9)
        #expect(entries.map(\.actor) == [Fixtures.westLakeDealer.id])
        #expect(entries.map(\.object) == ["A12/guided-\(sent.milliseconds)"])
    }

    @Test("words that were sent to other stores later are not those of the ones told before")
    func laterLine() async throws {
        let house = try await told(Self.fire, "先请客户停车")
        try await house.change { warning in
            warning.guidance?.words = "宁波的口径"
            warning.guidance?.at = house.clock.now + .seconds(60)
            return []
        }
        let answer = try await house.say("起火了客户怎么安抚", as: Fixtures.westLakeDealer)
        #expect(!answer.contains("宁波的口径"), "\(answer)")
        #expect(answer.contains("先请客户停车"), "\(answer)")
    }

    @Test("a line that waits for the morning is given to nobody before")
    func held() async throws {
        let house = try await WarningHouse(knowledge: { [try service($0)] })
        house.clock.advance(by: .seconds(13 * 3600))
        try await house.open(WarningHouse.fuel)
        _ = try await house.say("通报 A12：正在核实油耗，请先登记")
        _ = try await house.say("确认通报")
        #expect(try await house.stored()?.guidance?.words == "正在核实油耗，请先登记")
        let early = try await house.say("油耗高怎么解释", as: Fixtures.westLakeDealer)
        #expect(!early.contains("正在核实油耗"), "\(early)")
        house.clock.advance(by: .seconds(10 * 3600))
        let later = try await house.say("油耗高怎么解释", as: Fixtures.westLakeDealer)
        #expect(later.contains("正在核实油耗"), "\(later)")
    }

    @Test("what headquarters has filed is offered beside the line of a warning")
    func beside() async throws {
        let house = try await told(WarningHouse.fuel, "正在核实油耗，请先登记")
        try await house.bot.keep([entry(1, "油耗高怎么解释", "市区油耗偏高属正常")])
        let answer = try await house.say("油耗高怎么解释", as: Fixtures.westLakeDealer)
        #expect(answer.contains("正在核实油耗，请先登记"), "\(answer)")
        #expect(answer.contains("口径：油耗高怎么解释"), "\(answer)")
        let filed = try await house.say("2", as: Fixtures.westLakeDealer)
        #expect(filed.contains("市区油耗偏高属正常"), "\(filed)")
    }

    @Test("a false alarm's line holds no more, that of one that is over for two weeks, with a word")
    func over() async throws {
        let house = try await told(WarningHouse.fuel, "正在核实油耗，请先登记")
        let dealer = Fixtures.westLakeDealer
        _ = try await house.say("A12 已解决")
        let over = try await house.say("油耗高怎么解释", as: dealer)
        #expect(over.contains("正在核实油耗，请先登记"), "\(over)")
        #expect(over.contains("预警已结束，用之前请再核实"), "\(over)")
        _ = try await house.say("A12 撤销解决")
        _ = try await house.say("A12 误报")
        #expect(try await !house.say("油耗高怎么解释", as: dealer).contains("正在核实"))
        _ = try await house.say("A12 撤销误报")
        _ = try await house.say("A12 已解决")
        house.clock.advance(by: .seconds(14 * 86_400))
        #expect(try await !house.say("油耗高怎么解释", as: dealer).contains("正在核实"))
    }
}
