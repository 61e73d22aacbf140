import EarshotTesting
import Testing

@testable import Earshot

@Suite("Who is told that a warning has become worse")
struct NoticeWorseTests: NoticeSuite {
    let ledger = WarningLedger()
    let clock = ManualClock()

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

    @Test("whoever was told that it is over is told that it was opened again, and not who opened it")
    func reopened() async throws {
        let rounds = rounds()
        try await find(rounds)
        for _ in 0..<4 {
            try await rounds.tell()
            clock.advance(by: .seconds(3600))
        }
        try ledger.act(.resolve(remark: nil, gain: nil), by: "head", on: 1, at: clock.now)
        try await rounds.tell()
        clock.advance(by: .seconds(60))
        let before = sent
        #expect(before.contains("ended-0/liqiang") && !before.contains("ended-0/head"))
        try ledger.act(.restore, by: "liqiang", on: 1, at: clock.now)
        for _ in 0..<2 { try await rounds.tell() }
        let heard = Set(before.filter { $0.hasPrefix("ended-0/") }.map { $0.dropFirst("ended-0/".count) })
        let told = sent.dropFirst(before.count)
        let expected = heard.union(["head"]).subtracting(["liqiang"])
        #expect(Set(told.map { $0.drop { $0 != "/" }.dropFirst() }) == expected, "\(told)")
        #expect(told.count == expected.count && told.allSatisfy { $0.hasPrefix("worse-") }, "\(told)")
        #expect(try await reasons(of: "liqiang").last == .withheld(.own))
    }

    @Test("whoever said that it is over, without having it, is told that somebody opened it again")
    func reopenedByOwner() async throws {
        let rounds = rounds()
        try await find(rounds)
        try await rounds.tell()
        try ledger.act(.claim, by: "liqiang", on: 1, at: clock.now)
        try ledger.act(.resolve(remark: nil, gain: nil), by: "zhaomin", on: 1, at: clock.now)
        try await rounds.tell()
        clock.advance(by: .seconds(60))
        let before = sent
        try ledger.act(.restore, by: "liqiang", on: 1, at: clock.now)
        for _ in 0..<2 { try await rounds.tell() }
        #expect(sent.dropFirst(before.count).map { String($0.drop { $0 != "/" }) } == ["/zhaomin"], "\(sent)")
    }

    @Test("of a danger that was opened again nobody is told so anew with each further voice")
    func reopenedDanger() async throws {
        let rounds = rounds()
        let day = Fixtures.today
        func find(_ voices: Int) async throws {
            try await rounds.find(
                [WarningFixture.danger(on: day, voices: voices)], on: day, isOver: false, at: clock.now)
            for _ in 0..<2 { try await rounds.tell() }
            clock.advance(by: .seconds(3600))
        }
        for _ in 0..<4 { try await find(1) }
        try ledger.act(.claim, by: "head", on: 1, at: clock.now)
        try ledger.act(.resolve(remark: nil, gain: nil), by: "head", on: 1, at: clock.now)
        try await rounds.tell()
        try ledger.act(.restore, by: "head", on: 1, at: clock.now)
        try await rounds.tell()
        let heard = sent.filter { $0.hasSuffix("/liqiang") }
        #expect(heard.last?.hasPrefix("worse-") == true, "\(sent)")
        try await find(2)
        try await find(5)
        #expect(sent.filter { $0.hasSuffix("/liqiang") } == heard, "\(sent)")
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
}
