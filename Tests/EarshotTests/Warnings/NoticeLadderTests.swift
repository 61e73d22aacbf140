import EarshotTesting
import Testing

@testable import Earshot

@Suite("Who is told of a warning, level after level")
struct NoticeLadderTests: NoticeSuite {
    let ledger = WarningLedger()
    let clock = ManualClock()

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

    @Test("a danger that nobody takes on is called to mind in the morning, not when the day begins")
    func dailyReminderOfDanger() async throws {
        let rounds = rounds()
        try await rounds.hear(of: WarningFixture.danger(on: Fixtures.today), at: clock.now)
        for _ in 0..<4 {
            try await rounds.tell()
            clock.advance(by: .seconds(3600))
        }
        let told = sent
        #expect(told.contains("escalated-2/zhaomin"))
        // From 14:00 to half past midnight.
        clock.advance(by: .seconds(21 * 1800))
        try await rounds.tell()
        #expect(sent == told)
        clock.advance(by: .seconds(8 * 3600))
        try await rounds.tell()
        let day = Fixtures.today.number + 1
        let reminded = sent.dropFirst(told.count)
        #expect(Set(reminded) == Set(["liqiang", "head", "zhaomin"].map { "reminded-\(day)/\($0)" }))
    }

    @Test("where the clock ran ahead and is right again nobody waits for it")
    func clockAhead() async throws {
        clock.advance(by: .seconds(30 * 86_400))
        let rounds = rounds()
        try await rounds.find(
            [WarningFixture.finding(on: Fixtures.today + 29)], on: Fixtures.today + 29, at: clock.now)
        try await rounds.tell()
        #expect(sent == ["opened/liqiang"])
        clock.advance(by: .seconds(-30 * 86_400))
        try await rounds.tell()
        #expect(sent == ["opened/liqiang", "escalated-1/head"])
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

    @Test(
        "while nobody knows whether the days since were ordinary, who is in charge is reminded of what nobody took on"
    )
    func unknownDays() async throws {
        let rounds = rounds()
        try await find(rounds)
        try await rounds.tell()
        for day in 1...15 {
            clock.advance(by: .seconds(24 * 3600))
            try await rounds.find(
                [], silences: [WarningFixture.silence(on: Fixtures.today + day)],
                on: Fixtures.today + day - 1, at: clock.now)
            for _ in 0..<3 { try await rounds.tell() }
            let number = Fixtures.today.number + day
            let isLeft = ledger.warnings.first?.state.isActive == true
            #expect(sent.contains { $0.hasPrefix("reminded-\(number)/") } == (isLeft && day > 2), "\(day)")
        }
        #expect(ledger.warnings.first?.state == .resolved, "it ends when it is too long ago")
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

    @Test(
        "one person is told once of a matter, however many of that person's regions, wishes and colleagues lead there"
    )
    func once() async throws {
        let nanjing = WatchedPlace.surroundings(of: Fixtures.city("南京"))
        let (jiangsu, anhui) = (
            Region(name: "苏南", cities: [Fixtures.city("南京"), Fixtures.city("镇江")]),
            Region(name: "皖东", cities: [Fixtures.city("滁州"), Fixtures.city("马鞍山")])
        )
        let cities = try #require(nanjing.cities)
        #expect(cities.isSuperset(of: jiangsu.cities.union(anhui.cities)))
        let manager = Person(
            id: "qin", name: "秦川", role: .manager, regions: [Fixtures.southChina, jiangsu, anhui],
            accounts: ["dingtalk:m3"])
        let away = Person(
            id: "tang", name: "唐宁", role: .manager, regions: [jiangsu], accounts: ["dingtalk:m4"],
            deputy: "qin", away: [Fixtures.today...Fixtures.today + 3])
        let wishes = [WatchedPlace.nation, .city(Fixtures.city("南京")), .city(Fixtures.guangzhou), nanjing].map
        {
            WarningSubscription(person: "qin", place: $0, since: clock.now)
        }
        let ledger = WarningLedger(subscriptions: wishes)
        let rounds = WarningFixture.rounds(
            ledger, clock, people: [away, manager, Fixtures.headquarters, Fixtures.administrator])
        // Of all three regions, of the last two, and of the first.
        let subjects = [
            WarningFixture.matter(.nation, "software"), WarningFixture.matter(nanjing, "fuel"),
            WarningFixture.matter(.city(Fixtures.guangzhou), "parts.brake"),
        ]
        try await rounds.find(
            subjects.map { WarningFixture.finding($0) }, on: Fixtures.today - 1, at: clock.now)
        #expect(ledger.warnings.map(\.subject) == subjects)
        func told(_ person: String) -> [String] {
            ledger.deliveries.map(\.key).filter { $0.hasSuffix("/\(person)") }
        }
        let opened = (1...3).map { "warning/\($0)/notice/opened/qin" }
        for _ in 0..<4 {
            try await rounds.tell()
            #expect(told("qin") == opened)
            clock.advance(by: .seconds(3600))
        }
        #expect(told("tang") == [])
        let insteadOf = try await ledger.decisions(of: [1, 2, 3]).filter { $0.person == "qin" }.map(
            \.insteadOf)
        #expect(insteadOf == [["tang"], ["tang"], []])
        clock.advance(by: .seconds(20 * 3600))
        for _ in 0..<2 { try await rounds.tell() }
        let day = Fixtures.today.number + 1
        #expect(told("qin") == opened + (1...3).map { "warning/\($0)/notice/reminded-\(day)/qin" })
        #expect(!ledger.hasRepeatedDelivery, "nor headquarters, which is on two levels of the nation")
    }

    @Test("of what is technical administrators alone are told")
    func technical() async throws {
        let rounds = rounds()
        try await rounds.find(
            [], silences: [WarningFixture.silence(on: Fixtures.today)], on: Fixtures.today, isOver: false,
            at: clock.now)
        for _ in 0..<4 {
            try await rounds.tell()
            clock.advance(by: .seconds(3600))
        }
        #expect(sent == ["opened/admin"])
    }
}
