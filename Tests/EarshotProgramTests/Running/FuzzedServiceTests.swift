import Earshot
import EarshotTesting
import Foundation
import Glibc
import Store
import Testing

@testable import EarshotProgram

/// Every endpoint of the running service, fed random and mutated requests.
///
/// `make fuzz` sends 100,000 to each endpoint of the released program; `EARSHOT_FUZZ` says another number.
@Suite("broken requests at every endpoint")
struct FuzzedServiceTests {
    private static let seed: UInt64 = 20_261_122
    private static let perEndpoint =
        ProcessInfo.processInfo.environment["EARSHOT_FUZZ"].flatMap { Int($0) } ?? 2000
    /// What the second half may add to the resident memory, whatever the number of requests.
    private static let growth = 24 << 20

    @Test("no request crashes or hangs it, none fails inside, and its memory does not grow with their number")
    func everyEndpoint() async throws {
        let site = try SampleSite()
        try await site.fill(60)
        let (program, port) = try await site.serve()
        let cookie = try #require(
            await Caller(port: port)?.call(
                "POST", "/console/session", headers: [("Content-Type", "application/json")],
                body: Array(#"{"token":"\#(SampleSite.consoleToken)"}"#.utf8))?.cookie)
        var found: [String: Int] = [:]
        var memory = [program.residentMemory]
        for half in 0..<2 {
            let more = await withTaskGroup(of: [String: Int].self) { group in
                for (number, endpoint) in FuzzedEndpoint.allCases.enumerated() {
                    let seed = FuzzedServiceTests.seed &+ UInt64(half * 1000 + number)
                    group.addTask { await fuzz(endpoint, seed: seed, port: port, cookie: cookie) }
                }
                return await group.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
            }
            found.merge(more, uniquingKeysWith: +)
            memory.append(program.residentMemory)
        }
        let summary = found.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        let megabytes = memory.map { String($0 >> 20) }.joined(separator: " then ")
        let total = found.filter { !$0.key.hasSuffix("again") }.values.reduce(0, +)
        print("seed \(FuzzedServiceTests.seed), \(total) requests: \(summary); resident \(megabytes) MB")
        #expect(total == FuzzedServiceTests.perEndpoint / 2 * 2 * FuzzedEndpoint.allCases.count)
        // 503 is the console's when too many wait; nothing else of the kind is ever right.
        #expect(found.keys.filter { $0.contains(" 5") && !$0.hasSuffix("503") } == [])
        #expect(found.keys.filter { $0.hasSuffix("no answer") } == [])
        #expect(memory[2] - memory[1] < FuzzedServiceTests.growth, "\(megabytes) MB")

        let answer = try await RobotCalls.dingTalk("油耗的差评原文", from: "d1", over: Caller(port: port))
        #expect(RobotCalls.words(answer).contains("，共 "))
        #expect(await Caller(port: port)?.call("GET", "/readyz")?.status == 200)
        let faults = program.log.filter {
            $0.contains("\"level\":\"error\"")
                || ($0.contains("\"event\":\"failed\"") && !$0.contains("a stream that is not ours"))
        }
        #expect(faults.prefix(3) == [])
        program.signal(SIGTERM)
        #expect(await program.end() == RunningProgram.End(status: 0, isSignal: false))
        #expect(try await site.withStores { try await $0.voices.recountDifferences() } == 0)
    }

    /// Sends one endpoint its half of the requests.
    private func fuzz(
        _ endpoint: FuzzedEndpoint, seed: UInt64, port: UInt16, cookie: String
    ) async -> [String: Int] {
        var random = SeededRandom(seed: seed)
        var found: [String: Int] = [:]
        var caller = Caller(port: port)
        for _ in 0..<FuzzedServiceTests.perEndpoint / 2 {
            guard let request = try? endpoint.request(cookie: cookie, &random) else { continue }
            var answer = await caller?.call(
                request.method, request.target, headers: request.headers, body: request.body)
            if answer == nil {
                // The service may have closed an idle connection just then; a second failure is one.
                found["\(endpoint) again", default: 0] += 1
                caller = Caller(port: port)
                answer = await caller?.call(
                    request.method, request.target, headers: request.headers, body: request.body)
            }
            found["\(endpoint) \(answer.map { String($0.status) } ?? "no answer")", default: 0] += 1
            if answer?.endsConnection != false { caller = Caller(port: port) }
        }
        return found
    }
}
