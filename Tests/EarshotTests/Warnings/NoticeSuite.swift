import EarshotTesting

@testable import Earshot

/// What tests of who is told of a warning, A1, have in common.
protocol NoticeSuite {
    var ledger: WarningLedger { get }
    var clock: ManualClock { get }
}

extension NoticeSuite {
    /// What was sent, in order: `opened/liqiang`.
    var sent: [String] {
        ledger.deliveries.map { String($0.key.dropFirst("warning/1/notice/".count)) }
    }

    func rounds(_ people: [Person] = WarningFixture.people, unreachable: Set<String> = [])
        -> WarningRounds
    {
        WarningFixture.rounds(ledger, clock, people: people, reach: .init(unreachable: unreachable))
    }

    func find(_ rounds: WarningRounds, _ findings: [Warning.Finding] = [WarningFixture.finding()])
        async throws
    {
        try await rounds.find(findings, on: Fixtures.today - 1, at: clock.now)
    }

    func reasons(of person: String) async throws -> [NoticeDecision.Verdict] {
        try await ledger.decisions(of: [1]).filter { $0.person == person }.map(\.verdict)
    }
}
