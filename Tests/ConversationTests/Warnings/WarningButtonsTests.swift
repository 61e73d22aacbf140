import EarshotTesting
import Store
import Testing
import Texts

@testable import Earshot

@Suite("What the buttons under warnings say and do")
struct WarningButtonsTests {
    private func choices(_ reply: Reply) -> [String] {
        reply.blocks.flatMap { block -> [String] in
            if case .choices(_, let choices) = block { choices.map(\.text) } else { [] }
        }
    }

    @Test(
        "each button of the details does what it says, as words that are sent long after",
        arguments: [
            ("认领 A12", "预警 A12 由您负责了"), ("A12 误报", "预警 A12 记为误报"), ("A12 转交", "预警 A12 要转给谁？"),
            ("静默 A12 2小时", "预警 A12 静默到 12:00"), ("通报 A12", "通报口径 · 预警 A12"), ("A12 原话", "差评原话"),
            ("A12 走势", "预警 A12 走势"), ("A12 已解决", "预警 A12 已解决"),
        ])
    func pressed(words: String, answer: String) async throws {
        let house = try await WarningHouse()
        try await house.open()
        let details = try await house.reply("A12 详情")
        #expect(choices(details).contains(words), "\(choices(details))")
        #expect(details.actions == Reply.Actions())
        // From a card of yesterday: the answer's own numbers and words are gone.
        _ = try await house.say("你好")
        let lines = try await house.say(words)
        #expect(lines.contains(answer), "\(lines)")
        // The answer with customers' words is not of warnings alone.
        if words != "A12 原话" { WarningHouse.checkWriting(lines) }
    }

    @Test("nine of them are on the notice that opens a warning, the most important first")
    func notice() async throws {
        let house = try await WarningHouse()
        let warning = try await house.open()
        let notice = try await house.notice(.opened, of: warning)
        #expect(
            choices(notice) == [
                "认领 A12", "A12 详情", "A12 误报", "A12 转交", "静默 A12 2小时", "通报 A12", "A12 原话", "A12 走势", "A12 已解决",
                // Where a card has no room for all.
                "A12 更多操作",
            ])
        for words in choices(notice) {
            #expect(try await !house.say(words).contains("没听懂"), "\(words)")
        }
    }

    @Test("a silence by a button is of two hours, says until when and how to change it")
    func silence() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let answer = try await house.reply("静默 A12 2小时")
        #expect(answer.lines.contains("静默到 12:00"), "\(answer.lines)")
        #expect(answer.lines.contains("要改时长，可以说「静默 A12 4小时」"), "\(answer.lines)")
        #expect(answer.actions?.standing == "已静默到 12:00")
        #expect(try await house.say("静默 A12 4小时").contains("静默到 14:00"))
        #expect(choices(try await house.reply("A12 详情")).allSatisfy { !$0.contains("静默") })
    }

    @Test("who shall have it is asked with those who may, of whom one press is enough")
    func assign() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let asked = try await house.reply("A12 转交")
        #expect(choices(asked).contains("A12 转给林枫"), "\(asked.lines)")
        // Neither of the two of this name can be meant by it.
        #expect(!choices(asked).contains("A12 转给张伟"))
        let given = try await house.reply("1")
        #expect(try await house.stored()?.owner != nil)
        #expect(given.actions?.standing?.hasPrefix("已转给") == true, "\(given.lines)")
        let other = try await WarningHouse()
        try await other.open()
        let pressed = try await other.reply("A12 转给林枫")
        #expect(pressed.actions?.standing == "已转给林枫")
        #expect(try await other.stored()?.owner == "head")
    }

    @Test("the card of whoever is second, or presses twice, says how the matter stands")
    func second() async throws {
        let house = try await WarningHouse()
        try await house.open()
        #expect(try await house.reply("认领 A12").actions?.standing == "已由李强认领")
        for person in [WarningHouse.manager, WarningHouse.head] {
            let answer = try await house.reply("认领 A12", as: person)
            #expect(answer.actions?.standing == "已由李强认领", "\(answer.lines)")
        }
        #expect(try await house.reply("A12 已解决").actions?.standing == "已解决（李强）")
        for words in ["A12 已解决", "A12 误报", "认领 A12", "静默 A12 2小时", "A12 转给林枫"] {
            let answer = try await house.reply(words, as: WarningHouse.head)
            #expect(answer.actions?.standing == "已解决（李强）", "\(words): \(answer.lines)")
        }
        #expect(try await house.reply("A12 详情").actions?.standing == nil)
    }

    @Test("a false alarm and a line to take stand on the card, too")
    func others() async throws {
        let house = try await WarningHouse()
        try await house.open()
        _ = try await house.say("通报 A12：请统一回复客户")
        #expect(try await house.reply("确认通报 A12").actions?.standing == "口径已通报")
        #expect(try await house.reply("A12 误报").actions?.standing == "误报（李强）")
    }
}

