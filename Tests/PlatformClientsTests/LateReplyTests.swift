import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import HTTP
import JSON
import PlatformClients
import PlatformStandIns
import Testing

@Suite("Late answers over HTTP")
struct LateReplyTests {
    private enum Platform: CaseIterable {
        case dingTalk, weCom

        func reply(to address: String) -> LateReply {
            switch self {
            case .dingTalk: .dingTalk(warning, isGroup: false, to: address, texts: texts)
            case .weCom: .weCom(warning, to: address, feedback: nil, texts: texts)
            }
        }
    }

    /// What becomes of an answer to each platform when a server answers with the response.
    private func post(answering response: Response) async throws -> [(Platform, SendOutcome)] {
        let server = Server(routes: [.post("/r") { _ in response }])
        let base = "http://127.0.0.1:\(try server.start())"
        let sender = PlatformConnection(toWholeAddresses: try client(for: base))
        var outcomes: [(Platform, SendOutcome)] = []
        for platform in Platform.allCases {
            outcomes.append((platform, await sender.post(platform.reply(to: "\(base)/r?c=1"))))
        }
        await server.stop()
        return outcomes
    }

    @Test("an answer arrives at DingTalk's sessionWebhook as JSON, and what it does not know is refused")
    func session() async throws {
        let platform = DingTalkPlatform(sessions: ["s1"])
        try await withStandIn(platform) { standIn, base, client in
            let sender = PlatformConnection(toWholeAddresses: client)
            let path = "\(base)/robot/sendBySession?session="
            #expect(await sender.post(Platform.dingTalk.reply(to: path + "s1")).isSent)
            #expect(standIn.platform.messages.first?.body["msgtype"].text == "actionCard")
            #expect(await sender.post(Platform.dingTalk.reply(to: path + "s2")).kind == "refused")
        }
    }

    @Test("what the platform refuses is refused, with its words")
    func refused() async throws {
        for (_, outcome) in try await post(answering: .json(#"{"errcode":300001,"errmsg":"expired"}"#)) {
            #expect(outcome == .refused(PlatformRemark(code: "300001", words: "expired")))
        }
    }

    @Test("nothing that WeCom says of a used address stops a channel or asks for another token")
    func used() async throws {
        for code in [40001, 40014, 42001, 93000, 60020, 81013] {
            let outcomes = try await post(answering: .json(#"{"errcode":\#(code)}"#))
            #expect(outcomes.contains { $0.0 == .weCom && $0.1.kind == "refused" }, "\(code)")
        }
    }

    @Test("a busy platform is tried again", arguments: [(-1, "retry"), (45009, "tooFast")])
    func busy(code: Int, kind: String) async throws {
        let outcomes = try await post(answering: .json(#"{"errcode":\#(code)}"#))
        #expect(outcomes.contains { $0.0 == .weCom && $0.1.kind == kind })
    }

    @Test("a proxy that lets nothing through has not handed it on", arguments: [403, 407, 429])
    func proxy(status: Int) async throws {
        for (platform, outcome) in try await post(answering: .text("<html>blocked</html>", status: status)) {
            #expect(outcome.kind == "retry", "\(platform)")
        }
    }

    @Test("a gateway's answer leaves open whether the platform has it; WeCom would not take it twice")
    func gateway() async throws {
        for (platform, outcome) in try await post(answering: .empty(status: 502)) {
            #expect(outcome.kind == "unclear")
            guard case .unclear(let isSafe, _) = outcome else { continue }
            #expect(isSafe == (platform == .weCom))
        }
    }

    @Test("a platform that is not reached has nothing, and a host that is not allowed gets nothing")
    func unreached() async throws {
        let server = Server(routes: [])
        let base = "http://127.0.0.1:\(try server.start())"
        await server.stop()
        let sender = PlatformConnection(toWholeAddresses: try client(for: base))
        for platform in Platform.allCases {
            #expect(await sender.post(platform.reply(to: "\(base)/r?c=1")).kind == "retry")
            for url in ["https://example.invalid/r?c=1", "not an address"] {
                #expect(await sender.post(platform.reply(to: url)).kind == "channelStopped", "\(url)")
            }
        }
    }
}
