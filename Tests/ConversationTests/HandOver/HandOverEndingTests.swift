import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("How a hand-over ends, and what is told of it then")
struct HandOverEndingTests {
    @Test(
        "nobody is wanted any more before somebody answers: it ends, and what waits for the office is not sent"
    )
    func cancelled() async throws {
        let house = try await HandOverHouse()
        house.clock.advance(by: .seconds(9 * 3600))
        _ = try await house.say("转人工 \(HandOverHouse.question)")
        #expect(try await house.say("不用了").contains("H1 已结束"))
        #expect(try await house.told().isEmpty)
    }

    @Test(
        "once a manager has taken it up, answered or ended it at night, nobody is asked in the morning to take it up",
        arguments: ["接手 H1", "回复 H1 未上牌的可以退", "结束 H1"])
    func overBeforeMorning(_ act: String) async throws {
        let house = try await HandOverHouse()
        house.clock.advance(by: .seconds(9 * 3600))
        _ = try await house.say("转人工 \(HandOverHouse.question)")
        _ = try await house.say(act, as: HandOverHouse.manager)
        let told = try await house.told()
        #expect(told["liqiang"] == nil, "\(told)")
        #expect(told["wangfang"] != nil)
    }

    @Test("the answer of a hand-over that a manager ended at night reaches who asked")
    func answeredBeforeMorning() async throws {
        let house = try await HandOverHouse()
        house.clock.advance(by: .seconds(9 * 3600))
        _ = try await house.say("转人工 \(HandOverHouse.question)")
        for act in ["接手 H1", "回复 H1 未上牌的可以退", "结束 H1"] {
            _ = try await house.say(act, as: HandOverHouse.manager)
        }
        let told = try await house.told()
        #expect(told.keys.sorted() == ["wangfang"] && told["wangfang"]?.contains("未上牌的可以退") == true)
    }

    @Test("words that may be an answer are asked for once somebody has answered")
    func cancelledLate() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(HandOverHouse.question)")
        _ = try await house.say("回复 H1 要给客户打电话吗", as: HandOverHouse.manager)
        _ = try await house.told()
        let asked = try await house.say("不用了")
        #expect(asked.contains("要结束 H1 吗") && asked.contains("2 发给对方（H1）"), "\(asked)")
        #expect(try await house.told().isEmpty)
        #expect(try await house.say("2").contains("已转给李强"))
        _ = try await house.say("算了")
        #expect(try await house.say("1").contains("H1 已结束"))
    }

    @Test("取消 behind something else does not end what waits, but is asked about")
    func cancelledElsewhere() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(HandOverHouse.question)")
        _ = try await house.say("我的建议")
        #expect(try await house.say("取消").contains("要结束 H1 吗"))
        #expect(try await house.bot.openHandOver(of: "wangfang") != nil)
    }

    @Test("a line that was passed on reaches whoever answers, though the asker ends it")
    func endedWithLines() async throws {
        let house = try await HandOverHouse.asked()
        house.clock.advance(by: .seconds(9 * 3600))
        #expect(try await house.say("客户要求今天给个说法").contains("已转给李强"))
        #expect(try await house.say("结束").contains("H1 已结束"))
        house.clock.advance(by: .seconds(15 * 3600))
        #expect(try await house.told()["liqiang"]?.contains("客户要求今天给个说法") == true)
    }

    @Test(
        "a line of the night is nobody's to answer in the morning once the asker has ended it, but is told with the end"
    )
    func endedAtNight() async throws {
        let house = try await HandOverHouse.asked()
        house.clock.advance(by: .seconds(9 * 3600))
        for line in ["客户要求今天给个说法", "客户又来电话了"] { _ = try await house.say(line) }
        _ = try await house.say("结束")
        let waiting = try await house.bot.deliveries(in: [.waiting], on: nil, limit: 9)
        #expect(waiting.count == 1, "\(waiting.map(\.key))")
        let told = try #require(try await house.told()["liqiang"])
        #expect(told.contains("H1（杭州西湖店 王芳）已结束"), "\(told)")
        #expect(told.contains("客户要求今天给个说法") && told.contains("客户又来电话了"), "\(told)")
        #expect(!told.contains(HandOverHouse.question), "\(told)")
    }

    @Test("a line of the night is told whoever ends the hand-over before morning, and sent nobody later")
    func endedByManagerAtNight() async throws {
        let house = try await HandOverHouse.asked()
        house.clock.advance(by: .seconds(9 * 3600))
        _ = try await house.say("客户要求今天给个说法")
        let ended = try await house.say("结束 H1", as: HandOverHouse.manager)
        #expect(ended.contains("H1 已结束") && ended.contains("客户要求今天给个说法"), "\(ended)")
        #expect(try await house.told().keys.sorted() == ["wangfang"])
    }

    @Test("whether it has ended ends nothing", arguments: ["结束？", "结束了没有？", "活动结束了没有"])
    func ending(_ text: String) async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 \(HandOverHouse.question)")
        _ = try await house.say(text)
        #expect(try await house.bot.openHandOver(of: "wangfang") != nil)
    }

    private static let second = Person(
        id: "sunli", name: "孙丽", role: .manager, regions: [Fixtures.eastChina], accounts: ["dingtalk:m7"])

    @Test(
        "another manager in charge who was called in vain at night hears nothing of it in the morning",
        arguments: [["接手 H1"], ["接手 H1", "结束 H1"], ["回复 H1 未上牌的可以退"]])
    func untoldOther(_ acts: [String]) async throws {
        let house = try await HandOverHouse(people: HandOverHouse.everybody + [HandOverEndingTests.second])
        house.clock.advance(by: .seconds(9 * 3600))
        _ = try await house.say("转人工 \(HandOverHouse.question)")
        for act in acts { _ = try await house.say(act, as: HandOverHouse.manager) }
        #expect(try await house.told().keys.sorted() == ["wangfang"])
    }

    @Test("another manager who was called hears by whom it was taken up, but not once it is over")
    func toldOther() async throws {
        for ends in [false, true] {
            let house = try await HandOverHouse(
                people: HandOverHouse.everybody + [HandOverEndingTests.second])
            _ = try await house.say("转人工 \(HandOverHouse.question)")
            #expect(try await house.told()["sunli"]?.contains(HandOverHouse.question) == true)
            house.clock.advance(by: .seconds(9 * 3600))
            _ = try await house.say("接手 H1", as: HandOverHouse.manager)
            if ends { _ = try await house.say("结束 H1", as: HandOverHouse.manager) }
            let told = try await house.told()["sunli"]
            #expect(told?.contains("李强") == (ends ? nil : true), "\(told ?? "")")
        }
    }
}
