import Earshot
import Glibc

/// How many callbacks of each platform one core reads, and how many answers it seals, beside other people's clients on
/// the same payload.
enum CallbackBenchmark: Benchmark {
    static let name = "callbacks"
    static let summary =
        "callbacks verified, decrypted and decoded, and answers encrypted and signed, per second on one core"

    private static let targetTimes = 20.0
    private static let time = 2.0

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let surfaces = try CallbackSurface.all(now: SystemClock().now)
        let others = try OtherClients.measure(surfaces.map(\.payload), in: bench.folder)
        return try surfaces.map { surface in
            let read = try rate(surface.read)
            let sealed = try surface.seal.map { try rate($0) }
            let other = others[surface.name]
            var figures = JSONLine()
            figures.add("surface", surface.name)
            figures.add("read_per_core_second", read, digits: 0)
            if let sealed { figures.add("sealed_per_core_second", sealed, digits: 0) }
            guard let other else {
                figures.add("beside", "no other client is here")
                return BenchResult(figures: figures, target: "none without another client", isMet: true)
            }
            figures.add("beside", other.client)
            figures.add("its_read_per_core_second", other.read, digits: 0)
            figures.add("times_read", read / other.read, digits: 1)
            var least = read / other.read
            if let sealed, let its = other.sealed {
                figures.add("its_sealed_per_core_second", its, digits: 0)
                figures.add("times_sealed", sealed / its, digits: 1)
                least = min(least, sealed / its)
            }
            return BenchResult(
                figures: figures, target: "times_read and times_sealed at least 20",
                isMet: least >= targetTimes)
        }
    }

    /// Calls a second of the thread's own time: what else the machine does meanwhile does not count.
    private static func rate(_ call: () throws -> Void) throws -> Double {
        for _ in 0..<1000 { try call() }
        let start = processorSeconds()
        var calls = 0
        var spent = 0.0
        while spent < time {
            for _ in 0..<500 { try call() }
            calls += 500
            spent = processorSeconds() - start
        }
        return Double(calls) / spent
    }
}
