import EarshotTesting
import Testing

@testable import Earshot

@Suite("A dealer's conversation")
struct DealerConversationTests {
    @Test("the overview is of the own city, with volume, praise, complaints, stages, rival and a quote")
    func overview() async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say("我们城市的客户最近在说什么")
        #expect(answer.contains("杭州 · 近7天客户之声"))
        #expect(answer.contains("11/14–11/20"))
        #expect(answer.contains("声量 95（较前7天 +126%）"))
        #expect(answer.contains("抱怨最多 油耗 40（▲233%） · 售后等待 25"))
        #expect(answer.contains("最受认可 空间 30"))
        #expect(answer.contains("售后环节 售后等待 25"))
        #expect(answer.contains("云途L7 好评 +80%，主要夸「续航充电」"))
        #expect(answer.contains("「高速油耗太高"))
        #expect(answer.contains("1 油耗原话"))
    }

    @Test("follow-ups keep the city and period and change what is asked")
    func followUps() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们城市的客户最近在说什么")
        let service = try await bot.say("那售后呢")
        #expect(service.contains("杭州 · 售后 · 近7天"))
        #expect(service.contains("其中抱怨 售后等待 25"))
        let quotes = try await bot.say("油耗的差评原文")
        #expect(quotes.contains("杭州 · 油耗 · 差评原话"))
        #expect(quotes.contains("第 1–5 条，共 40 条"))
        let more = try await bot.say("更多")
        #expect(more.contains("第 6–10 条"))
        #expect(
            Set(quotes.split(separator: "\n").filter { $0.hasPrefix("「") })
                .isDisjoint(with: more.split(separator: "\n").filter { $0.hasPrefix("「") }))
        #expect(try await bot.say("和全国比").contains("杭州 与 全国 对比"))
        #expect(try await bot.say("竞品呢").contains("云途L7：声量 36，好评 36（较前7天 +80%）"))
        #expect(try await bot.say("我们店口碑怎么样").contains("杭州西湖店口碑"))
    }

    @Test("the number of an offer asks what it says")
    func choices() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们城市的客户最近在说什么")
        #expect(try await bot.say("1").contains("杭州 · 油耗 · 差评原话"))
    }

    @Test("another city is refused politely, and the follow-up is about the own city again")
    func refusal() async throws {
        let bot = try await BotFixture()
        for question in ["上海呢", "上海的客户在说什么", "宁波油耗原话", "和宁波比", "华南的情况"] {
            let answer = try await bot.say(question)
            #expect(answer.contains("您绑定的是杭州"), "\(question): \(answer)")
            #expect(!answer.contains("「"), "\(question)")
        }
        #expect(try await bot.say("那售后呢").contains("杭州"))
    }

    @Test("a manager sees every city of the own region and no other")
    func manager() async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say("宁波呢", as: Fixtures.eastManager).contains("宁波 · 近7天"))
        #expect(try await bot.say("广州的客户在说什么", as: Fixtures.eastManager).contains("您负责的是华东"))
        #expect(try await bot.say("客户最近在说什么", as: Fixtures.eastManager).contains("宁波"))
        _ = try await bot.say("杭州的客户在说什么", as: Fixtures.eastManager)
        #expect(try await bot.say("和宁波比", as: Fixtures.eastManager).contains("杭州 与 宁波 对比"))
        #expect(try await bot.say("客户最近在说什么", as: Fixtures.administrator).contains("不含客户之声数据"))
    }

    @Test(
        "a dealer reads the own store's reputation only; a manager that of each store of the region by name")
    func stores() async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say("宁波鄞州店口碑怎么样").contains("您绑定的"))
        #expect(try await bot.say("杭州西湖店口碑怎么样").contains("杭州西湖店口碑"))
        let manager = Fixtures.eastManager
        #expect(try await bot.say("杭州西湖店口碑怎么样", as: manager).contains("杭州西湖店口碑"))
        #expect(try await bot.say("我们店口碑怎么样", as: manager).contains("哪家门店"))
    }

    @Test("somebody the directory does not know gets the way to be bound and no data")
    func stranger() async throws {
        let bot = try await BotFixture()
        let stranger = Person(id: "x", name: "?", role: .hq, accounts: ["dingtalk:unknown"])
        let answer = try await bot.say("全国客户在说什么", as: stranger)
        #expect(answer.contains("绑定码"))
        #expect(!answer.contains("声量"))
    }

    @Test("with too few voices the answer says so and gives no percentage")
    func tooFew() async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say("今天的客户之声")
        #expect(answer.contains("这段时间没有客户声音"))
        #expect(!answer.contains("%"))
    }

    @Test("the few voices there are are quoted, masked, newest first and of the own place alone")
    func fewVoices() async throws {
        var few = [UnderstoodVoice].several(
            3, "油耗高,电话13812345678", city: Fixtures.hangzhou, ago: 1...3, sentiment: -0.8, "fuel")
        few += .several(30, "宁波的空间", city: Fixtures.ningbo, ago: 1...3, sentiment: 0.8, "space")
        let bot = try await BotFixture(few)
        let answer = try await bot.say("我们城市的客户最近在说什么")
        #expect(answer.contains("只有 3 条客户声音"), "\(answer)")
        let quotes = answer.split(separator: "\n").filter { $0.hasPrefix("「") }
        #expect(quotes.count == 3 && quotes.allSatisfy { $0.contains("油耗高") }, "\(answer)")
        #expect(!answer.contains("13812345678") && !answer.contains("宁波"))
        #expect(quotes.map { $0.suffix(8).prefix(5) } == ["11/20", "11/19", "11/18"])
        let nation = try await BotFixture(Array(few.prefix(3))).say("全国客户在说什么")
        #expect(nation.contains("只有 3 条客户声音") && !nation.contains("「油耗"), "\(nation)")
    }

    @Test("two misunderstandings bring a menu, a third the offer of a person")
    func misunderstandings() async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say("今天天气怎么样").contains("没有听懂"))
        let menu = try await bot.say("asdfgh")
        #expect(menu.contains("回复数字"))
        #expect(try await bot.say("帮我写首诗").contains("华东区域经理 李强"))
        #expect(try await bot.say("1").contains("杭州"))
    }

    @Test("a service that comes later says so and is left out of the help")
    func unavailable() async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say("建议:高速油耗显示不准,能不能改算法").contains("还没有开放"))
        let help = try await bot.say("帮助")
        #expect(help.contains("客户"))
        #expect(!help.contains("订阅"))
    }

    @Test("opening the chat greets with a short briefing of the own city")
    func opened() async throws {
        let bot = try await BotFixture()
        let greeting = try await bot.reply(to: .opened).lines
        #expect(greeting.contains("王芳，您好"))
        #expect(greeting.contains("声量 95"))
    }
}
