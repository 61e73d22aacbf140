import EarshotTesting
import Foundation
import Store
import Testing

@testable import Earshot

/// What an administrator asks and does about deliveries in the chat.
struct OutboxConversationTests {
    private let admin = Fixtures.administrator

    private func delivery(_ key: String, on channel: String = "wecom/dealers") -> Delivery {
        Delivery(
            key: key, channel: channel, recipient: "wangfang", reply: Reply([.text("杭州油耗投诉上升")]),
            deadline: Timestamp(milliseconds: .max / 2))
    }

    /// A bot with one dead delivery, number 1, and one that waits.
    private func house() async throws -> BotFixture {
        let fixture = try await BotFixture([])
        let now = fixture.clock.now
        _ = try await fixture.bot.enqueue([delivery("a")], at: now)
        let begun = try await fixture.bot.begin(
            on: "wecom/dealers", rules: ChannelRules(), most: 1, at: now)
        try await fixture.bot.settle(
            try #require(begun.consignments.first),
            .refused(PlatformRemark(code: "45002", words: "content size out of limit")), at: now)
        _ = try await fixture.bot.enqueue([delivery("b")], at: now)
        return fixture
    }

    @Test(
        "an administrator is told what waits, what failed and in the platform's words why, not what it says")
    func list() async throws {
        let fixture = try await house()
        let answer = try await fixture.say("待发消息", as: admin)
        #expect(answer.contains("wecom/dealers 待发 1"))
        #expect(answer.contains("失败 1"))
        #expect(answer.contains("#1 发送失败 · wecom/dealers → wangfang · 45002: content size out of limit"))
        #expect(answer.contains("#2 待发送"))
        #expect(!answer.contains("油耗"))
        #expect(answer.contains("全部重发"))
    }

    @Test("one delivery is shown by its number, and by the number alone after the list")
    func show() async throws {
        let fixture = try await house()
        for words in ["查看消息 #1", "#1"] {
            if words == "#1" { _ = try await fixture.say("发送失败的消息", as: admin) }
            let answer = try await fixture.say(words, as: admin)
            #expect(answer.contains("消息 #1"), "\(words)")
            #expect(answer.contains("平台答复 45002"), "\(words)")
            #expect(!answer.contains("油耗"))
        }
        #expect(try await fixture.say("查看消息 #99", as: admin).contains("没有编号为 #99"))
    }

    @Test("what is tried again by a message is so when the answer is there, once")
    func retry() async throws {
        let fixture = try await house()
        let answer = try await fixture.say("重发 #1", as: admin, id: "m1")
        #expect(answer.contains("已安排重新发送 #1"))
        #expect(try await fixture.bot.states(of: [1])[1] == .retrying)
        // A message that comes again does nothing again.
        _ = try await fixture.bot.cancel([1], at: fixture.clock.now)
        #expect(try await fixture.say("重发 #1", as: admin, id: "m1") == answer)
        #expect(try await fixture.bot.states(of: [1])[1] == .cancelled)
        #expect(try await fixture.say("重发 #1", as: admin).contains("已经撤下"))
    }

    @Test("all that failed is tried again at one word, and when nothing failed it is said so")
    func retryAll() async throws {
        let fixture = try await house()
        #expect(try await fixture.say("全部重发", as: admin).contains("1 条发送失败的消息"))
        #expect(try await fixture.bot.states(of: [1, 2]) == [1: .retrying, 2: .waiting])
        #expect(try await fixture.say("全部重发", as: admin).contains("没有可以重发的"))
    }

    @Test("pictures of a suggestion are not tried again: whoever wants them asks again")
    func shown() async throws {
        let fixture = try await BotFixture([])
        var shown = delivery("attachment/wecom/dealers/m1/57")
        shown.deadline = fixture.clock.now + .seconds(60)
        _ = try await fixture.bot.enqueue([shown], at: fixture.clock.now)
        fixture.clock.advance(by: .seconds(120))
        _ = try await fixture.bot.expire(at: fixture.clock.now)
        let answer = try await fixture.say("重发 #1", as: admin)
        #expect(answer == "#1 是建议的附件，不能重发，需要的人请再要一次。", "\(answer)")
        #expect(try await fixture.bot.states(of: [1])[1] == .expired)
        #expect(try await !fixture.say("查看消息 #1", as: admin).contains("重发 #1"))
    }

