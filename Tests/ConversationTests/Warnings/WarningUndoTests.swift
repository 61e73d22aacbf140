import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("What was done about warnings is undone, or not done at all")
struct WarningUndoTests {
    @Test("a silence is ended before its time, with a line of the history")
    func unsilences() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let nothing = try await house.say("取消静默 A12")
        #expect(nothing.contains("预警 A12 没有在静默。"), "\(nothing)")
        _ = try await house.say("静默 A12 2h 原因：在核实")
        let answer = try await house.say("取消静默 A12")
        #expect(answer.contains("预警 A12 已取消静默"), "\(answer)")
        #expect(try await house.stored()?.silence == nil)
        let details = try await house.say("A12 详情")
        #expect(details.contains(" 取消静默"), "\(details)")
        WarningHouse.checkWriting(details)
    }

    @Test("a silence that is too long is cut, and that is said; one of no length is refused")
    func lengths() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let long = try await house.say("静默A12 30天")
        #expect(long.contains("最长静默 7 天，已按 7 天记。"), "\(long)")
        let until = try await house.stored()?.silence?.until
        #expect(until == house.clock.now + .seconds(7 * 86_400))
        for text in ["静默 A12 -2h", "静默 A12 0h", "静默 A12 到昨天", "静默 A12 到2月30日", "静默 A12 abc"] {
            let refused = try await house.say(text)
            #expect(refused.contains("静默时长要大于 0"), "\(text): \(refused)")
        }
        #expect(try await house.stored()?.silence?.until == until)
        _ = try await house.say("静默 A12 2h (原因：厂家在查)")
        #expect(try await house.stored()?.silence?.reason == "厂家在查")
    }

    @Test("that it was a false alarm is taken back within a week, and what it took is given back")
    func restores() async throws {
        let house = try await WarningHouse()
        try await house.open()
        _ = try await house.say("A12 误报")
        #expect(try await house.bot.alarmShares().values.map(\.factor) == [0.5])
        let answer = try await house.say("撤销误报 A12")
        #expect(answer.contains("预警 A12 已撤销误报，重新打开"), "\(answer)")
        let warning = try #require(try await house.stored())
        #expect(warning.state == .open && warning.end == nil && warning.reopenings == 1)
        let share = try #require(try await house.bot.alarmShares().values.first)
        #expect(share.factor == 1 && share.falseAlarms == 0)
        #expect(try await house.bot.steps(of: 12).map(\.kind) == [.opened, .dismissed, .restored])
        WarningHouse.checkWriting(answer)
        let again = try await house.say("撤销误报 A12")
        #expect(again.contains("没有标为误报"), "\(again)")
    }

    @Test("where nothing can be opened again, what is open is not offered for it")
    func nothingToRestore() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let answer = try await house.say("撤销误报")
        #expect(answer.contains("没有可以重新打开的预警") && !answer.contains("A12"), "\(answer)")
        WarningHouse.checkWriting(answer)
    }

    @Test("that it is over is taken back within a week, and whoever had it has it")
    func takesBackResolved() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let resolved = try await house.say("A12 已解决，已更换批次")
        #expect(resolved.contains("标错了可以在 7 天内说「A12 撤销解决」。"), "\(resolved)")
        WarningHouse.checkWriting(resolved)
        let answer = try await house.say("A12 撤销解决")
        #expect(answer.contains("预警 A12 重新打开"), "\(answer)")
        #expect(!answer.contains("误报"), "\(answer)")
        let warning = try #require(try await house.stored())
        #expect(warning.state == .claimed && warning.end == nil && warning.owner == WarningHouse.manager.id)
        #expect(warning.reopenings == 1)
        #expect(try await house.bot.steps(of: 12).map(\.kind) == [.opened, .resolved, .restored])
        let again = try await house.say("撤销解决 A12")
        #expect(again.contains("没有标为已解决，不用撤销"), "\(again)")
        house.clock.advance(by: .seconds(60))
        _ = try await house.say("A12 已解决")
        house.clock.advance(by: .seconds(7 * 86_400))
        let late = try await house.say("重新打开 A12")
        #expect(late.contains("标为已解决，已超过 7 天，不能再撤销"), "\(late)")
        #expect(try await house.stored()?.state == .resolved)
    }

    @Test(
        "what was resolved is not opened again by taking back a false alarm, nor the other way round",
        arguments: [("A12 已解决", "撤销误报 A12", "A12 撤销解决"), ("A12 误报", "撤销解决 A12", "A12 撤销误报")])
    func takesBackWhatIsNamed(said: String, other: String, right: String) async throws {
        let house = try await WarningHouse()
        try await house.open()
        _ = try await house.say(said)
        let ended = try await house.stored()
        let refused = try await house.say(other)
        #expect(refused.contains("说「\(right)」重新打开"), "\(refused)")
        WarningHouse.checkWriting(refused)
        #expect(try await house.stored() == ended)
        let opened = try await house.say("重新打开 A12")
        #expect(opened.contains("重新打开"), "\(opened)")
        #expect(try await house.stored()?.state.isActive == true)
    }

    @Test("what ended by itself is not taken back")
    func endedByItself() async throws {
        let house = try await WarningHouse()
        try await house.open()
        for day in 0..<3 {
            try await house.change { $0.pass(ordinary: Fixtures.today + day, at: house.clock.now) }
        }
        #expect(try await house.stored()?.state == .resolved)
        let answer = try await house.say("A12 撤销解决")
        #expect(answer.contains("没有标为已解决，不用撤销"), "\(answer)")
        #expect(try await house.stored()?.state == .resolved)
    }

    @Test("after a week, and where another warning is of the same matter, it stays a false alarm")
    func notRestored() async throws {
        let house = try await WarningHouse()
        try await house.open()
        try await house.open(WarningHouse.complaints(.city(Fixtures.ningbo)), number: 13)
        _ = try await house.say("A12 误报")
        _ = try await house.say("A13 误报")
        try await house.open(WarningHouse.complaints(.city(Fixtures.ningbo)), number: 14)
        let twin = try await house.say("撤销误报 A13")
        #expect(twin.contains("已有新的预警 A14"), "\(twin)")
        house.clock.advance(by: .seconds(7 * 86_400))
        let late = try await house.say("撤销误报 A12")
        #expect(late.contains("已超过 7 天，不能再撤销"), "\(late)")
        #expect(try await house.stored()?.state == .dismissed)
    }

    @Test("what would have been over by now ends with the next ordinary day")
    func overMeanwhile() async throws {
        let house = try await WarningHouse()
        try await house.open()
        _ = try await house.say("A12 误报")
        for day in 0..<3 {
            try await house.change { $0.pass(ordinary: Fixtures.today + day, at: house.clock.now) }
        }
        _ = try await house.say("撤销误报 A12")
        #expect(try await house.stored()?.state == .watching)
        try await house.change { $0.pass(ordinary: Fixtures.today + 3, at: house.clock.now) }
        #expect(try await house.stored()?.state == .resolved)
    }

    @Test("several are taken on with one message, and each is answered")
    func several() async throws {
        let house = try await WarningHouse()
        try await house.open()
        try await house.open(WarningHouse.complaints(.city(Fixtures.ningbo)), number: 13)
        let answer = try await house.say("认领 A13 A12")
        #expect(answer.contains("预警 A13 由您负责了") && answer.contains("预警 A12 由您负责了"), "\(answer)")
        #expect(try await house.stored(12)?.owner == WarningHouse.manager.id)
        #expect(try await house.stored(13)?.owner == WarningHouse.manager.id)
    }

    @Test("more than eight are gone on with")
    func pages() async throws {
        let house = try await WarningHouse()
        let aspects = [
            "fuel", "space", "power", "price", "interior", "features", "safety", "exterior", "handling",
            "comfort",
        ]
        for (index, aspect) in aspects.enumerated() {
            try await house.open(
                WarningHouse.complaints(.city(Fixtures.hangzhou), aspect), number: Int64(index + 1))
        }
        let first = try await house.say("有什么预警")
        #expect(first.contains("共 10 条，新的在前，第 1–8 条") && first.contains("还有 2 条，回复「更多」"), "\(first)")
        #expect(first.contains("A10 ") && !first.contains("A2 "), "\(first)")
        let second = try await house.say("更多")
        #expect(second.contains("第 9–10 条") && second.contains("A2 ") && second.contains("A1 "), "\(second)")
        #expect(!second.contains("回复「更多」"), "\(second)")
        WarningHouse.checkWriting(second)
    }

    @Test("a draft is sent by 确认通报 alone, and dropped by 先别")
    func drafts() async throws {
        let house = try await WarningHouse()
        try await house.open()
        for words in ["先别", "算了"] {
            _ = try await house.say("通报 A12：请统一回复")
            let dropped = try await house.say(words)
            #expect(dropped.contains("预警 A12 的口径没有发出"), "\(dropped)")
            _ = try await house.say("1")
            #expect(try await house.told().isEmpty)
        }
        _ = try await house.say("通报 A12：请统一回复")
        let sent = try await house.say("确认通报")
        #expect(sent.contains("口径已通报") && sent.contains("已发给 1 人"), "\(sent)")
        #expect(try await house.told() == ["person:\(Fixtures.westLakeDealer.id)"])
    }

    @Test("what waits for the morning is not said to be sent, and is not where it is called a false alarm")
    func recalled() async throws {
        let house = try await WarningHouse()
        try await house.open()
        house.clock.advance(by: .seconds(14 * 3600))
        _ = try await house.say("通报 A12：请统一回复")
        let sent = try await house.say("确认通报")
        #expect(sent.contains("口径将在") && sent.contains("还没有发出：1 人") && !sent.contains("已发给"), "\(sent)")
        _ = try await house.say("A12 误报")
        let details = try await house.say("A12 详情")
        #expect(details.contains("撤回还没送达的口径（1 人）"), "\(details)")
        #expect(details.contains("口径 请统一回复（未发出）"), "\(details)")
        #expect(try await house.stored()?.guidance?.recipients == 0)
        let decisions = try await house.bot.decisions(of: [12])
        #expect(decisions.map(\.verdict.isSent) == [false, false])
    }

    @Test("words that come after others that still wait replace them, which is said, and count once")
    func replaced() async throws {
        let house = try await WarningHouse()
        try await house.open()
        house.clock.advance(by: .seconds(14 * 3600))
        for words in ["请说甲", "请说乙"] {
            _ = try await house.say("通报 A12：\(words)")
            let sent = try await house.say("确认通报")
            let isReplaced = sent.contains("之前还没送达的口径已撤回（1 人），以这次的为准。")
            #expect(isReplaced == (words == "请说乙"), "\(sent)")
            house.clock.advance(by: .seconds(60))
        }
        #expect(try await house.bot.waitingLines(of: 12).count == 1)
        #expect(try await house.stored()?.guidance?.recipients == 1)
        #expect(try await house.bot.steps(of: 12).map(\.kind) == [.opened, .told, .recalled, .told])
        let begun = try await house.bot.begin(
            on: "dingtalk/dealers", rules: ChannelRules(), most: 9,
            at: house.clock.now + .seconds(10 * 3600))
        #expect(begun.consignments.map { $0.reply.lines.contains("请说乙") } == [true])
    }

    @Test("where nothing waits a false alarm calls nothing back and says so of nothing")
    func nothingRecalled() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let answer = try await house.say("A12 误报")
        #expect(!answer.contains("口径"), "\(answer)")
        #expect(try await !house.say("撤销误报 A12").contains("口径"))
    }

    @Test("the curve of a danger is said to be of all complaints")
    func trendOfDanger() async throws {
        let house = try await WarningHouse()
        try await house.open(
            .danger(
                WarningSubject.LocalDanger(key: "brakes", title: "刹车失灵", place: .city(Fixtures.hangzhou))))
        let answer = try await house.say("A12 走势")
        #expect(answer.contains("杭州的全部抱怨，不是只有「刹车失灵」"), "\(answer)")
    }

    @Test("whoever was away reads who was told instead, and a dealer that the line to take came")
    func reasons() async throws {
        let house = try await WarningHouse()
        try await house.open()
        try await house.decide(
            .opened, WarningHouse.head, .sent(account: "dingtalk:h2"), insteadOf: [WarningHouse.manager.id])
        let away = try await house.say("A12 为什么没发给我")
        #expect(away.contains("由 林枫 代您收到") && !away.contains("没有轮到通知您"), "\(away)")
        _ = try await house.say("通报 A12：请统一回复")
        _ = try await house.say("确认通报")
        let dealer = try await house.say("A12 为什么没发给我", as: Fixtures.westLakeDealer)
        #expect(dealer.contains("发给了您") && dealer.contains("统一口径"), "\(dealer)")
        #expect(!dealer.contains("没有轮到通知您"), "\(dealer)")
    }
}
