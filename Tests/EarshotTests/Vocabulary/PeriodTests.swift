import Earshot
import Testing

@Suite("Periods and what they compare with")
struct PeriodTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func span(_ days: ClosedRange<Day>) -> String { "\(days.lowerBound)..\(days.upperBound)" }

    @Test(
        "a running period has the full days before today, and compares with the same days of the one before",
        arguments: [
            // A Saturday, a Tuesday, the 2nd of a month.
            (Period.thisWeek, "2026-11-21", "2026-11-16..2026-11-20", "2026-11-09..2026-11-13"),
            (.thisWeek, "2026-11-17", "2026-11-16..2026-11-16", "2026-11-09..2026-11-09"),
            (.thisMonth, "2026-11-21", "2026-11-01..2026-11-20", "2026-10-01..2026-10-20"),
            (.thisMonth, "2026-12-02", "2026-12-01..2026-12-01", "2026-11-01..2026-11-01"),
            // The month before is shorter: as many days right before.
            (.thisMonth, "2027-03-31", "2027-03-01..2027-03-30", "2027-01-30..2027-02-28"),
            (.last(days: 7), "2026-11-21", "2026-11-14..2026-11-20", "2026-11-07..2026-11-13"),
            (.yesterday, "2026-11-21", "2026-11-20..2026-11-20", "2026-11-19..2026-11-19"),
            (.lastWeek, "2026-11-21", "2026-11-09..2026-11-15", "2026-11-02..2026-11-08"),
            (.lastMonth, "2026-11-21", "2026-10-01..2026-10-31", "2026-08-31..2026-09-30"),
        ])
    func equalStretches(period: Period, today: String, days: String, before: String) throws {
        let today = try day(today)
        #expect(span(period.days(today: today)) == days)
        #expect(span(period.daysBefore(today: today)) == before)
        #expect(!period.isUnfinished(today: today))
    }

    @Test(
        "a period that has only today, or reaches it, is not finished",
        arguments: [
            (Period.today, "2026-11-21", "2026-11-21..2026-11-21"),
            (.thisWeek, "2026-11-23", "2026-11-23..2026-11-23"),
            (.thisMonth, "2026-12-01", "2026-12-01..2026-12-01"),
        ])
    func unfinished(period: Period, today: String, days: String) throws {
        let today = try day(today)
        #expect(span(period.days(today: today)) == days)
        #expect(period.isUnfinished(today: today))
        #expect(Period.days((today - 6)...today).isUnfinished(today: today))
    }

    @Test(
        "of a month, a year or a week the same dates or weekdays stand beside some days, of other days all",
        arguments: [
            (Period.lastMonth, "2026-11-14..2026-11-20", "2026-10-14..2026-10-20"),
            (.lastMonth, "2026-11-01..2026-11-20", "2026-10-01..2026-10-20"),
            (.lastWeek, "2026-11-14..2026-11-20", "2026-11-07..2026-11-13"),
            (.lastWeek, "2026-10-22..2026-11-20", "2026-11-09..2026-11-15"),
            (.yesterday, "2026-11-21..2026-11-21", "2026-11-20..2026-11-20"),
        ])
    func stretches(period: Period, days: String, beside: String) throws {
        let today = try day("2026-11-21")
        let days = try #require(Period(name: days)).days(today: today)
        #expect(span(period.stretch(like: days, today: today)) == beside)
    }

    @Test("29 February stands beside the 28th, and the last day of a long month beside that of a short one")
    func shortMonths() throws {
        let year = try #require(Period(name: "2027-01-01..2027-12-31"))
        let leap = try day("2028-02-29")
        #expect(span(year.stretch(like: leap...leap, today: leap + 1)) == "2027-02-28..2027-02-28")
        let march = try day("2027-03-31")
        #expect(
            span(Period.lastMonth.stretch(like: (march - 6)...march, today: march + 1))
                == "2027-03-01..2027-03-31")
        let february = try #require(Period(name: "2027-02-01..2027-02-28"))
        #expect(
            span(february.stretch(like: (march - 6)...march, today: march + 1)) == "2027-02-22..2027-02-28")
    }

    @Test("days that a shorter month or year has none of are not taken from the one before")
    func noneBefore() throws {
        let february = try #require(Period(name: "2027-02-01..2027-02-28"))
        let march = try #require(Period(name: "2027-03-01..2027-03-31"))
        let end = try day("2027-04-01")
        #expect(
            span(february.stretch(like: march.days(today: end), today: end)) == "2027-02-01..2027-02-28")
    }

    @Test("a period that is too long is shortened to its last days")
    func shortened() throws {
        #expect(
            Period.last(days: 9999).shortened(today: try day("2026-11-21")) == .last(days: Period.longest))
        let long = try #require(Period(name: "2020-01-01..2026-11-20"))
        #expect(
            long.shortened(today: try day("2026-11-21")).days(today: try day("2026-11-21")).count
                == Period.longest)
        let beyond = try #require(Period(name: "2026-01-01..2028-12-31"))
        #expect(
            span(beyond.shortened(today: try day("2026-11-21")).days(today: try day("2026-11-21")))
                == "2026-01-01..2026-11-21")
        #expect(Period.lastMonth.shortened(today: try day("2026-11-21")) == .lastMonth)
    }

    @Test("every period compares with as many days, none of them its own, whatever day it is")
    func anyDay() throws {
        let first = try day("2026-01-01")
        let periods: [Period] = [
            .today, .yesterday, .thisWeek, .lastWeek, .thisMonth, .lastMonth, .last(days: 30),
        ]
        for today in first...(first + 800) {
            for period in periods {
                let (days, before) = (period.days(today: today), period.daysBefore(today: today))
                #expect(days.count == before.count, "\(period) on \(today)")
                #expect(before.upperBound < days.lowerBound, "\(period) on \(today)")
            }
        }
    }
}
