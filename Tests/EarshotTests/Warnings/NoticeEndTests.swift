import EarshotTesting
import Testing

@testable import Earshot

@Suite("Who is told that a warning is over")
struct NoticeEndTests: NoticeSuite {
    let ledger = WarningLedger()
    let clock = ManualClock()

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
}
