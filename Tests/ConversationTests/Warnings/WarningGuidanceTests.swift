import EarshotTesting
import Foundation
import Store
import Testing

@testable import Earshot

@Suite("Telling dealers the line to take")
struct WarningGuidanceTests {
    private let words = "请统一回复：我们已经关注到油耗问题，正在核实，有进展第一时间告诉您。"

    private func house(
        _ subject: WarningSubject = WarningHouse.fuel, parts: [WarningSubject] = [],
        unreachable: Set<String> = []
    ) async throws -> WarningHouse {
        let house = try await WarningHouse(unreachable: unreachable)
        try await house.open(subject, parts: parts)
        return house
    }

    @Test("a draft shows the words, who will read them and who cannot, and sends nothing")
    func draft() async throws {
        let house = try await house()
        let answer = try await house.say("通报 A12")
        #expect(answer.contains("通报口径 · 预警 A12 · 杭州 · 油耗抱怨偏多"), "\(answer)")
        #expect(answer.contains("口径 感谢您的反馈。您提到的油耗问题我们已经关注到"), "\(answer)")
        #expect(answer.contains("发给 1 家门店 1 人：杭州西湖店 王芳"), "\(answer)")
        #expect(answer.contains("收不到 杭州滨江店 孙丽"), "\(answer)")
        #expect(answer.contains("确认之前不会发出。") && answer.contains("1 确认通报 A12"), "\(answer)")
        #expect(!answer.contains("陈洁") && !answer.contains("何军"))
        #expect(try await house.told() == [])
        #expect(try await house.stored()?.guidance == nil)
        WarningHouse.checkWriting(answer)
    }

