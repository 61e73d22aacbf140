import FoundationEssentials
import Glibc

/// Whether honest messages are answered while very many slow connections are open.
enum AttackBenchmark: Benchmark {
    static let name = "attack"
    static let summary =
        "milliseconds to the answer of a message while 500 connections send a byte a second each"

    private static let attackers = 500
    private static let target = 100.0
    /// Longer than any time limit of a connection, so that those who are cut off come back as well.
    private static let seconds = 40.0
    private static let messagesPerSecond = 50.0

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let folder = try await bench.database()
        let service = try ServedProcess(
            configPath: try bench.site.configPath(dataFolder: folder), log: "\(bench.folder)/attack.log")
        defer { service.stop() }
        let load = try DingTalkLoad(bench.site, run: UUID().uuidString.lowercased())
        let quiet = try ask(load, service, from: 0, seconds: seconds)
        let callers = SlowCallers(
            port: service.port, count: attackers, body: load.head(bodyBytes: 100_000))
        try callers.start()
        defer { callers.stop() }
        let attacked = try ask(load, service, from: 1_000_000, seconds: seconds)
        let tally = callers.tally
        let slowest = attacked.milliseconds.max() ?? .nan
        var figures = JSONLine()
        figures.add("slowest_ms", slowest)
        figures.add("p50_ms", Percentiles(attacked.milliseconds).percentile(0.5))
        figures.add("p99_ms", Percentiles(attacked.milliseconds).percentile(0.99))
        figures.add("messages", attacked.answered)
        figures.add("failed", attacked.failed)
        figures.add("slow_connections", tally.fewest)
        figures.add("slow_connections_opened", tally.opened)
        figures.add("slowest_ms_without", quiet.milliseconds.max() ?? .nan)
        figures.add("p99_ms_without", Percentiles(quiet.milliseconds).percentile(0.99))
        return [
            BenchResult(
                figures: figures, target: "slowest_ms below 100, none failed",
                isMet: slowest < target && attacked.failed == 0 && tally.fewest == attackers)
        ]
    }

    /// Asks at a steady rate, every message over a connection of its own, as somebody who comes new.
    private static func ask(
        _ load: DingTalkLoad, _ service: ServedProcess, from first: Int, seconds: Double
    ) throws -> Load.Result {
        var result = Load.Result()
        let watch = Stopwatch()
        for number in 0..<Int(seconds * messagesPerSecond) {
            let due = Double(number) / messagesPerSecond
            if watch.seconds < due { usleep(UInt32((due - watch.seconds) * 1e6)) }
            let socket = try LoopbackSocket(port: service.port)
            try socket.send(load.request(first + number))
            let answer = try socket.answer()
            result.answered += 1
            if answer.status != 200 { result.failed += 1 }
            // From when it was due: waiting for the one before counts too.
            result.milliseconds.append((watch.seconds - due) * 1000)
        }
        result.seconds = watch.seconds
        return result
    }
}
