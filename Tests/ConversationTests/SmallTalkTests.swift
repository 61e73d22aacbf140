import Testing

@Suite("What is said beside questions")
struct SmallTalkTests {
    @Test(
        "leaving something says that nothing is under way, after an answer as well",
        arguments: ["取消", "算了", "不用了", "退出", "返回", "说错了"])
    func nothingToLeave(text: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们城市的客户最近在说什么")
        let answer = try await bot.say(text)
        #expect(answer.contains("现在没有进行中的事项") && !answer.contains("已取消"), "\(answer)")
    }

    @Test(
        "a wish to delete something is told that nothing is deleted, and whom to ask",
        arguments: ["删除我的数据", "删除所有数据", "清空", "清空聊天记录"])
    func erasing(text: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(text)
        #expect(answer.contains("不会删除任何数据") && answer.contains("区域经理"), "\(answer)")
    }

    @Test("有人 is a greeting only when nothing else is said", arguments: ["有人说要退车吗", "有人要退车", "有人说油耗高吗"])
    func somebody(text: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(text)
        #expect(!answer.contains("您好"), "\(answer)")
        for greeting in ["有人吗", "有人在吗"] {
            #expect(try await bot.say(greeting).contains("王芳，您好"))
        }
    }

    @Test(
        "an acknowledgement is answered shortly and leaves the conversation as it is",
        arguments: ["好的", "知道了", "明白", "收到", "ok", "嗯"])
    func acknowledged(text: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们城市的客户最近在说什么")
        let answer = try await bot.say(text)
        #expect(answer.contains("有需要随时问我") && !answer.contains("没有听懂"), "\(answer)")
        #expect(try await bot.say("好的，那售后呢").contains("杭州 · 售后"))
    }

    @Test(
        "what the answers mean is explained",
        arguments: [
            ("声量是什么", "声音条数"), ("净好评是什么意思", "好评条数"), ("数据从哪来的", "每条原话后面标着"),
            ("什么时候更新", "一收录就计入"), ("▲是什么", "增加的百分比"),
        ])
    func explained(question: String, answer: String) async throws {
        let bot = try await BotFixture()
        let said = try await bot.say(question)
        #expect(said.contains(answer), "\(said)")
    }

    @Test(
        "a ranking of cities or of all stores is told that there is none",
        arguments: [
            ("哪个城市抱怨最多", "您只能看本市"), ("哪个省抱怨最多", "排名还没有开放"), ("别的店口碑怎么样", "不能看所有门店"), ("所有店的口碑", "不能看所有门店"),
        ])
    func ranking(question: String, answer: String) async throws {
        let bot = try await BotFixture()
        let said = try await bot.say(question)
        #expect(said.contains(answer), "\(said)")
    }
}
