import HTTP
import Synchronization
import Testing
import Web

@Suite("Late answers over HTTP")
struct ClientLateReplySenderTests {
    private final class Platform: Sendable {
        let taken = Mutex<[String]>([])
    }

    private func post(answering response: Response) async throws -> [String] {
        let platform = Platform()
        let server = Server(routes: [
            .post("/robot/sendBySession") { request in
                let type = request.headers["Content-Type"] ?? ""
                platform.taken.withLock {
                    $0.append("\(type) \(String(decoding: request.body, as: UTF8.self))")
                }
                return response
            }
        ])
        let base = "http://127.0.0.1:\(try server.start())"
        let host = try #require(AllowedHost(base, allowsPrivateAddresses: true))
        let client = try Client(configuration: ClientConfiguration(allowedHosts: [host]))
        let result: Result<Void, any Error>
        do {
            try await ClientLateReplySender(client: client)
                .post(Array(#"{"msgtype":"text"}"#.utf8), to: "\(base)/robot/sendBySession?session=1")
            result = .success(())
        } catch {
            result = .failure(error)
        }
        await server.stop()
        try result.get()
        return platform.taken.withLock { $0 }
    }

    @Test("an answer is posted as JSON, once")
    func accepted() async throws {
        let taken = try await post(answering: .json(#"{"errcode":0,"errmsg":"ok"}"#))
        #expect(taken == [#"application/json; charset=utf-8 {"msgtype":"text"}"#])
    }

    @Test("what the platform refuses is an error with its words")
    func refused() async throws {
        let error = await #expect(throws: LateReplyError.self) {
            try await post(answering: .json(#"{"errcode":300001,"errmsg":"session expired"}"#))
        }
        #expect(error?.code == .refused)
        #expect(error?.message.contains("session expired") == true)
        #expect(error?.mayHaveArrived == false)
    }

    @Test("a gateway's answer leaves open whether the platform has it")
    func gateway() async throws {
        let error = await #expect(throws: LateReplyError.self) {
            try await post(answering: .empty(status: 502))
        }
        #expect(error?.mayHaveArrived == true)
    }

    @Test("a platform that is not reached has nothing, and neither has a host that is not allowed")
    func unreached() async throws {
        let server = Server(routes: [])
        let port = try server.start()
        await server.stop()
        let base = "http://127.0.0.1:\(port)"
        let host = try #require(AllowedHost(base, allowsPrivateAddresses: true))
        let sender = ClientLateReplySender(
            client: try Client(configuration: ClientConfiguration(allowedHosts: [host])))
        for url in ["\(base)/r?c=1", "https://example.invalid/r?c=1", "not an address"] {
            let error = await #expect(throws: LateReplyError.self) { try await sender.post([], to: url) }
            #expect(error?.code == .unreached, "\(url)")
            #expect(error?.mayHaveArrived == false)
        }
    }

    @Test("a block page is not taken for the platform")
    func notThePlatform() async throws {
        let error = await #expect(throws: LateReplyError.self) {
            try await post(answering: .text("<html>blocked</html>"))
        }
        #expect(error?.code == .notThePlatform)
        #expect(error?.mayHaveArrived == true)
    }
}
