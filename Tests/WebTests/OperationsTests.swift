import HTTP
import Metrics
import Testing

@testable import Web

@Suite("What a supervisor asks")
struct OperationsTests {
    private let metrics = Metrics()

    private func get(_ path: String, obstacles: [String] = []) async throws -> Response {
        let endpoints = OperationsEndpoints(metrics: metrics) { obstacles }
        return try await Routes(endpoints.routes).call(HTTP.Request(path: path))
    }

    @Test("health is the process's, readiness names what is in the way")
    func readiness() async throws {
        #expect(try await get("/healthz", obstacles: ["voices.db: migrating"]).status == 200)
        #expect(try await get("/readyz").status == 200)
        let answer = try await get("/readyz", obstacles: ["voices.db: migrating", "lexicon: reading"])
        #expect(answer.status == 503)
        #expect(answer.text == "voices.db: migrating\nlexicon: reading\n")
    }

    @Test("metrics have the content type that Prometheus expects")
    func exposition() async throws {
        metrics.counter("earshot_voices_total", help: "Voices.").increment()
        let answer = try await get("/metrics")
        #expect(answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
        #expect(answer.text.hasSuffix("earshot_voices_total 1\n"))
    }
}
