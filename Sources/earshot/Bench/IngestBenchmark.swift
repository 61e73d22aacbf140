import FoundationEssentials

/// How fast `earshot ingest` takes voices in.
enum IngestBenchmark: Benchmark {
    static let name = "ingest"
    static let summary = "voices per second from NDJSON: understood, counted, indexed and durable"

    private static let target = 20_000.0

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        var intake = bench.intake
        if intake == nil {
            _ = try await bench.database()
            intake = bench.intake
        }
        if intake == nil {
            // The shared database was there before: measure into one of its own.
            let folder = "\(bench.folder)/ingest"
            intake = try await bench.take(try bench.sampleFile(), into: folder)
            try? FileManager.default.removeItem(atPath: folder)
        }
        guard let intake else { return [] }
        let rate = Double(intake.accepted) / intake.seconds
        var figures = JSONLine()
        figures.add("voices_per_second", rate, digits: 0)
        figures.add("seconds", intake.seconds, digits: 1)
        figures.add("voices", intake.accepted)
        figures.add("file_bytes", intake.bytes)
        return [
            BenchResult(
                figures: figures, target: "voices_per_second at least 20000", isMet: rate >= target)
        ]
    }
}
