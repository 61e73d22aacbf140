import EarshotTesting
import Testing

@testable import Earshot

@Suite("Who is told of a warning because of a wish")
struct NoticeSubscriberTests: NoticeSuite {
    let ledger = WarningLedger()
    let clock = ManualClock()

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
}
