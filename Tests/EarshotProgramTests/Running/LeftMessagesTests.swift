import Earshot
import EarshotTesting
import Foundation
import Store
import Testing

@testable import EarshotProgram

@Suite("Messages that a killed program had acknowledged")
struct LeftMessagesTests {
    @Test("they are answered by the next run, once, and polls and repeats get that answer")
    func resumed() async throws {
        let site = try SampleSite()
        try await site.fill(40)
        let left = [
            InboundMessage(
                channel: "dingtalk/sales", id: "d1", account: "dingtalk:d1", chat: "c1",
                content: .text("我们城市的客户最近在说什么")),
            InboundMessage(
                channel: "wecom-bot/sales", id: "w1", account: "wecom:d1", chat: "single:d1",
                content: .text("我们城市的客户最近在说什么")),
        ]
        try await site.withStores { stores in
            for message in left { try await stores.bot.keep(message, at: SystemClock().now) }
        }
        let (program, _) = try await site.serve()
        program.signal(SIGTERM)
        #expect(await program.end() == RunningProgram.End(status: 0, isSignal: false))
        try await site.withStores { stores in
            for message in left {
                let reply = try await stores.bot.reply(
                    to: MessageKey(channel: message.channel, id: message.id))
                #expect(reply?.blocks.isEmpty == false)
            }
            #expect(try await stores.bot.left().messages.isEmpty)
        }
    }
}
