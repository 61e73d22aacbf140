import Crypto
import Earshot
import EarshotTesting
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
            var report: IntakeReport?
        }
        let state = Mutex(State())

        func open(for client: String) async throws -> any VoiceDelivery {
            state.withLock { $0.client = client }
            return self
        }

        func feed(_ bytes: [UInt8]) async throws { state.withLock { $0.bytes += bytes } }

        func finish() async throws -> IntakeReport {
            if let report = state.withLock({ $0.report }) { return report }
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
        type: String? = nil,
        tokens: [NamedToken] = [
            NamedToken(name: "empty", token: Secret("")),
            NamedToken(name: "crm", token: Secret("crm-token-1234")),
            NamedToken(name: "hotline", token: Secret("hotline-token-5678")),
        ]
    ) async throws -> Response {
        var headers: Headers = []
        headers["Authorization"] = authorization
        headers["Content-Encoding"] = coding
        headers["Content-Type"] = type
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

    @Test(
        "rows of which none is taken are refused with their reasons; one known or new is enough",
        arguments: [
            (0, 0, 2, 422), (0, 1, 2, 200), (1, 0, 2, 200), (0, 0, 0, 200), (0, 1, 0, 200),
        ])
    func allRejected(accepted: Int, repeated: Int, rejected: Int, status: Int) async throws {
        var report = IntakeReport(accepted: accepted, repeated: repeated)
        for line in 0..<rejected { report.reject(.init(line: line + 1, reason: "is not JSON")) }
        intake.state.withLock { $0.report = report }
        let answer = try await send(["x\n"])
        #expect(answer.status == status)
        #expect(try answer.decoded(IntakeReport.self) == report)
        #expect(answer.text.contains("\"code\":\"voices.all-rejected\"") == (status == 422))
    }

    @Test("an array that ended early is answered as a failure, though what came is taken in")
    func cutOff() async throws {
        var report = IntakeReport(accepted: 3)
        report.isCutOff = true
        intake.state.withLock { $0.report = report }
        let answer = try await send(["[x"])
        #expect(answer.status == 422)
        #expect(answer.text.contains("\"code\":\"voices.cut-off\"") && answer.text.contains("\"accepted\":3"))
    }

    @Test("a table is told where tables are taken in, by its media type or by its rows")
    func tables() async throws {
        let refused = try await send(["id,text\n"], type: "text/CSV; charset=utf-8")
        #expect(refused.status == 415)
        #expect(refused.text.contains("earshot ingest"), "\(refused.text)")
        var report = IntakeReport()
        report.reject(.init(line: 1, reason: "is not JSON"))
        intake.state.withLock { $0.report = report }
        let answer = try await send(["id,text\n"])
        #expect(answer.status == 422)
        #expect(answer.text.contains("earshot ingest"), "\(answer.text)")
    }

    @Test("a body without anything in it is refused", arguments: [[], [""], [" \r\n", "\n\t"]])
    func empty(pieces: [String]) async throws {
        intake.state.withLock { $0.report = IntakeReport() }
        let answer = try await send(pieces)
        #expect(answer.status == 400)
        #expect(answer.text.contains("\"code\":\"voices.empty\""), "\(answer.text)")
    }

    @Test("another method is refused in the endpoint's own form")
    func otherMethods() async throws {
        let server = Server(routes: VoicesEndpoint(intake: intake, tokens: []).routes)
        let port = try server.start()
        for method in ["GET", "PUT", "DELETE"] {
            let answer = await Caller(port: port)?.call(method, "/v1/voices")
            #expect(answer?.status == 405)
            #expect(
                answer?.body
                    == #"{"error":{"code":"voices.method","message":"voices are delivered with POST"}}"#)
        }
        await server.stop(grace: .seconds(1))
    }

    @Test("a report lists no more rejections than its limit and counts all")
    func listLimit() {
        var report = IntakeReport()
        for line in 1...250 { report.reject(.init(line: line, reason: "bad")) }
        #expect(report.rejected == 250)
        #expect(report.rejections.count == IntakeReport.listLimit)
    }
}
