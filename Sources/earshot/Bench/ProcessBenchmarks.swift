import FoundationEssentials
import Glibc

/// How soon the service is ready, and what it takes when it has nothing to do.
enum StartBenchmark: Benchmark {
    static let name = "start"
    static let summary =
        "milliseconds from the start of `earshot serve` until it is ready, and its memory then"

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let folder = try await bench.database()
        let config = try bench.site.configPath(dataFolder: folder)
        var times: [Double] = []
        var memory = 0.0
        for _ in 0..<5 {
            let service = try ServedProcess(configPath: config, log: "\(bench.folder)/start.log")
            defer { service.stop() }
            times.append(service.millisecondsToReady)
            sleep(1)
            memory = max(memory, try service.residentMegabytes().now)
        }
        var start = JSONLine()
        start.add("ready_ms", Percentiles(times).percentile(0.5), digits: 1)
        start.add("slowest_ready_ms", times.max() ?? .nan, digits: 1)
        start.add("starts", times.count)
        start.add("voices", bench.voices)
        var idle = JSONLine()
        idle.add("idle_resident_mb", memory, digits: 1)
        idle.add("voices", bench.voices)
        return [
            BenchResult(
                figures: start, target: "slowest_ready_ms below 1000", isMet: times.allSatisfy { $0 < 1000 }),
            BenchResult(figures: idle, target: "idle_resident_mb below 60", isMet: memory < 60),
        ]
    }
}

/// What the service takes after it has taken voices in.
enum MemoryBenchmark: Benchmark {
    static let name = "memory"
    static let summary = "resident MB of the service after the voices came over POST /v1/voices"

    private static let target = 200.0
    /// The largest delivery, well below what the service takes.
    private static let delivery = 16 << 20

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let file = try bench.sampleFile()
        let folder = "\(bench.folder)/memory"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let service = try ServedProcess(
            configPath: try bench.site.configPath(dataFolder: folder), log: "\(bench.folder)/memory.log")
        defer { service.stop() }
        let socket = try LoopbackSocket(port: service.port)
        var input = try InputFile(file)
        var progress = Progress("delivering \(bench.voices) voices", total: input.size)
        var waiting: [UInt8] = []
        let watch = Stopwatch()
        while let piece = try input.next() {
            waiting += piece
            guard waiting.count >= delivery, let end = waiting.lastIndex(of: 0x0A) else { continue }
            try deliver(waiting[...end], over: socket, bench)
            waiting.removeFirst(end + 1)
            progress.update(input.position, detail: "\(input.position >> 20) MB")
        }
        if !waiting.isEmpty { try deliver(waiting[...], over: socket, bench) }
        let seconds = watch.seconds
        progress.end()
        sleep(1)
        let memory = try service.residentMegabytes()
        var figures = JSONLine()
        figures.add("resident_mb", memory.now, digits: 1)
        figures.add("peak_resident_mb", memory.peak, digits: 1)
        figures.add("voices_per_second", Double(bench.voices) / seconds, digits: 0)
        figures.add("voices", Int(try service.metric("earshot_voices")))
        return [
            BenchResult(figures: figures, target: "resident_mb below 200", isMet: memory.now < target)
        ]
    }

    private static func deliver(_ lines: ArraySlice<UInt8>, over socket: LoopbackSocket, _ bench: Workbench)
        throws
    {
        try socket.send(
            """
            POST /v1/voices HTTP/1.1\r
            Host: 127.0.0.1\r
            Authorization: Bearer \(bench.site.intakeToken)\r
            Content-Type: application/x-ndjson\r
            Content-Length: \(lines.count)\r
            \r

            """.utf8)
        try socket.send(lines)
        let answer = try socket.answer()
        guard answer.status == 200 else {
            throw Failure(
                "the service answered \(answer.status): \(String(decoding: answer.body, as: UTF8.self))")
        }
    }
}
