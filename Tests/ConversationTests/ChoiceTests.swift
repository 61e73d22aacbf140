import EarshotTesting
import Testing

@testable import Earshot

@Suite("Numbers, empty messages and what each role is offered")
struct ChoiceTests {
    @Test(
        "a number that is not offered is told so, with what is",
        arguments: ["5", "99", "0", "-1", "第9个", "选7", "⑨"])
    func notOffered(text: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们城市的客户最近在说什么")
        let answer = try await bot.say(text)
        #expect(answer.contains("没有第 ") && answer.contains("可以回复 1–3"), "\(answer)")
        #expect(answer.contains("1 油耗原话") && !answer.contains("声量"), "\(answer)")
        #expect(try await bot.say("1").contains("杭州 · 油耗 · 差评原话"))
    }

    @Test(
        "a number of more than two digits is no choice",
        arguments: ["13800138000", "618", "99999999999999999999"])
    func longNumber(text: String) async throws {
        let bot = try await BotFixture()
        _ = try await bot.say("我们城市的客户最近在说什么")
        let answer = try await bot.say(text)
        #expect(!answer.contains("没有第 ") && answer.contains("没有听懂"), "\(answer)")
    }

    @Test("a number while nothing is offered", arguments: ["1", "选1", "0"])
    func nothingOffered(text: String) async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say(text).contains("现在没有编号的选项"))
        _ = try await bot.say("油耗差评原话")
        #expect(try await bot.say(text).contains("现在没有编号的选项"))
    }

    @Test("a message without words is greeted, and no misunderstanding", arguments: ["", "  ", "\n"])
    func empty(text: String) async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say(text).contains("王芳，您好"))
        #expect(try await bot.say("asdfgh").contains("抱歉，没有听懂"))
    }

    @Test(
        "whatever the help and the menu offer is answered",
        arguments: [
            Fixtures.westLakeDealer, Fixtures.eastManager, Fixtures.headquarters, Fixtures.administrator,
        ])
    func offered(person: Person) async throws {
        let bot = try await BotFixture()
        let help = try await bot.say("帮助", as: person)
        #expect(help.contains("我们店口碑怎么样") == (person.role == .dealer), "\(help)")
        #expect(help.contains("听客户") == (person.role != .admin), "\(help)")
        for line in help.split(separator: "\n") {
            for example in line.split(separator: "：").dropFirst().joined().split(separator: " / ") {
                let answer = try await bot.say(String(example), as: person)
                #expect(!answer.contains("没有听懂") && !answer.contains("不含客户之声"), "\(example): \(answer)")
                #expect(!answer.contains("请说明要看哪家门店"), "\(example): \(answer)")
            }
        }
        for nonsense in ["asdfgh", "qwerty"] {
            let menu = try await bot.say(nonsense, as: person)
            #expect(!menu.contains("我们店") || person.role == .dealer, "\(menu)")
            #expect(!menu.contains("原文") || person.role != .admin, "\(menu)")
        }
    }
}
