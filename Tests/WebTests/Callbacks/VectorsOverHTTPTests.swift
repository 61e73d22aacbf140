import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Testing
import Web
import XML

@Suite(
    "Protocol vectors over HTTP",
    .enabled(if: ProtocolVectors.areHere, "skipped: the protocol vectors are not beside the project"))
struct VectorsOverHTTPTests {
    /// The status recommended for a reason.
    private func statuses(_ vector: ProtocolVectors.Case) -> Set<Int> {
        guard vector.expect.outcome != "accept" else { return [200] }
        var statuses = Set(
            vector.expect.reasons.map { reason in
                switch reason {
                case "missing_parameter", "malformed_envelope", "empty_body": 400
                case "malformed_message": vector.appSecret == nil ? 403 : 400
                case "body_too_large": 413
                default: 403
                }
            })
        if vector.expect.outcome == "either" { statuses.insert(200) }
        return statuses
    }

    private func send(
        _ vector: ProtocolVectors.Case, as http: ProtocolVectors.HTTP, to path: String, port: UInt16
    ) async throws -> Caller.Answer {
        let target = http.rawQuery.isEmpty ? path : "\(path)?\(http.rawQuery)"
        let headers = (http.headers ?? [:]).map { ($0.key, $0.value) }
        let answer = await Caller(port: port)?.call(http.method, target, headers: headers, body: http.bytes)
        return try #require(answer, "\(vector.id) got no answer")
    }

