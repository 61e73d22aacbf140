import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("What opens a hand-over, and whom it calls")
struct HandOverOpeningTests {
    @Test("what goes along is shown, and neither suggestions nor what was said of those in charge does")
    func along() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("火星上的店怎么样啊啊")
        _ = try await house.say("我们区域经理老是压库啊啊")
        let opened = try await house.say("转人工 \(HandOverHouse.question)")
        #expect(opened.contains("一并转去") && opened.contains("火星") && !opened.contains("压库"), "\(opened)")
        #expect(try await house.told()["liqiang"]?.contains("压库") == false)
    }

    @Test(
        "a statement or a question about handing over opens none",
        arguments: ["人工服务，收费太贵客户不满意", "找人、找配件都很难", "转人工 需要等多久", "转人工 谁来接", "转人工 是什么意思呀"])
    func statements(_ text: String) async throws {
        let house = try await HandOverHouse()
        _ = try await house.say(text)
        #expect(try await house.bot.openHandOver(of: "wangfang") == nil)
    }

    @Test(
        "who asks whom to turn to is told so and offered to be handed over, and nothing is handed over by that",
        arguments: ["谁负责", "区域经理电话多少", "怎么转人工", "转人工吗?", "转人工 不用了", "不要转人工"])
    func offered(_ text: String) async throws {
        let house = try await HandOverHouse()
        _ = try await house.say(text)
        #expect(try await house.bot.openHandOver(of: "wangfang") == nil)
        #expect(try await house.told().isEmpty)
    }

    @Test("the offer after an answer that did not help hands over what was asked")
    func choice() async throws {
        let house = try await HandOverHouse()
        let answer = try await house.say("怎么跟客户解释座椅加热的颜色")
        #expect(answer.contains("转人工"), "\(answer)")
        #expect(try await house.say("转人工").contains("已转给李强"))
        #expect(try await house.told()["liqiang"]?.contains("怎么跟客户解释座椅加热的颜色") == true)
    }

    @Test("outside of office hours it is told when somebody will look at it, and nobody is told before")
    func night() async throws {
        let house = try await HandOverHouse()
        house.clock.advance(by: .seconds(9 * 3600))
        let opened = try await house.say("转人工 \(HandOverHouse.question)")
        #expect(opened.contains("现在不在工作时间（工作日 09:00–18:00），2026-11-24 09:00 起处理"), "\(opened)")
        let morning = LocalCalendar.shanghai.moment(
            TimeOfDay(hour: 9), on: LocalCalendar.shanghai.day(of: house.clock.now) + 1)
        let rules = ChannelRules()
        let before = try await house.bot.begin(
            on: "dingtalk/dealers", rules: rules, most: 9, at: morning - .seconds(1))
        #expect(before.consignments.isEmpty)
        let after = try await house.bot.begin(on: "dingtalk/dealers", rules: rules, most: 9, at: morning)
        #expect(after.consignments.map(\.recipient) == ["person:liqiang"])
    }

    @Test("where nobody in charge can be told, or the asker cannot, it is said whom to turn to")
    func unreachable() async throws {
        let all = Set(HandOverHouse.everybody.map(\.id))
        for unreachable in [all.subtracting(["wangfang"]), ["wangfang"]] {
            let house = try await HandOverHouse(unreachable: unreachable, contact: "客服热线 400-800-1234")
            let answer = try await house.say("转人工 \(HandOverHouse.question)")
            #expect(answer.contains("李强") && answer.contains("400-800-1234"), "\(answer)")
            #expect(try await house.bot.openHandOver(of: "wangfang") == nil)
        }
        let house = try await HandOverHouse(unreachable: ["liqiang"])
        #expect(try await house.say("转人工 \(HandOverHouse.question)").contains("已转给高飞"))
    }

    @Test("behind 转人工 alone what is no question is for the bot", arguments: ["我的建议", "我是谁", "帮助"])
    func listsBehind(_ text: String) async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工")
        _ = try await house.told()
        #expect(try await !house.say(text).contains("已转给"))
        #expect(try await house.told().isEmpty)
    }

    @Test("a question right behind 转人工 alone is for whom it calls, though the bot could answer it")
    func questionBehind() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工")
        _ = try await house.told()
        #expect(try await house.say("杭州上周口碑怎么样").contains("已转给李强"))
        #expect(try await house.told()["liqiang"]?.contains("杭州上周口碑怎么样") == true)
        #expect(try await !house.say("杭州上周口碑怎么样").contains("已转给"))
    }
}
