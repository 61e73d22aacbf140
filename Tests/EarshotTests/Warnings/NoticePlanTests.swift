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

    @Test("what became a part of another one before it was told is not told, and of which is kept")
    func merged() async throws {
        let rounds = rounds()
        // At night.
        clock.advance(by: .seconds(13 * 3600))
        let ningbo = WarningFixture.matter(.city(Fixtures.ningbo), "fuel")
        try await find(rounds, [WarningFixture.finding(), WarningFixture.finding(ningbo)])
        try await rounds.tell()
        clock.advance(by: .seconds(3600))
        var east = WarningFixture.finding(WarningFixture.east)
        east.parts = [WarningFixture.fuel, ningbo]
        try await rounds.find([east], on: Fixtures.today, isOver: false, at: clock.now)
        clock.advance(by: .seconds(10 * 3600))
        try await rounds.tell()
        #expect(sent.allSatisfy { !$0.contains("/") || $0.hasSuffix("/liqiang") } && !sent.isEmpty, "\(sent)")
        let ofPart = try await ledger.decisions(of: [2]).filter { $0.person == "liqiang" }
        #expect(ofPart.last?.verdict == .withheld(.merged(into: 1)), "\(ofPart)")
        #expect(ofPart.allSatisfy { !$0.verdict.isSent })
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

    @Test("dealers who were told what to say at different times are all told that it is over")
    func guided() async throws {
        let rounds = rounds()
        try await find(rounds, [WarningFixture.finding(WarningFixture.east)])
        for dealer in [Fixtures.westLakeDealer, Fixtures.ningboDealer] {
            let cities = Set([dealer.dealer?.city].compactMap(\.self))
            try ledger.act(
                .tell(words: "请核实", recipients: 1, cities: cities), by: "liqiang", on: 1, at: clock.now)
            try await ledger.keep(
                [
                    NoticeDecision(
                        warning: 1, notice: .guided(clock.now), person: dealer.id,
                        verdict: .sent(account: "dingtalk:d"), at: clock.now)
                ], of: ledger.warnings, [], at: clock.now)
            clock.advance(by: .seconds(60))
        }
        #expect(ledger.warnings.first?.guidance?.cities == [Fixtures.hangzhou, Fixtures.ningbo])
        try ledger.act(.resolve(remark: nil), by: "liqiang", on: 1, at: clock.now)
        try await rounds.tell()
        for dealer in [Fixtures.westLakeDealer, Fixtures.ningboDealer] {
            #expect(sent.contains("ended-0/\(dealer.id)"), "\(sent)")
        }
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

    @Test(
        "whoever was told that it became worse is reminded on the days after, also of a danger with a second voice"
    )
    func worseAndReminded() async throws {
        for isDanger in [false, true] {
            let ledger = WarningLedger()
            let rounds = WarningFixture.rounds(ledger, clock)
            let day = LocalCalendar.shanghai.day(of: clock.now)
            try await rounds.find(
                [isDanger ? WarningFixture.danger(on: day) : WarningFixture.finding(on: day, observed: 12)],
                on: day, isOver: false, at: clock.now)
            for _ in 0..<4 {
                try await rounds.tell()
                clock.advance(by: .seconds(3600))
            }
            try await rounds.find(
                [
                    isDanger
                        ? WarningFixture.danger(on: day)
                        : WarningFixture.finding(on: day, observed: 90, returnPeriod: 1e6)
                ], on: day, isOver: false, at: clock.now)
            try await rounds.tell()
            #expect(ledger.deliveries.contains { $0.key.contains("/worse-") })
            for later in 1...3 {
                clock.advance(by: .seconds(24 * 3600))
                for _ in 0..<2 { try await rounds.tell() }
                for person in ["liqiang", "head", "zhaomin"] {
                    let key = "warning/1/notice/reminded-\(day.number + later)/\(person)"
                    #expect(ledger.deliveries.contains { $0.key == key }, "\(key)")
                }
            }
            clock.advance(by: .seconds(19 * 3600))
        }
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

    @Test("what has spread to a wider place is told to those who knew of it, and is to be taken on anew")
    func spread() async throws {
        let rounds = rounds()
        try await find(rounds)
        try await rounds.tell()
        try ledger.act(.claim, by: "liqiang", on: 1, at: clock.now)
        clock.advance(by: .seconds(3600))
        var wider = WarningFixture.finding(WarningFixture.east, on: Fixtures.today, observed: 60)
        wider.parts = [WarningFixture.fuel]
        try await rounds.find([wider], on: Fixtures.today, at: clock.now)
        try await rounds.tell()
        #expect(sent == ["opened/liqiang", "spread-1/liqiang"])
        try await rounds.tell()
        #expect(sent.count == 2)
    }

    @Test("where the one who has it has other work now, those in charge are told that it has become worse")
    func moved() async throws {
        try await find(rounds())
        try await rounds().tell()
        try ledger.act(.claim, by: "liqiang", on: 1, at: clock.now)
        var manager = Fixtures.eastManager
        manager.regions = [Fixtures.southChina]
        let rounds = rounds([manager, WarningFixture.head, Fixtures.headquarters])
        clock.advance(by: .seconds(3600))
        let worse = WarningFixture.finding(on: Fixtures.today, observed: 300, returnPeriod: 1e7)
        try await rounds.find([worse], on: Fixtures.today, at: clock.now)
        for _ in 0..<2 { try await rounds.tell() }
        #expect(Set(sent.dropFirst()) == ["worse-3-0/head", "worse-3-0/zhaomin"])
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

    @Test("whoever wishes to know is told once when it comes up and when it is over, claimed or not")
    func subscribed() async throws {
        let ledger = WarningLedger(subscriptions: [
            WarningSubscription(
                person: "zhaomin", place: .city(Fixtures.hangzhou), aspect: Aspect("fuel"), since: clock.now),
            WarningSubscription(person: "zhaomin", place: .nation, since: clock.now),
            WarningSubscription(person: "liqiang", place: .city(Fixtures.hangzhou), since: clock.now),
            WarningSubscription(person: "wangfang", place: .city(Fixtures.hangzhou), since: clock.now),
        ])
        let rounds = WarningFixture.rounds(ledger, clock)
        try await find(rounds)
        try await rounds.tell()
        try ledger.act(.claim, by: "liqiang", on: 1, at: clock.now)
        try await rounds.tell()
        func sent() -> [String] {
            ledger.deliveries.map { String($0.key.dropFirst("warning/1/notice/".count)) }
        }
        #expect(sent() == ["opened/liqiang", "subscribed/zhaomin"], "the dealer not before it is released")
        try ledger.act(
            .tell(words: "请这样回复", recipients: 1, cities: [Fixtures.hangzhou]), by: "liqiang", on: 1,
            at: clock.now)
        try await rounds.tell()
        #expect(sent().count == 2, "whoever was told what to say knows of it")
        try ledger.act(.resolve(remark: nil), by: "liqiang", on: 1, at: clock.now)
        try await rounds.tell()
        #expect(Set(sent().dropFirst(2)) == ["ended-0/zhaomin", "ended-0/wangfang"])
    }

    @Test("a dealer who wishes to know is told at once where that is the rule, of the own city alone")
    func subscribedDealers() async throws {
        let wishes = ["wangfang", "ningbo-dealer"].map {
            WarningSubscription(person: $0, place: .nation, since: clock.now)
        }
        let ledger = WarningLedger(subscriptions: wishes)
        let rounds = WarningFixture.rounds(ledger, clock, releasesAtOnce: true)
        try await find(rounds)
        try await rounds.tell()
        #expect(ledger.deliveries.map(\.key).contains("warning/1/notice/subscribed/wangfang"))
        #expect(ledger.deliveries.count == 2)
    }

    @Test("a subscribed dealer whom the line to take could not reach is told that there is a warning")
    func unguided() async throws {
        let wishes = [
            WarningSubscription(person: "wangfang", place: .city(Fixtures.hangzhou), since: clock.now)
        ]
        let ledger = WarningLedger(subscriptions: wishes)
        let rounds = WarningFixture.rounds(ledger, clock)
        try await find(rounds)
        try ledger.act(
            .tell(words: "请核实", recipients: 1, cities: [Fixtures.hangzhou]), by: "liqiang", on: 1,
            at: clock.now)
        try await ledger.keep(
            [
                NoticeDecision(
                    warning: 1, notice: .guided(clock.now), person: "wangfang",
                    verdict: .withheld(.unreachable), at: clock.now)
            ], of: ledger.warnings, [], at: clock.now)
        try await rounds.tell()
        #expect(ledger.deliveries.map(\.key).contains("warning/1/notice/subscribed/wangfang"))
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