    @Test("the buttons under a delivery do what they say")
    func buttons() async throws {
        let fixture = try await house()
        let shown = try await fixture.reply(to: .text("查看消息 #1"), as: admin)
        guard case .choices(_, let choices)? = shown.blocks.last else {
            Issue.record("no choices")
            return
        }
        #expect(choices.map(\.text) == ["重发 #1", "丢弃 #1"])
        #expect(try await fixture.say("2", as: admin).contains("已撤下 #1"))
        #expect(try await fixture.bot.states(of: [1])[1] == .cancelled)
        // Also by a button that is pressed much later, in another conversation.
        #expect(try await fixture.say("丢弃 #2", as: admin).contains("已撤下 #2"))
    }

    @Test("what is under way is left alone, and so is what was in one message with it")
    func underWay() async throws {
        let fixture = try await house()
        _ = try await fixture.bot.begin(
            on: "wecom/dealers", rules: ChannelRules(), most: 1, at: fixture.clock.now)
        #expect(try await fixture.say("重发 #2", as: admin).contains("正在发送"))
        #expect(try await fixture.say("丢弃 #2", as: admin).contains("正在发送"))
        #expect(try await fixture.bot.states(of: [2])[2] == .sending)
    }

    @Test(
        "nobody else is told anything, whatever the role, and nothing is changed",
        arguments: [Fixtures.westLakeDealer, Fixtures.eastManager, Fixtures.headquarters])
    func others(_ person: Person) async throws {
        let fixture = try await house()
        for words in ["待发消息", "查看消息 #1", "重发 #1", "丢弃 #1", "全部重发死信"] {
            let answer = try await fixture.say(words, as: person)
            #expect(answer.contains("由系统管理员处理"), "\(words): \(answer)")
            #expect(!answer.contains("wangfang"))
        }
        #expect(try await fixture.bot.states(of: [1, 2]) == [1: .dead, 2: .waiting])
    }

    @Test("in a group an administrator is asked to come to the one-to-one chat")
    func group() async throws {
        let fixture = try await house()
        let reply = try await fixture.conversations.handle(
            InboundMessage(
                channel: "dingtalk/test", id: "g", account: admin.accounts.first, chat: "group",
                isGroup: true, content: .text("重发 #1")))
        #expect(reply.lines.contains("单聊"))
        #expect(try await fixture.bot.states(of: [1])[1] == .dead)
    }

    @Test("help shows it to administrators alone")
    func help() async throws {
        let fixture = try await house()
        #expect(try await fixture.say("帮助", as: admin).contains("待发消息"))
        for person in [Fixtures.westLakeDealer, Fixtures.eastManager, Fixtures.headquarters] {
            #expect(try await !fixture.say("帮助", as: person).contains("待发消息"))
        }
    }

    @Test(
        "a delivery that is begun while the administrator's message is answered is not torn out of the platform's hands"
    )
    func conflict() async throws {
        let fixture = try await house()
        let number: Int64 = 2
        let turn = Turn(
            message: MessageKey(channel: "c", id: "m"),
            conversation: ConversationKey(account: "a", chat: "c"),
            state: DialogueState(updatedAt: fixture.clock.now), reply: Reply([.text("x")]),
            effects: [.dropDeliveries([number], by: "admin")], at: fixture.clock.now)
        _ = try await fixture.bot.begin(
            on: "wecom/dealers", rules: ChannelRules(), most: 1, at: fixture.clock.now)
        await #expect(throws: ConversationConflict.self) { try await fixture.bot.commit(turn) }
        #expect(try await fixture.bot.states(of: [number])[number] == .sending)
        #expect(try await fixture.bot.reply(to: turn.message) == nil)
    }
}
