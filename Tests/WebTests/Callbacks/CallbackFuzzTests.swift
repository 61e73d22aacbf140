import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Testing
import Web

@Suite("Broken callbacks over HTTP")
struct CallbackFuzzTests {
    private static let seed: UInt64 = 20_261_122

    /// A byte string with a few random changes.
    private func mutated(_ bytes: [UInt8], _ random: inout some RandomNumberGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...5, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch UInt8.random(in: 0...3, using: &random) {
            case 0: bytes[place] = .random(in: 0...255, using: &random)
            case 1: bytes.removeLast(bytes.count - place)
            case 2: bytes.insert(contentsOf: bytes[place...].prefix(30), at: place)
            default: bytes.insert(Array("{}[]\",:\\0".utf8).randomElement(using: &random) ?? 0, at: place)
            }
        }
        return bytes
    }

    @Test("4,000 mutated callbacks: none crashes the service, none without a right signature is handled")
    func mutations() async throws {
        var random = SeededRandom(seed: CallbackFuzzTests.seed)
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            let body = Array(
                #"{"msgId":"m","conversationId":"c","msgtype":"text","text":{"content":"杭州"}}"#.utf8)
            let timestamp = String(house.clock.now.milliseconds)
            let sign = try DingTalkSignature.robot(timestamp: timestamp, secret: CallbackHouse.secret)
            let weCom = try house.weComCall(
                #"{"msgid":"m","msgtype":"text","from":{"userid":"u"},"text":{"content":"杭州"}}"#)
            var caller = Caller(port: house.port)
            for round in 0..<4000 {
                let answer: Caller.Answer?
                switch round % 4 {
                case 0:
                    // A right signature over anything: read or refused as malformed.
                    answer = await caller?.call(
                        "POST", "/callback/dingtalk/sales",
                        headers: [("timestamp", timestamp), ("sign", sign)], body: mutated(body, &random))
                    #expect([200, 400].contains(answer?.status), "round \(round)")
                case 1:
                    let before = handler.handled.count
                    let wrong = Base64.encode((0..<32).map { _ in .random(in: 0...255, using: &random) })
                    answer = await caller?.call(
                        "POST", "/callback/dingtalk/sales",
                        headers: [("timestamp", timestamp), ("sign", wrong)], body: body)
                    #expect(answer == Caller.Answer(status: 403, body: ""), "round \(round)")
                    #expect(handler.handled.count == before, "round \(round)")
                case 2:
                    answer = await caller?.call("POST", weCom.target, body: mutated(weCom.body, &random))
                    #expect([200, 400, 403].contains(answer?.status), "round \(round)")
                default:
                    let before = handler.handled.count
                    let target = weCom.target.replacing("nonce=42", with: "nonce=\(round)")
                    answer = await caller?.call("POST", target, body: mutated(weCom.body, &random))
                    #expect([400, 403].contains(answer?.status), "round \(round)")
                    #expect(handler.handled.count == before, "round \(round)")
                }
                if answer?.endsConnection != false { caller = Caller(port: house.port) }
            }
            #expect(try await house.dingTalk(String(decoding: body, as: UTF8.self))?.status == 200)
        }
    }

    @Test(
        "3,000 mutated callbacks to an application: none crashes it, none without a right signature is handled"
    )
    func weComApp() async throws {
        var random = SeededRandom(seed: CallbackFuzzTests.seed)
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            let fields = "<MsgType>text</MsgType><MsgId>1</MsgId><Content><![CDATA[杭州]]></Content>"
            let genuine = try house.weComAppCall(fields)
            var caller = Caller(port: house.port)
            for round in 0..<3000 {
                let answer: Caller.Answer?
                switch round % 3 {
                case 0:
                    // Genuine, with anything inside.
                    let document = mutated(Array("<xml>\(fields)</xml>".utf8), &random)
                    let call = try house.weComAppCall(document: document)
                    answer = await caller?.call("POST", call.target, body: call.body)
                    #expect([200, 403].contains(answer?.status), "round \(round)")
                case 1:
                    answer = await caller?.call("POST", genuine.target, body: mutated(genuine.body, &random))
                    #expect([200, 400, 403].contains(answer?.status), "round \(round)")
                default:
                    let before = handler.handled.count
                    let target = genuine.target.replacing("nonce=42", with: "nonce=\(round)")
                    answer = await caller?.call("POST", target, body: mutated(genuine.body, &random))
                    #expect([400, 403].contains(answer?.status), "round \(round)")
                    #expect(handler.handled.count == before, "round \(round)")
                }
                if answer?.endsConnection != false { caller = Caller(port: house.port) }
            }
            #expect(try await house.weComApp(fields)?.status == 200)
        }
    }

    @Test(
        "3,000 mutated events of DingTalk: none crashes the service, none without a right signature is told")
    func dingTalkEvents() async throws {
        var random = SeededRandom(seed: CallbackFuzzTests.seed)
        try await CallbackHouse.serve(RecordingHandler()) { house async throws in
            let event = Array(#"{"EventType":"user_add_org","eventId":"e","userId":["u7"]}"#.utf8)
            let genuine = try house.dingTalkEventCall(event)
            func told() -> Int { house.reports.count { $0.event == .changed } }
            var caller = Caller(port: house.port)
            for round in 0..<3000 {
                let answer: Caller.Answer?
                let before = told()
                switch round % 3 {
                case 0:
                    // Genuine, with anything inside.
                    let call = try house.dingTalkEventCall(mutated(event, &random))
                    answer = await caller?.call("POST", call.target, body: call.body)
                    #expect([200, 403].contains(answer?.status), "round \(round)")
                case 1:
                    answer = await caller?.call("POST", genuine.target, body: mutated(genuine.body, &random))
                    #expect([200, 400, 403].contains(answer?.status), "round \(round)")
                default:
                    let target = genuine.target.replacing("nonce=42", with: "nonce=\(round)")
                    answer = await caller?.call("POST", target, body: mutated(genuine.body, &random))
                    #expect([400, 403].contains(answer?.status), "round \(round)")
                    #expect(told() == before, "round \(round)")
                }
                if answer?.endsConnection != false { caller = Caller(port: house.port) }
            }
            #expect(try await house.dingTalkEvent(#"{"EventType":"check_url"}"#)?.answer == "success")
        }
    }

    @Test(
        "3,000 mutated presses on DingTalk's cards: none crashes the service, none without a signature is handled"
    )
    func dingTalkCards() async throws {
        var random = SeededRandom(seed: CallbackFuzzTests.seed)
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler, messages: RecordingMessages()) { house async throws in
            let body = Array(CallbackHouse.dingTalkPress().utf8)
            let headers = try CallbackHouse.dingTalkCardHeaders(String(house.clock.now.milliseconds))
            let path = "/callback/dingtalk-card/sales"
            var caller = Caller(port: house.port)
            for round in 0..<3000 {
                let answer: Caller.Answer?
                if round.isMultiple(of: 2) {
                    answer = await caller?.call("POST", path, headers: headers, body: mutated(body, &random))
                    #expect([200, 400].contains(answer?.status), "round \(round)")
                } else {
                    let wrong = headers.map { ($0, $1 + String(UInt8.random(in: 1...255, using: &random))) }
                    await house.callbacks.finish()
                    let before = handler.handled.count
                    answer = await caller?.call("POST", path, headers: wrong, body: body)
                    #expect(answer == Caller.Answer(status: 403, body: ""), "round \(round)")
                    #expect(handler.handled.count == before, "round \(round)")
                }
                if answer?.endsConnection != false { caller = Caller(port: house.port) }
            }
            #expect(try await house.dingTalkCard(CallbackHouse.dingTalkPress(say: "最后"))?.status == 200)
        }
    }

    @Test(
        "3,000 mutated callbacks from Feishu: none crashes the service, none without a right signature is handled"
    )
    func feishu() async throws {
        var random = SeededRandom(seed: CallbackFuzzTests.seed)
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            let event = CallbackHouse.feishuEvent(
                "im.message.receive_v1",
                #"{"sender":{"sender_id":{"user_id":"u7"}},"message":{"message_id":"m","chat_id":"c","#
                    + #""chat_type":"p2p","message_type":"text","content":"{\"text\":\"杭州\"}"}}"#)
            let genuine = try CallbackHouse.feishuBody(Array(event.utf8))
            let headers = CallbackHouse.feishuHeaders(genuine)
            let path = "/callback/feishu/sales"
            var caller = Caller(port: house.port)
            for round in 0..<3000 {
                let answer: Caller.Answer?
                let before = handler.handled.count
                switch round % 3 {
                case 0:
                    // Genuine, with anything inside.
                    let body = try CallbackHouse.feishuBody(mutated(Array(event.utf8), &random))
                    answer = await caller?.call(
                        "POST", path, headers: CallbackHouse.feishuHeaders(body), body: body)
                    #expect([200, 403].contains(answer?.status), "round \(round)")
                case 1:
                    let body = mutated(genuine, &random)
                    answer = await caller?.call("POST", path, headers: headers, body: body)
                    #expect([400, 403].contains(answer?.status) || body == genuine, "round \(round)")
                default:
                    answer = await caller?.call("POST", path, body: mutated(genuine, &random))
                    #expect([400, 403].contains(answer?.status), "round \(round)")
                    #expect(handler.handled.count == before, "round \(round)")
                }
                await house.callbacks.finish()
                if answer?.endsConnection != false { caller = Caller(port: house.port) }
            }
            #expect(try await house.feishu(event)?.status == 200)
        }
    }

    @Test("a body over the limit is refused, one nested 20,000 levels deep as well")
    func largeAndDeep() async throws {
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            let large = String(repeating: "x", count: 2 << 20)
            #expect(try await house.dingTalk(large)?.status == 413)
            for deep in ["[", #"{"a":"#, #"{"msgId":[{"#] {
                #expect(try await house.dingTalk(String(repeating: deep, count: 20_000))?.status == 400)
            }
            let target = "/callback/wecom-bot/sales?msg_signature=1&timestamp=1&nonce=1"
            let body = Array((#"{"encrypt":"# + String(repeating: "[", count: 20_000)).utf8)
            #expect(await Caller(port: house.port)?.call("POST", target, body: body)?.status == 400)
            let app = target.replacing("wecom-bot", with: "wecom")
            for deep in ["<xml>", "<xml><a b='c'>", "<!--", "&#"] {
                let body = Array(String(repeating: deep, count: 20_000).utf8)
                #expect(await Caller(port: house.port)?.call("POST", app, body: body)?.status == 400)
            }
            let tooLarge = Array("<xml>\(large)</xml>".utf8)
            #expect(await Caller(port: house.port)?.call("POST", app, body: tooLarge)?.status == 413)
            #expect(handler.handled.isEmpty)
        }
    }
}
