import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("What is shown of warnings in the chat")
struct WarningViewsTests {
    /// Warnings of two regions, of the nation and of a source.
    private func several() async throws -> WarningHouse {
        let house = try await WarningHouse()
        try await house.open()
        try await house.open(
            WarningHouse.complaints(.city(Fixtures.guangzhou), "interior"), number: 13)
        try await house.open(WarningHouse.complaints(.city(Fixtures.ningbo), nil), number: 14)
        try await house.open(WarningHouse.complaints(.nation, "software"), number: 15)
        try await house.open(
            .silence(source: "论坛"), number: 16, days: Fixtures.today...Fixtures.today, observed: 0,
            expected: 40)
        return house
    }

    @Test("each role sees the warnings of its own places, and an administrator those of the program")
    func scopes() async throws {
        let house = try await several()
        for (person, names) in [
            (WarningHouse.manager, ["A12", "A14", "A15"]), (WarningHouse.southManager, ["A13", "A15"]),
            (Fixtures.headquarters, ["A12", "A13", "A14", "A15"]), (Fixtures.administrator, ["A16"]),
            (Fixtures.westLakeDealer, []),
        ] {
            let answer = try await house.say("当前预警", as: person)
            let shown = ["A12", "A13", "A14", "A15", "A16"].filter { answer.contains("\($0) ") }
            #expect(shown == names, "\(person.name): \(answer)")
            #expect(answer.contains(names.isEmpty ? "现在没有预警。" : "共 \(names.count) 条，新的在前"), "\(answer)")
        }
    }

