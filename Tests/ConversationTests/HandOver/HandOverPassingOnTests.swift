import EarshotTesting
import Foundation
import Store
import Testing

@testable import Earshot

@Suite("What is passed on to the other side of a hand-over")
struct HandOverPassingOnTests {
    @Test(
        "what is clearly for the bot is answered by it while a person is talked to, and only the rest is passed on"
    )
    func commands() async throws {
        let house = try await HandOverHouse.asked()
        for command in [
            "帮助", "我的建议", "杭州上周口碑怎么样", "建议：希望周末多排两个技师", "记录 客户说空调有异味", "撤回记录 12", "修改记录 12 客户说车机卡",
        ] {
            let answer = try await house.say(command)
            #expect(!answer.contains("已转给"), "\(command): \(answer)")
        }
        #expect(try await house.told().isEmpty)
        for text in ["客户说油耗高得离谱要退", "3", "谢谢", "人呢", "好的"] {
            _ = try await house.say("帮助")
            let answer = try await house.say(text)
            #expect(answer.contains("已转给李强"), "\(text): \(answer)")
        }
        #expect(try await house.say("结束").contains("H1 已结束"))
        #expect(try await house.told()["liqiang"]?.contains("H1（杭州西湖店 王芳）已结束") == true)
        #expect(try await !house.say("客户说油耗高得离谱要退").contains("已转给"))
    }

    @Test("an answer with a number goes to that one or to nobody, whatever is at hand")
    func numbered() async throws {
        let house = try await HandOverHouse.takenUp()
        for words in ["回复 H99 你好", "回复 H99：你好", "回复H99 你好"] {
            let said = try await house.say(words, as: HandOverHouse.manager)
            #expect(!said.contains("已转给"), "\(words): \(said)")
        }
        #expect(try await house.told().isEmpty)
        #expect(try await house.say("回复 H1 明天", as: HandOverHouse.manager).contains("已转给王芳"))
        let told = try await house.told()["wangfang"]
        #expect(told?.contains("明天") == true && told?.contains("H1 明天") == false, "\(told ?? "")")
    }

    @Test("a number in any form is that one's, and what is glued to it is asked for again")
    func numberForms() async throws {
        let house = try await HandOverHouse.asked()
        for text in ["回复H1给一的", "回复H6给六的", "回复 H6给六的"] {
            let answer = try await house.say(text, as: HandOverHouse.manager)
            #expect(answer.contains("请在「回复 H1」后面写上") || answer.contains("没有找到 H6"), "\(text): \(answer)")
        }
        #expect(try await house.told().isEmpty)
        #expect(try await house.say("回复 H一 可以退", as: HandOverHouse.manager).contains("已转给王芳"))
    }

    @Test(
        "what a manager asks the bot goes to nobody, and words that mean nothing to it only when that is wished"
    )
    func nothingLeaks() async throws {
        let house = try await HandOverHouse.takenUp()
        _ = try await house.say("杭州油耗怎么样", as: HandOverHouse.manager)
        let asked = try await house.say("那边是不是又在乱来啊啊", as: HandOverHouse.manager)
        #expect(asked.contains("还没有转出"), "\(asked)")
        #expect(try await house.told().isEmpty)
        #expect(try await house.say("发给对方（H1）", as: HandOverHouse.manager).contains("已转给王芳"))
        #expect(try await house.told()["wangfang"]?.contains("乱来") == true)
    }

    @Test(
        "a question about a hand-over, a denial or a report takes, answers and ends none",
        arguments: ["接手 H1 了吗", "不接手 H1", "谁接手 H1", "回复 H1 了吗", "H1 结束了吗?", "不要回复 H1", "回复H1没"])
    func questions(_ text: String) async throws {
        let house = try await HandOverHouse.asked()
        _ = try await house.say(text, as: HandOverHouse.manager)
        let kept = try #require(try await house.bot.handOver(1, within: .all))
        #expect(kept.state == .waiting && kept.version == 1)
        #expect(try await house.told().isEmpty)
    }

    @Test("in a group nothing is handed over, passed on or taken")
    func group() async throws {
        let house = try await HandOverHouse()
        #expect(try await house.say("转人工 \(HandOverHouse.question)", inGroup: true).contains("只能在单聊里用"))
        _ = try await house.say("转人工 \(HandOverHouse.question)")
        _ = try await house.told()
        _ = try await house.say("客户说油耗高得离谱要退", inGroup: true)
        _ = try await house.say("接手 H1", as: HandOverHouse.manager, inGroup: true)
        #expect(try await house.told().isEmpty)
        #expect(try await house.bot.handOver(1, within: .all)?.version == 1)
    }

    @Test("personal data is passed on masked, and who wrote it is told so")
    func masked() async throws {
        let house = try await HandOverHouse()
        let opened = try await house.say("转人工 客户电话 13812345678 要退车")
        #expect(opened.contains("已转给"))
        #expect(try await house.told()["liqiang"]?.contains("13812345678") == false)
        #expect(try await house.say("车牌浙A12345的那位").contains("个人信息已隐去"))
        #expect(try await house.told()["liqiang"]?.contains("浙A12345") == false)
    }

    @Test("it is said that a picture is not passed on, to either side")
    func pictures() async throws {
        let house = try await HandOverHouse()
        func show(by person: Person) async throws -> String {
            try await house.conversations.handle(
                InboundMessage(
                    channel: "dingtalk/test", id: UUID().uuidString, account: person.accounts.first,
                    chat: "chat-\(person.id)", content: .picture)
            ).lines
        }
        #expect(try await !show(by: HandOverHouse.dealer).contains("没有转给对方"))
        _ = try await house.say("转人工 \(HandOverHouse.question)")
        _ = try await house.say("接手 H1", as: HandOverHouse.manager)
        _ = try await house.told()
        for person in [HandOverHouse.dealer, HandOverHouse.manager] {
            let answer = try await show(by: person)
            #expect(answer.contains("没有转给对方（H1）"), "\(answer)")
        }
        #expect(try await house.told().isEmpty)
    }

    @Test(
        "what shall be done until a day by nobody whom the directory knows may be for the one who asked",
        arguments: ["让师傅明天前检查一下刹车", "请务必月底前联系客户"])
    func wishes(_ text: String) async throws {
        let house = try await HandOverHouse.takenUp()
        let asked = try await house.say(text, as: HandOverHouse.manager)
        #expect(asked.contains("还没有转出"), "\(asked)")
        #expect(try await house.say("发给对方（H1）", as: HandOverHouse.manager).contains("已转给王芳"))
    }
}
