import Crypto
import EarshotTesting
import Foundation

@testable import EarshotProgram

/// An endpoint of the service and what a fuzz test sends it: something right, broken at random.
enum FuzzedEndpoint: CaseIterable, Sendable {
    case dingTalk, dingTalkCard, dingTalkEvent, weComCheck, weCom, weComAppCheck, weComApp, feishu, voices
    case consoleMessages, consoleSession, consolePeople, consoleEvents
    case pages, operations, unknown

    struct Request {
        var method = "POST"
        var target: String
        var headers: [(String, String)] = []
        var body: [UInt8] = []
    }

    func request(cookie: String, _ random: inout SeededRandom) throws -> Request {
        switch self {
        case .dingTalk: try dingTalk(&random)
        case .dingTalkCard: try dingTalkCard(&random)
        case .dingTalkEvent: try dingTalkEvent(&random)
        case .weComCheck: try weComCheck(&random)
        case .weCom: try weCom(&random)
        case .weComAppCheck: try weComAppCheck(&random)
        case .weComApp: try weComApp(&random)
        case .feishu: try feishu(&random)
        case .voices: voices(&random)
        case .consoleMessages: consoleMessages(cookie, &random)
        case .consoleSession:
            Request(
                target: "/console/session", headers: [("Content-Type", "application/json")],
                body: Mutation.of(#"{"token":"guess guess guess guess"}"#, &random))
        case .consolePeople:
            Request(
                method: "GET", target: "/console/people?" + Mutation.query(&random),
                headers: [("Cookie", Mutation.printable(cookie, &random))])
        case .consoleEvents:
            // Never the name of the feed: then it would wait for news.
            Request(
                method: "GET",
                target: Mutation.target(
                    "/console/events?feed=x&person=\(Mutation.field(&random))&after=\(Mutation.field(&random))",
                    &random),
                headers: [("Cookie", cookie)])
        case .pages: pages(&random)
        case .operations: operations(&random)
        case .unknown: unknown(&random)
        }
    }

    private func unknown(_ random: inout SeededRandom) -> Request {
        let methods = ["GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "FOO"]
        let method = methods.randomElement(using: &random) ?? "GET"
        return Request(
            method: method,
            target: Mutation.target("/callback/dingtalk/../wecom-bot/%73ales?a=b&c", &random),
            headers: [("X-Forwarded-For", Mutation.field(&random)), ("Accept", Mutation.field(&random))],
            // A GET comes without a length: its body would be the next request.
            body: method == "GET" ? [] : Mutation.noise(&random))
    }

    private func dingTalk(_ random: inout SeededRandom) throws -> Request {
        let kinds = ["text", "picture", "audio", "richText", "file", "video", "interactiveCard"]
        let body = #"""
            {"msgId":"f\#(random.next() % 100_000)","conversationId":"c\#(random.next() % 50)","conversationType":"1",
            "msgtype":"\#(kinds.randomElement(using: &random) ?? "")","senderStaffId":"d1","senderNick":"人",
            "text":{"content":"\#(Mutation.said(&random))"},"content":{"recognition":"油耗","richText":[{"text":"售后"}]},
            "sessionWebhook":"https://oapi.dingtalk.com/robot/x","sessionWebhookExpiredTime":99}
            """#
        var headers = try RobotCalls.dingTalkHeaders()
        if Int.random(in: 0..<4, using: &random) == 0 {
            headers = headers.map { ($0, Mutation.printable($1, &random)) }
        }
        return Request(
            target: Mutation.rarely(Mutation.target("/callback/dingtalk/sales", &random), &random)
                ?? "/callback/dingtalk/sales",
            headers: headers, body: Mutation.of(body, &random))
    }

    private func dingTalkCard(_ random: inout SeededRandom) throws -> Request {
        let body = #"""
            {"type":"actionCallback","outTrackId":"f\#(random.next() % 100_000)","corpId":"\#(SampleSite.cardCompany)",
            "userId":"d1","userIdType":1,
            "content":"{\"cardPrivateData\":{\"params\":{\"say\":\"\#(Mutation.said(&random))\"}}}"}
            """#
        var headers = try RobotCalls.dingTalkCardHeaders()
        if Int.random(in: 0..<4, using: &random) == 0 {
            headers = headers.map { ($0, Mutation.printable($1, &random)) }
        }
        return Request(
            target: Mutation.rarely(Mutation.target("/callback/dingtalk-card/sales", &random), &random)
                ?? "/callback/dingtalk-card/sales",
            headers: headers, body: Mutation.of(body, &random))
    }

    private func dingTalkEvent(_ random: inout SeededRandom) throws -> Request {
        let kinds = ["check_url", "user_add_org", "user_leave_org", "chat_disband", "robot_msg_read"]
        let event = #"""
            {"EventType":"\#(kinds.randomElement(using: &random) ?? "")","eventId":"f\#(random.next() % 100_000)",
            "userId":["\#(Mutation.said(&random))"],"UserId":"d1","CorpId":"ding1"}
            """#
        // Half are genuine but strange, half are not genuine.
        if Bool.random(using: &random) {
            let call = try RobotCalls.dingTalkEventCall(Mutation.of(event, &random))
            return Request(target: call.target, body: call.body)
        }
        let call = try RobotCalls.dingTalkEventCall(Array(event.utf8))
        return Request(
            target: Mutation.rarely(Mutation.target(call.target, &random), &random) ?? call.target,
            body: Mutation.of(call.body, &random))
    }

    private func weComCheck(_ random: inout SeededRandom) throws -> Request {
        let call = try RobotCalls.weComCall(Array("echo".utf8))
        let echo = String(decoding: call.body.dropFirst(12).dropLast(2), as: UTF8.self)
            .replacing("+", with: "%2B").replacing("/", with: "%2F").replacing("=", with: "%3D")
        return Request(
            method: "GET", target: Mutation.target(call.target + "&echostr=" + echo, &random))
    }

    private func weCom(_ random: inout SeededRandom) throws -> Request {
        let kinds = ["text", "voice", "image", "mixed", "event", "stream", "file", "video"]
        let events = ["enter_chat", "template_card_event", "feedback_event"]
        let message = #"""
            {"msgid":"f\#(random.next() % 100_000)","msgtype":"\#(kinds.randomElement(using: &random) ?? "")",
            "chattype":"single","from":{"userid":"d1"},"text":{"content":"\#(Mutation.said(&random))"},
            "voice":{"content":"售后呢"},"mixed":{"msg_item":[{"msgtype":"text","text":{"content":"油耗"}}]},
            "stream":{"id":"st-1"},"response_url":"https://example.com/",
            "quote":{"msgtype":"text","text":{"content":"\#(Mutation.said(&random))"}},
            "event":{"eventtype":"\#(events.randomElement(using: &random) ?? "")","event_key":"say:油耗",
            "feedback_event":{"id":"fb-1","type":2,"content":"x","inaccurate_reason_list":[2,4]}}}
            """#
        // Half are genuine but strange, half are not genuine.
        if Bool.random(using: &random) {
            let call = try RobotCalls.weComCall(Mutation.of(message, &random))
            return Request(target: call.target, body: call.body)
        }
        let call = try RobotCalls.weComCall(Array(message.utf8))
        return Request(
            target: Mutation.rarely(Mutation.target(call.target, &random), &random) ?? call.target,
            body: Mutation.of(call.body, &random))
    }

    private func weComAppCheck(_ random: inout SeededRandom) throws -> Request {
        let call = try RobotCalls.weComAppCall(Array("echo".utf8))
        let echo = call.encrypted.replacing("+", with: "%2B").replacing("/", with: "%2F")
            .replacing("=", with: "%3D")
        return Request(
            method: "GET", target: Mutation.target(call.target + "&echostr=" + echo, &random))
    }

    private func weComApp(_ random: inout SeededRandom) throws -> Request {
        let kinds = ["text", "voice", "image", "location", "link", "video", "event", "event"]
        let events = ["enter_agent", "click", "view", "template_card_event", "subscribe", "change_contact"]
        let message = """
            <xml><ToUserName><![CDATA[\(SampleSite.corpID)]]></ToUserName><FromUserName>d1</FromUserName>
            <CreateTime>\(random.next() % 100_000)</CreateTime>
            <MsgType><![CDATA[\(kinds.randomElement(using: &random) ?? "")]]></MsgType>
            <Content><![CDATA[\(Mutation.said(&random))]]></Content><MsgId>f\(random.next() % 100_000)</MsgId>
            <Event>\(events.randomElement(using: &random) ?? "")</Event><EventKey>say:油耗</EventKey></xml>
            """
        // Half are genuine but strange, half are not genuine.
        if Bool.random(using: &random) {
            let call = try RobotCalls.weComAppCall(Mutation.of(message, &random))
            return Request(target: call.target, body: call.body)
        }
        let call = try RobotCalls.weComAppCall(Array(message.utf8))
        return Request(
            target: Mutation.rarely(Mutation.target(call.target, &random), &random) ?? call.target,
            body: Mutation.of(call.body, &random))
    }

    private func feishu(_ random: inout SeededRandom) throws -> Request {
        let events = [
            "im.message.receive_v1", "im.message.receive_v1", "card.action.trigger",
            "im.message.message_read_v1",
            "im.chat.access_event.bot_p2p_chat_entered_v1",
        ]
        let kinds = ["text", "post", "image", "audio", "file", "sticker"]
        let event = #"""
            {"schema":"2.0","header":{"event_id":"f\#(random.next() % 100_000)","tenant_key":"t",
            "event_type":"\#(events.randomElement(using: &random) ?? "")","token":"\#(SampleSite.botToken.revealText())"},
            "event":{"sender":{"sender_id":{"user_id":"d1","open_id":"ou_1"},"sender_type":"user"},"chat_id":"oc_1",
            "operator_id":{"user_id":"d1"},"operator":{"user_id":"d1"},"action":{"value":{"say":"油耗","chat":"oc_1"}},
            "context":{"open_chat_id":"oc_1"},"message":{"message_id":"f\#(random.next() % 100_000)","chat_id":"oc_1",
            "chat_type":"p2p","message_type":"\#(kinds.randomElement(using: &random) ?? "")",
            "content":"{\"text\":\"@_user_1 油耗\",\"content\":[[{\"tag\":\"text\",\"text\":\"售后\"}]]}",
            "mentions":[{"key":"@_user_1","id":{"open_id":"ou_2"},"name":"某人"}]}}}
            """#
        // Half are genuine but strange, half are not genuine.
        let isGenuine = Bool.random(using: &random)
        let call = try RobotCalls.feishuCall(isGenuine ? Mutation.of(event, &random) : Array(event.utf8))
        if isGenuine { return Request(target: call.target, headers: call.headers, body: call.body) }
        return Request(
            target: Mutation.rarely(Mutation.target(call.target, &random), &random) ?? call.target,
            headers: Mutation.rarely("", &random) == nil ? call.headers : [],
            body: Mutation.of(call.body, &random))
    }

    private func voices(_ random: inout SeededRandom) -> Request {
        let line = #"""
            {"id":"f\#(random.next() % 100_000)","text":"\#(Mutation.said(&random))","published_at":"2026-10-01T10:00:00+08:00","source":"论坛","kind":"post","location":{"city":"杭州","ip":"浙江"},"series":"星驰X5","dealer_id":"D001","rating":4.5,"likes":3}

            """#
        let list = "[" + line + "," + line + "]"
        var headers = [("Authorization", "Bearer \(SampleSite.intakeToken)")]
        if Int.random(in: 0..<10, using: &random) == 0 {
            headers = [("Authorization", Mutation.printable(headers[0].1, &random))]
        }
        return Request(
            target: "/v1/voices", headers: headers,
            body: Mutation.of(Bool.random(using: &random) ? line + line : list, &random))
    }

    private func consoleMessages(_ cookie: String, _ random: inout SeededRandom) -> Request {
        let body =
            #"{"person":"wang-lei","id":"k\#(random.next() % 100_000)","text":"\#(Mutation.said(&random))"}"#
        let headers = [
            ("Content-Type", Mutation.rarely("text/plain", &random) ?? "application/json"),
            ("Cookie", Mutation.rarely(Mutation.printable(cookie, &random), &random) ?? cookie),
            ("Origin", Mutation.rarely("http://evil.example", &random) ?? ""),
        ].filter { !$1.isEmpty }
        return Request(target: "/console/messages", headers: headers, body: Mutation.of(body, &random))
    }

    private func pages(_ random: inout SeededRandom) -> Request {
        let path = ["/console", "/console/", "/console/console.js", "/console/index.html"]
            .randomElement(using: &random)
        return Request(
            method: "GET", target: Mutation.target(path ?? "/console", &random),
            headers: [
                ("If-None-Match", Mutation.field(&random)), ("Accept-Encoding", Mutation.field(&random)),
                ("Range", "bytes=" + Mutation.field(&random)),
            ])
    }

    private func operations(_ random: inout SeededRandom) -> Request {
        let path = ["/healthz", "/readyz", "/metrics"].randomElement(using: &random) ?? "/healthz"
        let method = ["GET", "GET", "GET", "POST"].randomElement(using: &random) ?? "GET"
        return Request(method: method, target: path + "?" + Mutation.query(&random))
    }
}
