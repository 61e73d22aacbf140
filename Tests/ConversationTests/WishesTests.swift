import EarshotTesting
import Testing

@testable import Earshot

@Suite("What people wish in their own words")
struct WishesTests {
    @Test(
        "who wants to complain is told whom to turn to",
        arguments: ["我要投诉", "我想投诉你们", "怎么投诉", "投诉电话", "我要举报"])
    func complain(question: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("油耗怎么样")
        #expect(try await bot.say(question).contains("这件事可以找人帮忙"))
    }

    @Test("complaints that are asked about are no wish to complain", arguments: ["我要看投诉", "我要投诉最多的三个方面"])
    func complaints(question: String) async throws {
        let answer = try await BotFixture().say(question)
        #expect(answer.hasPrefix("杭州 · 近7天客户之声"), "\(answer)")
    }

    @Test(
        "two months are compared in either order",
        arguments: ["上月和这个月比", "上个月和这个月比", "这个月和上个月比", "上个月跟本月对比一下"])
    func months(question: String) async throws {
        let bot = try await BotFixture()
        let answer = try await bot.say(question)
        #expect(answer.contains("本月") && answer.contains("对比"), "\(answer)")
    }

    @Test("the net praise is told as a figure", arguments: ["净好评多少", "近30天净好评多少", "净好评是多少"])
    func netPraise(question: String) async throws {
        let answer = try await BotFixture().say(question)
        #expect(answer.contains("客户之声") && answer.contains("净好评 "), "\(answer)")
    }

    @Test(
        "who wants to give the car back is among the complaints of quality",
        arguments: ["有没有人说要退车", "多少人说要退车"])
    func returning(question: String) async throws {
        let answer = try await BotFixture().say(question)
        #expect(answer.hasPrefix("杭州 · 质量故障"), "\(answer)")
    }

    @Test("a word that no lexicon knows is told", arguments: ["有没有人提到蒲公英", "客户有没有说蒲公英"])
    func unknownWord(question: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("油耗怎么样")
        let answer = try await bot.say(question)
        #expect(answer.contains("没有认出「蒲公英」"), "\(answer)")
    }

    @Test("what only begins with the word for a person is no wish for one", arguments: ["人工智能", "人工驾驶"])
    func artificial(question: String) async throws {
        #expect(try await !BotFixture().say(question).contains("这件事可以找人帮忙"))
    }

    @Test("other stores are not told", arguments: ["隔壁店比我们好吗", "旁边的店怎么样", "别的店呢", "其他店口碑怎么样"])
    func otherStores(question: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("油耗怎么样")
        let answer = try await bot.say(question)
        #expect(answer.contains("不能看所有门店"), "\(answer)")
    }

    @Test(
        "cities are ranked, in whatever words; those complained about most come first",
        arguments: [
            ("我负责的区域哪个城市抱怨最多", "按抱怨条数排，多的在前"),
            ("华东哪些城市抱怨多", "按抱怨条数排，多的在前"), ("上周华东哪个城市抱怨最多", "按抱怨条数排，多的在前"), ("哪个城市口碑最好", "好的在前"),
            ("华东各城市对比", "好的在前"),
            ("抱怨最多的是哪个城市", "按抱怨条数排，多的在前"), ("哪个城市油耗最低", "好的在前"), ("哪个城市油耗差评最少", "按抱怨条数排，少的在前"),
            ("哪个城市油耗投诉最少", "按抱怨条数排，少的在前"), ("哪个城市口碑最低", "差的在前"), ("哪个城市好评最少", "按好评条数排，少的在前"),
            ("哪个城市好评最多", "按好评条数排，多的在前"), ("哪个城市声量最高", "多的在前"),
            ("哪个城市声量最低", "少的在前"), ("哪个城市投诉少", "按抱怨条数排，少的在前"),
            ("哪个城市负面比较少", "按抱怨条数排，少的在前"), ("哪个城市批评较少", "按抱怨条数排，少的在前"),
            ("哪个城市被骂得少", "按抱怨条数排，少的在前"), ("哪个城市不满比较少", "按抱怨条数排，少的在前"),
            ("哪个城市投诉比较少", "按抱怨条数排，少的在前"), ("哪个城市点赞比较少", "按好评条数排，少的在前"),
            ("哪个城市称赞较少", "按好评条数排，少的在前"), ("哪些城市好评少", "按好评条数排，少的在前"),
            ("哪个城市投诉多", "按抱怨条数排，多的在前"), ("哪个城市批评比较多", "按抱怨条数排，多的在前"),
        ])
    func cities(question: String, order: String) async throws {
        let answer = try await BotFixture().say(question, as: Fixtures.eastManager)
        #expect(answer.contains("各城市") && answer.contains(order), "\(answer)")
    }

    @Test("whoever sees the nation says of which place, and stores see their own city alone")
    func citiesUnranked() async throws {
        let bot = try await BotFixture()
        let all = try await bot.say("哪个城市最差", as: Fixtures.headquarters)
        #expect(all.contains("城市一次排一个区域或一个省的"), "\(all)")
        #expect(try await bot.say("浙江哪个城市最差", as: Fixtures.headquarters).contains("1 杭州"))
        let own = try await bot.say("哪个城市最差")
        #expect(own.contains("您只能看本市"), "\(own)")
    }

    @Test("provinces and regions are not ranked", arguments: ["哪个省抱怨最多", "各大区对比"])
    func regions(question: String) async throws {
        let answer = try await BotFixture().say(question, as: Fixtures.headquarters)
        #expect(answer.contains("排名还没有开放"), "\(answer)")
    }

    @Test("one platform alone cannot be chosen", arguments: ["投诉平台上的投诉", "各大社交平台的评价"])
    func platform(question: String) async throws {
        #expect(try await BotFixture().say(question).contains("不能只看某一个网站或平台"))
    }

    @Test("more is shown after the figures of a place, too", arguments: ["太少了 多给几条", "更多"])
    func more(question: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("客户在说什么")
        let answer = try await bot.say(question)
        #expect(answer.contains("客户原话") && answer.contains("第 1–5 条"), "\(answer)")
    }

    @Test("several wishes are answered and offered")
    func several() async throws {
        let answer = try await BotFixture().say("我想看油耗和续航的差评，再跟全国比一下")
        #expect(answer.contains("与 全国 对比"), "\(answer)")
        #expect(answer.contains("油耗差评原话") || answer.contains("油耗客户原话"), "\(answer)")
        #expect(answer.contains("续航充电对比"), "\(answer)")
    }
}
