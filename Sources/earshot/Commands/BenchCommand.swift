import Earshot
import FoundationEssentials
import Glibc

/// `earshot bench`: the benchmarks, one JSON line each.
struct BenchCommand: Command {
    static let name = "bench"
    static let summary = "measures the program on this machine, one JSON line for each benchmark"
    static let usage = """
        usage: earshot bench [NAME...] [--config FILE] [--voices N] [--data FOLDER | --keep FOLDER]

        Without a name it runs all of these, in a few minutes:
        \(listing(Benchmarks.usual))
        Only when named, because it takes many times longer:
        \(listing(Benchmarks.onRequest))

        Sample voices (1,000,000, or N) are made and taken in once, in a temporary folder that is removed at the end.
        --keep leaves that database in FOLDER, --data uses one that was kept. Nothing but 127.0.0.1 is reached.
        """
    static let options: [Option] = [.value("--voices"), .value("--data"), .value("--keep")]

    private let configPath: String
    private let benchmarks: [any Benchmark.Type]
    private let voices: Int
    private let data: String?
    private let keep: String?

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.value("--config") ?? SampleService.defaultConfig
        voices = try arguments.integer("--voices", in: 1000...20_000_000) ?? 1_000_000
        data = arguments.value("--data")
        keep = arguments.value("--keep")
        guard data == nil || keep == nil else { throw UsageError("--data is kept as it is") }
        let known = Benchmarks.usual + Benchmarks.onRequest
        var wanted: [any Benchmark.Type] = []
        for name in arguments.operands {
            guard let found = known.first(where: { $0.name == name }) else {
                throw UsageError("there is no benchmark \(name)")
            }
            wanted.append(found)
        }
        benchmarks = wanted.isEmpty ? Benchmarks.usual : wanted
    }

    func run() async throws {
        let bench = try Workbench(configPath: configPath, voices: voices, data: data, keep: keep)
        defer { bench.remove() }
        let signals = Signals.watch()
        let ending = Task {
            for await _ in signals {
                ServedProcess.stopAll()
                bench.remove()
                exit(1)
            }
        }
        defer { ending.cancel() }
        for benchmark in benchmarks {
            var output = OutputBuffer()
            for result in try await benchmark.run(on: bench) {
                output.append(line: result.line(benchmark.name))
            }
            output.flush()
        }
    }

    private static func listing(_ benchmarks: [any Benchmark.Type]) -> String {
        let width = benchmarks.map { $0.name.count }.max() ?? 0
        return benchmarks.map {
            "  \($0.name)\(String(repeating: " ", count: width - $0.name.count))  \($0.summary)"
        }.joined(separator: "\n")
    }
}