    @Test("every DingTalk vector gets the recommended status and is dispatched only when it should")
    func dingTalk() async throws {
        let cases = try ProtocolVectors.load("dingtalk-header-sign").cases
        for vector in cases {
            let handler = RecordingHandler()
            let clock = SetClock(Timestamp(milliseconds: try #require(vector.nowMillis)))
            try await CallbackHouse.serve(
                handler, clock: clock, secret: Secret(try #require(vector.appSecret))
            ) { house async throws in
                let path = "/callback/dingtalk/sales"
                if let first = cases.first(where: { $0.id == vector.expect.duplicateOf }) {
                    clock.now = Timestamp(milliseconds: try #require(first.nowMillis))
                    let http = try #require(first.http)
                    #expect(try await send(first, as: http, to: path, port: house.port).status == 200)
                    clock.now = Timestamp(milliseconds: try #require(vector.nowMillis))
                }
                // Whoever has no staff id is answered before the handler.
                func answered() -> Int {
                    handler.handled.count + house.reports.count { $0.event == .unidentified }
                }
                let before = answered()
                let http = try #require(vector.http)
                let answer = try await send(vector, as: http, to: path, port: house.port)
                #expect(statuses(vector).contains(answer.status), "\(vector.id): \(answer)")
                #expect(answer.status != 403 || answer.body.isEmpty, "\(vector.id)")
                let dispatched = vector.expect.dispatch == true ? 1 : 0
                #expect(answered() - before == dispatched, "\(vector.id)")
            }
        }
    }

    @Test(
        "every DingTalk event vector gets the recommended status and the encrypted answer, a repeat as well")
    func dingTalkEvents() async throws {
        let cases = try ProtocolVectors.load("dingtalk-event-crypto").cases
        #expect(cases.count > 60)
        for vector in cases {
            try await CallbackHouse.serve(
                RecordingHandler(), clock: SetClock(vector.sent), token: Secret(try #require(vector.token)),
                aesKey: Secret(try #require(vector.aesKey)), corpID: try #require(vector.corpId)
            ) { house async throws in
                let path = "/callback/dingtalk-event/sales"
                if let first = cases.first(where: { $0.id == vector.expect.duplicateOf }) {
                    let http = try #require(first.http)
                    #expect(try await send(first, as: http, to: path, port: house.port).status == 200)
                    #expect(house.reports.map(\.event) == [.changed])
                }
                let http = try #require(vector.http)
                let answer = try await send(vector, as: http, to: path, port: house.port)
                #expect(statuses(vector).contains(answer.status), "\(vector.id): \(answer)")
                #expect(answer.status != 403 || answer.body.isEmpty, "\(vector.id): \(answer)")
                if answer.status == 200 {
                    let word = vector.expect.replyPlaintext ?? "success"
                    #expect(try house.openedByDingTalk(answer.body) == word, "\(vector.id)")
                }
                if vector.expect.duplicateOf != nil {
                    #expect(house.reports.map(\.event) == [.changed, .acknowledged], "\(vector.id)")
                }
            }
        }
    }

    @Test("every WeCom bot vector gets the recommended status and the stated answer")
    func weCom() async throws {
        let cases = try ProtocolVectors.load("wecom-aibot-callback").cases
        for vector in cases {
            let handler = RecordingHandler()
            try await CallbackHouse.serve(
                handler, clock: SetClock(vector.sent), token: Secret(try #require(vector.token)),
                aesKey: Secret(try #require(vector.aesKey))
            ) { house async throws in
                let path = "/callback/wecom-bot/sales"
                if let first = cases.first(where: { $0.id == vector.expect.duplicateOf }) {
                    let http = try #require(first.http)
                    #expect(try await send(first, as: http, to: path, port: house.port).status == 200)
                }
                let before = handler.handled.count
                let http = try #require(vector.http)
                let answer = try await send(vector, as: http, to: path, port: house.port)
                #expect(statuses(vector).contains(answer.status), "\(vector.id): \(answer)")
                #expect(answer.status != 403 || answer.body.isEmpty, "\(vector.id): \(answer)")
                if let body = vector.expect.responseBody { #expect(answer.body == body, "\(vector.id)") }
                if answer.status != 200 || vector.expect.duplicateOf != nil {
                    #expect(handler.handled.count == before, "\(vector.id)")
                }
                if answer.status == 200, http.method == "POST", !answer.body.isEmpty {
                    #expect(try house.opened(answer.body).contains("msgtype"), "\(vector.id)")
                }
            }
        }
    }

    @Test("every WeCom application vector gets the recommended status and the stated answer")
    func weComApp() async throws {
        let cases = try ProtocolVectors.load("wecom-xml-callback").cases
        for vector in cases {
            let handler = RecordingHandler()
            try await CallbackHouse.serve(
                handler, clock: SetClock(vector.sent), token: Secret(try #require(vector.token)),
                aesKey: Secret(try #require(vector.aesKey)), corpID: try #require(vector.corpId)
            ) { house async throws in
                let path = "/callback/wecom/sales"
                if let first = cases.first(where: { $0.id == vector.expect.duplicateOf }) {
                    let http = try #require(first.http)
                    #expect(try await send(first, as: http, to: path, port: house.port).status == 200)
                    #expect(handler.handled.count == 1)
                }
                let before = handler.handled.count
                let http = try #require(vector.http)
                let answer = try await send(vector, as: http, to: path, port: house.port)
                #expect(statuses(vector).contains(answer.status), "\(vector.id): \(answer)")
                #expect(answer.status != 403 || answer.body.isEmpty, "\(vector.id): \(answer)")
                if let body = vector.expect.responseBody { #expect(answer.body == body, "\(vector.id)") }
                if answer.status != 200 || vector.expect.duplicateOf != nil {
                    #expect(handler.handled.count == before, "\(vector.id)")
                }
                if answer.status == 200, http.method == "POST", !answer.body.isEmpty {
                    #expect(try house.openedByApp(answer.body)["MsgType"] == "text", "\(vector.id)")
                }
            }
        }
    }

    @Test("every Feishu vector gets the recommended status and reaches the handler only when it should")
    func feishu() async throws {
        let cases = try ProtocolVectors.load("feishu-event").cases
        for vector in cases where vector.expect.cryptoOnly != true {
            let handler = RecordingHandler()
            let key = try #require(vector.encryptKey)
            let app = try FeishuApp(
                name: "sales", verificationToken: Secret(try #require(vector.verificationToken)),
                encryptKey: key.isEmpty ? nil : Secret(key), clock: SetClock(vector.sent))
            try await CallbackHouse.serve(handler, feishu: app) { house async throws in
                let path = "/callback/feishu/sales"
                if let first = cases.first(where: { $0.id == vector.expect.duplicateOf }) {
                    let http = try #require(first.http)
                    #expect(try await send(first, as: http, to: path, port: house.port).status == 200)
                    await house.callbacks.finish()
                    #expect(handler.handled.count == 1)
                }
                let before = handler.handled.count
                let http = try #require(vector.http)
                let answer = try await send(vector, as: http, to: path, port: house.port)
                await house.callbacks.finish()
                #expect(statuses(vector).contains(answer.status), "\(vector.id): \(answer)")
                #expect(answer.status != 403 || answer.body.isEmpty, "\(vector.id): \(answer)")
                if let challenge = vector.expect.responseJson?.challenge {
                    #expect(answer.body == #"{"challenge":"\#(challenge)"}"#, "\(vector.id)")
                }
                if answer.status != 200 || vector.expect.duplicateOf != nil {
                    #expect(handler.handled.count == before, "\(vector.id)")
                }
                if answer.status == 200, vector.plaintext?.contains("im.message.receive_v1") == true {
                    #expect(handler.handled.count == 1, "\(vector.id)")
                }
            }
        }
    }
}
