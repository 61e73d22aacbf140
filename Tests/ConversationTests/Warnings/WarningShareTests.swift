import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("How answers of people move the share of the alarm budget")
struct WarningShareTests {
    private func share(_ house: WarningHouse) async throws -> AlarmShare? {
        try await house.bot.alarmShares()["\(WarningHouse.fuel)"]
    }

    @Test("resolving gives back what a false alarm took once, however often it is taken back")
    func givesBackOnce() async throws {
        let house = try await WarningHouse()
        try await house.open()
        try await house.open(WarningHouse.complaints(.city(Fixtures.hangzhou)), number: 11)
        _ = try await house.say("A11 误报")
        for _ in 0..<3 {
            _ = try await house.say("A12 已解决")
            _ = try await house.say("A12 撤销解决")
        }
        #expect(try await house.bot.alarmShares().values.map(\.factor) == [0.625])
    }

    @Test("of several endings of a warning that were taken back only the last one counts")
    func lastEnding() async throws {
        let house = try await WarningHouse()
        try await house.open()
        try await house.open(WarningHouse.complaints(.city(Fixtures.hangzhou)), number: 11)
        _ = try await house.say("A11 误报")
        let subject = "\(WarningHouse.fuel)"
        let (real, unreal) = (
            AlarmShare(subject: subject, factor: 0.625, falseAlarms: 1, confirmed: 1),
            AlarmShare(subject: subject, factor: 0.25, falseAlarms: 2)
        )
        for (ending, share) in [
            ("已解决", real), ("已解决", real), ("误报", unreal), ("误报", unreal), ("已解决", real), ("误报", unreal),
        ] {
            _ = try await house.say("A12 \(ending)")
            #expect(try await self.share(house) == share, "\(ending)")
            _ = try await house.say("重新打开 A12")
        }
    }

    @Test("the word that it was over takes back with it just what it has raised the share by")
    func endingAtTheBound() async throws {
        let house = try await WarningHouse()
        try await house.open()
        _ = try await house.say("A12 已解决")
        #expect(try await share(house) == AlarmShare(subject: "\(WarningHouse.fuel)", confirmed: 1))
        #expect(try await house.bot.steps(of: 12).last?.gain == 1)
        _ = try await house.say("A12 撤销解决")
        _ = try await house.say("A12 误报")
        let unreal = AlarmShare(subject: "\(WarningHouse.fuel)", factor: 0.5, falseAlarms: 1)
        #expect(try await share(house) == unreal)
    }

    @Test(
        "what telling had raised the share by is taken back with the words, which is said, and comes with new ones"
    )
    func recalledShare() async throws {
        let house = try await WarningHouse()
        try await house.open()
        house.clock.advance(by: .seconds(14 * 3600))
        for _ in 0..<2 {
            _ = try await house.say("通报 A12：请统一回复")
            #expect(try await house.say("确认通报").contains("这里的误报限额升到平常的 125%"))
            #expect(try await share(house)?.confirmed == 1)
            let answer = try await house.say("A12 误报")
            #expect(answer.contains("误报限额降到平常的 50%（累计 1 次误报）"), "\(answer)")
            #expect(answer.contains("还没送达的口径已撤回（1 人），通报时多给的限额一并收回。"), "\(answer)")
            WarningHouse.checkWriting(answer)
            let recalled = AlarmShare(subject: "\(WarningHouse.fuel)", factor: 0.5, falseAlarms: 1)
            #expect(try await share(house) == recalled)
            let restored = try await house.say("撤销误报 A12")
            #expect(restored.contains("口径没有发出，要发请再说一次「通报 A12：……」。"), "\(restored)")
            WarningHouse.checkWriting(restored)
            #expect(try await share(house)?.factor == 1)
            house.clock.advance(by: .seconds(60))
        }
    }

    @Test("where somebody was sent the words they were confirmed, whatever of them is called back")
    func sentShare() async throws {
        let house = try await WarningHouse()
        try await house.open()
        _ = try await house.say("通报 A12：请统一回复")
        _ = try await house.say("确认通报")
        let begun = try await house.bot.begin(
            on: "dingtalk/dealers", rules: ChannelRules(), most: 9, at: house.clock.now)
        #expect(begun.consignments.count == 1)
        house.clock.advance(by: .seconds(14 * 3600))
        _ = try await house.say("通报 A12：请再统一回复")
        #expect(try await !house.say("确认通报").contains("误报限额"))
        let answer = try await house.say("A12 误报")
        #expect(answer.contains("还没送达的口径已撤回（1 人）。"), "\(answer)")
        #expect(answer.contains("误报限额降到平常的 63%"), "\(answer)")
        let confirmed = AlarmShare(
            subject: "\(WarningHouse.fuel)", factor: 0.625, falseAlarms: 1, confirmed: 1)
        #expect(try await share(house) == confirmed)
        #expect(try await !house.say("撤销误报 A12").contains("口径没有发出"))
        let restored = try #require(try await house.stored())
        #expect(restored.guidance?.words == "请统一回复" && restored.guidance?.recipients == 1)
        #expect(restored.state == .notified)
        let dealer = try await house.say("A12 详情", as: Fixtures.westLakeDealer)
        #expect(dealer.contains("口径 请统一回复") && !dealer.contains("未发出"), "\(dealer)")
    }

