import EarshotTesting
import Foundation
import Store
import Testing

@testable import Earshot

@Suite("The review of a month")
struct ReviewTests {
    /// On 12/3, over the voices of 11/7 to 11/20.
    private func house() async throws -> ReportHouse {
        let house = try await ReportHouse(people: SuggestionHouse.everybody)
        house.put(12, 10)
        return house
    }

    /// A warning of 杭州 that somebody took on after two hours and that was over a day later, and one that nobody took on.
    private func warn(_ house: ReportHouse) async throws {
        var changes = WarningBook.Changes()
        let opened = Fixtures.now
        let figures = WarningFigures(
            days: (Fixtures.today - 1)...(Fixtures.today - 1), observed: 19, expected: 4, returnPeriod: 3287)
        for (number, aspect) in [(1, "fuel"), (2, "space")] as [(Int64, String)] {
            var warning = Warning(
                number: number, .complaints(WatchedMatter(.city(Fixtures.hangzhou), Aspect(aspect[...]))),
                figures, severity: Severity(of: figures), at: opened)
            changes.steps.append(warning.changed(.opened, at: opened))
            if number == 1 {
                changes.steps.append(
                    warning.changed(.claimed, by: "liqiang", at: opened + .seconds(2 * 3600)))
                // Somebody else took it on later.
                warning.owner = "zhaomin"
                warning.claimedAt = opened + .seconds(20 * 3600)
                warning.end = Warning.End(at: opened + .seconds(26 * 3600), by: "liqiang")
                warning.state = .resolved
            }
            changes.warnings.append((warning, nil))
        }
        changes.position.watchedThrough = Fixtures.today
        try await house.bot.keep(changes, at: opened)
    }

    @Test("a manager reads the whole last month of the own region, with how warnings were handled")
    func manager() async throws {
        let house = try await house()
        try await warn(house)
        let review = try await house.say("复盘", as: Fixtures.eastManager)
        #expect(review.hasPrefix("华东 · 复盘  11/01–11/30\n声量 187"), "\(review)")
        #expect(review.contains("预警 2 条：1 条有人认领，平均 2 小时认领，1 条已结束，1 条还没结束"), "\(review)")
        #expect(review.contains("A1 杭州 · 油耗抱怨偏多 · 11/20 起，11/21 发现，2 小时后认领，26 小时后解决"), "\(review)")
        #expect(review.contains("A2 杭州 · 空间抱怨偏多 · 11/20 起，11/21 发现，没有人认领，还没结束"))
        #expect(review.contains("还没有约定行动，可以说「行动"))
    }

