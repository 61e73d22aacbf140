import Crypto
import EarshotTesting
import Foundation
import JSON
import PlatformStandIns
import Store
import Synchronization
import Testing

@testable import Earshot
@testable import EarshotProgram

@Suite("Deliveries of the running program")
struct DeliveriesTests {
    private static func weCom(members: Set<String>) -> StandIn<WeComPlatform> {
        StandIn(
            WeComPlatform(
                corpID: SampleSite.corpID, secret: "sample-site-app-secret", agent: 1_000_002,
                members: members), clock: SystemClock())
    }

    @Test("the answer to a pressed button of WeCom comes as a message of its own")
    func pressedButton() async throws {
        let platform = DeliveriesTests.weCom(members: ["d1"])
        let site = try SampleSite(weCom: try platform.start())
        try await site.fill(40)
        let (program, port) = try await site.serve()
        let arrival = Gate()
        platform.fail("/cgi-bin/message/send", .late(until: { arrival.open() }))
        let caller = Caller(port: port)
        let document = """
            <xml><ToUserName>\(SampleSite.corpID)</ToUserName><FromUserName>d1</FromUserName>\
            <CreateTime>1763740790</CreateTime><MsgType>event</MsgType><Event>template_card_event</Event>\
            <EventKey>say:我们城市的客户最近在说什么</EventKey><TaskId>t1</TaskId>\
            <CardType>button_interaction</CardType><ResponseCode>r1</ResponseCode></xml>
            """
        for _ in 0..<2 {
            let call = try RobotCalls.weComAppCall(Array(document.utf8))
            #expect(await caller?.call("POST", call.target, body: call.body)?.status == 200)
        }
        await arrival.pass()
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        let messages = platform.platform.messages
        #expect(messages.count == 1)
        #expect(messages.first?.recipients == ["d1"])
        let text = messages.first.map { "\($0.body)" } ?? ""
        #expect(text.contains("杭州"))
        await platform.stop()
    }

    @Test(
        "the details of a warning come to WeCom as a text, then its buttons, as often as they are asked for",
        .timeLimit(.minutes(1)))
    func details() async throws {
        let platform = DeliveriesTests.weCom(members: ["h1"])
        let site = try SampleSite(
            people: "id,name,role,dealer,region,accounts\nzhou-qing,周清,hq,,,wecom:h1\n",
            weCom: try platform.start())
        try await site.fill(40)
        let city = try #require(Gazetteer.china.city(named: "杭州"))
        let now = SystemClock().now
        let today = LocalCalendar.shanghai.day(of: now)
        let figures = WarningFigures(
            days: (today - 1)...(today - 1), observed: 19, expected: 4, returnPeriod: 3287)
        var warning = Warning(
            number: 1, .complaints(WatchedMatter(.city(city), Aspect("fuel"))), figures,
            severity: Severity(of: figures), at: now)
        var changes = WarningBook.Changes()
        // Who has it is not told of it beside what is asked for, and nobody else is.
        changes.steps = [
            warning.changed(.opened, at: now), try warning.apply(.claim, by: "zhou-qing", at: now),
        ]
        changes.warnings = [(warning, nil)]
        changes.position.watchedThrough = today
        try await site.withStores { try await $0.bot.keep(changes, at: now) }
        let (program, port) = try await site.serve()
        let caller = Caller(port: port)
        for count in 1...2 {
            let document = """
                <xml><ToUserName>\(SampleSite.corpID)</ToUserName><FromUserName>h1</FromUserName>\
                <CreateTime>176374079\(count)</CreateTime><MsgType>event</MsgType>\
                <Event>template_card_event</Event><EventKey>say:A1 详情</EventKey><TaskId>t\(count)</TaskId>\
                <CardType>button_interaction</CardType><ResponseCode>r\(count)</ResponseCode></xml>
                """
            let call = try RobotCalls.weComAppCall(Array(document.utf8))
            #expect(await caller?.call("POST", call.target, body: call.body)?.status == 200)
            while platform.platform.messages.count < 2 * count { await Task.yield() }
        }
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        #expect(
            platform.platform.messages.map { $0.body["msgtype"].text }
                == ["markdown", "template_card", "markdown", "template_card"])
        await platform.stop()
    }

    @Test("a pressed card of Feishu shows what was chosen in the place of its buttons")
    func pressedCard() async throws {
        let platform = StandIn(
            FeishuPlatform(appSecret: SampleSite.appSecret.revealText(), chats: ["oc_1"]),
            clock: SystemClock())
        let site = try SampleSite(feishu: try platform.start())
        try await site.fill(40)
        let (program, port) = try await site.serve()
        func event(_ id: String, _ kind: String, _ content: String) async throws -> JSONValue {
            let call = try RobotCalls.feishuCall(
                Array(
                    #"""
                    {"schema":"2.0","header":{"event_id":"\#(id)","event_type":"\#(kind)","tenant_key":"t",
                    "token":"\#(SampleSite.botToken.revealText())"},"event":\#(content)}
                    """#.utf8))
            let answer = await Caller(port: port)?.call(
                "POST", call.target, headers: call.headers, body: call.body)
            return try JSONValue(text: answer?.body ?? "")
        }
        let arrival = Gate()
        platform.fail("/open-apis/im/v1/messages", .late(until: { arrival.open() }))
        _ = try await event(
            "e1", "im.message.receive_v1",
            #"""
            {"sender":{"sender_id":{"user_id":"d1"},"sender_type":"user","tenant_key":"t"},"message":{
            "message_id":"om_1","chat_id":"oc_1","chat_type":"p2p","message_type":"text",
            "content":"{\"text\":\"我们城市的客户最近在说什么\"}"}}
            """#)
        await arrival.pass()
        let card = try #require(platform.platform.messages.first).content
        let buttons = card["body"]["elements"].elements.filter { $0["tag"].text == "button" }
        let button = try #require(buttons.first)
        let value = try String(decoding: button["behaviors"][0]["value"].bytes, as: UTF8.self)
        let answer = try await event(
            "e2", "card.action.trigger",
            #"""
            {"operator":{"user_id":"d1","tenant_key":"t"},"action":{"value":\#(value)},
            "context":{"open_chat_id":"oc_1"}}
            """#)
        let changed = answer["card"]["data"]
        #expect(changed["header"] == card["header"])
        #expect(changed["body"]["elements"].elements.map { $0["tag"].text } == ["markdown"])
        let text = changed["body"]["elements"][0]["content"].text
        #expect(text.contains("✓ \(button["text"]["content"].text)"))
        #expect(answer["toast"]["type"].text == "info")
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        await platform.stop()
    }
}
