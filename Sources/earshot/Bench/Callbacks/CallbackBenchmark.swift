import Earshot
import Glibc

/// How many callbacks of each platform one core reads, and how many answers it seals, beside other people's clients on
/// the same payload.
enum CallbackBenchmark: Benchmark {
    static let name = "callbacks"
    static let summary =
        "callbacks verified, decrypted and decoded, answers encrypted and signed, and each of it apart, per core second"

    private static let targetTimes = 20.0
    private static let time = 1.0

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let surfaces = try CallbackSurface.all(now: SystemClock().now)
        let others = try OtherClients.measure(surfaces.map(\.payload), by: "callbacks.py", in: bench.folder)
        return try surfaces.map { surface in
            let other = others[surface.name]
            var least = Double.infinity
            let measured = try surface.calls.map { name, call in
                let ours = try rate(call)
                var line = JSONLine()
                line.add("what", name)
                line.add("per_core_second", ours, digits: 0)
                if let its = other?.rates[name] {
                    line.add("its_per_core_second", its, digits: 0)
                    line.add("times", ours / its, digits: 1)
                    least = min(least, ours / its)
                }
                return line
            }
            var figures = JSONLine()
            figures.add("surface", surface.name)
            figures.add("beside", other?.client ?? "no other client is here")
            figures.add("measured", measured)
            return BenchResult(
                figures: figures, target: other == nil ? "none without another client" : "times at least 20",
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
