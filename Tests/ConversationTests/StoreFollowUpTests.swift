import EarshotTesting
import Testing

@testable import Earshot

/// Only the store's voices of the fixture speak of waiting for maintenance: 25 of the last week.
@Suite("A conversation about one store")
struct StoreFollowUpTests {
    private let manager = Fixtures.eastManager

    /// The customers' words in an answer.
    private func quotes(_ answer: String) -> [Substring] {
        answer.split(separator: "\n").filter { $0.hasPrefix("「") }
    }

    @Test(
        "follow-ups stay on the store: an aspect, a period, quotes and their next page",
        arguments: [Fixtures.westLakeDealer, Fixtures.eastManager, Fixtures.headquarters])
    func stays(person: Person) async throws {
        let bot = try await BotFixture()
        let first = person.role == .dealer ? "我们店口碑怎么样" : "杭州西湖店口碑怎么样"
        #expect(try await bot.say(first, as: person).contains("杭州西湖店口碑 · 近7天"))
        let service = try await bot.say("那售后呢", as: person)
        #expect(service.contains("杭州西湖店 · 售后 · 近7天"))
        #expect(service.contains("提到 25 条"))
        #expect(service.contains("净好评 -100%（杭州 -100%）"))
        #expect(service.contains("其中抱怨 售后等待 25"))
        let words = try await bot.say("差评原话", as: person)
        #expect(words.contains("杭州西湖店 · 售后 · 差评原话"))
        #expect(words.contains("第 1–5 条，共 25 条"))
        let more = try await bot.say("更多", as: person)
        #expect(more.contains("杭州西湖店 · 售后 · 差评原话") && more.contains("第 6–10 条"))
        #expect(quotes(words + "\n" + more).count == 10)
        #expect(quotes(words + "\n" + more).allSatisfy { $0.contains("保养等太久") })
        #expect(try await bot.say("上个月呢", as: person).contains("杭州西湖店 · 售后 · 差评原话 · 上月"))
    }

    @Test("another period of the reputation, and the words behind it")
    func periods() async throws {
        let bot = try await BotFixture()
        for (person, first) in [(Fixtures.westLakeDealer, "我们店口碑怎么样"), (manager, "杭州西湖店口碑怎么样")] {
            _ = try await bot.say(first, as: person)
            #expect(try await bot.say("近14天呢", as: person).contains("杭州西湖店口碑 · 近14天"))
            let words = try await bot.say("差评原话", as: person)
            #expect(words.contains("杭州西湖店 · 差评原话 · 近14天"))
            #expect(quotes(words).allSatisfy { $0.contains("保养等太久") })
        }
    }

    @Test("somebody whose store is not known is told no store's name")
    func storeless() async throws {
        let bot = try await BotFixture()
        let person = Person(id: "new", name: "新人", role: .dealer, accounts: ["dingtalk:n1"])
        let conversations = try BotFixture.conversations(
            bot.bot, bot.voices, bot.clock, directory: FixtureDirectory([person]))
        let answer = try await conversations.handle(
            InboundMessage(
                channel: "dingtalk/test", id: "1", account: "dingtalk:n1", chat: "c",
                content: .text("宁波店口碑怎么样"))
        ).lines
        #expect(!answer.contains("鄞州") && answer.contains("请说明要看哪家门店"), "\(answer)")
    }

