import EarshotTesting
import Foundation
import Store
import Testing

@testable import Earshot

/// Whatever is said, done, killed and set on the clock, with the site's real files. A failure's message has the seed, and
/// `EARSHOT_SEED` tries others.
@Suite("Warnings through any history, from the voices to what is told")
struct WarningHistoryTests {
    private static let seed =
        ProcessInfo.processInfo.environment["EARSHOT_SEED"].flatMap { UInt64($0) } ?? 20_261_127
    private static let steps = 40

    @Test(
        "no warning is lost or told twice, what somebody has is silent, what is long ago wakes nobody, and what nobody has is told to somebody in the end",
        .timeLimit(.minutes(2)), arguments: 0..<4)
    func anything(number: Int) async throws {
        let seed = WarningHistoryTests.seed &+ UInt64(number) &* 7919
        var history = try await WarningHistory(seed: seed)
        var witness = HistoryWitness()
        for step in 0..<WarningHistoryTests.steps {
            let isWhole = try await history.goOn()
            let context = "seed \(seed), step \(step), after \(history.log.suffix(8))"
            try await witness.look(at: history, isWhole: isWhole, context)
        }
        await history.end()
        print("seed \(seed): \(witness.summary)")
        #expect(witness.hasSeenSomething, "seed \(seed): \(witness.summary)")
    }
}
