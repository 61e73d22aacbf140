import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Binding an account")
struct BindingTests {
    private let stranger = Person(id: "-", name: "?", role: .dealer, accounts: ["dingtalk:n1"])

    private func invite(_ person: Person, _ bot: BotFixture) async throws -> InvitationCode {
        var random = SystemRandomNumberGenerator()
        let code = InvitationCode(using: &random)
        try await bot.bot.add(Invitation(person: person.id, now: bot.clock.now), code: code, by: "test")
        return code
    }

    @Test("an account whose person has left the directory can be bound anew")
    func again() async throws {
        let bot = try await BotFixture()
        let first = try await invite(Fixtures.ningboDealer, bot)
        #expect(try await bot.say("绑定 \(first)", as: stranger).contains("绑定成功"))
        #expect(try await bot.say("我是谁", as: stranger).contains("宁波鄞州店"))
        let without = try BotFixture.conversations(
            bot.bot, bot.voices, bot.clock, directory: FixtureDirectory([Fixtures.westLakeDealer]))
        let second = try await invite(Fixtures.westLakeDealer, bot)
        func say(_ text: String) async throws -> String {
            try await without.handle(
                InboundMessage(
                    channel: "dingtalk/test", id: text, account: "dingtalk:n1", chat: "chat",
                    content: .text(text))
            ).lines
        }
        #expect(try await say("我是谁").contains("绑定码"))
        #expect(try await say("绑定 \(second)").contains("绑定成功"))
        #expect(try await say("我是谁?").contains("杭州西湖店"))
    }

    @Test("one code sent from many accounts at once binds one of them")
    func race() async throws {
        let bot = try await BotFixture()
        let code = try await invite(Fixtures.ningboDealer, bot)
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<30 {
                let person = Person(
                    id: "\(number)", name: "?", role: .dealer, accounts: ["dingtalk:r\(number)"])
                group.addTask { try await bot.say("绑定 \(code)", as: person) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.filter { $0.contains("绑定成功") }.count == 1)
        #expect(answers.filter { $0.contains("已被使用") }.count == 29)
        #expect(try await bot.bot.bindings().count == 1)
    }

    @Test("wrong codes are forgotten after an hour, and the right one is listened to again")
    func patience() async throws {
        let bot = try await BotFixture()
        let code = try await invite(Fixtures.ningboDealer, bot)
        for last in ["2", "3", "4", "5", "6"] {
            #expect(try await bot.say("绑定 2222-2222-222\(last)", as: stranger).contains("不对"))
        }
        #expect(try await bot.say("绑定 \(code)", as: stranger).contains("次数太多"))
        bot.clock.advance(by: .seconds(3601))
        #expect(try await bot.say("绑定 \(code)", as: stranger).contains("绑定成功"))
    }

    @Test("a form kept open for a day is still known, and whoever comes later is told that it expired")
    func formExpiry() async throws {
        let bot = try await BotFixture()
        #expect(try await bot.say("绑定", as: stranger).contains("请发送"))
        bot.clock.advance(by: .seconds(23 * 3600))
        _ = try await bot.bot.forget(at: bot.clock.now)
        #expect(try await !bot.say("你好", as: stranger).contains("24 小时"))
        #expect(try await bot.say("绑定", as: stranger).contains("请发送"))
        bot.clock.advance(by: .seconds(30 * 3600))
        _ = try await bot.bot.forget(at: bot.clock.now)
        #expect(try await bot.say("你好", as: stranger).contains("已超过 24 小时"))
        #expect(try await !bot.say("你好", as: stranger).contains("24 小时"))
    }
}
