import Earshot
import EarshotTesting
import Foundation
import PlatformStandIns
import Store
import Testing

@testable import EarshotProgram

/// The program killed at random instants before platforms that do much wrong; `make kill` does it over 10,000
/// deliveries.
@Suite("kill -9 among deliveries")
struct KilledDeliveriesTests {
    /// How many deliveries; `EARSHOT_DELIVERIES` says another number.
    private static let count =
        ProcessInfo.processInfo.environment["EARSHOT_DELIVERIES"].flatMap { Int($0) } ?? 300
    private static let seed =
        ProcessInfo.processInfo.environment["EARSHOT_SEED"].flatMap { UInt64($0) } ?? 20_261_126

    @Test("every delivery ends sent or dead, none is lost, none is shown twice where the platform can tell")
    func killed() async throws {
        let house = try DeliveryHouse(count: KilledDeliveriesTests.count)
        let mayhem = Mayhem(seed: KilledDeliveriesTests.seed)
        try await house.enqueue()
        house.misbehave(by: mayhem)
        var kills = 0
        var sayingTwice = 0
        func look(_ program: RunningProgram) {
            sayingTwice += program.log.count { $0.contains("may arrive twice") }
            #expect(program.log.allSatisfy { !$0.contains("xiaowang") && !$0.contains("预警") })
        }
        // Until a tenth is left, which is sent in the end without a fault.
        while case let open = try await house.open(), open > KilledDeliveriesTests.count / 10 {
            let program = try house.start()
            // Half of what is open is asked for at once, whatever is refused and waits.
            let most = min(open / 2, max(120, KilledDeliveriesTests.count / 50))
            mayhem.arm(after: mayhem.number(in: 0...most)) {
                program.signal(SIGKILL)
            }
            // Now and then before it has taken up what the last run left.
            if mayhem.number(in: 0...7) == 0 {
                _ = await program.logged("{")
                program.signal(SIGKILL)
            }
            #expect(await program.end() == RunningProgram.End(status: SIGKILL, isSignal: true))
            mayhem.disarm()
            kills += 1
            look(program)
            try await house.hurry()
        }
        house.recover()
        let program = try house.start()
        _ = await program.logged("\"message\":\"serving\"")
        try await house.site.untilSettled()
        program.signal(SIGTERM)
        #expect(await program.end() == RunningProgram.End(status: 0, isSignal: false))
        look(program)

        let outcomes = try await house.outcomes()
        print("seed \(KilledDeliveriesTests.seed), killed \(kills) times; requests:", mayhem.summary)
        for outcome in outcomes { print(outcome) }
        #expect(outcomes.reduce(0) { $0 + $1.sent + $1.dead } == KilledDeliveriesTests.count)
        for outcome in outcomes {
            #expect(outcome.wronglyDead == 0 && outcome.lost == 0 && outcome.wronglyShown == 0, "\(outcome)")
            if outcome.knowsRepeats { #expect(outcome.shownTwice == 0, "\(outcome)") }
        }
        let twice = outcomes.reduce(0) { $0 + $1.shownTwice }
        #expect(twice <= sayingTwice, "\(twice) were shown twice, \(sayingTwice) said to be")
        #expect(kills > 2)
        await house.stop()
        // What was asked and answered, byte for byte, says the same.
        #expect(try house.transcriptDifferences() == 0)
        #expect(try await house.unproven() == [])
    }
}

extension Mayhem {
    fileprivate var summary: String {
        let counts = counts
        return Event.allCases.map { "\($0.rawValue) \(counts[$0] ?? 0)" }.joined(separator: ", ")
    }
}