    @Test(
        "it is sent once it is confirmed by the number or the button's text",
        arguments: ["1", "确认通报 A12", "第一个"])
    func confirm(_ confirmation: String) async throws {
        let house = try await house()
        _ = try await house.say("通报 A12：\(words)")
        let answer = try await house.say(confirmation)
        #expect(
            answer.contains("口径已通报") && answer.contains("已发给 1 人，另有 1 人没有能收到的渠道。处理完请回复「A12 已解决」。"),
            "\(answer)")
        #expect(try await house.told() == ["person:wangfang"])
        let warning = try #require(try await house.stored())
        #expect(warning.guidance?.words == words && warning.guidance?.recipients == 1)
        #expect(warning.state == .notified && warning.owner == WarningHouse.manager.id)
        let sent = try #require(try await house.bot.delivery(try await house.deliveries()[0].number)?.reply)
            .lines
        #expect(sent.contains("统一口径 · 杭州 · 油耗") && sent.contains(words), "\(sent)")
        #expect(sent.contains("发布 李强（预警 A12）"), "\(sent)")
        #expect(!sent.contains("19"))
        WarningHouse.checkWriting(answer)
        WarningHouse.checkWriting(sent)
        // A first line to take says that it was no false alarm.
        #expect(try await house.bot.alarmShares().values.map(\.confirmed) == [1])
    }

    @Test(
        "nothing else confirms it",
        arguments: [
            "好的", "确认", "是", "发", "OK", "可以", "发送", "嗯", "2", "通报", "确认认领", "取消", "通报 A12", "确认发送", "行，发吧",
            "确认通报 A13",
        ])
    func notConfirmed(_ text: String) async throws {
        let house = try await house()
        _ = try await house.say("通报 A12：\(words)")
        let answer = try await house.say(text)
        #expect(try await house.told() == [], "\(text): \(answer)")
        #expect(try await house.stored()?.guidance == nil)
    }

    @Test("the offer to confirm is forgotten after half an hour, and is nobody else's")
    func oldConfirmation() async throws {
        let house = try await house()
        _ = try await house.say("通报 A12：\(words)")
        for person in [WarningHouse.head, Fixtures.westLakeDealer] {
            for text in ["1", "确认通报 A12"] { _ = try await house.say(text, as: person) }
        }
        #expect(try await house.told() == [])
        house.clock.advance(by: .seconds(1800))
        for text in ["1", "确认通报 A12"] {
            let answer = try await house.say(text)
            #expect(try await house.told() == [], "\(text): \(answer)")
        }
    }

    @Test("confirmed twice, by one message or by two, it is sent once and the warning is not over")
    func twice() async throws {
        let house = try await house()
        _ = try await house.say("通报 A12：\(words)")
        let first = try await house.say("1", id: "c1")
        #expect(try await house.say("1", id: "c1") == first)
        for text in ["1", "确认通报 A12"] { _ = try await house.say(text) }
        #expect(try await house.told() == ["person:wangfang"])
        #expect(try await house.stored()?.state == .notified)
    }

    @Test("where a colleague was first the second is told, and sends only what is confirmed after that")
    func colleague() async throws {
        let house = try await house()
        for person in [WarningHouse.manager, WarningHouse.head] {
            _ = try await house.say("通报 A12：\(person.name)说：\(words)", as: person)
        }
        _ = try await house.say("1")
        let second = try await house.say("1", as: WarningHouse.head)
        #expect(second.contains("李强 在 10:00 已经通报过"), "\(second)")
        #expect(second.contains("上次口径 李强说：\(words)"), "\(second)")
        #expect(try await house.told().count == 1)
        WarningHouse.checkWriting(second)
        house.clock.advance(by: .seconds(60))
        _ = try await house.say("1", as: WarningHouse.head)
        #expect(try await house.told().count == 2)
        #expect(try await house.stored()?.guidance?.by == "head")
    }

    @Test("where others would read it than were shown, it is shown again")
    func otherRecipients() async throws {
        let house = try await house()
        _ = try await house.say("通报 A12：\(words)")
        try await house.change { warning in
            warning.observe(
                Warning.Finding(
                    WarningHouse.complaints(.region(Fixtures.eastChina)), warning.figures,
                    severity: warning.severity), on: Fixtures.today, at: house.clock.now)
        }
        let answer = try await house.say("1")
        // The city is what stands out within the region.
        #expect(try await house.told() == ["person:wangfang"], "\(answer)")
        let other = try await self.house(WarningHouse.complaints(.region(Fixtures.eastChina)))
        _ = try await other.say("通报 A12：\(words)")
        try await other.change { warning in
            warning.parts = [WarningHouse.fuel]
            return [warning.changed(.grew, at: other.clock.now)]
        }
        let again = try await other.say("1")
        #expect(try await other.told() == [], "\(again)")
        #expect(again.contains("发给 1 家门店 1 人：杭州西湖店 王芳"), "\(again)")
        _ = try await other.say("1")
        #expect(try await other.told() == ["person:wangfang"])
    }

    @Test("what is too long, or reaches nobody, can be confirmed by nothing")
    func impossible() async throws {
        let house = try await house()
        let long = try await house.say("通报 A12：" + String(repeating: "请统一回复。", count: 84))
        #expect(long.contains("这段口径超过 500 字，请缩短后再发。"), "\(long)")
        for text in ["1", "确认通报 A12"] { _ = try await house.say(text) }
        #expect(try await house.told() == [])
        let fitting = try await house.say("通报 A12：" + String(repeating: "请统一回复", count: 100))
        #expect(fitting.contains("1 确认通报 A12"))
        let deaf = try await self.house(unreachable: ["wangfang"])
        let nobody = try await deaf.say("通报 A12：\(words)")
        #expect(nobody.contains("相关城市没有能收到消息的门店人员，现在发不出去。"), "\(nobody)")
        #expect(nobody.contains("收不到 杭州西湖店 王芳、杭州滨江店 孙丽"), "\(nobody)")
        for text in ["1", "确认通报 A12"] { _ = try await deaf.say(text) }
        #expect(try await deaf.told() == [])
        WarningHouse.checkWriting(nobody)
    }

    @Test("a manager speaks to the dealers of the own region, headquarters to all, of the cities concerned")
    func recipients() async throws {
        for (subject, parts, person, told) in [
            // What is of the nation is headquarters'.
            (WarningHouse.complaints(.nation), [], WarningHouse.manager, []),
            (WarningHouse.complaints(.nation), [], Fixtures.headquarters, ["chenjie", "hejun", "wangfang"]),
            (
                WarningHouse.complaints(.nation),
                [WarningHouse.fuel, WarningHouse.complaints(.city(Fixtures.guangzhou))],
                Fixtures.headquarters, ["hejun", "wangfang"]
            ),
            (
                WarningHouse.complaints(.region(Fixtures.eastChina)), [], WarningHouse.manager,
                ["chenjie", "wangfang"]
            ),
            (
                WarningHouse.complaints(.region(Fixtures.eastChina)), [WarningHouse.fuel],
                WarningHouse.manager, ["wangfang"]
            ),
        ] as [(WarningSubject, [WarningSubject], Person, [String])] {
            let house = try await house(subject, parts: parts)
            _ = try await house.say("通报 A12：\(words)", as: person)
            _ = try await house.say("1", as: person)
            #expect(
                try await house.told().sorted() == told.map { "person:\($0)" }, "\(subject) \(person.name)")
        }
    }

    @Test("until the morning nothing that anybody reads says that it was sent, and from then on all does")
    func waiting() async throws {
        let house = try await house()
        house.clock.advance(by: .seconds(13 * 3600))
        _ = try await house.say("通报 A12：\(words)")
        let told = try await house.reply("1")
        #expect(told.actions?.standing == "口径待发，11/22 08:00")
        let step = "23:00 李强 向 1 人通报口径（11/22 08:00 送达）"
        let details = try await house.say("A12 详情")
        for line in ["状态 口径定于 11/22 08:00 通报，李强 23:00 接手", "口径 \(words)（11/22 08:00 送达）", step] {
            #expect(details.split(separator: "\n").contains(line[...]), "\(line) in \(details)")
        }
        WarningHouse.checkWriting(details)
        #expect(try await house.say("有什么预警").contains("口径定于 11/22 08:00 通报（李强）"))
        let dealer = try await house.say("A12 为什么没发给我", as: Fixtures.westLakeDealer)
        #expect(dealer.contains("23:00 决定在 11/22 08:00 发给您（夜间不打扰）：您所在城市的门店需要统一口径"), "\(dealer)")
        WarningHouse.checkWriting(dealer)
        house.clock.advance(by: .seconds(9 * 3600))
        let later = try await house.say("A12 详情")
        #expect(later.contains("状态 已通报经销商") && later.contains("口径 \(words)\n"), "\(later)")
        #expect(later.contains("通报口径（08:00 送达）"), "\(later)")
        let reached = try await house.say("A12 为什么没发给我", as: Fixtures.westLakeDealer)
        #expect(reached.contains("发给了您：您所在城市的门店需要统一口径"), "\(reached)")
    }

    @Test("who ends a warning before the morning is told that the words are sent all the same")
    func ended() async throws {
        let house = try await house()
        house.clock.advance(by: .seconds(13 * 3600))
        _ = try await house.say("通报 A12：\(words)")
        _ = try await house.say("1")
        let answer = try await house.say("A12 已解决")
        #expect(answer.contains("口径还没有送达，11/22 08:00 仍会发给 1 人。"), "\(answer)")
        WarningHouse.checkWriting(answer)
        house.clock.advance(by: .seconds(10 * 3600))
        let begun = try await house.bot.begin(
            on: "dingtalk/dealers", rules: ChannelRules(), most: 9, at: house.clock.now)
        #expect(!begun.consignments.isEmpty)
    }

    @Test(
        "where nobody can be sent them a number is of what stands there, and words left unconfirmed are said to be unsent"
    )
    func numbers() async throws {
        let house = try await WarningHouse(unreachable: Set(WarningHouse.everybody.map(\.id)))
        try await house.open()
        let draft = try await house.say("通报 A12：\(words)")
        #expect(draft.contains("现在发不出去") && draft.contains("1 A12 详情"), "\(draft)")
        #expect(try await house.say("1").hasPrefix("预警 A12 · 杭州"))
        let other = try await self.house()
        _ = try await other.say("通报 A12：\(words)")
        let aside = try await other.say("A12 走势")
        #expect(aside.contains("预警 A12 的口径还没有发出。要发请回复：确认通报 A12"), "\(aside)")
        WarningHouse.checkWriting(aside)
        let next = try await other.say("A12 走势")
        #expect(!next.contains("还没有发出"), "\(next)")
        for words in ["先别", "1"] {
            _ = try await other.say("通报 A12：\(self.words)")
            let settled = try await other.say(words)
            #expect(!settled.contains("还没有发出"), "\(settled)")
        }
    }

    @Test("a draft that was left is sent by its own words for half an hour, and shown again first after that")
    func left() async throws {
        let house = try await house()
        _ = try await house.say("通报 A12：\(words)")
        for _ in 1...3 {
            house.clock.advance(by: .seconds(20 * 60))
            _ = try await house.say("A12 走势")
        }
        let again = try await house.say("确认通报 A12")
        #expect(again.contains("确认之前不会发出。") && again.contains(words), "\(again)")
        #expect(try await house.told().isEmpty)
        _ = try await house.say("A12 走势")
        #expect(try await house.say("确认通报 A12").contains("口径已通报"))
        #expect(try await house.stored()?.guidance?.words == words)
    }

    @Test("a draft of a warning that is over by then is not offered any more")
    func over() async throws {
        let house = try await house()
        _ = try await house.say("通报 A12：\(words)")
        let over = try await house.say("A12 误报")
        #expect(over.contains("记为误报") && !over.contains("确认通报"), "\(over)")
        #expect(try await house.say("确认通报").contains("没有等您确认的口径"))
    }

    @Test("at night it is kept until the morning, which is said; a danger waits for nobody")
    func night() async throws {
        let house = try await house()
        house.clock.advance(by: .seconds(13 * 3600))
        let draft = try await house.say("通报 A12：\(words)")
        #expect(draft.contains("送达 11/22 08:00（夜间不打扰）"), "\(draft)")
        let done = try await house.say("1")
        #expect(
            done.contains("还没有发出：1 人在免打扰时段，11/22 08:00 送达；在那之前标为误报就不会发出。另有 1 人没有能收到的渠道。"),
            "\(done)")
        let begun = try await house.bot.begin(
            on: "dingtalk/dealers", rules: ChannelRules(), most: 9, at: house.clock.now)
        #expect(begun.consignments.isEmpty)
        // What was taken back before anybody was sent it is no dealer's, also when the false alarm is taken back.
        _ = try await house.say("A12 误报")
        #expect(try await house.say("A12 详情", as: Fixtures.westLakeDealer).contains("没有预警 A12"))
        _ = try await house.say("撤销误报 A12")
        #expect(try await house.say("A12 详情", as: Fixtures.westLakeDealer).contains("没有预警 A12"))
        let restored = try await house.say("A12 详情")
        #expect(restored.contains("状态 处理中") && !restored.contains("通报用时"), "\(restored)")
        WarningHouse.checkWriting(done)
        let danger = WarningSubject.danger(
            .init(key: "brake", title: "刹车失灵", place: .city(Fixtures.hangzhou)))
        let urgent = try await self.house(danger)
        urgent.clock.advance(by: .seconds(13 * 3600))
        let own = try await urgent.say("通报 A12")
        #expect(own.contains("您提到的情况涉及安全，请先停止使用车辆并联系门店，我们会优先安排检测。"), "\(own)")
        #expect(!own.contains("送达"))
        _ = try await urgent.say("1")
        #expect(
            try await urgent.bot.begin(
                on: "dingtalk/dealers", rules: ChannelRules(), most: 9, at: urgent.clock.now
            ).consignments.count == 1)
    }
}
