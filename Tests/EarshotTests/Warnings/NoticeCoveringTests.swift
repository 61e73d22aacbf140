import EarshotTesting
import Testing

@testable import Earshot

@Suite("Who is told of a warning instead of somebody who is away")
struct NoticeCoveringTests: NoticeSuite {
    let ledger = WarningLedger()
    let clock = ManualClock()

    @Test("who is away is told by nobody but the deputy, who reads for whom")
    func away() async throws {
        var manager = Fixtures.eastManager
        manager.away = [Fixtures.today...Fixtures.today]
        manager.deputy = "head"
        let people = [manager, WarningFixture.head, Fixtures.headquarters]
        let rounds = rounds(people)
        try await find(rounds)
        try await rounds.tell()
        #expect(sent == ["opened/head"])
        #expect(try await ledger.decisions(of: [1]).first?.insteadOf == ["liqiang"])
    }

    @Test("where the one who has it goes away, whoever stands in is told once")
    func covering() async throws {
        var manager = Fixtures.eastManager
        manager.away = [Fixtures.today + 1...Fixtures.today + 3]
        manager.deputy = "head"
        let rounds = rounds([manager, WarningFixture.head, Fixtures.headquarters])
        try await find(rounds)
        try await rounds.tell()
        try ledger.act(.claim, by: "liqiang", on: 1, at: clock.now)
        try await rounds.tell()
        #expect(sent == ["opened/liqiang"])
        for _ in 1...2 {
            clock.advance(by: .seconds(24 * 3600))
            try await rounds.tell()
        }
        #expect(sent == ["opened/liqiang", "covering-\(Fixtures.today.number + 1)/head"])
        #expect(try await ledger.decisions(of: [1]).last?.insteadOf == ["liqiang"])
    }

    @Test("where nobody stands in for the one who has it, the next level that can be reached is told")
    func uncoveredAndUnreachable() async throws {
        var manager = Fixtures.eastManager
        manager.away = [Fixtures.today + 1...Fixtures.today + 3]
        let rounds = rounds([manager, WarningFixture.head, Fixtures.headquarters], unreachable: ["head"])
        try await find(rounds)
        try ledger.act(.claim, by: "liqiang", on: 1, at: clock.now)
        clock.advance(by: .seconds(24 * 3600))
        for _ in 0..<3 { try await rounds.tell() }
        #expect(sent == ["covering-\(Fixtures.today.number + 1)/zhaomin"])
    }

    @Test("spans of absence that overlap or follow one another are one time away, and others are not")
    func joined() async throws {
        func away(_ first: Int, _ last: Int) -> ClosedRange<Day> {
            Fixtures.today + first...Fixtures.today + last
        }
        var manager = Fixtures.eastManager
        manager.away = [away(6, 7), away(1, 3), away(3, 5), away(2, 2), away(9, 9)]
        manager.deputy = "head"
        for (day, time) in [
            (0, nil), (1, away(1, 7)), (4, away(1, 7)), (7, away(1, 7)), (8, nil), (9, away(9, 9)),
        ] {
            #expect(manager.time(awayOn: Fixtures.today + day) == time, "\(day)")
            #expect(manager.isAway(on: Fixtures.today + day) == (time != nil))
        }
        let rounds = rounds([manager, WarningFixture.head, Fixtures.headquarters])
        try await find(rounds)
        try await rounds.tell()
        try ledger.act(.claim, by: "liqiang", on: 1, at: clock.now)
        for _ in 1...7 {
            clock.advance(by: .seconds(24 * 3600))
            try await rounds.tell()
        }
        #expect(sent == ["opened/liqiang", "covering-\(Fixtures.today.number + 1)/head"])
    }

    @Test("where nobody stands in for the one who has it, the next level is told, once")
    func uncovered() async throws {
        var manager = Fixtures.eastManager
        manager.away = [Fixtures.today + 1...Fixtures.today + 3]
        let rounds = rounds([manager, WarningFixture.head, Fixtures.headquarters])
        try await find(rounds)
        try ledger.act(.claim, by: "liqiang", on: 1, at: clock.now)
        for _ in 1...3 {
            clock.advance(by: .seconds(24 * 3600))
            try await rounds.tell()
        }
        #expect(sent == ["covering-\(Fixtures.today.number + 1)/head"])
    }
}
