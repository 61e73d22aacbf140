import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("A hand-over from its question to the line to take")
struct HandOverConversationTests {
    @Test("a whole conversation: asked, taken, answered in both directions, ended, kept as a line to take")
    func whole() async throws {
        let house = try await HandOverHouse()
        let first = try await house.say("我想知道火星上的店怎么样啊啊 13812345678")
        #expect(first.contains("转人工"), "\(first)")
        let opened = try await house.say("转人工 \(HandOverHouse.question)")
        #expect(opened.contains("已转给李强（H1）"), "\(opened)")
        #expect(!opened.contains("不在工作时间"))
        let asked = try #require(try await house.told()["liqiang"])
        #expect(asked.contains("转人工 H1 · 杭州西湖店 王芳") && asked.contains(HandOverHouse.question))
        #expect(asked.contains("火星") && !asked.contains("13812345678") && asked.contains("接手 H1"))

        let taken = try await house.say("接手 H1", as: HandOverHouse.manager)
        #expect(taken.contains("已接手 H1") && taken.contains(HandOverHouse.question))
        #expect(try await house.told()["wangfang"]?.contains("李强已接手您的问题") == true)
        #expect(try await house.say("回复 未上牌的可以退", as: HandOverHouse.manager).contains("已转给王芳"))
        #expect(try await house.told()["wangfang"]?.contains("李强回复您（H1）：\n未上牌的可以退") == true)
        #expect(try await house.say("那已经上牌的呢").contains("已转给李强"))
        #expect(try await house.told()["liqiang"]?.contains("杭州西湖店 王芳（H1）：\n那已经上牌的呢") == true)
        #expect(try await house.say("回复 H1：上牌的按三包走", as: HandOverHouse.manager).contains("已转给王芳"))

        let ended = try await house.say("结束", as: HandOverHouse.manager)
        #expect(ended.contains("H1 已结束") && ended.contains("存为口径 H1"), "\(ended)")
        #expect(try await house.told()["wangfang"]?.contains("已结束") == true)
        let shown = try await house.say("存为口径 H1", as: HandOverHouse.manager)
        #expect(shown.contains("请确认：存为口径（H1）") && shown.contains("未上牌的可以退"), "\(shown)")
        #expect(try await house.told()["zhaomin"] == nil)
        let kept = try await house.say("1", as: HandOverHouse.manager)
        #expect(kept.contains("已请总部") && kept.contains("确认之前不会生效"), "\(kept)")
        #expect(try await house.told()["zhaomin"]?.contains("李强建议存为口径") == true)
        #expect(try await house.say("存为口径 H1", as: HandOverHouse.manager).contains("已经提交过"))

        let draft = try await house.say("存为口径 H1", as: HandOverHouse.headquarters)
        #expect(draft.contains("请确认：新增口径") && draft.contains("范围 华东"), "\(draft)")
        #expect(try await house.say("1", as: HandOverHouse.headquarters).contains("已保存"))
        let answered = try await house.say(HandOverHouse.question)
        #expect(answered.contains("未上牌的可以退") && answered.contains("上牌的按三包走"), "\(answered)")
    }

    @Test("the same message again answers the same and passes nothing on twice")
    func repeated() async throws {
        let house = try await HandOverHouse()
        let first = try await house.say("转人工 \(HandOverHouse.question)", id: "1")
        #expect(try await house.say("转人工 \(HandOverHouse.question)", id: "1") == first)
        _ = try await house.say("接手 H1", as: HandOverHouse.manager)
        _ = try await house.told()
        let answer = try await house.say("回复 可以退", as: HandOverHouse.manager, id: "2")
        #expect(try await house.say("回复 可以退", as: HandOverHouse.manager, id: "2") == answer)
        #expect(
            try await house.bot.lines(ofHandOver: 1, limit: 9).map(\.text) == [HandOverHouse.question, "可以退"])
    }

    @Test("a form that is open is filled in, and the hand-over goes on behind it; a restart keeps both")
    func restart() async throws {
        let house = try await HandOverHouse.takenUp()
        let again = try await HandOverHouse(reopening: house)
        #expect(try await again.say("那已经上牌的呢").contains("已转给李强"))
        #expect(try await again.say("回复 可以", as: HandOverHouse.manager).contains("已转给王芳"))
        _ = try await again.told()
        #expect(try await again.say("我要提建议").contains("建议"))
        #expect(try await !again.say("车机导航太慢希望优化").contains("已转给"))
        #expect(try await again.told().isEmpty)
    }
}
