import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("What is done about warnings in the chat")
struct WarningActsTests {
    @Test(
        "a warning is taken on by typed words, by a button's, and by the number that is offered",
        arguments: [
            ["认领A12"], ["认领 A12"], ["我来处理 A12"], ["当前预警", "2"], ["当前预警", "认领 A12"], ["A12 详情", "认领"],
        ])
    func claim(_ words: [String]) async throws {
        let house = try await WarningHouse()
        try await house.open()
        var answer = ""
        for text in words { answer = try await house.say(text) }
        #expect(answer.contains("预警 A12 由您负责了"), "\(words): \(answer)")
        #expect(answer.contains("杭州 · 油耗抱怨偏多：平时每天约 4 条，11/20 一天 19 条，约 9 年一遇"), "\(answer)")
        #expect(try await house.stored()?.owner == WarningHouse.manager.id)
        #expect(try await house.stored()?.state == .claimed)
        WarningHouse.checkWriting(answer)
    }

    @Test("the second manager is told who was first and when, and the first that it is the own")
    func second() async throws {
        let house = try await WarningHouse()
        try await house.open()
        _ = try await house.say("认领 A12")
        house.clock.advance(by: .seconds(60))
        let answer = try await house.say("认领 A12", as: WarningHouse.head)
        #expect(answer == "预警 A12 已由 李强 在 10:00 接手。需要换人，可以说「A12 转给某某」。")
        #expect(try await house.say("认领 A12") == "预警 A12 已经在您名下。")
        #expect(try await house.stored()?.owner == WarningHouse.manager.id)
        house.clock.advance(by: .seconds(24 * 3600))
        #expect(try await house.say("认领 A12", as: WarningHouse.head).contains("已由 李强 在 11/21 10:00 接手"))
    }

    @Test(
        "what somebody had who has left is listed as nobody's, and taken on without its number; what is over stays theirs"
    )
    func departed() async throws {
        let house = try await WarningHouse()
        let warning = try await house.open()
        try await house.change { [$0.changed(claimed: "gone", at: house.clock.now)] }
        #expect(try await house.stored()?.owner == "gone")
        let list = try await house.say("当前预警")
        #expect(list.contains("认领 A\(warning.number)"), "\(list)")
        #expect(!list.contains("gone"), "\(list)")
        #expect(try await house.say("认领").contains("预警 A12 由您负责了"))
        #expect(try await house.stored()?.owner == WarningHouse.manager.id)
        try await house.open(WarningHouse.complaints(.city(Fixtures.ningbo), "brakes"), number: 13)
        try await house.change(13) { warning in
            [
                warning.changed(claimed: "gone", at: house.clock.now),
                warning.changed(resolvedBy: "gone", at: house.clock.now),
            ]
        }
        #expect(try await house.say("A13 详情").contains("gone"))
    }

    @Test("of two turns that were decided on at the same instant one is made, and the other is told")
    func atOnce() async throws {
        let house = try await WarningHouse()
        let warning = try await house.open()
        func turn(_ person: Person) throws -> Turn {
            var changed = warning
            let step = try changed.apply(.claim, by: person.id, at: house.clock.now)
            return Turn(
                message: MessageKey(channel: "c", id: person.id),
                conversation: ConversationKey(account: person.id, chat: "c"),
                state: DialogueState(updatedAt: house.clock.now), reply: Reply([.text("好")]),
                effects: [
                    .changeWarning(WarningChange(changed, before: warning.version, step), by: person.id)
                ], at: house.clock.now)
        }
        _ = try await house.bot.commit(try turn(WarningHouse.manager))
        let late = try turn(WarningHouse.head)
        await #expect(throws: ConversationConflict.self) { try await house.bot.commit(late) }
        #expect(try await house.bot.reply(to: late.message) == nil)
        #expect(try await house.stored()?.owner == WarningHouse.manager.id)
        #expect(try await house.bot.steps(of: 12).map(\.kind) == [.opened, .claimed])
    }

    private static let crowd = (0..<8).map { number in
        Person(
            id: "m\(number)", name: "经理\(number)", role: .manager, regions: [Fixtures.eastChina],
            accounts: ["dingtalk:mm\(number)"])
    }

