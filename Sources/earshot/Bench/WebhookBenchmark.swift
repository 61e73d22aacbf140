// For the fields of `timeval`: see Stopwatch.
import CEpoll
import Earshot
import FoundationEssentials
import Glibc
import SQLite

/// How many chat messages the service answers, beside a bare loop that makes the same rows durable.
enum WebhookBenchmark: Benchmark {
    static let name = "webhook"
    static let summary =
        "DingTalk messages answered with the overview per second over loopback, and their p99"

    private static let targetRatio = 0.5
    private static let targetTime = 20.0

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let folder = try await bench.database()
        let service = try ServedProcess(
            configPath: try bench.site.configPath(dataFolder: folder), log: "\(bench.folder)/webhook.log")
        defer { service.stop() }
        let load = try DingTalkLoad(bench.site, run: UUID().uuidString.lowercased())
        try expectOverview(load, service)

        var progress = Progress("asking the service", total: 5)
        var number = BenchSite.people
        var peak = Peak()
        for (step, connections) in [64, 64, 256].enumerated() {
            progress.update(step, detail: "\(connections) connections")
            let before = try Commits(service)
            var asking = try Load(
                port: service.port, connections: connections, firstNumber: number, request: load.request)
            let effort = try Effort(of: service)
            let result = try asking.atFullSpeed(seconds: step == 0 ? 2 : 6)
            let spent = try Effort(of: service).perAnswer(of: result, since: effort)
            number = asking.nextNumber
            guard result.failed == 0 else {
                throw Failure("\(result.failed) messages were not answered with 200")
            }
            // The first round only warms up.
            guard step > 0, result.rate > peak.result.rate else { continue }
            peak = Peak(
                result: result, connections: connections,
                group: try Commits(service).groupSize(since: before), effort: spent)
        }
        progress.update(3, detail: "at half the rate")
        var asking = try Load(
            port: service.port, connections: 128, firstNumber: number, request: load.request)
        let half = try asking.paced(rate: peak.result.rate / 2, seconds: 8)
        let memory = try service.residentMegabytes()
        progress.update(4, detail: "the bare loop")
        let bare = try BareRows.rate(
            of: "\(folder)/bot.db", into: "\(bench.folder)/bare.db", groupSize: peak.group)
        progress.end()

        let ratio = peak.result.rate / bare
        var figures = JSONLine()
        figures.add("messages_per_second", peak.result.rate, digits: 0)
        figures.add("bare_loop_per_second", bare, digits: 0)
        figures.add("of_bare_loop", ratio)
        figures.add("messages_per_commit", peak.group, digits: 1)
        figures.add("connections", peak.connections)
        figures.add("service_us_per_message", peak.effort.service, digits: 0)
        figures.add("asking_us_per_message", peak.effort.asking, digits: 0)
        figures.add("p50_ms_at_peak", Percentiles(peak.result.milliseconds).percentile(0.5))
        figures.add("p99_ms_at_peak", Percentiles(peak.result.milliseconds).percentile(0.99))
        figures.add("resident_mb", memory.now, digits: 1)
        let slowest = Percentiles(half.milliseconds).percentile(0.99)
        var paced = JSONLine()
        paced.add("messages_per_second", half.rate, digits: 0)
        paced.add("p50_ms", Percentiles(half.milliseconds).percentile(0.5))
        paced.add("p99_ms", slowest)
        paced.add("failed", half.failed)
        return [
            BenchResult(figures: figures, target: "of_bare_loop at least 0.5", isMet: ratio >= targetRatio),
            BenchResult(
                figures: paced, target: "p99_ms below 20 at half the peak rate",
                isMet: slowest < targetTime && half.failed == 0),
        ]
    }

    private struct Peak {
        var result = Load.Result(seconds: 1)
        var connections = 0
        var group = 1.0
        var effort = Effort()
    }

    /// Processor time of the service and of the one who asks, which share the machine, in microseconds.
    private struct Effort {
        var service = 0.0
        var asking = 0.0

        init() {}

        init(of process: ServedProcess) throws {
            var usage = rusage()
            getrusage(RUSAGE_SELF.rawValue, &usage)
            let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
            asking = Double(seconds) * 1e6 + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)
            service = try process.processorSeconds() * 1e6
        }

        func perAnswer(of result: Load.Result, since earlier: Effort) -> Effort {
            var share = Effort()
            share.service = (service - earlier.service) / Double(max(1, result.answered))
            share.asking = (asking - earlier.asking) / Double(max(1, result.answered))
            return share
        }
    }

    /// The service's count of transactions and commits.
    private struct Commits {
        let groups: Double
        let transactions: Double

        init(_ service: ServedProcess) throws {
            groups = try service.metric("earshot_bot_commit_groups_total")
            transactions = try service.metric("earshot_bot_transactions_total")
        }

        func groupSize(since earlier: Commits) -> Double {
            (transactions - earlier.transactions) / max(1, groups - earlier.groups)
        }
    }

    /// What is measured must be the overview and no refusal.
    private static func expectOverview(_ load: DingTalkLoad, _ service: ServedProcess) throws {
        let socket = try LoopbackSocket(port: service.port)
        try socket.send(load.request(0))
        let answer = try socket.answer()
        let text = String(decoding: answer.body, as: UTF8.self)
        guard answer.status == 200, text.contains("净好评") else {
            throw Failure("the answer is no overview: \(answer.status) \(text.prefix(300))")
        }
    }
}