    @Test(
        "it is of the place and the month that are named",
        arguments: [
            ("杭州复盘", "杭州 · 复盘  11/01–11/30"), ("11月复盘", "华东 · 复盘  11/01–11/30"),
            ("华东区上个月的复盘", "华东 · 复盘  11/01–11/30"), ("看看宁波11月的复盘", "宁波 · 复盘  11/01–11/30"),
            ("10月复盘", "华东复盘 10/01–10/31：没有新的客户声音"),
        ])
    func wordings(_ text: String, _ beginning: String) async throws {
        let house = try await house()
        let review = try await house.say(text, as: Fixtures.eastManager)
        #expect(
            review.contains(beginning) || review.hasPrefix(beginning.prefix(2) + " · 复盘  10/01–10/31"),
            "\(review)")
    }

    @Test(
        "there is none of a store, a series or rivals, and that is said",
        arguments: [
            ("杭州西湖店11月复盘", "「杭州西湖店」"), ("星驰X5 11月复盘", "「星驰X5」"), ("我们店上个月怎么样复盘一下", "「杭州西湖店」"),
        ])
    func ofPlacesAlone(_ text: String, _ named: String) async throws {
        let house = try await house()
        let answer = try await house.say(text)
        #expect(answer.contains("复盘按城市或区域看，\(named)没有复盘。"), "\(answer)")
        #expect(answer.contains("可以说「杭州复盘」") && !answer.contains("订阅"), "\(answer)")
        let subscribed = try await house.say("订阅杭州西湖店复盘")
        #expect(subscribed.contains("没有改动") && subscribed.contains("可以说「订阅杭州复盘」"), "\(subscribed)")
    }

    @Test("what of a question it leaves out is said, and of which year it is")
    func leftOut() async throws {
        let house = try await house()
        let aspect = try await house.say("杭州11月油耗复盘", as: Fixtures.eastManager)
        #expect(aspect.contains("复盘不分话题") && aspect.contains("「杭州油耗怎么样」"), "\(aspect)")
        #expect(aspect.contains("杭州 · 复盘  11/01–11/30"))
        let places = try await house.say("杭州和宁波11月复盘", as: Fixtures.eastManager)
        #expect(places.contains("这是杭州的。还可以说「宁波复盘」"), "\(places)")
        let month = try await house.say("杭州和宁波9月复盘", as: Fixtures.eastManager)
        #expect(month.contains("这是杭州的。还可以说「宁波9月复盘」"), "\(month)")
        let dealer = try await house.say("杭州和宁波11月复盘", as: Fixtures.westLakeDealer)
        #expect(dealer.contains("这是杭州的。") && !dealer.contains("宁波复盘"), "\(dealer)")
        let rivals = try await house.say("订阅竞品复盘", as: Fixtures.eastManager)
        #expect(rivals.contains("竞品没有复盘，没有改动。"), "\(rivals)")
        let year = try await house.say("12月复盘", as: Fixtures.eastManager)
        #expect(!year.contains("2026"), "\(year)")
        house.put(-3, 10)
        let last = try await house.say("12月复盘", as: Fixtures.eastManager)
        #expect(last.contains("这是 2025 年 12 月的复盘"), "\(last)")
        let plain = try await house.say("10月复盘", as: Fixtures.eastManager)
        #expect(!plain.contains("这是"), "\(plain)")
    }

    @Test(
        "a dealer reads the own city and nothing that only managers read, nobody another region's, and no group one"
    )
    func scope() async throws {
        let house = try await house()
        try await warn(house)
        let own = try await house.say("复盘")
        #expect(own.contains("杭州 · 复盘") && !own.contains("约定"), "\(own)")
        // Nor how colleagues handled warnings.
        #expect(own.contains("预警 2 条：1 条已结束，1 条还没结束") && own.contains("11/21 发现，26 小时后解决"), "\(own)")
        #expect(!own.contains("认领"), "\(own)")
        #expect(!(try await house.say("广州复盘")).contains("复盘  "))
        #expect(!(try await house.say("广州复盘", as: Fixtures.eastManager)).contains("复盘  "))
        for text in ["复盘", "订阅复盘", "订阅复盘，每月3号9点", "复盘月报"] {
            let answer = try await house.say(text, as: Fixtures.eastManager, inGroup: true)
            #expect(!answer.contains("预警 2 条") && !answer.contains("A1 "), "\(text): \(answer)")
        }
        for text in ["复盘", "订阅复盘"] {
            #expect(try await house.say(text, as: Fixtures.eastManager, inGroup: true).contains("单聊"))
        }
        #expect(try await house.subscriptions(of: Fixtures.eastManager).isEmpty)
        #expect(try await house.say("全国复盘", as: Fixtures.headquarters).contains("全国 · 复盘"))
    }

    @Test("a warning of an earlier month that is not over stands in every review until it is")
    func old() async throws {
        let house = try await house()
        try await warn(house)
        house.put(43, 10)
        let review = try await house.say("复盘", as: Fixtures.eastManager)
        #expect(review.contains("12/31") && review.contains("预警 1 条：0 条有人认领"), "\(review)")
        #expect(review.contains("A2 杭州") && !review.contains("A1 "), "\(review)")
        #expect(!(try await house.say("10月复盘", as: Fixtures.eastManager)).contains("A2"))
    }

    @Test("the review of an earlier month tells of nothing that came later, and of what was shipped in it")
    func bounds() async throws {
        let house = try await house()
        _ = try await house.say("行动 王芳 12月28日前 复查排队", as: Fixtures.eastManager)
        let text = "最近有什么音乐会"
        _ = try await house.bot.commit(
            Turn(
                message: MessageKey(channel: "c", id: "asked"),
                conversation: ConversationKey(account: "a", chat: "c"),
                state: DialogueState(updatedAt: Fixtures.now), reply: Reply(),
                effects: [.countUnanswered(text, on: Fixtures.today + 12)], at: Fixtures.now))
        let november = try await house.say("复盘", as: Fixtures.headquarters)
        #expect(!november.contains("音乐会") && !november.contains("R1"), "\(november)")
        house.put(43, 10)
        let december = try await house.say("复盘", as: Fixtures.headquarters)
        #expect(december.contains("「\(text)」问了 1 次") && december.contains("R1"), "\(december)")
    }

    @Test("what was agreed on stands in the next one with its state")
    func actions() async throws {
        let house = try await house()
        house.put(0, 10)
        for text in ["行动 王芳 11月28日前 复查排队", "行动 陈洁 11月28日前 换展车", "行动 李强 年底前 走访"] {
            #expect(try await house.say(text, as: Fixtures.eastManager).contains("已记下"))
        }
        _ = try await house.say("完成 R1 已排两班")
        house.put(12, 10)
        let review = try await house.say("复盘", as: Fixtures.eastManager)
        #expect(review.contains("约定的 3 项行动：1 项已完成，1 项逾期，1 项进行中"), "\(review)")
        #expect(review.contains("R2 陈洁 · 宁波 · 换展车 · 11/28 前（已逾期 5 天）"))
        #expect(review.contains("R1 王芳 · 杭州 · 复查排队 · 11/28 前 · 11/21 已完成：已排两班"))
        let hangzhou = try await house.say("杭州复盘", as: Fixtures.eastManager)
        #expect(hangzhou.contains("约定的 1 项行动：1 项已完成") && !hangzhou.contains("R2"), "\(hangzhou)")
        let dealer = try await house.say("复盘", as: Fixtures.ningboDealer)
        #expect(dealer.contains("约定的 1 项行动：1 项逾期") && !dealer.contains("R1"), "\(dealer)")
    }

    @Test("a month stands beside the one before, however many days that has")
    func monthBefore() async throws {
        let october = Day(year: 2026, month: 10, day: 1)!
        #expect((october...(october + 30)).monthBefore == (october - 30)...(october - 1))
        #expect((october...(october + 29)).monthBefore == nil)
        let house = try await house()
        let voices = (0..<31).flatMap { day in
            (0..<2).map { number -> UnderstoodVoice in
                let at = october + day
                let id = "oct-\(day)-\(number)"
                return UnderstoodVoice(
                    voice: Voice(
                        id: id, source: "论坛", text: "\(at) 空间好 \(number)",
                        publishedAt: LocalCalendar.shanghai.start(of: at) + .seconds(40_000)),
                    reading: Reading(sentiment: 0.8, opinions: []), fingerprint: Fingerprint(of: id), day: at,
                    city: Fixtures.hangzhou, subject: .own, dealerID: nil)
            }
        }
        _ = try await house.voices.add(voices)
        let review = try await house.say("杭州复盘", as: Fixtures.eastManager)
        // 137 beside 62.
        #expect(review.contains("声量 137（较10月 +121%）"), "\(review)")
        #expect(review.contains("净好评") && review.contains("（10月 100%）"), "\(review)")
        #expect(review.contains("（10月 0，占 ") && review.contains("，全国占 "), "\(review)")
        let issue = try #require(try await house.bot.reportIssues(limit: 1).first)
        #expect(try house.office.words.reply(issue).lines == review)
        let rows = try house.office.words.rows(issue)
        #expect(rows.contains { $0[0] == "net_praise" && $0[3] == "100%" })
        #expect(
            rows.contains { $0[0] == "most_complained_share" && $0[2].hasSuffix("%") && $0[4].hasSuffix("%") }
        )
        // Asked for later it still says which month.
        house.put(45, 10)
        #expect(try await house.say("杭州11月复盘", as: Fixtures.eastManager).contains("较10月"))
    }

    @Test("it comes on a day of the month to whoever subscribed, once, and is made again to the byte")
    func subscription() async throws {
        let house = try await house()
        try await warn(house)
        let added = try await house.say("订阅复盘，每月3号9点", as: Fixtures.eastManager)
        #expect(added.contains("已订阅华东复盘，每月3号 09:00"), "\(added)")
        #expect(added.contains("11/01–11/30"), "\(added)")
        #expect(try await house.say("我的订阅", as: Fixtures.eastManager).contains("华东复盘，每月3号 09:00"))
        // 1/3.
        house.put(43, 9, 5)
        let sent = try await house.rounds.send()
        #expect(sent.count == 1)
        let text = try #require(sent.first?.reply.lines)
        #expect(text.contains("华东") && text.contains("2026/12/01–2026/12/31"), "\(text)")
        #expect(try await house.rounds.send().isEmpty)
        let issue = try #require(try await house.bot.reportIssues(limit: 1).first)
        #expect(issue.kind == .review)
        #expect(try house.office.words.reply(issue).lines == text)
        let rows = try house.office.words.rows(issue)
        #expect(rows.contains { $0[0] == "actions" })
        #expect(try await house.say("退订复盘", as: Fixtures.eastManager).contains("已退订华东复盘"))
    }

    @Test("what was kept of a review is read as it was written")
    func record() async throws {
        let house = try await house()
        try await warn(house)
        let shown = try await house.say("复盘", as: Fixtures.eastManager)
        let issue = try #require(try await house.bot.reportIssues(limit: 1).first)
        #expect(issue.news.sections.map(\.kind) == [.warnings, .actions])
        #expect(try house.office.words.reply(issue).lines == shown)
    }
}
