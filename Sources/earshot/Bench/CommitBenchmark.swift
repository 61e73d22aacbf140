import FoundationEssentials
import SQLite

/// What the grouping of transactions costs beside a bare loop.
enum CommitBenchmark: Benchmark {
    static let name = "group-commit"
    static let summary = "durable one-row transactions per second of 64 tasks, beside a bare loop"

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let folder = "\(bench.folder)/commit"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure("the folder \(folder) cannot be made: \(error)")
        }
        let measured = try await GroupCommitBenchmark.run(in: folder)
        let ratio = measured.transactionsPerSecond / measured.bareRowsPerSecond
        var figures = JSONLine()
        figures.add("transactions_per_second", measured.transactionsPerSecond, digits: 0)
        figures.add("bare_loop_per_second", measured.bareRowsPerSecond, digits: 0)
        figures.add("of_bare_loop", ratio)
        figures.add("transactions_per_commit", measured.groupSize, digits: 1)
        return [BenchResult(figures: figures, target: "of_bare_loop at least 0.5", isMet: ratio >= 0.5)]
    }
}
