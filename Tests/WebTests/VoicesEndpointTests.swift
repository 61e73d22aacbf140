import Crypto
import Earshot
import HTTP
import Synchronization
import Testing

@testable import Web

@Suite("POST /v1/voices")
struct VoicesEndpointTests {
    /// Accepts every line and remembers who sent it.
    private final class Remembering: VoiceIntake, VoiceDelivery {
        struct State {
            var client: String?
            var bytes: [UInt8] = []
            var isAbandoned = false
        }
        let state = Mutex(State())

        func open(for client: String) async throws -> any VoiceDelivery {
            state.withLock { $0.client = client }
            return self
        }

        func feed(_ bytes: [UInt8]) async throws { state.withLock { $0.bytes += bytes } }

        func finish() async throws -> IntakeReport {
            let lines = state.withLock { $0.bytes.split(separator: 0x0A).count }
            var report = IntakeReport(accepted: lines - 1)
            report.reject(IntakeReport.Rejection(line: 2, field: "id", reason: "missing"))
            return report
        }

        func abandon() async { state.withLock { $0.isAbandoned = true } }
    }

    private let intake = Remembering()

    private func send(
        _ pieces: [String], authorization: String? = "Bearer crm-token-1234", coding: String? = nil,
        tokens: [NamedToken] = [
            NamedToken(name: "empty", token: Secret("")),
            NamedToken(name: "crm", token: Secret("crm-token-1234")),
            NamedToken(name: "hotline", token: Secret("hotline-token-5678")),
        ]
    ) async throws -> Response {
        var headers: Headers = []
        headers["Authorization"] = authorization
        headers["Content-Encoding"] = coding
        return try await Routes(VoicesEndpoint(intake: intake, tokens: tokens).routes).call(
            HTTP.Request(method: .post, path: "/v1/voices", headers: headers),
            pieces: pieces.map { Array($0.utf8) })
    }

    @Test("lines arrive as they were sent, under the token's name, and the report comes back")
    func lines() async throws {
        let answer = try await send(["{\"id\":", "\"1\"}\n{}\n"], authorization: "bearer hotline-token-5678")
        #expect(answer.status == 200)
        #expect(
            try answer.decoded(IntakeReport.self)
                == IntakeReport(
                    accepted: 1, rejected: 1, rejections: [.init(line: 2, field: "id", reason: "missing")]))
        #expect(intake.state.withLock { $0.client } == "hotline")
        #expect(intake.state.withLock { $0.bytes } == Array("{\"id\":\"1\"}\n{}\n".utf8))
    }

    @Test("an array arrives as it was sent, in pieces")
    func array() async throws {
        #expect(try await send(["[{\"id\":\"1\"},", "\n{\"id\":\"2\"}]"]).status == 200)
        #expect(
            intake.state.withLock { $0.bytes } == Array("[{\"id\":\"1\"},\n{\"id\":\"2\"}]".utf8))
    }

    @Test(
        "without a valid token nothing is read",
        arguments: [
            nil, "", "Bearer", "Bearer ", "Bearer crm-token-123", "Bearer crm-token-12345",
            "Basic crm-token-1234",
        ])
    func unauthorized(authorization: String?) async throws {
        let answer = try await send(["{}"], authorization: authorization)
        #expect(answer.status == 401)
        #expect(answer.headers["WWW-Authenticate"] != nil)
        #expect(intake.state.withLock { $0.client } == nil)
    }

    @Test("without any configured token nobody is let in")
    func closed() async throws {
        #expect(try await send(["{}"], tokens: []).status == 401)
        #expect(try await send(["{}"], authorization: "Bearer ", tokens: []).status == 401)
    }

    @Test("a compressed body is refused before anything is unpacked")
    func compressed() async throws {
        #expect(try await send(["x"], coding: "gzip").status == 415)
        #expect(intake.state.withLock { $0.client } == nil)
    }

    @Test("a report lists no more rejections than its limit and counts all")
    func listLimit() {
        var report = IntakeReport()
        for line in 1...250 { report.reject(.init(line: line, reason: "bad")) }
        #expect(report.rejected == 250)
        #expect(report.rejections.count == IntakeReport.listLimit)
    }
}
