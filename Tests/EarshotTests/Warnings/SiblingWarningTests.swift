import EarshotTesting
import Testing

@testable import Earshot

/// 油耗 of 杭州 is one matter with 轮胎 while the same customers complain of both.
@Suite("Aspects of one warning that go on without each other")
struct SiblingWarningTests {
    private let day = Fixtures.today
    private let now = Fixtures.now
    private let fuel = Aspect("fuel")!
    private let tire = Aspect("parts.tire")!
    private var book = WarningBook([], nextNumber: 1)

    private func one(_ aspect: Aspect, _ observed: Int, ahead: Int) -> Abnormality {
        Abnormality(
            matter: .init(.city(Fixtures.hangzhou), aspect), days: (day + ahead)...(day + ahead),
            observed: observed, expected: 2, score: 5, surprise: 8, falseAlarmPeriod: 1e6)
    }

    private mutating func note(_ findings: [Warning.Finding], ahead: Int) {
        book = book.settled()
        book.note(
            [JudgedDay(day: day + ahead, findings: findings, isOver: true)], today: day + ahead + 1, at: now)
    }

    private mutating func noteBoth(_ fuelVoices: Int, _ tireVoices: Int, ahead: Int = 0) {
        var whole = one(fuel, fuelVoices, ahead: ahead)
        whole.parts = [one(tire, tireVoices, ahead: ahead)]
        note([Warning.Finding(whole)], ahead: ahead)
    }

    private var active: [Warning] {
        book.warnings.values.filter(\.state.isActive).sorted { $0.number < $1.number }
    }

    @Test("one that stands out alone and more than both did is a warning of its own")
    mutating func alone() {
        noteBoth(25, 10)
        note([Warning.Finding(one(tire, 80, ahead: 1))], ahead: 1)
        #expect(active.map(\.subject.aspect) == [fuel, tire])
        for ahead in 2...5 { note([Warning.Finding(one(tire, 20, ahead: ahead))], ahead: ahead) }
        #expect(active.map(\.subject.aspect) == [tire], "what goes on with one keeps the other up no longer")
    }

    @Test("one that stands out alone and less is the warning's echo while it is active")
    mutating func echo() {
        noteBoth(25, 10)
        note([Warning.Finding(one(tire, 12, ahead: 1))], ahead: 1)
        #expect(active.map(\.subject.aspect) == [fuel] && active[0].ordinaryDays == 0)
    }

    @Test("what has been dealt with hides its echo, and nothing that is more")
    mutating func afterEnd() throws {
        noteBoth(25, 10)
        var warning = try #require(active.first)
        _ = try warning.apply(.dismiss(remark: nil), by: "liqiang", at: now)
        book = WarningBook([warning], nextNumber: 2, position: WatchPosition(watchedThrough: day))
        note([Warning.Finding(one(tire, 12, ahead: 1))], ahead: 1)
        #expect(active.isEmpty)
        noteBoth(20, 9, ahead: 2)
        #expect(active.isEmpty)
        note([Warning.Finding(one(tire, 29, ahead: 3))], ahead: 3)
        #expect(active.map(\.subject.aspect) == [tire])
    }

    @Test("the graver of both says how grave the warning is, and that it became so is told")
    mutating func gravest() throws {
        noteBoth(12, 10)
        #expect(active.map(\.severity) == [.serious])
        noteBoth(13, 90, ahead: 1)
        let warning = try #require(active.first)
        #expect(active.count == 1 && warning.severity == .severe && warning.worseAt == now)
        #expect(book.changes.steps.map(\.kind) == [.grew])
        note([Warning.Finding(one(tire, 80, ahead: 2))], ahead: 2)
        #expect(active.map(\.subject.aspect) == [fuel], "that many were told of already")
        note([Warning.Finding(one(tire, 95, ahead: 3))], ahead: 3)
        #expect(active.map(\.subject.aspect) == [fuel, tire])
    }

    @Test(
        "opened apart and taken on by two people, both stay; taken on by nobody or the same person they become one"
    )
    mutating func owners() throws {
        for (owner, count) in [("zhaomin", 2), ("liqiang", 1), (nil, 1)] {
            book = WarningBook([], nextNumber: 1)
            note(
                [Warning.Finding(one(fuel, 25, ahead: 0)), Warning.Finding(one(tire, 12, ahead: 0))], ahead: 0
            )
            var warnings = active
            #expect(warnings.count == 2)
            _ = try warnings[0].apply(.claim, by: "liqiang", at: now)
            if let owner { _ = try warnings[1].apply(.claim, by: owner, at: now) }
            book = WarningBook(warnings, nextNumber: 3, position: WatchPosition(watchedThrough: day))
            noteBoth(30, 20, ahead: 1)
            #expect(active.count == count, "\(owner ?? "nobody")")
            if count == 2 {
                #expect(
                    active.map(\.figures.observed) == [30, 20]
                        && active.map(\.owner) == ["liqiang", "zhaomin"])
            }
        }
    }
}