    @Test("the numbers of a store's answer ask about the store where its words do")
    func offers() async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say("我们店口碑怎么样")
        #expect(answer.contains("1 差评原话 2 售后情况 3 客户之声总览"))
        #expect(try await bot.say("1").contains("杭州西湖店 · 差评原话"))
        _ = try await bot.say("我们店口碑怎么样")
        #expect(try await bot.say("2").contains("杭州西湖店 · 售后"))
        _ = try await bot.say("我们店口碑怎么样")
        #expect(try await bot.say("3").contains("杭州 · 近7天客户之声"))
    }

    @Test(
        "a store compares with its city, the nation or itself before",
        arguments: [
            ("和杭州比", "杭州西湖店 与 杭州 对比"), ("对比一下", "杭州西湖店 与 杭州 对比"), ("和全国比", "杭州西湖店 与 全国 对比"),
            ("跟之前比", "杭州西湖店 与 前7天 对比"),
        ])
    func comparison(question: String, heading: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们店口碑怎么样")
        let answer = try await bot.say(question)
        #expect(answer.contains(heading), "\(answer)")
        #expect(answer.contains("杭州西湖店 净好评 -100% · 声量 25"))
    }

    @Test(
        "the city, a question about the city's customers, rivals and 取消 leave the store",
        arguments: [
            ("整个城市呢", "杭州 · 近7天客户之声"), ("杭州呢", "杭州 · 近7天客户之声"), ("全市的情况", "杭州 · 近7天客户之声"),
            ("我们城市的客户最近在说什么", "杭州 · 近7天客户之声"), ("客户在说什么", "杭州 · 近7天客户之声"),
            ("竞品呢", "杭州 · 竞品动向"), ("取消", "好的"),
        ])
    func leaves(question: String, answer: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们店口碑怎么样")
        let left = try await bot.say(question)
        #expect(left.contains(answer), "\(left)")
        let after = try await bot.say("油耗的差评原话")
        #expect(after.contains("杭州 · 油耗 · 差评原话"), "\(after)")
    }

    @Test("an aspect of the store is left for the city's")
    func aspectOfCity() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们店口碑怎么样")
        _ = try await bot.say("那售后呢")
        #expect(try await bot.say("整个城市呢").contains("杭州 · 售后 · 近7天"))
    }

    @Test("a manager goes from store to store and to another city; a store of another region is refused")
    func manager() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("杭州西湖店口碑怎么样", as: manager)
        #expect(try await bot.say("宁波鄞州店呢", as: manager).contains("宁波鄞州店口碑"))
        #expect(try await bot.say("宁波呢", as: manager).contains("宁波 · 近7天客户之声"))
        #expect(try await bot.say("那外观呢", as: manager).contains("宁波 · 外观"))
        #expect(try await bot.say("宁波鄞州店的差评原话", as: manager).contains("宁波鄞州店 · 外观 · 差评原话"))
        #expect(try await bot.say("广州呢", as: manager).contains("您负责的是华东"))
        #expect(try await bot.say("那售后呢", as: manager).contains("宁波鄞州店 · 售后"))
        #expect(try await bot.say("我们店口碑怎么样", as: manager).contains("哪家门店"))
    }

    @Test("a city named after a store was compared is that city, not another side of the comparison")
    func cityAfterComparison() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("杭州西湖店口碑怎么样", as: manager)
        _ = try await bot.say("和杭州比", as: manager)
        #expect(try await bot.say("宁波呢", as: manager).contains("宁波 · 近7天客户之声"))
    }

    @Test("another store is refused in every form of question, and the own one goes on being meant")
    func refused() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们店口碑怎么样")
        for question in ["宁波鄞州店呢", "宁波鄞州店的差评原话", "宁波鄞州店的售后怎么样", "宁波鄞州店和全国比"] {
            let answer = try await bot.say(question)
            #expect(answer.contains("您绑定的"), "\(question): \(answer)")
            #expect(quotes(answer).isEmpty)
        }
        #expect(try await bot.say("那售后呢").contains("杭州西湖店 · 售后"))
    }

    @Test("after half an hour the store is forgotten")
    func expiry() async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们店口碑怎么样")
        bot.clock.advance(by: .seconds(31 * 60))
        #expect(try await bot.say("售后怎么样").contains("杭州 · 售后"))
    }

    @Test(
        "a store that was talked about is out of reach once the person stands elsewhere",
        arguments: ["那售后呢", "差评原话", "上个月呢", "1", "2", "更多", "对比一下"])
    func movedAway(question: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("杭州西湖店口碑怎么样", as: manager)
        _ = try await bot.say("差评原话", as: manager)
        _ = try await bot.say("近14天呢", as: manager)
        var moved = manager
        moved.role = .dealer
        moved.regions = []
        moved.dealer = Fixtures.ningboStore
        let later = try BotFixture.conversations(
            bot.bot, bot.voices, bot.clock, directory: FixtureDirectory([moved]))
        let answer = try await later.handle(
            InboundMessage(
                channel: "dingtalk/test", id: question, account: "dingtalk:m1", chat: "chat-liqiang",
                content: .text(question))
        ).lines
        #expect(answer.contains("您绑定的门店是宁波鄞州店") || answer.contains("没有"), "\(answer)")
        #expect(!answer.contains("杭州") && quotes(answer).isEmpty, "\(answer)")
    }
}
