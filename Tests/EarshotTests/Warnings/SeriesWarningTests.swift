import EarshotTesting
import Testing

@testable import Earshot

/// 星驰X5 of 杭州, whose customers complain of 油耗, which stands out in a wider place as well.
@Suite("A series' warning and the aspect that makes it up")
struct SeriesWarningTests {
    private let day = Fixtures.today
    private let now = Fixtures.now
    private let series = WarningSubject.complaints(
        WatchedMatter(.city(Fixtures.hangzhou), nil, series: "星驰X5"))
    private var book = WarningBook([], nextNumber: 1)

    private mutating func note(_ findings: [Warning.Finding], ahead: Int) {
        book = book.settled()
        book.note(
            [JudgedDay(day: day + ahead, findings: findings, isOver: true)], today: day + ahead + 1, at: now)
    }

    private func finding(
        _ subject: WarningSubject, with parts: [WarningSubject] = [], ahead: Int, observed: Int = 19
    ) -> Warning.Finding {
        var finding = WarningFixture.finding(subject, on: day + ahead, observed: observed)
        finding.parts = parts
        return finding
    }

    private var active: [Warning] {
        book.warnings.values.filter(\.state.isActive).sorted { $0.number < $1.number }
    }

    @Test(
        "the series' warning spreads to the wider place of the aspect, whoever had it, and nobody stays untold"
    )
    mutating func spreads() throws {
        note([finding(series, ahead: 0)], ahead: 0)
        var warning = try #require(active.first)
        _ = try warning.apply(.claim, by: "liqiang", at: now)
        book = WarningBook([warning], nextNumber: 2, position: WatchPosition(watchedThrough: day))
        note([finding(WarningFixture.east, with: [series], ahead: 1, observed: 60)], ahead: 1)
        let grown = try #require(active.first)
        #expect(active.count == 1 && grown.subject == WarningFixture.east && grown.parts == [series])
        #expect(grown.state == .open && grown.owner == nil && grown.spreads == 1)
        #expect(grown.figures.observed == 60)
        #expect(book.changes.steps.map(\.kind) == [.spread])
    }

    @Test("where the aspect has a warning of its own the series' becomes a part of it")
    mutating func merges() throws {
        note([finding(series, ahead: 0)], ahead: 0)
        note(
            [finding(series, ahead: 1), finding(WarningFixture.east, ahead: 1, observed: 60)], ahead: 1)
        #expect(active.map(\.subject) == [series, WarningFixture.east])
        note([finding(WarningFixture.east, with: [series], ahead: 2, observed: 60)], ahead: 2)
        #expect(active.map(\.subject) == [WarningFixture.east])
        #expect(book.warnings[1]?.end?.mergedInto == 2)
    }

    @Test("two aspects of a series that were told apart stay two while it makes up both")
    mutating func aspects() throws {
        let comfort = WarningFixture.matter(.city(Fixtures.hangzhou), "comfort")
        note([finding(WarningFixture.fuel, ahead: 0), finding(comfort, ahead: 0)], ahead: 0)
        note([finding(series, with: [WarningFixture.fuel, comfort], ahead: 1, observed: 60)], ahead: 1)
        #expect(active.map(\.subject) == [WarningFixture.fuel, comfort])
        #expect(active.map(\.ordinaryDays) == [0, 0])
        note([finding(comfort, ahead: 2)], ahead: 2)
        #expect(active.map(\.number) == [1, 2], "nobody is told of it a second time")
    }

    /// 油耗 of 华东, of which 星驰X5 of 杭州 is a part.
    private func wide(observed: Int, ofSeries: Int, ahead: Int = 0) throws -> Warning.Finding {
        func abnormality(_ subject: WarningSubject, _ observed: Int) throws -> Abnormality {
            Abnormality(
                matter: try #require(subject.matter), days: (day + ahead)...(day + ahead), observed: observed,
                expected: 4, score: 5, surprise: 8, falseAlarmPeriod: 1e6)
        }
        var whole = try abnormality(WarningFixture.east, observed)
        whole.parts = [try abnormality(series, ofSeries)]
        return Warning.Finding(whole)
    }

    @Test("a series that goes on alone in its city is the warning's echo, which ends without it")
    mutating func alone() throws {
        note([try wide(observed: 200, ofSeries: 30)], ahead: 0)
        for ahead in 1...3 {
            #expect(active.map(\.subject) == [WarningFixture.east])
            var rest = finding(series, ahead: ahead, observed: 30)
            rest.figures.days = day...(day + ahead)
            note([rest], ahead: ahead)
        }
        #expect(active.isEmpty, "the region's has been ordinary for three days")
        note([finding(series, ahead: 4, observed: 30)], ahead: 4)
        #expect(active.map(\.subject) == [series], "what still goes on in the city is the city's")
    }

    @Test("one that is more than it was with the wider aspect is a warning of its own, however loud that was")
    mutating func louder() throws {
        note([try wide(observed: 200, ofSeries: 30)], ahead: 0)
        note([finding(series, ahead: 1, observed: 31)], ahead: 1)
        #expect(active.map(\.subject) == [WarningFixture.east, series])
    }

    @Test("what was louder by itself before it became a part is the whole warning's echo, too")
    mutating func merged() throws {
        note([finding(series, ahead: 0, observed: 40)], ahead: 0)
        note([finding(series, ahead: 1, observed: 40), finding(WarningFixture.east, ahead: 1)], ahead: 1)
        note([try wide(observed: 200, ofSeries: 30, ahead: 2)], ahead: 2)
        #expect(active.map(\.subject) == [WarningFixture.east])
        note([finding(series, ahead: 3, observed: 40)], ahead: 3)
        #expect(active.map(\.subject) == [WarningFixture.east])
    }

    @Test("how much it was is known of what was found of it within the warning meanwhile, too")
    mutating func grown() throws {
        note([try wide(observed: 200, ofSeries: 30)], ahead: 0)
        note([try wide(observed: 150, ofSeries: 60, ahead: 1)], ahead: 1)
        note([finding(series, ahead: 2, observed: 60)], ahead: 2)
        #expect(active.map(\.subject) == [WarningFixture.east])
    }
}
