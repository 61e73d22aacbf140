import EarshotTesting
import Testing

@testable import Earshot

@Suite("Warnings of which nothing is known any more")
struct ForgottenWarningTests {
    private let now = Fixtures.now
    private let today = Fixtures.today

    private func book(_ warning: Warning, lookedOn: Day?) -> WarningBook {
        WarningBook(
            [warning], nextNumber: warning.number + 1,
            position: WatchPosition(watchedThrough: today, lookedOn: lookedOn))
    }

    @Test("end after two weeks, a danger after a month", arguments: [false, true])
    func end(isDanger: Bool) {
        let finding = isDanger ? WarningFixture.danger(on: today) : WarningFixture.finding(on: today)
        let days = isDanger ? 30 : 14
        var book = WarningBook([], nextNumber: 12)
        if isDanger {
            book.note(dangers: [finding], through: 1, today: today, at: now)
        } else {
            book.note(
                [JudgedDay(day: today, findings: [finding], isOver: true)], today: today + 1, at: now)
        }
        for day in 1...days {
            book = book.settled()
            book.note([], today: today + day, at: now)
            #expect(book.changes.steps.isEmpty, "day \(day)")
        }
        book = book.settled()
        book.note([], today: today + days + 1, at: now)
        #expect(book.changes.steps.map(\.kind) == [.ended])
    }

    @Test("are over, too, where somebody dealt with them")
    func dealtWith() throws {
        var warning = WarningFixture.warning(WarningFixture.finding(on: today))
        _ = try warning.apply(.dismiss(remark: nil), by: "liqiang", at: now)
        var book = book(warning, lookedOn: today + 15)
        book.note(
            [JudgedDay(day: today + 15, findings: [], isOver: true)],
            silences: [WarningFixture.silence(on: today + 15)], today: today + 16, at: now)
        #expect(book.warnings[12]?.isOngoing == false && book.warnings[12]?.state == .dismissed)
    }

    @Test("stay open where a clock is months ahead for a while, and is set right")
    func clockAhead() {
        var book = book(WarningFixture.warning(WarningFixture.danger(on: today)), lookedOn: today)
        for day in [today + 200, today + 200, today, today + 1] {
            book.note([], today: day, at: now)
            #expect(book.warnings[12]?.state == .open && book.warnings[12]?.isOngoing == true, "\(day)")
            book = book.settled()
        }
    }

    @Test("end on the day after the first look behind a long downtime, not at it")
    func downtime() {
        var book = book(WarningFixture.warning(WarningFixture.finding(on: today)), lookedOn: today)
        book.note([], today: today + 120, at: now)
        #expect(book.changes.steps.isEmpty)
        book = book.settled()
        book.note([], today: today + 121, at: now)
        #expect(book.changes.steps.map(\.kind) == [.ended])
    }
}
