import EarshotTesting
import Testing

@testable import Earshot

@Suite("Who is told of a warning")
struct NoticePlanTests {
    private let ledger = WarningLedger()
    private let clock = ManualClock()

    private var sent: [String] {
        ledger.deliveries.map { String($0.key.dropFirst("warning/1/notice/".count)) }
    }

    private func rounds(_ people: [Person] = WarningFixture.people, unreachable: Set<String> = [])
        -> WarningRounds
    {
        WarningFixture.rounds(ledger, clock, people: people, reach: .init(unreachable: unreachable))
    }

    private func find(_ rounds: WarningRounds, _ findings: [Warning.Finding] = [WarningFixture.finding()])
        async throws
    {
        try await rounds.find(findings, on: Fixtures.today - 1, at: clock.now)
    }

    private func reasons(of person: String) async throws -> [NoticeDecision.Verdict] {
        try await ledger.decisions(of: [1]).filter { $0.person == person }.map(\.verdict)
    }

    @Test("the region's managers first, then its head, then headquarters, then all of them every day")
    func ladder() async throws {
        let rounds = rounds()
        try await find(rounds)
        try await rounds.tell()
        #expect(sent == ["opened/liqiang"])
        try await rounds.tell()
        clock.advance(by: .seconds(3599))
        try await rounds.tell()
        #expect(sent.count == 1, "nobody twice, and nobody further before the time")
        clock.advance(by: .seconds(1))
        try await rounds.tell()
        #expect(sent == ["opened/liqiang", "escalated-1/head"])
        clock.advance(by: .seconds(3600))
        try await rounds.tell()
        #expect(sent.last == "escalated-2/zhaomin")
        clock.advance(by: .seconds(24 * 3600))
        try await rounds.tell()
        let day = Fixtures.today.number + 1
        #expect(Set(sent.suffix(3)) == Set(["liqiang", "head", "zhaomin"].map { "reminded-\(day)/\($0)" }))
    }

    @Test("a claimed one is silent, and the others can read why")
    func claimed() async throws {
        let rounds = rounds()
        try await find(rounds)
        try ledger.act(.claim, by: "zhaomin", on: 1, at: clock.now)
        clock.advance(by: .seconds(5 * 3600))
        try await rounds.tell()
        #expect(sent == [])
        #expect(try await reasons(of: "liqiang") == [.withheld(.claimed(by: "zhaomin"))])
    }

    @Test("at night nobody is woken, and everybody told in the morning; a danger waits for nobody")
    func night() async throws {
        clock.advance(by: .seconds(13 * 3600))
        let rounds = rounds()
        try await find(rounds)
        try await rounds.tell()
        #expect(sent == [])
        let morning = Fixtures.now + .seconds(22 * 3600)
        #expect(try await reasons(of: "liqiang") == [.withheld(.quietHours(until: morning))])
        clock.advance(by: .seconds(9 * 3600))
        try await rounds.tell()
        #expect(sent == ["opened/liqiang"])
        clock.advance(by: .seconds(15 * 3600))
        try await rounds.hear(of: WarningFixture.danger(on: Fixtures.today + 1), at: clock.now)
        try await rounds.tell()
        #expect(ledger.deliveries.last?.key == "warning/2/notice/opened/liqiang")
        #expect(ledger.deliveries.last?.priority == .urgent)
    }

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

    @Test("where a level cannot be reached the next is asked at once, and that is written down")
    func unreachable() async throws {
        let rounds = rounds(unreachable: ["liqiang", "head"])
        try await find(rounds)
        for _ in 0..<3 { try await rounds.tell() }
        #expect(sent == ["escalated-2/zhaomin"])
        #expect(try await reasons(of: "liqiang") == [.withheld(.unreachable)])
        #expect(try await reasons(of: "head") == [.withheld(.unreachable)])
    }

    @Test("a silence holds back reminders, no news, and is over at its end or when it becomes worse")
    func silence() async throws {
        let rounds = rounds()
        try await find(rounds, [WarningFixture.finding(observed: 14)])
        let until = clock.now + .seconds(7200)
        try ledger.act(.silence(until: until, reason: "核实中"), by: "zhaomin", on: 1, at: clock.now)
        try await rounds.tell()
        #expect(sent == ["opened/liqiang"])
        clock.advance(by: .seconds(3600))
        try await rounds.tell()
        #expect(sent.count == 1)
        #expect(try await reasons(of: "head") == [.withheld(.silenced(until: until, by: "zhaomin"))])
        clock.advance(by: .seconds(1800))
        try await find(rounds, [WarningFixture.finding(observed: 90, returnPeriod: 1e6)])
        #expect(ledger.warnings.first?.silence == nil)
        try await rounds.tell()
        #expect(sent.last == "worse-3-0/liqiang")
        clock.advance(by: .seconds(3600))
        try await rounds.tell()
        #expect(sent.last == "escalated-1/head")
    }

    @Test("who was told hears the end, but not who ended it")
    func end() async throws {
        let rounds = rounds()
        try await find(rounds)
        try await rounds.tell()
        clock.advance(by: .seconds(3600))
        try await rounds.tell()
        try ledger.act(.resolve(remark: nil), by: "liqiang", on: 1, at: clock.now)
        try await rounds.tell()
        #expect(sent.suffix(1) == ["ended-0/head"])
        #expect(try await reasons(of: "liqiang").last == .withheld(.own))
        try await rounds.tell()
        #expect(sent.count == 3)
    }

    @Test("who has it is told when it becomes worse, and who is given it, once")
    func worse() async throws {
        let rounds = rounds()
        try await find(rounds, [WarningFixture.finding(observed: 14)])
        try await rounds.tell()
        try ledger.act(.assign(to: "head"), by: "liqiang", on: 1, at: clock.now)
        try await rounds.tell()
        #expect(sent.count == 2)
        #expect(sent.last == "assigned-\(clock.now.milliseconds)/head")
        clock.advance(by: .seconds(60))
        try await find(rounds, [WarningFixture.finding(observed: 90, returnPeriod: 1e6)])
        try await rounds.tell()
        try await rounds.tell()
        #expect(sent.count == 3)
        #expect(sent.last == "worse-3-0/head")
    }

    @Test("one of four months ago wakes nobody")
    func stale() async throws {
        let rounds = rounds()
        try await rounds.find(
            [WarningFixture.finding(on: Fixtures.today - 120)], on: Fixtures.today - 120, at: clock.now)
        for _ in 0..<3 { try await rounds.tell() }
        #expect(sent == [])
        #expect(ledger.warnings.allSatisfy { !$0.state.isActive })
    }

    @Test("one person with three regions is told once, and of what is technical administrators alone")
    func once() async throws {
        let rounds = rounds()
        try await find(rounds, [WarningFixture.finding(WarningFixture.nation)])
        try await rounds.find(
            [], silences: [WarningFixture.silence(on: Fixtures.today)], on: Fixtures.today, isOver: false,
            at: clock.now)
        try await rounds.tell()
        #expect(Set(sent).count == sent.count)
        let technical = ledger.deliveries.filter { $0.key.hasPrefix("warning/2/") }.map(\.key)
        #expect(technical == ["warning/2/notice/opened/admin"])
    }
}