@Suite("What is told of a warning that is over")
struct WarningEndTests {
    @Test("the closing notice tells of its start, its worst, all its voices, and who did what and how fast")
    func told() async throws {
        let house = try await WarningHouse()
        try await house.open(days: (Fixtures.today - 2)...(Fixtures.today - 1), observed: 12)
        let rounds = try house.rounds()
        #expect(try await rounds.tell().isEmpty == false)
        house.clock.advance(by: .seconds(25 * 60))
        _ = try await house.say("认领 A12")
        _ = try await house.say("静默 A12 2小时 原因：正在核实")
        _ = try await house.say("A12 转给林枫")
        house.clock.advance(by: .seconds(3 * 3600))
        _ = try await house.say("A12 已解决：已更换批次", as: WarningHouse.head)
        let told = try await rounds.tell()
        let notices = told.filter { $0.reply.lines.hasPrefix("预警结束") }
        #expect(!notices.isEmpty, "\(told.map(\.reply.lines))")
        let notice = try #require(notices.first).reply.lines
        for line in [
            "预警结束 A12 · 杭州 · 油耗抱怨偏多", "开始 11/19", "结果 已解决（林枫）：已更换批次", "最高 11/19–11/20 2 天 12 条",
            "期间 11/19–11/20 共 12 条", "认领用时 25 分钟（李强）", "转交 10:25 李强 转给 林枫", "静默 10:25 李强：正在核实", "历时 3 小时",
        ] {
            #expect(notice.split(separator: "\n").contains(line[...]), "\(line) in \(notice)")
        }
        WarningHouse.checkWriting(notice)
        #expect(try await rounds.tell().isEmpty, "told once")
    }

    @Test("dealers who were told what to say are told that it is over, without what colleagues did")
    func dealers() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let rounds = try house.rounds()
        _ = try await rounds.tell()
        _ = try await house.say("通报 A12：请统一回复客户")
        _ = try await house.say("确认通报 A12")
        _ = try await house.say("静默 A12 2小时 原因：正在核实")
        _ = try await house.say("A12 已解决：已更换批次")
        let told = try await rounds.tell().filter {
            $0.recipient == "person:\(Fixtures.westLakeDealer.id)"
        }
        let notice = try #require(told.first).reply.lines
        #expect(notice.hasPrefix("预警结束 A12"), "\(notice)")
        for hidden in ["李强", "正在核实", "已更换批次", "静默", "认领"] {
            #expect(!notice.contains(hidden), "\(hidden) in \(notice)")
        }
    }
}

extension WarningHouse {
    private var directory: FixtureDirectory { FixtureDirectory(people) }

    private func post() throws -> NoticePost {
        NoticePost(
            texts: try BotFixture.texts.get(), figures: voices, directory: directory)
    }

    /// What a manager is told, with the texts that are delivered.
    func notice(
        _ notice: Notice, of warning: Warning, to person: Person = manager
    ) async throws -> Reply {
        let decision = NoticeDecision(
            warning: warning.number, notice: notice, person: person.id,
            verdict: .sent(account: person.accounts[0]), at: clock.now)
        return try await post().delivery(
            decision, of: warning, [], to: person,
            by: Way(account: person.accounts[0], channel: "dingtalk/test", recipient: person.id),
            at: clock.now
        ).reply
    }

    /// Rounds that tell with the texts that are delivered, and look for nothing.
    func rounds() throws -> WarningRounds {
        let audience = WarningAudience(
            ChainOfCommand(directory: directory, headquarters: []), administrators: [])
        let situation = WarningRounds.Situation(
            watch: Watch(calendar: WorkCalendar(), regions: Fixtures.regions), safety: .none,
            workCalendar: WorkCalendar(), audience: audience, directory: directory,
            rules: WarningRules(quietHours: WarningHouse.quietHours), post: try post(),
            reach: FixtureWays())
        return WarningRounds(complaints: Unwatched(), arrivals: nil, register: bot, clock: clock) {
            situation
        }
    }

    private struct Unwatched: ComplaintSource {
        func complaints(during days: ClosedRange<Day>) async throws -> ComplaintCounts {
            ComplaintCounts(days: days)
        }

        func together(_ pairs: [ComplaintPair]) async throws -> [ComplaintPair: ComplaintPair.Count] { [:] }
    }
}
