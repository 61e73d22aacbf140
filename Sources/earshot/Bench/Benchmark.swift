import Glibc

/// Something that is measured.
protocol Benchmark {
    static var name: String { get }
    /// What is measured, in a line.
    static var summary: String { get }

    static func run(on bench: Workbench) async throws -> [BenchResult]
}

/// The benchmarks there are.
enum Benchmarks {
    static var usual: [any Benchmark.Type] {
        [
            AnalyzeBenchmark.self, RepeatBenchmark.self, IngestBenchmark.self, OverviewBenchmark.self,
            StartBenchmark.self,
            WebhookBenchmark.self, MemoryBenchmark.self, CommitBenchmark.self, DeliveryBenchmark.self,
            AttackBenchmark.self, CallbackBenchmark.self, ParaphraseBenchmark.self, DetectBenchmark.self,
            WatchBenchmark.self, BudgetBenchmark.self, EvidenceBenchmark.self, FilingBenchmark.self,
            ReportsBenchmark.self,
        ]
    }

    static var onRequest: [any Benchmark.Type] { [GrowthBenchmark.self] }
}

/// The figures of one benchmark, and whether they are what they should be.
struct BenchResult {
    /// The figures with their units in the keys, then the conditions.
    var figures: JSONLine
    /// What should be reached, in words.
    var target: String
    var isMet: Bool

    /// The result as it is printed, with what else the machine was doing.
    func line(_ name: String) -> [UInt8] {
        var line = JSONLine()
        line.add("name", name)
        line.add(contentsOf: figures)
        line.add("target", target)
        line.add("met", isMet)
        line.add("cores", sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        var load = [0.0]
        if getloadavg(&load, 1) == 1 { line.add("load_average", load[0], digits: 2) }
        return line.finished
    }
}