    /// What eight managers are answered who say the same at the same time.
    private static func allAtOnce(_ words: String) async throws -> (WarningHouse, [String]) {
        let house = try await WarningHouse(people: crowd)
        try await house.open()
        let answers = try await withThrowingTaskGroup { group in
            for person in crowd { group.addTask { try await house.say(words, as: person) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        return (house, answers)
    }

    @Test("of eight who claim at once exactly one has it, and seven are told who")
    func crowd() async throws {
        let (house, answers) = try await WarningActsTests.allAtOnce("认领 A12")
        let owner = try #require(try await house.stored()?.owner)
        let name = try #require(WarningActsTests.crowd.first { $0.id == owner }?.name)
        #expect(answers.count { $0.contains("由您负责了") } == 1)
        #expect(answers.count { $0.contains("已由 \(name) 在 10:00 接手") } == 7, "\(answers)")
        #expect(try await house.bot.steps(of: 12).count == 2)
    }

    @Test("of eight who do something at once that each may, everybody's is done")
    func crowdOfSilences() async throws {
        let (house, answers) = try await WarningActsTests.allAtOnce("静默 A12 2小时")
        #expect(answers.allSatisfy { $0.contains("预警 A12 静默到 12:00") }, "\(answers)")
        #expect(try await house.bot.steps(of: 12).count == 9)
    }

    @Test("it is given to somebody by the name, and who has it then is written down")
    func assign() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let answer = try await house.say("A12 转给林枫")
        #expect(answer == "预警 A12 已转给 林枫\n我会通知对方。")
        #expect(try await house.stored()?.owner == "head")
        #expect(try await house.stored()?.assignedBy == WarningHouse.manager.id)
        #expect(try await house.say("A12").contains("10:00 李强 转给 林枫"))
        #expect(try await house.say("A12 转给林枫").contains("已由 林枫"))
    }

    @Test(
        "nobody is given it whose name is unknown, is that of two, or is a dealer's; then it is said who can")
    func nobodyOfThatName() async throws {
        let house = try await WarningHouse()
        try await house.open()
        for name in ["欧阳修", "张伟", "王芳", "周涛"] {
            let answer = try await house.say("A12 转给\(name)")
            #expect(
                answer.contains(
                    name == "张伟" ? "能接手预警 A12 的有几位「张伟」。" : "「\(name)」不能接手预警 A12"), "\(name): \(answer)")
            #expect(answer.contains("林枫（华东）") == (name != "张伟"), "\(name): \(answer)")
            #expect(!answer.contains("李强"), "nobody is asked to give it to himself: \(answer)")
            #expect(!answer.contains("王芳（") && !answer.contains("周涛（"), "\(answer)")
            WarningHouse.checkWriting(answer)
        }
        #expect(try await house.stored()?.owner == nil)
    }

    @Test("who gives it to himself has it, also where somebody else had it")
    func toHimself() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let answer = try await house.say("A12 转给李强")
        #expect(answer.contains("预警 A12 由您负责了"), "\(answer)")
        #expect(try await house.say("A12 转给李强") == "预警 A12 已经在您名下。")
        let taken = try await house.say("A12 转给林枫", as: WarningHouse.head)
        #expect(taken.contains("预警 A12 由您负责了"), "\(taken)")
        let details = try await house.say("A12")
        #expect(details.contains("10:00 林枫 接手"), "\(details)")
        #expect(try await house.stored()?.owner == "head")
    }

    @Test("whoever had it is told once that somebody else has it now, and who gave it away is not")
    func relieved() async throws {
        let house = try await WarningHouse()
        try await house.open()
        _ = try await house.say("A12 转给李强")
        #expect(try await house.deliveries().isEmpty)
        _ = try await house.say("A12 转给林枫", as: WarningHouse.head)
        let told = try await house.deliveries()
        #expect(told.count == 1 && told[0].key.contains("/relieved/"), "\(told)")
        let words = try #require(try await house.bot.delivery(told[0].number)?.reply).lines
        #expect(words.contains("林枫 已接手这条预警，您不用再跟进。"), "\(words)")
        WarningHouse.checkWriting(words)
        _ = try await house.say("A12 转给李强", as: WarningHouse.head)
        #expect(try await house.deliveries().count == 1)
    }

    @Test(
        "what waits for the morning is overtaken at night: who has it again is not told that somebody else has"
    )
    func relievedAtNight() async throws {
        let house = try await WarningHouse()
        try await house.open()
        house.clock.advance(by: .seconds(13 * 3600))
        func waiting() async throws -> [DeliverySummary] {
            try await house.deliveries().filter {
                $0.key.contains("/relieved/") && $0.progress.state == .waiting
            }
        }
        _ = try await house.say("A12 转给李强")
        _ = try await house.say("A12 转给林枫", as: WarningHouse.head)
        #expect(try await waiting().count == 1)
        house.clock.advance(by: .seconds(60))
        _ = try await house.say("A12 转给李强", as: WarningHouse.head)
        #expect(try await waiting().isEmpty)
        house.clock.advance(by: .seconds(60))
        _ = try await house.say("A12 转给林枫", as: WarningHouse.head)
        #expect(try await waiting().count == 1, "once, however often it changed hands")
    }

    @Test(
        "a silence says until when, with its reason, which can be added later",
        arguments: [
            ("静默 A12 2h", "12:00", nil), ("静默 A12 2小时", "12:00", nil), ("A12 静默 30分钟", "10:30", nil),
            ("静默 A12 2小时 原因：正在核实", "12:00", "正在核实"), ("静默 A12 1天", "11/22 10:00", nil),
            ("静默 A12", "12:00", nil), ("静默 A12 90天", "11/28 10:00", nil),
        ] as [(String, String, String?)])
    func silence(_ words: String, _ end: String, _ reason: String?) async throws {
        let house = try await WarningHouse()
        try await house.open()
        let answer = try await house.say(words)
        #expect(answer.contains("预警 A12 静默到 \(end)"), "\(words): \(answer)")
        if let reason {
            #expect(answer.contains("原因 \(reason)"))
        } else {
            #expect(answer.contains("没有写原因。"))
            let again = try await house.say("静默 A12 2小时 原因：已联系门店")
            #expect(again.contains("原因 已联系门店"), "\(again)")
        }
        #expect(try await house.stored()?.silence?.by == WarningHouse.manager.id)
        WarningHouse.checkWriting(answer)
    }