    @Test("praise for a rival and complaints about a store are said as what they are")
    func praiseAndStore() async throws {
        let house = try await WarningHouse()
        let rival = Rival(brand: "远岚", series: "远岚M6")
        let store = WatchedStore(
            id: Fixtures.westLakeStore.id, name: Fixtures.westLakeStore.name, city: Fixtures.hangzhou)
        try await house.open(.praise(WatchedMatter(.city(Fixtures.hangzhou), nil, praiseOf: rival)))
        try await house.open(
            .complaints(WatchedMatter(.store(store), Aspect("after_sales.waiting"))), number: 13)
        let praise = try await house.say("A12")
        #expect(praise.contains("预警 A12 · 杭州 · 竞品 远岚M6 好评偏多") && praise.contains("19 条"), "\(praise)")
        #expect(!praise.contains("抱怨"), "\(praise)")
        let ofStore = try await house.say("A13")
        #expect(ofStore.contains("预警 A13 · 杭州西湖店 · 售后等待抱怨偏多"), "\(ofStore)")
        for (words, person, names) in [
            ("当前预警", WarningHouse.manager, ["A12", "A13"]),
            ("当前预警", WarningHouse.southManager, []),
            ("当前预警", Fixtures.westLakeDealer, []),
        ] {
            let answer = try await house.say(words, as: person)
            #expect(
                ["A12", "A13"].filter { answer.contains("\($0) ") } == names, "\(person.name): \(answer)")
        }
        for answer in [praise, ofStore] { WarningHouse.checkWriting(answer) }
        let line = try await house.say("通报A12")
        #expect(line.contains("您在比较远岚M6") && !line.contains("问题"), "\(line)")
    }

    @Test("a list is narrowed by a city, a region and an aspect")
    func filters() async throws {
        let house = try await several()
        for (words, names) in [
            ("杭州的预警", ["A12", "A15"]), ("华南有哪些预警", ["A13", "A15"]), ("油耗预警", ["A12"]),
            ("内饰的预警有哪些", ["A13"]), ("浙江的预警", ["A12", "A14", "A15"]), ("广东预警", ["A13", "A15"]),
        ] {
            let answer = try await house.say(words, as: Fixtures.headquarters)
            let shown = ["A12", "A13", "A14", "A15", "A16"].filter { answer.contains("\($0) ") }
            #expect(shown == names, "\(words): \(answer)")
        }
    }

    @Test("those that are over are listed by what became of them, those of past days by when they were open")
    func past() async throws {
        let house = try await several()
        _ = try await house.say("A12 已解决")
        house.clock.advance(by: .seconds(60))
        _ = try await house.say("A14 误报")
        try await house.change(15) { [$0.merge(into: 12, at: house.clock.now)] }
        for (words, person, names) in [
            ("历史预警", Fixtures.headquarters, ["A14", "A12"]), ("已解决的预警", Fixtures.headquarters, ["A12"]),
            ("误报的预警有哪些", Fixtures.headquarters, ["A14"]), ("未解决的预警", Fixtures.headquarters, ["A13"]),
            ("历史预警", WarningHouse.southManager, []),
            ("近3天的预警", Fixtures.headquarters, ["A14", "A13", "A12"]),
            ("昨天有什么预警", Fixtures.headquarters, ["A14", "A13", "A12"]),
            ("今天有什么预警", Fixtures.headquarters, ["A13"]),
            ("10月的预警", Fixtures.headquarters, []), ("杭州的历史预警", Fixtures.headquarters, ["A12"]),
            // What is asked before is of voices, and of other days.
            ("10月油耗怎么样", Fixtures.headquarters, []), ("现在有什么预警", Fixtures.headquarters, ["A13"]),
        ] {
            let answer = try await house.say(words, as: person)
            let shown = answer.split(separator: "\n").compactMap { line in
                ["A12", "A13", "A14", "A15", "A16"].first { line.hasPrefix("\($0) ") }
            }
            #expect(shown == names, "\(words): \(answer)")
        }
        let lines = try await house.say("历史预警")
        WarningHouse.checkWriting(lines)
        #expect(lines.contains("误报（李强 10:01）") && lines.contains("已解决（李强 10:00）"), "\(lines)")
        // The months of what is over end.
        house.clock.advance(by: .seconds(100 * 86_400))
        #expect(try await house.say("历史预警").contains("这段时间没有结束的预警"))
    }

    @Test("the warnings of another region's province are refused")
    func otherProvince() async throws {
        let house = try await several()
        let answer = try await house.say("广东的预警", as: WarningHouse.manager)
        #expect(answer.contains("华东") && !answer.contains("A15 "), "\(answer)")
    }

    @Test("a line of the list says what, how bad, where it stands and how unlikely")
    func line() async throws {
        let house = try await several()
        let lines = try await house.say("当前预警").split(separator: "\n").map(String.init)
        #expect(
            lines.contains("A12 杭州 · 油耗抱怨偏多 · 警告 · 待认领 · 平时每天约 4 条，11/20 一天 19 条，约 9 年一遇"), "\(lines)")
        _ = try await house.say("认领 A12")
        let after = try await house.say("当前预警").split(separator: "\n").map(String.init)
        #expect(
            after.contains("A12 杭州 · 油耗抱怨偏多 · 警告 · 处理中（李强） · 平时每天约 4 条，11/20 一天 19 条，约 9 年一遇"), "\(after)")
    }

    @Test("the details are whole sentences with figures, and every step with who did it")
    func details() async throws {
        let house = try await WarningHouse()
        try await house.open()
        house.clock.advance(by: .seconds(20 * 60))
        _ = try await house.say("认领 A12")
        _ = try await house.say("静默 A12 2小时 原因：正在核实")
        let answer = try await house.say("A12 详情")
        for line in [
            "预警 A12 · 杭州 · 油耗抱怨偏多", "状态 处理中，李强 10:20 接手", "程度 警告",
            "情况 平时每天约 4 条，11/20 一天 19 条，约 9 年一遇", "开始 11/20", "静默 到 12:20，李强：正在核实",
            "10:00 发现", "10:20 李强 认领", "10:20 李强 静默到 12:20：正在核实",
        ] {
            #expect(answer.split(separator: "\n").contains(line[...]), "\(line) in \(answer)")
        }
        #expect(answer.contains("「高速油耗太高"))
        WarningHouse.checkWriting(answer)
    }

    @Test("the details tell who was told of it when, and that somebody could not be")
    func notices() async throws {
        let house = try await WarningHouse()
        try await house.open()
        try await house.decide(.opened, WarningHouse.manager, .sent(account: "dingtalk:m1"))
        house.clock.advance(by: .seconds(3600))
        try await house.decide(.escalated(.heads), WarningHouse.head, .withheld(.unreachable))
        try await house.decide(
            .escalated(.headquarters), Fixtures.headquarters, .sent(account: "dingtalk:z1"))
        try await house.decide(.opened, WarningHouse.head, .withheld(.away))
        let lines = try await house.say("A12 详情").split(separator: "\n")
        let history = lines.drop { !$0.hasSuffix("发现") }.prefix(4)
        #expect(
            history.elementsEqual(["10:00 发现", "10:00 通知 李强", "11:00 没能送达 林枫", "11:00 没有人认领，升级通知总部 赵敏"]),
            "\(lines)")
    }

    @Test("another voice of a danger is told of as that, not as one that was opened again")
    func anotherVoice() async throws {
        let house = try await WarningHouse()
        try await house.open(
            .danger(.init(key: "fire", title: "起火", place: .city(Fixtures.hangzhou))), observed: 2)
        try await house.decide(
            .worse(.severe, reopenings: 1), WarningHouse.manager, .sent(account: "dingtalk:m1"))
        let details = try await house.say("A12 详情")
        #expect(details.contains("10:00 告知加重 李强"), "\(details)")
        #expect(!details.contains("重新打开"), "\(details)")
    }

    @Test("of a long history the beginning and the end are shown, and how many lines are between")
    func longHistory() async throws {
        let house = try await WarningHouse()
        try await house.open()
        func lines() async throws -> [Substring] {
            Array(
                try await house.say("A12 详情").split(separator: "\n").drop { !$0.hasPrefix("静默") }.dropFirst()
                    .filter { $0.contains("记录") || $0.hasSuffix("发现") || $0.contains("李强 静默") })
        }
        let names = "甲乙丙丁戊己庚辛壬癸子丑寅卯"
        for name in names.prefix(11) { _ = try await house.say("静默 A12 2h 原因：门店\(name)在核实") }
        let short = try await lines()
        #expect(short.count == 12 && short.first == "10:00 发现", "\(short)")
        for name in names.suffix(3) { _ = try await house.say("静默 A12 2h 原因：门店\(name)在核实") }
        let long = try await lines()
        #expect(long.count == 13 && long.first == "10:00 发现", "\(long)")
        #expect(long[4] == "中间还有 3 条记录，这里不再列出", "\(long)")
        #expect(long[3] == "10:00 李强 静默到 12:00：门店丙在核实" && long[5].hasSuffix("门店庚在核实"), "\(long)")
        #expect(long.last == "10:00 李强 静默到 12:00：门店卯在核实" && !long.contains { $0.contains("丁") }, "\(long)")
        WarningHouse.checkWriting(try await house.say("A12 详情"))
    }

    @Test("what was ordinary and abnormal again within one look at days that are past is no line")
    func pastDays() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let day = Fixtures.today
        try await house.change { warning in
            warning.pass(ordinary: day, at: house.clock.now)
                + warning.observe(
                    Warning.Finding(
                        warning.subject, warning.figures, severity: warning.severity),
                    on: day + 1, at: house.clock.now)
        }
        #expect(try await house.bot.steps(of: 12).map(\.kind) == [.opened, .ordinary, .recurred])
        let details = try await house.say("A12 详情")
        #expect(details.contains("发现"), "\(details)")
        #expect(!details.contains("恢复正常") && !details.contains("再次偏多"), "\(details)")
        house.clock.advance(by: .seconds(86_400))
        try await house.change { $0.pass(ordinary: day + 2, at: house.clock.now) }
        #expect(try await house.say("A12 详情").contains("恢复正常"))
    }

    @Test("how answers have moved what is a warning can be read when they do, and later in the details")
    func share() async throws {
        let house = try await WarningHouse()
        try await house.open()
        _ = try await house.say("A12 误报")
        let moved = "误报限额 平常的 50%（有过 1 次误报，更不容易预警）"
        #expect(try await house.say("A12 详情").split(separator: "\n").contains(moved[...]))
        _ = try await house.say("A12 撤销误报")
        #expect(try await !house.say("A12 详情").contains("误报限额"))
        _ = try await house.say("A12 误报")
        _ = try await house.say("A12 撤销误报")
        _ = try await house.say("A12 误报")
        try await house.open(number: 13)
        let resolved = try await house.say("A13 已解决")
        #expect(resolved.contains("误报扣掉的限额还回一部分，这里现为平常的 63%。"), "\(resolved)")
    }

    @Test(
        "figures are said as people say them, also the small, the large and those of several days",
        arguments: [
            (19, 4.0, 3287.0, 1, "平时每天约 4 条，11/20 一天 19 条，约 9 年一遇"),
            (3, 0.01, 40.0, 1, "平时每天不到 1 条，11/20 一天 3 条，约 40 天才有一次"),
            (3, 0.96, 100.0, 1, "平时每天约 1 条，11/20 一天 3 条，约 3 个月才有一次"),
            (40, 4.0, 254_000, 1, "平时每天约 4 条，11/20 一天 40 条，百年以上才有一次"),
            (1200, 431.0, 1e9, 1, "平时每天约 430 条，11/20 一天 1,200 条，一千年也难遇一次"),
            (30, 12.0, 800.0, 3, "11/18–11/20 这 3 天 30 条，平时 3 天约 12 条，约 2 年一遇"),
            (4, 0.2, .infinity, 2, "11/19–11/20 这 2 天 4 条，平时 2 天不到 1 条，一千年也难遇一次"),
            (5, 4.0, 0, 1, "平时每天约 4 条，11/20 一天 5 条"),
        ] as [(Int, Double, Double, Int, String)])
    func figures(_ observed: Int, _ expected: Double, _ period: Double, _ days: Int, _ words: String)
        async throws
    {
        let house = try await WarningHouse()
        let last = Fixtures.today - 1
        try await house.open(
            days: (last - (days - 1))...last, observed: observed, expected: expected, returnPeriod: period)
        let answer = try await house.say("A12")
        #expect(answer.split(separator: "\n").contains("情况 \(words)"), "\(answer)")
        WarningHouse.checkWriting(answer)
    }

    @Test("a danger and a silent source are said in words of their own, without figures they have not")
    func kinds() async throws {
        let house = try await WarningHouse()
        try await house.open(
            .danger(.init(key: "brake", title: "刹车失灵", place: .city(Fixtures.hangzhou))), number: 20,
            days: Fixtures.today...Fixtures.today, observed: 1, expected: 0, returnPeriod: 0)
        try await house.open(
            .silence(source: "论坛"), number: 21, days: Fixtures.today...Fixtures.today, observed: 0,
            expected: 40)
        let danger = try await house.say("A20")
        #expect(danger.contains("预警 A20 · 杭州 · 刹车失灵"))
        #expect(danger.contains("情况 11/21 有客户反映，单条声音即预警，请尽快核实"), "\(danger)")
        WarningHouse.checkWriting(danger)
        let silent = try await house.say("A21", as: Fixtures.administrator)
        #expect(silent.contains("来源「论坛」没有数据"))
        #expect(silent.contains("情况 平时每天约 40 条，11/21 起没有收到"), "\(silent)")
        WarningHouse.checkWriting(silent)
    }

    @Test("a warning of an own series names it, and its words and course are those of its voices")
    func ofSeries() async throws {
        let voices = BotFixture.week.enumerated().map { index, voice in
            var voice = voice
            if index < 14 { voice.ownSeries = "星驰X5" }
            return voice
        }
        let house = try await WarningHouse(voices: voices)
        try await house.open(
            .complaints(WatchedMatter(.city(Fixtures.hangzhou), nil, series: "星驰X5")),
            parts: [WarningHouse.fuel], expected: 1)
        let shown = try await house.say("A12")
        #expect(shown.contains("预警 A12 · 杭州 · 星驰X5 抱怨总量偏多"), "\(shown)")
        WarningHouse.checkWriting(shown)
        let quotes = try await house.say("A12 原话")
        #expect(quotes.contains("杭州 · 星驰X5 · 差评原话"), "\(quotes)")
        #expect(quotes.contains("共 2 条"), "two a day for a week, of forty of the brand: \(quotes)")
        let trend = try await house.say("A12 走势")
        #expect(trend.contains("11/20  2 条  ◀ 异常"), "\(trend)")
        WarningHouse.checkWriting(trend)
    }

    @Test("the customers' words and the course of a warning are those of its place, aspect and days")
    func words() async throws {
        let house = try await WarningHouse()
        try await house.open()
        let quotes = try await house.say("A12 原话")
        #expect(quotes.contains("杭州 · 油耗 · 差评原话"), "\(quotes)")
        #expect(quotes.contains("高速油耗太高,杭州的"))
        let trend = try await house.say("A12 走势")
        #expect(trend.contains("预警 A12 走势 · 杭州 · 油耗抱怨偏多"), "\(trend)")
        #expect(trend.contains("11/20  6 条  ◀ 异常"), "\(trend)")
        #expect(trend.split(separator: "\n").count { $0.contains(" 条") && $0.hasPrefix("11/") } == 7)
        WarningHouse.checkWriting(trend)
    }

    @Test("a day that has no more than was expected is not marked as abnormal, wherever it lies")
    func ordinaryDays() async throws {
        let days = (Fixtures.today - 12)...(Fixtures.today - 1)
        for (subject, expected, isMarked) in [
            // Six a day there are, and none of what is not spoken of.
            (WarningHouse.fuel, 6.0, false), (WarningHouse.fuel, 5.9, true),
            (WarningHouse.complaints(.city(Fixtures.ningbo), "delivery"), 0, false),
        ] {
            let house = try await WarningHouse()
            try await house.open(subject, days: days, expected: expected * Double(days.count))
            let trend = try await house.say("A12 走势", as: Fixtures.headquarters)
            #expect(trend.contains("走势"), "\(trend)")
            #expect(trend.contains("异常") == isMarked, "\(trend)")
            #expect(!trend.contains(" 0 条  ◀"), "\(trend)")
        }
    }

    @Test("a silence says until when it was to last, and is none any more where the warning is over")
    func silences() async throws {
        let house = try await WarningHouse()
        try await house.open()
        _ = try await house.say("静默 A12 3小时")
        let silent = try await house.say("A12 详情")
        #expect(silent.contains("静默 到 13:00") && silent.contains("10:00 李强 静默到 13:00"), "\(silent)")
        _ = try await house.say("A12 已解决")
        let over = try await house.say("A12 详情")
        #expect(!over.contains("静默 到"), "\(over)")
        #expect(over.contains("10:00 李强 静默到 13:00"), "\(over)")
        for answer in [silent, over] { WarningHouse.checkWriting(answer) }
    }

    @Test(
        "what is no warning's number is said to be none, and where there is no number the only one is meant")
    func numbers() async throws {
        let house = try await WarningHouse()
        try await house.open()
        for name in ["A13", "A0", "A99999999999999999999", "A9223372036854775807", "A9223372036854775808"] {
            for words in ["\(name) 详情", "认领 \(name)", "静默 \(name) 2h"] {
                let answer = try await house.say(words)
                #expect(!answer.contains("由您负责了") && !answer.contains("静默到"), "\(words): \(answer)")
                #expect(!answer.contains("9 年一遇"), "\(words): \(answer)")
            }
        }
        #expect(try await house.say("A13 详情").contains("没有预警 A13，或者它不在您的范围内。"))
        #expect(try await house.stored()?.owner == nil)
        #expect(try await house.say("为什么没发给我", as: WarningHouse.head).contains("预警 A12 · 给您的通知"))
        try await house.open(WarningHouse.complaints(.city(Fixtures.ningbo)), number: 13)
        let which = try await house.say("为什么没发给我", as: Fixtures.headquarters)
        #expect(which.contains("请说明是哪一条"), "\(which)")
        #expect(which.contains("A13 宁波 · 油耗抱怨偏多 · 待认领"), "\(which)")
    }

    @Test("a warning that is over tells how long each step took and how it ended")
    func over() async throws {
        let house = try await WarningHouse()
        try await house.open()
        house.clock.advance(by: .seconds(25 * 60))
        _ = try await house.say("认领 A12")
        house.clock.advance(by: .seconds(3 * 3600))
        _ = try await house.say("A12 已解决：已更换批次")
        let answer = try await house.say("A12")
        for line in ["状态 已解决，李强 10:25 接手", "结果 已解决（李强）：已更换批次", "最高 11/20 19 条", "认领用时 25 分钟（李强）", "历时 3 小时"] {
            #expect(answer.split(separator: "\n").contains(line[...]), "\(line) in \(answer)")
        }
        #expect(!answer.contains("认领 A12"))
        WarningHouse.checkWriting(answer)
        #expect(try await house.say("当前预警").contains("现在没有预警。"))
    }

    @Test("one that became part of another says of which, and one that ended by itself says so")
    func ended() async throws {
        let house = try await WarningHouse()
        try await house.open()
        try await house.open(number: 13)
        try await house.change { [$0.merge(into: 13, at: house.clock.now)] }
        let merged = try await house.say("A12")
        #expect(merged.split(separator: "\n").contains("状态 已并入 A13"), "\(merged)")
        #expect(!merged.contains("已解决") && !merged.contains("结果"), "\(merged)")
        let pressed = try await house.reply("认领 A12")
        #expect(pressed.actions?.standing == "已并入 A13")
        #expect(try await house.say("认领 A12") == "预警 A12 已经结束，并入了 A13。")
        try await house.change(13) { $0.end(at: house.clock.now) }
        #expect(try await house.say("认领 A13") == "预警 A13 已经结束：10:00 恢复正常后自动关闭。")
        let byItself = try await house.say("A13")
        #expect(byItself.contains("结果 已解决（连续几天恢复正常，自动关闭）"), "\(byItself)")
        for answer in [merged, byItself] { WarningHouse.checkWriting(answer) }
    }

    @Test("a list of an aspect leaves out no danger, and one of another region is refused")
    func narrowed() async throws {
        let house = try await WarningHouse()
        try await house.open(
            .danger(.init(key: "brake_failure", title: "刹车失灵", place: .city(Fixtures.hangzhou))))
        #expect(try await house.say("刹车预警").contains("A12 杭州 · 刹车失灵"))
        let other = try await house.say("广州预警")
        #expect(!other.contains("现在没有预警"), "\(other)")
    }

    @Test("one of which nothing was heard any more does not say that all is well")
    func faded() async throws {
        let house = try await WarningHouse()
        try await house.open()
        house.clock.advance(by: .seconds(20 * 86_400))
        let today = Fixtures.today + 20
        try await house.change { $0.age(to: today, at: house.clock.now) }
        let answer = try await house.say("A12")
        #expect(answer.contains("结果 已解决（太久没有新数据，自动关闭）"), "\(answer)")
        #expect(try await house.say("认领 A12").contains("太久没有新数据，自动关闭"))
        WarningHouse.checkWriting(answer)
    }

    @Test("in a group nobody's words are quoted, and who may see a warning is the same")
    func group() async throws {
        let house = try await several()
        let details = try await house.say("A12 详情", inGroup: true)
        #expect(details.contains("预警 A12 · 杭州") && !details.contains("「"), "\(details)")
        #expect(
            try await house.say("A12 详情", as: WarningHouse.southManager, inGroup: true).contains("没有预警 A12"))
        #expect(
            try await !house.say("A12 详情", as: Fixtures.westLakeDealer, inGroup: true).contains("年一遇"))
    }
}

extension WarningHouse {
    /// Looks for what no careful writer would leave in a Chinese text.
    static func checkWriting(_ answer: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let bare = answer.split(separator: "\n").filter { !$0.hasPrefix("「") }.joined(separator: "\n")
        for wrong in [
            "约 0 条", "不到 1 条不到", "，，", "。。", "：：", "，。", "：。", " ，", " 。", "（）", "()", "{{", "}}", "false",
            "true",
            "nil", "  ", "·  ·", "· ·", "天天",
        ] {
            // Two blanks part a day from its figure in a list.
            if wrong == "  ", bare.contains("走势") { continue }
            #expect(!bare.contains(wrong), "\(wrong) in \(answer)", sourceLocation: sourceLocation)
        }
        for line in bare.split(separator: "\n", omittingEmptySubsequences: false) {
            #expect(line.first != " " && line.last != " ", "\(answer)", sourceLocation: sourceLocation)
            // A figure stands apart from a Chinese character.
            #expect(
                line.firstMatch(of: /[0-9]\p{Han}|\p{Han}[0-9]/) == nil || line.contains("小时"),
                "\(line)", sourceLocation: sourceLocation)
        }
    }
}
