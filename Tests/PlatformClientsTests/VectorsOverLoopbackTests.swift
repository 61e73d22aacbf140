import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import HTTP
import PlatformClients
import Synchronization
import Testing

/// What leaves the program, and what it fetches, over HTTP; the callbacks' vectors are sent over HTTP elsewhere.
@Suite(
    "Vectors of what is sent and fetched, over HTTP",
    .enabled(if: ProtocolVectors.areHere, "skipped: the protocol vectors are not beside the project"))
struct VectorsOverLoopbackTests {
    /// What a server on loopback got.
    private final class Received: Sendable {
        private let state = Mutex<[HTTP.Request]>([])
        var all: [HTTP.Request] { state.withLock { $0 } }
        func add(_ request: HTTP.Request) { state.withLock { $0.append(request) } }
    }

    private func serve(
        _ routes: [Route], _ body: (_ base: String, Client) async throws -> Void
    ) async throws {
        let server = Server(routes: routes)
        let base = "http://127.0.0.1:\(try server.start())"
        do {
            try await body(base, try client(for: base))
        } catch {
            await server.stop(grace: .seconds(1))
            throw error
        }
        await server.stop(grace: .seconds(1))
    }

    @Test("every signed message to a group arrives under the stated address or with the stated signature")
    func groupRobots() async throws {
        let cases = try ProtocolVectors.load("outgoing-sign").cases
        let received = Received()
        let route = { (path: String) in
            Route.post(path) { request in
                received.add(request)
                return .json(Array(#"{"errcode":0,"errmsg":"ok","code":0,"msg":"success"}"#.utf8))
            }
        }
        try await serve([route("/robot/send"), route("/open-apis/bot/v2/hook/{bot}")]) { base, client in
            for vector in cases {
                let clock = ManualClock(vector.sent)
                let secret = Secret(try #require(vector.secret))
                switch vector.kind {
                case "dingtalk-custom-robot":
                    let place = "https://oapi.dingtalk.com"
                    let webhook = Secret(try #require(vector.webhook).replacing(place, with: base))
                    let sender = DingTalkWebhookSender(
                        webhook: webhook, secret: secret, client: client, clock: clock)
                    #expect(await sender.send(.text("测试"), key: vector.id).isSent, "\(vector.id)")
                    let request = try #require(received.all.last)
                    let target = "\(place)\(request.path)?\(request.rawQuery ?? "")"
                    #expect(target == vector.signedUrl, "\(vector.id)")
                case "feishu-custom-bot":
                    let webhook = Secret("\(base)/open-apis/bot/v2/hook/\(vector.id)")
                    let sender = FeishuWebhookSender(
                        webhook: webhook, secret: secret, client: client, clock: clock)
                    #expect(await sender.send(.text("测试")).isSent, "\(vector.id)")
                    let body = String(decoding: try #require(received.all.last).body, as: UTF8.self)
                    #expect(body.contains(#""timestamp":"\#(vector.timestamp ?? "")""#), "\(vector.id)")
                    #expect(body.contains(#""sign":"\#(vector.sign ?? "")""#), "\(vector.id)")
                default:
                    // Presses on cards come in.
                    #expect(vector.kind == "dingtalk-card-callback", "\(vector.id)")
                }
            }
        }
        #expect(received.all.count >= 16)
    }

    @Test("every media file that is fetched has its stated outcome")
    func media() async throws {
        let cases = try ProtocolVectors.load("wecom-media").cases
        let files = Dictionary(
            uniqueKeysWithValues: try cases.map {
                ($0.id, try Base64.decode(try #require($0.ciphertext)))
            })
        let route = Route.get("/media/{file}") { request in
            Response(status: 200, body: files[request.parameters["file"] ?? ""] ?? [])
        }
        try await serve([route]) { base, client in
            for vector in cases {
                let bot = try WeComBot(
                    name: "sales", token: Secret("token"),
                    encodingAESKey: Secret(try #require(vector.aesKey)), clock: ManualClock())
                let fetched = try await client.send(ClientRequest(.get, "\(base)/media/\(vector.id)"))
                do throws(CryptoError) {
                    let bytes = try bot.decryptMedia(fetched.body)
                    #expect(vector.expect.outcome == "accept", "\(vector.id)")
                    #expect(Base64.encode(bytes) == vector.plaintextBase64, "\(vector.id)")
                } catch {
                    #expect(vector.expect.outcome == "reject", "\(vector.id)")
                    #expect(vector.expect.reasons.contains(error.code.rawValue), "\(vector.id)")
                }
            }
        }
    }

    @Test("every encrypted answer arrives to the last byte as stated")
    func answers() async throws {
        let cases = try ProtocolVectors.load("wecom-reply-encrypt").cases
            .filter { $0.envelope?.format == "json" }
        #expect(cases.count >= 6)
        var sealed: [String: [UInt8]] = [:]
        for vector in cases {
            let bot = try WeComBot(
                name: "sales", token: Secret(try #require(vector.token)),
                encodingAESKey: Secret(try #require(vector.aesKey)), clock: ManualClock())
            sealed[vector.id] = try bot.seal(
                Array(try #require(vector.plaintext).utf8), nonce: try #require(vector.nonce),
                now: vector.sent, random: Array(try #require(vector.random16).utf8))
        }
        let route = Route.post("/{id}") { [sealed] request in
            .json(sealed[request.parameters["id"] ?? ""] ?? [])
        }
        try await serve([route]) { base, client in
            for vector in cases {
                let answer = try await client.send(ClientRequest(.post, "\(base)/\(vector.id)"))
                let envelope = try #require(vector.envelope?.object)
                #expect(
                    String(decoding: answer.body, as: UTF8.self)
                        == #"{"encrypt":"\#(envelope.encrypt)","msgsignature":"\#(envelope.msgsignature)","#
                        + #""nonce":"\#(envelope.nonce)","timestamp":\#(envelope.timestamp)}"#, "\(vector.id)"
                )
            }
        }
    }
}