    @Test(
        "a false alarm makes the place's warnings rarer, which is said and kept, and read by the next round")
    func falseAlarm() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let answer = try await house.say("A12 误报：是营销活动")
        #expect(answer.contains("预警 A12 记为误报") && answer.contains("原因 是营销活动"), "\(answer)")
        #expect(answer.contains("杭州 油耗的预警门槛已提高：误报限额降到平常的 50%（累计 1 次误报）。"), "\(answer)")
        WarningHouse.checkWriting(answer)
        let shares = try await house.bot.alarmShares()
        #expect(
            shares == [
                "\(WarningHouse.fuel)": AlarmShare(
                    subject: "\(WarningHouse.fuel)", factor: 0.5, falseAlarms: 1)
            ])
        #expect(
            WarningRounds.shares(shares, regions: Fixtures.regions) == [
                WatchedMatter(.city(Fixtures.hangzhou), Aspect("fuel")): 0.5
            ])
        #expect(
            try await house.say("A12 误报")
                == "预警 A12 已被 李强 在 10:00 标为误报。不是误报的话，说「A12 撤销误报」重新打开。")
        #expect(try await house.bot.alarmShares() == shares)
        try await house.open(number: 13)
        #expect(try await house.say("A13 误报").contains("降到平常的 25%（累计 2 次误报）"))
    }

    @Test("it is over once somebody says so, with a remark, and nothing is done about it afterwards")
    func resolve() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let answer = try await house.say("A12 已解决：已更换批次")
        #expect(answer.contains("预警 A12 已解决") && answer.contains("说明 已更换批次"), "\(answer)")
        let before = try await house.stored()
        for words in [
            "认领 A12", "A12 转给林枫", "静默 A12 2小时", "A12 误报", "A12 已解决", "通报 A12：请统一回复",
        ] {
            let answer = try await house.say(words, as: WarningHouse.head)
            #expect(
                answer == "预警 A12 已经结束：李强 在 10:00 标为已解决。还没解决的话，说「A12 撤销解决」重新打开。",
                "\(words): \(answer)")
        }
        #expect(try await house.stored() == before)
    }

    @Test("a message that comes again changes nothing again")
    func repeated() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let answer = try await house.say("A12 误报", id: "m1")
        let before = try await house.stored()
        #expect(try await house.say("A12 误报", id: "m1") == answer)
        #expect(try await house.stored() == before)
        #expect(try await house.bot.steps(of: 12).count == 2)
        #expect(try await house.bot.alarmShares().values.map(\.falseAlarms) == [1])
    }

    @Test("a dealer does nothing about a warning, seen or not, and is told who does")
    func dealers() async throws {
        let house = try await WarningHouse()
        try await house.open()
        for released in [false, true] {
            if released {
                _ = try await house.say("通报 A12：请统一回复")
                _ = try await house.say("1")
            }
            let before = try await house.stored()
            for words in ["认领 A12", "A12 误报", "A12 已解决", "静默 A12 2小时", "A12 转给李强", "通报 A12：都没事"] {
                let answer = try await house.say(words, as: Fixtures.westLakeDealer)
                #expect(!answer.contains("静默到") && !answer.contains("由您负责"), "\(words): \(answer)")
            }
            #expect(try await house.stored() == before)
        }
    }

    @Test("while nobody has it a silence takes nothing back that is on its way; a claim does")
    func notices() async throws {
        let house = try await WarningHouse()
        let warning = try await house.open()
        try await house.bot.keep(
            [
                NoticeDecision(
                    warning: 12, notice: .opened, person: "head", verdict: .sent(account: "dingtalk:h2"),
                    at: house.clock.now)
            ], of: [warning],
            [
                Delivery(
                    key: Delivery.key(.opened, of: 12, to: "head"), channel: "dingtalk/dealers",
                    recipient: "person:head", reply: Reply([.text("预警")]),
                    deadline: house.clock.now + .seconds(86_400))
            ], at: house.clock.now)
        func state() async throws -> DeliveryState? { try await house.deliveries().first?.progress.state }
        _ = try await house.say("静默 A12 2小时")
        #expect(try await state() == .waiting)
        _ = try await house.say("认领 A12")
        #expect(try await state() == .cancelled)
    }
}

extension Warning {
    fileprivate mutating func changed(claimed person: String, at now: Timestamp) -> WarningStep {
        (try? apply(.claim, by: person, at: now)) ?? changed(.claimed, at: now)
    }

    fileprivate mutating func changed(resolvedBy person: String, at now: Timestamp) -> WarningStep {
        (try? apply(.resolve(remark: nil), by: person, at: now)) ?? changed(.resolved, at: now)
    }
}