    @Test("a false alarm calls words and those they had replaced back as one, and what they had raised")
    func replacedAndRecalled() async throws {
        let house = try await WarningHouse()
        try await house.open()
        house.clock.advance(by: .seconds(14 * 3600))
        for words in ["请说甲", "请说乙"] {
            _ = try await house.say("通报 A12：\(words)")
            _ = try await house.say("确认通报")
            house.clock.advance(by: .seconds(60))
        }
        let answer = try await house.say("A12 误报")
        #expect(answer.contains("还没送达的口径已撤回（1 人），通报时多给的限额一并收回。"), "\(answer)")
        #expect(try await share(house)?.factor == 0.5)
        #expect(try await house.stored()?.guidance?.recipients == 0)
    }

    @Test(
        "words of a wider place that wait are called back with what they raised, whatever was said before it spread"
    )
    func recalledAfterWiderWords() async throws {
        let house = try await WarningHouse()
        try await house.open()
        _ = try await house.say("通报 A12：请统一回复")
        _ = try await house.say("确认通报")
        _ = try await house.bot.begin(
            on: "dingtalk/dealers", rules: ChannelRules(), most: 9, at: house.clock.now)
        let east = WarningHouse.complaints(.region(Fixtures.eastChina))
        try await house.change { warning in
            warning.observe(
                Warning.Finding(east, warning.figures, severity: warning.severity), on: Fixtures.today,
                at: house.clock.now)
        }
        house.clock.advance(by: .seconds(14 * 3600))
        _ = try await house.say("通报 A12：请再统一回复")
        #expect(try await house.say("确认通报").contains("误报限额升到平常的 125%"))
        let answer = try await house.say("A12 误报")
        #expect(answer.contains("（1 人），通报时多给的限额一并收回。"), "\(answer)")
        #expect(try await house.bot.alarmShares()["\(east)"]?.factor == 0.5)
    }

    @Test("what telling of a narrower place has raised is not taken from the wider one")
    func recalledAfterSpread() async throws {
        let house = try await WarningHouse()
        try await house.open()
        house.clock.advance(by: .seconds(14 * 3600))
        _ = try await house.say("通报 A12：请统一回复")
        _ = try await house.say("确认通报")
        let all = WarningHouse.complaints(.city(Fixtures.hangzhou), nil)
        try await house.change { warning in
            warning.observe(
                Warning.Finding(all, warning.figures, severity: warning.severity), on: Fixtures.today,
                at: house.clock.now)
        }
        let answer = try await house.say("A12 误报")
        #expect(answer.contains("还没送达的口径已撤回（1 人）。"), "\(answer)")
        let shares = try await house.bot.alarmShares()
        #expect(
            shares["\(WarningHouse.fuel)"]?.factor == 1.25 && shares["\(all)"]?.factor == 0.5, "\(shares)")
    }

    @Test("what was resolved, taken back and then told to dealers is confirmed once")
    func toldAfterResolved() async throws {
        let house = try await WarningHouse()
        try await house.open()
        _ = try await house.say("A12 已解决")
        _ = try await house.say("A12 撤销解决")
        house.clock.advance(by: .seconds(14 * 3600))
        _ = try await house.say("通报 A12：请统一回复")
        _ = try await house.say("确认通报")
        let told = AlarmShare(subject: "\(WarningHouse.fuel)", factor: 1.25, confirmed: 1)
        #expect(try await share(house) == told)
        house.clock.advance(by: .seconds(60))
        _ = try await house.say("A12 已解决")
        #expect(try await share(house) == told)
        _ = try await house.say("A12 撤销解决")
        _ = try await house.say("A12 误报")
        let unreal = AlarmShare(subject: "\(WarningHouse.fuel)", factor: 0.5, falseAlarms: 1)
        #expect(try await share(house) == unreal)
    }
}
